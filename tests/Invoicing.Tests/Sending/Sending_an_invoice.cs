using Billing.EventStore;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Sending, Billing.Invoicing.SendingEvent>;

namespace Billing.Invoicing.Tests;

public class Sending_an_invoice
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly Invoice Out = Fold(Invoicing.Invoice.Initial, Issued());
    private static readonly Client WithReaders = Client.Initial with { Name = "Meadow", Emails = ["bills@meadow.example.test"], CcEmails = ["boss@meadow.example.test"] };
    private static readonly DocumentLetter Letter = InvoiceLetter.Of(Out, WithReaders, "The Office", []);
    private static readonly SendingGround Ground = new(TheClient, "Meadow", Letter, null, Noon);
    private static readonly SendingAsked Asked = new(TheInvoice, [About("bills@meadow.example.test")], [About("boss@meadow.example.test")], About(Letter.Subject), About(Letter.Message), null);

    [Fact]
    public void goes_to_the_client_s_readers_in_the_client_s_language()
    {
        Given().When(_ => new SendDocument().Decide(TheInvoice, Out, Ground)).Then(Asked);
        Assert.Equal("Rechnung INV-2026-0001 von The Office", Letter.Subject);
        Assert.Contains("über 100,00\u00A0€, zahlbar bis 02.03.2026.", Letter.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void says_what_somebody_wrote_to_whom_they_wrote_it() =>
        Given().When(_ => new SendDocument([" ada@example.test", "ADA@example.test"], ["Ada@example.test", "bob@example.test"], " Your invoice ", "Dear Ada").Decide(TheInvoice, Out, Ground))
            .Then(Asked with { To = [About("ada@example.test")], Cc = [About("bob@example.test")], Subject = About("Your invoice"), Message = About("Dear Ada") });

    [Fact]
    public void that_is_a_draft_is_refused() => Given().When(_ => new SendDocument().Decide(TheInvoice, Fold(Invoicing.Invoice.Initial, Draft()), Ground)).ThenRefused("not-issued");

    [Fact]
    public void that_was_voided_is_refused() => Given().When(_ => new SendDocument().Decide(TheInvoice, Fold(Out, new InvoiceVoided("Wrong", ThisDay)), Ground)).ThenRefused("invoice-voided");

    [Fact]
    public void to_nobody_is_refused_and_says_where_to_enter_an_address() =>
        Assert.Contains("at the client", Given().When(_ => new SendDocument().Decide(TheInvoice, Out, Ground with { Letter = Letter with { To = [] } })).ThenRefused("no-reader").Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("ada@example.test\r\nBcc: eve@example.test"), InlineData("ada"), InlineData("Ada <ada@example.test>")]
    public void to_what_is_no_address_is_refused(string address) => Given().When(_ => new SendDocument([address]).Decide(TheInvoice, Out, Ground)).ThenRefused("bad-email");

    [Fact]
    public void under_a_subject_with_a_line_break_is_refused() => Given().When(_ => new SendDocument(Subject: "One\r\nBcc: eve@example.test").Decide(TheInvoice, Out, Ground)).ThenRefused("text-has-hidden-characters");

    [Fact]
    public void at_a_time_is_possible_from_a_minute_ahead_on()
    {
        var due = Noon + SendDocument.LeastAhead;
        Given().When(_ => new SendDocument().Decide(TheInvoice, Out, Ground with { Due = due })).Then(Asked with { Due = due });
        Given().When(_ => new SendDocument().Decide(TheInvoice, Out, Ground with { Due = due.AddSeconds(-1) })).ThenRefused("too-soon");
        Given().When(_ => new SendDocument().Decide(TheInvoice, Out, Ground with { Due = Noon.AddYears(2) })).ThenRefused("too-late");
    }

    [Fact]
    public void at_a_time_can_be_withdrawn_until_then_and_once()
    {
        var planned = Asked with { Due = Noon.AddHours(1) };
        Given(planned).When(sending => sending.Withdraw(Noon)).Then(new SendingWithdrawn());
        Given(planned, new SendingWithdrawn()).When(sending => sending.Withdraw(Noon)).ThenNothing();
        Given(planned).When(sending => sending.Withdraw(Noon.AddHours(1))).ThenRefused("sending-under-way");
        Given(Asked).When(sending => sending.Withdraw(Noon)).ThenRefused("sending-under-way");
        Given(planned, new InvoiceSent([])).When(sending => sending.Withdraw(Noon)).ThenRefused("sending-under-way");
    }

    [Fact]
    public void becomes_pointless_only_before_it_has_gone()
    {
        Given(Asked).When(sending => sending.BecomePointless()).Then(new SendingWithdrawn());
        Given(Asked, new InvoiceSent([])).When(sending => sending.BecomePointless()).ThenNothing();
    }

    [Fact]
    public void comes_back_from_a_reader_once_and_only_when_it_had_gone()
    {
        SendingBounced came = new(About("bills@meadow.example.test"), About("550 No such user"));
        Given(Asked).When(sending => sending.ComeBack("bills@meadow.example.test", "550 No such user")).ThenNothing();
        var back = Given(Asked, new InvoiceSent([])).When(sending => sending.ComeBack("BILLS@meadow.example.test", "550 No such user")).Then(came);
        Assert.Equal((SendingState.Bounced, "550 No such user"), (back.State, back.BounceReason!.Text));
        Given(Asked, new InvoiceSent([]), came).When(sending => sending.ComeBack("bills@meadow.example.test", "550 Again")).ThenNothing();
        Given(Asked, new InvoiceSent([]), came).When(sending => sending.ComeBack("boss@meadow.example.test", "")).Then(new SendingBounced(About("boss@meadow.example.test"), About("")));
        Given(Asked, new InvoiceSent([])).When(sending => sending.ComeBack("stranger@example.test", "550")).ThenNothing();
        Given(Asked with { Cc = [] }, new InvoiceSent([])).When(sending => sending.ComeBack("forwarded@example.test", "550")).Then(came with { Reason = About("550") });
    }

    [Fact]
    public void that_came_back_can_be_repeated_and_starts_anew()
    {
        SendingBounced came = new(About("bills@meadow.example.test"), About("550 No such user"));
        var again = Given(Asked, new InvoiceSent([]), came).When(sending => sending.Repeat(Asked.To, [])).Then(new SendingRepeated(Asked.To, []));
        Assert.Equal((SendingState.UnderWay, 0), (again.State, again.Bounced.Count));
    }

    [Theory]
    [InlineData("en", "Invoice"), InlineData("de", "Rechnung"), InlineData("fr", "Facture"), InlineData("es", "Factura")]
    public void has_a_letter_and_a_page_in_each_language_of_documents(string language, string word)
    {
        var letter = InvoiceLetter.Of(Out with { Addressee = Addressed with { Language = language } }, WithReaders, "The Office", []);
        Assert.StartsWith(word, letter.Subject, StringComparison.Ordinal);
        Assert.Equal((language, word), (ClientWords.In(language).Language, ClientWords.In(language).Invoice));
    }
}
