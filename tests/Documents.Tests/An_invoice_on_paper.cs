using System.Globalization;

namespace Billing.Documents.Tests;

public class An_invoice_on_paper
{
    public static TheoryData<PaperLook, PaperFormat, PaperLanguage> Ways =>
        [.. from look in Enum.GetValues<PaperLook>() from format in Enum.GetValues<PaperFormat>() from language in Enum.GetValues<PaperLanguage>() select (look, format, language)];

    [Theory, MemberData(nameof(Ways))]
    public void is_sound_and_says_all_in_order(PaperLook look, PaperFormat format, PaperLanguage language)
    {
        var pdf = Papers.Invoice(look, format, language, PdfImage.Read(Papers.Png(300, 120)).Value).Print();
        Assert.Equal("", PdfTools.Faults(pdf));
        Assert.All(PdfTools.Fonts(pdf), font => Assert.Equal("yes yes yes", font.Flags));
        var words = PaperWords.In(language);
        var due = language switch { PaperLanguage.English => "€1,340.91", PaperLanguage.French => "1 340,91 €", _ => "1.340,91 €" };
        InOrder(PdfTools.Text(pdf), "Müller & Söhne GmbH", "Example Client Łódź", "90-001 Łódź", $"{words.Invoice} INV-2026-0042", words.Description, words.Quantity, words.UnitPrice, "Support on call", "Hosting", "Server L", "Handbook", words.Subtotal, words.Discount, words.Shipping, words.Total, words.AmountDue, due, words.PayBy, "DE02 1203 0000 0000 2020 51", words.PayOnline, words.Notes, words.Terms);
        InOrder(PdfTools.Text(pdf, layout: false), "Example Client Łódź", "INV-2026-0042", words.Description, "Support on call", "Hosting", "Handbook", words.Subtotal, words.AmountDue, words.Terms);
    }

