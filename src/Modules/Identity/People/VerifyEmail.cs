using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Somebody opens the link that was mailed to their address: it is theirs.</summary>
/// <param name="Token">From the link.</param>
internal sealed record VerifyEmail(string Token)
{
    public override string ToString() => nameof(VerifyEmail);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/auth/email/verify", async (VerifyEmail command, HttpContext http, Links links, People people, EventStore.EventStore store, CancellationToken stop) =>
            {
                if (await links.Look(command.Token, LinkKinds.Verify, stop) is not { } link || await people.Find(new PersonId(link.Subject), stop) is not { Active: true } person || person.Email != link.Email) return (IResult)Answers.LinkInvalid;
                if (!await links.Use(link, command.Token)) return Answers.LinkInvalid;
                var session = Visit.Open(store, http, Tenants.People, new Actor("person", person.Id.ToString(), person.Name));
                await session.Streams<Person>().Decide<PersonEvent>(person.Id.Value, them => them.EmailVerified ? Decision.Nothing : new EmailVerified(), stop);
                return TypedResults.NoContent();
            })
            .Produces(204).OpenToAnybody().WithSummary("Show that a mail address is yours");

        app.MapPost("/api/auth/email/verification", async (Me me, People people, HttpContext http, EventStore.EventStore store, TimeProvider time, CancellationToken stop) =>
            {
                if (await people.Find(me.Person, stop) is { EmailVerified: false })
                {
                    var work = Visit.Open(store, http, Tenants.People, me.Caller.Actor).Begin();
                    work.WantMail(VerificationMail.Name, me.Person.Value, key: $"{VerificationMail.Name} {me.Person} {time.GetUtcNow().UtcTicks / TimeSpan.FromMinutes(1).Ticks}");
                    await work.Commit();
                }
                return TypedResults.Accepted((string?)null);
            })
            .Produces(202).RequiresSignIn().ForPeople().WithSummary("Send the link that verifies the address again");
    }
}
