using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>The store's mark, messages and projections on the health page.</summary>
internal sealed class StoreHealthParts(EventStore.EventStore store) : IHealthParts
{
    private readonly StoreHealth _health = new(store);

    public IReadOnlyList<string> Names => _health.Names;

    public async Task<IReadOnlyList<HealthRow>> Look(CancellationToken stop) =>
        [.. (await _health.Look(stop)).Select(part => new HealthRow(part.Name, (HealthStatus)part.Status, part.Detail, part.Lag, part.LastGood))];
}
