using System.Globalization;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Usage;

/// <summary>A hard limit that usage events count against: an event is taken as long as what was used before it and itself come to no more.</summary>
/// <param name="Code">The limit's.</param>
/// <param name="From">The first instant of its period, UTC.</param>
/// <param name="To">The first instant after it, UTC.</param>
/// <param name="Most">How much may be used.</param>
/// <param name="Rule">How the meter makes an amount of events.</param>
internal sealed record HardLimit(string Code, Guid MeterId, Guid SubjectId, DateTime From, DateTime To, decimal Most, Aggregation Rule)
{
    /// <summary>Why an event is not taken, and what to do.</summary>
    public string Sentence => string.Create(CultureInfo.InvariantCulture, $"With this event the subject would have used more than its limit {PlainText.Quote(Code)} of {Most:0.############} before {To:yyyy-MM-dd'T'HH:mm'Z'}. Raise the limit and send it again, or let the usage begin after that.");

    /// <summary>Whether one can tell of a single event that it goes beyond: not of averages, and not of levels over time. They are told of as soft limits are.</summary>
    public static bool Holds(Aggregation rule) => rule is Aggregation.Count or Aggregation.Sum or Aggregation.Max or Aggregation.Latest or Aggregation.UniqueCount;
}

/// <summary>Says which limits events count against, and tells the watch that something counted.</summary>
internal sealed class EventLimits(Session session, Organisation organisation, KnownLimits known, LimitWatch watch)
{
    /// <summary>The events with the hard limits that they count against, and the subjects whose usage counts against any limit.</summary>
    /// <param name="meters">By code.</param>
    /// <param name="hard">Whether hard limits hold.</param>
    public async Task<(UsageEvent[] Events, IReadOnlySet<string> Limited)> Bind(UsageEvent[] events, IReadOnlyDictionary<string, KnownMeter> meters, bool hard, CancellationToken stop)
    {
        var (subjects, plans) = await known.AMomentAgo(session, events.Select(e => e.Subject).ToHashSet(StringComparer.Ordinal), stop);
        var limited = new HashSet<string>(StringComparer.Ordinal);
        if (subjects.Count == 0) return (events, limited);
        var (zone, held) = (organisation.TimeZone, new Dictionary<(string Subject, DateOnly Day), List<(HardLimit Limit, bool IsHard)>>());
        return ([.. events.Select(Bound)], limited);

        UsageEvent Bound(UsageEvent happened)
        {
            if (!happened.Counted || !subjects.TryGetValue(happened.Subject, out var subject) || subject == LimitedSubject.None) return happened;
            var day = LocalDay.Of(happened.At, zone);
            if (!held.TryGetValue((happened.Subject, day), out var ofDay)) held[(happened.Subject, day)] = ofDay = [.. Of(subject, happened.SubjectId, day)];
            var ours = ofDay.FindAll(one => one.Limit.MeterId == happened.MeterId);
            if (ours.Count == 0) return happened;
            limited.Add(happened.Subject);
            return hard && ours.Exists(one => one.IsHard) ? happened with { Hard = [.. ours.Where(one => one.IsHard).Select(one => one.Limit)] } : happened;
        }

        IEnumerable<(HardLimit, bool)> Of(LimitedSubject subject, Guid subjectId, DateOnly day) =>
            from one in HeldLimit.Of(subject.Plans, subject.Own, plans, day)
            where meters.ContainsKey(one.Limit.Meter)
            let meter = meters[one.Limit.Meter]
            let rule = meter.Versions[^1].Rule.Aggregation
            select (new HardLimit(one.Limit.Code, meter.Id, subjectId, one.From(zone).UtcDateTime, one.Resets(zone).UtcDateTime, one.Limit.Limit.Value, rule), one.Limit.Kind == LimitKind.Hard && HardLimit.Holds(rule));
    }

    /// <summary>Usage of these subjects counted, and some of it was too much. Costs the intake nothing: who is to be told of it is found out behind it.</summary>
    public void Used(IReadOnlySet<string> limited, IReadOnlyList<(UsageEvent Event, HardLimit Limit)> beyond)
    {
        foreach (var subject in limited) watch.Look(session.Tenant, subject, []);
        foreach (var refused in beyond.GroupBy(one => one.Event.Subject)) watch.Look(session.Tenant, refused.Key, refused.Select(one => one.Limit.Code));
    }
}
