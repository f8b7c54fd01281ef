namespace Billing.Subscriptions;

/// <summary>In what a plan's periods are counted.</summary>
internal enum IntervalUnit
{
    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>Six months.</summary>
    HalfYear,

    /// <summary>Twelve months.</summary>
    Year,
}

/// <summary>How long a plan's period is.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Count">How many of them, 1 to 24.</param>
internal sealed record PlanInterval(IntervalUnit Unit, int Count = 1)
{
    /// <summary>Most units in a period.</summary>
    public const int Most = 24;

    /// <summary>From one billing day to the next.</summary>
    public BillingInterval Step() => Unit == IntervalUnit.Week ? BillingInterval.Days(7 * Count) : BillingInterval.Months(Months);

    /// <summary>What an amount of a period comes to in a month, not rounded: a year is twelve months, a month 52 weeks ÷ 12.</summary>
    public decimal Monthly(decimal amount) => Unit == IntervalUnit.Week ? amount * 52 / (12 * Count) : amount / Months;

    /// <summary>The instant that lies so many periods before another one.</summary>
    public DateTimeOffset Before(DateTimeOffset instant, int periods) => Unit == IntervalUnit.Week ? instant.AddDays(-7d * Count * periods) : instant.AddMonths(-Months * periods);

    private int Months => Count * Unit switch { IntervalUnit.Month => 1, IntervalUnit.Quarter => 3, IntervalUnit.HalfYear => 6, IntervalUnit.Year => 12, _ => 0 };
}
