using System.Collections.Concurrent;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>A refresh token fetches the next access token, and its own successor.</summary>
/// <param name="RefreshToken">Left out by browsers: theirs is in the cookie.</param>
internal sealed record Refresh(string? RefreshToken = null)
{
    public override string ToString() => nameof(Refresh); // never the token

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/auth/refresh", (HttpContext http, RefreshTokens tokens, CancellationToken stop, Refresh? command = null) => tokens.Spend(command?.RefreshToken, http, stop))
        .Produces<Tokens>()
        .OpenToAnybody()
        .WithSummary("Fetch the next access token");
}

/// <summary>
/// A refresh token is good once. A second use that began before the first was done lost a race and changes nothing; one that began after it means that two
/// have the token, so the session ends.
/// </summary>
internal sealed class RefreshTokens(EventStore.EventStore store, Memberships memberships, Door door, Standings standings, AccessTokens access, TimeProvider time)
{
    private const string SpendOne = """
        with spent as (
            update identity_refresh_tokens t set spent_at = $3 from identity_sessions s
            where t.tenant_id = $1 and t.hash = $2 and t.spent_at is null and t.expires_at > $3 and s.tenant_id = $1 and s.id = t.session_id and s.ended_at is null
            returning t.session_id),
        fresh as (insert into identity_refresh_tokens (tenant_id, hash, session_id, expires_at) select $1, $4, session_id, $5 from spent),
        used as (
            update identity_sessions s set used_at = $3, expires_at = $5, address = $6, device = $7 from spent where s.tenant_id = $1 and s.id = spent.session_id
            returning s.id, s.person_id, s.organisation)
        select u.id, u.person_id, u.organisation, p.standing = 'active' from used u join identity_people p on p.tenant_id = $1 and p.id = u.person_id
        """;

    private const string Look = """
        select t.spent_at, s.id, s.person_id, s.ended_at is null and t.expires_at > $3 from identity_refresh_tokens t join identity_sessions s on s.tenant_id = t.tenant_id and s.id = t.session_id
        where t.tenant_id = $1 and t.hash = $2
        """;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, long> _done = new();

    public async Task<IResult> Spend(string? given, HttpContext http, CancellationToken stop)
    {
        var begun = time.GetTimestamp();
        var (token, problem) = Cookie.Read(http.Request, given);
        if (problem is not null) return problem;
        if (token is null or { Length: > 200 }) return Answers.RefreshUnknown;
        var (hash, session) = (Secret.Hash(token), Visit.Open(store, http, Tenants.People, Actor.System));
        var before = await session.One(Look, Row, stop, Value.Text(hash), Value.Moment(time.GetUtcNow()));
        if (before is null) return Gone(http);
        if (before.SpentAt is not null) return await Again(before, raced: false);

        var (fresh, visit, now) = (Secret.Make(), Visit.Of(http), time.GetUtcNow());
        var spent = await session.One(SpendOne, row => new { Session = new SignInId(row.GetGuid(0)), Person = new PersonId(row.GetGuid(1)), Organisation = new TenantId(row.GetString(2)), Active = row.GetBoolean(3) }, CancellationToken.None,
            Value.Text(hash), Value.Moment(now), Value.Text(Secret.Hash(fresh)), Value.Moment(now + Door.Stay), Value.Text(visit.Address), Value.Text(visit.Device));
        if (spent is null)
        {
            var after = await session.One(Look, Row, stop, Value.Text(hash), Value.Moment(now));
            return after is null ? Gone(http) : await Again(after, raced: after.SpentAt is not null);
        }
        _done[hash] = time.GetTimestamp();
        Trim();
        if (!spent.Active || (await memberships.Of(spent.Person, stop)).Find(one => one.Tenant == spent.Organisation) is not { } here)
        {
            await door.SignOut(spent.Person, SignOutReason.Disabled, http, Actor.System, only: spent.Session);
            return Gone(http);
        }
        return await door.Welcome(http, new Entry(spent.Session, spent.Person, fresh, now + Door.Stay), here, 200, stop);

        async Task<IResult> Again(Seen seen, bool raced)
        {
            if (!seen.Live) return Gone(http);
            if (raced || (_done.TryGetValue(hash, out var done) && begun < done)) return Answers.RefreshSpent;
            await door.SignOut(seen.Person, SignOutReason.TokenReused, http, Actor.System, only: seen.Session);
            if (Cookie.IsBrowser(http.Request)) Cookie.Clear(http);
            return Answers.RefreshReused;
        }
    }

    /// <summary>The session of a refresh token that is still good, or of the request's access token: what signing out ends.</summary>
    public async Task<(SignInId Session, PersonId Person)?> SessionOf(string? token, string? bearer, CancellationToken stop)
    {
        if (token is { Length: > 0 and <= 200 }
            && await store.Open(Tenants.People, Actor.System).One(Look, Row, stop, Value.Text(Secret.Hash(token)), Value.Moment(time.GetUtcNow())) is { SpentAt: null, Live: true } seen) return (seen.Session, seen.Person);
        return bearer is { Length: > 0 } && await access.Check(bearer, stop) is { } claims && await standings.Of(claims, stop) is not null ? (claims.Session, claims.Person) : null;
    }

    private static Problem Gone(HttpContext http)
    {
        if (Cookie.IsBrowser(http.Request)) Cookie.Clear(http);
        return Answers.RefreshUnknown;
    }

    private static Seen Row(Npgsql.NpgsqlDataReader row) => new(row.MomentOrNull(0), new(row.GetGuid(1)), new(row.GetGuid(2)), row.GetBoolean(3));

    private void Trim()
    {
        if (_done.Count < 1000) return;
        foreach (var (hash, at) in _done) if (time.GetElapsedTime(at) > Remembered) _done.TryRemove(hash, out _);
    }

    private sealed record Seen(DateTimeOffset? SpentAt, SignInId Session, PersonId Person, bool Live);
}
