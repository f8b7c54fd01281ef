using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>What came of a few attempts at one address, written down together: a node that is killed before that sends these again, under their old ids.</summary>
internal sealed class WebhookOutcomes(Session session, Guid endpoint, WebhookHealth health, WebhookParts parts)
{
    // One by one, each by its key: joined with a list of them, the planner reads all that waits as soon as its figures of the table are old. Where the attempts are
    // no longer as many as before this one, another node has noted one meanwhile, and this one is not noted.
    private const string Note = $"""
        with noted as (
            update webhook_deliveries set state = $4, due_at = $5, attempts = attempts + 1, step = $6, status = $9, error = $10, done_at = case when $4 <> '{WebhookDelivery.Waiting}' then $7 end
            where tenant_id = $1 and id = $2 and attempts = $3 returning id)
        insert into webhook_attempts (tenant_id, delivery_id, number, at, milliseconds, status, error, answer, cut)
        select $1, id, $3 + 1, $7, $8, $9, $10, $11, $12 from noted on conflict do nothing
        """;

    private const string Feels = "update webhook_lanes set failures = $3, failing_since = $4, rests_until = $5 where tenant_id = $1 and endpoint_id = $2";

    private readonly List<Statement> _noted = [];
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

    private void Put(WebhookDelivery delivery, WebhookAttempt attempt, DateTimeOffset? again) => _noted.Add(new(
        Note,
        new NpgsqlParameter<Guid> { TypedValue = delivery.Id },
        new NpgsqlParameter<int> { TypedValue = delivery.Attempts },
        new NpgsqlParameter<string> { TypedValue = attempt.IsTaken ? WebhookDelivery.Delivered : again is null ? WebhookDelivery.Failed : WebhookDelivery.Waiting },
        Moment(again ?? attempt.At),
        new NpgsqlParameter<int> { TypedValue = delivery.Step + 1 },
        Moment(attempt.At),
        new NpgsqlParameter<int> { TypedValue = attempt.Milliseconds },
        Maybe(attempt.Status, NpgsqlDbType.Integer),
        Maybe(attempt.Error, NpgsqlDbType.Varchar),
        Maybe(attempt.Answer, NpgsqlDbType.Text),
        new NpgsqlParameter<bool> { TypedValue = attempt.IsCut }));

    public async Task Write()
    {
        if (_noted.Count == 0) return;
        List<Statement> statements = [.. _noted];
        if (_health != _written || _restsUntil is not null) statements.Add(new(Feels, new NpgsqlParameter<Guid> { TypedValue = endpoint }, new NpgsqlParameter<int> { TypedValue = _health.Failures }, Moment(_health.FailingSince), Moment(_restsUntil)));
        await session.Write(statements);
        _written = _health;
        _noted.Clear();
        if (_trouble is { } trouble) await parts.Wardens.Disable(session, endpoint, trouble);
    }

    private static NpgsqlParameter Moment(DateTimeOffset? moment) => Maybe(moment?.UtcDateTime, NpgsqlDbType.TimestampTz);

    private static NpgsqlParameter Maybe(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
