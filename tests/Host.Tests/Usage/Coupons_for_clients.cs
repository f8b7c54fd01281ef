using System.Net;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;

namespace Billing.Host.Tests.Usage;

public class Coupons_for_clients : Bureau
{
    [Fact]
    public async Task are_offered_given_used_and_withdrawn()
    {
        var client = (await Ours.Client()).Text("id");
        var coupon = (await Ours.Post("/api/coupons", new { code = "SPRING", name = "Spring", share = "12.5", periods = 2 })).Ok(201).Text("id");
        (await Theirs.Post("/api/coupons", new { code = "SPRING", name = "Theirs", off = Eur("5.00") })).Ok(201);
        (await Ours.Post("/api/coupons", new { code = "SPRING", name = "Again", off = Eur("5.00") })).Refused("coupon-code-taken");
        (await Ours.Post($"/api/coupons/{coupon}/uses", new { clientId = client, source = "run-1", due = Eur("80.00") })).Refused("coupon-not-given");
        (await Ours.Post($"/api/coupons/{coupon}/clients", new { clientId = (await Theirs.Client()).Text("id") })).Refused("unknown-client");
        (await Ours.Post($"/api/coupons/{coupon}/clients", new { clientId = client })).Ok();
        foreach (var source in new[] { "run-1", "run-1", "run-2" }) (await Ours.Post($"/api/coupons/{coupon}/uses", new { clientId = client, source, due = Eur("80.00") })).Ok();
        (await Ours.Post($"/api/coupons/{coupon}/uses", new { clientId = client, source = "run-3", due = Eur("80.00") })).Refused("coupon-used-up");

        var card = (await Ours.Get($"/api/coupons/{coupon}")).Ok();
        Assert.Equal("2 run-1 10.00", $"{card.Text("clients.0.used")} {card.Text("clients.0.uses.0.source")} {card.Text("clients.0.uses.0.amount.amount")}");
        Assert.Equal("SPRING 12.5 1 2", (await Ours.Get("/api/coupons")).Ok()["items"]![0] is { } line ? $"{line.Text("code")} {line.Text("share")} {line.Text("clients")} {line.Text("uses")}" : "");
        Assert.Equal("coupon_offered coupon_given coupon_used coupon_used", await Events(coupon));
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Get($"/api/coupons/{coupon}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Post($"/api/coupons/{coupon}/withdraw")).Status);

        (await Ours.Post($"/api/coupons/{coupon}/clients/take-away", new { clientId = client })).Ok();
        Assert.Empty((await Ours.Get($"/api/coupons/{coupon}")).Ok()["clients"]!.AsArray());
        (await Ours.Post($"/api/coupons/{coupon}/withdraw")).Ok();
        (await Ours.Post($"/api/coupons/{coupon}/clients", new { clientId = client })).Refused("coupon-withdrawn");
        Assert.Equal("(ours,0,2,t)\n(theirs,0,0,f)", await Table("select tenant_id, clients, uses, withdrawn from usage_coupons"));
    }

    private static object Eur(string amount) => new { amount, currency = "EUR" };
}
