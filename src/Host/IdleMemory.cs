namespace Billing.Host;

/// <summary>Gives memory back after work: the collector alone keeps what a large import took for as long as nothing else asks for it.</summary>
internal sealed class IdleMemory(TimeProvider time) : BackgroundService
{
    private const long Busy = 8 << 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        var (before, worked) = (GC.GetTotalAllocatedBytes(), true);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - before > Busy) worked = true;
            else if (worked)
            {
                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                worked = false;
            }
            before = now;
        }
    }
}
