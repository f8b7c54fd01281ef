using System.Text;
using System.Text.Json;
using Billing.Documents;
using CsvHelper;
using static Billing.Documents.Tests.Files;

namespace Billing.Documents.Tests;

public class Writing_a_table
{
    internal static readonly Currency Eur = Currency.Parse("EUR");

    internal static readonly IReadOnlyList<SheetColumn<Line>> Columns =
    [
        SheetColumn<Line>.Text("Facility", l => l.Name), SheetColumn<Line>.Money("Billed", l => l.Billed), SheetColumn<Line>.Date("Billing Date", l => l.Day),
        SheetColumn<Line>.Number("Share", l => l.Share), SheetColumn<Line>.Instant("Edited at", l => l.At), SheetColumn<Line>.YesNo("Open", l => l.Open),
    ];

    internal static readonly Line Full = new("Meadow, \"Health\"\nEast", new Money(-1234.5m, Eur), new DateOnly(2025, 11, 14), 0.125m, new DateTimeOffset(2025, 11, 14, 10, 30, 0, TimeSpan.FromHours(1)), true);
    internal static readonly Line Blank = new(null, null, null, null, null, null);

    [Fact]
    public async Task as_csv_follows_rfc_4180()
    {
        var text = await Text(SheetFormat.Csv, Full, Blank);
        Assert.Equal("\uFEFFFacility,Billed,Billing Date,Share,Edited at,Open\r\n\"Meadow, \"\"Health\"\"\nEast\",-1234.50,2025-11-14,0.125,2025-11-14T09:30:00Z,TRUE\r\n,,,,,\r\n", text);
    }

    [Fact]
    public async Task as_json_keeps_money_exact()
    {
        var rows = JsonDocument.Parse(await Text(SheetFormat.Json, Full, Blank)).RootElement;
        Assert.Equal("""{"facility":"Meadow, \u0022Health\u0022\nEast","billed":{"amount":"-1234.50","currency":"EUR"},"billingDate":"2025-11-14","share":0.125,"editedAt":"2025-11-14T09:30:00Z","open":true}""", rows[0].GetRawText());
        Assert.Equal("""{"facility":null,"billed":null,"billingDate":null,"share":null,"editedAt":null,"open":null}""", rows[1].GetRawText());
    }

    [Fact]
    public async Task as_xlsx_comes_back_typed()
    {
        var sheet = Sheet(SheetReader.Read(await Bytes(SheetFormat.Xlsx, Full, Blank, Full)));
        Assert.Equal(["Facility", "Billed", "Billing Date", "Share", "Edited at", "Open"], sheet.Columns);
        Assert.Equal([2, 4], sheet.Rows.Select(r => r.Line));
        Assert.Equal([["Meadow, \"Health\"\nEast", "-1234.5", "2025-11-14", "0.125", "2025-11-14T09:30:00", "TRUE"]], Cells(sheet)[..1]);
        Assert.Equal([SheetCellKind.Text, SheetCellKind.Number, SheetCellKind.Date, SheetCellKind.Number, SheetCellKind.Date, SheetCellKind.YesNo], Enumerable.Range(0, 6).Select(sheet.Rows[0].KindOf));
    }

    [Theory]
    [InlineData("=1+1"), InlineData("+1"), InlineData("-1"), InlineData("@SUM(A1)"), InlineData("\t=1"), InlineData("\r=1"), InlineData("'=1"), InlineData("＝1"), InlineData("-")]
    public async Task never_lets_text_become_a_formula(string text)
    {
        var line = Blank with { Name = text, Billed = new Money(-5, Eur), Share = -0.5m };
        var csv = Records(await Bytes(SheetFormat.Csv, line))[1];
        Assert.Equal(("'" + text, "-5.00", "-0.5"), (csv[0], csv[1], csv[3]));
        Assert.Equal(text, SheetText.Restore(csv[0]));
        var sheet = Sheet(SheetReader.Read(await Bytes(SheetFormat.Xlsx, line)));
        Assert.Equal((text.Replace('\r', '\n'), SheetCellKind.Text, "-5"), (sheet.Rows[0][0], sheet.Rows[0].KindOf(0), sheet.Rows[0][1]));
    }

