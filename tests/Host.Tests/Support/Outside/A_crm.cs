using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Support.Tests;
using Microsoft.AspNetCore.Http;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Support;

/// <summary>Projects and sites of a CRM become ours, pass by pass.</summary>
public class A_crm : Outpost
{
    private const string Empty = """{"data":{"projects":[],"websiteProperties":[]},"totalCount":0,"pageInfo":{"hasNextPage":false,"endCursor":null}}""";
    private const string Signing = "whsec-0123456789abcdef";
    private const string InEuro = "337f6f77-32d1-5c8b-a264-a74b00939edf", WithoutHosting = "e5a389a4-caeb-51aa-8a83-216d154cb724";

    [Fact]
    public async Task is_read_once_and_the_month_is_what_it_should_be()
    {
        Says = Recorded;
        var (client, european, others) = ((await Ours.Client()).Text("id"), (await Ours.Client("Larch", new { currency = "EUR" })).Text("id"), (await Theirs.Client()).Text("id"));
        (await Ours.Post("/api/support/allowances", new { from = "2026-01-01", hours = "10", sitesPer = 5, clientId = client })).Ok();
        var (ours, theirs) = (await Connect(Ours, client, new { outside = InEuro, clientId = european }), await Connect(Theirs, others));
        var first = await Read(Ours, ours);
        Assert.Equal(("done", "19", "18"), (first.Text("state"), first.Text("rows"), first.Text("added")));
        Assert.Equal([$"rejected {WithoutHosting} not-hosted-yet"], (await Lines(Ours, ours, first)).Where(line => !line.StartsWith("added", StringComparison.Ordinal)));
        Assert.Equal(
            "(EUR,ready,2200)\n(USD,invoiced,8400)\n(USD,paid,375.5)\n(USD,ready,1250)",
            await Table("select currency, status, trim_scale(sum(price)) from support_projects where tenant_id = 'ours' and completed_on >= '2026-09-01' and completed_on < '2026-10-01' and price > 0 group by currency, status"));
        Assert.Equal("(1.23)", await Table("select price from support_projects where tenant_id = 'ours' and name = 'Rounding sample'"));
        var hosting = (await Ours.Month(client, "2026-09"))["hosting"]!;
        Assert.Equal("9 1 537.47 438.47", $"{hosting.Text("active")} {hosting.Text("free")} {hosting.Text("gross.amount")} {hosting.Text("net.amount")}");

        var project = (await Table("select id from support_projects where tenant_id = 'ours' and name = 'Autumn offer page'")).Trim('(', ')');
        (await Ours.Patch($"/api/support/projects/{project}", new { price = new { amount = "1300.00", currency = "USD" } })).Ok();
        var events = await EventCount();
        var second = await Read(Ours, ours);
        Assert.Equal(("0", "0", "1"), (second.Text("added"), second.Text("changed"), second.Text("leftAlone")));
        Assert.Contains("leftAlone 3c88e74c-30da-5b0e-af4e-51af92d44726 price 1300.00 USD 1250.00 USD", await Lines(Ours, ours, second));
        Assert.Equal(events, await EventCount());

        // Theirs names no client for what is in another currency.
        var refused = await Read(Theirs, theirs);
        Assert.Contains($"rejected {InEuro} wrong-client-currency", await Lines(Theirs, theirs, refused));
    }

    [Fact]
    public async Task that_tells_something_otherwise_changes_it_and_puts_away_what_is_in_the_bin()
    {
        var (project, site) = (Node("a-projects-page1.json", "projects", 2), Node("a-websiteProperties-page2.json", "websiteProperties", 1)); // the autumn offer, of Amber Dental
        var bin = new JsonArray();
        Says = request => Answer(request, project, site, bin);
        var client = (await Ours.Client()).Text("id");
        var ours = await Connect(Ours, client);
        await Read(Ours, ours);
        (project["invoiceStatus"], project["name"], site["hostingMrrAmount"], site["hostingEnd"]) = ("PAID", "Winter offer page", "109.50", "2026-12-24T05:00:00.000Z");
        var run = await Read(Ours, ours);
        Assert.Equal(
            ["changed end 2026-12-24", "changed fee 99.00 USD 109.50 USD", "changed name Autumn offer page Winter offer page", "changed status invoiced paid", "changed status ready invoiced"],
            (await Lines(Ours, ours, run)).Select(line => string.Join(' ', line.Split(' ').Where((_, i) => i != 1))).Order(StringComparer.Ordinal));
        Assert.Equal("0", (await Read(Ours, ours)).Text("changed"));
        var back = (await Ours.Post($"/api/support/connections/{ours}/runs/{run.Text("id")}/undo")).Ok();
        Assert.Equal("2", back.Text("undone"));
        Assert.Equal("(\"Autumn offer page\",paid)", await Table("select name, status from support_projects"));

        project["deletedAt"] = "2026-11-13T10:00:00.000Z";
        bin.Add(project.DeepClone());
        Says = request => Answer(request, null, site, bin);
        project["invoiceStatus"] = "READY";
        var gone = await Read(Ours, ours);
        Assert.Contains(await Lines(Ours, ours, gone), line => line.StartsWith("warned 3c88e74c", StringComparison.Ordinal)); // it is paid, so it stays
    }

