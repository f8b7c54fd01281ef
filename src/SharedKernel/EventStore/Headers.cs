using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Billing.EventStore;

/// <summary>The <c>headers</c> column of an event: actor, address, request, and the JSON version of its body.</summary>
internal static class Headers
{
    public static string Write(Recorded recorded)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("actor");
            json.WriteString("kind", recorded.Actor.Kind);
            json.WriteString("id", recorded.Actor.Id);
            json.WriteString("name", recorded.Actor.Name);
            json.WriteEndObject();
            if (recorded.Address is { } address) json.WriteString("address", address);
            if (recorded.RequestId is { } request) json.WriteString("request", request);
            json.WriteNumber("schema", 1);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Recorded Read(string? headers, DateTimeOffset at, string? correlation, string? causation)
    {
        if (headers is null) return new Recorded(at, Actor.System, null, null, correlation, causation);
        using var json = JsonDocument.Parse(headers);
        var root = json.RootElement;
        var actor = root.TryGetProperty("actor", out var who)
            ? new Actor(who.GetProperty("kind").GetString()!, who.GetProperty("id").GetString()!, who.GetProperty("name").GetString()!)
            : Actor.System;
        return new Recorded(at, actor, Text(root, "address"), Text(root, "request"), correlation, causation);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
