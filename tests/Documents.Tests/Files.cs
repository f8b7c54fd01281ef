using System.IO.Compression;
using System.Text;
using Billing.Documents;

namespace Billing.Documents.Tests;

/// <summary>Files made by hand, byte by byte, so that the tests do not depend on our own writers.</summary>
internal static class Files
{
    public static SheetReading Csv(string text, SheetOptions? options = null) => SheetReader.Read(Encoding.UTF8.GetBytes(text), options);

    public static Sheet Sheet(string text, SheetOptions? options = null) => Sheet(Csv(text, options));

    public static Sheet Sheet(SheetReading reading) => reading.Succeeded ? reading.Sheet : throw new InvalidOperationException($"{reading.Error.Code}: {reading.Error.Sentence}");

    public static SheetError Error(SheetReading reading) => reading.Error ?? throw new InvalidOperationException("The file was read although it should not be.");

    public static string[][] Cells(Sheet sheet) => [.. sheet.Rows.Select(row => row.Cells.ToArray())];

    /// <summary>A workbook with one sheet whose rows are the XML given.</summary>
    public static byte[] Workbook(string rows, string styles = "", string shared = "", string book = "<sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets>", string more = "") => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", Links(("rId1", "officeDocument", "/xl/workbook.xml"))),
        ("xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{book}</workbook>"),
        ("xl/_rels/workbook.xml.rels", Links(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"), ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "styles", "../xl/styles.xml"))),
        ("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{shared}</sst>"),
        ("xl/styles.xml", $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{styles}</styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>{more}</worksheet>"),
        ("xl/worksheets/sheet2.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>second</t></is></c></row></sheetData></worksheet>"));

    public static byte[] Zip(params (string Path, string Text)[] parts)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (path, text) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    private static string Links(params (string Id, string Kind, string Target)[] links) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{l.Kind}\" Target=\"{l.Target}\"/>"))}</Relationships>";
}
