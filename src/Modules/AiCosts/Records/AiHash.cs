using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Billing.AiCosts;

/// <summary>What identifies a record or a stream, and what tells whether anything about a record is new.</summary>
internal static class AiHash
{
    /// <summary>A record's id: account, report, bucket, everything that tells it apart, and of true doubles which it is. Never amounts, never when it was read.</summary>
    public static Guid Id(Guid account, string report, AiBucket bucket, AiDimensions of, int twin) => new(Hash([account.ToString(), report, Moment(bucket.Start), Minutes(bucket), .. of.Values, Number(twin)]).AsSpan(0, 16), bigEndian: true);

    /// <summary>An id that follows from words: the same words, the same id.</summary>
    public static Guid Id(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true);

    /// <summary>Of all that a record tells.</summary>
    public static string Content(AiRecord record)
    {
        List<string?> told = [.. Enum.GetValues<TokenKind>().Select(kind => Number(record.Tokens.Of(kind))), record.Requests is { } requests ? Number(requests) : null, Number(record.Searches), Exact(record.Quantity), record.Unit, record.Currency, record.Basis.ToString()];
        // What the price book says of it is ours, and may become another without the provider having said a word.
        told.Add(record.Basis == AiBasis.Computed ? null : Exact(record.Cost));
        return Text(told);
    }

    /// <summary>Of a whole bucket, in whatever order its records came.</summary>
    public static string Content(IEnumerable<(Guid Id, string Content)> records) => Text([.. records.OrderBy(record => record.Id).Select(record => $"{record.Id} {record.Content}")]);

    public static string Text(IReadOnlyList<string?> parts) => Convert.ToHexStringLower(Hash(parts).AsSpan(0, 16));

    // Each part with its length in front, and none at all as a sign of its own: no two lists are written alike.
    private static byte[] Hash(IReadOnlyList<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            if (part is null) text.Append("-;");
            else text.Append(part.Length).Append(':').Append(part).Append(';');
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Moment(DateTimeOffset moment) => Number(moment.ToUnixTimeSeconds());

    private static string Minutes(AiBucket bucket) => Number((long)bucket.Width.TotalMinutes);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Exact(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);
}
