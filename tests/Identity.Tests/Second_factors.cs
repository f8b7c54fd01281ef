using System.Security.Cryptography;
using System.Text;

namespace Billing.Identity.Tests;

public class Second_factors
{
    private static readonly byte[] Seed = "12345678901234567890"u8.ToArray();

    /// <summary>RFC 6238, appendix B.</summary>
    [Theory]
    [InlineData(59L, "94287082", "46119246", "90693936")]
    [InlineData(1111111109L, "07081804", "68084774", "25091201")]
    [InlineData(1111111111L, "14050471", "67062674", "99943326")]
    [InlineData(1234567890L, "89005924", "91819424", "93441116")]
    [InlineData(2000000000L, "69279037", "90698825", "38618901")]
    [InlineData(20000000000L, "65353130", "77737706", "47863826")]
    public void make_the_codes_of_the_rfc(long seconds, string sha1, string sha256, string sha512)
    {
        var step = Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds));
        Assert.Equal(sha1, Totp.Code(Seed, step, 8));
        Assert.Equal(sha256, Totp.Code(Long(32), step, 8, HMACSHA256.HashData));
        Assert.Equal(sha512, Totp.Code(Long(64), step, 8, HMACSHA512.HashData));
    }

    [Fact]
    public void allow_a_clock_to_be_thirty_seconds_off_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_795_176_000);
        var step = Totp.StepOf(now);
        Assert.All([step - 1, step, step + 1], near => Assert.Equal(near, Totp.Match(Seed, Totp.Code(Seed, near), now)));
        Assert.All([step - 2, step + 2], far => Assert.Null(Totp.Match(Seed, Totp.Code(Seed, far), now)));
        Assert.Null(Totp.Match(Seed, "", now));
        Assert.Null(Totp.Match(Seed, "0000000", now));
    }

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void are_written_in_base_32(string text, string expected) => Assert.Equal(expected, Totp.Base32(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void are_shown_as_a_picture_that_holds_no_script()
    {
        var picture = Documents.QrPicture.Svg(Totp.UriOf(Seed, "ann+<script>@example.test"));
        Assert.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("script", picture, StringComparison.Ordinal);
    }

    private static byte[] Long(int length) => [.. Enumerable.Range(0, length).Select(n => Seed[n % Seed.Length])];
}
