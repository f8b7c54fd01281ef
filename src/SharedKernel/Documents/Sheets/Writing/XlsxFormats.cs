using System.Globalization;
using System.Xml;

namespace Billing.Documents;

/// <summary>The cell styles of a workbook: five that are always there, and one per currency as amounts come by.</summary>
internal sealed class XlsxFormats
{
    public const int Header = 1;
    public const int Date = 2;
    public const int Instant = 3;

    /// <summary>Text that looks like a formula and keeps being text when somebody edits it.</summary>
    public const int Quoted = 4;

    private const int FirstMoney = 5;
    private const int FirstCode = 164;
    private readonly List<Currency> _currencies = [];

    /// <summary>The style of an amount: <c>1,234.50 EUR</c>, with the currency's decimals.</summary>
    public int Of(Currency currency)
    {
        var i = _currencies.IndexOf(currency);
        if (i >= 0) return FirstMoney + i;
        _currencies.Add(currency);
        return FirstMoney + _currencies.Count - 1;
    }

    public void Write(XmlWriter xml)
    {
        List<string> codes = ["yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm:ss", .. _currencies.Select(Code)];
        xml.WriteStartElement("styleSheet", XlsxFile.Main);
        Start("numFmts", codes.Count);
        for (var i = 0; i < codes.Count; i++) Element("numFmt", ("numFmtId", Text(FirstCode + i)), ("formatCode", codes[i]));
        xml.WriteEndElement();
        xml.WriteRaw("<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>");
        xml.WriteRaw("<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>");
        xml.WriteRaw("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>");
        xml.WriteRaw("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        Start("cellXfs", FirstMoney + _currencies.Count);
        Style(0, 0);
        Style(0, 1, ("applyFont", "1"));
        Style(FirstCode, 0, ("applyNumberFormat", "1"));
        Style(FirstCode + 1, 0, ("applyNumberFormat", "1"));
        Style(0, 0, ("quotePrefix", "1"));
        for (var i = 0; i < _currencies.Count; i++) Style(FirstCode + 2 + i, 0, ("applyNumberFormat", "1"));
        xml.WriteEndElement();
        xml.WriteRaw("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
        xml.WriteEndElement();

        void Start(string name, int count)
        {
            xml.WriteStartElement(name);
            xml.WriteAttributeString("count", Text(count));
        }

        void Style(int format, int font, params ReadOnlySpan<(string, string)> more) =>
            Element("xf", [("numFmtId", Text(format)), ("fontId", Text(font)), ("fillId", "0"), ("borderId", "0"), ("xfId", "0"), .. more]);

        void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            xml.WriteStartElement(name);
            foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
            xml.WriteEndElement();
        }
    }

    private static string Code(Currency currency) => $"#,##0{(currency.MinorUnits == 0 ? "" : "." + new string('0', currency.MinorUnits))}\\ [${currency.Code}]";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
