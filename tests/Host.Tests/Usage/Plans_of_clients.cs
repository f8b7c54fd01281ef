using System.Net;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;

namespace Billing.Host.Tests.Usage;

public class Plans_of_clients : Bureau
{
    [Fact]
    public async Task are_defined_revised_given_and_retired()
    {
        foreach (var desk in new[] { Ours, Theirs }) await Meter(desk, "calls");
        var plan = await Define(Ours, "pro", "0.01");
        Assert.Equal("/api/usage-plans/pro USD month 2024-01-01", $"/api/usage-plans/{plan.Text("code")} {plan.Text("currency")} {plan.Text("period.every")} {plan.Text("period.startsOn")}");
        await Define(Theirs, "pro", "5");
        (await Ours.Post("/api/usage-plans", Written("pro", "1"))).Refused("plan-code-taken");
        Assert.Equal("/terms/charges/0/meter", (await Ours.Post("/api/usage-plans", new { code = "bad", terms = new { name = "Bad", charges = new[] { new { name = "Calls", meter = "none", price = new { type = "per-unit", unitPrice = "1" } } } } })).Refused("bad-request", 400).Text("errors.0.pointer"));

        var client = (await Ours.Client()).Text("id");
        (await Ours.Post("/api/usage-plans/pro/clients", new { clientId = (await Theirs.Client()).Text("id") })).Refused("unknown-client");
        var given = (await Ours.Post("/api/usage-plans/pro/clients", new { clientId = client })).Ok();
        (await Ours.Post("/api/usage-plans/pro/clients", new { clientId = client })).Ok();
        Assert.Equal(client, given.Text("subject"));
        await Define(Ours, "other", "1");
        (await Ours.Post("/api/usage-plans/other/clients", new { clientId = client, from = "2026-01-01" })).Refused("meter-billed-already");
        var assignment = given.Text("plans.0.assignmentId");
        (await Ours.Post("/api/usage-plans/pro/clients/leave", new { assignmentId = assignment, through = "2025-12-31" })).Ok();
        (await Ours.Post("/api/usage-plans/other/clients", new { clientId = client, from = "2026-01-01" })).Ok();
        (await Ours.Post("/api/usage-plans/pro/clients/leave", new { assignmentId = assignment })).Refused("meter-billed-already");
        (await Theirs.Post("/api/usage-plans/pro/clients/leave", new { assignmentId = assignment })).Refused("unknown-assignment");

        Assert.Equal("2025-12-01", (await Ours.Put("/api/usage-plans/pro", new { terms = Terms("0.02") })).Ok().Text("versions.1.from"));
        await Meter(Ours, "storage");
        (await Ours.Put("/api/usage-plans/other", new { terms = Terms("1", "storage") })).Ok();
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Get("/api/usage-plans/other")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Put("/api/usage-plans/other", new { terms = Terms("1") })).Status);
        Assert.Equal("other 1|pro 1", string.Join('|', (await Ours.Get("/api/usage-plans")).Ok()["items"]!.AsArray().Select(line => $"{line!.Text("code")} {line.Text("clients")}")));
        Assert.Empty((await Theirs.Get("/api/usage-plans/pro/clients")).Ok()["items"]!.AsArray());
        (await Ours.Delete("/api/usage-plans/pro")).Ok();
        (await Ours.Post("/api/usage-plans/pro/clients", new { clientId = (await Ours.Client("Other")).Text("id") })).Refused("plan-retired");
        Assert.Equal("(ours,other,f,2)\n(ours,pro,t,3)\n(theirs,pro,f,1)", await Table("select tenant_id, code, retired, version from usage_plans"));
    }

    [Fact]
    public async Task never_measure_the_same_twice_however_many_are_given_at_once()
    {
        await Meter(Ours, "calls");
        for (var n = 0; n < 8; n++) await Define(Ours, $"plan-{n}", "1");
        var client = (await Ours.Client()).Text("id");
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Ours.Post($"/api/usage-plans/plan-{n}/clients", new { clientId = client })));
        Assert.Equal(1, replies.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.All(replies.Where(reply => reply.Status != HttpStatusCode.OK), reply => reply.Refused("meter-billed-already"));
    }

    internal static async Task Meter(Desk desk, string code, object? rule = null) => (await desk.Post("/api/meters", new { code, name = code, rule = rule ?? new { aggregation = "count" } })).Ok(201);

    internal static async Task<JsonNode> Define(Desk desk, string code, string unitPrice, object? more = null) => (await desk.Post("/api/usage-plans", Written(code, unitPrice, more))).Ok(201);

    internal static object Terms(string unitPrice, string meter = "calls") => new { name = "Pro", charges = new[] { new { code = meter, name = "API calls", meter, price = new { type = "per-unit", unitPrice } } } };

    private static string Written(string code, string unitPrice, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(new { code, terms = Terms(unitPrice) })!.AsObject();
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject()) body[name] = value!.DeepClone();
        return body.ToJsonString();
    }
}
