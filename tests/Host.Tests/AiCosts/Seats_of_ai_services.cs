using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.AiCosts;

/// <summary>Seats cost the same each month, on their day.</summary>
public class Seats_of_ai_services : Observatory
{
    private static async Task<string> Basement(Desk desk) => (await desk.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");

    private static async Task<string> Book(Desk desk, string account, string from = "2026-09-30") =>
        (await desk.Post("/api/ai/seats", new { account, name = "Copilot Business", seats = 10, price = Usd("19"), from })).Ok(201).Text("id");

    private static async Task<string> Months(Desk desk, params string[] months)
    {
        var totals = new List<string>();
        foreach (var month in months) totals.Add((await desk.Get($"/api/ai/usage?month=2026-{month}")).Ok()["totals"]!.AsArray() is [var total] ? total.Text("amount") : "");
        return string.Join(' ', totals);
    }

    [Fact]
    public async Task are_charged_on_their_day_of_each_month_and_once()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        await Book(Ours, ours);
        Assert.Equal(("190 190 0", "0 0 0"), (await Months(Ours, "09", "10", "11"), await Months(Theirs, "09", "10", "11")));
        Assert.Equal("2026-09-30 190.0 2026-10-30 190.0", await ByDays(ours));
        Set("2026-11-30T00:30:00Z");
        await Until("the seats of November are charged", async () => await Months(Ours, "11") == "190");
        await Book(Theirs, theirs, "2026-12-01");
        Set("2026-12-01T05:30:00Z");
        await Until("a later look charges the seats of December, ours being looked at before", async () => await Months(Theirs, "12") == "190");
        Assert.Equal(("190 190 190 0", "0 0 0 190"), (await Months(Ours, "09", "10", "11", "12"), await Months(Theirs, "09", "10", "11", "12")));
    }

