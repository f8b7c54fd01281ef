namespace Billing.Support;

/// <summary>A part of a day, by the hour at which something was resolved.</summary>
internal enum DayPart
{
    /// <summary>From 8 until 12.</summary>
    Morning,

    /// <summary>From 12 until 16.</summary>
    Afternoon,

    /// <summary>From 16 until 18.</summary>
    Evening,

    /// <summary>From 18 until 22.</summary>
    Night,

    /// <summary>From 22 until 8.</summary>
    LateNight,
}

/// <summary>A request as it is counted.</summary>
/// <param name="Cost">What it comes to in its month; null for one that is not billed.</param>
internal sealed record CountedRequest(DateOnly On, TimeOnly At, string Category, Urgency Urgency, Quantity Hours, CountedCost? Cost);

/// <summary>What a request comes to in its month.</summary>
/// <param name="Free">So many of its hours cost nothing.</param>
internal sealed record CountedCost(Quantity Free, Money Gross, Money Savings);

/// <summary>When requests came, of which kind they were, and what they come to.</summary>
/// <param name="Requests">All that the filter finds.</param>
/// <param name="Billable">Those of them that are billed.</param>
/// <param name="Hours">Of all of them.</param>
/// <param name="Costs">Of those that are billed, by currency.</param>
/// <param name="MostActive">The days of the week, 1 for Monday to 7 for Sunday, on which most came; several where they tie.</param>
/// <param name="PeakParts">The parts of the day in which most came; several where they tie.</param>
/// <param name="BusiestDays">The days on which most came; several where they tie.</param>
/// <param name="TopCategories">The categories of which there are most; several where they tie.</param>
/// <param name="Days">Each day on which any came, in order.</param>
/// <param name="ByHour">How many came in each hour of the day, from 0 to 23.</param>
/// <param name="Parts">Each part of the day.</param>
/// <param name="Weekdays">Each day of the week, from Monday on.</param>
/// <param name="Categories">Those of which there are any, the most frequent first.</param>
/// <param name="Tiers">Those that are billed, by urgency, the most pressing first.</param>
internal sealed record RequestStatistics(
    int Requests, int Billable, Quantity Hours, IReadOnlyList<CostFigure> Costs, Peak<int> MostActive, Peak<DayPart> PeakParts, Peak<DateOnly> BusiestDays, Peak<string> TopCategories,
    IReadOnlyList<CountFigure<DateOnly>> Days, IReadOnlyList<int> ByHour, IReadOnlyList<CountFigure<DayPart>> Parts, IReadOnlyList<CountFigure<int>> Weekdays, IReadOnlyList<CountFigure<string>> Categories, IReadOnlyList<UrgencyFigure> Tiers)
{
    /// <summary>Clients whose requests are counted, but not what they come to.</summary>
    public IReadOnlyList<MonthLeftOut> LeftOut { get; init; } = [];

    public static RequestStatistics Of(IReadOnlyCollection<CountedRequest> found)
    {
        var billable = found.Where(one => one.Cost is not null).ToList();
        var weekdays = Enumerable.Range(1, 7).Select(day => Count(day, found.Where(one => Weekday(one.On) == day))).ToList();
        var parts = Enum.GetValues<DayPart>().Select(part => Count(part, found.Where(one => PartOf(one.At) == part))).ToList();
        var days = found.GroupBy(one => one.On).OrderBy(day => day.Key).Select(day => Count(day.Key, day)).ToList();
        var categories = found.GroupBy(one => one.Category).Select(category => Count(category.Key, category)).OrderByDescending(one => one.Requests).ThenBy(one => one.Of, StringComparer.Ordinal).ToList();
        var byHour = new int[24];
        foreach (var one in found) byHour[one.At.Hour]++;
        return new RequestStatistics(
            found.Count, billable.Count, new(found.Sum(one => one.Hours.Value)), CostFigure.Of(billable), Peak<int>.Most(weekdays), Peak<DayPart>.Most(parts), Peak<DateOnly>.Most(days), Peak<string>.Most(categories), days, byHour, parts, weekdays, categories,
            [.. billable.GroupBy(one => one.Urgency).OrderByDescending(tier => tier.Key).Select(tier => new UrgencyFigure(tier.Key, tier.Count(), new(tier.Sum(one => one.Hours.Value)), new(tier.Sum(one => one.Cost!.Free.Value)), CostFigure.Of(tier)))]);
    }

    /// <summary>Which part of the day a time lies in.</summary>
    public static DayPart PartOf(TimeOnly time) => time.Hour switch
    {
        >= 8 and < 12 => DayPart.Morning,
        >= 12 and < 16 => DayPart.Afternoon,
        >= 16 and < 18 => DayPart.Evening,
        >= 18 and < 22 => DayPart.Night,
        _ => DayPart.LateNight,
    };

    private static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static CountFigure<T> Count<T>(T of, IEnumerable<CountedRequest> requests) where T : notnull
    {
        var all = requests.ToList();
        return new(of, all.Count, new(all.Sum(one => one.Hours.Value)));
    }
}

/// <summary>How many there are of something.</summary>
/// <param name="Of">Of what.</param>
internal sealed record CountFigure<T>(T Of, int Requests, Quantity Hours) where T : notnull;

/// <summary>What there is most of; several where they tie, none where there is nothing.</summary>
/// <param name="Requests">So many of each.</param>
internal sealed record Peak<T>(IReadOnlyList<T> Of, int Requests) where T : notnull
{
    public static Peak<T> Most(IReadOnlyList<CountFigure<T>> counts) => counts.Max(one => (int?)one.Requests) is > 0 and var most ? new([.. counts.Where(one => one.Requests == most).Select(one => one.Of)], most) : new([], 0);
}

/// <summary>What requests come to in a currency.</summary>
internal sealed record CostFigure(Currency Currency, Money Gross, Money Savings, Money Net)
{
    public static IReadOnlyList<CostFigure> Of(IEnumerable<CountedRequest> billable) =>
    [
        .. billable.Select(one => one.Cost!).GroupBy(cost => cost.Gross.Currency).OrderBy(same => same.Key.Code, StringComparer.Ordinal).Select(same =>
        {
            var (gross, savings) = (same.Aggregate(Money.Zero(same.Key), (sum, one) => sum + one.Gross), same.Aggregate(Money.Zero(same.Key), (sum, one) => sum + one.Savings));
            return new CostFigure(same.Key, gross, savings, gross - savings);
        }),
    ];
}

/// <summary>The billed requests of one urgency.</summary>
internal sealed record UrgencyFigure(Urgency Urgency, int Requests, Quantity Hours, Quantity FreeHours, IReadOnlyList<CostFigure> Costs);
