using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Web;
using static Billing.Host.Tests.Subscriptions.Subscriptions_of_a_bureau;

namespace Billing.Host.Tests.Subscriptions;

public class Subscriptions_on_screens : Bureau
{
    [Fact]
    public async Task are_found_by_client_and_plan_counted_and_worth_so_much_a_month()
    {
        var (meadow, alder) = (await Arrange(Ours), (await Ours.Client("Alder House")).Text("id"));
        await Begin(Theirs, await Arrange(Theirs), "pro");
        await Begin(Ours, meadow, "pro-yearly", new { outsideId = "crm-77" });
        var tried = await Begin(Ours, alder, "enterprise", new { trialDays = 14 });
        Assert.Equal("2 1 1 0", Counted((await Ours.Get("/api/subscriptions")).Ok()));
        Assert.Equal("1 0 1 0 enterprise 99.00", (await Ours.Get("/api/subscriptions?search=alder&status=trialing")).Ok() is var found ? $"{Counted(found)} {found.Text("items.0.plan")} {found.Text("items.0.monthly.amount")}" : "");
        Assert.Equal("24.17", (await Ours.Get("/api/subscriptions?search=crm-77")).Ok().Text("items.0.monthly.amount"));
        Assert.Equal("pro-yearly", (await Ours.Get("/api/subscriptions/active?search=yearly")).Ok().Text("items.0.plan"));
        Assert.Empty((await Theirs.Get("/api/subscriptions?search=alder")).Ok()["items"]!.AsArray());
        (await Ours.Delete($"/api/subscriptions/{tried.Text("id")}?immediately=true")).Ok();
        Assert.Equal("canceled ", (await Ours.Get($"/api/subscriptions?clientId={alder}")).Ok() is var ended ? $"{ended.Text("items.0.status")} {ended["items"]![0]!["monthly"]}" : "");

        static string Counted(System.Text.Json.Nodes.JsonNode page) => string.Join(' ', new[] { "all", "active", "trialing", "canceled" }.Select(view => page.Text($"counts.{view}")));
    }

    [Fact]
    public async Task are_previewed_before_they_begin_and_before_they_end()
    {
        var client = await Arrange(Ours);
        await Arrange(Theirs);
        var wish = new { clientId = client, planCode = "pro", startAt = "2025-11-04T12:00:00Z", trialDays = 0 };
        Assert.Equal("29.00 2025-12-04 29.00", (await Ours.Post("/api/subscriptions/preview", wish)).Ok() is var begins ? $"{begins.Text("due.amount")} {begins.Text("nextInvoiceOn")} {begins.Text("nextTotal.amount")}" : "");
        Assert.Equal("0.00 2025-12-03", (await Ours.Post("/api/subscriptions/preview", new { clientId = client, planCode = "pro" })).Ok() is var tried ? $"{tried.Text("due.amount")} {tried.Text("nextInvoiceOn")}" : "");
        (await Ours.Post("/api/subscriptions/preview", new { clientId = client, planCode = "none" })).Refused("unknown-plan");
        (await Theirs.Post("/api/subscriptions/preview", wish)).Refused("unknown-client");
        Assert.Empty((await Ours.Get("/api/subscriptions")).Ok()["items"]!.AsArray());

        var id = (await Begin(Ours, client, "pro", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        Assert.Equal("-14.50 0.00", $"{(await Ours.Post($"/api/subscriptions/{id}/preview?immediately=true", new { })).Ok().Text("due.amount")} {(await Ours.Post($"/api/subscriptions/{id}/preview?immediately=true&unused=keep", new { })).Ok().Text("due.amount")}");
        Assert.Equal("active", (await Ours.Get($"/api/subscriptions/{id}")).Ok().Text("status"));
        (await Theirs.Post($"/api/subscriptions/{id}/preview?immediately=true", new { })).Refused("not-found", 404);
    }

    [Fact]
    public async Task stand_behind_what_moved_the_revenue()
    {
        await Arrange(Theirs);
        var (stays, goes) = ((await Begin(Ours, await Arrange(Ours), "pro")).Text("id"), (await Begin(Ours, (await Ours.Client("Alder House")).Text("id"), "enterprise")).Text("id"));
        (await Ours.Delete($"/api/subscriptions/{goes}?immediately=true")).Ok();
        Clock.Forward(TimeSpan.FromDays(2));
        (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{stays}", new { planCode = "enterprise" })).Ok();
        const string days = "from=2025-11-18&to=2025-11-22&currency=USD";
        var all = (await Ours.Get($"/api/metrics/mrr/movements?{days}")).Ok();
        Assert.Equal(["2025-11-21 expansion 70", "2025-11-19 new 29"], all["items"]!.AsArray().Select(one => $"{one!.Text("day")} {one!.Text("movement")} {one!.Text("change")}"));
        Assert.Equal($"{stays} 0", (await Ours.Get($"/api/metrics/mrr/movements?{days}&movement=expansion")).Ok() is var grown ? $"{grown.Text("items.0.subscriptions.0")} {grown.Text("more")}" : "");
        Assert.Empty((await Theirs.Get($"/api/metrics/mrr/movements?{days}")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task are_of_plans_that_show_what_they_come_to_while_they_are_written()
    {
        await Arrange(Ours);
        var terms = (await Ours.Get("/api/plans/pro")).Ok()["terms"]!.DeepClone();
        Assert.Equal("29.00 2025-12-03 2026-01-03", (await Ours.Post("/api/plans/preview", new { terms })).Ok() is var shown ? $"{shown.Text("invoices.0.total.amount")} {shown.Text("invoices.0.on")} {shown.Text("invoices.1.on")}" : "");
        terms["trialDays"] = -1;
        Assert.Equal("bad-trial", (await Theirs.Post("/api/plans/preview", new { terms })).Ok().Text("refusal.code"));
        Assert.Equal("290.00", (await Ours.Get("/api/plans/pro-yearly")).Ok().Text("recurring.0.amount"));
        Assert.Empty((await Theirs.Get("/api/plans")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task say_whether_stripe_is_connected()
    {
        Assert.Equal("false false 0", (await Ours.Get("/api/stripe")).Ok() is var none ? $"{none.Text("asks")} {none.Text("listens")} {none.Text("waiting")}" : "");
        (await Theirs.As(Role.Viewer).Get("/api/stripe")).Refused("not-permitted", 403);
    }
}
