using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Billing.Documents.Tests;

public partial class A_pdf_we_write
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 30, 0, TimeSpan.FromHours(1));
    private static readonly PdfInfo Info = new("Größe & <Maß>", "de", Noon) { Author = "Müller (GmbH)", Subject = "Test" };

    [Fact]
    public void is_sound_to_qpdf_with_everything_in_it() => Assert.Equal("", PdfTools.Faults(Everything().ToBytes()));

    [Fact]
    public void has_every_font_embedded_as_a_subset_with_unicode()
    {
        var fonts = PdfTools.Fonts(Everything().ToBytes());
        Assert.Equal(6, fonts.Count);
        Assert.All(fonts, font => Assert.Equal("yes yes yes", font.Flags));
        Assert.All(fonts, font => Assert.Matches("^[A-Z]{6}\\+Source(Sans3|Serif4)", font.Name));
    }

    [Fact]
    public void gives_the_same_bytes_for_the_same_calls_wherever_it_is_made()
    {
        var bytes = Everything().ToBytes();
        var (culture, elsewhere) = (CultureInfo.CurrentCulture, new CultureInfo("ar-SA"));
        CultureInfo.CurrentCulture = elsewhere;
        try
        {
            Assert.Equal(bytes, Everything().ToBytes());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void is_read_and_copied_as_it_was_written()
    {
        const string Text = "Füße €12 ₹34 £5 ¥6, Łódź Příliš žluťoučký kůň, Ελλάδα Москва “AVATAR” 1 000 −5";
        Assert.Equal(Text, PdfTools.Text(Written(Text), layout: false).Trim('\n', '\f'));
    }

    [Theory]
    [InlineData("日本語"), InlineData("emoji 😀 here"), InlineData("\uD800 half a pair"), InlineData("\uE000")]
    public void shows_a_box_for_what_the_font_lacks_and_never_fails(string text)
    {
        var pdf = Written(text);
        Assert.Equal("", PdfTools.Faults(pdf));
        Assert.Contains(text.Replace('\uD800', '\uFFFD'), PdfTools.Text(pdf, layout: false), StringComparison.Ordinal); // and copies what was meant
        Assert.True(PdfFonts.Sans.Glyph(new Rune(0x65E5)) == PdfFonts.Sans.Replacement && PdfFonts.Sans.Replacement != 0);
        Assert.True(Dark(PdfTools.Picture(pdf)) > 20);
    }

    [Theory]
    [InlineData("gpj.\u202Efdp.exe", "gpj.fdp.exe"), InlineData("a\u200Bb\u2066c\u2069\uFEFF\u00ADd", "abcd"), InlineData("one\r\ntwo\tthree\u0000\u001B", "one two three")]
    public void drops_what_cannot_be_seen(string text, string written) => Assert.Equal(written, PdfTools.Text(Written(text), layout: false).Trim('\n', '\f'));

    [Fact]
    public void leads_to_safe_addresses_only()
    {
        var document = new PdfDocument(Info);
        var page = document.AddPage(PdfSize.A4);
        foreach (var address in new[] { "https://example.test/p/1?a=(b)&c=ü", "javascript:alert(1)", "https://example.test/\r\n/OpenAction", "file:///etc/passwd", "mailto:a@example.test", "nowhere", "https://" + new string('x', 5000) }) page.Link(10, 10, 50, 20, address);
        var plain = PdfTools.Plain(document.ToBytes());
        Assert.Equal(["https://example.test/p/1?a=\\(b\\)&c=%C3%BC", "mailto:a@example.test"], UriLine().Matches(plain).Select(match => match.Groups[1].Value));
        Assert.Equal("", PdfTools.Faults(document.ToBytes()));
    }

    [Fact]
    public void carries_files()
    {
        var pdf = Everything().ToBytes();
        Assert.Equal("<invoice>ü</invoice>", Encoding.UTF8.GetString(PdfTools.Attachment(pdf, "factur-x.xml")));
        var plain = PdfTools.Plain(pdf);
        Assert.Contains("/AFRelationship /Alternative", plain, StringComparison.Ordinal);
        Assert.Contains("/Subtype /text#2fxml", plain, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Regex.Matches(plain, @"^  /AF \[", RegexOptions.Multiline));
    }

    [Fact]
    public void says_the_same_in_its_properties_and_in_xmp()
    {
        var plain = PdfTools.Plain(Everything().ToBytes());
        var packet = XDocument.Parse(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(plain[plain.IndexOf("<x:xmpmeta", StringComparison.Ordinal)..(plain.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + "</x:xmpmeta>".Length)])));
        string Value(string name) => packet.Descendants().Single(e => e.Name.LocalName == name).Value;
        Assert.Equal(("3", "B"), (Value("part"), Value("conformance")));
        Assert.Equal(("Größe & <Maß>", "Müller (GmbH)", "2026-01-02T12:30:00+01:00"), (Value("title"), Value("creator"), Value("CreateDate")));
        Assert.Equal(("EN 16931", "factur-x.xml"), (Value("ConformanceLevel"), Value("DocumentFileName")));
        Assert.Contains("/CreationDate (D:20260102123000+01'00')", plain, StringComparison.Ordinal);
    }

    // veraPDF cannot be had where this is built; these are the clauses of ISO 19005-3 that a writer such as ours could break.
    [Fact]
    public void keeps_to_the_rules_of_an_archive()
    {
        var pdf = Everything().ToBytes();
        var plain = PdfTools.Plain(pdf);
        Assert.Equal([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3], pdf[9..14]); // 6.1.2
        Assert.Matches(@"/ID\[<([0-9A-F]{32})><\1>\]", Encoding.Latin1.GetString(pdf)); // 6.1.3
        Assert.DoesNotContain("/Encrypt", plain, StringComparison.Ordinal);
        Assert.All(new[] { "/LZWDecode", "/JavaScript", "/OpenAction", "/AA ", "/Interpolate true", "/NeedAppearances", "/DeviceCMYK", "/TR ", "/Launch" }, forbidden => Assert.DoesNotContain(forbidden, plain, StringComparison.Ordinal));
        Assert.Contains("/S /GTS_PDFA1", plain, StringComparison.Ordinal); // 6.2.3
        Assert.Equal(Regex.Count(plain, "/Type /Annot\\b"), Regex.Count(plain, @"^ +/F 4$", RegexOptions.Multiline)); // 6.3.2: printed
        Assert.Equal(Regex.Count(plain, "/Type /FontDescriptor"), Regex.Count(plain, "/FontFile2")); // 6.2.11.4
        Assert.Equal(Regex.Count(plain, "/CIDFontType2"), Regex.Count(plain, "/CIDToGIDMap /Identity"));
        Assert.DoesNotMatch(@"\[<(0000|[0-9A-F]{4}0000)", plain); // 6.2.11.8: never the glyph "not defined"
        Assert.Contains("/MarkInfo", plain, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(plain, "\\b(BDC|BMC)\\b"), Regex.Count(plain, "\\bEMC\\b"));
        var profile = SrgbProfile.Bytes;
        Assert.Equal((profile.Length, "acsp", "mntrRGB XYZ "), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile), Encoding.ASCII.GetString(profile.Slice(36, 4)), Encoding.ASCII.GetString(profile.Slice(12, 12))));
    }

    [Fact]
    public void draws_where_it_was_told_to()
    {
        var document = new PdfDocument(Info);
        var page = document.AddPage(new(100, 50));
        page.Rectangle(10, 5, 20, 10, new(255, 0, 0));
        page.Rectangle(60, 20, 30, 20, new(0, 0, 255), 10);
        page.Image(PdfImage.Read(Papers.Png(40, 40)).Value, 30, 20, 20, 20);
        var (width, height, rgb) = PdfTools.Picture(document.ToBytes());
        (byte, byte, byte) At(int x, int y) => (rgb[(y * width + x) * 3], rgb[(y * width + x) * 3 + 1], rgb[(y * width + x) * 3 + 2]);
        Assert.Equal((100, 50), (width, height));
        Assert.Equal(((byte)255, (byte)0, (byte)0), At(20, 10));
        Assert.Equal(((byte)0, (byte)0, (byte)255), At(75, 30));
        Assert.Equal(((byte)255, (byte)255, (byte)255), At(61, 21)); // the corner is round
        Assert.Equal(((byte)0x1F, (byte)0x4F, (byte)0xA3), At(40, 30));
        Assert.Equal(((byte)255, (byte)255, (byte)255), At(31, 21)); // see-through
    }

    private static byte[] Written(string text)
    {
        var document = new PdfDocument(Info);
        document.AddPage(PdfSize.A4).Text(text, 30, 60, PdfFonts.Sans, 11, PdfColor.Black);
        return document.ToBytes();
    }

    private static int Dark((int Width, int Height, byte[] Rgb) picture) => picture.Rgb.Count(part => part < 128);

    private static PdfDocument Everything()
    {
        var document = new PdfDocument(Info with { FacturX = new("factur-x.xml", "EN 16931") });
        var page = document.AddPage(PdfSize.A4);
        var y = 100.0;
        foreach (var font in new[] { PdfFonts.Sans, PdfFonts.SansSemibold, PdfFonts.SansLight, PdfFonts.Serif, PdfFonts.SerifSemibold, PdfFonts.SerifDisplay })
            using (page.As(document.Root.Add("P"))) page.Text("Ä quick brown fox, 日本 ½ Ǻ", 50, y += 20, font, 12, PdfColor.Black, tracking: 0.1);
        using (page.As(document.Root.Add("Figure", "Ein Bild (grün)"))) page.Image(PdfImage.Read(Papers.Png(30, 20)).Value, 50, 300, 60, 40);
        using (page.AsDecoration()) page.Image(PdfImage.Read(Pictures_in_a_pdf.Jpeg).Value, 150, 300, 60, 40);
        page.Frame(40, 40, 100, 50, 1, new(200, 10, 10), 6);
        page.Line(40, 95, 140, 95, 0.3, PdfColor.Black);
        page.Watermark("ENTWURF", PdfFonts.SansSemibold, PdfColor.Black, 0.1);
        page.Link(40, 40, 100, 50, "https://example.test/");
        document.AddPage(PdfSize.Letter);
        document.Attach(new("factur-x.xml", "text/xml", PdfRelationship.Alternative, Encoding.UTF8.GetBytes("<invoice>ü</invoice>"), Noon, "E-invoice"));
        document.Attach(new("a (1)\r\n.csv", "text/csv", PdfRelationship.Supplement, Encoding.UTF8.GetBytes("a,b"), Noon));
        return document;
    }

    [GeneratedRegex(@"/URI \((.*)\)$", RegexOptions.Multiline)]
    private static partial Regex UriLine();
}
