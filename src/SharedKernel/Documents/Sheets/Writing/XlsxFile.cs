using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Billing.Documents;

/// <summary>
/// Tables as an Office Open XML workbook. The parts go straight into the zip stream: the packaging library keeps each part in memory until the end.
/// What is known only at the end (sheets, styles) is written last.
/// </summary>
internal sealed class XlsxFile
{
    public const int MaxRows = 1_048_576;
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly ZipArchive _zip;
    private readonly List<(string Name, string Filtered)> _sheets = [];

    private XlsxFile(Funnel funnel, ZipArchive zip) => (Funnel, _zip) = (funnel, zip);

    /// <summary>Where everything goes; whoever writes much passes it on in between.</summary>
    public Funnel Funnel { get; }

    public XlsxFormats Formats { get; } = new();

    public static async Task WriteAsync(Stream to, IReadOnlyList<SheetTable> tables, int maxRows, CancellationToken stop)
    {
        if (tables.Count == 0) throw new ArgumentException("A workbook has at least one sheet.", nameof(tables));
        await using var funnel = new Funnel(to);
        using (var zip = new ZipArchive(funnel, ZipArchiveMode.Create, leaveOpen: true))
        {
            var file = new XlsxFile(funnel, zip);
            file.Part("[Content_Types].xml", XlsxBookParts.WriteTypes);
            file.Part("_rels/.rels", xml => XlsxBookParts.WriteLinks(xml, [("officeDocument", "xl/workbook.xml")]));
            foreach (var table in tables) await XlsxRows.WriteAsync(file, table, maxRows, stop);
            file.Part("xl/styles.xml", file.Formats.Write);
            file.Part("xl/workbook.xml", xml => XlsxBookParts.WriteBook(xml, file._sheets));
            file.Part("xl/_rels/workbook.xml.rels", xml => XlsxBookParts.WriteLinks(xml, [.. file._sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
        }
        await funnel.PassOnAsync(everything: true, stop);
    }

    /// <summary>Opens the next sheet's part.</summary>
    public Stream NextSheet() => Open(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{_sheets.Count + 1}.xml"));

    /// <summary>Notes the sheet just written under a name that a workbook allows and that no other sheet has.</summary>
    public void Name(string wanted, string filtered)
    {
        var plain = string.Concat(SheetText.Clean(wanted).Where(c => !char.IsControl(c) && !":\\/?*[]".Contains(c, StringComparison.Ordinal))).Trim().Trim('\'');
        if (plain.Length == 0) plain = "Sheet";
        var name = Cut(plain, "");
        for (var n = 2; _sheets.Exists(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)); n++) name = Cut(plain, string.Create(CultureInfo.InvariantCulture, $" ({n})"));
        _sheets.Add((name, filtered));
    }

    private static string Cut(string name, string end)
    {
        var length = Math.Min(name.Length, 31 - end.Length);
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)] + end;
    }

    private Stream Open(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }

    private void Part(string path, Action<XmlWriter> write)
    {
        using var part = Open(path);
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }
}
