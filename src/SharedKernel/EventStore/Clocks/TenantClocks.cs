using System.Collections.Concurrent;
using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// The clocks of organisations in test mode, as far as this node has heard. What such an organisation records, and when its messages are due, goes by its
/// clock; leases, the pauses between attempts and what is kept for so many days go by everybody's time.
/// </summary>
internal sealed class TenantClocks
{
    private readonly ConcurrentDictionary<TenantId, DateTimeOffset> _shown = [];

    /// <summary>What an organisation's clock shows, UTC; null: it has none, and goes by everybody's time.</summary>
    public DateTimeOffset? Of(TenantId tenant) => !_shown.IsEmpty && _shown.TryGetValue(tenant, out var at) ? at : null;

    /// <summary>A clock was seen to show a moment; older news change nothing, because none goes back.</summary>
    public void Heard(TenantId tenant, DateTimeOffset at) => _shown.AddOrUpdate(tenant, at, (_, known) => at > known ? at : known);

    /// <summary>Looks at all of them.</summary>
    public async Task Look(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = Command(connection, null, "select tenant_id, at from tenant_clocks");
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) Heard(new TenantId(reader.GetString(0)), MomentAt(reader, 1));
    }
}