    [Fact]
    public async Task of_any_text_reads_the_same_to_another_reader()
    {
        const string alphabet = "ab\"',;\r\n \té😀=";
        var random = new Random(42);
        var lines = Enumerable.Range(0, 300).Select(_ => Blank with { Name = new string(random.GetItems<char>(alphabet.Where(c => !char.IsSurrogate(c)).ToArray(), random.Next(8))), Open = true }).ToArray();
        var file = await Bytes(SheetFormat.Csv, lines);
        var expected = lines.Select(l => SheetText.Neutralise(l.Name!)).ToArray();
        Assert.Equal(expected, Records(file).Skip(1).Select(r => r[0]));
        Assert.Equal(expected, Sheet(SheetReader.Read(file, new SheetOptions { Separator = ',' })).Rows.Select(r => r[0]));
    }

    [Theory]
    [InlineData("'tis"), InlineData("a=b"), InlineData(""), InlineData("12"), InlineData("'")]
    public void leaves_harmless_text_alone(string text) => Assert.Equal((text, text), (SheetText.Neutralise(text), SheetText.Restore(text)));

    [Theory]
    [InlineData("-1,234.50", true), InlineData("+5", true), InlineData("-$ 5.00", true), InlineData("-cmd", false), InlineData("-1+2", false), InlineData("=1", false), InlineData("--1", false)]
    public void knows_a_negative_amount_from_a_formula(string text, bool amount) => Assert.Equal(amount ? text : "'" + text, SheetText.NeutraliseButNumbers(text));

    [Fact]
    public async Task cleans_what_no_file_can_hold()
    {
        var line = Blank with { Name = "a\0b\u0001c\uD800d\uFFFFe😀_x0041_x0042_" };
        Assert.Contains("abc\uFFFDde😀_x0041_x0042_", await Text(SheetFormat.Csv, line), StringComparison.Ordinal);
        Assert.Equal("abc\uFFFDde😀_x0041_x0042_", Sheet(SheetReader.Read(await Bytes(SheetFormat.Xlsx, line))).Rows[0][0]);
        Assert.Equal("abc\uFFFDde😀_x0041_x0042_", JsonDocument.Parse(await Text(SheetFormat.Json, line)).RootElement[0].GetProperty("facility").GetString());
    }

    [Fact]
    public async Task cuts_a_cell_at_what_a_spreadsheet_holds()
    {
        var cell = Sheet(SheetReader.Read(await Bytes(SheetFormat.Xlsx, Blank with { Name = new string('x', 32_765) + "😀😀" }))).Rows[0][0];
        Assert.Equal((32_766, '…'), (cell.Length, cell[^1]));
    }

    [Theory]
    [InlineData(SheetFormat.Csv), InlineData(SheetFormat.Xlsx), InlineData(SheetFormat.Json)]
    public async Task gives_equal_bytes_for_equal_rows(SheetFormat format) => Assert.Equal(await Bytes(format, Full, Blank), await Bytes(format, Full, Blank));

    internal static async Task<byte[]> Bytes(SheetFormat format, params Line[] lines)
    {
        var bytes = new MemoryStream();
        await SheetWriter.WriteAsync(format, bytes, SheetTable.Of("Lines", Columns, lines), TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    /// <summary>The records as CsvHelper reads them.</summary>
    private static List<string[]> Records(byte[] file)
    {
        var records = new List<string[]>();
        using var csv = CsvReader.Create(file, CsvReaderOptions.Default with { HasHeader = false });
        while (csv.Read()) records.Add([.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i))]);
        return records;
    }

    private static async Task<string> Text(SheetFormat format, params Line[] lines) => Encoding.UTF8.GetString(await Bytes(format, lines));

    internal sealed record Line(string? Name, Money? Billed, DateOnly? Day, decimal? Share, DateTimeOffset? At, bool? Open);
}
