using System.Globalization;
using System.Text;
using System.Xml;

namespace Billing.Documents;

/// <summary>The rows of one table, in as many sheets as they need.</summary>
internal sealed class XlsxRows : IDisposable
{
    private const int Bunch = 50;
    private static readonly DateTime FirstSureDay = new(1900, 3, 1);
    private readonly XmlWriter _xml;
    private readonly SheetTable _table;
    private readonly XlsxFormats _formats;
    private readonly string[] _letters;
    private int _row;

    private XlsxRows(SheetTable table, XlsxFormats formats, Stream part)
    {
        (_table, _formats) = (table, formats);
        _letters = [.. table.Columns.Select((_, i) => Letters(i))];
        _xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
    }

    public static async Task WriteAsync(XlsxFile file, SheetTable table, int maxRows, CancellationToken stop)
    {
        await using var rows = table.RowsAsync(stop).GetAsyncEnumerator(stop);
        var more = await rows.MoveNextAsync();
        do
        {
            using var part = file.NextSheet();
            using var sheet = new XlsxRows(table, file.Formats, part);
            sheet.Begin();
            for (; more && sheet._row < maxRows; more = await rows.MoveNextAsync())
            {
                sheet.Row(rows.Current);
                if (sheet._row % Bunch == 0) await file.Funnel.PassOnAsync(everything: false, stop);
            }
            sheet.End();
            file.Name(table.Name, sheet.Filtered("$"));
        }
        while (more);
    }

    public void Dispose() => _xml.Dispose();

    private void Begin()
    {
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("worksheet", XlsxFile.Main);
        _xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < _letters.Length; i++) _xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{_table.Columns[i].Width}\" customWidth=\"1\"/>"));
        _xml.WriteRaw("</cols>");
        _xml.WriteStartElement("sheetData");
        StartRow();
        for (var i = 0; i < _letters.Length; i++) Text(i, _table.Columns[i].Name, XlsxFormats.Header);
        _xml.WriteEndElement();
    }

    private void Row(SheetCell[] cells)
    {
        StartRow();
        for (var i = 0; i < cells.Length; i++) Cell(i, cells[i]);
        _xml.WriteEndElement();
    }

    private void End()
    {
        _xml.WriteEndElement();
        _xml.WriteStartElement("autoFilter");
        _xml.WriteAttributeString("ref", Filtered(""));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.Flush();
    }

    private void Cell(int column, in SheetCell cell)
    {
        switch (cell.Kind)
        {
            case SheetCell.Is.Text or SheetCell.Is.Typed: Text(column, cell.Text, SheetText.Neutralise(cell.Text) == cell.Text ? 0 : XlsxFormats.Quoted); break;
            case SheetCell.Is.Money: Number(column, cell.Number, _formats.Of(cell.Currency)); break;
            case SheetCell.Is.Number: Number(column, cell.Number, 0); break;
            case SheetCell.Is.Date when cell.When < FirstSureDay: Text(column, DateText.Write(DateOnly.FromDateTime(cell.When)), 0); break;
            case SheetCell.Is.Instant when cell.When < FirstSureDay: Text(column, cell.When.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), 0); break;
            case SheetCell.Is.Date: Value(column, (cell.When - new DateTime(1899, 12, 30)).Days.ToString(CultureInfo.InvariantCulture), XlsxFormats.Date, null); break;
            case SheetCell.Is.Instant: Value(column, cell.When.ToOADate().ToString("R", CultureInfo.InvariantCulture), XlsxFormats.Instant, null); break;
            case SheetCell.Is.YesNo: Value(column, cell.Number == 1 ? "1" : "0", 0, "b"); break;
        }
    }

    private void Number(int column, decimal number, int style)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (text.Count(char.IsAsciiDigit) > 15 && Math.Abs(number) >= 1 && text.TrimEnd('0').Count(char.IsAsciiDigit) > 15) Text(column, text, style);
        else Value(column, text, style, null);
    }

    private void Text(int column, string text, int style)
    {
        Start(column, style, "inlineStr");
        _xml.WriteStartElement("is");
        _xml.WriteStartElement("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(XlsxText.Escape(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Value(int column, string value, int style, string? type)
    {
        Start(column, style, type);
        _xml.WriteElementString("v", value);
        _xml.WriteEndElement();
    }

    private void StartRow()
    {
        _row++;
        _xml.WriteStartElement("row");
        _xml.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
    }

    private void Start(int column, int style, string? type)
    {
        _xml.WriteStartElement("c");
        _xml.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{_letters[column]}{_row}"));
        if (style > 0) _xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        if (type is not null) _xml.WriteAttributeString("t", type);
    }

    private string Filtered(string fix) => string.Create(CultureInfo.InvariantCulture, $"{fix}A{fix}1:{fix}{_letters[^1]}{fix}{_row}");

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
