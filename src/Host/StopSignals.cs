using System.Runtime.InteropServices;

namespace Billing.Host;

/// <summary>Ctrl-C and SIGTERM ask us to stop, from the first moment on: a Postgres that is just starting must be stopped too.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registered;

    public StopSignals() => _registered = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Ask))];

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var one in _registered) one.Dispose();
        _stop.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.Cancel();
    }
}
