using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Quote, Billing.Invoicing.QuoteEvent>;

namespace Billing.Invoicing.Tests;

public class A_quote
{
    private static readonly QuoteEvent[] Draft = [new QuoteDrafted(TheClient, Eur), new QuoteLinesWritten([Line()])];
    private static readonly DateOnly Until = ThisDay.AddDays(30);
    private static readonly QuoteIssued Issued = new("Q-2026-0001", ThisDay, Until, Addressed, Euros(100));
    private static readonly QuoteEvent[] Out = [.. Draft, Issued];
    private static readonly QuoteAccepted Accepted = new(TheInvoice, ThisDay);

    private static IssueTerms Terms => new("Q-2026-0001", Addressed, false, ThisDay);

    private static WriteQuote Writing(params WrittenLine[] lines) => new(TheClient, lines.Length == 0 ? [Written()] : lines);

    [Fact]
    public void begins_with_what_is_offered() => Given().When(q => Writing().Decide(q, Ground)).Then(Draft);

    [Fact]
    public void says_only_what_is_different() => Given(Draft)
        .When(q => (Writing(Written(2)) with { Discount = new(new Percentage(5)), ValidUntil = Until, Notes = " Gladly " }).Decide(q, Ground))
        .Then(new QuoteLinesWritten([Line(2)]), new QuoteDiscountOffered(new(new Percentage(5))), new QuoteDated(Until, null), new QuoteWorded(new Wording("Gladly")));

    [Fact]
    public void as_it_is_says_nothing() => Given(Draft).When(q => Writing().Decide(q, Ground)).ThenNothing();

    [Fact]
    public void comes_to_what_its_invoice_comes_to()
    {
        WrittenLine[] lines = [Written(2, 50, Vat), Written(1.5m, 80, Vat) with { Discount = new(new Percentage(10)) }];
        var quote = Fold(Quote.Initial, [.. (Writing(lines) with { Discount = new(Amount: Euros(7)) }).Decide(Quote.Initial, Ground).Events]);
        var invoice = Fold(Invoice.Initial, [.. AcceptQuote.Written(quote).Decide(Invoice.Initial, Ground).Events]);
        Assert.Equal(Euros(239.19m), quote.Totals().Value.Total);
        Assert.Equal(quote.Totals().Value.Total, invoice.Totals().Value.Total);
        Assert.Equal(quote.Lines, invoice.Lines);
    }

    [Fact]
    public void keeps_the_rules_of_an_invoice()
    {
        Given().When(q => new WriteQuote(TheClient, []).Decide(q, Ground)).ThenRefused("no-lines");
        Given().When(q => Writing(Written(1, 0)).Decide(q, Ground)).ThenRefused("total-zero");
        Given().When(q => Writing(Written(-1)).Decide(q, Ground)).ThenRefused("total-negative");
        Given().When(q => (Writing() with { Discount = new(Amount: Euros(150)) }).Decide(q, Ground)).ThenRefused("discount-above-subtotal");
        Given().When(q => Writing().Decide(q, Ground with { Closed = new("client-archived", "Restore the client first.") })).ThenRefused("client-archived");
        Given().When(q => (Writing() with { ValidUntil = new DateOnly(1899, 12, 31) }).Decide(q, Ground)).ThenRefused("date-out-of-range");
    }

    [Fact]
    public void is_of_no_charges() => Given().When(q => Writing(Written() with { Charges = [TheCharge] }).Decide(q, Ground)).ThenRefused("quote-takes-no-charges");

    [Fact]
    public void is_issued_for_thirty_days_unless_somebody_says_otherwise()
    {
        Given(Draft).When(q => new IssueQuote().Decide(q, Terms)).Then(Issued);
        Given([.. Draft, new QuoteDated(ThisDay, null)]).When(q => new IssueQuote().Decide(q, Terms)).Then(Issued with { ValidUntil = ThisDay });
        Given([.. Draft, new QuoteDated(ThisDay, null)]).When(q => new IssueQuote(Day("2026-12-31")).Decide(q, Terms)).Then(Issued with { ValidUntil = Day("2026-12-31") });
        Given([.. Draft, new QuoteDated(ThisDay.AddDays(-1), null)]).When(q => new IssueQuote().Decide(q, Terms)).ThenRefused("validity-past");
    }

    [Fact]
    public void is_issued_once_and_never_written_again()
    {
        Given(Out).When(q => new IssueQuote().Decide(q, Terms)).ThenRefused("already-issued");
        Given(Out).When(q => Writing(Written(2)).Decide(q, Ground)).ThenRefused("quote-issued");
        Given(Out).When(DraftQuote.Drop).ThenRefused("quote-issued");
    }

