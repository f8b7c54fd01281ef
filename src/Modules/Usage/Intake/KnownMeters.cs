using System.Collections.Concurrent;
using Billing.EventStore;

namespace Billing.Usage;

/// <summary>The meters of each organisation in this process, read again after a while: a new version begins later than that, so that no node judges by an old one.</summary>
internal sealed class KnownMeters(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<TenantId, Known> _known = new();

    /// <summary>By code.</summary>
    public async Task<IReadOnlyDictionary<string, KnownMeter>> Of(Session session, CancellationToken stop) =>
        _known.TryGetValue(session.Tenant, out var known) && time.GetElapsedTime(known.Read) < Kept ? known.Meters : await Read(session, stop);

    /// <summary>The same for a code that was not among them: read again, though not for every wrong code.</summary>
    public async Task<IReadOnlyDictionary<string, KnownMeter>> Again(Session session, CancellationToken stop) =>
        _known.TryGetValue(session.Tenant, out var known) && time.GetElapsedTime(known.Read) < Patience ? known.Meters : await Read(session, stop);

    private async Task<IReadOnlyDictionary<string, KnownMeter>> Read(Session session, CancellationToken stop)
    {
        var read = time.GetTimestamp();
        var rows = await ListMeters.All(session, stop);
        var meters = rows.ToDictionary(row => row.Code, row => new KnownMeter(row.Id, row.Code, row.Retired, row.Versions), StringComparer.Ordinal);
        _known[session.Tenant] = new Known(meters, read);
        return meters;
    }

    private sealed record Known(IReadOnlyDictionary<string, KnownMeter> Meters, long Read);
}
