using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Support.Tests;
using Microsoft.AspNetCore.Http;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Support;

/// <summary>Two agencies with a system outside, which is played; on 2026-11-13 at 15:00 UTC.</summary>
public abstract class Outpost : Bureau
{
    private protected const string Secret = "abcd EFGH ijkl MNOP qrst UVWX";

    private protected PretendedSite Site { get; private set; } = null!;

    /// <summary>What it answers now.</summary>
    private protected Func<HttpRequest, PretendedSite.Answer?> Says { get; set; } = _ => null;

    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings()
    {
        Site = await PretendedSite.Start(request => Says(request));
        Set("2026-11-13T15:00:00Z");
        return new Dictionary<string, string?> { ["Egress:AllowedNetworks"] = "127.0.0.0/8" };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts the clock forward to a moment.</summary>
    private protected void Set(string moment) => Clock.Forward(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture) - Clock.GetUtcNow());

    /// <summary>Reads a connection now, and waits until that is over; where it has to wait for the system, the clock is put forward.</summary>
    private protected async Task<JsonNode> Read(Desk desk, string connection)
    {
        var run = (await desk.Post($"/api/support/connections/{connection}/sync")).Ok(202).Text("id");
        await Until("the pass is over", async () =>
        {
            var now = (await desk.Get($"/api/support/connections/{connection}/runs/{run}")).Ok();
            if (now.Text("state") == "waiting" && DateTimeOffset.Parse(now.Text("dueAt"), System.Globalization.CultureInfo.InvariantCulture) > Clock.GetUtcNow()) Set(now.Text("dueAt"));
            return now["endedAt"] is not null;
        });
        return (await desk.Get($"/api/support/connections/{connection}/runs/{run}")).Ok();
    }

    /// <summary>What a pass did, a line each, such as <c>leftAlone 2003 hours 1.5 1</c>.</summary>
    private protected static async Task<string[]> Lines(Desk desk, string connection, JsonNode run) => [.. (await desk.Get($"/api/support/connections/{connection}/runs/{run.Text("id")}/lines?limit=200")).Ok()["items"]!.AsArray()
        .Select(line => string.Join(' ', new[] { line!.Text("what"), line!.Text("outsideId"), Said(line!, "field"), Said(line!, "was"), Said(line!, "became"), Said(line!, "said").Split(':')[0] }.Where(word => word.Length > 0)))];

    private protected Task<string> EventCount() => Table("select count(*) from mt_events where type like 'support.%'");

    private static string Said(JsonNode line, string name) => line[name]?.GetValue<string>() ?? "";
}
