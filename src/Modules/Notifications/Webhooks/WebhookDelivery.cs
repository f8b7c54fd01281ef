using Npgsql;

namespace Billing.Notifications;

/// <summary>One event on its way to one address.</summary>
/// <param name="Cause">event, replay or test.</param>
/// <param name="Sequence">The event's number in the log; null for a test.</param>
/// <param name="Attempts">How many were made in all.</param>
/// <param name="Step">How many were made since somebody last asked for it.</param>
internal sealed record WebhookDelivery(Guid Id, string Cause, long? Sequence, Guid EventId, string Type, string Stream, Guid StreamId, long Version, DateTimeOffset HappenedAt, int Attempts, int Step)
{
    /// <summary>The causes, as they stand in the table.</summary>
    public const string Event = "event", Replay = "replay", Test = "test";

    /// <summary>How it stands with one, in the table's words.</summary>
    public const string Waiting = "waiting", Delivered = "delivered", Failed = "failed";

    /// <summary>The type of a test that is made up of nothing.</summary>
    public const string Ping = "notifications.webhook_test";

    public const string Columns = "d.id, d.cause, d.seq_id, d.event_id, d.type, d.stream, d.stream_id, d.version, d.happened_at, d.attempts, d.step";

    /// <summary>How many columns it is read from.</summary>
    public const int Width = 11;

    public static WebhookDelivery Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.GetGuid(3), row.GetString(4), row.GetString(5), row.GetGuid(6), row.GetInt64(7), new DateTimeOffset(row.GetDateTime(8), TimeSpan.Zero), row.GetInt32(9), row.GetInt32(10));
}

/// <summary>One call of an address and what came of it.</summary>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Milliseconds">How long until the whole answer was there, or none was to be expected.</param>
/// <param name="Status">Of HTTP; null: no answer.</param>
/// <param name="Error">Why it counts as failed, in a sentence; null: it does not.</param>
/// <param name="Answer">What was answered, at most 16 KiB of it.</param>
/// <param name="IsCut">Whether the answer went on.</param>
/// <param name="RetryAfter">As the answer says it.</param>
internal sealed record WebhookAttempt(DateTimeOffset At, int Milliseconds, int? Status, string? Error, string? Answer = null, bool IsCut = false, string? RetryAfter = null)
{
    /// <summary>Whether the address took it.</summary>
    public bool IsTaken => Error is null;

    /// <summary>Whether the address says that it is there no longer.</summary>
    public bool IsGone => Status == 410;

    /// <summary>Whether the address says for how long it wants to be left alone.</summary>
    public bool SaysWhen => Status is 429 or 503;
}
