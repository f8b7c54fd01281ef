namespace Billing.Support;

/// <summary>What closing a month bills: all of it that is open, and what came late of months closed before.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Figures">Of the months that it takes from, the earliest first.</param>
internal sealed record MonthPlan(Guid ClientId, DateOnly Month, Currency Currency, int Number, IReadOnlyList<MonthFigures> Figures)
{
    /// <summary>The months that a close takes from.</summary>
    public static IReadOnlyList<DateOnly> MonthsOf(SupportLedger ledger, DateOnly month) => [.. ledger.Months.Where(one => one < month), month];

    public static MonthPlan Of(MonthGround ground, DateOnly month) => new(
        ground.ClientId, month, ground.Currency, ground.Ledger.Closes.Count(one => one.Month == month) + 1, [.. MonthsOf(ground.Ledger, month).Select(one => MonthFigures.Of(ground, one))]);

    /// <summary>What is charged, the month itself first.</summary>
    public IReadOnlyList<MonthLine> Lines => [.. Figures.Reverse().SelectMany(one => one.Lines)];

    /// <summary>What it comes to.</summary>
    public Money Total => Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Amount(Currency));

    /// <summary>Whether there is nothing to bill.</summary>
    public bool IsEmpty => Figures.All(one => one.Open.Count == 0 && one.Projects.All(project => one.Elsewhere.Contains(project.Id)) && one.HostingToBill is null);

    /// <summary>Bills it.</summary>
    /// <param name="today">Where the organisation is.</param>
    public Decision<SupportLedgerEvent> Close(DateOnly today) => IsEmpty ? Decision.Nothing : new MonthClosed(
        ClientId, Month, Number, today, Currency, [.. Lines],
        [.. Figures.SelectMany(one => one.Open.Select(shared => new ClosedRequest(shared.Of.Id, one.Month, shared.Of.Urgency, shared.Of.Hours, shared.Of.Rate, shared.Free)))],
        [.. Figures.SelectMany(one => one.Projects.Where(project => !one.Elsewhere.Contains(project.Id)).Select(project => new ClosedProject(project.Id, one.Month, project.Category, project.Price, project.Free)))],
        [.. Figures.Select(one => one.HostingToBill).OfType<ClosedHosting>()]);
}
