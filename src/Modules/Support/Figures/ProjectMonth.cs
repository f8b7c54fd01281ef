namespace Billing.Support;

/// <summary>A project of a month.</summary>
/// <param name="On">The day on which it was completed.</param>
/// <param name="Free">Whether it costs nothing.</param>
internal sealed record ProjectMonth(Guid Id, string Name, string Category, DateOnly On, Money Price, bool Free)
{
    /// <summary>What it costs.</summary>
    public Money Net => Free ? Money.Zero(Price.Currency) : Price;

    /// <summary>Says which of a month's projects are free: of each category the first so many, by the day of completion, then by name.</summary>
    /// <param name="projects">Of one client, completed in one month.</param>
    /// <param name="used">How many of each category were free on earlier invoices for the month.</param>
    public static IReadOnlyList<ProjectMonth> Share(IEnumerable<ProjectMonth> projects, FreeAllowance allowance, IReadOnlyDictionary<string, int> used)
    {
        var all = projects.OrderBy(one => one.On).ThenBy(one => PlainText.Key(one.Name), StringComparer.Ordinal).ThenBy(one => one.Id).ToList();
        var free = all.GroupBy(one => one.Category).SelectMany(category => category.Take(Math.Max(0, allowance.Of(category.Key) - used.GetValueOrDefault(category.Key)))).Select(one => one.Id).ToHashSet();
        return [.. all.Select(one => one with { Free = free.Contains(one.Id) })];
    }
}
