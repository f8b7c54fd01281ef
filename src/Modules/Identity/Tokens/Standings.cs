using System.Collections.Concurrent;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>
/// What somebody may do in an organisation at this moment. Remembered for at most five seconds, and forgotten at once in the process that changes anything
/// about people, members or sessions.
/// </summary>
internal sealed class Standings(EventStore.EventStore store, TimeProvider time)
{
    private const string Here = """
        select name, time_zone, locale, currency, second_factor_required, deleted, (select m from jsonb_array_elements(members) m where m ->> 'personId' = $2)
        from identity_organisations where tenant_id = $1
        """;

    private const string Them = """
        select p.first_name, p.last_name, p.second_factor from identity_people p join identity_sessions s on s.tenant_id = p.tenant_id and s.person_id = p.id
        where p.tenant_id = $1 and p.id = $2 and p.standing = 'active' and s.id = $3 and s.organisation = $4 and s.ended_at is null and s.expires_at > $5
        """;

    /// <summary>How long a change elsewhere may go unnoticed.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(4);

    private const int MostRemembered = 20_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly ConcurrentDictionary<(PersonId, TenantId, SignInId), (Caller? Caller, long At)> _known = new();
    private int _generation;

    /// <summary>The caller that a checked token speaks for; null when they may not enter (any more).</summary>
    public async ValueTask<Caller?> Of(AccessClaims claims, CancellationToken stop)
    {
        var key = (claims.Person, claims.Organisation, claims.Session);
        if (_known.TryGetValue(key, out var known) && time.GetElapsedTime(known.At) < Freshness) return known.Caller;
        var generation = Volatile.Read(ref _generation);
        var caller = await Look(claims, stop);
        if (_known.Count >= MostRemembered) _known.Clear();
        if (generation == Volatile.Read(ref _generation)) _known[key] = (caller, time.GetTimestamp());
        return caller;
    }

    /// <summary>Something about somebody's standing has changed: nobody's is remembered.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _known.Clear();
    }

    private async Task<Caller?> Look(AccessClaims claims, CancellationToken stop)
    {
        var person = await store.Open(Tenants.People, Actor.System).One(Them, row => new { Name = $"{row.GetString(0)} {row.GetString(1)}".Trim(), SecondFactor = row.GetBoolean(2) }, stop,
            Value.Id(claims.Person.Value), Value.Id(claims.Session.Value), Value.Text(claims.Organisation.Value), Value.Moment(time.GetUtcNow()));
        if (person is null) return null;
        return await store.Open(claims.Organisation, Actor.System).One(Here, row =>
        {
            var member = row.IsDBNull(6) ? null : JsonSerializer.Deserialize<MemberLine>(row.GetString(6), Json);
            if (member is not { Active: true } || row.GetBoolean(5)) return null;
            var role = (Role)member.Role;
            var may = row.GetBoolean(4) && !person.SecondFactor ? System.Collections.Frozen.FrozenSet<Permission>.Empty : Permission.Of(role);
            return new Caller(new Actor("person", claims.Person.ToString(), person.Name), HabitsOf(claims.Organisation, row), may, role) { Session = claims.Session.Value };
        }, stop, Value.Text(claims.Person.ToString()));
    }

    /// <summary>Name, time zone, locale and currency, in this order from the first column.</summary>
    internal static Web.Organisation HabitsOf(TenantId tenant, Npgsql.NpgsqlDataReader row) => new(
        tenant, row.GetString(0), TimeZoneInfo.TryFindSystemTimeZoneById(row.GetString(1), out var zone) ? zone : TimeZoneInfo.Utc, row.GetString(2), Currency.Parse(row.GetString(3)));
}
