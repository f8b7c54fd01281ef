using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Billing.Identity;

/// <summary>A key that a provider signs with, of its JWKS: RS256 of 2048 bits or more, or ES256. Others are not known here.</summary>
internal sealed record ProviderKey(string Id, string Algorithm, RSAParameters? Rsa, ECParameters? Curve)
{
    public static IReadOnlyList<ProviderKey> ReadAll(JsonElement jwks) =>
        jwks.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Array ? [.. keys.EnumerateArray().Take(50).Select(Read).OfType<ProviderKey>()] : [];

    public bool Verifies(ReadOnlySpan<byte> data, byte[] signature)
    {
        try
        {
            if (Rsa is { } rsa)
            {
                using var key = RSA.Create(rsa);
                return key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }
            using var curve = ECDsa.Create(Curve!.Value);
            return curve.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false; // the key is none
        }
    }

    private static ProviderKey? Read(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object || Text(key, "use") is not (null or "sig")) return null;
        var id = Text(key, "kid") ?? "";
        return (Text(key, "kty"), Text(key, "crv"), Text(key, "alg")) switch
        {
            ("RSA", _, null or "RS256") when Bytes(key, "n") is { Length: >= 256 and <= 1024 } n && Bytes(key, "e") is { Length: > 0 and <= 8 } e => new(id, "RS256", new RSAParameters { Modulus = n, Exponent = e }, null),
            ("EC", "P-256", null or "ES256") when Bytes(key, "x") is { Length: 32 } x && Bytes(key, "y") is { Length: 32 } y => new(id, "ES256", null, new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } }),
            _ => null,
        };
    }

    private static string? Text(JsonElement key, string name) => key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Bytes(JsonElement key, string name)
    {
        if (Text(key, name) is not { } text || !Base64Url.IsValid(text)) return null;
        return Base64Url.DecodeFromChars(text);
    }
}
