using System.Runtime.InteropServices;

namespace Billing.Testing;

/// <summary>The cluster that ./dev test shares among its projects: its connection string goes to standard output, and it lives as long as standard input is open.</summary>
internal static class SharedCluster
{
    private static async Task Main()
    {
        var ended = new TaskCompletionSource();
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            ended.TrySetResult();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        Environment.SetEnvironmentVariable(TestCluster.Variable, null);
        Console.WriteLine(await TestCluster.Owner);
        await Task.WhenAny(ended.Task, Console.In.ReadToEndAsync());
    }
}
