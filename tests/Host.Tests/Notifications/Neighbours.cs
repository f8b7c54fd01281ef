using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Identity;

namespace Billing.Host.Tests.Notifications;

/// <summary>Organisations in which budgets are spent, and the people who are told of it, from noon of 2025-11-19 UTC on.</summary>
public abstract class Neighbours : Town
{
    private protected override DateTimeOffset? Begins { get; } = new(2025, 11, 19, 12, 0, 0, TimeSpan.Zero);

    /// <summary>60 EUR more are spent, and a budget opens whose one threshold they have passed: people are told of it once, with all that is spent until then.</summary>
    private protected static async Task Spend(Visitor owner, string name, string level = "warning")
    {
        var account = (await owner.Get("/api/ai/accounts")).Ok()["items"]!.AsArray() is [var one] ? one.Text("id") : (await owner.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");
        (await owner.Post("/api/ai/usage/manual", new { account, date = "2025-11-18", cost = new { amount = "60", currency = "EUR" } })).Ok(201);
        (await owner.Post("/api/ai/budgets", new { name, amount = new { amount = "100", currency = "EUR" }, thresholds = new[] { new { at = "50", level } } })).Ok(201);
    }

    /// <summary>Somebody who joins an organisation.</summary>
    private protected async Task<Visitor> Joins(Visitor owner, string email, string role)
    {
        (await owner.Post("/api/users/invitations", new { email, role })).Ok(201);
        var joined = Somebody();
        joined.Keep((await joined.Post("/api/auth/invitations/accept", new { token = await Secret(InvitationMail.Name), password = Password, firstName = "Vic", lastName = "Viewer" })).Ok());
        return joined;
    }

    private protected static async Task<JsonArray> Notifications(Visitor who, string query = "?language=en") => (await who.Get("/api/notifications" + query)).Ok()["items"]!.AsArray();

    private protected static async Task<string> Titles(Visitor who, string query = "?language=en") => string.Join('\n', (await Notifications(who, query)).Select(one => one!.Text("title")));

    private protected static async Task<string> Unread(Visitor who) => (await who.Get("/api/notifications/unread")).Ok().Text("unread");

    private protected static Task Hears(Visitor who, int times) => Eventually.Until($"they hear {times} times", async () => (await Notifications(who, "?limit=200")).Count == times);

    /// <summary>Waits until whatever people are to be told of has been handled.</summary>
    private protected Task AllTold() => Eventually.Until("people are told of all", async () =>
        await Ask("select 1 from mt_event_progression where name = 'notifications.people:All' and last_seq_id >= (select max(seq_id) from mt_events where type <> 'notifications.people_told')") != ""
        && await Ask("select 1 from messages where type = 'notifications.people_to_tell' and handled_at is null") == "");
}
