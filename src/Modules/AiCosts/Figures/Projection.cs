namespace Billing.AiCosts;

/// <summary>
/// What a period comes to when its days go on as they went: cost ÷ days elapsed × days. 50 on day 10 of 30 → 150; 123.45 on day 7 of 31 → 546.7071…
/// Today counts as a whole day, of UTC.
/// </summary>
/// <param name="AtEnd">To 12 decimals.</param>
/// <param name="Confidence">How much of the period is over: 10 of 30 days are 33.33 %.</param>
/// <param name="Breaks">The day on which the budget is spent; today where it is already, null where it lasts or there is none.</param>
internal sealed record Projection(Cost AtEnd, Percentage Confidence, DateOnly? Breaks)
{
    /// <param name="today">Of UTC; behind the period all of it counts.</param>
    /// <param name="once">Of what is spent, what comes once in the period and does not go on, such as seats; null: nothing.</param>
    /// <returns>The projection, or <c>period-not-begun</c>.</returns>
    public static Result<Projection> Of(Cost spent, Period period, DateOnly today, Cost? limit = null, Cost? once = null)
    {
        if (today < period.From) return new Refusal("period-not-begun", $"This period begins on {DateText.Write(period.From)}; until then there is nothing to go by.").With("from", DateText.Write(period.From));
        var elapsed = Math.Min(period.Days, today.DayNumber - period.From.DayNumber + 1);
        var (fix, daily) = (once ?? Cost.Zero(spent.Currency), spent - (once ?? Cost.Zero(spent.Currency)));
        return new Projection(fix + Cost.Round(daily.Amount * period.Days / elapsed, spent.Currency), new Percentage(decimal.Round(100m * elapsed / period.Days, 6)), BreakDay(daily, period, elapsed, limit is { } most ? most - fix : null));
    }

    private static DateOnly? BreakDay(Cost spent, Period period, int elapsed, Cost? limit)
    {
        if (limit is not { } most) return null;
        if (spent >= most) return period.From.AddDays(elapsed - 1);
        if (spent.Amount <= 0) return null;
        // The first day whose end finds limit × elapsed ÷ spent days gone.
        var day = decimal.Ceiling(most.Amount * elapsed / spent.Amount);
        return day <= period.Days ? period.From.AddDays((int)day - 1) : null;
    }
}
