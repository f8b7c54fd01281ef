using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>What a client link opens.</summary>
/// <param name="Session">The organisation's, on behalf of the product.</param>
/// <param name="Link">By which it was opened.</param>
/// <param name="Today">Where the organisation is.</param>
internal sealed record OpenedInvoice(Session Session, Organisation Organisation, Guid Link, Guid Invoice, DateOnly Today);

/// <summary>Lets in whoever has a good link, and tells nobody what is wrong with another one.</summary>
internal sealed class ClientDoor(EventStore.EventStore store, IEnumerable<IOrganisations> organisations)
{
    private const string Sql = "select tenant_id, id, invoice_id, expires_on from invoicing_client_links where proofs ? $1";

    /// <summary>The invoice of a link; null when it was withdrawn, has run out or never was one.</summary>
    public async Task<OpenedInvoice?> Open(LinkSecret secret, CancellationToken stop)
    {
        if (!secret.IsWellFormed) return null;
        var found = await store.Database.ReadByProof(secret.Proof, Sql, async row =>
            await row.ReadAsync(stop) ? (Tenant: new TenantId(row.GetString(0)), Link: row.GetGuid(1), Invoice: row.GetGuid(2), ExpiresOn: row.IsDBNull(3) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(3)) : default, stop);
        if (found.Link == default) return null;
        foreach (var known in organisations)
        {
            if (await known.Find(found.Tenant, stop) is not { } organisation) continue;
            var session = store.Open(found.Tenant, Actor.System);
            var today = LocalDay.Of(session.Now, organisation.TimeZone);
            return found.ExpiresOn < today ? null : new OpenedInvoice(session, organisation, found.Link, found.Invoice, today);
        }
        return null;
    }
}
