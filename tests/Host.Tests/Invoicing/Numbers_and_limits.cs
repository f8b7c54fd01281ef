using System.Globalization;
using Billing.Host.Tests.Facilities;
using Billing.Web;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Numbers that many writers take at once, in one process and in two on one database.</summary>
public sealed class Numbers_and_limits : Branches
{
    [Fact]
    public async Task have_neither_hole_nor_double_when_fifty_issue_at_once_over_two_processes()
    {
        var (one, two) = (await Start("2025-11-19"), await Start("2025-11-19"));
        var (ours, theirs) = ((await one.Client()).Text("id"), (await (one with { Organisation = "theirs" }).Client()).Text("id"));
        var drafts = new List<string>();
        for (var i = 0; i < 100; i++) drafts.Add(await Draft(one, ours));
        var other = await Draft(one with { Organisation = "theirs" }, theirs);

        await Task.WhenAll(drafts.Take(50).Select(draft => Issue(one, draft))); // in one process
        await Task.WhenAll(drafts.Skip(50).Select((draft, i) => Issue(i % 2 == 0 ? one : two, draft))); // and in two at once
        var numbers = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await one.Get($"/api/invoices?sort=number&limit=60&cursor={cursor}")).Ok();
            numbers.AddRange(page["items"]!.AsArray().Select(row => row.Text("number")));
            cursor = page.Text("nextCursor") is { Length: > 0 } next ? next : null;
        }
        Assert.Equal(Enumerable.Range(1, 100).Select(n => string.Create(CultureInfo.InvariantCulture, $"INV-2025-{n:0000}")), numbers);
        Assert.Equal("INV-2025-0001", (await Issue(one with { Organisation = "theirs" }, other)).Json.Text("number")); // another organisation counts by itself
    }

    [Fact]
    public async Task are_as_many_a_month_as_the_plan_allows_and_begin_anew_on_the_first_at_midnight_there()
    {
        var november = await Start("2025-11-30", limit: 5);
        var client = (await november.Client()).Text("id");
        for (var i = 0; i < 5; i++) (await Issue(november, await Draft(november, client))).Ok();
        var sixth = await Draft(november, client);
        var refused = (await november.Post($"/api/invoices/{sixth}/issue", new { })).Refused("plan-limit-reached");
        Assert.Equal("5 2025-12-01", $"{refused.Text("limit")} {refused.Text("again")}");
        Assert.Equal("draft", (await november.Get($"/api/invoices/{sixth}")).Ok().Text("state"));

        // 04:59 in UTC is still November in New York, 05:00 is the first.
        var still = await Start("2025-12-01", "04:59", limit: 5);
        (await still.Post($"/api/invoices/{sixth}/issue", new { })).Refused("plan-limit-reached");
        var december = await Start("2025-12-01", "05:00", limit: 5);
        var issued = (await Issue(december, sixth)).Ok();
        Assert.Equal("INV-2025-0006 2025-12-01", $"{issued.Text("number")} {issued.Text("issueDate")}");
    }

    [Fact]
    public async Task look_as_was_chosen_and_never_go_back()
    {
        var desk = await Start("2025-11-19");
        Assert.Equal(["INV-2025-0001", "CN-2025-0001", "Q-2025-0001"], (await desk.Get("/api/invoicing/numbers")).Ok()["items"]!.AsArray().Select(kind => kind.Text("nextNumber")));
        Assert.Equal("R-01000", (await desk.Put("/api/invoicing/numbers/invoice", new { pattern = "R-{00000}", next = 1000 })).Ok().Text("nextNumber"));
        Assert.Equal("R-01000", (await Issue(desk, await Draft(desk, (await desk.Client()).Text("id")))).Ok().Text("number"));
        (await desk.Put("/api/invoicing/numbers/invoice", new { pattern = "R-{00000}", next = 1000 })).Refused("number-used");
        (await desk.Put("/api/invoicing/numbers/invoice", new { pattern = "R-{year}" })).Refused("pattern-unreadable");
        (await desk.Put("/api/invoicing/numbers/poem", new { pattern = "R-{0}" })).Refused("not-found", 404);
        (await desk.As(Role.Member).Put("/api/invoicing/numbers/invoice", new { pattern = "R-{0}" })).Refused("not-permitted", 403);
        Assert.Equal("INV-2025-0001", (await (desk with { Organisation = "theirs" }).Get("/api/invoicing/numbers")).Ok().Text("items.0.nextNumber"));
    }

    private static async Task<string> Draft(Desk desk, string client) => (await desk.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "100" } } })).Ok(201).Text("id");

    private static async Task<Reply> Issue(Desk desk, string draft)
    {
        var reply = await desk.Post($"/api/invoices/{draft}/issue", new { });
        reply.Ok();
        return reply;
    }
}
