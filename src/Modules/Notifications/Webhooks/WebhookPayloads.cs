using System.Globalization;
using System.Text.Json;
using Billing.EventStore;

namespace Billing.Notifications;

/// <summary>
/// What is sent of an event: made of the log each time, so that nothing of it lies a second time and somebody who was forgotten is not told of. The same
/// bytes each time otherwise.
/// </summary>
internal sealed class WebhookPayloads(EventStore.EventStore store)
{
    private readonly EventRegistry _open = store.Model.BuildRegistry();

    /// <summary>The id that a receiver tells doubles by: the event's own, whatever address it goes to and however often.</summary>
    public static string IdOf(Guid happened) => $"evt_{happened:n}";

    /// <summary>JSON in UTF-8.</summary>
    public byte[] Of(WebhookDelivery delivery, StoredEvent happened) => Write(IdOf(delivery.EventId), delivery.Type, delivery.HappenedAt, delivery.Stream, delivery.StreamId, delivery.Version, _open.Write(happened.Data));

    /// <summary>The same of something made up.</summary>
    /// <param name="data">JSON.</param>
    public static byte[] Test(WebhookDelivery delivery, string data) => Write(IdOf(delivery.EventId), delivery.Type, delivery.HappenedAt, delivery.Stream, delivery.StreamId, delivery.Version, data);

    private static byte[] Write(string id, string type, DateTimeOffset at, string stream, Guid streamId, long version, string data)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("type", type);
            json.WriteString("timestamp", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            json.WriteStartObject("subject");
            json.WriteString("type", stream);
            json.WriteString("id", streamId);
            json.WriteNumber("version", version);
            json.WriteEndObject();
            json.WritePropertyName("data");
            json.WriteRawValue(data);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