    [Fact]
    public async Task says_whose_a_project_is_alike_in_every_pass()
    {
        const string Company = "5acb3b7e-66b1-5dbb-a757-79a10f6ae254"; // of Amber Dental
        var (project, site) = (Node("a-projects-page1.json", "projects", 2), Node("a-websiteProperties-page2.json", "websiteProperties", 1));
        var (start, siteId) = (site["hostingStart"]!.GetValue<string>(), site["id"]!.GetValue<string>());
        site["hostingStart"] = null; // nobody hosts it yet
        // What was changed since is the project alone.
        Says = request => request.Path.Value!.EndsWith(siteId, StringComparison.Ordinal) ? new(200, new JsonObject { ["data"] = new JsonObject { ["websiteProperty"] = site.DeepClone() } }.ToJsonString())
            : request.Path.Value!.EndsWith("/websiteProperties", StringComparison.Ordinal) && request.Query["filter"].ToString().Contains("updatedAt", StringComparison.Ordinal) ? new(200, Empty) : Answer(request, project, site, new JsonArray());
        var (everybody, company, person, named) = ((await Ours.Client()).Text("id"), (await Ours.Client("Amber")).Text("id"), (await Ours.Client("Birch")).Text("id"), (await Ours.Client("Cedar")).Text("id"));
        var ours = await Connect(Ours, everybody, new { outside = Company, clientId = company });
        (await Ours.Post($"/api/support/connections/{ours}/nudges", new { secret = Signing })).Ok();
        await Read(Ours, ours);
        Assert.Equal(company, await Owner());
        await Nudged(ours);
        Assert.Equal(company, await Owner());

        site["hostingStart"] = start;
        await Read(Ours, ours);
        (await Ours.Patch($"/api/support/sites/{(await Table("select id from support_sites")).Trim('(', ')')}", new { clientId = person })).Ok();
        await Read(Ours, ours);
        Assert.Equal(person, await Owner());
        await Nudged(ours);
        Assert.Equal(person, await Owner());

        object[] clients = [new { outside = Company, clientId = company }, new { outside = project["id"]!.GetValue<string>(), clientId = named }];
        (await Ours.Put($"/api/support/connections/{ours}", new { name = "CRM", address = Site.Address, timeZone = "America/New_York", clientId = everybody, clients, everyMinutes = 10_080 })).Ok();
        await Nudged(ours);
        Assert.Equal(named, await Owner());
        await Read(Ours, ours);
        Assert.Equal(named, await Owner());
        async Task<string> Owner() => (await Table("select client_id from support_projects")).Trim('(', ')');
    }

    [Fact]
    public async Task that_dates_a_record_ahead_is_read_on_from_when_it_was_read()
    {
        var (project, site) = (Node("a-projects-page1.json", "projects", 2), Node("a-websiteProperties-page2.json", "websiteProperties", 1));
        project["updatedAt"] = "2099-01-01T00:00:00.000Z";
        Says = request => Answer(request, project, site, new JsonArray());
        var ours = await Connect(Ours, (await Ours.Client()).Text("id"));
        (await Ours.Post($"/api/support/connections/{ours}/nudges", new { secret = Signing })).Ok();
        await Read(Ours, ours);
        await Nudged(ours);
        Assert.Contains(Site.Asked, asked => asked.Contains("updatedAt[gte]:\"2026-11-13T14:5", StringComparison.Ordinal)); // ten minutes before the first pass began
    }

