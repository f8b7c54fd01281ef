namespace Billing.Subscriptions;

/// <summary>What was lost in some days, in one currency.</summary>
/// <param name="ClientsBefore">How many paid when they began.</param>
/// <param name="ClientsLost">How many paid when they began and stopped.</param>
/// <param name="MrrBefore">What came in each month when they began.</param>
/// <param name="MrrAfter">What comes in each month at their end.</param>
/// <param name="LogoChurn">Clients lost, of those who paid, in hundredths; null where nobody did.</param>
/// <param name="RevenueChurn">What was lost and shrunk, of what came in, in hundredths; null where nothing did.</param>
/// <param name="RevenuePerClient">At their end; null where nobody pays.</param>
/// <param name="LifetimeValue">Revenue per client ÷ the share of clients lost in thirty days; null where nobody was lost.</param>
/// <param name="TrialsEnded">Trials whose end lies in these days, or that were given up in them.</param>
/// <param name="TrialsPaid">Of those, how many were paid for.</param>
/// <param name="TrialConversion">The same, in hundredths; null where no trial ended.</param>
internal sealed record ChurnPage(
    Currency Currency, int ClientsBefore, int ClientsLost, Money MrrBefore, Money MrrAfter, Percentage? LogoChurn, Percentage? RevenueChurn, Money? RevenuePerClient, Money? LifetimeValue, int TrialsEnded, int TrialsPaid, Percentage? TrialConversion)
{
    private const int Month = 30;

    /// <param name="lives">When trials ended, or were given up; of this currency.</param>
    /// <param name="revenue">Of the same.</param>
    /// <param name="borders">The last instant before the days, and their last.</param>
    public static ChurnPage Of(IReadOnlyList<TriedLife> lives, RecurringRevenue revenue, Currency currency, IReadOnlyList<DateTimeOffset> borders)
    {
        var (begins, ends) = (borders[0], borders[1]);
        var (movements, after, lost) = revenue.Between(borders).Single();
        var (before, paying, left) = (revenue.At(begins), revenue.ClientsAt(begins), revenue.ClientsAt(ends));
        decimal? perClient = left > 0 ? after / left : null;
        var days = (decimal)Math.Max(1, Math.Round((ends - begins).TotalDays));
        var trials = lives.Where(life => (life.CanceledAt < life.TrialEnds ? life.CanceledAt.Value : life.TrialEnds) is var over && over > begins && over <= ends).ToList();
        var paid = trials.Count(life => !(life.CanceledAt <= life.TrialEnds));
        return new ChurnPage(
            currency, paying, lost, Money.Round(before, currency), Money.Round(after, currency), Hundredths(lost, paying), Hundredths(-(movements.Churn.Value + movements.Contraction.Value), before),
            perClient is { } each ? Money.Round(each, currency) : null, perClient is { } one && lost > 0 && paying > 0 ? Money.Round(one / (lost / (decimal)paying / days * Month), currency) : null,
            trials.Count, paid, Hundredths(paid, trials.Count));
    }

    private static Percentage? Hundredths(decimal part, decimal whole) => whole <= 0 ? null : new Percentage(Math.Min(1000, decimal.Round(part * 100 / whole, 2, MidpointRounding.AwayFromZero)));
}
