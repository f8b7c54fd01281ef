using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using static Billing.Identity.Tests.Some;

namespace Billing.Identity.Tests;

/// <summary>What passes as an access token, and everything that must not.</summary>
public sealed class Access_tokens : IDisposable
{
    private static readonly AccessClaims Claims = new(Ann, new TenantId("acme"), new SignInId(Id(9)), Noon, Noon.AddMinutes(30));
    private readonly SigningKey _key = SigningKey.Make();

    public void Dispose() => _key.Dispose();

    [Fact]
    public void of_ours_say_who_asks() => Assert.Equal(Claims, Read(Jwt.Write(Claims, Id(5), _key)));

    [Theory]
    [InlineData(-60, true)]
    [InlineData(-62, false)] // from the future
    [InlineData(30 * 60 + 59, true)]
    [InlineData(30 * 60 + 61, false)] // 61 s late
    public void are_good_for_their_time_and_a_minute(int seconds, bool good) => Assert.Equal(good, Read(Jwt.Write(Claims, Id(5), _key), Noon.AddSeconds(seconds)) is not null);

    [Theory]
    [InlineData("""{"alg":"none","typ":"at+jwt","kid":"KID"}""")]
    [InlineData("""{"alg":"ES384","typ":"at+jwt","kid":"KID"}""")]
    [InlineData("""{"alg":"ES256","typ":"JWT","kid":"KID"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID"}""")]
    [InlineData("""{"alg":"ES256","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"ES256","typ":"at+jwt","kid":"another"}""")]
    [InlineData("""{"alg":"ES256","typ":"at+jwt","kid":"KID","jku":"https://keys.example.test/"}""")]
    [InlineData("""{"alg":"ES256","typ":"at+jwt","kid":"KID","x5u":"https://keys.example.test/"}""")]
    [InlineData("""{"alg":"ES256","typ":"at+jwt","kid":"KID","jwk":{"kty":"EC"}}""")]
    [InlineData("""{"alg":"ES256","typ":"at+jwt","kid":"KID","crit":["exp"]}""")]
    [InlineData("""{"alg":"none","alg":"ES256","typ":"at+jwt","kid":"KID"}""")]
    [InlineData("""["ES256"]""")]
    public void with_another_header_are_refused(string header) => Assert.Null(Read(Signed(header.Replace("KID", _key.Id, StringComparison.Ordinal), Body())));

    [Theory]
    [InlineData("exp")]
    [InlineData("iat")]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("sub")]
    [InlineData("org")]
    [InlineData("sid")]
    public void without_a_claim_are_refused(string claim)
    {
        Assert.NotNull(Read(Signed(Header(), Body())));
        Assert.Null(Read(Signed(Header(), Body(said => said.Remove(claim)))));
    }

    [Theory]
    [InlineData("exp", "9999999999999999")]
    [InlineData("exp", "\"1795176000\"")]
    [InlineData("exp", "1e400")]
    [InlineData("iss", "\"urn:other\"")]
    [InlineData("aud", "[\"urn:billing:api\"]")]
    [InlineData("org", "\"UPPER\"")]
    [InlineData("sub", "\"ann\"")]
    public void with_a_claim_that_makes_no_sense_are_refused(string claim, string value) => Assert.Null(Read(Signed(Header(), Body(said => said[claim] = JsonNode.Parse(value)))));

    [Fact]
    public void of_another_key_are_refused()
    {
        using var other = SigningKey.Make();
        var theirs = Jwt.Write(Claims, Id(5), other).Split('.');
        var ours = Jwt.Write(Claims, Id(5), _key).Split('.');
        Assert.Null(Read(string.Join('.', ours[0], theirs[1], theirs[2])));
        Assert.Null(Read(string.Join('.', theirs)));
    }

    [Fact]
    public void signed_with_our_public_key_as_a_password_are_refused()
    {
        var text = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"HS256","typ":"at+jwt","kid":"{{_key.Id}}"}"""))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Body()))}";
        Assert.Null(Read($"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key.PublicBytes(), Encoding.ASCII.GetBytes(text)))}"));
    }

    [Fact]
    public void that_somebody_bent_are_refused()
    {
        var token = Jwt.Write(Claims, Id(5), _key);
        var parts = token.Split('.');
        Assert.Null(Read($"{parts[0]}.{parts[1]}."));
        Assert.Null(Read($"{parts[0]}.{parts[1]}"));
        Assert.Null(Read(token + "."));
        Assert.Null(Read(token + "="));
        Assert.Null(Read(" " + token));
        Assert.Null(Read($"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(new byte[64])}"));
        Assert.Null(Read(parts[0] + "." + parts[1] + "." + new string('A', 100_000)));
        Assert.Null(Read(new string('.', 500)));
        Assert.Null(Read(""));
        for (var at = 0; at < token.Length; at++) Assert.Null(Read(token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..]));
    }

    [Fact]
    public void of_two_keys_pass_while_one_follows_the_other()
    {
        using var next = SigningKey.Make();
        SigningKey? Find(string id) => id == _key.Id ? _key : id == next.Id ? next : null;
        Assert.NotNull(Jwt.Read(Jwt.Write(Claims, Id(5), _key), Find, Noon));
        Assert.NotNull(Jwt.Read(Jwt.Write(Claims, Id(5), next), Find, Noon));
    }

    private AccessClaims? Read(string token, DateTimeOffset? now = null) => Jwt.Read(token, id => id == _key.Id ? _key : null, now ?? Noon.AddMinutes(1));

    private string Header() => $$"""{"alg":"ES256","typ":"at+jwt","kid":"{{_key.Id}}"}""";

    private static string Body(Action<JsonObject>? bend = null)
    {
        var said = new JsonObject
        {
            ["iss"] = Jwt.Issuer, ["aud"] = Jwt.Audience, ["sub"] = Ann.ToString(), ["org"] = "acme", ["sid"] = Id(9).ToString(), ["iat"] = Noon.ToUnixTimeSeconds(), ["exp"] = Noon.AddMinutes(30).ToUnixTimeSeconds(), ["jti"] = "1",
        };
        bend?.Invoke(said);
        return said.ToJsonString();
    }

    private string Signed(string header, string body)
    {
        var text = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(body))}";
        return $"{text}.{Base64Url.EncodeToString(_key.Sign(Encoding.ASCII.GetBytes(text)))}";
    }
}
