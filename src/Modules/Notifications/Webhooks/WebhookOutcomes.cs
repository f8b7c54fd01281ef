using System.Text.Json;
using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>What came of a few attempts at one address, written down together: a node that is killed before that sends these again, under their old ids.</summary>
internal sealed class WebhookOutcomes(Session session, Guid endpoint, WebhookHealth health, WebhookParts parts)
{
    // An attempt that another node has noted meanwhile is not noted twice.
    private const string Note = $"""
        with outcomes as (
            select * from jsonb_to_recordset($2) as o (id uuid, made integer, state varchar, due timestamptz, step integer, at timestamptz, milliseconds integer, status integer, error varchar, answer text, cut boolean)),
        noted as (
            update webhook_deliveries d set state = o.state, due_at = o.due, attempts = d.attempts + 1, step = o.step, status = o.status, error = o.error, done_at = case when o.state <> '{WebhookDelivery.Waiting}' then o.at end
            from outcomes o where d.tenant_id = $1 and d.id = o.id and d.attempts = o.made and d.state = '{WebhookDelivery.Waiting}' returning d.id)
        insert into webhook_attempts (tenant_id, delivery_id, number, at, milliseconds, status, error, answer, cut)
        select $1, o.id, o.made + 1, o.at, o.milliseconds, o.status, o.error, o.answer, o.cut from outcomes o join noted n on n.id = o.id
        on conflict do nothing
        """;

    private const string Feels = "update webhook_lanes set failures = $3, failing_since = $4, rests_until = $5 where tenant_id = $1 and endpoint_id = $2";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly List<object> _noted = [];
    private WebhookHealth _health = health;
    private WebhookHealth _written = health;
    private DateTimeOffset? _restsUntil;
    private WebhookTrouble? _trouble;

    /// <summary>How many are not written yet.</summary>
    public int Count => _noted.Count;

    /// <summary>Whether the address is to be left alone, for a while or for good.</summary>
    public bool MustEnd => _restsUntil is not null || _trouble is not null;

    /// <summary>Its event is there no longer: that is nobody's failure, and no attempt would mend it.</summary>
    public void GiveUp(WebhookDelivery delivery) => Put(delivery, new WebhookAttempt(session.Now, 0, null, "The event is there no longer."), null);

    public void Add(WebhookDelivery delivery, WebhookAttempt attempt)
    {
        _health = _health.After(attempt);
        DateTimeOffset? again = attempt.IsTaken || attempt.IsGone || WebhookSchedule.After(delivery.Id, delivery.Step + 1) is not { } pause ? null : attempt.At + pause;
        if (!attempt.IsTaken)
        {
            var now = attempt.At + TimeSpan.FromMilliseconds(attempt.Milliseconds);
            if (attempt.IsGone) _trouble = WebhookTrouble.Gone;
            else if (now - _health.FailingSince >= WebhookSchedule.GivenUpAfter) _trouble = WebhookTrouble.Failing;
            else if (attempt.SaysWhen && WebhookSchedule.Asked(attempt.RetryAfter, now) is { } asked) (_restsUntil, again) = (now + asked, again is { } planned && planned < now + asked ? now + asked : again);
            else if (WebhookSchedule.Rest(_health.Failures) is { Ticks: > 0 } rest) _restsUntil = now + rest;
        }
        Put(delivery, attempt, again);
    }

    private void Put(WebhookDelivery delivery, WebhookAttempt attempt, DateTimeOffset? again) => _noted.Add(new
    {
        delivery.Id,
        Made = delivery.Attempts,
        State = attempt.IsTaken ? WebhookDelivery.Delivered : again is null ? WebhookDelivery.Failed : WebhookDelivery.Waiting,
        Due = again ?? attempt.At,
        Step = delivery.Step + 1,
        attempt.At,
        attempt.Milliseconds,
        attempt.Status,
        attempt.Error,
        attempt.Answer,
        Cut = attempt.IsCut,
    });

    public async Task Write()
    {
        if (_noted.Count == 0) return;
        List<Statement> statements = [new(Note, new NpgsqlParameter { Value = JsonSerializer.Serialize(_noted, Json), NpgsqlDbType = NpgsqlDbType.Jsonb })];
        if (_health != _written || _restsUntil is not null) statements.Add(new(Feels, new NpgsqlParameter<Guid> { TypedValue = endpoint }, new NpgsqlParameter<int> { TypedValue = _health.Failures }, Moment(_health.FailingSince), Moment(_restsUntil)));
        await session.Write(statements);
        _written = _health;
        _noted.Clear();
        if (_trouble is { } trouble) await parts.Wardens.Disable(session, endpoint, trouble);
    }

    private static NpgsqlParameter Moment(DateTimeOffset? moment) => new() { Value = (object?)moment?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
