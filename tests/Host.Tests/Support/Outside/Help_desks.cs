using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Support.Tests;
using Billing.Web;
using Microsoft.AspNetCore.Http;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Support;

/// <summary>Tickets of a help desk become requests, pass by pass.</summary>
public class Help_desks : Outpost
{
    [Fact]
    public async Task are_read_once_and_the_month_is_what_it_should_be()
    {
        Says = Recorded;
        var (client, others) = ((await Ours.Client()).Text("id"), (await Theirs.Client()).Text("id"));
        var (ours, theirs) = (await Connect(Ours, client), await Connect(Theirs, others));
        var first = await Read(Ours, ours);
        Assert.Equal("done 12 11 11 0 1 0 2", Sum(first)); // 2009 has a product nobody knows, 2012 is closed and nobody says when
        Assert.Equal("done", (await Read(Theirs, theirs)).Text("state"));
        Assert.Equal("(11)\n(11)", await Table("select count(*) from support_requests group by tenant_id"));
        Assert.Equal(["held 2012 closed-without-a-day", "warned 2009 There is no category for the product “Print Shop”"], (await Lines(Ours, ours, first)).Where(line => !line.StartsWith("added", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal("(2004)\n(2005)\n(2012)", await Table("select outside_id from support_requests where tenant_id = 'ours' and open"));
        Assert.Equal("(2026-09-30,23:45:00)", await Table("select resolved_on, time '00:00' + make_interval(secs => resolved_at) from support_requests where tenant_id = 'ours' and outside_id = '2007'"));
        var august = await Ours.Month(client, "2026-08");
        Assert.Equal("0.5 0.5 0.00", $"{august.Text("requests.hours")} {august.Text("requests.freeHours")} {august.Text("requests.net.amount")}");
        Assert.Equal("15.38 10 1288.75", await September(Ours, client));

        var edited = await Id("2003");
        (await Ours.Patch($"/api/support/requests/{edited}", new { hours = "1.5", category = "general" })).Ok();
        Assert.Equal("15.88 10 1413.75", await September(Ours, client));
        var events = await EventCount();
        var second = await Read(Ours, ours);
        Assert.Equal("done 12 11 0 0 1 2 0", Sum(second));
        Assert.Equal(["leftAlone 2003 category general website", "leftAlone 2003 hours 1.5 1"], (await Lines(Ours, ours, second)).Order(StringComparer.Ordinal));
        Assert.Equal(events, await EventCount());
        Assert.Equal("15.88 10 1413.75", await September(Ours, client));
        Assert.Equal("15.38 10 1288.75", await September(Theirs, others));
        Assert.Equal(2, (await Ours.Get($"/api/support/connections/{ours}/runs")).Ok()["items"]!.AsArray().Count);
        Assert.Equal(404, (int)(await Theirs.Get($"/api/support/connections/{ours}/runs/{second.Text("id")}/lines")).Status);
        Assert.DoesNotContain(Secret, await Table("select data from mt_events where type like 'support.source%' union all select to_jsonb(c) from support_connections c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_tell_a_ticket_otherwise_change_it_and_never_what_was_billed()
    {
        var there = Tickets((1, "closed", "2026-09-10 10:00:00", 4), (2, "closed", "2026-09-11 10:00:00", 1), (3, "closed", "2026-10-02 10:00:00", 1), (4, "closed", "2026-10-03 10:00:00", 1), (5, "closed", "2026-10-04 10:00:00", 1));
        Says = There(there);
        var client = (await Ours.Client()).Text("id");
        var ours = await Connect(Ours, client, mailbox: 1);
        await Read(Ours, ours);
        (await Ours.Close(client, "2026-09")).Ok();
        await Until("September is invoiced", async () => (await Ours.Month(client, "2026-09"))["closes"]!.AsArray().Count == 1);

        there[1]!["status"] = "active"; // reopened after it was billed
        there[2]!["response_count"] = "10"; // billed, and answered once more
        there.Remove(3); // seen nowhere, and still there
        there.Remove(4);
        there[5]!["mailbox_id"] = "2"; // in another mailbox
        Says = There(there, asked: id => id switch { 3 => new(200, $$"""{"ticket":{{Ticket(3, "closed", "2026-10-02 10:00:00", 2)}}}"""), 4 => new(404, """{"code":"not_found"}"""), _ => null });
        var run = await Read(Ours, ours);
        Assert.Equal(
            ["changed 3 effort small medium", "changed 3 hours 0.25 0.38", "flagged 1 told-otherwise-after-billing", "flagged 2 told-otherwise-after-billing", "putAway 4 gone", "putAway 5 elsewhere"], (await Lines(Ours, ours, run)).Order(StringComparer.Ordinal));
        Assert.Equal("(1,f,active)\n(2,f,active)\n(3,f,active)\n(4,f,archived)\n(5,f,archived)", await Table("select outside_id, open, status from support_requests where tenant_id = 'ours'"));
        Assert.Equal("1", run.Text("gone"));
        var events = await EventCount();
        Assert.Equal("0", (await Read(Ours, ours)).Text("changed"));
        Assert.Equal(events, await EventCount());

        there[5]!["mailbox_id"] = "1"; // back again
        Assert.Equal(["restored 5"], await Lines(Ours, ours, await Read(Ours, ours)));
    }

    [Fact]
    public async Task are_taken_back_pass_by_pass_and_stay_so()
    {
        var there = Tickets((1, "closed", "2026-09-10 10:00:00", 4), (2, "closed", "2026-09-11 10:00:00", 1));
        Says = There(there);
        var ours = await Connect(Ours, (await Ours.Client()).Text("id"));
        var first = await Read(Ours, ours);
        there[2]!["priority"] = "critical";
        var second = await Read(Ours, ours);
        var back = (await Ours.Post($"/api/support/connections/{ours}/runs/{second.Text("id")}/undo")).Ok();
        Assert.Equal("1", back.Text("undone"));
        (await Ours.Post($"/api/support/connections/{ours}/runs/{second.Text("id")}/undo")).Refused("pass-undone");
        Assert.Equal("(2,low,0.25)", await Table("select outside_id, urgency, hours from support_requests where outside_id = '2'"));
        Assert.Equal("0", (await Read(Ours, ours)).Text("changed"));
        var all = (await Ours.Post($"/api/support/connections/{ours}/runs/{first.Text("id")}/undo")).Ok();
        Assert.Equal("1 1", $"{all.Text("undone")} {all["kept"]!.AsArray().Count}"); // of one a person has said something since
        Assert.Equal("(1,ignored)\n(2,active)", await Table("select outside_id, status from support_requests"));
    }

    [Theory]
    [InlineData("z-401-wrong-application-password.json", "source-credential-rejected")]
    [InlineData("z-403-user-is-no-agent.json", "source-not-an-agent")]
    [InlineData("z-404-old-single-route.json", "source-feature-not-available")]
    [InlineData("z-503-maintenance.html", "source-down")]
    [InlineData("z-200-login-wall.html", "source-web-page")]
    public async Task that_do_not_answer_stop_a_pass_and_nothing_moves(string file, string trouble)
    {
        Says = Recorded;
        var ours = await Connect(Ours, (await Ours.Client()).Text("id"));
        await Read(Ours, ours);
        var (events, rows) = (await EventCount(), await Table("select id, status, open, version from support_requests"));
        Says = request => request.Path == "/wp-json/" ? PretendedSite.Recorded("fluent/z-root-index.json") : PretendedSite.Recorded($"fluent/{file}");
        var run = await Read(Ours, ours);
        Assert.Equal(("stopped", trouble), (run.Text("state"), run.Text("trouble")));
        Assert.Equal(rows, await Table("select id, status, open, version from support_requests"));
        var shut = trouble is "source-credential-rejected" or "source-not-an-agent";
        if (!shut) Assert.Equal(events, await EventCount());
        Assert.Equal(shut ? trouble : null, (await Ours.Get($"/api/support/connections/{ours}")).Ok()["shut"]?.GetValue<string>());
        if (shut) (await Ours.Post($"/api/support/connections/{ours}/sync")).Refused("source-not-read");
    }

    [Fact]
    public async Task are_tried_before_they_are_kept_and_ended_with_their_credential()
    {
        Says = request => request.Path.Value!.EndsWith("/me", StringComparison.Ordinal) ? PretendedSite.Recorded("fluent/z-403-user-is-no-agent.json") : Recorded(request);
        var client = (await Ours.Client()).Text("id");
        (await Ours.Post("/api/support/connections", Desk(client))).Refused("source-not-an-agent");
        Says = Recorded;
        (await Ours.Post("/api/support/connections", new { kind = "fluent", name = "Desk", address = "ftp://desk.example.test", user = "maren", credential = Secret })).Refused("source-address-wrong");
        (await Ours.Post("/api/support/connections", new { kind = "fluent", name = "Desk", address = Site.Address, user = "maren" })).Refused("source-credential-missing");
        (await Ours.Post("/api/support/connections", new { kind = "fluent", name = "Desk", address = Site.Address, credential = Secret })).Refused("source-user-missing");
        var id = await Connect(Ours, client);
        (await Ours.Post("/api/support/connections", Desk(client))).Refused("connection-name-taken");
        Assert.Equal("America/New_York", (await Ours.Post($"/api/support/connections/{id}/test")).Ok().Text("timeZone"));
        (await Ours.Send(HttpMethod.Put, $"/api/support/connections/{id}", new { name = "Desk", address = $"{Site.Address}other", user = "maren" })).Refused("source-credential-missing");
        Assert.Equal("30", (await Ours.Send(HttpMethod.Put, $"/api/support/connections/{id}", new { name = "Desk north", address = Site.Address, user = "maren", clientId = client, everyMinutes = 30, active = false })).Ok().Text("everyMinutes"));
        (await Ours.Post($"/api/support/connections/{id}/sync")).Refused("source-not-read");
        Assert.Equal(404, (int)(await Theirs.Post($"/api/support/connections/{id}/test")).Status);
        Assert.Equal("(1)", await Table("select count(*) from secrets where record like 'support.connection/%'"));
        Assert.Equal("true", (await Ours.Send(HttpMethod.Delete, $"/api/support/connections/{id}", null)).Ok().Text("ended"));
        Assert.Equal("(0)", await Table("select count(*) from secrets where record like 'support.connection/%'"));
        Assert.Empty((await Ours.Get("/api/support/connections")).Ok()["items"]!.AsArray());
        (await Ours.Post($"/api/support/connections/{id}/sync")).Refused("connection-ended");
    }

    [Fact]
    public async Task that_cannot_be_read_by_the_thousands_are_counted_and_a_thousand_written_down()
    {
        // Tickets without a status, a hundred to a page.
        Says = request => request.Path.Value!.EndsWith("/tickets", StringComparison.Ordinal) && int.Parse(request.Query["page"]!, CultureInfo.InvariantCulture) is var page
            ? new(200, new JsonObject { ["tickets"] = new JsonObject { ["total"] = 1_100, ["last_page"] = 11, ["data"] = new JsonArray([.. Enumerable.Range(page * 100, 100).Select(id => new JsonObject { ["id"] = id })]) } }.ToJsonString())
            : Recorded(request);
        var run = await Read(Ours, await Connect(Ours, (await Ours.Client()).Text("id")));
        Assert.Equal("done 1100", $"{run.Text("state")} {run.Text("rejected")}");
        Assert.Equal("(1001)", await Table("select count(*) from support_pass_lines where what = 'rejected'"));
        Assert.Equal("(\"more-rejected: 100 more records cannot be taken.\")", await Table("select said from support_pass_lines where outside_id = ''"));
    }

    [Fact]
    public async Task are_looked_at_when_they_nudge()
    {
        Says = Recorded;
        var id = await Connect(Ours, (await Ours.Client()).Text("id"));
        var path = (await Ours.Post($"/api/support/connections/{id}/nudges", new { })).Ok().Text("path");
        var traced = new ConcurrentQueue<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore", Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                foreach (var tag in activity.TagObjects) traced.Enqueue($"{tag.Key} {tag.Value}");
            },
        };
        ActivitySource.AddActivityListener(traces);
        Assert.Equal(404, (int)(await Ours.Post($"{path}x", new { })).Status);
        Assert.Equal(404, (int)(await Theirs.Post($"/api/webhooks/fluent/{id}/{new string('0', 64)}", new { })).Status);
        Assert.Equal(200, (int)(await Theirs.Post(path, new { })).Status); // whoever knows it may
        await Until("the nudge has led to a pass", async () => await Table("select cause, state from support_passes") == "(nudged,done)");
        Assert.Equal("(11)", await Table("select count(*) from support_requests where tenant_id = 'ours'"));
        await Until("the nudge is traced", () => Task.FromResult(traced.Contains("url.path /api/webhooks/fluent/…")));
        Assert.DoesNotContain(traced, tag => tag.Contains(path.Split('/')[^1], StringComparison.Ordinal)); // whoever reads traces may not nudge
    }

    private object Desk(string client, int? mailbox = 1) => new { kind = "fluent", name = "Desk", address = Site.Address, user = "maren", credential = Secret, mailbox, clientId = client, everyMinutes = 10_080 };

    private async Task<string> Connect(Desk desk, string client, int? mailbox = 1) => (await desk.Post("/api/support/connections", Desk(client, mailbox))).Ok(201).Text("id");

    private async Task<string> Id(string outsideId) => (await Table($"select id from support_requests where tenant_id = 'ours' and outside_id = '{outsideId}'")).Trim('(', ')');

    private static async Task<string> September(Desk desk, string client)
    {
        var month = await desk.Month(client, "2026-09");
        return $"{month.Text("requests.hours")} {month.Text("requests.freeHours")} {month.Text("requests.net.amount")}";
    }

    private static string Sum(JsonNode run) => $"{run.Text("state")} {run.Text("rows")} {run.Text("stored")} {run.Text("added")} {run.Text("changed")} {run.Text("elsewhere")} {run.Text("leftAlone")} {run.Text("warnings")}";

    private static PretendedSite.Answer? Recorded(HttpRequest request) => request.Path.Value switch
    {
        "/wp-json/" => PretendedSite.Recorded("fluent/z-root-index.json"),
        "/wp-json/fluent-support/v2/me" => new(200, """{"user_id":1,"permissions":["fst_manage_own_tickets"]}"""),
        "/wp-json/fluent-support/v2/tickets" => PretendedSite.Recorded($"fluent/a-tickets-page{request.Query["page"]}.json"),
        _ => null,
    };

    private static Func<HttpRequest, PretendedSite.Answer?> There(Dictionary<long, JsonNode> tickets, Func<long, PretendedSite.Answer?>? asked = null) => request => request.Path.Value!.Split("/v2")[^1] switch
    {
        "/tickets" => new(200, new JsonObject { ["tickets"] = new JsonObject { ["total"] = tickets.Count, ["last_page"] = 1, ["data"] = new JsonArray([.. tickets.Values.Select(ticket => ticket.DeepClone())]) } }.ToJsonString()),
        var path when path.StartsWith("/tickets/", StringComparison.Ordinal) => asked?.Invoke(long.Parse(path.Split('/')[^1], CultureInfo.InvariantCulture)),
        _ => Recorded(request),
    };

    private static Dictionary<long, JsonNode> Tickets(params (long Id, string Status, string Closed, int Responses)[] tickets) => tickets.ToDictionary(one => one.Id, one => JsonNode.Parse(Ticket(one.Id, one.Status, one.Closed, one.Responses))!);

    private static string Ticket(long id, string status, string closed, int responses) =>
        $$"""{"id":{{id}},"status":"{{status}}","title":"Ticket {{id}}","content":"<p>Mend it.</p>","mailbox_id":"1","priority":"normal","response_count":"{{responses}}","created_at":"2026-09-01T12:00:00+00:00","updated_at":"{{closed}}","resolved_at":"{{closed}}"}""";
}
