using System.Collections.Concurrent;
using System.Collections.Frozen;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Looks API keys up by what they prove, and notes when each was last used. A revoked key is noticed within five seconds everywhere, at once here.</summary>
internal sealed class ApiKeyRing(EventStore.EventStore store, TimeProvider time)
{
    private const string Find = "select tenant_id, id, name, scopes, expires_at from identity_api_keys where proof = $1 and revoked_at is null";
    private const string Here = "select name, time_zone, locale, currency from identity_organisations where tenant_id = $1 and not deleted";
    private const string Note = "insert into identity_key_use (tenant_id, key_id, used_at) values ($1, $2, $3) on conflict (tenant_id, key_id) do update set used_at = greatest(identity_key_use.used_at, excluded.used_at)";
    private const int MostRemembered = 5_000;

    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (Known? Key, long At)> _known = new();
    private readonly ConcurrentDictionary<Guid, long> _noted = new();
    private int _generation;

    /// <summary>The caller that a key stands for; null when it is good for nothing (any more).</summary>
    public async ValueTask<Caller?> Of(string text, CancellationToken stop)
    {
        var proof = Secret.Hash(text);
        if (!_known.TryGetValue(proof, out var known) || time.GetElapsedTime(known.At) >= Standings.Freshness)
        {
            var generation = Volatile.Read(ref _generation);
            known = (await Look(proof, stop), time.GetTimestamp());
            if (_known.Count >= MostRemembered) _known.Clear();
            if (generation == Volatile.Read(ref _generation)) _known[proof] = known;
        }
        if (known.Key is not { } key || key.ExpiresAt <= time.GetUtcNow()) return null;
        await NoteUse(key);
        return key.Caller;
    }

    /// <summary>Some key was revoked: none is remembered.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _known.Clear();
    }

    private async Task<Known?> Look(string proof, CancellationToken stop)
    {
        var found = await store.ByProof(proof, Find, row => (Tenant: new TenantId(row.GetString(0)), Id: row.GetGuid(1), Name: row.GetString(2), Scopes: row.GetString(3), ExpiresAt: row.MomentOrNull(4)), stop);
        if (found is not [var key]) return null;
        var here = await store.Open(key.Tenant, Actor.System).One(Here, row => Standings.HabitsOf(key.Tenant, row), stop);
        var may = key.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Permission.Named).OfType<Permission>().ToFrozenSet();
        return here is null ? null : new Known(key.Id, key.Tenant, new Caller(new Actor("key", key.Id.ToString(), key.Name), here, may, null), key.ExpiresAt);
    }

    private async ValueTask NoteUse(Known key)
    {
        var last = _noted.GetOrAdd(key.Id, long.MinValue);
        var now = time.GetTimestamp();
        if ((last != long.MinValue && time.GetElapsedTime(last, now) < NoteEvery) || !_noted.TryUpdate(key.Id, now, last)) return;
        await store.Open(key.Tenant, Actor.System).Write(new Statement(Note, Value.Id(key.Id), Value.Moment(time.GetUtcNow())));
    }

    private sealed record Known(Guid Id, TenantId Tenant, Caller Caller, DateTimeOffset? ExpiresAt);
}
