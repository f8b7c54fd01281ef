using System.IO.Compression;
using System.Xml.Linq;
using Billing.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static Billing.Documents.Tests.Writing_a_table;

namespace Billing.Documents.Tests;

public class A_workbook_we_write
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_valid_to_the_open_xml_sdk()
    {
        var yen = Full with { Billed = new Money(5, Currency.Parse("JPY")), Name = "=danger" };
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Bytes(SheetFormat.Xlsx, Full, Blank, yen)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(book, Stop).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal("Lines", Assert.Single(book.WorkbookPart!.Workbook.Sheets!.ChildElements).GetAttribute("name", "").Value);
        Assert.Single(book.WorkbookPart.WorksheetParts);
    }

    [Fact]
    public async Task has_a_bold_frozen_filtered_header_and_widths()
    {
        var sheet = Part(await Bytes(SheetFormat.Xlsx, Full), "xl/worksheets/sheet1.xml");
        Assert.Equal("frozen", sheet.Descendants(Ns + "pane").Single().Attribute("state")!.Value);
        Assert.Equal("A1:F2", sheet.Descendants(Ns + "autoFilter").Single().Attribute("ref")!.Value);
        Assert.Equal(6, sheet.Descendants(Ns + "col").Count());
        Assert.All(sheet.Descendants(Ns + "row").First().Elements(), cell => Assert.Equal("1", cell.Attribute("s")!.Value));
    }

    [Fact]
    public async Task shows_each_currency_with_its_own_decimals()
    {
        var styles = Part(await Bytes(SheetFormat.Xlsx, Full, Full with { Billed = new Money(5, Currency.Parse("JPY")) }, Full with { Billed = new Money(5, Currency.Parse("KWD")) }), "xl/styles.xml");
        Assert.Equal(["#,##0.00\\ [$EUR]", "#,##0\\ [$JPY]", "#,##0.000\\ [$KWD]"], styles.Descendants(Ns + "numFmt").Select(f => f.Attribute("formatCode")!.Value).Skip(2));
    }

    [Fact]
    public async Task marks_text_that_looks_like_a_formula()
    {
        var bytes = await Bytes(SheetFormat.Xlsx, Blank with { Name = "=1" });
        var cell = Part(bytes, "xl/worksheets/sheet1.xml").Descendants(Ns + "c").Single(c => c.Attribute("r")!.Value == "A2");
        var style = Part(bytes, "xl/styles.xml").Descendants(Ns + "cellXfs").Single().Elements().ElementAt((int)cell.Attribute("s")!);
        Assert.Equal(("inlineStr", "1"), (cell.Attribute("t")!.Value, style.Attribute("quotePrefix")!.Value));
    }

    [Fact]
    public async Task goes_on_in_a_further_sheet_when_one_is_full()
    {
        var bytes = new MemoryStream();
        await XlsxFile.WriteAsync(bytes, [SheetTable.Of("A very long name of more than thirty characters", Columns, Enumerable.Repeat(Full, 5)), SheetTable.Of("[Other]*", Columns, Array.Empty<Line>())], maxRows: 3, Stop);
        using var book = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(book, Stop).Select(e => e.Description));
        string[] names = ["A very long name of more than t", "A very long name of more th (2)", "A very long name of more th (3)", "Other"];
        Assert.Equal(names, book.WorkbookPart!.Workbook.Sheets!.Select(s => s.GetAttribute("name", "").Value));
        Assert.Equal([2, 2, 1, 0], names.Select(name => Files.Sheet(SheetReader.Read(bytes.ToArray(), new SheetOptions { SheetName = name })).Rows.Count));
    }

    [Fact]
    public async Task keeps_old_dates_and_long_numbers_as_text_rather_than_wrong()
    {
        var row = Files.Sheet(SheetReader.Read(await Bytes(SheetFormat.Xlsx, Blank with { Day = new DateOnly(1899, 12, 24), Share = 1234567890123456.78m }))).Rows[0];
        Assert.Equal(("1899-12-24", "1234567890123456.78"), (row[2], row[3]));
    }

    private static readonly XNamespace Ns = XlsxFile.Main;

    private static XDocument Part(byte[] file, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry(path)!.Open();
        return XDocument.Load(part);
    }
}
