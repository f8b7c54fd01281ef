using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Identity;

/// <summary>Lets people in and out: a sign-in is an event of the organisation, a session and its refresh tokens are rows of the person.</summary>
internal sealed class Door(EventStore.EventStore store, AccessTokens tokens, Standings standings, TimeProvider time)
{
    /// <summary>How long a refresh token is good.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromDays(7);

    private const string Begin = "insert into identity_sessions (tenant_id, id, person_id, organisation, device, address, started_at, used_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $7, $8)";
    private const string Give = "insert into identity_refresh_tokens (tenant_id, hash, session_id, expires_at) values ($1, $2, $3, $4)";
    private const string End = "update identity_sessions set ended_at = $2 where tenant_id = $1 and ended_at is null and person_id = $3 and (id = $4 or $4 is null) and (id <> $5 or $5 is null) and (organisation = $6 or $6 is null) returning id, organisation";

    /// <summary>Decides on a sign-in in the works of organisation and people; it is true once they have committed.</summary>
    public static Entry Admit(Work organisation, Work people, PersonId person, HttpContext http, SignInMeans by, bool secondFactor)
    {
        var (id, visit, now) = (organisation.Session.NewId(), Visit.Of(http), people.At);
        organisation.New<SignIn>(id);
        organisation.Decide<SignIn, SignInEvent>(id, _ => new SignedIn(person, by, visit.Device, secondFactor));
        var refresh = Secret.Make();
        people.Also(new Statement(Begin, Value.Id(id), Value.Id(person.Value), Value.Text(organisation.Session.Tenant.Value), Value.Text(visit.Device), Value.Text(visit.Address), Value.Moment(now), Value.Moment(now + Stay)));
        people.Also(new Statement(Give, Value.Text(Secret.Hash(refresh)), Value.Id(id), Value.Moment(now + Stay)));
        return new(new(id), person, refresh, now + Stay);
    }

    /// <summary>The answer to somebody who was let in.</summary>
    public async Task<Answer> Welcome(HttpContext http, Entry entry, Membership organisation, int status, CancellationToken stop)
    {
        var access = await tokens.Issue(entry.Person, organisation.Tenant, entry.Session, stop);
        var browser = Cookie.IsBrowser(http.Request);
        if (browser) Cookie.Set(http, entry.Refresh, entry.RefreshExpires);
        return Answer.Of(new Tokens(access, browser ? null : entry.Refresh, "Bearer", (int)AccessTokens.Lifetime.TotalSeconds, OrganisationName.Of(organisation)), status: status);
    }

    /// <summary>Ends sessions of a person; their tokens are good for nothing from then on, in this process at once.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="reason">Why.</param>
    /// <param name="http">The request that asked for it.</param>
    /// <param name="actor">Who asked.</param>
    /// <param name="only">This one alone; null for all.</param>
    /// <param name="but">All but this one.</param>
    /// <param name="organisation">Those in this organisation alone; null for all.</param>
    /// <returns>How many were ended.</returns>
    public async Task<int> SignOut(PersonId person, SignOutReason reason, HttpContext http, Actor actor, SignInId? only = null, SignInId? but = null, TenantId? organisation = null)
    {
        var ended = await Visit.Open(store, http, Tenants.People, actor).Many(End, row => (Id: row.GetGuid(0), Organisation: new TenantId(row.GetString(1))), CancellationToken.None,
            Value.Moment(time.GetUtcNow()), Value.Id(person.Value), IdOrNull(only), IdOrNull(but), Value.Text(organisation?.Value));
        standings.Forget();
        foreach (var one in ended) await Visit.Open(store, http, one.Organisation, actor).Streams<SignIn>().Decide<SignInEvent>(one.Id, signIn => signIn.End(reason), CancellationToken.None);
        return ended.Count;
    }

    private static Npgsql.NpgsqlParameter IdOrNull(SignInId? id) => new() { Value = id is { } given ? given.Value : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid };
}

/// <summary>Somebody is let in: the secret that goes to them, and nowhere else.</summary>
internal sealed record Entry(SignInId Session, PersonId Person, string Refresh, DateTimeOffset RefreshExpires)
{
    public override string ToString() => $"{Session}";
}
