using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>A link is made by which a client looks after its subscriptions, cards and invoices for an hour, without an account.</summary>
/// <param name="ClientId">Which.</param>
/// <param name="ReturnUrl">Where one goes on behind it.</param>
internal sealed record OpenPortal(ClientId ClientId, string ReturnUrl)
{
    public Decision<PortalSessionEvent> Decide(BilledClient? client, string proof, DateTimeOffset now)
    {
        if (client is null) return SubscriptionNo.UnknownClient;
        return OpenCheckout.IsAddress(ReturnUrl) ? new PortalOpened(proof, new(client.Id), ReturnUrl, now + PortalSession.Lasts) : CheckoutNo.BadAddress;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/portal-sessions", async (OpenPortal command, Caller caller, Session session, [FromServices] IInvoicing invoicing, PublicAddress address, CommandEdge edge, CancellationToken stop) =>
            {
                if (!caller.May.Contains(Permission.SeeInvoicing)) return Problems.NotPermitted(Permission.SeeInvoicing); // the link shows the client's invoices
                var (id, secret, client) = (session.NewId(), LinkSecret.Make(), await invoicing.Client(session, command.ClientId.Value, stop));
                var work = session.Begin();
                work.New<PortalSession>(id);
                if (work.Decide<PortalSession, PortalSessionEvent>(id, _ => command.Decide(client, secret.Proof, work.At)) is { } refused) return (IResult)edge.Refused(refused);
                return await edge.Commit(work, Answer.Of(new PortalShown(id, address.Of(secret.At(PortalPage.Pages)).AbsoluteUri, new ClientId(client!.Id), work.At + PortalSession.Lasts), status: 201), stop);
            })
            .WithMetadata(new KeepsNoAnswer()).Produces<PortalShown>(201).Requires(Permission.KeepSubscriptions).WithSummary("Make a link by which a client looks after its subscriptions, cards and invoices for an hour, and cancels with the period unless the settings say otherwise; it is shown this once");

        app.MapPost("/api/portal-sessions/{id:guid}/close", (Guid id, Commands<PortalSession> sessions, CancellationToken stop) => sessions.Decide<PortalSessionEvent>(id, session => session.Close(), now => new PortalCard(id, now.State.Opened!.ClientId, now.State.Opened.ExpiresAt, now.State.Closed), stop))
            .Produces<PortalCard>().Requires(Permission.KeepSubscriptions).WithSummary("Close a portal session: its link opens nothing any more");
    }
}

/// <summary>A portal session as it was opened.</summary>
/// <param name="Url">The whole address; it is told this once, and kept nowhere.</param>
/// <param name="ExpiresAt">From this instant on the link opens nothing, UTC.</param>
internal sealed record PortalShown(Guid Id, string Url, ClientId ClientId, DateTimeOffset ExpiresAt)
{
    /// <summary>Without the address, which is a secret.</summary>
    public override string ToString() => $"{nameof(PortalShown)} {Id}";
}

/// <summary>A portal session.</summary>
/// <param name="Closed">Whether somebody closed it before its time was over.</param>
internal sealed record PortalCard(Guid Id, ClientId ClientId, DateTimeOffset ExpiresAt, bool Closed);
