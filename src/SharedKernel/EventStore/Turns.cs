namespace Billing.EventStore;

/// <summary>
/// Commands on one stream take turns within a process, so that they do not race each other: a shared commit then fails only for
/// another node's sake. Between nodes the version check alone decides.
/// </summary>
internal sealed class Turns
{
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 4096).Select(_ => new SemaphoreSlim(1))];

    public async ValueTask<Turn> Take(TenantId tenant, Guid stream, CancellationToken stop)
    {
        var stripe = _stripes[(uint)HashCode.Combine(tenant, stream) % _stripes.Length];
        await stripe.WaitAsync(stop);
        return new Turn(stripe);
    }

    public readonly struct Turn(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
