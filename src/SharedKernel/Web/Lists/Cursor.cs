using System.Buffers.Text;
using System.Text.Json;

namespace Billing.Web;

/// <summary>Where a page ended, as opaque text.</summary>
public static class Cursor
{
    private const int Longest = 4_000;

    /// <summary>Packs the sort values of the last row.</summary>
    public static string Write(IEnumerable<string> values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values.ToArray()));

    /// <summary>Unpacks; null when it is none of ours.</summary>
    public static string[]? Read(string cursor)
    {
        if (cursor.Length > Longest || !Base64Url.IsValid(cursor)) return null;
        try
        {
            return JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
