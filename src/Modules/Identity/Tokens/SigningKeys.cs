using System.Collections.Frozen;
using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Identity;

/// <summary>
/// The keys that sign access tokens. A new one is published before it signs; the one it replaces verifies until its last token has run out. All nodes share
/// them through a table, which they read once a minute, and at once when a token names a key they do not know.
/// </summary>
internal sealed class SigningKeys(EventStore.EventStore store, TimeProvider time) : ISigningKeys, IDisposable
{
    /// <summary>How long a key is published before it signs: longer than anybody keeps the list of keys.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromMinutes(10);

    /// <summary>How long a node goes on with what it read.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    /// <summary>How old the newest key may become.</summary>
    public static readonly TimeSpan LongestUse = TimeSpan.FromDays(90);

    private const string List = "select id, made_at, retired_at from identity_signing_keys where tenant_id = $1 and (retired_at is null or retired_at > $2) order by made_at desc, id";
    private const string Add = "insert into identity_signing_keys (tenant_id, id, public, made_at) values ($1, $2, $3, $4)";
    private const string AddFirst = "insert into identity_signing_keys (tenant_id, id, public, made_at) select $1, $2, $3, $4 where not exists (select from identity_signing_keys where tenant_id = $1)";
    private const string Retire = "update identity_signing_keys set retired_at = $3 where tenant_id = $1 and id <> $2 and retired_at is null";
    private const string Withdraw_ = "update identity_signing_keys set retired_at = $3 where tenant_id = $1 and id <> $2 and (retired_at is null or retired_at > $3)";
    private const string Over = "select id from identity_signing_keys where tenant_id = $1 and retired_at <= $2";
    private const string Remove = "delete from identity_signing_keys where tenant_id = $1 and id = $2";

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _loading = new(1);
    private volatile Known _known = new([], FrozenDictionary<string, Dated>.Empty, default, 0);

    private Session People => store.Open(Tenants.People, Actor.System);

    /// <summary>The key that signs now; the first is made when there is none.</summary>
    public async ValueTask<SigningKey> Current(CancellationToken stop) => (await Fresh(stop)).Signs(time.GetUtcNow())?.Key ?? throw new InvalidOperationException("There is no key to sign with.");

    /// <summary>The live keys: the one that signs, the next, and those whose tokens have not all run out.</summary>
    public async Task<IReadOnlyCollection<SigningKey>> All(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return [.. (await Fresh(stop)).NewestFirst.Where(one => one.IsLive(now)).Select(one => one.Key)];
    }

    /// <summary>The live key of an id, if this node has seen it.</summary>
    public SigningKey? Find(string id) => _known.ById.GetValueOrDefault(id) is { } one && one.IsLive(time.GetUtcNow()) ? one.Key : null;

    /// <summary>What is on record, not older than a minute.</summary>
    public async ValueTask LookAgain(CancellationToken stop) => await Fresh(stop);

    /// <summary>Looks for a key that another node may have made; not more often than every two seconds.</summary>
    public async ValueTask LookFor(string id, CancellationToken stop)
    {
        if (Find(id) is null && (_known.NewestFirst.Count == 0 || time.GetElapsedTime(_known.At) > Between)) await Load(known => known.ById.ContainsKey(id), stop);
    }

