using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Somebody comes in with address and password.</summary>
/// <param name="Email">The address.</param>
/// <param name="Password">The password.</param>
/// <param name="Organisation">The slug of the organisation to enter; left out: the one they were in last.</param>
/// <param name="Code">The second factor's code, or a recovery code, where one is asked for.</param>
internal sealed record Login(string Email, string Password, string? Organisation = null, string? Code = null)
{
    public override string ToString() => nameof(Login); // never the password

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/auth/login", (Login command, SignInDesk desk, HttpContext http, CancellationToken stop) => desk.Run(command, http, stop))
        .Produces<Tokens>()
        .OpenToAnybody()
        .WithSummary("Sign in with address and password");
}

/// <summary>How signing in is done. Known and unknown people take the same way and the same time.</summary>
internal sealed class SignInDesk(EventStore.EventStore store, People people, Memberships memberships, Hashing hashing, Throttle throttle, SecondFactors factors, Arrangements arrangements, Door door)
{
    private const string LastIn = "select organisation from identity_sessions where tenant_id = $1 and person_id = $2 order by used_at desc limit 1";

    public async Task<IResult> Run(Login command, HttpContext http, CancellationToken stop)
    {
        var attempt = new Attempt(Cut(command.Email.Trim().Normalize()), Visit.Of(http).Address);
        using var turn = await throttle.Take(attempt, stop);
        var person = await people.FindByEmail(attempt.Email, stop);
        if (await throttle.Check(attempt, person?.Id ?? default, stop) is { } tooMany) return tooMany;
        if (await hashing.Fits(person?.Password ?? hashing.OfNobody, Cut(command.Password), stop) is not { } fits) return Hashing.Busy;
        var belongs = await memberships.Of(person?.Id ?? default, stop);
        var last = await store.Open(Tenants.People, Actor.System).One(LastIn, row => row.GetString(0), stop, Value.Id(person?.Id.Value ?? default));

        if (person is not { Active: true } || !fits || command.Password.Length > Longest) return await Refuse(person, person is null ? SignInFault.UnknownAddress : SignInFault.WrongPassword, Answers.WrongCredentials);
        if (person.SecondFactor)
        {
            if (command.Code is not { Length: > 0 } code) return Answers.SecondFactorNeeded;
            if (!await factors.Accept(person.Id, code, stop)) return await Refuse(person, SignInFault.WrongCode, Answers.SecondFactorWrong);
        }
        var wanted = command.Organisation is { Length: > 0 } slug ? belongs.Find(one => one.Slug == slug) : belongs.Find(one => one.Tenant.Value == last) ?? belongs.FirstOrDefault();
        if (wanted is null) return await Refuse(person, SignInFault.NoOrganisation, Answers.NoOrganisation);
        if (await arrangements.ForbidPassword(wanted, attempt.Email, stop)) return await Refuse(person, SignInFault.PasswordsOff, Answers.SingleSignOnOnly);

        var actor = new Actor("person", person.Id.ToString(), person.Name);
        var (here, theirs) = (Visit.Open(store, http, wanted.Tenant, actor).Begin(), Visit.Open(store, http, Tenants.People, actor).Begin());
        var entry = Door.Admit(here, theirs, person.Id, http, SignInMeans.Password, person.SecondFactor);
        theirs.Also(Throttle.Succeeded(attempt));
        if (hashing.IsWeak(person.Password!) && await hashing.Make(command.Password, stop) is { } stronger) theirs.Also(new Statement(Registration.KeepPassword, Value.Id(person.Id.Value), Value.Text(stronger), Value.Moment(theirs.At)));
        await here.CommitWith(theirs);
        return await door.Welcome(http, entry, wanted, 200, stop);

        async Task<IResult> Refuse(People.Known? who, SignInFault why, Problem answer)
        {
            await throttle.Failed(attempt);
            await Note(http, who, why, belongs.FirstOrDefault()?.Tenant ?? Tenants.People);
            return answer;
        }
    }

    private const int Longest = 1024;

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];

    /// <summary>Notes a refusal where those who look after the person see it.</summary>
    private Task<long> Note(HttpContext http, People.Known? person, SignInFault why, TenantId where)
    {
        var actor = person is null ? new Actor("person", "unknown", "") : new Actor("person", person.Id.ToString(), person.Name);
        var work = Visit.Open(store, http, where, actor).Begin();
        var id = work.Session.NewId();
        work.New<TurnedAway>(id);
        work.Decide<TurnedAway, TurnedAwayEvent>(id, _ => new SignInRefused(person?.Id, why));
        return work.Commit();
    }
}