    [Fact]
    public async Task nudges_with_a_signature_and_twice_is_once()
    {
        Says = Recorded;
        var ours = await Connect(Ours, (await Ours.Client()).Text("id"));
        (await Ours.Post($"/api/support/connections/{ours}/nudges", new { secret = "short" })).Refused("nudge-secret-missing");
        (await Ours.Post($"/api/support/connections/{ours}/nudges", new { secret = Signing })).Ok();
        var (body, stamp) = ("""{ "event":"project.updated","data":{"id":"p1"} }""", Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Signing), Encoding.UTF8.GetBytes($"{stamp}:{body}")));
        Assert.Equal(400, await Nudge(ours, body, stamp, new string('0', 64)));
        Assert.Equal(400, await Nudge(ours, body.Replace(" ", "", StringComparison.Ordinal), stamp, signature));
        Assert.Equal(404, await Nudge("0193e0c0-0000-7000-8000-0000000000ff", body, stamp, signature));
        Assert.Equal("(0)", await Table("select count(*) from support_passes"));
        Assert.Equal(200, await Nudge(ours, body, stamp, signature));
        await Until("the nudge has led to a pass", async () => await Table("select cause, state from support_passes") == "(nudged,done)");
        Assert.Equal(200, await Nudge(ours, body, stamp, signature));
        Assert.Equal("(1)", await Table("select count(*) from support_passes"));
    }

    /// <summary>Lets it nudge, and waits until what was changed since is read.</summary>
    private async Task Nudged(string connection)
    {
        Clock.Forward(TimeSpan.FromSeconds(1)); // no nudge is the one before
        var (body, stamp) = ("""{"event":"project.updated","data":{"id":"p1"}}""", Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(200, await Nudge(connection, body, stamp, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Signing), Encoding.UTF8.GetBytes($"{stamp}:{body}")))));
        await Until("the nudge has led to a pass", async () => await Table("select id from support_passes where ended_at is null") == "");
        Assert.Equal("", await Table("select state, said from support_passes where state <> 'done'"));
        Assert.NotEqual("(0)", await Table("select count(*) from support_passes where cause = 'nudged' and not whole"));
    }

    private async Task<int> Nudge(string connection, string body, string stamp, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/webhooks/twenty/{connection}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Twenty-Webhook-Timestamp", stamp);
        request.Headers.Add("X-Twenty-Webhook-Signature", signature);
        using var answer = await Ours.Http.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }

    private async Task<string> Connect(Desk desk, string client, params object[] clients) =>
        (await desk.Post("/api/support/connections", new { kind = "twenty", name = "CRM", address = Site.Address, credential = "key-0123456789abcdef", timeZone = "America/New_York", clientId = client, clients, everyMinutes = 10_080 })).Ok(201).Text("id");

    private static JsonNode Node(string file, string plural, int index) => JsonNode.Parse(PretendedSite.Text($"twenty/{file}"))!["data"]![plural]![index]!;

    private static PretendedSite.Answer Answer(HttpRequest request, JsonNode? project, JsonNode site, JsonArray bin)
    {
        var plural = request.Path.Value!.Split('/')[^1];
        var isBin = request.Query["filter"].ToString().Contains("deletedAt", StringComparison.Ordinal);
        JsonNode?[] records = plural == "projects" ? isBin ? [.. bin.Select(one => one?.DeepClone())] : [.. new[] { project }.OfType<JsonNode>().Select(one => one.DeepClone())] : isBin ? [] : [site.DeepClone()];
        return new(200, new JsonObject { ["data"] = new JsonObject { [plural] = new JsonArray(records) }, ["pageInfo"] = new JsonObject { ["hasNextPage"] = false, ["endCursor"] = null } }.ToJsonString());
    }

    private static PretendedSite.Answer? Recorded(HttpRequest request)
    {
        if (request.Query["filter"].ToString().Contains("deletedAt", StringComparison.Ordinal)) return new(200, Empty);
        var (plural, after) = (request.Path.Value!.Split('/')[^1], request.Query["starting_after"].ToString());
        for (var page = 1; page <= 3; page++)
            if (after.Length == 0 || (page > 1 && PretendedSite.Text($"twenty/a-{plural}-page{page - 1}.json").Contains($"\"endCursor\": \"{after}\"", StringComparison.Ordinal))) return PretendedSite.Recorded($"twenty/a-{plural}-page{page}.json");
        return PretendedSite.Recorded("twenty/z-400-invalid-cursor.json");
    }
}
