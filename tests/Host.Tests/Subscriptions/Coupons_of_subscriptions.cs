using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

public class Coupons_of_subscriptions : Bureau
{
    private const string Invoices = "select tenant_id, number, total::numeric(20, 2) from invoicing_invoices where standing = 'issued'";

    [Fact]
    public async Task take_something_off_their_periods_and_of_what_comes_in_each_month()
    {
        var (client, theirs) = (await Subscriptions_of_a_bureau.Arrange(Ours), await Subscriptions_of_a_bureau.Arrange(Theirs));
        await Offer(Ours, new { code = "HALF", name = "Half price", share = "50", periods = 2, most = 1 });
        (await Theirs.Post("/api/subscriptions", new { clientId = theirs, planCode = "pro", trialDays = 0, coupon = "HALF" })).Refused("unknown-coupon");
        await Subscriptions_of_a_bureau.Begin(Theirs, theirs, "pro");

        var begun = await Subscriptions_of_a_bureau.Begin(Ours, client, "pro", new { coupon = "HALF" });
        var id = begun.Text("id");
        Assert.Equal("HALF 1 Half price -14.50", $"{begun.Text("coupons.0.code")} {begun.Text("coupons.0.used")} {begun.Text("bills.0.lines.1.description")} {begun.Text("bills.0.lines.1.amount.amount")}");
        await Until("both are invoiced", async () => await Table(Invoices) == "(ours,INV-2025-0001,14.50)\n(theirs,INV-2025-0001,29.00)");
        Assert.Equal("14.50", (await Ours.Get("/api/metrics/mrr")).Ok().Text("currencies.0.mrr.amount"));
        Assert.Equal("29.00", (await Theirs.Get("/api/metrics/mrr")).Ok().Text("currencies.0.mrr.amount"));
        (await Ours.Post("/api/subscriptions", new { clientId = (await Ours.Client("Another")).Text("id"), planCode = "pro", trialDays = 0, coupon = "HALF" })).Refused("coupon-all-taken");
        Assert.Equal("HALF 1 1", (await Ours.Get("/api/coupons")).Ok() is var list ? $"{list.Text("items.0.code")} {list.Text("items.0.most")} {list.Text("items.0.redeemed")}" : "");

        Clock.Forward(TimeSpan.FromDays(62));
        await Until("the third period costs its price", async () => (await Table(Invoices)).Contains("(ours,INV-2026-0001,29.00)", StringComparison.Ordinal));
        Assert.Contains("(ours,INV-2025-0002,14.50)", await Table(Invoices), StringComparison.Ordinal);
        Assert.Equal("29.00", (await Ours.Get("/api/metrics/mrr")).Ok().Text("currencies.0.mrr.amount"));
        Assert.Equal("14.50", (await Ours.Get("/api/metrics/mrr?at=2025-12-20T12:00:00Z")).Ok().Text("currencies.0.mrr.amount")); // what ended since was worth that then
        Assert.Equal("subscription_started coupon_taken period_billed period_billed period_billed", await Events(id));
        Assert.Empty((await new Verify(Store).Run(Stop)).Findings);
    }

    [Fact]
    public async Task are_taken_with_a_preview_dropped_and_valid_for_a_while()
    {
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, await Subscriptions_of_a_bureau.Arrange(Ours), "pro")).Text("id");
        await Offer(Ours, new { code = "TEN", name = "Ten off", off = new { amount = "10.00", currency = "USD" }, validUntil = "2025-11-19" });
        await Offer(Ours, new { code = "EUROS", name = "Euros", off = new { amount = "10.00", currency = "EUR" } });
        await Offer(Theirs, new { code = "THEIRS", name = "Theirs", share = "10" });
        var wish = new { coupon = "TEN" };
        var preview = (await Ours.Post($"/api/subscriptions/{id}/preview", wish)).Ok();
        Assert.Equal("2025-12-19 19.00", $"{preview.Text("holdsFrom")} {preview.Text("nextTotal.amount")}");
        Assert.Empty((await Ours.Get($"/api/subscriptions/{id}")).Ok()["coupons"]!.AsArray());
        foreach (var (code, refused) in new[] { ("EUROS", "coupon-other-currency"), ("THEIRS", "unknown-coupon") }) (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{id}", new { coupon = code })).Refused(refused);
        Assert.Equal("TEN", (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{id}", wish)).Ok().Text("coupons.0.code"));
        Assert.Equal("19.00", (await Ours.Get($"/api/subscriptions?plan=pro")).Ok().Text("items.0.monthly.amount"));
        Assert.Equal("19.00", (await Ours.Post($"/api/subscriptions/{id}/preview")).Ok().Text("nextTotal.amount"));
        Assert.Empty((await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{id}", new { dropCoupon = "TEN" })).Ok()["coupons"]!.AsArray());
        Assert.Equal("29.00", (await Ours.Post($"/api/subscriptions/{id}/preview")).Ok().Text("nextTotal.amount"));
        Clock.Forward(TimeSpan.FromDays(2));
        var other = (await Subscriptions_of_a_bureau.Begin(Ours, (await Ours.Client("Another")).Text("id"), "pro")).Text("id");
        (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{other}", wish)).Refused("coupon-expired");
        Assert.Equal("subscription_started period_billed", await Events(other));
    }

    private static async Task Offer(Desk desk, object coupon) => (await desk.Post("/api/coupons", coupon)).Ok(201);
}
