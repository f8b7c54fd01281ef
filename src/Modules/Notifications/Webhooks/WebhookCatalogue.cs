using System.Text.Json.Nodes;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Notifications;

/// <summary>A kind of event that addresses can be told of.</summary>
/// <param name="Type">Its name.</param>
/// <param name="Module">Whose.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
/// <param name="Since">The version of the product that first told of it.</param>
/// <param name="Schema">JSON Schema of what is sent.</param>
/// <param name="Example">What is sent, made up.</param>
internal sealed record EventTypeLine(string Type, string Module, string Meaning, string Since, JsonObject Schema, JsonObject Example);

/// <summary>The kinds of events that addresses can be told of, found among all that there are.</summary>
internal sealed class WebhookCatalogue
{
    private readonly Lazy<IReadOnlyList<EventTypeLine>> _types;

    public WebhookCatalogue(EventStore.EventStore store)
    {
        Names = [.. store.Registry.Describe().Where(one => one.IsAnnounced).Select(one => one.Alias)];
        _types = new(() => Describe(store.Registry));
    }

    /// <summary>Their names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<EventTypeLine> All => _types.Value;

    /// <summary>What an event of a type says, made up; of no type, a sentence.</summary>
    public string ExampleOf(string type) => All.FirstOrDefault(one => one.Type == type)?.Example["data"]!.ToJsonString() ?? """{"message":"This is a test."}""";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/event-types", (WebhookCatalogue catalogue, string? module = null) =>
                TypedResults.Ok(new Page<EventTypeLine>([.. catalogue.All.Where(one => module is null || one.Module == module)], null)))
            .Requires(Permission.ArrangeWebhooks).WithSummary("The kinds of events that addresses can be told of, with schema and example");
    }

    private static List<EventTypeLine> Describe(EventRegistry registry)
    {
        var comments = new DocComments();
        return
        [
            .. from one in registry.Describe()
               where one.IsAnnounced
               let data = WebhookShape.Of(one.Fields.Select(field => (field.Name, field.Property.PropertyType, field.MayBeMissing, comments.Of(one.Type, field.Property.Name))))
               select new EventTypeLine(one.Alias, one.Alias.Split('.')[0], comments.Of(one.Type), one.Since, Schema(one, data.Schema), Example(one, (JsonObject)data.Example!)),
        ];
    }

    private static JsonObject Schema(KnownEvent one, JsonObject data)
    {
        static JsonObject Of(string type, string description) => new() { ["type"] = type, ["description"] = description };
        return new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = one.Alias,
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["id"] = Of("string", "The event's own; the same however often it is sent. It is webhook-id, too."),
                ["type"] = new JsonObject { ["const"] = one.Alias },
                ["timestamp"] = new JsonObject { ["type"] = "string", ["format"] = "date-time", ["description"] = "When it was recorded, UTC." },
                ["subject"] = new JsonObject
                {
                    ["type"] = "object",
                    ["description"] = "What it happened to.",
                    ["properties"] = new JsonObject { ["type"] = Of("string", "The kind of thing."), ["id"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" }, ["version"] = Of("integer", "How many things have happened to it, with this one.") },
                    ["required"] = new JsonArray("type", "id", "version"),
                },
                ["data"] = data,
            },
            ["required"] = new JsonArray("id", "type", "timestamp", "subject", "data"),
        };
    }

    private static JsonObject Example(KnownEvent one, JsonObject data) => new()
    {
        ["id"] = "evt_0199a1b27c3d7e4f8a5b6c7d8e9f0a1b",
        ["type"] = one.Alias,
        ["timestamp"] = "2025-11-14T09:30:00.000000Z",
        ["subject"] = new JsonObject { ["type"] = one.Alias.Split('.')[0] + ".example", ["id"] = "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b", ["version"] = 1 },
        ["data"] = data,
    };
}
