using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Somebody wants to be forgotten: they leave every organisation, and nobody reads their name or address any more, in whatever they did.</summary>
/// <param name="Password">Theirs, because nothing brings them back.</param>
internal sealed record ForgetMe(string Password)
{
    private static readonly Refusal WrongPassword = new("wrong-password", "Send your password: nothing brings you back. Who has none asks the owner of their organisation.");

    public override string ToString() => nameof(ForgetMe); // never the password

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/users/me/forget", async (ForgetMe command, HttpContext http, Me me, People people, Hashing hashing, Throttle throttle, Oblivion oblivion, CancellationToken stop) =>
        {
            if (await people.Find(me.Person, stop) is not { Email: { } email } person) return (IResult)Problems.SignInFirst;
            var attempt = new Attempt(email, Visit.Of(http).Address);
            using var turn = await throttle.Take(attempt, stop);
            if (await throttle.Check(attempt, me.Person, stop) is { } tooMany) return tooMany;
            if (await hashing.Fits(person.Password ?? hashing.OfNobody, command.Password, stop) is not { } fits) return Hashing.Busy;
            if (!fits)
            {
                await throttle.Failed(attempt);
                return Answers.As(WrongPassword);
            }
            if (await oblivion.Take(me.Person, new Acting(me.Person, Role.Viewer), me.Caller.Actor, http, stop) is { } refused) return refused;
            Cookie.Clear(http);
            return TypedResults.NoContent();
        })
        .Produces(204).RequiresSignIn().ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Be forgotten: leave everywhere, name and address gone for good");
}

/// <summary>An owner lets the product forget somebody who belongs, or belonged, to the organisation and to no other.</summary>
/// <param name="Email">Their address written out, so that nobody does it by mistake.</param>
internal sealed record ForgetPerson(string Email)
{
    private static readonly Refusal OtherAddress = new("other-address", "Write out the mail address of whom you mean, so that it is no mistake.");
    private static readonly Refusal BelongsElsewhere = new("belongs-elsewhere", "They belong to another organisation, too. Take them out of yours; only they themselves can be forgotten everywhere.");

    public override string ToString() => nameof(ForgetPerson);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/users/{id}/forget", async (PersonId id, ForgetPerson command, HttpContext http, Me me, People people, Streams<Organisation> organisations, Oblivion oblivion, CancellationToken stop) =>
        {
            var here = (await organisations.Load(Organisation.Id, stop)).State;
            if ((here.Find(id) is null && !here.Former.Contains(id)) || await people.Find(id, stop) is not { Email: { } email }) return (IResult)Problems.NotFound;
            if (!string.Equals(command.Email.Trim(), email, StringComparison.OrdinalIgnoreCase)) return Answers.As(OtherAddress);
            if ((await oblivion.Belongs(id, stop)).Exists(tenant => tenant != me.Caller.Organisation.Tenant)) return Answers.As(BelongsElsewhere);
            return await oblivion.Take(id, new Acting(me.Person, Role.Owner), me.Caller.Actor, http, stop) is { } refused ? refused : TypedResults.NoContent();
        })
        .Produces(204).Requires(Permission.OwnOrganisation).ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Forget somebody: name and address gone for good, what they did stays");
}
