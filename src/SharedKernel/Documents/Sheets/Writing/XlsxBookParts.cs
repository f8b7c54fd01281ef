using System.Globalization;
using System.Xml;

namespace Billing.Documents;

/// <summary>The parts of a workbook that hold it together.</summary>
internal static class XlsxBookParts
{
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Media = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static void WriteTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        // Worksheets are the rule, so that their number need not be known here, in the part that comes first.
        Type("Default", "Extension", "xml", Media + "worksheet+xml");
        Type("Override", "PartName", "/xl/workbook.xml", Media + "sheet.main+xml");
        Type("Override", "PartName", "/xl/styles.xml", Media + "styles+xml");
        xml.WriteEndElement();

        void Type(string element, string by, string value, string type)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString(by, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    public static void WriteLinks(XmlWriter xml, IReadOnlyList<(string Kind, string Target)> links)
    {
        xml.WriteStartElement("Relationships", PackageLinks);
        for (var i = 0; i < links.Count; i++)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            xml.WriteAttributeString("Type", $"{Links}/{links[i].Kind}");
            xml.WriteAttributeString("Target", links[i].Target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    public static void WriteBook(XmlWriter xml, IReadOnlyList<(string Name, string Filtered)> sheets)
    {
        xml.WriteStartElement("workbook", XlsxFile.Main);
        xml.WriteAttributeString("xmlns", "r", null, Links);
        xml.WriteStartElement("sheets");
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheets[i].Name);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("r", "id", Links, string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("definedNames");
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", "_xlnm._FilterDatabase");
            xml.WriteAttributeString("localSheetId", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("hidden", "1");
            xml.WriteString($"'{sheets[i].Name.Replace("'", "''", StringComparison.Ordinal)}'!{sheets[i].Filtered}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
