using Billing.Web;

namespace Billing.Identity.Tests.Mails;

public class What_mails_say
{
    private static IEnumerable<(string Path, Mail Mail)> All(string language, string name = "Ann Owner", string organisation = "Acme") =>
    [
        ("/verify#secret", MailTexts.Verification(language, "ann@example.test", name, "secret")),
        ("/reset#secret", MailTexts.PasswordReset(language, "ann@example.test", name, "secret")),
        ("/invitation#secret", MailTexts.Invitation(language, "ann@example.test", name, organisation, Role.Manager, new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero), "secret")),
        ("/settings/organisation", MailTexts.TrialEnds(language, "ann@example.test", name, organisation, new DateOnly(2026, 12, 4))),
        ("/settings/danger", MailTexts.DeletionPlanned(language, "ann@example.test", name, organisation, new DateOnly(2026, 12, 20))),
    ];

    [Theory]
    [InlineData("de-DE", "Guten Tag Ann Owner,")]
    [InlineData("de-AT", "Guten Tag Ann Owner,")]
    [InlineData("en-US", "Hello Ann Owner,")]
    [InlineData("fr-FR", "Hello Ann Owner,")]
    public void greets_in_the_readers_language(string language, string hello) => Assert.All(All(language), one => Assert.StartsWith(hello, one.Mail.Parts.OfType<MailPart.Paragraph>().First().Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("de-DE", "Freitag, 4. Dezember 2026", "Freitag, 27. November 2026")]
    [InlineData("en-US", "Friday, December 4, 2026", "Friday, November 27, 2026")]
    [InlineData("ja-JP", "Friday, 4 December 2026", "Friday, 27 November 2026")]
    public void writes_days_out(string language, string trial, string invitation)
    {
        var texts = string.Join('\n', All(language).SelectMany(one => one.Mail.Parts).Select(part => part is MailPart.Paragraph one ? one.Text : part is MailPart.SmallPrint small ? small.Text : ""));
        Assert.Contains(trial, texts, StringComparison.Ordinal);
        Assert.Contains(invitation, texts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    public void leads_to_the_dashboard_with_its_secret_in_the_fragment(string language) => Assert.All(All(language), one =>
    {
        Assert.Equal(one.Path, Assert.Single(one.Mail.Parts.OfType<MailPart.Button>()).Path);
        Assert.DoesNotContain("secret", one.Mail.Subject + string.Join(' ', one.Mail.Parts.Where(part => part is not MailPart.Button)), StringComparison.Ordinal);
    });

    [Fact]
    public void differs_between_german_and_english() => Assert.All(All("de-DE").Zip(All("en-US")), pair => Assert.NotEqual(pair.First.Mail.Subject, pair.Second.Mail.Subject));

    [Fact]
    public void greets_nobody_by_an_empty_name() => Assert.All(All("en-US", name: ""), one => Assert.StartsWith("Hello,\n", one.Mail.Parts.OfType<MailPart.Paragraph>().First().Text, StringComparison.Ordinal));
}
