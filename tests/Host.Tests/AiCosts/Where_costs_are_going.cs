using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;

namespace Billing.Host.Tests.AiCosts;

public class Where_costs_are_going : Observatory
{
    /// <summary>An account whose costs are written by hand, one a day.</summary>
    /// <param name="through">The last day.</param>
    private static async Task<string> Spent(Desk desk, string name, string through, string currency, params string[] amounts)
    {
        var account = (await desk.Post("/api/ai/accounts", new { provider = "own", name })).Ok(201).Text("id");
        var first = DateOnly.Parse(through, System.Globalization.CultureInfo.InvariantCulture).AddDays(1 - amounts.Length);
        foreach (var (i, amount) in amounts.Index())
            (await desk.Post("/api/ai/usage/manual", new { account, date = first.AddDays(i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), cost = new { amount, currency } })).Ok(201);
        return account;
    }

    private static IEnumerable<string> Lines(JsonNode of, params string[] fields) => of["items"]!.AsArray().Select(line => string.Join(' ', fields.Select(field => line.Text(field))));

    [Fact]
    public async Task is_foretold_from_days_that_are_over_by_currency()
    {
        var ours = await Spent(Ours, "Basement", "2026-11-13", "USD", "1", "2", "3", "4", "5", "0.1"); // today is not over
        await Spent(Ours, "Attic", "2026-11-12", "EUR", "10", "12", "9", "14", "13", "15", "11", "16", "18", "17");
        await Spent(Ours, "Shed", "2026-11-12", "CHF", "1");
        await Spent(Theirs, "Basement", "2026-11-12", "USD", "100", "1", "100");
        var told = (await Ours.Get("/api/ai/analytics/forecast?horizon=7")).Ok();
        Assert.Equal(["EUR 10 55.4814 0.6497 0.806061", "USD 5 75 1 1"], Lines(told, "currency", "daysKnown", "confidence", "rSquared", "growthPerDay.amount"));
        Assert.Equal("""["CHF"]""", told["tooFewDays"]!.ToJsonString());
        Assert.Equal(["2026-11-13 6 6 6", "2026-11-14 7 7 7", "2026-11-15 8 8 8"], told["items"]![1]!["days"]!.AsArray().Take(3).Select(day => $"{day.Text("day")} {day.Text("cost.amount")} {day.Text("low.amount")} {day.Text("high.amount")}"));
        Assert.Equal(("63", "7"), (told.Text("items.1.total.amount"), told["items"]![1]!["days"]!.AsArray().Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(("17.933333", "14.208239", "21.658427"), (told.Text("items.0.days.0.cost.amount"), told.Text("items.0.days.0.low.amount"), told.Text("items.0.days.0.high.amount")));
        Assert.Equal(["USD 5"], Lines((await Ours.Get($"/api/ai/analytics/forecast?accountId={ours}")).Ok(), "currency", "daysKnown"));
        Assert.Equal(["USD 6"], Lines((await Ours.Get($"/api/ai/analytics/forecast?accountId={ours}&through=2026-11-13")).Ok(), "currency", "daysKnown"));
        Assert.Equal(404, (int)(await Theirs.Get($"/api/ai/analytics/forecast?accountId={ours}")).Status);
        Assert.Equal(["USD 3"], Lines((await Theirs.Get("/api/ai/analytics/forecast")).Ok(), "currency", "daysKnown"));
    }

    [Theory]
    [InlineData("forecast?horizon=6")]
    [InlineData("forecast?horizon=91")]
    [InlineData("forecast?through=2026-11-14")]
    [InlineData("trends?from=2026-11-13&until=2026-11-13")]
    [InlineData("trends?from=2024-01-01&until=2026-11-13")]
    [InlineData("trends?from=0001-01-01&until=0001-01-03")]
    [InlineData("anomalies?baselineDays=6")]
    [InlineData("anomalies?baselineDays=91")]
    [InlineData("anomalies?sensitivity=3")]
    [InlineData("anomalies?from=2026-11-13&until=2026-11-12")]
    public async Task is_asked_for_within_bounds(string question) => Assert.Equal(400, (int)(await Ours.Get($"/api/ai/analytics/{question}")).Status);

    [Fact]
    public async Task nobody_can_say_of_one_day()
    {
        (await Ours.Get("/api/ai/analytics/forecast")).Refused("too-few-days");
        await Spent(Theirs, "Basement", "2026-11-12", "USD", "1", "2");
        await Spent(Ours, "Basement", "2026-11-12", "USD", "1");
        (await Ours.Get("/api/ai/analytics/forecast")).Refused("too-few-days");
    }

    [Fact]
    public async Task is_shown_day_by_day_with_what_was_read_and_cost_nothing()
    {
        var ours = await Open(Ours);
        await Open(Theirs);
        Provider.Play("openai", "run1");
        await Read(Ours, ours);
        var series = Assert.Single((await Ours.Get($"/api/ai/analytics/trends?accountId={ours}&from=2026-11-01")).Ok()["items"]!.AsArray());
        Assert.Equal(("USD", "5.081385"), (series.Text("currency"), series.Text("total.amount")));
        Assert.Equal(["2026-11-09 2.3425", "2026-11-10 1.51251", "2026-11-11 0", "2026-11-12 1.033875", "2026-11-13 0.1925"], series!["days"]!.AsArray().Select(day => $"{day.Text("day")} {day.Text("cost.amount")}"));
        Assert.Empty((await Theirs.Get("/api/ai/analytics/trends")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task is_smoothed_over_days_before_the_first_that_is_shown()
    {
        await Spent(Ours, "Basement", "2026-11-12", "USD", "1", "2", "3", "4", "5", "6", "7", "8");
        await Spent(Ours, "Attic", "2026-11-12", "USD", "2");
        await Spent(Theirs, "Basement", "2026-11-12", "USD", "100");
        var days = (await Ours.Get("/api/ai/analytics/trends?from=2026-11-10&until=2026-11-13")).Ok()["items"]![0]!["days"]!.AsArray();
        Assert.Equal(["2026-11-10 6 -", "2026-11-11 7 4", "2026-11-12 10 5.285714285714"], days.Select(day => $"{day.Text("day")} {day.Text("cost.amount")} {day!["average7"]?["amount"]?.GetValue<string>() ?? "-"}"));
        Assert.All(days, day => Assert.Null(day!["average30"]));
    }

    [Theory]
    [InlineData("13", "2.3238 Medium")]
    [InlineData("16", "4.6476 Critical")]
    [InlineData("6", "-3.0984 High")]
    [InlineData("11", null)]
    public async Task stands_out_on_a_day_unlike_those_before(string amount, string? found)
    {
        var ours = await Spent(Ours, "Basement", "2026-11-12", "USD", "10", "12", "9", "11", "10", "8", "10", amount);
        await Spent(Theirs, "Basement", "2026-11-12", "USD", "2", "2", "2", "2", "2", "2", "2", "50");
        Assert.Equal(found is null ? [] : [$"{ours} 2026-11-12 {found}".ToLowerInvariant()], Lines((await Ours.Get("/api/ai/analytics/anomalies")).Ok(), "account", "day", "z", "severity").Select(line => line.ToLowerInvariant()));
        Assert.Equal(["Basement 2026-11-12 50 2"], Lines((await Theirs.Get("/api/ai/analytics/anomalies?baselineDays=7&sensitivity=2.5")).Ok(), "name", "day", "cost.amount", "mean.amount"));
    }

    [Fact]
    public async Task does_not_stand_out_for_being_little_before_the_day_is_over()
    {
        await Spent(Ours, "Basement", "2026-11-13", "USD", "10", "12", "9", "11", "10", "8", "10", "0.5");
        await Spent(Theirs, "Basement", "2026-11-13", "USD", "10", "12", "9", "11", "10", "8", "10", "30");
        Assert.Empty((await Ours.Get("/api/ai/analytics/anomalies")).Ok()["items"]!.AsArray());
        Assert.Single((await Theirs.Get("/api/ai/analytics/anomalies")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task would_be_elsewhere_on_another_model()
    {
        var (ours, theirs) = ((await Ours.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id"), (await Theirs.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id"));
        (await Ours.Post("/api/ai/prices", new { provider = "own", model = "llama*", from = "2026-11-01", prices = new { input = "2", output = "8" } })).Ok(201);
        (await Ours.Post("/api/ai/prices", new { provider = "perplexity", model = "sonar", from = "2026-11-01", prices = new { input = "1", output = "1" } })).Ok(201);
        object Call(string id, string account, string model, string at = "2026-11-12T10:00:00Z") => new { requestId = id, account, at, model, tokens = new { input = 1_000_000, output = 500_000 } };
        (await Ours.Post("/api/ai/usage/calls", new[] { Call("r-1", ours, "llama-4"), Call("r-2", ours, "moonshot"), Call("r-3", ours, "llama-4", "2026-11-13T10:00:00Z") })).Ok();
        (await Theirs.Post("/api/ai/usage/calls", new[] { Call("r-1", theirs, "llama-4") })).Ok();
        object Asking(string until = "2026-11-13", string provider = "perplexity", string? usedModel = null, string? accountId = null) => new { from = "2026-11-01", until, provider, model = "sonar", usedModel, accountId };

        var told = (await Ours.Post("/api/ai/what-if", Asking())).Ok();
        Assert.Equal(("6", "1.5", "-4.5", "1"), (told.Text("now.amount"), told.Text("then.amount"), told.Text("difference.amount"), told.Text("compared")));
        Assert.Equal(["own moonshot model-unknown 1"], told["unpriced"]!.AsArray().Select(one => string.Join(' ', one.Text("provider"), one.Text("model"), one.Text("code"), one.Text("records"))));
        Assert.Equal("2", (await Ours.Post("/api/ai/what-if", Asking("2026-11-14", usedModel: "llama*", accountId: ours))).Ok().Text("compared"));
        Assert.Equal("0", (await Ours.Post("/api/ai/what-if", Asking(usedModel: "moon*"))).Ok().Text("compared"));
        Assert.Equal("0", (await Theirs.Post("/api/ai/what-if", Asking())).Ok().Text("compared")); // our prices are not theirs
        Assert.Equal(404, (int)(await Theirs.Post("/api/ai/what-if", Asking(accountId: ours))).Status);
        Assert.Equal(400, (int)(await Ours.Post("/api/ai/what-if", Asking("2026-11-01"))).Status);
        (await Ours.Post("/api/ai/what-if", Asking(provider: "skynet"))).Refused("ai-provider-unknown");
        (await Ours.Post("/api/ai/what-if", Asking(usedModel: "*"))).Refused("pattern-unclear");
    }
}
