using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Notifications;

/// <summary>Two organisations whose addresses are told of what happens.</summary>
public abstract class Exchange : Bureau
{
    private protected Receiver Receiver { get; private set; } = null!;

    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings()
    {
        Receiver = await Receiver.Start();
        return new Dictionary<string, string?> { ["Egress:AllowedNetworks"] = "127.0.0.0/8" };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens an address; answers its id and its secret. Nothing that happened before is told any more.</summary>
    private protected async Task<(string Id, string Secret)> Open(Desk desk, string path, object? filters = null, int? rate = null, object? headers = null, string signing = "hmac")
    {
        await Until("the log is followed up to here", async () => await Table("select 1 from mt_event_progression p where name = 'HighWaterMark' and last_seq_id >= (select coalesce(max(seq_id), 0) from mt_events)") != "");
        var opened = (await desk.Post("/api/webhook-endpoints", new { name = path, url = Receiver.At(path), filters, rate, headers, signing })).Ok(201);
        return (opened.Text("endpoint.id"), opened.Text("secret"));
    }

    private protected static async Task<string> Client(Desk desk, string name) => (await desk.Client(name)).Text("id");

    /// <summary>Waits until a path was told of some events, in this order.</summary>
    private protected Task Hears(string path, string types) => Until($"{path} hears of {types}, and not of {Receiver.Types(path)}", () => Task.FromResult(Receiver.Types(path) == types));

    /// <summary>Waits until the log of deliveries says something of an address, such as <c>delivered 1, waiting 2</c> with the number of attempts, the newest first.</summary>
    private protected static async Task Logged(Desk desk, string endpoint, string expected)
    {
        var found = "";
        try
        {
            await Until("the log says it", async () => (found = string.Join(", ", (await Log(desk, endpoint)).Select(one => $"{one.Text("state")} {one.Text("attempts")}"))) == expected);
        }
        finally
        {
            Assert.Equal(expected, found);
        }
    }

    private protected static async Task<IReadOnlyList<JsonNode>> Log(Desk desk, string endpoint) => [.. (await desk.Get($"/api/webhook-deliveries?endpointId={endpoint}")).Ok()["items"]!.AsArray().Select(one => one!)];

    private protected static async Task<JsonNode> Endpoint(Desk desk, string id) => (await desk.Get($"/api/webhook-endpoints/{id}")).Ok();
}
