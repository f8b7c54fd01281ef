using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Billing.EventStore;

/// <summary>The <c>headers</c> column of an event: actor, address, request, whether it came from another log, and the JSON version of its body.</summary>
internal static class Headers
{
    public static string Write(Recorded recorded, ActorNames? names)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("actor");
            json.WriteString("kind", recorded.Actor.Kind);
            json.WriteString("id", recorded.Actor.Id);
            if (names is null || ActorNames.PersonIn(recorded.Actor.Kind, recorded.Actor.Id) is not { } person)
            {
                json.WriteString("name", recorded.Actor.Name);
            }
            else if (names.Seal(person, recorded.Actor.Name) is var (key, @sealed))
            {
                json.WriteNumber("key", key);
                json.WriteString("sealed", @sealed);
            }
            json.WriteEndObject();
            if (recorded.Address is { } address) json.WriteString("address", address);
            if (recorded.RequestId is { } request) json.WriteString("request", request);
            if (recorded.Forgotten.Count > 0)
            {
                json.WriteStartArray("forgotten");
                foreach (var subject in recorded.Forgotten) json.WriteStringValue(subject);
                json.WriteEndArray();
            }
            if (recorded.Moved) json.WriteBoolean("moved", true);
            json.WriteNumber("schema", 1);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Recorded Read(string? headers, DateTimeOffset at, string? correlation, string? causation, ActorNames? names)
    {
        if (headers is null) return new Recorded(at, Actor.System, null, null, correlation, causation);
        using var json = JsonDocument.Parse(headers);
        var root = json.RootElement;
        var actor = root.TryGetProperty("actor", out var who)
            ? ActorIn(who, names)
            : Actor.System;
        return new Recorded(at, actor, Text(root, "address"), Text(root, "request"), correlation, causation)
        {
            Forgotten = root.TryGetProperty("forgotten", out var forgotten) ? [.. forgotten.EnumerateArray().Select(subject => subject.GetGuid())] : [],
        };
    }

    private static Actor ActorIn(JsonElement who, ActorNames? names)
    {
        var (kind, id) = (who.GetProperty("kind").GetString()!, who.GetProperty("id").GetString()!);
        if (Text(who, "name") is { } open) return new Actor(kind, id, open);
        if (names is null || Text(who, "sealed") is not { } name || ActorNames.PersonIn(kind, id) is not { } person) return new Actor(kind, id, PersonalText.Erased);
        return new Actor(kind, id, names.Open(person, who.GetProperty("key").GetInt32(), name) ?? PersonalText.Erased);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
