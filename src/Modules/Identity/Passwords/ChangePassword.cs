using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Somebody who is in chooses another password; their other sessions end.</summary>
/// <param name="OldPassword">The one they have.</param>
/// <param name="NewPassword">The one they want.</param>
internal sealed record ChangePassword(string OldPassword, string NewPassword)
{
    private static readonly Refusal WrongPassword = new("wrong-password", "The old password is another one.");
    private static readonly Refusal SamePassword = new("same-password", "The new password is the old one. Choose another one.");

    public override string ToString() => nameof(ChangePassword); // never the passwords

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/auth/password/change", async (ChangePassword command, HttpContext http, Me me, People people, Hashing hashing, Throttle throttle, Door door, EventStore.EventStore store, CancellationToken stop) =>
        {
            if (await people.Find(me.Person, stop) is not { Email: { } email, Password: { } kept } person) return (IResult)Answers.As(WrongPassword);
            var attempt = new Attempt(email, Visit.Of(http).Address);
            using var turn = await throttle.Take(attempt, stop);
            if (await throttle.Check(attempt, me.Person, stop) is { } tooMany) return tooMany;
            if (await hashing.Fits(kept, command.OldPassword, stop) is not { } fits) return Hashing.Busy;
            if (!fits)
            {
                await throttle.Failed(attempt);
                return Answers.As(WrongPassword);
            }
            if (command.NewPassword == command.OldPassword) return Answers.As(SamePassword);
            if (PasswordRules.Check(command.NewPassword, person.Email, person.Name) is { } weak) return Answers.As(weak);
            if (await hashing.Make(command.NewPassword, stop) is not { } hash) return Hashing.Busy;
            await Choose(Visit.Open(store, http, Tenants.People, me.Caller.Actor), me.Person, hash, stop);
            await door.SignOut(me.Person, SignOutReason.PasswordChosen, http, me.Caller.Actor, but: me.Session);
            return TypedResults.NoContent();
        })
        .Produces(204)
        .RequiresSignIn().ForPeople().WithMetadata(new KeepsNoAnswer())
        .WithSummary("Choose another password");

    /// <summary>A password is chosen: the fact in the log, its hash beside it.</summary>
    public static async Task Choose(Session session, PersonId person, string hash, CancellationToken stop, params PersonEvent[] also)
    {
        var work = session.Begin();
        await work.Load<Person>(person.Value, stop, fresh: true);
        work.Decide<Person, PersonEvent>(person.Value, _ => (PersonEvent[])[.. also, new PasswordChosen()]);
        work.Also(new Statement(Registration.KeepPassword, Value.Id(person.Value), Value.Text(hash), Value.Moment(work.At)));
        await work.Commit();
    }
}
