using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.InvoicingSettings, Billing.Invoicing.InvoicingSettingsEvent>;

namespace Billing.Invoicing.Tests;

public class Writing_the_quote_mail
{
    private static readonly MailText Ours = new("de", "Unser Angebot {number}", "Liebe {client},\n\n{total}, gültig bis {until}.\n\n{sender}");
    private static readonly Quote Out = Fold(Quote.Initial, new QuoteDrafted(TheClient, Eur), new QuoteLinesWritten([Line(1, 100)]), new QuoteIssued("Q-2026-0001", Day("2026-01-31"), Day("2026-02-28"), Addressed, Euros(100)));

    [Fact]
    public void keeps_what_is_other_than_the_usual_text_and_leaves_the_invoice_mail_alone()
    {
        Given().When(settings => new WriteQuoteMail([Ours, QuoteLetter.Usual("en"), new("fr", "", "")]).Decide(settings)).Then(new QuoteMailWorded([Ours]));
        Given(new QuoteMailWorded([Ours])).When(settings => new WriteQuoteMail([Ours]).Decide(settings)).ThenNothing();
        Given(new QuoteMailWorded([Ours])).When(settings => new WriteQuoteMail([]).Decide(settings)).Then(new QuoteMailWorded([]));
        Assert.Empty(Fold(InvoicingSettings.Initial, new QuoteMailWorded([Ours])).InvoiceMail);
    }

    [Theory, InlineData("{due}"), InlineData("{link}"), InlineData("{amount}")]
    public void with_a_placeholder_that_only_invoices_know_is_refused(string text) => Given().When(settings => new WriteQuoteMail([Ours with { Message = text }]).Decide(settings)).ThenRefused("unknown-placeholder");

    [Fact]
    public void is_mailed_in_the_language_it_was_written_in()
    {
        var client = Client.Initial with { Name = "Meadow" };
        var letter = QuoteLetter.Of(Out, client, "The Office", [Ours]);
        Assert.Equal("Unser Angebot Q-2026-0001", letter.Subject);
        Assert.Equal("Liebe Meadow,\n\n100,00\u00A0€, gültig bis 28.02.2026.\n\nThe Office", letter.Message);
        Assert.Equal("Devis Q-2026-0001 de The Office", QuoteLetter.Of(Out with { Addressee = Addressed with { Language = "fr" } }, client, "The Office", [Ours]).Subject);
    }

    [Fact]
    public void has_a_usual_text_in_each_language_whose_placeholders_are_all_known()
    {
        foreach (var language in Languages.Offered) Assert.Equal(QuoteLetter.Usual(language), QuoteLetter.Usual(language).Read(Placeholders.OfQuote).Value);
    }
}
