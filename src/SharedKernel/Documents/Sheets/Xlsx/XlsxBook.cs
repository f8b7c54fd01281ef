using System.Xml;

namespace Billing.Documents;

/// <summary>What a workbook says of itself before any cell: its sheets, its calendar, and where its texts and styles are.</summary>
internal sealed record XlsxBook(IReadOnlyList<(string Name, string Path, bool Visible)> Sheets, bool CountsFrom1904, string? Strings, string? Styles)
{
    public static XlsxBook Read(XlsxParts parts)
    {
        var path = parts.LinksOf("").Values.FirstOrDefault(link => link.Kind == "officeDocument").Path;
        if (path is null) throw NoWorkbook();
        if (!path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || !parts.Has(path)) throw NoWorkbook();
        var links = parts.LinksOf(path);
        var sheets = new List<(string, string, bool)>();
        var from1904 = false;
        var isWorkbook = false;
        using var xml = parts.Open(path);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            isWorkbook |= xml.LocalName == "workbook";
            if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || RelationOf(xml) is not { } id || !links.TryGetValue(id, out var link) || link.Kind != "worksheet") continue;
            sheets.Add((xml.GetAttribute("name") ?? "", link.Path, xml.GetAttribute("state") is null or "visible"));
        }
        if (!isWorkbook) throw NoWorkbook();
        return new XlsxBook(sheets, from1904, PathOf("sharedStrings"), PathOf("styles"));

        string? PathOf(string kind) => links.Values.FirstOrDefault(link => link.Kind == kind).Path is { } found && parts.Has(found) ? found : null;
    }

    /// <summary>The first visible sheet, or the one asked for.</summary>
    public (string Name, string Path) Choose(string? asked)
    {
        var sheet = asked is null ? Sheets.FirstOrDefault(s => s.Visible) : Sheets.FirstOrDefault(s => string.Equals(s.Name, asked.Trim(), StringComparison.OrdinalIgnoreCase));
        if (sheet.Path is not null) return (sheet.Name, sheet.Path);
        var names = string.Join(", ", Sheets.Where(s => s.Visible).Select(s => s.Name));
        throw new SheetFault("no-such-sheet", names.Length == 0 ? "The workbook has no visible sheet." : $"The workbook has no such sheet; it has {names}.");
    }

    // The id's namespace differs between the two editions of the format, so it is found by its local name.
    private static string? RelationOf(XmlReader xml)
    {
        string? id = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            if (xml is { LocalName: "id", Prefix.Length: > 0 }) id = xml.Value;
        xml.MoveToElement();
        return id;
    }

    private static SheetFault NoWorkbook() => new("not-a-sheet", "This is a zip file without an .xlsx workbook in it; save the table as XLSX or CSV.");
}
