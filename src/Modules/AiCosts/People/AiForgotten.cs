using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>
/// People whom an organisation has forgotten. Providers go on telling of them by their addresses: a slow digest of each finds the stand-in that took its place, so that somebody stays one and
/// the same, and nobody reads who that was.
/// </summary>
internal sealed class AiForgotten
{
    private const string AllSql = "select salt, digest, stand_in from ai_forgotten where tenant_id = $1";
    private const string KeepSql = "insert into ai_forgotten (tenant_id, digest, salt, stand_in) values ($1, $2, $3, $4) on conflict (tenant_id, digest) do nothing";
    private const int Rounds = 100_000;
    private const int MostKnown = 10_000;

    // Under a quick hash of both, not under the address: a digest takes a tenth of a second, and a day of records names the same few people over and over.
    private static readonly ConcurrentDictionary<string, string> Digests = [];

    private readonly ILookup<string, (string Digest, string StandIn)> _bySalt;

    private AiForgotten(IEnumerable<(string Salt, string Digest, string StandIn)> rows) => _bySalt = rows.ToLookup(row => row.Salt, row => (row.Digest, row.StandIn));

    /// <summary>Those of an organisation.</summary>
    public static async Task<AiForgotten> Of(Session session, CancellationToken stop) => new(await session.Read(AllSql, [], async row =>
    {
        var rows = new List<(string, string, string)>();
        while (await row.ReadAsync(stop)) rows.Add((row.GetString(0), row.GetString(1), row.GetString(2)));
        return rows;
    }, stop));

    /// <summary>An address as it is compared.</summary>
    public static string Plain(string address) => address.Trim().ToLowerInvariant();

    /// <summary>What stands in place of an address; null: nobody forgot whose it is.</summary>
    public string? StandIn(string address)
    {
        foreach (var salt in _bySalt)
            if (Digest(salt.Key, Plain(address)) is var digest && salt.FirstOrDefault(one => one.Digest == digest).StandIn is { } standIn) return standIn;
        return null;
    }

    /// <summary>Somebody as a record may name them.</summary>
    public string? Shown(string? user) => user is not null && user.Contains('@', StringComparison.Ordinal) ? StandIn(user) ?? user : user;

    /// <summary>What a provider told, without the addresses of those who were forgotten.</summary>
    public IReadOnlyList<AiBucket> Shown(IReadOnlyList<AiBucket> told) => _bySalt.Count == 0 ? told : [.. told.Select(bucket => bucket with { Records = [.. bucket.Records.Select(Shown)] })];

    /// <summary>What keeps a stand-in for an address.</summary>
    /// <param name="salt">Of the organisation's first; later ones take the same.</param>
    public Statement Keep(string address, string standIn, string salt)
    {
        var kept = _bySalt.FirstOrDefault()?.Key ?? salt;
        return new Statement(KeepSql, AiUsageStatements.Text(Digest(kept, Plain(address))), AiUsageStatements.Text(kept), AiUsageStatements.Text(standIn));
    }

    private AiRecord Shown(AiRecord record) => Shown(record.Of.User) is var user && user != record.Of.User ? record with { Of = record.Of with { User = user } } : record;

    private static string Digest(string salt, string address)
    {
        if (Digests.Count >= MostKnown) Digests.Clear();
        return Digests.GetOrAdd(AiHash.Text([salt, address]), _ => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(address, Encoding.UTF8.GetBytes(salt), Rounds, HashAlgorithmName.SHA512, 32)));
    }
}