    [Theory]
    [InlineData(PaperLook.Classic), InlineData(PaperLook.Modern), InlineData(PaperLook.Minimal)]
    public void is_the_same_to_the_last_byte_when_printed_again(PaperLook look)
    {
        var first = Papers.Invoice(look, logo: PdfImage.Read(Papers.Png(300, 120)).Value).Print();
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        try
        {
            Assert.Equal(first, Papers.Invoice(look, logo: PdfImage.Read(Papers.Png(300, 120)).Value).Print());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void is_the_same_when_many_are_printed_at_once()
    {
        var alone = Papers.Invoice(PaperLook.Classic).Print();
        Parallel.For(0, 24, i => Assert.Equal(alone, Papers.Invoice(PaperLook.Classic).Print()));
    }

    [Theory]
    [InlineData(PaperKind.CreditNote, PaperLanguage.English, "Credit note GS-7"), InlineData(PaperKind.Quote, PaperLanguage.German, "Angebot GS-7"), InlineData(PaperKind.CreditNote, PaperLanguage.Spanish, "Factura rectificativa GS-7")]
    public void may_be_another_document(PaperKind kind, PaperLanguage language, string title)
    {
        var text = PdfTools.Text((Papers.Invoice(language: language) with { Kind = kind, Number = "GS-7", Corrects = "INV-1", DueOn = null, ValidUntil = new(2026, 2, 28) }).Print());
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.DoesNotContain(PaperWords.In(language).PayOnline, text, StringComparison.Ordinal); // nobody pays these
    }

    [Theory]
    [InlineData(PaperStamp.Draft, PaperLanguage.German, "ENTWURF"), InlineData(PaperStamp.Void, PaperLanguage.French, "ANNULÉE"), InlineData(PaperStamp.Void, PaperLanguage.English, "VOID"), InlineData(PaperStamp.Test, PaperLanguage.Spanish, "PRUEBA")]
    public void is_stamped_on_every_page(PaperStamp stamp, PaperLanguage language, string word)
    {
        var plain = PdfTools.Text((Papers.Long(60, language: language) with { Stamp = stamp }).Print(), layout: false);
        var pages = plain.TrimEnd('\f').Split('\f');
        Assert.True(pages.Length > 2);
        Assert.All(pages, page => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    [Fact]
    public void shows_what_it_is_given_and_computes_nothing()
    {
        var odd = Papers.Invoice() with { Totals = new(Papers.Eur(1), Papers.Eur(2)) { Taxes = [new(new(7.5m), Papers.Eur(3), Papers.Eur(4), IsIncluded: true, Label: "VAT")], Paid = Papers.Eur(5), AmountDue = Papers.Eur(6) } };
        InOrder(PdfTools.Text(odd.Print()), "Subtotal", "€1.00", "Total", "€2.00", "Paid", "−€5.00", "Amount due", "€6.00", "includes VAT 7.5% on €4.00: €3.00");
    }

    [Fact]
    public void may_have_no_lines_or_more_rates_and_facts_than_fit()
    {
        var invoice = Papers.Invoice();
        Assert.Equal("", PdfTools.Faults((invoice with { Groups = [] }).Print()));
        var many = (invoice with { MoreFacts = [.. Enumerable.Range(1, 99).Select(i => new PaperFact($"Fact {i}", new string('x', i * 5)))], Totals = invoice.Totals with { Taxes = [.. Enumerable.Range(1, 99).Select(i => new PaperTax(new(i), Papers.Eur(i)))] } }).Print();
        Assert.Equal("", PdfTools.Faults(many));
        InOrder(PdfTools.Text(many), [.. Enumerable.Range(1, 99).Select(i => $"Tax {i}%"), "Amount due"]);
    }

    [Fact]
    public void has_one_currency() => Assert.Throws<ArgumentException>(() => (Papers.Invoice() with { Currency = Currency.Parse("USD") }).Print());

    [Fact]
    public void gives_the_reason_for_no_tax_and_the_words_before_the_table() =>
        InOrder(PdfTools.Text((Papers.Invoice() with { Introduction = "As agreed:", TaxNote = "Reverse charge: the recipient owes the tax.", Footer = "Managing director: see imprint" }).Print()), "As agreed:", "Description", "Reverse charge: the recipient owes the tax.");

    [Fact]
    public void carries_an_e_invoice()
    {
        var pdf = (Papers.Invoice() with { Attachments = [new("factur-x.xml", "text/xml", PdfRelationship.Alternative, "<x/>"u8.ToArray(), DateTimeOffset.UnixEpoch)], FacturX = new("factur-x.xml", "EN 16931") }).Print();
        Assert.Equal("", PdfTools.Faults(pdf));
        Assert.Equal("<x/>"u8.ToArray(), PdfTools.Attachment(pdf, "factur-x.xml"));
    }

    [Fact]
    public void has_its_address_in_the_window_of_the_envelope()
    {
        // DIN 5008 B: 20 to 105 mm from the left, 45 to 90 mm from above. Nothing else of the letter may show there.
        foreach (var look in Enum.GetValues<PaperLook>())
        {
            var (width, height, rgb) = PdfTools.Picture(Papers.Invoice(look).Print());
            (int Left, int Top, int Right, int Bottom) = ((int)(20 / 210.0 * width), (int)(45 / 297.0 * height), (int)(105 / 210.0 * width), (int)(90 / 297.0 * height));
            int Ink(int left, int top, int right, int bottom) => Enumerable.Range(top, bottom - top).Sum(y => Enumerable.Range(left, right - left).Count(x => rgb[(y * width + x) * 3 + 1] < 160));
            Assert.True(Ink(Left, (int)(62.7 / 297 * height), Right, Bottom) > 400, "the recipient");
            Assert.Equal(0, Ink(Left, Top, Right, Top + (int)(8 / 297.0 * height)));
            Assert.Equal(0, Ink(Left, Bottom, Right, Bottom + (int)(5 / 297.0 * height)));
        }
    }

    internal static void InOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{part}” does not stand behind what precedes it:\n{text}");
            at = found + part.Length;
        }
    }
}
