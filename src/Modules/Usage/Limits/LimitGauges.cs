using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A limit of a subject and how far its usage has come.</summary>
internal sealed record LimitGauge(string Subject, HeldLimit Held, KnownMeter Meter, string Unit, decimal Used);

/// <summary>Reads limits and what was used against them: one question for each meter and period, however many subjects there are.</summary>
internal static class LimitGauges
{
    /// <summary>Those of all subjects that have a limit on a day, or of one.</summary>
    public static async Task<List<LimitGauge>> Of(Session session, TimeZoneInfo zone, DateOnly day, string? only, CancellationToken stop)
    {
        var subjects = only is null ? await PlanAssignments.All(session, stop) : await PlanAssignments.Of(session, only, stop) is { } one ? [one] : [];
        var own = (await OwnLimits.Of(session, only, stop)).ToDictionary(row => row.Subject, StringComparer.Ordinal);
        var plans = (await ListPlans.All(session, stop)).ToDictionary(plan => plan.Id);
        var meters = (await ListMeters.All(session, stop)).ToDictionary(row => row.Code, row => (Known: new KnownMeter(row.Id, row.Code, row.Retired, row.Versions), row.Unit), StringComparer.Ordinal);
        var byName = subjects.ToDictionary(subject => subject.Subject, StringComparer.Ordinal);
        List<(string Subject, HeldLimit Held)> held =
        [
            .. byName.Keys.Union(own.Keys).SelectMany(subject => HeldLimit.Of(byName.GetValueOrDefault(subject), own.GetValueOrDefault(subject), plans, day).Select(limit => (subject, limit))).Where(one => meters.ContainsKey(one.limit.Limit.Meter)),
        ];
        List<LimitGauge> gauges = [];
        foreach (var together in held.GroupBy(one => (one.Held.Limit.Meter, one.Held.Period)))
        {
            var (meter, unit) = meters[together.Key.Meter];
            IReadOnlyList<DateTimeOffset> borders = [LocalDay.StartOf(together.Key.Period.From, zone), LocalDay.StartOf(together.Key.Period.Through.AddDays(1), zone)];
            var used = (await UsageReading.Read(session, meter.Id, meter.Versions[^1].Rule, borders, only, [0], stop)).ToDictionary(amount => amount.Group[0], amount => amount.Amount, StringComparer.Ordinal);
            gauges.AddRange(together.Select(one => new LimitGauge(one.Subject, one.Held, meter, unit, used.GetValueOrDefault(one.Subject))));
        }
        return gauges;
    }
}
