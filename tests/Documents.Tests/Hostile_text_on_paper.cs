namespace Billing.Documents.Tests;

public class Hostile_text_on_paper
{
    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>", ") Tj ET Q (", "<</Type/Catalog>> endobj", "gpj.\u202Efdp.exe\u2066\u200B", "\uD800\uDC00\uD800 x \uDC00", "a\r\nSet-Cookie: b\0c\u001B[31m", new string('W', 10_000),
        "日本語 العربية עברית 😀", "\uFFFE\uFFFF", "%%EOF\nstartxref\n0", "{0} %s ${x} {{7*7}}", "e" + new string('\u0301', 500), "", "   ", string.Concat(Enumerable.Repeat("\n", 300)),
    ];

    [Theory, MemberData(nameof(Texts))]
    public void stands_there_as_text_and_breaks_nothing(string text)
    {
        foreach (var look in Enum.GetValues<PaperLook>())
        {
            var pdf = (Papers.Invoice(look) with
            {
                Number = text, Seller = new(text, [text, text]) { Contact = [text], TaxId = text, Registration = [text] }, Client = new(text, [text]) { TaxId = text }, ShipTo = new(text, [text]), PurchaseOrder = text, ClientNumber = text, MoreFacts = [new(text, text)],
                Introduction = text, Groups = [new(text, [new(text, Papers.Eur(1)) { Detail = text, Unit = text, Quantity = 1 }, new("the last line", Papers.Eur(2))], Papers.Eur(3))], TaxNote = text, Notes = text, Terms = text, Footer = text, PaymentLink = text,
                Bank = new(text) { Iban = text, Bic = text, Bank = text, Reference = text, More = [new(text, text)] }, Totals = new(Papers.Eur(3), Papers.Eur(3)) { Discount = Papers.Eur(1), DiscountLabel = text, Taxes = [new(new(19), Papers.Eur(1), Label: text)], AmountDue = Papers.Eur(3) },
                Attachments = [new(text, "text/xml", PdfRelationship.Data, "x"u8.ToArray(), DateTimeOffset.UnixEpoch, text)],
            }).Print();
            Assert.Equal("", PdfTools.Faults(pdf));
            Assert.Contains("the last line", PdfTools.Text(pdf), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void is_shown_letter_by_letter() => Assert.Contains("<script>alert(1)</script> gpj.fdp.exe", PdfTools.Text((Papers.Invoice() with { Notes = "<script>alert(1)</script> gpj.\u202Efdp.exe" }).Print()), StringComparison.Ordinal);
}
