using System.Text.Json;
using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Subscriptions;

/// <summary>An event as it is kept, head and body.</summary>
/// <param name="Type">Such as <c>invoice.paid</c>.</param>
/// <param name="ObjectId">What it happened to.</param>
/// <param name="CreatedAt">By Stripe's clock, UTC.</param>
internal sealed record StripeArrival(string Id, string Type, string? ObjectId, DateTimeOffset CreatedAt, string Body)
{
    private const int LongestId = 200;

    /// <summary>Reads an event; null where it is none.</summary>
    public static StripeArrival? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "id") is not { Length: > 0 and <= LongestId } id || Text(root, "type") is not { Length: > 0 and <= LongestId } type) return null;
            if (!root.TryGetProperty("created", out var created) || created.ValueKind != JsonValueKind.Number || !created.TryGetInt64(out var seconds) || seconds is < 0 or > 32_503_680_000) return null;
            if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("object", out var thing) || thing.ValueKind != JsonValueKind.Object) return null;
            return body.Contains("\\u0000", StringComparison.Ordinal) ? null : new StripeArrival(id, type, Text(thing, "id"), DateTimeOffset.FromUnixTimeSeconds(seconds), body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What it tells of its object, and whether that is written in a version that we read; null for an object that we do not follow.</summary>
    public (StripeTelling Told, bool Readable)? Telling()
    {
        using var json = JsonDocument.Parse(Body);
        return StripeTelling.Read(json.RootElement.GetProperty("data").GetProperty("object"), CreatedAt) is { } told ? (told, StripeVersion.AreAlike(Text(json.RootElement, "api_version"), StripeApi.Version)) : null;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Where an event waits.</summary>
internal sealed record StripeWaiting(string Endpoint, string Id);

/// <summary>What Stripe tells, kept under (endpoint, event id) until it was handled, and sixty days longer.</summary>
internal static class StripeInbox
{
    /// <summary>The message that an event is handled by.</summary>
    public const string Message = "subscriptions.stripe_event";

    private const string Keep = """
        insert into stripe_inbox (tenant_id, endpoint, id, type, object_id, created_at, received_at, delivered, body) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (tenant_id, endpoint, id) do nothing
        """;

    private const string Body = "select type, object_id, created_at, body from stripe_inbox where tenant_id = $1 and endpoint = $2 and id = $3";
    private const string Handled_ = "update stripe_inbox set handled_at = $4, outcome = $5 where tenant_id = $1 and endpoint = $2 and id = $3";
    private const string Unknown = "select id from unnest($3::varchar[]) as told (id) where not exists (select from stripe_inbox i where i.tenant_id = $1 and i.endpoint = $2 and i.id = told.id)";

    /// <summary>Keeps an event and sends the message that handles it, both if the work commits. Twice is once.</summary>
    public static void Take(Work work, string endpoint, StripeArrival arrived, bool delivered)
    {
        work.Also(new Statement(Keep, Text(endpoint), Text(arrived.Id), Text(arrived.Type), Text(arrived.ObjectId), Moment(arrived.CreatedAt), Moment(work.At), new NpgsqlParameter<bool> { TypedValue = delivered }, Text(arrived.Body)));
        work.Send(Message, new StripeWaiting(endpoint, arrived.Id), key: $"{endpoint}/{arrived.Id}");
    }

    public static Task<StripeArrival?> Find(Session session, StripeWaiting waiting, CancellationToken stop) => session.Read(Body, [Text(waiting.Endpoint), Text(waiting.Id)], async reader =>
        await reader.ReadAsync(stop) ? new StripeArrival(waiting.Id, reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3)) : null, stop);

    /// <summary>The statement that says what became of an event.</summary>
    public static Statement Handled(StripeWaiting waiting, string outcome, DateTimeOffset at) => new(Handled_, Text(waiting.Endpoint), Text(waiting.Id), Moment(at), Text(outcome));

    /// <summary>Which of these ids never came.</summary>
    public static Task<List<string>> NeverCame(Session session, string endpoint, IReadOnlyList<string> ids, CancellationToken stop) => session.Read(Unknown, [Text(endpoint), new NpgsqlParameter<string[]> { TypedValue = [.. ids] }], async reader =>
    {
        var missing = new List<string>();
        while (await reader.ReadAsync(stop)) missing.Add(reader.GetString(0));
        return missing;
    }, stop);

    internal static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar };

    internal static NpgsqlParameter Moment(DateTimeOffset moment) => new NpgsqlParameter<DateTime> { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
