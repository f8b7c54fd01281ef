using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>Somebody of a client's may come into the portal; a mail tells them how.</summary>
/// <param name="ClientId">Whose requests, sites and projects they see.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Email">Where the links go by which they come in.</param>
/// <param name="SeesInvoices">Whether they see the client's invoices, too.</param>
internal sealed record InvitePortalUser(Guid ClientId, string Name, string Email, bool SeesInvoices = false)
{
    public override string ToString() => nameof(InvitePortalUser); // never the address

    /// <param name="id">Of the new portal user; what is known of them is about nobody else.</param>
    /// <param name="client">The one that stays, where theirs is a double.</param>
    public Decision<PortalUserEvent> Decide(Guid id, BilledClient client)
    {
        if (!client.IsActive) return PortalNo.ClientInactive;
        if (!PlainText.Name(Name, "A portal user").TryGet(out var name, out var refused)) return refused;
        if (!EmailAddress.Read(Email).TryGet(out var email, out refused)) return refused;
        return new PortalUserInvited(client.Id, new PersonalText(id, name), new PersonalText(id, email), SeesInvoices);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/support/portal-users", async (InvitePortalUser command, Session session, IInvoicing invoicing, CommandEdge edge, CancellationToken stop) =>
            {
                if (await invoicing.Client(session, command.ClientId, stop) is not { } client) return edge.Refused(ClientNo.Unknown);
                var (id, work) = (session.NewId(), session.Begin());
                work.New<PortalUser>(id);
                if (work.Decide<PortalUser, PortalUserEvent>(id, _ => command.Decide(id, client)) is { } refused) return edge.Refused(refused);
                work.WantMail(PortalInvitationMail.Name, id);
                var now = await work.Load<PortalUser>(id, stop);
                return await edge.Commit(work, Answer.Of(PortalUserCard.Of(new(id), now), now.Version, 201, $"/api/support/portal-users/{id}"), stop);
            })
            .Produces<PortalUserCard>(201).Requires(Permission.ArrangeSupport).WithSummary("Invite somebody of a client's into the portal, by mail");

        app.MapPost("/api/support/portal-users/{id}/invite", async (PortalUserId id, Session session, CommandEdge edge, CancellationToken stop) =>
            {
                var work = session.Begin();
                if (await work.Load<PortalUser>(id.Value, stop, fresh: true) is { Exists: false }) return Problems.NotFound;
                if (work.Decide<PortalUser, PortalUserEvent>(id.Value, now => now.InviteAgain()) is { } refused) return edge.Refused(refused);
                work.WantMail(PortalInvitationMail.Name, id.Value);
                var now = await work.Load<PortalUser>(id.Value, stop);
                return await edge.Commit(work, Answer.Of(PortalUserCard.Of(id, now), now.Version), stop);
            })
            .Produces<PortalUserCard>().Requires(Permission.ArrangeSupport).WithSummary("Send a portal user the invitation again");
    }
}

/// <summary>What somebody sees in the portal is to be otherwise. What is left out stays as it is.</summary>
/// <param name="SeesInvoices">Whether they see the client's invoices.</param>
internal sealed record AmendPortalUser(bool? SeesInvoices = null)
{
    public Decision<PortalUserEvent> Decide(PortalUser now) =>
        !now.MayEnter ? PortalNo.Withdrawn : SeesInvoices is not { } shown || shown == now.SeesInvoices ? Decision.Nothing : shown ? new PortalInvoicesShown() : new PortalInvoicesHidden();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPatch("/api/support/portal-users/{id}", (PortalUserId id, AmendPortalUser command, Commands<PortalUser> users, CancellationToken stop) =>
                users.Decide(id.Value, command.Decide, now => PortalUserCard.Of(id, now), stop))
            .Produces<PortalUserCard>().Requires(Permission.ArrangeSupport).WithSummary("Say what a portal user may see; it holds at once");

        app.MapPost("/api/support/portal-users/{id}/withdraw", (PortalUserId id, Commands<PortalUser> users, CancellationToken stop) =>
                users.Decide(id.Value, now => now.Withdraw(PortalWithdrawal.Asked), now => PortalUserCard.Of(id, now), stop))
            .Produces<PortalUserCard>().Requires(Permission.ArrangeSupport).WithSummary("Let a portal user in no more; whoever is in is out at once");

        app.MapPost("/api/support/portal-users/{id}/forget", async (PortalUserId id, Session session, CommandEdge edge, CancellationToken stop) =>
            {
                var work = session.Begin();
                if (!await PortalOblivion.LetGo(work, id.Value, stop)) return Problems.NotFound;
                var now = await work.Load<PortalUser>(id.Value, stop);
                return await edge.Commit(work, Answer.Of(PortalUserCard.Of(id, now), now.Version), stop);
            })
            .Produces<PortalUserCard>().Requires(Permission.ArrangeSupport).WithSummary("Forget a portal user: name and address are erased for good");
    }
}

/// <summary>A portal user.</summary>
/// <param name="ClientId">Whose requests, sites and projects they see.</param>
/// <param name="Name">What they are called; erased once they are forgotten.</param>
/// <param name="Email">Where their links go.</param>
/// <param name="SeesInvoices">Whether they see the client's invoices, too.</param>
/// <param name="Standing">How far they are.</param>
internal sealed record PortalUserCard(PortalUserId Id, Guid ClientId, string Name, string Email, bool SeesInvoices, PortalStanding Standing, long Version)
{
    public static PortalUserCard Of(PortalUserId id, Versioned<PortalUser> user) => new(id, user.State.ClientId, user.State.Name.Shown, user.State.Email.Shown, user.State.SeesInvoices, user.State.Standing, user.Version);
}
