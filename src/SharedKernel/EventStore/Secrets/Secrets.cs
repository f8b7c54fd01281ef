using System.Globalization;
using System.Text;
using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// An organisation's passwords to elsewhere: sealed with its data key for one record and one field, so that moved to another they open no more.
/// They are in no event and no message; whoever looks at settings sees a <see cref="SecretHint"/>.
/// </summary>
public sealed class Secrets
{
    private const string PutSql = """
        insert into secrets (tenant_id, record, field, key, sealed, put_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (tenant_id, record, field) do update set key = excluded.key, sealed = excluded.sealed, put_at = excluded.put_at
        """;

    private const string DropSql = "delete from secrets where tenant_id = $1 and record = $2 and field = coalesce($3, field)";

    private const string Find = "select field, key, sealed, put_at from secrets where tenant_id = $1 and record = $2 and field = coalesce($3, field) order by field";

    private readonly EventStore _store;

    internal Secrets(EventStore store) => _store = store;

    /// <summary>The statement that keeps a secret in place of the one before: for <see cref="Work.Also"/>, with the event that says so, or <see cref="Session.Write"/>, of the same tenant.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="record">What it belongs to, module in front: <c>identity.second_factor/0197…</c>.</param>
    /// <param name="field">Which of the record's.</param>
    /// <param name="secret">The words.</param>
    /// <param name="at">When, UTC.</param>
    public Statement Put(TenantId tenant, string record, string field, string secret, DateTimeOffset at)
    {
        var key = _store.TenantKeys.Newest(tenant);
        var @sealed = Sealed.Seal(key.Secret, Encoding.UTF8.GetBytes(secret), PlaceOf(tenant, record, field, key.Version));
        return new Statement(PutSql, Text(record), Text(field), new NpgsqlParameter<int> { TypedValue = key.Version }, new NpgsqlParameter<byte[]> { TypedValue = @sealed }, Moment(at));
    }

    /// <summary>The statement that drops a secret, or all of a record's.</summary>
    public static Statement Drop(string record, string? field = null) => new(DropSql, Text(record), Text(field));

    /// <summary>The secret's words, for the one call that needs them; null when there is none.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was sealed for another place, or changed.</exception>
    public async Task<string?> Open(TenantId tenant, string record, string field, CancellationToken stop) =>
        (await Read(tenant, record, field, stop)) is [var only] ? only.Words : null;

    /// <summary>What may be shown of a record's secrets.</summary>
    public async Task<IReadOnlyList<SecretHint>> List(TenantId tenant, string record, CancellationToken stop) =>
        [.. (await Read(tenant, record, null, stop)).Select(secret => SecretHint.Of(secret.Field, secret.Words, secret.PutAt))];

    private Task<List<(string Field, string Words, DateTimeOffset PutAt)>> Read(TenantId tenant, string record, string? field, CancellationToken stop) => _store.Database.Read(tenant, Find, [Text(record), Text(field)], async reader =>
    {
        var found = new List<(string, string, DateTimeOffset)>();
        while (await reader.ReadAsync(stop))
        {
            var (which, key) = (reader.GetString(0), reader.GetInt32(1));
            var words = Sealed.Open(_store.TenantKeys.Version(tenant, key).Secret, reader.GetFieldValue<byte[]>(2), PlaceOf(tenant, record, which, key));
            found.Add((which, Encoding.UTF8.GetString(words), MomentAt(reader, 3)));
        }
        return found;
    }, stop);

    private static byte[] PlaceOf(TenantId tenant, string record, string field, int key) => Sealed.Place("secret", tenant.Value, record, field, key.ToString(CultureInfo.InvariantCulture));
}

/// <summary>As much of a secret as people may see again, to tell one from another.</summary>
/// <param name="Field">Which of the record's.</param>
/// <param name="Shown">Its prefix, as in <c>sk_live_</c>, and its last four characters; of a short one, nothing.</param>
/// <param name="PutAt">When it was put there, UTC.</param>
public sealed record SecretHint(string Field, string Shown, DateTimeOffset PutAt)
{
    private const int ShortestShown = 16;
    private const int LongestPrefix = 8;

    /// <summary>What may be shown of a secret, for an event that says it is kept.</summary>
    public static string Show(string words) => words.Length < ShortestShown ? "…" : $"{words[..(words.AsSpan(0, LongestPrefix).LastIndexOfAny('_', '-') + 1)]}…{words[^4..]}";

    internal static SecretHint Of(string field, string words, DateTimeOffset putAt) => new(field, Show(words), putAt);
}