    [Fact]
    public void is_dropped_once()
    {
        Given(Draft).When(DraftQuote.Drop).Then(new QuoteDropped());
        Given([.. Draft, new QuoteDropped()]).When(DraftQuote.Drop).ThenNothing();
        Given([.. Draft, new QuoteDropped()]).When(q => Writing().Decide(q, Ground)).ThenRefused("draft-dropped");
        Given([.. Draft, new QuoteDropped()]).When(q => new IssueQuote().Decide(q, Terms)).ThenRefused("draft-dropped");
    }

    [Fact]
    public void is_accepted_once_through_its_last_day()
    {
        Given(Out).When(q => AcceptQuote.Decide(q, TheInvoice, ThisDay)).Then(Accepted);
        Given(Out).When(q => AcceptQuote.Decide(q, TheInvoice, Until)).Then(Accepted with { On = Until });
        Given([.. Out, Accepted]).When(q => AcceptQuote.Decide(q, TheInvoice, Until.AddDays(9))).ThenNothing();
        Given(Draft).When(q => AcceptQuote.Decide(q, TheInvoice, ThisDay)).ThenRefused("quote-not-issued");
    }

    [Fact]
    public void is_expired_the_day_after_its_last_and_can_be_prolonged()
    {
        Assert.Equal([QuoteState.Open, QuoteState.Expired], [Fold(Quote.Initial, Out).StateOn(Until), Fold(Quote.Initial, Out).StateOn(Until.AddDays(1))]);
        Given(Out).When(q => AcceptQuote.Decide(q, TheInvoice, Until.AddDays(1))).ThenRefused("quote-expired");
        var later = Until.AddDays(10);
        var prolonged = Given(Out).When(q => new ProlongQuote(later).Decide(q, Until.AddDays(1))).Then(new QuoteProlonged(later));
        Assert.Equal(QuoteState.Open, prolonged.StateOn(later));
        Given(Out).When(q => new ProlongQuote(Until).Decide(q, Until.AddDays(1))).ThenRefused("validity-past");
        Given(Out).When(q => new ProlongQuote(Until.AddDays(-1)).Decide(q, ThisDay)).ThenRefused("validity-shorter");
        Given(Out).When(q => new ProlongQuote(Until).Decide(q, ThisDay)).ThenNothing();
        Given([.. Out, Accepted]).When(q => new ProlongQuote(later).Decide(q, ThisDay)).ThenRefused("quote-accepted");
    }

    [Fact]
    public void is_declined_or_withdrawn_with_a_reason_that_stays()
    {
        Given(Out).When(q => new CloseQuote(" Too dear ").Decline(q, Until.AddDays(5))).Then(new QuoteDeclined("Too dear", Until.AddDays(5)));
        Given(Out).When(q => new CloseQuote("Sold out").Withdraw(q, ThisDay)).Then(new QuoteWithdrawn("Sold out", ThisDay));
        Given(Out).When(q => new CloseQuote(" ").Decline(q, ThisDay)).ThenRefused("reason-missing");
        Given([.. Out, new QuoteDeclined("Too dear", ThisDay)]).When(q => new CloseQuote("Again").Decline(q, ThisDay)).ThenNothing();
        Given([.. Out, new QuoteDeclined("Too dear", ThisDay)]).When(q => AcceptQuote.Decide(q, TheInvoice, ThisDay)).ThenRefused("quote-closed");
        Given([.. Out, Accepted]).When(q => new CloseQuote("Sold out").Withdraw(q, ThisDay)).ThenRefused("quote-accepted");
        Given(Draft).When(q => new CloseQuote("Sold out").Withdraw(q, ThisDay)).ThenRefused("quote-not-issued");
    }

    [Fact]
    public void has_one_invoice() => Assert.Equal((AcceptQuote.InvoiceOf(Id(7)), 2), (AcceptQuote.InvoiceOf(Id(7)), new[] { AcceptQuote.InvoiceOf(Id(7)), AcceptQuote.InvoiceOf(Id(8)) }.Distinct().Count()));

    [Fact]
    public void is_printed_as_a_quote_with_its_last_day()
    {
        var quote = Fold(Quote.Initial, Out);
        var paper = InvoicePapers.Of(quote, Addressed, new PaperGround(InvoicingSettings.Initial, new("Office", [], null, [], null), DateTimeOffset.UnixEpoch));
        Assert.Equal((Documents.PaperKind.Quote, "Q-2026-0001", Until, (Money?)null, Documents.PaperStamp.None), (paper.Kind, paper.Number, paper.ValidUntil!.Value, paper.Totals.AmountDue, paper.Stamp));
    }
}
