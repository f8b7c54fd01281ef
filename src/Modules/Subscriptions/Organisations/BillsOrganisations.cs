using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Subscriptions;

/// <summary>Clients that are organisations of the product, whose limits follow the days on which they pay, and an account with Stripe bind an organisation.</summary>
internal sealed class BillsOrganisations(EventStore.EventStore store, StripeConnections connections) : IBinding
{
    private const string Sql = "select exists (select from subscriptions_organisations where tenant_id = $1 and client_id is not null)";

    public async Task<bool> HasBound(TenantId organisation, CancellationToken stop) =>
        connections.All.Any(one => one.Tenant == organisation) || await store.Open(organisation, Actor.System).Read(Sql, [], async reader => await reader.ReadAsync(stop) && reader.GetBoolean(0), stop);
}
