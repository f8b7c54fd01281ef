using Billing.EventStore;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Sending, Billing.Invoicing.SendingEvent>;

namespace Billing.Invoicing.Tests;

public class Sending_a_quote
{
    private static readonly QuoteId TheQuote = new(Id(94));
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = Day("2026-01-31");
    private static readonly Quote Out = Fold(Quote.Initial, new QuoteDrafted(TheClient, Eur), new QuoteLinesWritten([Line(1, 100)]), new QuoteIssued("Q-2026-0001", Today, Day("2026-02-28"), Addressed, Euros(100)));
    private static readonly Client WithReaders = Client.Initial with { Name = "Meadow", Emails = ["bills@meadow.example.test"], CcEmails = ["boss@meadow.example.test"] };
    private static readonly DocumentLetter Letter = QuoteLetter.Of(Out, WithReaders, "The Office", []);
    private static readonly SendingGround Ground = new(TheClient, "Meadow", Letter, null, Noon);
    private static readonly QuoteSendingAsked Asked = new(TheQuote, [About("bills@meadow.example.test")], [About("boss@meadow.example.test")], About(Letter.Subject), About(Letter.Message), null);

    [Fact]
    public void goes_to_the_client_s_readers_in_the_client_s_language()
    {
        Given().When(_ => new SendDocument().Decide(TheQuote, Out, Ground, Today)).Then(Asked);
        Assert.Equal("Angebot Q-2026-0001 von The Office", Letter.Subject);
        Assert.Contains("über 100,00\u00A0€. Es gilt bis 28.02.2026;", Letter.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void that_is_a_draft_is_refused() => Refused("quote-not-issued", Fold(Quote.Initial, new QuoteDrafted(TheClient, Eur)));

    [Fact]
    public void that_was_declined_or_withdrawn_is_refused()
    {
        Refused("quote-closed", Fold(Out, new QuoteDeclined("Too dear", Today)));
        Refused("quote-closed", Fold(Out, new QuoteWithdrawn("Sold out", Today)));
    }

    [Fact]
    public void that_was_accepted_is_refused_and_says_to_send_the_invoice() => Assert.Contains("Send its invoice", Refused("quote-accepted", Fold(Out, new QuoteAccepted(TheInvoice, Today))).Sentence, StringComparison.Ordinal);

    [Fact]
    public void is_possible_through_its_last_day_and_refused_after_it()
    {
        Given().When(_ => new SendDocument().Decide(TheQuote, Out, Ground, Day("2026-02-28"))).Then(Asked);
        Given().When(_ => new SendDocument().Decide(TheQuote, Out, Ground, Day("2026-03-01"))).ThenRefused("quote-expired");
    }

    [Fact]
    public void that_has_gone_says_who_did_not_get_it() => Given(Asked).When(sending => sending.Arrive(["BOSS@meadow.example.test"])).Then(new QuoteSent([About("boss@meadow.example.test")]));

    [Theory]
    [InlineData("en", "Quote"), InlineData("de", "Angebot"), InlineData("fr", "Devis"), InlineData("es", "Presupuesto")]
    public void has_a_letter_in_each_language_of_documents(string language, string word)
    {
        var letter = QuoteLetter.Of(Out with { Addressee = Addressed with { Language = language } }, WithReaders, "The Office", []);
        Assert.StartsWith(word, letter.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("{", letter.Subject + letter.Message, StringComparison.Ordinal);
        Assert.Equal((language, word), (ClientWords.In(language).Language, ClientWords.In(language).Quote));
    }

    private static Refusal Refused(string code, Quote quote) => Given().When(_ => new SendDocument().Decide(TheQuote, quote, Ground, Today)).ThenRefused(code);
}
