using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>
/// One address's own way out: one delivery after the other, in their order. What fails waits for its time and lets the next pass; an address that takes
/// nothing is left alone for a while, and what comes then keeps its order.
/// </summary>
internal sealed class WebhookLane(TenantId tenant, Guid endpoint, WebhookParts parts)
{
    private const int Batch = 50;

    private const string Stands = """
        select w.url, w.headers <> '[]', w.rate, w.old_until, w.state, w.version, l.failures, l.failing_since, l.rests_until
        from webhook_lanes l join webhook_endpoints w on w.tenant_id = l.tenant_id and w.id = l.endpoint_id where l.tenant_id = $1 and l.endpoint_id = $2
        """;

    private const string Next = $"""
        select {WebhookDelivery.Columns} from webhook_deliveries d
        where d.tenant_id = $1 and d.endpoint_id = $2 and d.state = '{WebhookDelivery.Waiting}' and d.due_at <= $3 order by d.place limit $4
        """;

    private static readonly TimeSpan WrittenAfter = TimeSpan.FromMilliseconds(500);

    // An answer that had to be cut costs a line and what was read of it: an address that answers like that is told of ten events a second.
    private static readonly TimeSpan AfterCut = TimeSpan.FromMilliseconds(100);

    private readonly Session _session = parts.Store.Open(tenant, Actor.System).InEverybodysTime;
    private (long Version, bool WithOld, WebhookDoor Door)? _door;
    private long? _paced;
    private TimeSpan _pause;
    private int _asked;

    /// <summary>Whoever finds that something is due here while it runs says so: it looks once more before it ends.</summary>
    public void Ask() => Volatile.Write(ref _asked, 1);

    /// <summary>Sends what is due, until nothing is.</summary>
    public async Task Run(CancellationToken stop)
    {
        do
        {
            Volatile.Write(ref _asked, 0);
            while (await SendSome(stop))
            {
            }
        }
        while (Volatile.Read(ref _asked) == 1);
    }

    /// <summary>Sends a batch; whether there may be more.</summary>
    private async Task<bool> SendSome(CancellationToken stop)
    {
        var now = _session.Now;
        var (stand, due) = await _session.Read(
            new Question<Stand?>(Stands, [new NpgsqlParameter<Guid> { TypedValue = endpoint }], async reader => await reader.ReadAsync(stop) ? Stand.Read(reader) : null),
            new Question<List<WebhookDelivery>>(Next, [new NpgsqlParameter<Guid> { TypedValue = endpoint }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new NpgsqlParameter<int> { TypedValue = Batch }], async reader =>
            {
                var rows = new List<WebhookDelivery>();
                while (await reader.ReadAsync(stop)) rows.Add(WebhookDelivery.Read(reader));
                return rows;
            }),
            stop);
        if (due.Count == 0 || stand is not { IsActive: true } || stand.RestsUntil > now || await Door(stand, now, stop) is not { } door) return false;
        var events = (await _session.Events(due.Select(one => one.Sequence).OfType<long>(), stop)).ToDictionary(happened => happened.Sequence);
        var (outcomes, sent) = (new WebhookOutcomes(_session, endpoint, stand.Health, parts), 0);
        var since = parts.Time.GetTimestamp();
        try
        {
            foreach (var delivery in due)
            {
                if (delivery.Sequence is { } number && events.TryGetValue(number, out var happened))
                {
                    await Pace(stand.Rate, stop);
                    var attempt = await parts.Calls.Send(door, WebhookPayloads.IdOf(delivery.EventId), parts.Payloads.Of(delivery, happened), stop);
                    outcomes.Add(delivery, attempt);
                    _pause = attempt.IsCut ? AfterCut : TimeSpan.Zero;
                }
                else outcomes.GiveUp(delivery);
                if (outcomes.MustEnd || parts.Time.GetElapsedTime(since) >= WrittenAfter) break; // what was arranged meanwhile counts from the next on
            }
        }
        finally
        {
            sent = outcomes.Count;
            await outcomes.Write(); // what was sent is noted, even when this node stops
        }
        return !outcomes.MustEnd && (sent < due.Count || due.Count == Batch);
    }

    /// <summary>Waits until the next call may begin.</summary>
    /// <param name="rate">Most calls a second; null: as many as it takes.</param>
    private async Task Pace(int? rate, CancellationToken stop)
    {
        var pause = rate is { } most && TimeSpan.FromSeconds(1d / most) is var apart && apart > _pause ? apart : _pause;
        if (_paced is { } last && pause - parts.Time.GetElapsedTime(last) is { Ticks: > 0 } wait) await Task.Delay(wait, parts.Time, stop);
        _paced = parts.Time.GetTimestamp();
    }

    /// <summary>Opened once for each version of the address.</summary>
    private async Task<WebhookDoor?> Door(Stand stand, DateTimeOffset now, CancellationToken stop)
    {
        var withOld = stand.OldUntil > now;
        if (_door is not { } known || known.Version != stand.Version || known.WithOld != withOld)
            _door = await parts.Secrets.Door(tenant, endpoint, stand.Url, stand.HasHeaders, withOld, stop) is { } opened ? (stand.Version, withOld, opened) : null;
        return _door?.Door;
    }

    /// <summary>How it stands with the address.</summary>
    private sealed record Stand(string Url, bool HasHeaders, int? Rate, DateTimeOffset? OldUntil, bool IsActive, long Version, WebhookHealth Health, DateTimeOffset? RestsUntil)
    {
        public static Stand Read(NpgsqlDataReader row)
        {
            DateTimeOffset? Moment(int column) => row.IsDBNull(column) ? null : new DateTimeOffset(row.GetDateTime(column), TimeSpan.Zero);
            return new(row.GetString(0), row.GetBoolean(1), row.IsDBNull(2) ? null : row.GetInt32(2), Moment(3), row.GetString(4) == WebhookEndpointRows.Word(WebhookState.Active), row.GetInt64(5), new WebhookHealth(row.GetInt32(6), Moment(7)), Moment(8));
        }
    }
}

/// <summary>What every lane works with.</summary>
internal sealed record WebhookParts(EventStore.EventStore Store, TimeProvider Time, WebhookCalls Calls, WebhookPayloads Payloads, WebhookSecrets Secrets, WebhookWardens Wardens);

/// <summary>How an address has answered lately.</summary>
/// <param name="Failures">In a row.</param>
/// <param name="FailingSince">Of the first of them, UTC.</param>
internal sealed record WebhookHealth(int Failures, DateTimeOffset? FailingSince)
{
    /// <summary>After one more attempt.</summary>
    public WebhookHealth After(WebhookAttempt attempt) => attempt.IsTaken ? new(0, null) : new(Failures + 1, FailingSince ?? attempt.At);
}
