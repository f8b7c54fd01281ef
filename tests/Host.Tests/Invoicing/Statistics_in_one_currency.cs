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
}
