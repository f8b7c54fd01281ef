using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.AiCosts;

/// <summary>Cursor names people by their addresses. Who is forgotten is named no more, and still is one and the same.</summary>
public class Forgotten_people_in_ai_costs : Observatory
{
    private const string People = "select distinct person from ai_usage where tenant_id = 'ours' and withdrawn_at is null";
    private const string Named = "select id from ai_usage where tenant_id = 'ours' and person ilike 'ada@%'";

    private static string Event(string day, string who, string cents) =>
        $$$"""{"timestamp":"{{{DateTimeOffset.Parse(day + "T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()}}}","userEmail":"{{{who}}}","model":"gpt-5","kind":"Usage-based","isChargeable":true,"tokenUsage":{"inputTokens":10,"outputTokens":5},"chargedCents":{{{cents}}}}""";

    /// <summary>Cursor tells of these events; the second page, where there is one, is refused until it may be read.</summary>
    private void Says(string events, bool another = false) => Provider.Say(request => request.Path == "/teams/spend" ? new(200, """{"teamMemberSpend":[]}""")
        : another && Provider.Asked.Count(asked => asked.Contains("usage-events", StringComparison.Ordinal)) > 1 ? new(429, "{}", RetryAfter: "3600")
        : new(200, $$$"""{"usageEvents":[{{{events}}}],"pagination":{"hasNextPage":{{{(another ? "true" : "false")}}}}}"""));

    private static async Task Forget(Desk desk, string address) => Assert.Equal(204, (int)(await desk.Post("/api/ai/users/forget", new { address })).Status);

    [Fact]
    public async Task are_one_and_the_same_under_another_name_however_often_they_are_read()
    {
        var told = $"{Event("2026-11-11", "Ada@example.test", "1.5")},{Event("2026-11-12", "ada@example.test", "2")},{Event("2026-11-12", "bob@example.test", "4")}";
        Says(told);
        var (ours, theirs) = (await Open(Ours, "cursor"), await Open(Theirs, "cursor"));
        await Read(Ours, ours);
        await Read(Theirs, theirs);
        Assert.Equal("(ada@example.test)\n(Ada@example.test)\n(bob@example.test)", string.Join('\n', (await Table(People)).Split('\n').Order(StringComparer.InvariantCulture)));

        await Forget(Ours, " ADA@example.test");
        Assert.Equal("", await Table(Named));
        var standIn = Assert.Single((await Table(People)).Split('\n'), person => person != "(bob@example.test)");
        Assert.StartsWith("(forgotten-", standIn, StringComparison.Ordinal);
        Assert.Equal("0.075", (await Ours.Get("/api/ai/usage")).Ok().Text("totals.0.amount"));
        Assert.Equal("(2)", await Table("select count(*) from ai_usage where tenant_id = 'theirs' and person ilike 'ada@%'")); // theirs to forget
        Assert.DoesNotContain("ada@", (await Ours.Get("/api/ai/usage/export?format=csv")).Text, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(("done", "0", "0", "0"), await Read(Ours, ours) is var again ? (again.Text("state"), again.Text("recorded"), again.Text("restated"), again.Text("withdrawn")) : default);
        Says($"{told},{Event("2026-11-13", "ada@example.test", "1")}");
        Assert.Equal("1", (await Read(Ours, ours)).Text("recorded"));
        await Forget(Ours, "ada@example.test");
        Assert.Equal($"(bob@example.test)\n{standIn}", await Table(People));
        Assert.Equal("", await Table(Named));
        Assert.Equal("0.085", (await Ours.Get("/api/ai/usage")).Ok().Text("totals.0.amount"));
        Assert.Equal(2, (await Ours.Get("/api/ai/usage/daily?groupBy=user&from=2026-11-09&until=2026-11-14")).Ok()["items"]!.AsArray().Select(day => day.Text("group")).Distinct().Count());
    }

    [Fact]
    public async Task are_forgotten_again_when_a_reading_that_was_under_way_names_them_once_more()
    {
        Says(Event("2026-11-12", "ada@example.test", "2"));
        var (ours, theirs) = (await Open(Ours, "cursor"), await Open(Theirs, "cursor"));
        await Read(Ours, ours);
        await Read(Theirs, theirs);
        await Forget(Ours, "ada@example.test");
        await Store.Open(new("ours"), EventStore.Actor.System).Write(new EventStore.Statement("update ai_usage set person = 'Ada@example.test' where tenant_id = $1"));
        Assert.NotEqual("", await Table(Named));
        Set("2026-11-13T15:16:00Z");
        await Until("she is named no more", async () => await Table(Named) == "");
        Assert.StartsWith("(forgotten-", await Table(People), StringComparison.Ordinal);
        Assert.Equal("(1)", await Table("select count(*) from ai_usage where tenant_id = 'theirs' and person ilike 'ada@%'"));
    }

    [Fact]
    public async Task are_in_no_page_that_waits_for_the_next()
    {
        Says(Event("2026-11-12", "ada@example.test", "2"), another: true);
        var ours = await Open(Ours, "cursor");
        (await Ours.Post($"/api/ai/accounts/{ours}/sync")).Ok(202);
        const string Waiting = "select id from ai_runs where state = 'waiting' and half::text like '%ada@%'";
        await Until("a page waits for the next", async () => (await Table(Waiting)).Length > 0);
        await Forget(Ours, "ada@example.test");
        Assert.Equal("", await Table(Waiting));
        Says(Event("2026-11-12", "ada@example.test", "2"));
        Assert.Equal("done", (await Read(Ours, ours)).Text("state"));
        Assert.Equal(("", "0.02"), (await Table(Named), (await Ours.Get("/api/ai/usage")).Ok().Text("totals.0.amount")));
    }

    [Fact]
    public async Task are_named_no_more_by_rules_of_allocation()
    {
        await Forget(Ours, "ada@example.test");
        async Task<string> Rule(Desk desk) => (await desk.Post("/api/ai/allocation-rules", new { name = "Ada", user = " Ada@example.test", shares = new[] { new { tag = "research", share = "100" } } })).Ok(201).Text("user");
        Assert.StartsWith("forgotten-", await Rule(Ours), StringComparison.Ordinal);
        Assert.Equal("Ada@example.test", await Rule(Theirs)); // theirs to forget
        Assert.Equal("", await Table("select person from ai_allocation_rules where tenant_id = 'ours' and person ilike 'ada@%'"));
    }

    [Fact]
    public async Task are_named_no_more_by_programs_that_tell_of_calls_and_only_an_address_is_forgotten()
    {
        var ours = (await Ours.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");
        await Forget(Ours, "ada@example.test");
        (await Ours.Post("/api/ai/usage/calls", new[] { "Ada@example.test", "bob@example.test" }.Select((user, at) => new { requestId = $"r-{at}", account = ours, at = "2026-11-12T10:00:00Z", model = "llama", tokens = new { input = 1000 }, user }))).Ok();
        Assert.Equal(("", 2), (await Table(Named), (await Table(People)).Split('\n').Length));
        foreach (var wrong in new[] { "ada", "@", "ada@", "a@b@c", new string('a', 400) + "@example.test" }) (await Ours.Post("/api/ai/users/forget", new { address = wrong })).Refused("ai-user-address-wrong");
        (await Ours.As(Billing.Web.Role.Member).Post("/api/ai/users/forget", new { address = "ada@example.test" })).Refused("not-permitted", 403);
    }
}