    /// <summary>A new key is published now and signs soon; the old ones verify until their tokens have run out.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Rotate(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        using var key = SigningKey.Make();
        var retired = now + Lead + AccessTokens.Lifetime + (2 * Jwt.Tolerance); // for clocks that go differently where it signs and where it verifies
        await People.Write(Sealed(key, now), Adding(Add, key, now), new Statement(Retire, Value.Text(key.Id), Value.Moment(retired)));
        await Load(known => known.ById.ContainsKey(key.Id), stop);
        return key.Id;
    }

    /// <summary>A private key is in strange hands: a new one signs at once, and no token of the others is good any more.</summary>
    public async Task<string> Withdraw(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        using var key = SigningKey.Make();
        await People.Write(Sealed(key, now), Adding(Add, key, now - Lead), new Statement(Withdraw_, Value.Text(key.Id), Value.Moment(now)));
        await Destroy(now, stop);
        await Load(known => known.ById.ContainsKey(key.Id), stop);
        return key.Id;
    }

    async Task<(string Key, DateTimeOffset From)> ISigningKeys.Rotate(CancellationToken stop)
    {
        await Fresh(stop); // there is one to go on verifying
        var id = await Rotate(stop);
        return (id, _known.ById[id].MadeAt + Lead);
    }

    /// <summary>Replaces a key that has been in use for long, and destroys those whose tokens have all run out.</summary>
    public async Task Renew(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if ((await Fresh(stop)).NewestFirst is [var newest, ..] && newest.MadeAt <= now - LongestUse) await Rotate(stop);
        await Destroy(now, stop);
    }

    public void Dispose()
    {
        _loading.Dispose();
        foreach (var one in _known.NewestFirst) one.Key.Dispose();
    }

    /// <summary>Those that verify nothing any more.</summary>
    private async Task Destroy(DateTimeOffset now, CancellationToken stop)
    {
        foreach (var id in await People.Many(Over, row => row.GetString(0), stop, Value.Moment(now)))
            await People.Write(Secrets.Drop(RecordOf(id)), new Statement(Remove, Value.Text(id)));
    }

    private async ValueTask<Known> Fresh(CancellationToken stop) => IsFresh(_known) ? _known : await Load(IsFresh, stop);

    private bool IsFresh(Known known) => known.NewestFirst.Count > 0 && (time.GetUtcNow() - known.ReadAt).Duration() <= Freshness;

    /// <summary>Reads the keys, unless somebody just did and that will do.</summary>
    private async Task<Known> Load(Func<Known, bool> willDo, CancellationToken stop)
    {
        await _loading.WaitAsync(stop);
        try
        {
            if (willDo(_known)) return _known;
            var now = time.GetUtcNow();
            var rows = await Rows(now, stop);
            if (rows.Count == 0)
            {
                using var first = SigningKey.Make();
                await People.Write(Sealed(first, now), Adding(AddFirst, first, now));
                rows = await Rows(now, stop);
            }
            var keys = new List<Dated>();
            foreach (var (id, made, retired) in rows) keys.Add(new(_known.ById.GetValueOrDefault(id)?.Key ?? await Open(id, stop), made, retired));
            return _known = new(keys, keys.ToFrozenDictionary(one => one.Key.Id), now, time.GetTimestamp());
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<SigningKey> Open(string id, CancellationToken stop) => SigningKey.From(Convert.FromBase64String(
        await store.Secrets.Open(Tenants.People, RecordOf(id), "private", stop) ?? throw new InvalidOperationException($"The private half of the signing key {id} is gone.")));

    private Task<List<(string Id, DateTimeOffset MadeAt, DateTimeOffset? RetiredAt)>> Rows(DateTimeOffset now, CancellationToken stop) => People.Many(List,
        row => (row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.IsDBNull(2) ? null : (DateTimeOffset?)row.GetFieldValue<DateTimeOffset>(2)), stop, Value.Moment(now));

    private static Statement Adding(string sql, SigningKey key, DateTimeOffset now) => new(sql, Value.Text(key.Id), Value.Bytes(key.PublicBytes()), Value.Moment(now));

    private Statement Sealed(SigningKey key, DateTimeOffset now) => store.Secrets.Put(Tenants.People, RecordOf(key.Id), "private", Convert.ToBase64String(key.Private()), now);

    private static string RecordOf(string id) => "identity.signing_key/" + id;

    private sealed record Dated(SigningKey Key, DateTimeOffset MadeAt, DateTimeOffset? RetiredAt)
    {
        public bool IsLive(DateTimeOffset now) => RetiredAt is not { } at || at > now;
    }

    private sealed record Known(IReadOnlyList<Dated> NewestFirst, FrozenDictionary<string, Dated> ById, DateTimeOffset ReadAt, long At)
    {
        /// <summary>The newest that has been published long enough; the very first signs at once.</summary>
        public Dated? Signs(DateTimeOffset now) => NewestFirst.FirstOrDefault(one => one.MadeAt + Lead <= now) ?? (NewestFirst is [.., var first] ? first : null);
    }
}
