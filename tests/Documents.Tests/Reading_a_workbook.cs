using Billing.Documents;
using static Billing.Documents.Tests.Files;

namespace Billing.Documents.Tests;

public class Reading_a_workbook
{
    private const string Head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>c</t></is></c></row>";

    [Fact]
    public void gives_texts_wherever_they_are_kept()
    {
        var sheet = Sheet(SheetReader.Read(Workbook(
            Head + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"C4\" t=\"str\"><f>A1</f><v>cached</v></c></row>",
            shared: "<si><t>zero</t></si><si><r><t xml:space=\"preserve\">rich </t></r><r><rPr><b/></rPr><t>te_x000A_xt</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>")));
        var row = Assert.Single(sheet.Rows);
        Assert.Equal((4, "rich te\nxt", "", "cached"), (row.Line, row[0], row[1], row[2]));
    }

    [Theory]
    [InlineData("0.10000000000000002", "0.1"), InlineData("0.1", "0.1"), InlineData("5647.6800000000003", "5647.68"), InlineData("-12", "-12"), InlineData("1E3", "1000"), InlineData("1.5E-3", "0.0015")]
    [InlineData("12345678901234567", "12345678901234567"), InlineData("100.00", "100"), InlineData("-0", "0"), InlineData("007", "7"), InlineData("0.30000000000000004", "0.3"), InlineData("4.3499999999999996", "4.35")]
    public void gives_the_digits_a_person_saw(string stored, string seen)
    {
        var row = Sheet(SheetReader.Read(Workbook($"{Head}<row r=\"2\"><c r=\"A2\"><v>{stored}</v></c></row>"))).Rows[0];
        Assert.Equal((seen, SheetCellKind.Number), (row[0], row.KindOf(0)));
    }

    [Theory]
    [InlineData("45975", "2025-11-14"), InlineData("45975.395833333336", "2025-11-14T09:30:00"), InlineData("1", "1900-01-01"), InlineData("59", "1900-02-28"), InlineData("61", "1900-03-01"), InlineData("0.5", "12:00:00")]
    [InlineData("2958465", "9999-12-31"), InlineData("45974.999999999", "2025-11-14")]
    public void gives_dates_in_iso(string serial, string date)
    {
        var row = Sheet(SheetReader.Read(Workbook($"{Head}<row r=\"2\"><c r=\"A2\" s=\"1\"><v>{serial}</v></c></row>", "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"))).Rows[0];
        Assert.Equal((date, SheetCellKind.Date), (row[0], row.KindOf(0)));
    }

    [Fact]
    public void counts_from_1904_where_the_workbook_does()
    {
        var file = Workbook($"{Head}<row r=\"2\"><c r=\"A2\" s=\"0\"><v>44513</v></c></row>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", book: "<workbookPr date1904=\"1\"/><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets>");
        Assert.Equal("2025-11-14", Sheet(SheetReader.Read(file)).Rows[0][0]);
    }

    [Theory]
    [InlineData("dd\\.mm\\.yyyy", true), InlineData("[$-407]d. mmmm yyyy;@", true), InlineData("[h]:mm", true), InlineData("#,##0.00\\ [$USD]", false), InlineData("0.00\" days\"", false), InlineData("General", false)]
    [InlineData("[Red]0.00;-0.00", false), InlineData("0.00E+00", false), InlineData("@", false), InlineData("_-* #,##0.00_d", false), InlineData("yyyy", true)]
    public void knows_a_date_by_its_format(string format, bool date)
    {
        var styles = $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{format.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"170\"/></cellXfs>";
        Assert.Equal(date ? SheetCellKind.Date : SheetCellKind.Number, Sheet(SheetReader.Read(Workbook($"{Head}<row r=\"2\"><c r=\"A2\" s=\"0\"><v>45975</v></c></row>", styles))).Rows[0].KindOf(0));
    }

    [Fact]
    public void gives_booleans_errors_and_iso_dates()
    {
        var row = Sheet(SheetReader.Read(Workbook($"{Head}<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2025-11-14T00:00:00</v></c></row>"))).Rows[0];
        Assert.Equal((2, "TRUE", "#N/A", "2025-11-14"), (row.Line, row[0], row[1], row[2]));
        Assert.Equal([SheetCellKind.YesNo, SheetCellKind.Error, SheetCellKind.Date], Enumerable.Range(0, 3).Select(row.KindOf));
    }

    [Fact]
    public void notes_merged_cells_and_formulas_without_a_value()
    {
        var sheet = Sheet(SheetReader.Read(Workbook($"{Head}<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"B2\"><f>1+1</f></c></row>", more: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")));
        Assert.Equal([("merged-cells", null), ("formula-without-value", 2)], sheet.Notes.Select(n => (n.Code, n.Line)));
    }

    [Fact]
    public void takes_the_first_visible_sheet_or_the_one_named()
    {
        const string book = "<sheets><sheet name=\"One\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"Two\" sheetId=\"2\" r:id=\"rId2\"/></sheets>";
        Assert.Equal(("Two", "second"), (Sheet(SheetReader.Read(Workbook(Head, book: book))).Origin.SheetName, Sheet(SheetReader.Read(Workbook(Head, book: book))).Columns[0]));
        Assert.Equal("a", Sheet(SheetReader.Read(Workbook(Head, book: book), new SheetOptions { SheetName = " one " })).Columns[0]);
        Assert.Equal("no-such-sheet", Error(SheetReader.Read(Workbook(Head, book: book), new SheetOptions { SheetName = "Three" })).Code);
    }

    [Fact]
    public void of_the_strict_edition_works_alike()
    {
        var file = Workbook(Head).AsSpan().ToArray();
        Assert.Equal(["a", "b", "c"], Sheet(SheetReader.Read(file)).Columns);
        var strict = Zip(
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" q:id=\"x\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"x\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" Target=\"s.xml\"/></Relationships>"),
            ("xl/s.xml", "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><sheetData><row><c t=\"inlineStr\"><is><t>strict</t></is></c></row></sheetData></worksheet>"));
        Assert.Equal("strict", Sheet(SheetReader.Read(strict)).Columns[0]);
    }
}
