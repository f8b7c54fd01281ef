using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Billing.Documents;

/// <summary>The texts of a workbook: plain, rich, and escaped.</summary>
internal static partial class XlsxText
{
    /// <summary>The shared texts in their order, with a limit on their sum.</summary>
    public static List<string> Shared(XlsxParts parts, string? path)
    {
        var texts = new List<string>();
        if (path is null) return texts;
        long length = 0;
        using var xml = parts.Open(path);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
            texts.Add(Rich(xml));
            if ((length += texts[^1].Length) > SheetLimits.Characters || texts.Count > SheetLimits.Cells)
                throw new SheetFault("too-many-cells", "The workbook holds too much text; send it in parts.");
        }
        return texts;
    }

    /// <summary>All runs of the text element the reader stands on, without the reading aids of East Asian text. Leaves the reader on its end.</summary>
    public static string Rich(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        string? one = null;
        StringBuilder? many = null;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            while (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) xml.Skip();
            if (xml.Depth <= depth) break;
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)) continue;
            if (one is null) one = xml.Value;
            else (many ??= new StringBuilder(one)).Append(xml.Value);
        }
        return Unescape(many?.ToString() ?? one ?? "");
    }

    /// <summary>Text as a cell of a workbook holds it: line breaks are LF, at most 32,767 characters, and what would read as an escape is escaped.</summary>
    public static string Escape(string text)
    {
        if (text.Contains('\r', StringComparison.Ordinal)) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (text.Length > SheetLimits.CellLength)
        {
            var length = SheetLimits.CellLength - 1;
            text = text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
        }
        return text.Contains("_x", StringComparison.Ordinal) ? Underscore().Replace(text, "_x005F_") : text;
    }

    /// <summary>Office writes characters that XML does not like as <c>_x000D_</c>.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text : Escaped().Replace(text, match =>
    {
        var c = (char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return XmlConvert.IsXmlChar(c) ? c.ToString() : "";
    });

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Underscore();
}
