using System.Text.Json;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Reporting.Tests;

/// <summary>Rows, sums and differences of a report.</summary>
public class Reading_a_report
{
    private static readonly Currency Eur = Currency.Parse("EUR");
    private static readonly Currency Jpy = Currency.Parse("JPY");

    private static readonly ReportKind Kind = new(
        "kettles", "Kettles.", Permission.SeeInvoicing, ReportSpan.Instant,
        [new("who", "Who", ReportCell.Link), new("count", "Count", ReportCell.Number, Summed: true), new("price", "Price", ReportCell.Money, Summed: true), new("on", "On", ReportCell.Day)],
        (_, _) => Task.FromResult<Result<List<ReportRow>>>(new List<ReportRow>()));

    private static readonly Guid Id = Guid.Parse("0193e0c0-0000-7000-8000-0000000000ff");

    [Fact]
    public void writes_numbers_as_text_and_adds_what_is_of_one_currency()
    {
        var page = ReportPage.Of(Told(Row("a", 1, 10.50m, Eur), Row("b", 2, 0.3333m, Eur), Row("c", 4, 7, Jpy), new ReportRow("d", new ReportLink("Nobody", "client"), 8m, null, null)));
        Assert.Equal("""{"who":{"text":"a","to":"client","id":"0193e0c0-0000-7000-8000-0000000000ff","from":null,"through":null},"count":"1","price":{"amount":"10.50","currency":"EUR"},"on":"2025-01-31"}""", JsonSerializer.Serialize(page.Rows[0].Cells, Json.Options));
        Assert.Equal(
            """ 1 {"count":"8","price":null}|EUR 2 {"count":"3","price":{"amount":"10.8333","currency":"EUR"}}|JPY 1 {"count":"4","price":{"amount":"7","currency":"JPY"}}""",
            string.Join('|', page.Sums.Select(sum => $"{sum.Currency} {sum.Rows} {JsonSerializer.Serialize(sum.Cells, Json.Options)}")));
        Assert.Equal((null, null, 0), (page.From, page.Through, page.More));
    }

    [Fact]
    public void leaves_to_files_what_nobody_reads_on_a_page_but_adds_it()
    {
        var page = ReportPage.Of(Told([.. Enumerable.Range(0, 5_003).Select(n => Row($"{n}", 1, 1, Eur))]));
        Assert.Equal((5_000, 3, "5003.00"), (page.Rows.Count, page.More, page.Sums[0].Cells["price"]!["amount"]!.GetValue<string>()));
    }

    [Fact]
    public void names_each_cell_that_differs_and_rows_that_only_one_has()
    {
        var none = new Comparison(0, 0, []);
        Assert.Empty(ReportComparison.Of(Kind, [Row("a", 1, 2, Eur)], [Row("a", 1, 2.00m, Eur)], none).Differing);
        var found = ReportComparison.Of(Kind, [Row("a", 1, 2, Eur), Row("b", 1, 2, Eur)], [Row("a", 1, 3, Eur), Row("c", 5, 6, Eur)], none);
        Assert.Equal(3, found.Rows);
        Assert.Equal(
            "a price 2.00 EUR>3.00 EUR|b who b>-|b count 1>-|b price 2.00 EUR>-|b on 2025-01-31>-|c who ->c|c count ->5|c price ->6.00 EUR|c on ->2025-01-31",
            string.Join('|', found.Differing.Select(one => $"{one.Row} {one.Column} {one.Live ?? "-"}>{one.Replayed ?? "-"}")));
    }

    private static ReportRow Row(string key, decimal count, decimal price, Currency currency) => new(key, new ReportLink(key, "client", Id), count, new ReportAmount(price, currency), new DateOnly(2025, 1, 31));

    private static ToldReport Told(params ReportRow[] rows) => new(Kind, new ReportDays(default, default, null), default, rows, null);
}
