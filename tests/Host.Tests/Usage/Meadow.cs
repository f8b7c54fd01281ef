using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Identity;
using Billing.Usage;

namespace Billing.Host.Tests.Usage;

/// <summary>Two organisations that measure the same things under the same codes and ids.</summary>
public abstract class Meadow : Town
{
    private protected Visitor Ours { get; private set; } = null!;

    private protected Visitor Theirs { get; private set; } = null!;

    private protected override long? RequestsPerMinute => 100_000;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Ours = await Owner("ours");
        Theirs = await Owner("theirs");
        foreach (var who in new[] { Ours, Theirs })
        {
            await Define(who, "calls", new { aggregation = "count" });
            await Define(who, "traffic", new { aggregation = "sum", groupBy = new[] { "region", "model" } });
        }
    }

    private protected static async Task<JsonNode> Define(Visitor who, string code, object rule) => (await who.Post("/api/meters", new { code, name = code, rule })).Ok(201);

    private protected static async Task<JsonNode> Send(Visitor who, params object[] events) => (await who.Post("/api/usage/events", events)).Ok();

    private protected static object Event(string id, string meter = "calls", string subject = "client-1", object? value = null, string at = "2026-03-10T12:00:00Z", object? properties = null) => new { id, meter, subject, value = value ?? 1, at, properties = properties ?? new { } };

    private protected static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private protected static async Task<(decimal Amount, long Events)> Total(Visitor who, string meter, string query = "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z")
    {
        var items = (await who.Get($"/api/meters/{meter}/usage?{query}")).Ok()["items"]!.AsArray();
        return (items.Sum(item => decimal.Parse(item!["amount"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)), items.Sum(item => item!["events"]!.GetValue<long>()));
    }

    /// <summary>What the command verify looks at: nothing, when what is kept per hour is what the events say.</summary>
    private protected async Task<string> Difference() => await Ask(UsageHours.Broken) is var found && found == "(0,)" ? "" : found;
}
