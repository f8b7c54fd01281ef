using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Somebody lost their password and asks for a link. The answer is the same whether we know the address or not.</summary>
/// <param name="Email">Where the link goes, if it is somebody's.</param>
internal sealed record ForgotPassword(string Email)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/auth/password/forgot", async (ForgotPassword command, HttpContext http, People people, EventStore.EventStore store, TimeProvider time, CancellationToken stop) =>
        {
            if (!EmailAddress.Read(command.Email).TryGet(out var email, out _)) return TypedResults.Accepted((string?)null);
            var session = Visit.Open(store, http, Tenants.People, Actor.System);
            var known = await people.FindByEmail(email, stop);
            var work = session.Begin();
            // One mail per person and five minutes; a message for nobody costs as much as one for somebody.
            var whom = known is { Active: true } ? known.Id.Value : Guid.Empty;
            work.WantMail(ResetMail.Name, whom, key: $"{ResetMail.Name} {(known is { Active: true } ? known.Id.ToString() : Secret.Hash(email))} {time.GetUtcNow().UtcTicks / TimeSpan.FromMinutes(5).Ticks}");
            await work.Commit();
            return TypedResults.Accepted((string?)null);
        })
        .Produces(202)
        .OpenToAnybody()
        .WithSummary("Ask for a link to choose a new password");
}

/// <summary>Somebody chooses a new password by the link that was mailed to them; all their sessions end.</summary>
/// <param name="Token">From the link.</param>
/// <param name="Password">The new password.</param>
internal sealed record ResetPassword(string Token, string Password)
{
    public override string ToString() => nameof(ResetPassword); // never the secrets

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/auth/password/reset", async (ResetPassword command, HttpContext http, Links links, People people, Hashing hashing, Door door, EventStore.EventStore store, CancellationToken stop) =>
        {
            if (await links.Look(command.Token, LinkKinds.Reset, stop) is not { } link || await people.Find(new PersonId(link.Subject), stop) is not { Active: true } person || person.Email != link.Email) return (IResult)Answers.LinkInvalid;
            if (PasswordRules.Check(command.Password, person.Email, person.Name) is { } weak) return Answers.As(weak);
            if (await hashing.Make(command.Password, stop) is not { } hash) return Hashing.Busy;
            if (!await links.Use(link, command.Token)) return Answers.LinkInvalid;
            var actor = new Actor("person", person.Id.ToString(), person.Name);
            await ChangePassword.Choose(Visit.Open(store, http, Tenants.People, actor), person.Id, hash, stop, person.EmailVerified ? [] : [new EmailVerified()]);
            await door.SignOut(person.Id, SignOutReason.PasswordChosen, http, actor);
            return TypedResults.NoContent();
        })
        .Produces(204)
        .OpenToAnybody()
        .WithSummary("Choose a new password by a mailed link");
}
