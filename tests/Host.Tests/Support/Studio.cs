using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;

namespace Billing.Host.Tests.Support;

/// <summary>An agency that supports, builds and hosts for its clients; ours, and theirs beside it.</summary>
internal static class Studio
{
    /// <summary>Writes down a request; answers its id.</summary>
    /// <param name="day">Of June 2025, or a whole day.</param>
    public static async Task<string> Request(this Desk desk, string client, string day, string urgency, string hours, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        foreach (var (name, value) in new[] { ("clientId", client), ("resolvedOn", day.Length > 2 ? day : $"2025-06-{day}"), ("resolvedAt", "09:00:00"), ("description", "Mend the form."), ("urgency", urgency), ("hours", hours), ("category", "support") }) body.TryAdd(name, value);
        return (await desk.Post("/api/support/requests", body.ToJsonString())).Ok(201).Text("id");
    }

    /// <summary>Writes down the requests M4 H3 L2 H4 M1 of June 2025, on its first five days.</summary>
    public static async Task<List<string>> June(this Desk desk, string client)
    {
        var ids = new List<string>();
        foreach (var (i, (urgency, hours)) in new[] { ("medium", "4"), ("high", "3"), ("low", "2"), ("high", "4"), ("medium", "1") }.Index()) ids.Add(await desk.Request(client, $"0{i + 1}", urgency, hours));
        return ids;
    }

    public static Task<Reply> Patch(this Desk desk, string path, object body) => desk.Send(HttpMethod.Patch, path, body);

    public static async Task<System.Text.Json.Nodes.JsonNode> Month(this Desk desk, string client, string month = "2025-06") => (await desk.Get($"/api/support/months/{month}?clientId={client}")).Ok();

    public static Task<Reply> Close(this Desk desk, string client, string month = "2025-06", bool dryRun = false) => desk.Post($"/api/support/months/{month}/close?dryRun={(dryRun ? "true" : "false")}", new { clientId = client });
}
