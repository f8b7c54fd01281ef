namespace Billing.AiCosts;

/// <summary>What a day cost.</summary>
internal sealed record DayCost(DateOnly Day, Cost Cost);

/// <summary>Days in order, without those that nobody has looked at yet.</summary>
internal sealed record DailySeries(Currency Currency, IReadOnlyList<DayCost> Days)
{
    /// <summary>Days that a forecast looks at.</summary>
    public const int Window = 90;

    /// <summary>The last days through one: what a day cost, nothing where it was read and had nothing, and not at all where it was never read.</summary>
    /// <param name="costs">Of days that have any.</param>
    /// <param name="wasRead">Whether the sources of that day were read.</param>
    public static DailySeries Of(Currency currency, IReadOnlyDictionary<DateOnly, Cost> costs, Func<DateOnly, bool> wasRead, DateOnly through, int days = Window) => new(currency,
        [.. Enumerable.Range(0, days).Select(back => through.AddDays(back + 1 - days)).Where(day => costs.ContainsKey(day) || wasRead(day)).Select(day => new DayCost(day, costs.GetValueOrDefault(day, Cost.Zero(currency))))]);

    /// <summary>The mean of each day and those before it that the window reaches, for days whose whole window was read; in the order of the days.</summary>
    public IReadOnlyList<Cost?> MovingAverage(int window) => [.. Days.Select((day, i) =>
        i + 1 >= window && Days[i + 1 - window].Day == day.Day.AddDays(1 - window) ? Cost.Round(Days.Skip(i + 1 - window).Take(window).Sum(one => one.Cost.Amount) / window, Currency) : (Cost?)null)];
}
