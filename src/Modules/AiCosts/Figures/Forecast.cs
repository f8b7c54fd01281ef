namespace Billing.AiCosts;

/// <summary>What days to come will cost if the line of the days before goes on.</summary>
/// <param name="Confidence">(0.7 · r² + 0.3 · n ÷ 30, at most 1) in hundredths.</param>
/// <param name="GrowthPerDay">The line's slope.</param>
/// <param name="Mape">By how many hundredths a forecast of the last days from those before them was off on average; null where too little is known to try.</param>
internal sealed record Forecast(TrendLine Line, Percentage Confidence, Cost GrowthPerDay, IReadOnlyList<ForecastDay> Days, decimal? Mape)
{
    /// <summary>Days ahead that can be asked for.</summary>
    public const int LeastHorizon = 7, MostHorizon = 90;

    /// <summary>Of less than two days nobody can say where they go.</summary>
    public static readonly Refusal TooFewDays = new("too-few-days", "A forecast needs at least two days that were read. Sync the accounts, and ask again tomorrow.");

    private const double BandWidth = 1.96;
    private const int EnoughDays = 30;
    private const int TestedDays = 7;

    /// <param name="horizon">Days behind the last one of the series, 7 to 90.</param>
    /// <returns>The forecast, or <c>horizon-out-of-range</c>, <c>too-few-days</c>.</returns>
    public static Result<Forecast> Of(DailySeries series, int horizon)
    {
        if (horizon is < LeastHorizon or > MostHorizon) return new Refusal("horizon-out-of-range", $"A forecast reaches {LeastHorizon} to {MostHorizon} days ahead.").With("least", LeastHorizon).With("most", MostHorizon);
        if (series.Days.Count < 2) return TooFewDays;
        var line = Fit(series.Days);
        var confidence = (0.7 * Math.Max(0, line.R2) + 0.3 * Math.Min(1, line.Points / (double)EnoughDays)) * 100;
        return new Forecast(line, new Percentage(decimal.Round((decimal)confidence, 4)), Amount(line.Slope, series.Currency), Ahead(series, line, horizon), BackTest(series));
    }

    /// <summary>The mean absolute error of forecast days, in hundredths of what they cost, over days that cost something and have come; null where there are none.</summary>
    public static decimal? MapeOf(IReadOnlyList<ForecastDay> foretold, IReadOnlyDictionary<DateOnly, Cost> came)
    {
        var errors = foretold.Where(day => came.TryGetValue(day.Day, out var cost) && cost.Amount > 0).Select(day => Math.Abs(came[day.Day].Amount - day.Cost.Amount) / came[day.Day].Amount).ToList();
        return errors.Count == 0 ? null : decimal.Round(errors.Average() * 100, 4, MidpointRounding.AwayFromZero);
    }

    private static decimal? BackTest(DailySeries series)
    {
        var tested = Math.Min(TestedDays, series.Days.Count / 3);
        var (known, kept) = (series with { Days = [.. series.Days.Take(series.Days.Count - tested)] }, series.Days.TakeLast(tested).ToList());
        if (tested == 0 || known.Days.Count < 2) return null;
        return MapeOf(Ahead(known, Fit(known.Days), kept[^1].Day.DayNumber - known.Days[^1].Day.DayNumber), kept.ToDictionary(day => day.Day, day => day.Cost));
    }

    private static TrendLine Fit(IReadOnlyList<DayCost> days) => TrendLine.Through([.. days.Select(day => ((double)(day.Day.DayNumber - days[0].Day.DayNumber), (double)day.Cost.Amount))]);

    private static List<ForecastDay> Ahead(DailySeries series, TrendLine line, int horizon) => [.. Enumerable.Range(1, horizon).Select(ahead =>
    {
        var day = series.Days[^1].Day.AddDays(ahead);
        var (middle, band) = (line.At(day.DayNumber - series.Days[0].Day.DayNumber), BandWidth * line.ResidualSd);
        return new ForecastDay(day, Amount(Math.Max(0, middle), series.Currency), Amount(Math.Max(0, middle - band), series.Currency), Amount(Math.Max(0, middle + band), series.Currency));
    })];

    private static Cost Amount(double value, Currency currency) => Cost.Round(decimal.Round((decimal)value, 6, MidpointRounding.AwayFromZero), currency);
}

/// <summary>What a day to come will cost, and between which amounts 19 of 20 such days lie; never less than nothing.</summary>
internal sealed record ForecastDay(DateOnly Day, Cost Cost, Cost Low, Cost High);
