using Microsoft.Extensions.Logging;

namespace Billing.EventStore;

/// <summary>Work that goes on until it is stopped, whatever happens to the database meanwhile.</summary>
internal static class Steady
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Runs the work; when it fails, says so and runs it again after a pause of 0.1 to 1 s.</summary>
    public static async Task Run(string what, Func<CancellationToken, Task> work, ILogger log, TimeProvider time, CancellationToken stop)
    {
        var pause = TimeSpan.FromMilliseconds(100);
        while (!stop.IsCancellationRequested)
        {
            var since = time.GetTimestamp();
            try
            {
                await work(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                log.LogWarning(failed, "{What} failed and goes on in {Pause} ms", what, pause.TotalMilliseconds);
            }
            if (time.GetElapsedTime(since) > TimeSpan.FromSeconds(10)) pause = TimeSpan.FromMilliseconds(100);
            await Pause(pause, time, stop);
            pause = pause * 2 < Longest ? pause * 2 : Longest;
        }
    }

    /// <summary>Waits for a signal, but no longer than given. Ends quietly when stopped.</summary>
    public static Task Until(Task signal, TimeSpan atMost, TimeProvider time, CancellationToken stop) => Quietly(signal.WaitAsync(atMost, time, stop));

    public static Task Pause(TimeSpan pause, TimeProvider time, CancellationToken stop) => Quietly(Task.Delay(pause, time, stop));

    public static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
