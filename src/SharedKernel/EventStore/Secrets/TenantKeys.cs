using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// Each organisation's data key, wrapped by the master key, made when first needed. Asked for in the midst of reading JSON, so it answers without waiting
/// for a task; what it once opened it remembers.
/// </summary>
internal sealed class TenantKeys(Database database, MasterKeys? masters)
{
    private const string Find = "select key, master, wrapped from tenant_keys where tenant_id = $1 order by key desc";

    private const string Make = "insert into tenant_keys (tenant_id, key, master, wrapped) values ($1, 1, $2, $3) on conflict do nothing";

    private readonly ConcurrentDictionary<TenantId, TenantKey[]> _known = [];

    /// <summary>Whether there is a master key, and so anything to seal with.</summary>
    public bool CanSeal => masters is not null;

    /// <summary>The key to seal with now.</summary>
    public TenantKey Newest(TenantId tenant) => (_known.TryGetValue(tenant, out var known) ? known : Load(tenant, make: true))[0];

    /// <summary>The key that something was sealed with.</summary>
    /// <exception cref="CryptographicException">There is no such key.</exception>
    public TenantKey Version(TenantId tenant, int version) =>
        In(_known.GetValueOrDefault(tenant, []), version) ?? In(Load(tenant, make: false), version) ?? throw new CryptographicException($"The organisation {tenant} has no data key {version}.");

    /// <summary>Forgets what it opened: a key may be gone.</summary>
    public void Clear() => _known.Clear();

    public static byte[] Wrap(MasterKey master, TenantId tenant, int version, byte[] secret) => Sealed.Seal(master.Secret, secret, PlaceOf(tenant, version));

    public static byte[] Unwrap(MasterKey master, TenantId tenant, int version, byte[] wrapped) => Sealed.Open(master.Secret, wrapped, PlaceOf(tenant, version));

    private TenantKey[] Load(TenantId tenant, bool make)
    {
        var keys = masters ?? throw new InvalidOperationException("There is no master key: nothing can be sealed or opened. Give the store one.");
        var found = Read(tenant, keys);
        if (found.Length == 0 && make)
        {
            database.AskForKeys(tenant, Make, [Text(keys.Current.Id), Bytes(Wrap(keys.Current, tenant, 1, RandomNumberGenerator.GetBytes(MasterKey.Bytes)))], _ => 0);
            found = Read(tenant, keys); // perhaps another node's
        }
        if (found.Length > 0) _known[tenant] = found;
        return found;
    }

    private TenantKey[] Read(TenantId tenant, MasterKeys keys) => [.. database.AskForKeys(tenant, Find, [], reader =>
    {
        var (version, master) = (reader.GetInt32(0), keys.Named(reader.GetString(1)));
        return new TenantKey(version, Unwrap(master, tenant, version, reader.GetFieldValue<byte[]>(2)));
    })];

    private static TenantKey? In(TenantKey[] keys, int version) => Array.Find(keys, key => key.Version == version);

    private static byte[] PlaceOf(TenantId tenant, int version) => Sealed.Place("tenant key", tenant.Value, version.ToString(CultureInfo.InvariantCulture));

    private static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<byte[]> Bytes(byte[] bytes) => new() { TypedValue = bytes };
}

/// <summary>An organisation's data key, opened.</summary>
internal sealed record TenantKey(int Version, byte[] Secret);
