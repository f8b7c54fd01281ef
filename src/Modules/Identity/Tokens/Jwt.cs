using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Billing.Identity;

/// <summary>Who an access token speaks for. Nothing about roles: what one may is looked up, so that it can be taken away.</summary>
/// <param name="Person">Who.</param>
/// <param name="Organisation">The one organisation they see with it.</param>
/// <param name="Session">The sign-in that it belongs to.</param>
/// <param name="IssuedAt">UTC, whole seconds.</param>
/// <param name="ExpiresAt">UTC, whole seconds.</param>
internal sealed record AccessClaims(PersonId Person, TenantId Organisation, SignInId Session, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);

/// <summary>
/// Access tokens: JSON Web Tokens signed with ES256 (RFC 7515, 7518, 9068) and nothing else. What the header may say is a closed list, so that no
/// token can choose how it is checked.
/// </summary>
internal static class Jwt
{
    public const string Issuer = "urn:billing";
    public const string Audience = "urn:billing:api";
    public const string Type = "at+jwt";

    /// <summary>Longer tokens are not ours.</summary>
    public const int Longest = 2048;

    /// <summary>How far clocks may differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 2, AllowDuplicateProperties = false };

    /// <summary>Writes and signs a token.</summary>
    /// <param name="claims">For whom.</param>
    /// <param name="id">Makes it different from every other.</param>
    /// <param name="key">Signs it.</param>
    public static string Write(AccessClaims claims, Guid id, SigningKey key)
    {
        var header = $$"""{"alg":"ES256","typ":"{{Type}}","kid":"{{key.Id}}"}""";
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            iss = Issuer, aud = Audience, sub = claims.Person.Value, org = claims.Organisation.Value, sid = claims.Session.Value,
            iat = claims.IssuedAt.ToUnixTimeSeconds(), exp = claims.ExpiresAt.ToUnixTimeSeconds(), jti = id.ToString("n"),
        });
        var signed = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header)) + "." + Base64Url.EncodeToString(body);
        return signed + "." + Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)));
    }

    /// <summary>Checks a token.</summary>
    /// <param name="token">As sent.</param>
    /// <param name="find">The live key of an id; null when there is none.</param>
    /// <param name="now">UTC.</param>
    /// <returns>What it says; null when it is not, or no longer, one of ours.</returns>
    public static AccessClaims? Read(string token, Func<string, SigningKey?> find, DateTimeOffset now)
    {
        if (token.Length > Longest || token.Split('.') is not [var header, var body, var signature]) return null;
        try
        {
            if (KeyOf(header) is not { } id || find(id) is not { } key) return null;
            var signed = Decode(signature);
            if (signed.Length != 64 || !key.Verify(Encoding.ASCII.GetBytes(token, 0, header.Length + 1 + body.Length), signed)) return null;
            return ClaimsOf(body) is { } claims && now < claims.ExpiresAt + Tolerance && now >= claims.IssuedAt - Tolerance ? claims : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentException or OverflowException or CryptographicException)
        {
            return null;
        }
    }

    private static string? KeyOf(string header)
    {
        using var json = JsonDocument.Parse(Decode(header), Strict);
        string? key = null;
        var (algorithm, type) = (false, false);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            switch (member.Name)
            {
                case "alg": algorithm = member.Value.GetString() == "ES256"; break;
                case "typ": type = member.Value.GetString() == Type; break;
                case "kid": key = member.Value.GetString(); break;
                default: return null; // jku, x5u, jwk, crit and whatever else wants to be believed
            }
        }
        return algorithm && type ? key : null;
    }

    private static AccessClaims? ClaimsOf(string body)
    {
        using var json = JsonDocument.Parse(Decode(body), Strict);
        var said = json.RootElement;
        if (Text(said, "iss") != Issuer || Text(said, "aud") != Audience) return null;
        if (!Guid.TryParse(Text(said, "sub"), out var person) || !Guid.TryParse(Text(said, "sid"), out var session) || Text(said, "org") is not { } organisation) return null;
        if (Moment(said, "exp") is not { } expires || Moment(said, "iat") is not { } issued) return null;
        return new(new(person), new(organisation), new(session), issued, expires);
    }

    private static string? Text(JsonElement said, string name) => said.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateTimeOffset? Moment(JsonElement said, string name) => said.TryGetProperty(name, out var value) ? DateTimeOffset.FromUnixTimeSeconds(value.GetInt64()) : null;

    /// <summary>Without padding, spaces or bits left over: a token has one spelling.</summary>
    private static byte[] Decode(string text)
    {
        var bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text ? bytes : throw new FormatException("Not base64url as we write it.");
    }
}
