using Billing.Documents;
using Billing.Identity.Contracts;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class Printing
{
    private static readonly PaperGround Ground = new(
        Fold(InvoicingSettings.Initial, new LookChosen(DocumentLook.Modern, Invoicing.Paper.Letter), new BankDetailsNoted("Office", "DE89370400440532013000", null, null), new SellerTaxIdNoted("DE 1"), new FooterWritten("Thank you")),
        new Letterhead("The Office", ["3 Oak Street", "12345 Town"], "DE", ["office@example.test"], null), new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void an_invoice_has_its_amounts_as_they_were_computed()
    {
        InvoiceEvent[] history =
        [
            new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([Line(2, 50, Vat) with { Group = "Support" }, Line(1, 20, Tax("VAT", 7)) with { Group = "Hosting", Discount = new(new Percentage(10)) }, Line(1, 10) with { Kind = LineKind.Shipping }]),
            new InvoiceDiscountGranted(new(Amount: Euros(18))), new InvoiceTermsAgreed(30), new InvoiceWorded(new("Notes", "Terms", "PO 7", About("Warehouse\n4 Elm Street"))),
        ];
        var draft = Fold(Invoicing.Invoice.Initial, history);
        var total = draft.Totals().Value.Total;
        var invoice = Fold(draft, new InvoiceIssued("INV-2026-0001", ThisDay, ThisDay.AddDays(30), Addressed, total), Received(50));
        var paper = InvoicePapers.Of(TheInvoice, invoice, Addressed, Ground);

        Assert.Equal((PaperKind.Invoice, "INV-2026-0001", PaperStamp.None, PaperLook.Modern, PaperFormat.Letter, PaperLanguage.German), (paper.Kind, paper.Number, paper.Stamp, paper.Look, paper.Format, paper.Language));
        Assert.Equal(["Meadow Health", "1 Elm Street", "12345 Town", "Deutschland"], [paper.Client.Name, .. paper.Client.Address]);
        Assert.Equal(["The Office", "3 Oak Street", "12345 Town", "Deutschland"], [paper.Seller.Name, .. paper.Seller.Address]);
        Assert.Equal(["Support 100.00 EUR", "Hosting 18.00 EUR"], paper.Groups.Select(group => $"{group.Title} {group.Subtotal}"));
        Assert.Equal("−10 %", paper.Groups[1].Lines[0].Detail);
        Assert.Equal((Euros(118), Euros(18), Euros(10), total, Euros(50), total - Euros(50)), (paper.Totals.Subtotal, paper.Totals.Discount, paper.Totals.Shipping, paper.Totals.Total, paper.Totals.Paid, paper.Totals.AmountDue));
        Assert.Equal(total, paper.Totals.Subtotal - paper.Totals.Discount!.Value + paper.Totals.Shipping!.Value + Totals.Sum(Eur, paper.Totals.Taxes.Select(tax => tax.Amount)));
        Assert.Equal(("Warehouse", "PO 7", "Notes", "Terms", "DE89370400440532013000", "Thank you"), (paper.ShipTo!.Name, paper.PurchaseOrder, paper.Notes, paper.Terms, paper.Bank!.Iban, paper.Footer));
        Assert.Equal(paper.Print(), InvoicePapers.Of(TheInvoice, invoice, Addressed, Ground).Print());
    }

    [Fact]
    public void a_draft_and_a_voided_invoice_bear_a_stamp()
    {
        Assert.Equal(PaperStamp.Draft, InvoicePapers.Of(TheInvoice, Fold(Invoicing.Invoice.Initial, Draft()), Addressed, Ground).Stamp);
        Assert.Equal(PaperStamp.Void, InvoicePapers.Of(TheInvoice, Fold(Invoicing.Invoice.Initial, [.. Issued(), new InvoiceVoided("x", ThisDay)]), Addressed, Ground).Stamp);
    }

    [Fact]
    public void in_test_mode_says_so_unless_it_says_already_that_nothing_is_owed_and_leads_to_no_place_to_pay()
    {
        var trying = Ground with { IsTest = true, Settings = Fold(Ground.Settings, new PaymentPageNoted("https://pay.example.test/{number}?amount={amount}&currency={currency}&ref={reference}")) };
        Assert.Equal([PaperStamp.Test, PaperStamp.Draft, PaperStamp.Void], new InvoiceEvent[][] { Issued(), Draft(), [.. Issued(), new InvoiceVoided("x", ThisDay)] }.Select(history => InvoicePapers.Of(TheInvoice, Fold(Invoicing.Invoice.Initial, history), Addressed, trying).Stamp));
        Assert.Null(InvoicePapers.Of(TheInvoice, Fold(Invoicing.Invoice.Initial, Issued()), Addressed, trying).PaymentLink);
    }

    [Fact]
    public void an_invoice_bears_the_link_to_where_it_is_paid_and_a_draft_or_a_voided_one_none()
    {
        var paying = Ground with { Settings = Fold(Ground.Settings, new PaymentPageNoted("https://pay.example.test/{number}?amount={amount}&currency={currency}&ref={reference}")) };
        Assert.Equal($"https://pay.example.test/INV-2026-0001?amount=100.00&currency=EUR&ref={TheInvoice.Value:n}", InvoicePapers.Of(TheInvoice, Fold(Invoicing.Invoice.Initial, Issued()), Addressed, paying).PaymentLink);
        Assert.Null(InvoicePapers.Of(TheInvoice, Fold(Invoicing.Invoice.Initial, Issued()), Addressed, paying with { Settings = Fold(paying.Settings, new PaperLinksDropped()) }).PaymentLink);
        Assert.All([Draft(), [.. Issued(), new InvoiceVoided("x", ThisDay)]], history => Assert.Null(InvoicePapers.Of(TheInvoice, Fold(Invoicing.Invoice.Initial, history), Addressed, paying).PaymentLink));
        Assert.Equal("https://billing.example.test/p/x", InvoicePapers.Of(TheInvoice, Fold(Invoicing.Invoice.Initial, Issued()), Addressed, Ground with { SeenAt = "https://billing.example.test/p/x" }).PageLink);
    }

    [Fact]
    public void reverse_charge_says_so_and_bears_no_tax()
    {
        var invoice = Fold(Invoicing.Invoice.Initial, new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([Line(1, 100, Vat)]), new InvoiceTaxationSettled(TaxRules.Usual, TaxTreatment.ReverseCharge, null), new InvoiceTermsAgreed(30));
        var paper = InvoicePapers.Of(TheInvoice, invoice, Addressed, Ground);
        Assert.Contains("Reverse Charge", paper.TaxNote!, StringComparison.Ordinal);
        Assert.Empty(paper.Totals.Taxes);
        Assert.Empty(paper.Groups[0].Lines[0].Taxes);
    }

    [Fact]
    public void a_credit_note_names_the_invoice_it_is_against()
    {
        var note = new WriteCreditNote("Damaged").Decide(CreditNote.Initial, Fold(Invoicing.Invoice.Initial, Issued()), TheInvoice, "CN-1", ThisDay).Events.OfType<CreditNoteIssued>().Single();
        var paper = InvoicePapers.Of(note, Ground);
        Assert.Equal((PaperKind.CreditNote, "CN-1", "INV-2026-0001", Euros(100), "Damaged"), (paper.Kind, paper.Number, paper.Corrects, paper.Totals.Total, paper.Notes));
        Assert.NotEmpty(paper.Print());
    }
}
