using System.Collections.Concurrent;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// The clocks of organisations in test mode, as far as this node has heard. What such an organisation records, and when its messages are due, goes by its
/// clock; leases, the pauses between attempts and what is kept for so many days go by the product's.
/// </summary>
internal sealed class TenantClocks
{
    private readonly ConcurrentDictionary<TenantId, DateTimeOffset> _shown = [];

    /// <summary>What an organisation's clock shows, UTC; null: it has none, and goes by the product's.</summary>
    public DateTimeOffset? Of(TenantId tenant) => !_shown.IsEmpty && _shown.TryGetValue(tenant, out var at) ? at : null;

    /// <summary>A clock was seen to show a moment; older news change nothing, because none goes back.</summary>
    public void Heard(TenantId tenant, DateTimeOffset at) => _shown.AddOrUpdate(tenant, at, (_, known) => at > known ? at : known);

    /// <summary>Looks at all of them.</summary>
    public async Task Look(Database database, CancellationToken stop)
    {
        foreach (var (tenant, at) in await List(database.Daemon, "select tenant_id, at from tenant_clocks", reader => (new TenantId(reader.GetString(0)), MomentAt(reader, 1)), stop)) Heard(tenant, at);
    }
}
