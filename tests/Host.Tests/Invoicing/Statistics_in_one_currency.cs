using System.Globalization;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Web;

namespace Billing.Host.Tests.Invoicing;

public class Statistics_in_one_currency : Bureau
{
    [Fact]
    public async Task tell_each_rate_they_used_and_refuse_what_they_have_none_for()
    {
        foreach (var (currency, price) in new[] { ("USD", "100"), ("EUR", "50") })
        {
            var client = (await Ours.Client(currency, new { currency })).Text("id");
            var id = (await Ours.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = price } } })).Ok(201).Text("id");
            (await Ours.Post($"/api/invoices/{id}/issue", new { })).Ok();
        }
        (await Ours.Get("/api/invoices/stats?convertTo=EUR")).Refused("no-exchange-rate");
        var rates = new { rates = new[] { new { from = "USD", to = "EUR", on = "2025-11-01", rate = "0.9", source = "Central bank" }, new { from = "USD", to = "EUR", on = "2025-11-20", rate = "0.5", source = "Tomorrow" } } };
        (await Theirs.Put("/api/exchange-rates", rates)).Ok();
        (await Ours.Get("/api/invoices/stats?convertTo=EUR")).Refused("no-exchange-rate");
        (await Ours.Put("/api/exchange-rates", rates)).Ok();
        var seen = (await Ours.Get("/api/invoices/stats?convertTo=eur")).Ok();
        Assert.Equal("140.00 2 70.00 1 USD 2025-11-01 0.9 Central bank", $"{seen.Text("converted.billed.sum.amount")} {seen.Text("converted.billed.count")} {seen.Text("converted.average.amount")} {seen["converted"]!["rates"]!.AsArray().Count} {seen.Text("converted.rates.0.from")} {seen.Text("converted.rates.0.on")} {seen.Text("converted.rates.0.rate")} {seen.Text("converted.rates.0.source")}");
        Assert.Equal("100.00", (await Ours.Get("/api/invoices/stats?convertTo=EUR&at=2025-11-30")).Ok().Text("converted.unpaid.sum.amount"));
        Assert.Null((await Ours.Get("/api/invoices/stats")).Ok()["converted"]);
        (await Ours.Get("/api/invoices/stats?convertTo=Euro")).Refused("bad-request", 400);
        (await Ours.As(Role.Member).Put("/api/exchange-rates", rates)).Refused("not-permitted", 403);
        Assert.Equal("2025-11-20", (await Ours.As(Role.Viewer).Get("/api/exchange-rates")).Ok().Text("items.0.on"));
    }

    [Fact]
    public async Task go_out_as_they_are_shown_with_the_rate_of_each_currency()
    {
        foreach (var (currency, price, paid) in new[] { ("USD", "99.99", "33.33"), ("EUR", "50", "50"), ("JPY", "777", "1") })
        {
            var client = (await Ours.Client(currency, new { currency })).Text("id");
            var id = await Issued(client, price, "2025-10-01");
            (await Ours.Post($"/api/invoices/{id}/payments", new { reference = currency, amount = new { amount = paid, currency } })).Ok();
        }
        await Theirs.Client();
        (await Ours.Get("/api/invoices/stats/converted/export?convertTo=EUR")).Refused("no-exchange-rate");
        (await Ours.Put("/api/exchange-rates", new { rates = new[] { Rate("USD", "0.8677"), Rate("JPY", "0.006123456"), new { from = "EUR", to = "USD", on = "2025-11-01", rate = "1.15", source = "" }, new { from = "JPY", to = "USD", on = "2025-11-01", rate = "0.0069", source = "" } } })).Ok();

        var shown = (await Ours.Get("/api/invoices/stats?convertTo=EUR&from=2025-10-01")).Ok()["converted"]!;
        var lines = JsonNode.Parse((await Ours.Get("/api/invoices/stats/converted/export?convertTo=EUR&from=2025-10-01&format=json")).Text)!.AsArray();
        Assert.Equal("EUR    EUR, JPY 0.006123456 2025-11-01 Central bank EUR, USD 0.8677 2025-11-01 Central bank EUR, all    EUR", string.Join(", ", lines.Select(line => string.Join(' ', new[] { "billedIn", "rate", "rateOf", "rateSource", "currency" }.Select(line.Text)))));
        foreach (var figure in new[] { "billed", "received", "paid", "unpaid", "overdue", "draft", "uncollectible", "voided" })
        {
            Assert.Equal($"{shown.Text($"{figure}.sum.amount")} {shown.Text($"{figure}.count")}", $"{lines[^1].Text($"{figure}.amount")} {lines[^1].Text($"{figure}Count")}");
            Assert.Equal(Sum(lines.Take(3), figure), Sum(lines.Skip(3), figure));
        }
        foreach (var (column, figure) in new[] { ("average", "average"), ("notDue", "aging.notDue"), ("late1To30Days", "aging.days1To30"), ("refunded", "refunded") }) Assert.Equal(shown.Text($"{figure}.amount"), lines[^1].Text($"{column}.amount"));
        Assert.Equal(141.52m, Sum(lines.Skip(3), "billed")); // 50 + 86.76 + 4.76
        Assert.Equal(shown.Text("collectionRate"), lines[^1].Text("collectionRate"));

        var csv = (await Ours.Get("/api/invoices/stats/converted/export?convertTo=EUR")).Text.TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("From Date,Through Date,Billed In,Currency,Rate,Rate Of,Rate Source,Billed Count,Billed,", csv[0], StringComparison.Ordinal);
        Assert.StartsWith(",,USD,EUR,0.8677,2025-11-01,Central bank,1,86.76,", csv[3], StringComparison.Ordinal);
        Assert.StartsWith("PK", (await Ours.Get("/api/invoices/stats/converted/export?convertTo=EUR&format=xlsx")).Text, StringComparison.Ordinal);
        var house = JsonNode.Parse((await Ours.Get("/api/invoices/stats/converted/export?format=json")).Text)!.AsArray();
        Assert.Equal("4 all USD", $"{house.Count} {house[3].Text("billedIn")} {house[3].Text("currency")}"); // the organisation's own
        Assert.Equal("all USD 0", JsonNode.Parse((await Theirs.Get("/api/invoices/stats/converted/export?format=json")).Text)!.AsArray().Single() is var none ? $"{none.Text("billedIn")} {none.Text("currency")} {none.Text("billedCount")}" : "");
        (await Ours.Get("/api/invoices/stats/converted/export?convertTo=Euro")).Refused("bad-request", 400);
        (await Ours.Get("/api/invoices/stats/converted/export?format=pdf&convertTo=EUR")).Refused("bad-request", 400);
        (await Ours.Get("/api/invoices/stats/converted/export?from=2025-11-02&to=2025-11-01")).Refused("bad-request", 400);
    }

    private static object Rate(string from, string rate) => new { from, to = "EUR", on = "2025-11-01", rate, source = "Central bank" };

    private static decimal Sum(IEnumerable<JsonNode?> lines, string figure) => lines.Sum(line => decimal.Parse(line.Text($"{figure}.amount"), CultureInfo.InvariantCulture));
}
