using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>What a portal link opens.</summary>
/// <param name="Session">The organisation's, on behalf of the client.</param>
/// <param name="Here">Whose client it is.</param>
/// <param name="Id">The portal session's.</param>
/// <param name="Portal">As it is now.</param>
/// <param name="Asked">For whom the link was made.</param>
/// <param name="Client">As it is now; of one that was merged, the one that stays.</param>
/// <param name="Secret">The link's.</param>
internal sealed record OpenedPortal(Session Session, Organisation Here, Guid Id, PortalSession Portal, PortalOpened Asked, BilledClient Client, LinkSecret Secret)
{
    public ClientId ClientId => new(Client.Id);
}

/// <summary>Lets in whoever has a good link, and tells nobody what is wrong with another one.</summary>
internal sealed class PortalDoor(EventStore.EventStore store, IEnumerable<IOrganisations> organisations, IInvoicing invoicing)
{
    private const string Sql = "select tenant_id, id, client_id from subscriptions_portals where proof = $1";

    /// <summary>The session of a link; null when it was closed, has run out or never was one.</summary>
    /// <param name="secret">The link's.</param>
    /// <param name="address">From where it is opened.</param>
    public async Task<OpenedPortal?> Open(LinkSecret secret, string? address, CancellationToken stop)
    {
        if (!secret.IsWellFormed) return null;
        var found = await store.Database.ReadByProof(secret.Proof, Sql, async row =>
            await row.ReadAsync(stop) ? (Tenant: new TenantId(row.GetString(0)), Id: row.GetGuid(1), Client: row.GetGuid(2)) : default, stop);
        if (found.Id == default) return null;
        foreach (var known in organisations)
        {
            if (await known.Find(found.Tenant, stop) is not { } here) continue;
            var session = store.Open(found.Tenant, new Actor(CheckoutDoor.Kind, found.Client.ToString(), "Client"), address);
            var now = (await session.Begin().Load<PortalSession>(found.Id, stop, fresh: true)).State;
            return now.Opened is { } asked && now.IsOpenAt(session.Now) && await invoicing.Client(session, found.Client, stop) is { } client ? new OpenedPortal(session, here, found.Id, now, asked, client, secret) : null;
        }
        return null;
    }
}
