using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Billing.Identity.Tests.SingleSignOn;

/// <summary>What a provider signs is believed; what only looks like it is not.</summary>
public sealed class Tokens_of_a_provider : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly IReadOnlyList<ProviderKey> _keys;

    public Tokens_of_a_provider() => _keys = ProviderKey.ReadAll(JsonElement.Parse(JsonSerializer.Serialize(new { keys = new object[] { RsaKey(_rsa), CurveKey(_curve) } })));

    public void Dispose()
    {
        _rsa.Dispose();
        _curve.Dispose();
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public void are_believed(string algorithm) => Assert.Equal("ada", Subject(Token(algorithm)));

    [Theory]
    [InlineData("iss", "https://other.example.test")]
    [InlineData("iss", null)]
    [InlineData("aud", "somebody else")]
    [InlineData("aud", null)]
    [InlineData("nonce", "another occasion")]
    [InlineData("nonce", null)]
    [InlineData("azp", "somebody else")]
    [InlineData("sub", "")]
    [InlineData("sub", null)]
    [InlineData("exp", null)]
    [InlineData("iat", null)]
    public void are_not_believed_with_another(string claim, string? value) => Assert.Null(Subject(Token("RS256", claims => claims[claim] = value)));

    [Theory]
    [InlineData("exp", -60)]
    [InlineData("exp", -1000)]
    [InlineData("iat", 61)]
    [InlineData("nbf", 61)]
    public void are_not_believed_at_another_time(string claim, int seconds) => Assert.Null(Subject(Token("ES256", claims => claims[claim] = (Now + TimeSpan.FromSeconds(seconds)).ToUnixTimeSeconds())));

    [Theory]
    [InlineData("exp", -59)]
    [InlineData("iat", 59)]
    public void may_go_a_minute_wrong(string claim, int seconds) => Assert.Equal("ada", Subject(Token("ES256", claims => claims[claim] = (Now + TimeSpan.FromSeconds(seconds)).ToUnixTimeSeconds())));

    [Fact]
    public void may_be_for_several_when_they_say_for_whom()
    {
        Assert.Null(Subject(Token("RS256", claims => claims["aud"] = new JsonArray("us", "others"))));
        Assert.Equal("ada", Subject(Token("RS256", claims => (claims["aud"], claims["azp"]) = (new JsonArray("us", "others"), "us"))));
    }

    [Fact]
    public void are_not_believed_unsigned_or_signed_otherwise()
    {
        var claims = Claims();
        Assert.Null(Subject($"{Part("""{"alg":"none"}""")}.{Part(claims)}."));
        var hmac = $"{Part("""{"alg":"HS256","kid":"rsa"}""")}.{Part(claims)}";
        Assert.Null(Subject($"{hmac}.{Base64Url.EncodeToString(HMACSHA256.HashData(_rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(hmac)))}"));
        using var stranger = RSA.Create(2048);
        Assert.Null(Subject(Sign("""{"alg":"RS256","kid":"rsa"}""", claims, data => stranger.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))));
        Assert.Null(Subject(Sign("""{"alg":"RS256","kid":"ec"}""", claims, data => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))));
        Assert.Null(Subject(Sign("""{"alg":"RS256","kid":"rsa","crit":["x"],"x":1}""", claims, data => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))));
        Assert.Null(Subject(Sign("""{"alg":"RS512","kid":"rsa"}""", claims, data => _rsa.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1))));
        Assert.Null(Subject(Sign("""{"alg":"RS256","kid":"rsa","jwk":{"kty":"RSA"}}""", claims, data => stranger.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("!.!.!")]
    [InlineData("bnVsbA.bnVsbA.bnVsbA")]
    public void are_not_just_any_text(string token) => Assert.Null(Subject(token));

    [Fact]
    public void are_not_a_hundred_kilobytes_long() => Assert.Null(Subject(Token("RS256", claims => claims["more"] = new string('x', 100_000))));

    [Fact]
    public void are_changed_by_nobody()
    {
        var parts = Token("ES256").Split('.');
        Assert.Null(Subject($"{parts[0]}.{Part(Claims(claims => claims["sub"] = "bob"))}.{parts[2]}"));
    }

    [Fact]
    public void are_signed_with_keys_that_are_long_enough()
    {
        using var small = RSA.Create(1024);
        Assert.Empty(ProviderKey.ReadAll(JsonElement.Parse(JsonSerializer.Serialize(new { keys = new[] { RsaKey(small) } }))));
        Assert.Empty(ProviderKey.ReadAll(JsonElement.Parse("""{"keys":[{"kty":"oct","k":"c2VjcmV0","alg":"HS256","kid":"rsa"},{"kty":"EC","crv":"P-256","x":"AA","y":"AA"},7,null]}""")));
        Assert.Empty(ProviderKey.ReadAll(JsonElement.Parse("{}")));
    }

    private string? Subject(string token) => IdToken.SubjectOf(token, _keys, "https://idp.example.test", "us", "this occasion", Now);

    private string Token(string algorithm, Action<JsonObject>? change = null) => algorithm == "RS256"
        ? Sign("""{"alg":"RS256","kid":"rsa"}""", Claims(change), data => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        : Sign("""{"alg":"ES256","kid":"ec"}""", Claims(change), data => _curve.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    private static string Claims(Action<JsonObject>? change = null)
    {
        var claims = new JsonObject { ["iss"] = "https://idp.example.test", ["aud"] = "us", ["sub"] = "ada", ["nonce"] = "this occasion", ["iat"] = Now.ToUnixTimeSeconds(), ["exp"] = Now.AddMinutes(5).ToUnixTimeSeconds() };
        change?.Invoke(claims);
        return claims.ToJsonString();
    }

    private static string Sign(string header, string claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static object RsaKey(RSA key) => new { kty = "RSA", kid = "rsa", use = "sig", n = Base64Url.EncodeToString(key.ExportParameters(false).Modulus), e = Base64Url.EncodeToString(key.ExportParameters(false).Exponent) };

    private static object CurveKey(ECDsa key) => new { kty = "EC", crv = "P-256", kid = "ec", use = "sig", x = Base64Url.EncodeToString(key.ExportParameters(false).Q.X), y = Base64Url.EncodeToString(key.ExportParameters(false).Q.Y) };
}
