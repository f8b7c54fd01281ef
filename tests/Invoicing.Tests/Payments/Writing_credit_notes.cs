using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class Writing_credit_notes
{
    [Fact]
    public void of_the_whole_invoice_takes_off_what_is_due()
    {
        var note = Write(Issued());
        Assert.Equal(("CN-1", "INV-2026-0001", Euros(100), Euros(100)), (note.Number, note.InvoiceNumber, note.Total, note.OffInvoice));
        Assert.Equal(Addressed, note.Addressee);
    }

    [Fact]
    public void of_the_whole_invoice_has_its_taxes_and_its_discount()
    {
        InvoiceEvent[] taxed = [new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([Line(1, 100, Vat), Line(3, 19.99m, Tax("VAT", 7))]), new InvoiceDiscountGranted(new(new Percentage(10))), new InvoiceTermsAgreed(30)];
        var total = Fold(Invoicing.Invoice.Initial, taxed).Totals().Value;
        var note = Write([.. taxed, new InvoiceIssued("INV-2026-0001", ThisDay, ThisDay, Addressed, total.Total)]);
        Assert.Equal((total.Total, total.Tax), (note.Total, WriteCreditNote.TotalsOf(note).Tax));
    }

    [Fact]
    public void beyond_what_is_due_gives_credit() => Assert.Equal((Euros(100), Euros(30)), (Write([.. Issued(), Received(70)]).Total, Write([.. Issued(), Received(70)]).OffInvoice));

    [Fact]
    public void of_a_part_takes_that_part() => Assert.Equal(Euros(25), Write(Issued(), Written(1, 25)).OffInvoice);

    [Fact]
    public void of_more_than_is_left_is_refused()
    {
        InvoiceEvent[] credited = [.. Issued(), new InvoiceCredited(new(Id(80)), "CN-0", Euros(60), Euros(0), ThisDay)];
        Assert.Equal(Euros(40), Refused(credited, [Written(1, 41)], "credit-too-much").Details!["left"]);
        Assert.Equal(Euros(40), Refused(credited, null, "partly-credited").Details!["left"]);
    }

    [Fact]
    public void of_what_was_never_asked_for_is_refused()
    {
        Refused(Draft(), null, "not-issued");
        Refused([.. Issued(), new InvoiceVoided("x", ThisDay)], null, "invoice-voided");
        Refused(Issued(), [], "no-lines");
        Refused(Issued(), [Written(-1)], "amount-not-positive");
        Refused(Issued(), [Written() with { Description = "" }], "description-missing");
        Assert.Equal("reason-missing", new WriteCreditNote(" ").Decide(CreditNote.Initial, Fold(Invoicing.Invoice.Initial, Issued()), TheInvoice, "CN-1", ThisDay).Refusal!.Code);
    }

    [Fact]
    public void can_be_looked_at_before_a_reason_is_given()
    {
        var part = Preview([.. Issued(), Received(90)], Written(1, 25));
        Assert.Equal((Euros(25), Euros(10), Euros(15), Euros(0), Euros(100)), (part.Total, part.OffInvoice, part.ToCredit, part.Outstanding, part.Creditable));
        Assert.Null(part.Refusal);
        var tooMuch = Preview(Issued(), Written(1, 101));
        Assert.Equal(("credit-too-much", Euros(0), Euros(100)), (tooMuch.Refusal!.Code, tooMuch.Total, tooMuch.Outstanding));
        Assert.Equal(("description-missing", 1), (Preview(Issued(), Written(1, 1), Written() with { Description = "" }).Refusal!.Code, Preview(Issued(), Written(1, 1), Written() with { Description = "" }).Refusal!.Line));
        Assert.Equal(("not-issued", Euros(0)), (Preview(Draft()).Refusal!.Code, Preview(Draft()).Creditable));
    }

    private static CreditNotePreview Preview(InvoiceEvent[] history, params WrittenLine[] lines) => CreditNotePreview.Of(new WriteCreditNote("", lines.Length == 0 ? null : lines), Fold(Invoicing.Invoice.Initial, history), TheInvoice, ThisDay);

    private static CreditNoteIssued Write(InvoiceEvent[] history, params WrittenLine[] lines) => Assert.IsType<CreditNoteIssued>(Assert.Single(Decide(history, lines.Length == 0 ? null : lines).Events));

    private static Refusal Refused(InvoiceEvent[] history, WrittenLine[]? lines, string code)
    {
        var refusal = Decide(history, lines).Refusal!;
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    private static Decision<CreditNoteEvent> Decide(InvoiceEvent[] history, WrittenLine[]? lines) => new WriteCreditNote("Returned", lines).Decide(CreditNote.Initial, Fold(Invoicing.Invoice.Initial, history), TheInvoice, "CN-1", ThisDay);
}
