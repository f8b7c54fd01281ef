using System.Security.Cryptography;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>An organisation's data key, as far as anybody may see it.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Master">The name of the master key that wraps it.</param>
/// <param name="MadeAt">UTC.</param>
public sealed record WrappedKey(TenantId Tenant, int Version, string Master, DateTimeOffset MadeAt);

/// <summary>What an operator does with the keys of all organisations.</summary>
public sealed class KeyRing(EventStore store)
{
    private const int Page = 200;

    private const string Foreign = "select master from tenant_keys where master <> all ($1) limit 1";

    private const string Left = "select tenant_id, key, master, wrapped from tenant_keys where master <> $1 order by tenant_id, key limit $2";

    private const string Exchange = "update tenant_keys set master = $4, wrapped = $5 where tenant_id = $1 and key = $2 and master = $3";

    /// <summary>Whether the master keys given open everything that the database holds.</summary>
    /// <exception cref="MasterKeyException">They do not; the message says what to do.</exception>
    public async Task Check(MasterKeys masters, CancellationToken stop)
    {
        string[] given = [masters.Current.Id, .. masters.Previous is { } previous ? [previous.Id] : Array.Empty<string>()];
        if (await Ask(store.Database.Daemon, Foreign, stop, Texts(given)) is string wanted) throw MasterKeyException.Other(masters, wanted);
    }

    /// <summary>Has the database name its master key from the first start on, so that another one is noticed.</summary>
    public void Begin() => store.TenantKeys.Newest(Job.Nobody);

    /// <summary>All data keys, by organisation.</summary>
    public async Task<IReadOnlyList<WrappedKey>> List(CancellationToken stop) => await Sql.List(
        store.Database.Daemon, "select tenant_id, key, master, made_at from tenant_keys order by tenant_id, key", reader => new WrappedKey(new TenantId(reader.GetString(0)), reader.GetInt32(1), reader.GetString(2), MomentAt(reader, 3)), stop);

    /// <summary>Wraps every data key that another master key wraps with the current one. What is done stays done; several may do it at once, and nodes go on working.</summary>
    /// <returns>How many this call has wrapped.</returns>
    /// <exception cref="MasterKeyException">One is wrapped by a key that was not given.</exception>
    public async Task<int> Rotate(MasterKeys masters, CancellationToken stop)
    {
        for (var done = 0; ;)
        {
            var left = await Sql.List(store.Database.Daemon, Left, reader => (Tenant: new TenantId(reader.GetString(0)), Version: reader.GetInt32(1), Master: reader.GetString(2), Wrapped: reader.GetFieldValue<byte[]>(3)), stop, Text(masters.Current.Id), Number(Page));
            if (left.Count == 0) return done;
            foreach (var (tenant, version, master, wrapped) in left)
            {
                var secret = TenantKeys.Unwrap(masters.Named(master), tenant, version, wrapped);
                await Ask(store.Database.Daemon, Exchange, stop, Text(tenant.Value), Number(version), Text(master), Text(masters.Current.Id), new Npgsql.NpgsqlParameter<byte[]> { TypedValue = TenantKeys.Wrap(masters.Current, tenant, version, secret) });
                CryptographicOperations.ZeroMemory(secret);
                done++;
            }
        }
    }
}
