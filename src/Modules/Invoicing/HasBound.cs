using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Invoicing;

/// <summary>A numbered invoice, or money that came in, binds an organisation.</summary>
internal sealed class HasBound(EventStore.EventStore store) : IBinding
{
    private const string Sql = "select exists (select from invoicing_invoices where tenant_id = $1 and number is not null) or exists (select from invoicing_payments where tenant_id = $1)";

    async Task<bool> IBinding.HasBound(TenantId organisation, CancellationToken stop) => await store.Open(organisation, Actor.System).Read(Sql, [], async reader => await reader.ReadAsync(stop) && reader.GetBoolean(0), stop);
}
