using System.Collections.Frozen;
using Billing.EventStore;

namespace Billing.Identity;

/// <summary>
/// The keys that sign access tokens. One signs; one that was replaced still verifies until its tokens have run out. All nodes share them through a table,
/// and look again when a token names a key they do not know.
/// </summary>
internal sealed class SigningKeys(EventStore.EventStore store, TimeProvider time) : IDisposable
{
    private const string List = "select id, retired_at is null from identity_signing_keys where tenant_id = $1 and (retired_at is null or retired_at > $2) order by made_at desc, id";
    private const string Add = "insert into identity_signing_keys (tenant_id, id, public, made_at) values ($1, $2, $3, $4)";
    private const string AddFirst = "insert into identity_signing_keys (tenant_id, id, public, made_at) select $1, $2, $3, $4 where not exists (select from identity_signing_keys where tenant_id = $1)";
    private const string Retire = "update identity_signing_keys set retired_at = $3 where tenant_id = $1 and id <> $2 and retired_at is null";

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _loading = new(1);
    private volatile Known _known = new(null, FrozenDictionary<string, SigningKey>.Empty, 0);

    private Session People => store.Open(Tenants.People, Actor.System);

    /// <summary>The key that signs now; the first is made when there is none.</summary>
    public async ValueTask<SigningKey> Current(CancellationToken stop) => _known.Current ?? (await Load(null, stop)).Current ?? throw new InvalidOperationException("There is no key to sign with.");

    /// <summary>The live keys.</summary>
    public async Task<IReadOnlyCollection<SigningKey>> All(CancellationToken stop) => (_known.Current is null ? await Load(null, stop) : _known).ById.Values;

    /// <summary>The live key of an id, if this node has seen it.</summary>
    public SigningKey? Find(string id) => _known.ById.GetValueOrDefault(id);

    /// <summary>Looks for a key that another node may have made; not more often than every two seconds.</summary>
    public async ValueTask LookFor(string id, CancellationToken stop)
    {
        if (Find(id) is null && (_known.Current is null || time.GetElapsedTime(_known.At) > Between)) await Load(id, stop);
    }

    /// <summary>A new key signs from now on; the old ones verify until their tokens have run out.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Rotate(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        using var key = SigningKey.Make();
        await People.Write(Sealed(key, now), Adding(Add, key, now), new Statement(Retire, Value.Text(key.Id), Value.Moment(now + AccessTokens.Lifetime + Jwt.Tolerance)));
        await Load(key.Id, stop);
        return key.Id;
    }

    public void Dispose()
    {
        _loading.Dispose();
        foreach (var key in _known.ById.Values) key.Dispose();
    }

    private async Task<Known> Load(string? wanted, CancellationToken stop)
    {
        await _loading.WaitAsync(stop);
        try
        {
            if (wanted is null ? _known.Current is not null : Find(wanted) is not null) return _known;
            var now = time.GetUtcNow();
            var rows = await Rows(now, stop);
            if (rows.Count == 0)
            {
                using var first = SigningKey.Make();
                await People.Write(Sealed(first, now), Adding(AddFirst, first, now));
                rows = await Rows(now, stop);
            }
            var keys = new Dictionary<string, SigningKey>();
            foreach (var (id, _) in rows)
                keys[id] = Find(id) ?? SigningKey.From(Convert.FromBase64String(await store.Secrets.Open(Tenants.People, RecordOf(id), "private", stop) ?? throw new InvalidOperationException($"The private half of the signing key {id} is gone.")));
            return _known = new(rows.FirstOrDefault(row => row.Signs) is { Id: { } signs } ? keys[signs] : null, keys.ToFrozenDictionary(), time.GetTimestamp());
        }
        finally
        {
            _loading.Release();
        }
    }

    private Task<List<(string Id, bool Signs)>> Rows(DateTimeOffset now, CancellationToken stop) =>
        People.Many(List, row => (row.GetString(0), row.GetBoolean(1)), stop, Value.Moment(now));

    private static Statement Adding(string sql, SigningKey key, DateTimeOffset now) => new(sql, Value.Text(key.Id), Value.Bytes(key.PublicBytes()), Value.Moment(now));

    private Statement Sealed(SigningKey key, DateTimeOffset now) => store.Secrets.Put(Tenants.People, RecordOf(key.Id), "private", Convert.ToBase64String(key.Private()), now);

    private static string RecordOf(string id) => "identity.signing_key/" + id;

    private sealed record Known(SigningKey? Current, FrozenDictionary<string, SigningKey> ById, long At);
}
