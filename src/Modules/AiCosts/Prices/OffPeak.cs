namespace Billing.AiCosts;

/// <summary>Hours of UTC at which tokens cost a share of their price, or prices of their own; they may go over midnight, and do not hold at their last instant.</summary>
/// <param name="Own">Go before the factor's; what they leave out costs as usual.</param>
internal sealed record OffPeak(TimeOnly From, TimeOnly Until, decimal Factor, TokenPrices? Own = null)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether a time lies in these hours; of a bucket null where a part of it does and a part does not, because then nobody can say what was used when.</summary>
    /// <param name="width">Of the bucket; nothing for a single call.</param>
    public bool? Holds(DateTimeOffset at, TimeSpan width)
    {
        var time = TimeOnly.FromTimeSpan(at.ToUniversalTime().TimeOfDay);
        return Ahead(time, From) >= width && Ahead(time, Until) >= width ? time.IsBetween(From, Until) : null;
    }

    private static TimeSpan Ahead(TimeOnly time, TimeOnly border) => time == border ? Day : border - time;
}
