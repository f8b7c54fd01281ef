using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>What somebody wants to be different about themselves; what is left out stays.</summary>
/// <param name="FirstName">As they write it.</param>
/// <param name="LastName">As they write it.</param>
/// <param name="Phone">Empty takes it back.</param>
/// <param name="Email">To be verified anew; needs the password.</param>
/// <param name="Password">Theirs; only for another address.</param>
internal sealed record AmendMe(string? FirstName = null, string? LastName = null, string? Phone = null, string? Email = null, string? Password = null)
{
    private static readonly Refusal WrongPassword = new("wrong-password", "For another address, send your password, too.");

    public override string ToString() => nameof(AmendMe); // never the password

    public Decision<PersonEvent> Decide(PersonId id, Person person)
    {
        if (!People.Read(Email ?? person.Email, FirstName ?? person.FirstName, LastName ?? person.LastName).TryGet(out var wanted, out var refused)) return refused;
        var phone = Phone is null ? person.Phone : Phone.Trim() is { Length: > 0 } typed ? typed : null;
        if (phone is not null && PlainText.Name(phone, "A telephone", 50).Refusal is { } bad) return bad;
        List<PersonEvent> happened = [];
        if ((wanted.FirstName, wanted.LastName) != (person.FirstName, person.LastName)) happened.Add(new NameCorrected(new(id.Value, wanted.FirstName), new(id.Value, wanted.LastName)));
        if (phone != person.Phone) happened.Add(new PhoneNoted(phone is null ? null : new(id.Value, phone)));
        if (wanted.Email != person.Email) happened.Add(new EmailReplaced(new(id.Value, wanted.Email)));
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/users/me", async (Me me, People people, CancellationToken stop) => await people.Find(me.Person, stop) is { } person ? TypedResults.Ok(MyCard.Of(person)) : (IResult)Problems.SignInFirst)
            .Produces<MyCard>().RequiresSignIn().ForPeople().WithSummary("Yourself");

        app.MapPatch("/api/users/me", async (AmendMe command, HttpContext http, Me me, People people, Hashing hashing, Throttle throttle, EventStore.EventStore store, Standings standings, CancellationToken stop) =>
            {
                if (await people.Find(me.Person, stop) is not { Email: { } email } person) return (IResult)Problems.SignInFirst;
                if (command.Email is not null)
                {
                    var attempt = new Attempt(email, Visit.Of(http).Address);
                    using var turn = await throttle.Take(attempt, stop);
                    if (await throttle.Check(attempt, me.Person, stop) is { } tooMany) return tooMany;
                    if (await hashing.Fits(person.Password ?? hashing.OfNobody, command.Password ?? "", stop) is not { } fits) return Hashing.Busy;
                    if (!fits)
                    {
                        await throttle.Failed(attempt);
                        return Answers.As(WrongPassword);
                    }
                }
                var work = Visit.Open(store, http, Tenants.People, me.Caller.Actor).Begin();
                await work.Load<Person>(me.Person.Value, stop, fresh: true);
                if (work.Decide<Person, PersonEvent>(me.Person.Value, them => command.Decide(me.Person, them)) is { } refused) return Answers.As(refused);
                if ((await work.Load<Person>(me.Person.Value, stop)).State.Email != email) work.WantMail(VerificationMail.Name, me.Person.Value);
                try
                {
                    await work.Commit();
                }
                catch (ConcurrencyException)
                {
                    return Problems.Conflict();
                }
                catch (RowTakenException taken) when (Answers.Taken(taken) is { } problem)
                {
                    return problem;
                }
                standings.Forget();
                return TypedResults.Ok(MyCard.Of((await people.Find(me.Person, stop))!));
            })
            .Produces<MyCard>().RequiresSignIn().ForPeople().WithSummary("Change your name, telephone or address");
    }
}
