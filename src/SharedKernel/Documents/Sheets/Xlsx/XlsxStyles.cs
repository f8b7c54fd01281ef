using System.Globalization;
using System.Xml;

namespace Billing.Documents;

/// <summary>Which of a workbook's cell styles show a number as a date or a time.</summary>
internal static class XlsxStyles
{
    /// <returns>By style index: whether it is a date style.</returns>
    public static List<bool> Dates(XlsxParts parts, string? path)
    {
        var dates = new List<bool>();
        if (path is null) return dates;
        var custom = new Dictionary<int, bool>();
        var inCells = false;
        using var xml = parts.Open(path);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && Id(xml) is { } id) custom[id] = IsDate(xml.GetAttribute("formatCode") ?? "");
            if (inCells && xml.LocalName == "xf") dates.Add(Id(xml) is { } format && (custom.TryGetValue(format, out var date) ? date : IsBuiltInDate(format)));
        }
        return dates;
    }

    /// <summary>The numbers that ECMA-376 part 1, 18.8.30 reserves for dates and times, East Asian ones included.</summary>
    public static bool IsBuiltInDate(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Whether a format code has a day, month, year, hour or second in it outside of quotes, escapes and brackets; elapsed hours such as <c>[h]:mm</c> count.</summary>
    public static bool IsDate(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"': i = End(code, i, '"'); break;
                case '[':
                    var end = End(code, i, ']');
                    if (code[(i + 1)..Math.Min(end, code.Length)] is { Length: > 0 } inside && inside.Trim('h', 'H', 'm', 'M', 's', 'S').Length == 0) return true;
                    i = end;
                    break;
                case '\\' or '_' or '*': i++; break;
                case ';': return false;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S': return true;
            }
        }
        return false;
    }

    private static int End(string code, int start, char close) => code.IndexOf(close, start + 1) is >= 0 and var end ? end : code.Length;

    private static int? Id(XmlReader xml) => int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
