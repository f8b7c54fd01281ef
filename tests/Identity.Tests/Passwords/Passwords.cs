using System.Security.Cryptography;

namespace Billing.Identity.Tests;

public class Passwords
{
    [Fact]
    public void are_kept_as_pbkdf2_with_sha_512_and_a_salt_of_their_own()
    {
        var (one, other) = (PasswordHash.Make("three unrelated words", HashingCost.OfToday.Rounds), PasswordHash.Make("three unrelated words", HashingCost.OfToday.Rounds));
        Assert.NotEqual(one, other);
        var parts = one.Split('$');
        Assert.Equal("pbkdf2-sha512", parts[0]);
        Assert.True(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) >= 210_000);
        Assert.Equal(Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2("three unrelated words", Convert.FromBase64String(parts[2]), 210_000, HashAlgorithmName.SHA512, 64)), parts[3]);
        Assert.True(PasswordHash.Fits(one, "three unrelated words"));
        Assert.False(PasswordHash.Fits(one, "three unrelated words "));
        Assert.False(PasswordHash.Fits(one, "Three unrelated words"));
    }

    [Fact]
    public void of_fewer_rounds_are_seen_to_be_weak()
    {
        using var hashing = new Hashing(HashingCost.OfToday);
        var weak = PasswordHash.Make("three unrelated words", 1000);
        Assert.True(hashing.IsWeak(weak));
        Assert.True(PasswordHash.Fits(weak, "three unrelated words"));
        Assert.False(hashing.IsWeak(PasswordHash.Make("three unrelated words", HashingCost.OfToday.Rounds)));
    }

    [Fact]
    public void that_nobody_has_cost_as_much_as_anybodys()
    {
        using var hashing = new Hashing(HashingCost.OfToday);
        Assert.Equal(HashingCost.OfToday.Rounds, PasswordHash.RoundsOf(hashing.OfNobody));
        Assert.False(hashing.IsWeak(hashing.OfNobody));
        Assert.False(PasswordHash.Fits(hashing.OfNobody, ""));
    }

    [Theory]
    [InlineData("1234567", "password-length")]
    [InlineData("", "password-length")]
    [InlineData("password", "password-common")]
    [InlineData("Passw0rd!", "password-common")]
    [InlineData("P@ssw0rd2026", "password-common")]
    [InlineData("qwertyuiop", "password-common")]
    [InlineData("Sunshine99!", "password-common")]
    [InlineData("aaaaaaaaaaaa", "password-common")]
    [InlineData("abcdefghijkl", "password-common")]
    [InlineData("98765432", "password-common")]
    [InlineData("ann.owner1", "password-common")]
    public void that_everybody_tries_first_are_refused(string password, string code) => Assert.Equal(code, PasswordRules.Check(password, "ann.owner@example.test", "Ann Owner", "Acme")?.Code);

    [Theory]
    [InlineData("three unrelated words")]
    [InlineData(" leading and trailing ")]
    [InlineData("ключ под ковриком")]
    [InlineData("xK9#mQ2v")]
    [InlineData("🐢🐇🦔🦉🐝🦋🐌🐞")] // eight characters, whatever they take
    public void of_any_kind_will_do(string password) => Assert.Null(PasswordRules.Check(password, "ann.owner@example.test", "Ann Owner", "Acme"));

    [Fact]
    public void have_at_most_128_characters()
    {
        var words = string.Concat(Enumerable.Range(0, 64).Select(n => (char)('a' + (n * 7 % 26)))) ;
        Assert.Null(PasswordRules.Check(words + words));
        Assert.Equal("password-length", PasswordRules.Check(words + words + "x")?.Code);
    }
}
