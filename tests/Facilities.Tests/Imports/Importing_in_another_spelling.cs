using System.Globalization;
using System.Text;
using Billing.Documents;
using static Billing.Facilities.Tests.Tracker;

namespace Billing.Facilities.Tests;

public class Importing_in_another_spelling
{
    private static readonly string Expected = Told(Plan(Tracker.File));

    [Theory]
    [InlineData('.'), InlineData('/')]
    public void with_semicolons_decimal_commas_and_the_day_first_gives_the_same_plan(char between)
    {
        var plan = Plan(Encoding.UTF8.GetBytes(Text(Cells(), ';', row => [.. row.Select((cell, i) => i is 2 or 3 or 4 or 8 ? DayFirst(cell, between) : i is 6 or 7 ? Comma(cell) : cell)])));
        Assert.Equal((';', DateOrder.Dmy, DecimalMark.Comma), (plan.File.Origin.Separator!.Value, plan.File.DateOrder, plan.File.Decimal));
        Assert.Equal(Expected, Told(plan));
    }

    [Theory]
    [InlineData("utf-16le", true), InlineData("utf-16be", true), InlineData("utf-16le", false), InlineData("windows-1252", false)]
    public void in_another_encoding_gives_the_same_plan(string name, bool mark)
    {
        Encoding encoding = name switch { "utf-16le" => Encoding.Unicode, "utf-16be" => Encoding.BigEndianUnicode, _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)! };
        var plan = Plan([.. mark ? encoding.Preamble : [], .. encoding.GetBytes(Text(Cells(), '\t', row => row))]);
        // Plain ASCII is the same in Windows-1252 and UTF-8.
        Assert.Equal((name == "windows-1252" ? "utf-8" : name, '\t'), (plan.File.Origin.Encoding, plan.File.Origin.Separator!.Value));
        Assert.Equal(Expected, Told(plan));
    }

    [Fact]
    public async Task as_a_workbook_of_texts_gives_the_same_plan()
    {
        var rows = Cells();
        Assert.Equal(Expected, Told(Plan(await Workbook(rows, rows[0].Select((name, i) => SheetColumn<string[]>.Text(name, row => row.ElementAtOrDefault(i)))))));
    }

    [Fact]
    public async Task as_a_workbook_of_dates_and_numbers_gives_the_same_plan()
    {
        // Two lines have a cell that is no date or amount, which a column of dates or numbers cannot hold.
        var rows = Cells().Select((row, i) => i + 1 is 52 or 182 ? [] : row).ToList();
        var plan = Plan(await Workbook(rows, rows[0].Select((name, i) => i switch
        {
            2 or 3 or 4 or 8 => SheetColumn<string[]>.Date(name, row => ReadDay(row, i)),
            6 or 7 => SheetColumn<string[]>.Number(name, row => ReadAmount(row, i)),
            _ => SheetColumn<string[]>.Text(name, row => row.ElementAtOrDefault(i)),
        })));
        Assert.Equal(4, plan.RejectedLines);
        Assert.Equal(Told(Plan(Encoding.UTF8.GetBytes(Text(rows, ',', row => row)))), Told(plan));
    }

    [Fact]
    public void with_columns_in_another_order_and_other_names_gives_the_same_plan()
    {
        var rows = Cells();
        var renamed = rows.Select((row, line) => row.Length == 0 ? row : (string[])[row[9], line == 0 ? "Amount USD" : row[6], row[7], line == 0 ? "paid_date" : row[8], .. row[..6], line == 0 ? "Region" : "South"]);
        var file = string.Join("\n", renamed.Select(row => string.Join(',', row.Select(Quoted))));
        var plan = Plan(Encoding.UTF8.GetBytes(file), options: new ImportOptions { Mapping = new Dictionary<string, string> { ["Billed"] = "Amount USD" } });
        Assert.Equal("Amount USD", plan.File.Mapping["Billed"]);
        Assert.Equal(Expected.Replace("rejected Billed", "rejected Amount USD", StringComparison.Ordinal), Told(plan));
    }

    private static async Task<byte[]> Workbook(IReadOnlyList<string[]> rows, IEnumerable<SheetColumn<string[]>> columns)
    {
        var bytes = new MemoryStream();
        await SheetWriter.XlsxAsync(bytes, [SheetTable.Of("Tracker", [.. columns], rows.Skip(1))], TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static string Text(IReadOnlyList<string[]> rows, char separator, Func<string[], string[]> change) =>
        string.Join("\r\n", rows.Select((row, line) => string.Join(separator, (line == 0 || row.Length == 0 ? row : change(row)).Select(Quoted)))) + "\r\n";

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Comma(string amount) => amount.Replace(',', '#').Replace('.', ',').Replace('#', '.');

    private static string DayFirst(string date, char between)
    {
        if (date.Length == 8) return date[2..4] + date[..2] + date[4..];
        return date.Split('/') is [var month, var day, var year] ? string.Join(between, day, month, year) : date;
    }

    private static DateOnly? ReadDay(string[] row, int column) => row.Length > 0 && DateText.Read(row[column], DateOrder.Mdy).TryGet(out var day, out _) ? day : null;

    private static decimal? ReadAmount(string[] row, int column) =>
        row.Length > 0 && decimal.TryParse(row[column].Replace("$", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
