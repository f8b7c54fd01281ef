using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.AiCosts;

/// <summary>What somebody should look at is told once, until it is over or somebody has seen it.</summary>
public class Alerts_of_ai_services : Observatory
{
    private static async Task<string> Basement(Desk desk) => (await desk.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");

    private static async Task<string> Inbox(Desk desk, string state = "open") =>
        string.Join(", ", (await desk.Get($"/api/alerts?state={state}")).Ok()["items"]!.AsArray().Select(alert => $"{alert.Text("kind")} {alert.Text("level")}").Order(StringComparer.Ordinal));

    private static Task Has(Desk desk, string alerts, string state = "open") => Until($"the {state} alerts are {alerts}", async () => await Inbox(desk, state) == alerts);

    [Fact]
    public async Task tell_of_usage_without_a_price_until_it_has_one()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        object Price() => new { provider = "own", model = "llama*", from = "2026-11-01", prices = new { input = "2" } };
        (await Theirs.Post("/api/ai/prices", Price())).Ok(201);
        foreach (var (desk, account) in new[] { (Ours, ours), (Theirs, theirs) }) (await desk.Post("/api/ai/usage/calls", new[] { new { requestId = "r-1", account, at = "2026-11-12T10:00:00Z", model = "llama-4", tokens = new { input = 1000 } } })).Ok();
        Set("2026-11-13T15:16:00Z");
        await Has(Ours, "unpriced warning");
        Assert.Equal(("", ours), (await Inbox(Theirs, "all"), (await Ours.Get("/api/alerts")).Ok().Text("items.0.accountId")));
        (await Ours.Post("/api/ai/prices", Price())).Ok(201);
        (await Ours.Post("/api/ai/prices/apply", new { from = "2026-11-01", until = "2026-11-14" })).Ok();
        Set("2026-11-13T15:32:00Z");
        await Has(Ours, "unpriced warning", "settled");
        Assert.Equal(("", ""), (await Inbox(Ours), await Inbox(Theirs, "all")));
    }

    [Fact]
    public async Task tell_of_usage_without_a_price_of_last_month_which_is_yet_to_be_charged()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        foreach (var (desk, account, at) in new[] { (Ours, ours, "2026-10-01T00:00:00Z"), (Theirs, theirs, "2026-09-30T23:59:59Z") }) (await desk.Post("/api/ai/usage/calls", new[] { new { requestId = "r-1", account, at, model = "llama-4", tokens = new { input = 1000 } } })).Ok();
        Set("2026-11-13T15:16:00Z");
        await Has(Ours, "unpriced warning");
        Assert.Equal("", await Inbox(Theirs, "all"));
    }

    [Fact]
    public async Task tell_of_a_budget_at_its_new_level_when_less_of_it_is_spent_and_stay_seen()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        foreach (var desk in new[] { Ours, Theirs }) (await desk.Post("/api/ai/budgets", new { name = "All", amount = Usd("100") })).Ok(201);
        object Entry(string account, string amount) => new { account, date = "2026-11-12", cost = Usd(amount) };
        var entry = (await Ours.Post("/api/ai/usage/manual", Entry(ours, "95"))).Ok(201).Text("id");
        (await Theirs.Post("/api/ai/usage/manual", Entry(theirs, "95"))).Ok(201);
        await Has(Ours, "budget critical");
        await Has(Theirs, "budget critical");
        var alert = (await Ours.Get("/api/alerts")).Ok().Text("items.0.id");
        (await Ours.Post($"/api/alerts/{alert}/acknowledge", new { note = "Seen" })).Ok();
        (await Ours.Put($"/api/ai/usage/manual/{entry}", Entry(ours, "75"))).Ok();
        await Has(Ours, "budget warning", "acknowledged");
        Assert.Equal(("", "budget critical"), (await Inbox(Ours), await Inbox(Theirs)));
        Assert.Equal("alert_raised alert_acknowledged alert_raised", await Events(alert));
    }

    [Fact]
    public async Task tell_of_a_budget_once_and_are_acknowledged()
    {
        var ours = await Basement(Ours);
        var budget = (await Ours.Post("/api/ai/budgets", new { name = "All", amount = Usd("100") })).Ok(201).Text("id");
        async Task Spend(string amount) => (await Ours.Post("/api/ai/usage/manual", new { account = ours, date = "2026-11-12", cost = Usd(amount) })).Ok(201);
        await Spend("75");
        await Has(Ours, "budget warning");
        var alert = (await Ours.Get("/api/alerts")).Ok()["items"]![0]!;
        Assert.Equal((budget, "2026-11-01", "70"), (alert.Text("budgetId"), alert.Text("day"), alert.Text("threshold")));
        Assert.Equal(404, (int)(await Theirs.Post($"/api/alerts/{alert.Text("id")}/acknowledge", new { note = "Seen" })).Status);
        (await Ours.As(Role.Member).Post($"/api/alerts/{alert.Text("id")}/acknowledge", new { })).Refused("not-permitted", 403);
        Assert.Equal("Seen", (await Ours.Post($"/api/alerts/{alert.Text("id")}/acknowledge", new { note = "Seen" })).Ok().Text("note"));
        Assert.Equal(("", "budget warning"), (await Inbox(Ours), await Inbox(Ours, "acknowledged")));
        await Spend("5");
        await Spend("30"); // worse than what was seen
        await Has(Ours, "budget emergency");
        Assert.Equal("alert_raised alert_acknowledged alert_raised", await Events(alert.Text("id")));
        Assert.Equal("", await Inbox(Theirs, "all"));
        Assert.Equal(400, (int)(await Ours.Get("/api/alerts?state=moon")).Status);
    }

    [Fact]
    public async Task tell_of_a_day_that_stands_out_until_it_is_put_right()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        for (var day = 1; day <= 10; day++)
            foreach (var (desk, account) in new[] { (Ours, ours), (Theirs, theirs) }) (await desk.Post("/api/ai/usage/manual", new { account, date = $"2026-11-{day:00}", cost = Usd("10") })).Ok(201);
        var spike = (await Ours.Post("/api/ai/usage/manual", new { account = ours, date = "2026-11-11", cost = Usd("50") })).Ok(201).Text("id");
        await Has(Ours, "anomaly critical");
        Assert.Equal("2026-11-11", (await Ours.Get("/api/alerts?kind=anomaly")).Ok().Text("items.0.day"));
        Assert.Equal(204, (int)(await Ours.Delete($"/api/ai/usage/manual/{spike}")).Status);
        await Has(Ours, "anomaly critical", "settled");
        Assert.Equal("", await Inbox(Theirs, "all"));
    }

    [Fact]
    public async Task tell_of_credentials_that_are_not_taken_and_of_accounts_that_nobody_has_read()
    {
        var (ours, theirs) = (await Open(Ours), await Open(Theirs));
        await Read(Ours, ours);
        await Read(Theirs, theirs);
        Provider.Say(request => request.Headers.Authorization.ToString().EndsWith(PretendedProvider.Others, StringComparison.Ordinal) ? new(503, "{}") : new(401, """{"error":{"message":"No such key."}}"""));
        await Read(Ours, ours);
        await Has(Ours, "credentialRejected critical");
        Assert.Equal("", await Inbox(Theirs));
        Set("2026-11-23T15:01:00Z"); // ten days, and an account that is read once in seven
        await Has(Theirs, "syncStale warning");
        Assert.Equal("credentialRejected critical", await Inbox(Ours));
    }
}
