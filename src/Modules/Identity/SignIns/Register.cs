using System.Text.RegularExpressions;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Somebody founds an organisation, owns it and is in.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Email">What its owner signs in with.</param>
/// <param name="Password">Their password.</param>
/// <param name="FirstName">Their first name.</param>
/// <param name="LastName">Their last name.</param>
/// <param name="Currency">What it bills in; the product's usual one when left out.</param>
/// <param name="TimeZone">Where its day begins; the product's usual one when left out.</param>
/// <param name="Locale">How it writes numbers and dates; the product's usual one when left out.</param>
/// <param name="SampleData">Whether a made-up company is founded beside it (see POST /api/tenants/sample), to be played and looked at.</param>
internal sealed record Register(string Organisation, string Slug, string Email, string Password, string FirstName, string LastName, Currency? Currency = null, string? TimeZone = null, string? Locale = null, bool SampleData = false)
{
    public override string ToString() => nameof(Register); // never the password

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/auth/register", (Register command, Registration registration, HttpContext http, CancellationToken stop) => registration.Run(command, http, stop))
        .Produces<Tokens>(201)
        .OpenToAnybody()
        .WithSummary("Register an organisation and its owner");
}

/// <summary>How registering is done: both streams, credentials and session become true in one transaction.</summary>
internal sealed class Registration(EventStore.EventStore store, IdentityOptions options, Memberships memberships, Removals removals, Hashing hashing, Door door, FoundSample samples, IReadOnlyList<IModule> modules, TimeProvider time)
{
    /// <summary>Days that an organisation tries the product for nothing.</summary>
    public const int TrialDays = 14;

    internal const string KeepPassword = "insert into identity_passwords (tenant_id, person_id, hash, chosen_at) values ($1, $2, $3, $4) on conflict (tenant_id, person_id) do update set hash = excluded.hash, chosen_at = excluded.chosen_at";

    /// <summary>Whether the first organisation is yet to come. One that was removed has been: whoever came next would be the operator.</summary>
    public async Task<bool> IsFirst(CancellationToken stop) => !await memberships.Exists(options.FirstTenant, stop) && !await removals.Know(options.FirstTenant, stop);

    public async Task<IResult> Run(Register command, HttpContext http, CancellationToken stop)
    {
        var first = await IsFirst(stop);
        if (!first && options.SignUp != SignUp.Open) return Answers.SignUpClosed;
        if (!Read(command).TryGet(out var wanted, out var refused)) return Answers.As(refused);
        if (await hashing.Make(command.Password, stop) is not { } hash) return Hashing.Busy;

        var system = store.Open(Tenants.People, Actor.System);
        var person = new PersonId(system.NewId());
        var actor = new Actor("person", person.ToString(), wanted.Person.Name);
        var tenant = first ? options.FirstTenant : new TenantId(system.NewId().ToString("n"));
        var (here, people) = (Visit.Open(store, http, tenant, actor).Begin(), Visit.Open(store, http, Tenants.People, actor).Begin());
        Found(here, person, wanted, options.SignUp == SignUp.Open ? LocalDay.Of(time.GetUtcNow(), wanted.Zone).AddDays(TrialDays) : null);
        Enrol(people, person, wanted.Person, hash);
        people.WantMail(VerificationMail.Name, person.Value);
        var entry = Door.Admit(here, people, person, http, SignInMeans.Registration, secondFactor: false);
        try
        {
            await here.CommitWith(people);
        }
        catch (ConcurrencyException) when (first)
        {
            return options.SignUp == SignUp.Open ? await Run(command, http, stop) : Answers.SignUpClosed; // somebody else was the first
        }
        catch (RowTakenException taken) when (Answers.Taken(taken) is { } problem)
        {
            return problem;
        }
        foreach (var module in modules) await module.Welcome(store.Open(tenant, Actor.System), stop);
        if (command.SampleData) await samples.Beside(wanted.Slug, person, actor, http);
        return await door.Welcome(http, entry, new Membership(tenant, command.Slug, wanted.Name, Role.Owner), 201, stop);
    }

    /// <summary>Decides that somebody can sign in from now on.</summary>
    public static void Enrol(Work people, PersonId id, Person person, string hash)
    {
        people.New<Person>(id.Value);
        people.Decide<Person, PersonEvent>(id.Value, _ => (List<PersonEvent>)[new PersonRegistered(new(id.Value, person.Email), new(id.Value, person.FirstName), new(id.Value, person.LastName)), new PasswordChosen()]);
        people.Also(new Statement(KeepPassword, Value.Id(id.Value), Value.Text(hash), Value.Moment(people.At)));
    }

    private static void Found(Work work, PersonId owner, Wanted wanted, DateOnly? trial)
    {
        work.New<Organisation>(Organisation.Id);
        work.Decide<Organisation, OrganisationEvent>(Organisation.Id, _ => (List<OrganisationEvent>)
        [
            new OrganisationFounded(wanted.Slug, wanted.Name, wanted.Currency, wanted.Zone.Id, wanted.Locale, trial),
            new MemberJoined(owner, Role.Owner, null),
        ]);
    }

    private Result<Wanted> Read(Register command)
    {
        if (!PlainText.Name(command.Organisation, "An organisation", 255).TryGet(out var name, out var refused)) return refused;
        if (!Slugs.Read(command.Slug).TryGet(out var slug, out refused)) return refused;
        if (!Habits.Read(command.Currency?.ToString() ?? options.Currency, command.TimeZone ?? options.TimeZone, command.Locale ?? options.Locale).TryGet(out var habits, out refused)) return refused;
        if (!People.Read(command.Email, command.FirstName, command.LastName).TryGet(out var person, out refused)) return refused;
        if (PasswordRules.Check(command.Password, person.Email, person.Name, name) is { } weak) return weak;
        return new Wanted(slug, name, habits.Currency, habits.Zone, habits.Locale, person);
    }

    private sealed record Wanted(string Slug, string Name, Currency Currency, TimeZoneInfo Zone, string Locale, Person Person);
}
