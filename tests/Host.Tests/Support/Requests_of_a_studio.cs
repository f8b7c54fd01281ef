using System.Net;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Web;

namespace Billing.Host.Tests.Support;

public class Requests_of_a_studio : Bureau
{
    [Fact]
    public async Task are_written_down_amended_field_by_field_and_put_away()
    {
        var client = (await Ours.Client()).Text("id");
        var id = await Ours.Request(client, "23", "high", "1", new { type = "General Request", source = "sms", webAddress = "https://acme.example.test" });
        var amended = (await Ours.Patch($"/api/support/requests/{id}", new { hours = "1.75", category = "forms", urgency = "high", flagged = true })).Ok();
        Assert.Equal("1.75 forms high true category,hours", $"{amended.Text("hours")} {amended.Text("category")} {amended.Text("urgency")} {amended["charged"]} {string.Join(',', amended["edited"]!.AsArray())}");
        Assert.Equal("request_reported request_filed hours_estimated request_flagged", await Events(id));
        Assert.Equal("archived False", (await Ours.Post($"/api/support/requests/{id}/archive")).Ok() is var away ? $"{away.Text("status")} {away["charged"]!.GetValue<bool>()}" : "");
        (await Ours.Post($"/api/support/requests/{id}/archive")).Ok();
        Assert.Equal("active", (await Ours.Post($"/api/support/requests/{id}/restore")).Ok().Text("status"));
        Assert.Equal("ignored", (await Ours.Post($"/api/support/requests/{id}/ignore")).Ok().Text("status"));
        Assert.Equal("(\"Mend the form.\",1.75,ignored)", await Table("select description, hours, status from support_requests where tenant_id = 'ours'"));
        Assert.DoesNotContain("Mend", await Table("select data from mt_events where type = 'support.request_reported'"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"hours":"100"}""", "hours-wrong")]
    [InlineData("""{"hours":"0.125"}""", "hours-wrong")]
    [InlineData("""{"category":"flowers"}""", "unknown-category")]
    [InlineData("""{"webAddress":"ftp://acme.example.test"}""", "web-address-wrong")]
    [InlineData("""{"resolvedOn":"1025-06-01"}""", "request-day-wrong")]
    [InlineData("""{"clientId":"0193e0c0-0000-7000-8000-0000000000ff"}""", "unknown-client")]
    public async Task are_refused_with_what_cannot_be(string change, string code)
    {
        var id = await Ours.Request((await Ours.Client()).Text("id"), "23", "high", "1");
        (await Ours.Patch($"/api/support/requests/{id}", change)).Refused(code);
        Assert.Equal("request_reported", await Events(id));
    }

    [Fact]
    public async Task are_found_by_everything_that_is_known_of_them()
    {
        var (acme, other) = ((await Ours.Client("Acme")).Text("id"), (await Ours.Client("Other")).Text("id"));
        await Ours.Request(acme, "01", "high", "2", new { source = "fluent", description = "The shop is down." }); // a Sunday
        await Ours.Request(acme, "02", "low", "0.25", new { source = "sms", category = "migration" });
        await Ours.Request(other, "03", "medium", "1", new { category = "forms", open = true });
        await Theirs.Request((await Theirs.Client()).Text("id"), "01", "high", "9");
        async Task<int> Found(string filter) => (await Ours.Get($"/api/support/requests?{filter}")).Ok()["items"]!.AsArray().Count;
        Assert.Equal<int[]>([3, 2, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 0], new[] {
            await Found(""), await Found($"clientId={acme}"), await Found("category=forms"), await Found("urgency=high,low"), await Found("source=sms"), await Found("from=2025-06-03"), await Found("to=2025-06-01"), await Found("weekday=7"),
            await Found("minHours=1"), await Found("maxHours=0.25"), await Found("search=SHOP"), await Found("hideNonBillable=true"), await Found("status=archived") });
        var first = (await Ours.Get("/api/support/requests?limit=2&sort=urgency,-hours")).Ok();
        Assert.Equal("3 3.25 1 1 1", $"{first.Text("count")} {first.Text("hours")} {first.Text("counts.billable")} {first["counts"]!["urgency.high"]} {first["counts"]!["source.sms"]}");
        var next = (await Ours.Get($"/api/support/requests?limit=2&sort=urgency,-hours&cursor={first.Text("nextCursor")}")).Ok();
        Assert.Equal(["low", "medium", "high"], first["items"]!.AsArray().Concat(next["items"]!.AsArray()).Select(one => one.Text("urgency")));
        foreach (var wrong in new[] { "status=gone", "urgency=loud", "weekday=8", "from=2025-06-03&to=2025-06-01", "sort=colour", "limit=201" }) Assert.Equal(HttpStatusCode.BadRequest, (await Ours.Get($"/api/support/requests?{wrong}")).Status);
        Assert.Equal(2, (await Ours.Get("/api/support/requests/export?category=forms&status=all")).Text.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task are_amended_many_at_once_and_each_stands_for_itself()
    {
        var client = (await Ours.Client()).Text("id");
        var ids = new[] { await Ours.Request(client, "01", "low", "1"), await Ours.Request(client, "02", "low", "1"), await Ours.Request(client, "03", "high", "1") };
        var theirs = await Theirs.Request((await Theirs.Client()).Text("id"), "01", "low", "1");
        var named = (await Ours.Post("/api/support/requests/bulk", new { ids = new[] { ids[0], theirs }, change = new { urgency = "medium" }, status = "archived" })).Ok();
        Assert.Equal("1 1 not-found", $"{named.Text("amended")} {named.Text("refused")} {named.Text("items.1.problem.code")}");
        Assert.Equal("request_reported urgency_judged request_archived", await Events(ids[0]));
        Assert.Equal("request_reported", await Events(theirs, "theirs"));
        var filtered = (await Ours.Post("/api/support/requests/bulk?urgency=low", new { change = new { effort = "large" } })).Ok();
        Assert.Equal("1 large", $"{filtered.Text("amended")} {filtered.Text("items.0.request.effort")}");
        Assert.Equal(HttpStatusCode.BadRequest, (await Ours.Post("/api/support/requests/bulk", new { ids = Array.Empty<string>() })).Status);
    }

    [Fact]
    public async Task are_each_organisations_own_and_their_outside_ids_too()
    {
        var client = (await Ours.Client()).Text("id");
        var id = await Ours.Request(client, "01", "low", "1", new { outsideId = "7", source = "fluent" });
        await Theirs.Request((await Theirs.Client()).Text("id"), "01", "low", "1", new { outsideId = "7", source = "fluent" });
        (await Ours.Post("/api/support/requests", new { clientId = client, resolvedOn = "2025-06-01", resolvedAt = "10:00:00", outsideId = "7", source = "fluent" })).Refused("request-known");
        foreach (var reply in new[] { await Theirs.Get($"/api/support/requests/{id}"), await Theirs.Patch($"/api/support/requests/{id}", new { hours = "2" }), await Theirs.Post($"/api/support/requests/{id}/archive") }) Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        (await Theirs.Post("/api/support/requests", new { clientId = client, resolvedOn = "2025-06-01", resolvedAt = "10:00:00" })).Refused("unknown-client");
        (await Ours.As(Role.Viewer).Get($"/api/support/requests/{id}")).Ok();
        Assert.Equal(HttpStatusCode.Forbidden, (await Ours.As(Role.Viewer).Patch($"/api/support/requests/{id}", new { hours = "2" })).Status);
    }

    [Fact]
    public async Task belong_to_categories_that_people_edit()
    {
        Assert.Equal(10, (await Ours.Get("/api/support/categories")).Ok()["items"]!.AsArray().Count);
        var opened = (await Ours.Post("/api/support/categories", new { name = "Training Days" })).Ok();
        Assert.Contains(opened["items"]!.AsArray(), one => one.Text("code") == "training-days");
        (await Ours.Post("/api/support/categories", new { name = "TRAINING days" })).Refused("category-name-taken");
        var id = await Ours.Request((await Ours.Client()).Text("id"), "01", "low", "1", new { category = "training-days" });
        (await Ours.Patch("/api/support/categories/training-days", new { name = "Courses", charged = false, closed = true })).Ok();
        Assert.False((await Ours.Get($"/api/support/requests/{id}")).Ok()["charged"]!.GetValue<bool>());
        (await Ours.Patch("/api/support/categories/flowers", new { name = "Flowers" })).Refused("unknown-category");
        Assert.Equal(10, (await Theirs.Get("/api/support/categories")).Ok()["items"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ours.As(Role.Member).Post("/api/support/categories", new { name = "Mine" })).Status);
    }

    [Fact]
    public async Task tell_nothing_of_a_client_who_was_forgotten()
    {
        var client = (await Ours.Client()).Text("id");
        var id = await Ours.Request(client, "01", "low", "1");
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        (await Ours.Post($"/api/clients/{client}/forget")).Ok();
        Assert.Equal("erased", (await Ours.Get($"/api/support/requests/{id}")).Ok().Text("description"));
        Assert.Equal("(erased)", await Table("select description from support_requests where tenant_id = 'ours'"));
    }

    [Fact]
    public async Task are_counted_with_what_they_come_to()
    {
        var client = (await Ours.Client()).Text("id");
        await Ours.June(client);
        await Ours.Request(client, "05", "low", "1", new { category = "migration", resolvedAt = "23:30:00" });
        await Theirs.June((await Theirs.Client()).Text("id"));
        var all = (await Ours.Get("/api/support/requests/statistics")).Ok();
        Assert.Equal("6 5 15 2925.00 2000.00 925.00", $"{all.Text("requests")} {all.Text("billable")} {all.Text("hours")} {all.Text("costs.0.gross.amount")} {all.Text("costs.0.savings.amount")} {all.Text("costs.0.net.amount")}");
        Assert.Equal("2025-06-05 2 lateNight 1 5", $"{all.Text("busiestDays.of.0")} {all.Text("busiestDays.requests")} {all["parts"]!.AsArray()[4].Text("of")} {all.Text("byHour.23")} {all.Text("byHour.9")}");
        Assert.Equal(["high 2 7 4 750.00", "medium 2 5 4 175.00", "low 1 2 2 0.00"], all["tiers"]!.AsArray().Select(tier => $"{tier.Text("urgency")} {tier.Text("requests")} {tier.Text("hours")} {tier.Text("freeHours")} {tier.Text("costs.0.net.amount")}"));
        (await Ours.Close(client)).Ok();
        Assert.Equal("925.00", (await Ours.Get("/api/support/requests/statistics?hideNonBillable=true")).Ok().Text("costs.0.net.amount"));
    }
}
