using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Something that was told of a limit.</summary>
internal abstract record LimitAlertEvent;

/// <summary>Usage has come to a threshold of a limit.</summary>
/// <param name="Subject">Whose usage, as usage events call it.</param>
/// <param name="Limit">How much, of what.</param>
/// <param name="Threshold">In hundredths of the limit.</param>
/// <param name="Used">How much was used when it was noticed, as text.</param>
/// <param name="Period">The days in which usage counts against the limit.</param>
[Event("usage.limit_reached"), Announced]
internal sealed record LimitReached(string Subject, PlanLimit Limit, int Threshold, string Used, Period Period) : LimitAlertEvent
{
    // Two lists of equal thresholds are the same limit.
    public bool Equals(LimitReached? other) => other is not null && (Subject, Threshold, Used, Period) == (other.Subject, other.Threshold, other.Used, other.Period)
        && Limit with { Thresholds = [] } == other.Limit with { Thresholds = [] } && Limit.Thresholds.SequenceEqual(other.Limit.Thresholds);

    public override int GetHashCode() => HashCode.Combine(Subject, Limit.Code, Threshold, Used, Period);
}

/// <summary>That usage has come to a threshold: told once for a subject, a limit, a period and a threshold, because these are the name of its stream.</summary>
internal sealed record LimitAlert(LimitReached? Reached) : IAggregate<LimitAlert>
{
    public static string Alias => "usage.limit_alert";

    public static LimitAlert Initial { get; } = new((LimitReached?)null);

    /// <summary>The one stream of it, whichever node notices first.</summary>
    public static Guid Id(string subject, HeldLimit held, int threshold) => UsageHash.Of($"limit {held.Limit.Code.Length}:{held.Limit.Code}{held.Limit.Meter.Length}:{held.Limit.Meter}{DateText.Write(held.Period.From)}/{threshold}/{subject}");

    public LimitAlert Apply(object happened) => happened switch
    {
        LimitReached e => new LimitAlert(e),
        _ => throw new UnknownEventException(nameof(LimitAlert), happened),
    };
}

/// <summary>An alert as the list shows it.</summary>
internal sealed record LimitAlertRow(Guid Id, string Subject, string Code, string Meter, decimal Most, string Kind, int Threshold, string Used, DateOnly PeriodFrom, DateOnly Through, DateTimeOffset At, long Version);

internal sealed class LimitAlertRows : Projection<LimitAlertRow>
{
    public LimitAlertRows() : base("usage.limit_alerts", new RowTable<LimitAlertRow>("usage_limit_alerts"), Lifecycle.Inline, inlineStream: LimitAlert.Alias)
    {
        CoversAll<LimitAlertEvent>();
        Uses<LimitReached>((_, e, at) => new LimitAlertRow(at.StreamId, e.Subject, e.Limit.Code, e.Limit.Meter, e.Limit.Limit.Value, e.Limit.Kind == LimitKind.Hard ? "hard" : "soft", e.Threshold, e.Used, e.Period.From, e.Period.Through, at.At, at.Version));
    }
}
