using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Billing.Identity;

/// <summary>What a provider says, signed: who came in there, for whom, on which occasion (OpenID Connect Core 1.0, 3.1.3.7).</summary>
internal static class IdToken
{
    private const int Longest = 16 * 1024;
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    /// <summary>Reads the header's key and algorithm; null when it is no token.</summary>
    public static (string? Key, string Algorithm)? HeaderOf(string token) =>
        token.Length <= Longest && token.Split('.') is [var header, _, _] && Json(header) is { } said && !said.TryGetProperty("crit", out _) && Text(said, "alg") is { } algorithm ? (Text(said, "kid"), algorithm) : null;

    /// <summary>Checks it.</summary>
    /// <param name="token">The token.</param>
    /// <param name="keys">The provider's.</param>
    /// <param name="issuer">Who must have made it.</param>
    /// <param name="clientId">For whom.</param>
    /// <param name="nonce">On which occasion.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Its subject; null when anything is not as it must be.</returns>
    public static string? SubjectOf(string token, IReadOnlyList<ProviderKey> keys, string issuer, string clientId, string nonce, DateTimeOffset now)
    {
        if (HeaderOf(token) is not var (kid, algorithm) || token.Split('.') is not [var header, var payload, var signature] || !Base64Url.IsValid(signature)) return null;
        var signed = Encoding.ASCII.GetBytes($"{header}.{payload}");
        var bytes = Base64Url.DecodeFromChars(signature);
        // The key decides what is verified, the header only which key: "none" and HS256 find none.
        if (!keys.Where(key => key.Algorithm == algorithm && (kid is null || key.Id == kid)).Any(key => key.Verifies(signed, bytes))) return null;
        if (Json(payload) is not { } claims || Text(claims, "iss") != issuer || !IsFor(claims, clientId) || Text(claims, "nonce") != nonce) return null;
        if (Moment(claims, "exp") is not { } end || end + Tolerance <= now || Moment(claims, "iat") is not { } begun || begun - Tolerance > now) return null;
        if (Moment(claims, "nbf") is { } from && from - Tolerance > now) return null;
        return Text(claims, "sub") is { Length: > 0 and <= 255 } subject ? subject : null;
    }

    private static bool IsFor(JsonElement claims, string clientId)
    {
        if (!claims.TryGetProperty("aud", out var audience)) return false;
        if (Text(claims, "azp") is { } party && party != clientId) return false;
        return audience.ValueKind switch
        {
            JsonValueKind.String => audience.GetString() == clientId,
            JsonValueKind.Array => audience.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.GetString() == clientId) && (audience.GetArrayLength() == 1 || Text(claims, "azp") == clientId),
            _ => false,
        };
    }

    private static DateTimeOffset? Moment(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is > 0 and < 253402300000 ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Json(string part)
    {
        if (!Base64Url.IsValid(part)) return null;
        try
        {
            var said = JsonElement.Parse(Base64Url.DecodeFromChars(part));
            return said.ValueKind == JsonValueKind.Object ? said : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
