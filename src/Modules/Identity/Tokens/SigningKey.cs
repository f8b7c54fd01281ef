using System.Buffers.Text;
using System.Security.Cryptography;

namespace Billing.Identity;

/// <summary>A pair of keys on the curve P-256.</summary>
/// <param name="id">Its <c>kid</c>: the thumbprint of its public half (RFC 7638).</param>
/// <param name="key">The pair, or its public half alone.</param>
internal sealed class SigningKey(string id, ECDsa key) : IDisposable
{
    public string Id { get; } = id;

    /// <summary>The public half as a JSON Web Key.</summary>
    public Jwk Public => Jwk.Of(key.ExportParameters(false), Id);

    public static SigningKey Make()
    {
        var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(Thumbprint(pair), pair);
    }

    public static SigningKey From(byte[] pkcs8)
    {
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(pkcs8, out _);
        return new(Thumbprint(pair), pair);
    }

    public byte[] Private() => key.ExportPkcs8PrivateKey();

    public byte[] PublicBytes() => key.ExportSubjectPublicKeyInfo();

    public byte[] Sign(byte[] text)
    {
        lock (key) return key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public bool Verify(byte[] text, byte[] signature)
    {
        lock (key) return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public void Dispose() => key.Dispose();

    private static string Thumbprint(ECDsa pair)
    {
        var point = Jwk.Of(pair.ExportParameters(false), "");
        return Base64Url.EncodeToString(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{point.X}}","y":"{{point.Y}}"}""")));
    }
}

/// <summary>A public key as others read it (RFC 7517).</summary>
internal sealed record Jwk(string Kty, string Crv, string X, string Y, string Kid, string Alg, string Use)
{
    public static Jwk Of(ECParameters key, string id) => new("EC", "P-256", Base64Url.EncodeToString(key.Q.X), Base64Url.EncodeToString(key.Q.Y), id, "ES256", "sig");
}
