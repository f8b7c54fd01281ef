namespace Billing.Documents.Tests;

public class A_payment_code
{
    private static readonly EpcPayment Payment = new("Müller & Söhne GmbH", "DE02 1203 0000 0000 2020 51", "BYLADEM1001", Papers.Eur(1340.9m), "INV-2026-0042");

    [Fact]
    public void says_whom_to_pay_what() => Assert.Equal("BCD\n002\n1\nSCT\nBYLADEM1001\nMüller & Söhne GmbH\nDE02120300000000202051\nEUR1340.90\n\n\nINV-2026-0042", Payment.Text().Value);

    [Fact]
    public void does_without_a_bank_code() => Assert.StartsWith("BCD\n002\n1\nSCT\n\nMüller", (Payment with { Bic = null }).Text().Value, StringComparison.Ordinal);

    [Fact]
    public void knows_a_reference_with_check_digits() => Assert.EndsWith("EUR1340.90\n\nRF18539007547034", (Payment with { Reference = "RF18 5390 0754 7034" }).Text().Value, StringComparison.Ordinal);

    [Fact]
    public void takes_no_line_breaks_from_names() => Assert.Equal(11, (Payment with { Payee = "A\nB", Reference = "x\r\nEUR1.00" }).Text().Value.Split('\n').Length);

    [Fact]
    public void is_refused_where_a_bank_would_not_take_it()
    {
        Assert.Equal("not-in-euro", (Payment with { Amount = new(5, Currency.Parse("CHF")) }).Text().Refusal!.Code);
        Assert.Equal("amount-not-payable", (Payment with { Amount = Papers.Eur(0) }).Text().Refusal!.Code);
        Assert.Equal("amount-not-payable", (Payment with { Amount = Papers.Eur(1_000_000_000m) }).Text().Refusal!.Code);
        Assert.All(new[] { "DE03120300000000202051", "", "DE", "DE02 1203 0000 0000 2020 5Ü", "not an account" }, iban => Assert.Equal("iban-not-valid", (Payment with { Iban = iban }).Text().Refusal!.Code));
        Assert.Equal("payee-missing", (Payment with { Payee = " " }).Text().Refusal!.Code);
        Assert.Equal("reference-too-long", (Payment with { Payee = new string('ü', 70), Reference = new string('ü', 140) }).Text().Refusal!.Code);
    }

    [Fact]
    public void is_printed_with_an_invoice_that_is_to_be_paid_and_with_no_other()
    {
        var invoice = Papers.Invoice();
        bool Printed(Paper paper) => PdfTools.Text(paper.Print()).Contains("Scan with your banking app", StringComparison.Ordinal);
        Assert.True(Printed(invoice));
        Assert.False(Printed(invoice with { Stamp = PaperStamp.Draft }));
        Assert.False(Printed(invoice with { Stamp = PaperStamp.Test }));
        Assert.False(Printed(invoice with { Kind = PaperKind.CreditNote }));
        Assert.DoesNotContain("Please pay by", PdfTools.Text((invoice with { Stamp = PaperStamp.Void }).Print()), StringComparison.Ordinal);
        Assert.False(Printed(invoice with { Bank = invoice.Bank! with { WithCode = false } }));
        Assert.False(Printed(invoice with { Bank = invoice.Bank! with { Iban = "DE03" } }));
        Assert.False(Printed(invoice with { Totals = invoice.Totals with { AmountDue = Papers.Eur(0) } }));
    }
}
