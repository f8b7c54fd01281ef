using System.Text;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;

namespace Billing.Host.Tests.Support;

/// <summary>A file of text messages becomes requests, and each decision says why.</summary>
public class Messages_of_clients : Bureau
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes(string.Join('\n',
        "sender,message_text,message_date", "Them,\"Can you fix the contact form on acme.example today?\",2025-06-23T12:47:00Z", "Them,\"Sounds good\",2025-06-23T12:50:00Z", "Me,\"Can you fix it?\",2025-06-23T12:51:00Z",
        "Them,\"The checkout page is broken\",2025-06-24T09:00:00Z", "Them,\"Can you fix it?\",soon", "Them,\"The checkout page is broken\",2025-06-24T09:00:00Z"));

    [Fact]
    public async Task are_shown_before_they_are_taken_and_taken_once()
    {
        var client = (await Ours.Client()).Text("id");
        var seen = (await Ours.Post($"/api/support/requests/import?dryRun=true&clientId={client}", File)).Ok();
        Assert.Equal("2 1 2 1 1", $"{Sum(seen)} {seen.Text("hours")} {seen["rejected"]!.AsArray().Count}");
        Assert.Equal(
            ["2 new kind high today General Request support medium 0.5", "3 leftOut aside", "4 leftOut otherSender", "5 new workAndAction medium General Request support medium 0.5"],
            seen["preview"]!.AsArray().Select(line => string.Join(' ', new[] { "line", "outcome", "rule", "urgency", "urgencyBecause", "type", "category", "effort", "hours" }.Select(name => line![name]?.ToString() ?? "").Where(word => word.Length > 0))));
        Assert.Equal("", await Table("select id from support_requests"));
        Assert.Empty(await Imports(Ours)); // who only looked took nothing

        var taken = (await Ours.Post($"/api/support/requests/import?clientId={client}", File)).Ok();
        Assert.Equal("2 1 2", Sum(taken));
        Assert.Equal("(sms,\"Can you fix the contact form on acme.example today?\",high,https://acme.example)\n(sms,\"The checkout page is broken\",medium,\"\")", await Table("select source, description, urgency, web_address from support_requests where tenant_id = 'ours'"));
        Assert.Equal("0 3 2", Sum((await Ours.Post($"/api/support/requests/import?clientId={client}", File)).Ok()));
        Assert.Equal("2 1 2", Sum((await Theirs.Post($"/api/support/requests/import?clientId={(await Theirs.Client()).Text("id")}", File)).Ok()));
        (await Ours.Post("/api/support/requests/import?clientId=0193e0c0-0000-7000-8000-0000000000ff", File)).Refused("unknown-client");

        var edited = (await Table("select id from support_requests where tenant_id = 'ours' and urgency = 'high'")).Trim('(', ')');
        (await Ours.Patch($"/api/support/requests/{edited}", new { hours = "2" })).Ok();
        var back = (await Ours.Post($"/api/support/requests/imports/{taken.Text("importId")}/undo")).Ok();
        Assert.Equal("1 1", $"{back.Text("undone")} {back["kept"]!.AsArray().Count}");
        (await Ours.Post($"/api/support/requests/imports/{taken.Text("importId")}/undo")).Refused("import-undone");
        Assert.Equal(404, (int)(await Theirs.Post($"/api/support/requests/imports/{taken.Text("importId")}/undo")).Status);
        var other = (await Ours.Client("Other")).Text("id");
        var again = (await Ours.Post($"/api/support/requests/import?clientId={other}", File)).Ok(); // what was taken back may come again
        Assert.Equal("1 2 2", Sum(again));
        Assert.Equal("(active)\n(active)", await Table("select status from support_requests where tenant_id = 'ours'"));
        var twice = (await Ours.Post($"/api/support/requests/imports/{again.Text("importId")}/undo")).Ok();
        Assert.Equal("1 0", $"{twice.Text("undone")} {twice["kept"]!.AsArray().Count}"); // and be taken back again
        Assert.Equal("(active)\n(ignored)", await Table("select status from support_requests where tenant_id = 'ours'"));
        Assert.Equal(["undone 1 2 2 1 1 0", "undone 2 1 2 1 1 1"], await Imports(Ours)); // what brings nothing new is no import
        Assert.Equal(["done 2 1 2 1 0 0"], await Imports(Theirs));
    }

    [Fact]
    public async Task are_sorted_by_words_that_a_person_may_edit()
    {
        var client = (await Ours.Client()).Text("id");
        var lists = (await Ours.Get("/api/support/message-lists")).Ok();
        Assert.Equal("true", lists.Text("usual"));
        var wanted = lists["lists"]!.DeepClone();
        wanted["senders"] = new JsonArray("Them", "Me");
        wanted["asides"]!.AsArray().Add("contact form");
        var kept = (await Ours.Send(HttpMethod.Put, "/api/support/message-lists", new JsonObject { ["lists"] = wanted.DeepClone() }.ToJsonString())).Ok();
        Assert.Equal("false", kept.Text("usual"));
        Assert.Equal("2 1 2", Sum((await Ours.Post($"/api/support/requests/import?dryRun=true&clientId={client}", File)).Ok()));
        Assert.Equal("(2)", await Table("select count(*) from mt_events where type = 'support.message_words_chosen'"));
        wanted["urgent"]!.AsArray().Add("… now");
        (await Ours.Send(HttpMethod.Put, "/api/support/message-lists", new JsonObject { ["lists"] = wanted.DeepClone() }.ToJsonString())).Refused("pattern-wrong");
        Assert.Equal("true", (await Theirs.Get("/api/support/message-lists")).Ok().Text("usual"));
        Assert.Equal("true", (await Ours.Send(HttpMethod.Put, "/api/support/message-lists", "{}")).Ok().Text("usual"));
    }

    /// <summary>The imports as they are listed: state, taken, known, none, unreadable, and of those taken back what was put away and what stayed.</summary>
    private static async Task<string[]> Imports(Desk desk) => [.. (await desk.Get("/api/support/requests/imports")).Ok()["items"]!.AsArray()
        .Select(one => string.Join(' ', new[] { "state", "accepted", "unchanged", "leftOut", "rejected", "undone", "kept" }.Select(name => one!.Text(name)))).Order(StringComparer.Ordinal)];

    private static string Sum(JsonNode taken) => $"{taken.Text("accepted")} {taken.Text("unchanged")} {taken.Text("leftOut")}";
}
