using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>
/// The keys of the people that events speak of: one for each subject and tenant, wrapped by the tenant's. A key that is not at hand is read with those that
/// follow it, the more the longer they are asked for in order: subjects are numbered by time, as the log is, so a replay reads keys by the thousand.
/// </summary>
internal sealed class PersonalKeys(Database database, TenantKeys tenants, int capacity = 100_000)
{
    private const int FirstPage = 32;
    private const int FullPage = 5_000;

    private const string Page = "select subject, key, under, wrapped from personal_keys where tenant_id = $1 and subject >= $2 order by subject limit $3";

    private const string Some = "select subject, key, under, wrapped from personal_keys where tenant_id = $1 and subject = any ($2)";

    // the log's own commit comes later and makes this durable with it
    private const string Make = """
        with quick as (select set_config('synchronous_commit', 'off', true))
        insert into personal_keys (tenant_id, subject, key, under, wrapped)
        select $1, k.subject, 1, $2, k.wrapped from quick, unnest($3, $4) as k (subject, wrapped) order by k.subject on conflict do nothing
        """;

    private readonly Lock _reading = new();
    private readonly Dictionary<TenantId, (Guid Last, int Size)> _pages = [];
    private volatile ConcurrentDictionary<(TenantId, Guid), PersonalKey> _young = new();
    private volatile ConcurrentDictionary<(TenantId, Guid), PersonalKey> _old = new();
    private int _inYoung;

    /// <summary>Whether there is a master key, and so anything to seal with.</summary>
    public bool CanSeal => tenants.CanSeal;

    /// <summary>A subject's key; one without a secret when it was destroyed.</summary>
    /// <exception cref="CryptographicException">There never was one: the table of keys is not whole.</exception>
    public PersonalKey Of(TenantId tenant, Guid subject)
    {
        if (Known(tenant, subject) is { } known) return known;
        lock (_reading)
        {
            if (Known(tenant, subject) is { } meanwhile) return meanwhile;
            var (last, size) = _pages.GetValueOrDefault(tenant, (default, FirstPage));
            size = Order(subject).CompareTo(Order(last)) > 0 ? Math.Min(size * 2, FullPage) : FirstPage;
            var page = Keep(tenant, Page, [new NpgsqlParameter<Guid> { TypedValue = subject }, new NpgsqlParameter<int> { TypedValue = size }]);
            if (page.Count > 0) _pages[tenant] = (page[^1], page.Count < size ? FirstPage : size);
            return Known(tenant, subject) ?? throw new CryptographicException($"The key of {subject} in {tenant} is not in personal_keys, not even as destroyed. Restore that table.");
        }
    }

    /// <summary>A subject's key if it is at hand.</summary>
    public PersonalKey? Known(TenantId tenant, Guid subject)
    {
        var young = _young; // before the old ones: what is carried over goes with it when somebody clears both in between
        if (young.TryGetValue((tenant, subject), out var key)) return key;
        if (!_old.TryGetValue((tenant, subject), out key)) return null;
        young[(tenant, subject)] = key;
        return key;
    }

    /// <summary>Has the keys of these subjects at hand, new ones for those who have none.</summary>
    public void Have(TenantId tenant, IReadOnlyCollection<Guid> subjects)
    {
        lock (_reading)
        {
            Guid[] wanted = [.. subjects.Distinct()];
            var there = Keep(tenant, Some, [Ids(wanted)]);
            Guid[] missing = [.. wanted.Except(there)];
            if (missing.Length == 0) return;
            var under = tenants.Newest(tenant);
            byte[][] wrapped = [.. missing.Select(subject => Sealed.Seal(under.Secret, RandomNumberGenerator.GetBytes(MasterKey.Bytes), PlaceOf(tenant, subject, 1)))];
            database.AskForKeys(tenant, Make, [new NpgsqlParameter<int> { TypedValue = under.Version }, Ids(missing), new NpgsqlParameter<byte[][]> { TypedValue = wrapped }], _ => 0);
            Keep(tenant, Some, [Ids(missing)]); // perhaps another node's
        }
    }

    /// <summary>Forgets what it knows: somebody's key was destroyed.</summary>
    public void Clear()
    {
        lock (_reading) // whoever reads a page now keeps it before, not after
        {
            _old = new();
            _young = new();
            _inYoung = 0;
            _pages.Clear();
        }
    }

    /// <summary>The words as they stand in the log.</summary>
    public static string Seal(TenantId tenant, Guid subject, PersonalKey key, string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(Sealed.Seal(key.Secret!, Encoding.UTF8.GetBytes(text), PlaceOf(tenant, subject, key.Version)));

    /// <summary>The words from the log; null when their key was destroyed.</summary>
    public string? Open(TenantId tenant, Guid subject, int version, ReadOnlySpan<char> text)
    {
        if (Of(tenant, subject) is not { Secret: { } secret }) return null;
        return Encoding.UTF8.GetString(Sealed.Open(secret, System.Buffers.Text.Base64Url.DecodeFromChars(text), PlaceOf(tenant, subject, version)));
    }

    private List<Guid> Keep(TenantId tenant, string sql, NpgsqlParameter[] values)
    {
        var page = database.AskForKeys(tenant, sql, values, reader => (Subject: reader.GetGuid(0), Version: reader.GetInt32(1), Under: reader.IsDBNull(2) ? 0 : reader.GetInt32(2), Wrapped: reader.IsDBNull(3) ? null : reader.GetFieldValue<byte[]>(3)));
        foreach (var (subject, version, under, wrapped) in page)
            Remember(tenant, subject, new PersonalKey(version, wrapped is null ? null : Sealed.Open(tenants.Version(tenant, under).Secret, wrapped, PlaceOf(tenant, subject, version))));
        return [.. page.Select(key => key.Subject)];
    }

    private void Remember(TenantId tenant, Guid subject, PersonalKey key)
    {
        _young[(tenant, subject)] = key;
        if (++_inYoung < capacity / 2) return;
        (_old, _young, _inYoung) = (_young, new(), 0);
    }

    private static byte[] PlaceOf(TenantId tenant, Guid subject, int version) => Sealed.Place(tenant.Value, subject.ToString(), version.ToString(CultureInfo.InvariantCulture));

    /// <summary>As Postgres orders them: byte by byte.</summary>
    private static UInt128 Order(Guid subject)
    {
        Span<byte> bytes = stackalloc byte[16];
        subject.TryWriteBytes(bytes, bigEndian: true, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static NpgsqlParameter<Guid[]> Ids(Guid[] ids) => new() { TypedValue = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };
}

/// <summary>A subject's key, opened; without a secret when it was destroyed.</summary>
internal sealed record PersonalKey(int Version, byte[]? Secret);
