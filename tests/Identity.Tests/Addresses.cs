namespace Billing.Identity.Tests;

public class Addresses
{
    [Theory]
    [InlineData("ann@example.test")]
    [InlineData("  ann.o+x@mail.example.test ")]
    [InlineData("jörg@bücher.example")]
    public void of_people_are_taken(string typed) => Assert.Null(EmailAddress.Read(typed).Refusal);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("@example.test")]
    [InlineData("ann@example")]
    [InlineData("ann@@example.test")]
    [InlineData("ann..o@example.test")]
    [InlineData("ann@example.test\r\nBcc: all@example.test")]
    [InlineData("ann <ann@example.test>")]
    [InlineData("ann@exa mple.test")]
    [InlineData("ann,bob@example.test")]
    [InlineData("ann\u202e@example.test")]
    public void that_are_none_are_refused(string? typed) => Assert.Equal("bad-email", EmailAddress.Read(typed).Refusal?.Code);

    [Theory]
    [InlineData("acme", true)]
    [InlineData("acme-2", true)]
    [InlineData("ac", false)]
    [InlineData("Acme", false)]
    [InlineData("acme\n", false)]
    [InlineData("api", false)]
    [InlineData("billing-people", false)]
    public void of_organisations_are_slugs(string typed, bool good) => Assert.Equal(good, Slugs.Read(typed).Refusal is null);
}