    [Fact]
    public async Task of_an_account_that_is_archived_are_charged_no_more()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        var seats = await Book(Ours, ours);
        await Book(Theirs, theirs);
        (await Ours.Post($"/api/ai/accounts/{ours}/archive")).Ok();
        Set("2026-11-30T00:30:00Z");
        await Until("the seats of November are charged, ours being looked at before", async () => await Months(Theirs, "11") == "190");
        Assert.Equal("2026-09-30 190.0 2026-10-30 190.0", await ByDays(ours));
        Assert.Equal("2026-12-24", (await Ours.Delete($"/api/ai/seats/{seats}?from=2026-12-24")).Ok().Text("until"));
        Assert.Equal("2026-09-30 190.0 2026-10-30 190.0", await ByDays(ours));
    }

    [Fact]
    public async Task are_given_up_from_another_day_on_when_the_first_was_wrong()
    {
        var seats = await Book(Ours, await Basement(Ours));
        Assert.Equal("2026-10-30", (await Ours.Delete($"/api/ai/seats/{seats}?from=2026-10-30", ("If-Match", "\"1\""))).Ok().Text("until"));
        Assert.Equal("190 0 0", await Months(Ours, "09", "10", "11"));
        Assert.Equal(409, (int)(await Ours.Delete($"/api/ai/seats/{seats}?from=2026-10-31", ("If-Match", "\"1\""))).Status);
        Assert.Equal("2026-10-31", (await Ours.Delete($"/api/ai/seats/{seats}?from=2026-10-31", ("If-Match", "\"2\""))).Ok().Text("until"));
        Assert.Equal("190 190 0", await Months(Ours, "09", "10", "11"));
        Assert.Equal("2026-10-31", (await Ours.Delete($"/api/ai/seats/{seats}")).Ok().Text("until"));
        Assert.Equal("seats_booked seats_given_up seats_given_up", await Events(seats));
        Assert.Equal(404, (int)(await Theirs.Delete($"/api/ai/seats/{seats}?from=2026-10-01")).Status);
    }

    [Fact]
    public async Task are_agreed_anew_from_a_day_on_and_given_up()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        var (seats, others) = (await Book(Ours, ours), await Book(Theirs, theirs));
        Assert.Equal("252", (await Ours.Put($"/api/ai/seats/{seats}", new { seats = 12, price = Usd("21"), from = "2026-10-15" })).Ok().Text("monthly.amount"));
        Assert.Equal("190 252 0", await Months(Ours, "09", "10", "11"));
        (await Ours.Put($"/api/ai/seats/{seats}", new { seats = 0, price = Usd("21"), from = "2026-10-15" })).Ok();
        Assert.Equal("190 0 0", await Months(Ours, "09", "10", "11"));
        (await Ours.Put($"/api/ai/seats/{seats}", new { seats = 3, price = Usd("10"), from = "2026-09-30" })).Ok();
        Assert.Equal("30 30 0", await Months(Ours, "09", "10", "11"));
        Assert.Equal("2026-10-30", (await Ours.Delete($"/api/ai/seats/{seats}?from=2026-10-30")).Ok().Text("until"));
        Assert.Equal("30 0 0", await Months(Ours, "09", "10", "11"));
        (await Ours.Put($"/api/ai/seats/{seats}", new { seats = 3, price = Usd("10"), from = "2026-10-30" })).Refused("ai-seats-given-up");
        Assert.Equal("seats_booked seats_agreed seats_agreed seats_agreed seats_given_up", await Events(seats));

        Assert.Equal("190 190 0", await Months(Theirs, "09", "10", "11"));
        Assert.Equal(404, (int)(await Theirs.Put($"/api/ai/seats/{seats}", new { seats = 3, price = Usd("10"), from = "2026-10-30" })).Status);
        Assert.Equal(404, (int)(await Theirs.Delete($"/api/ai/seats/{seats}")).Status);
        Assert.Equal(others, Assert.Single((await Theirs.Get("/api/ai/seats")).Ok()["items"]!.AsArray()).Text("id"));
        (await Theirs.Put($"/api/ai/seats/{others}", new { seats = 3, price = Usd("10"), from = "2026-09-01" })).Refused("ai-seats-before-booked");
        (await Theirs.Put($"/api/ai/seats/{others}", new { seats = 3, price = new { amount = "10", currency = "EUR" }, from = "2026-10-01" })).Refused("ai-seats-other-currency");
        (await Theirs.Post("/api/ai/seats", new { account = ours, name = "Copilot", seats = 1, price = Usd("10"), from = "2026-10-01" })).Refused("ai-seats-account-unknown");
        (await Ours.Post("/api/ai/seats", new { account = ours, name = "Copilot", seats = 0, price = Usd("10"), from = "2026-10-01" })).Refused("ai-seats-number-wrong");
        (await Ours.Post("/api/ai/seats", new { account = ours, name = "Copilot", seats = 1, price = Usd("-1"), from = "2026-10-01" })).Refused("ai-seats-price-wrong");
        (await Ours.Post("/api/ai/seats", new { account = ours, name = "Copilot", seats = 1, price = Usd("1"), from = "2031-10-01" })).Refused("ai-seats-day-wrong");
    }

    [Fact]
    public async Task count_for_budgets_and_go_on_in_no_projection()
    {
        var ours = await Basement(Ours);
        await Book(Ours, ours, "2026-11-01");
        (await Ours.Post("/api/ai/usage/manual", new { account = ours, date = "2026-11-12", cost = Usd("26") })).Ok(201);
        var budget = (await Ours.Post("/api/ai/budgets", new { name = "All", amount = Usd("240") })).Ok(201);
        Assert.Equal(("216", "250", "2026-11-25"), (budget.Text("spent.amount"), budget.Text("projection.atEnd.amount"), budget.Text("projection.breaks"))); // 190, and 2 a day
        Assert.Equal("250", (await Ours.Get("/api/ai/usage")).Ok().Text("items.0.projection.atEnd.amount"));
        Assert.DoesNotContain("190", (await Ours.Get("/api/ai/analytics/trends")).Ok().ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<string> ByDays(string account) => (await Table($"select to_char(start_at at time zone 'UTC', 'YYYY-MM-DD') || ' ' || round(cost, 1) from ai_usage where account_id = '{account}' and withdrawn_at is null")).Replace("(\"", "", StringComparison.Ordinal).Replace("\")", "", StringComparison.Ordinal).Replace('\n', ' ');
}
