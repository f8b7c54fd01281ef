using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>What a checkout link opens.</summary>
/// <param name="Session">The organisation's, on behalf of whoever subscribes.</param>
/// <param name="Here">Whose plan it is.</param>
/// <param name="Id">The checkout session's.</param>
/// <param name="Checkout">As it is now.</param>
/// <param name="Asked">What it is for.</param>
/// <param name="Secret">The link's.</param>
internal sealed record OpenedCheckout(Session Session, Organisation Here, Guid Id, CheckoutSession Checkout, CheckoutOpened Asked, LinkSecret Secret);

/// <summary>Lets in whoever has a good link, and tells nobody what is wrong with another one.</summary>
internal sealed class CheckoutDoor(EventStore.EventStore store, IEnumerable<IOrganisations> organisations)
{
    /// <summary>The kind of actor that acts by a link, under the id of the client.</summary>
    public const string Kind = "client";

    private const string Sql = "select tenant_id, id, client_id from subscriptions_checkouts where proof = $1";

    /// <summary>The session of a link; null when it was ended, has run out or never was one.</summary>
    /// <param name="secret">The link's.</param>
    /// <param name="address">From where it is opened.</param>
    public async Task<OpenedCheckout?> Open(LinkSecret secret, string? address, CancellationToken stop)
    {
        if (!secret.IsWellFormed) return null;
        var found = await store.Database.ReadByProof(secret.Proof, Sql, async row =>
            await row.ReadAsync(stop) ? (Tenant: new TenantId(row.GetString(0)), Id: row.GetGuid(1), Client: row.GetGuid(2)) : default, stop);
        if (found.Id == default) return null;
        foreach (var known in organisations)
        {
            if (await known.Find(found.Tenant, stop) is not { } here) continue;
            var session = store.Open(found.Tenant, new Actor(Kind, found.Client.ToString(), "Client"), address);
            var now = (await session.Begin().Load<CheckoutSession>(found.Id, stop, fresh: true)).State;
            return now.Opened is { } asked && now.IsOpenAt(session.Now) ? new OpenedCheckout(session, here, found.Id, now, asked, secret) : null;
        }
        return null;
    }
}
