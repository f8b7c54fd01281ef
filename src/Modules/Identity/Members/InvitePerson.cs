using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Somebody is asked to join.</summary>
/// <param name="Email">Whom.</param>
/// <param name="Role">As what; at most what one is oneself.</param>
internal sealed record InvitePerson(string Email, Role Role)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/users/invitations", async (InvitePerson command, Me me, CommandEdge edge, Session session, ListPeople list, IEnumerable<IEntitlements> plans, CancellationToken stop) =>
            {
                if (!EmailAddress.Read(command.Email).TryGet(out var email, out var bad)) return (IResult)edge.Refused(bad);
                if (!Enum.IsDefined(command.Role)) return Problems.BadRequest(new Fault("/role", "There is no such role."));
                var isMember = (await list.Members(session.Tenant, stop)).Any(member => string.Equals(member.Email, email, StringComparison.OrdinalIgnoreCase));
                var (id, work) = (new InvitationId(session.NewId()), session.Begin());
                await work.Load<Organisation>(Organisation.Id, stop, fresh: true);
                var allowed = Allowed.Of(plans, session.Tenant, Allowed.Users);
                if (work.Decide<Organisation, OrganisationEvent>(Organisation.Id, org => Members.Full(org, allowed, work.At) is { } full ? full : Members.Invite(org, new(me.Person, me.Caller.Role!.Value), id, email, command.Role, isMember, work.At, Lasts)) is { } refused) return edge.Refused(refused);
                work.WantMail(InvitationMail.Name, id.Value);
                return await edge.Commit(work, Answer.Of(new InvitationCard(id, email, command.Role, work.At + Lasts, work.At, "waiting"), status: 201, location: $"/api/users/invitations/{id}"), stop);
            })
            .Produces<InvitationCard>(201).Requires(Permission.ArrangePeople).ForPeople().WithSummary("Ask somebody to join");

        app.MapPost("/api/users/invitations/{id}/resend", async (InvitationId id, Me me, CommandEdge edge, Session session, CancellationToken stop) =>
            {
                var work = session.Begin();
                await work.Load<Organisation>(Organisation.Id, stop, fresh: true);
                if (work.Decide<Organisation, OrganisationEvent>(Organisation.Id, org => Members.Repeat(org, new(me.Person, me.Caller.Role!.Value), id, work.At, Lasts)) is { } refused) return refused == Members.No.NoInvitation ? Problems.NotFound : (IResult)edge.Refused(refused);
                work.WantMail(InvitationMail.Name, id.Value);
                return await edge.Commit(work, Answer.Of(null), stop);
            })
            .Produces(204).Requires(Permission.ArrangePeople).ForPeople().WithSummary("Send an invitation again; it lasts another week");

        app.MapDelete("/api/users/invitations/{id}", async (InvitationId id, Session session, CancellationToken stop) =>
            {
                try
                {
                    return await Oblivion.TakeBack(session, id, stop) is null ? (IResult)TypedResults.NoContent() : Problems.NotFound;
                }
                catch (ConcurrencyException)
                {
                    return Problems.Conflict();
                }
            })
            .Produces(204).Requires(Permission.ArrangePeople).ForPeople().WithSummary("Take an invitation back");
    }
}
