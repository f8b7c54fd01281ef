namespace Billing.Usage;

/// <summary>Makes one quantity of the events of a period [from, to).</summary>
/// <param name="Kind">How.</param>
/// <param name="From">When the period begins.</param>
/// <param name="To">The first instant that is not in it any more.</param>
/// <param name="CarriedIn">weighted sum: how much there was when the period began.</param>
internal sealed record PeriodAggregation(AggregationKind Kind, DateTimeOffset? From = null, DateTimeOffset? To = null, Exact CarriedIn = default)
{
    /// <summary>
    /// The quantity. Weighted: each level × the share of the period for which it held. 20 more on the 16th and 10 more on the 17th of March
    /// (Lago, weighted-sum) are (20 × 1 + 30 × 15) ÷ 31 days = 15.16129.
    /// </summary>
    public Exact Of(IReadOnlyList<AggregatedEvent> events)
    {
        var within = events.Where(one => (From is not { } from || one.At >= from) && (To is not { } to || one.At < to)).OrderBy(one => one.At).ToList();
        return Kind switch
        {
            AggregationKind.Count => within.Count,
            AggregationKind.Sum => Exact.Sum(within.Select(one => one.Value)),
            AggregationKind.Max => within.Count == 0 ? 0 : within.Select(one => one.Value).Aggregate(Exact.Most),
            AggregationKind.Latest => within.Count == 0 ? 0 : within[^1].Value,
            AggregationKind.UniqueCount => within.Select(one => one.Key).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            AggregationKind.Average => within.Count == 0 ? 0 : Exact.Sum(within.Select(one => one.Value)) / within.Count,
            _ => Weighted(within),
        };
    }

    private Exact Weighted(IReadOnlyList<AggregatedEvent> within)
    {
        var (level, since, sum) = (CarriedIn, From!.Value, Exact.Zero);
        foreach (var one in within)
        {
            sum += level * Exact.Of((one.At - since).Ticks);
            (level, since) = (level + one.Value, one.At);
        }
        return (sum + level * Exact.Of((To!.Value - since).Ticks)) / Exact.Of((To.Value - From.Value).Ticks);
    }
}

/// <summary>What an event says to an aggregation.</summary>
/// <param name="Key">unique count: what is counted once.</param>
internal sealed record AggregatedEvent(DateTimeOffset At, Exact Value, string? Key);

/// <summary>How a quantity is made of events.</summary>
internal enum AggregationKind
{
    /// <summary>How many there were.</summary>
    Count,

    /// <summary>All values together.</summary>
    Sum,

    /// <summary>The largest value.</summary>
    Max,

    /// <summary>The value of the last one.</summary>
    Latest,

    /// <summary>How many different keys there were.</summary>
    UniqueCount,

    /// <summary>The mean of the values.</summary>
    Average,

    /// <summary>Each level by the share of the period for which it held.</summary>
    WeightedSum,
}
