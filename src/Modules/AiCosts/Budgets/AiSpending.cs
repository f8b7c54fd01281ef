using System.Text.Json;
using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>What counts in a month, by account and currency.</summary>
/// <param name="Month">Of UTC.</param>
internal sealed record AiSpending(Period Month, IReadOnlyList<AiSpent> Spent)
{
    private const string Sql = $"""
        {CountedUsage.Sql}
        select c.account_id, c.tags, c.currency, sum(c.cost), coalesce(sum(c.cost) filter (where c.source = 'seats'), 0) from counted c where c.is_money and c.cost is not null group by 1, 2, 3 order by 3, 1
        """;

    /// <param name="today">A day of the month, UTC.</param>
    public static async Task<AiSpending> Of(Session session, DateOnly today, CancellationToken stop)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return new AiSpending(new Period(first, first.AddMonths(1).AddDays(-1)), await session.Read(Sql, ShowUsage.Between(first, first.AddMonths(1)), async row =>
        {
            var all = new List<AiSpent>();
            while (await row.ReadAsync(stop)) all.Add(new(row.GetGuid(0), JsonSerializer.Deserialize<string[]>(row.GetString(1))!, Cost.Round(row.GetDecimal(3), Currency.Parse(row.GetString(2))), Cost.Round(row.GetDecimal(4), Currency.Parse(row.GetString(2)))));
            return all;
        }, stop));
    }

    /// <summary>Of what a budget is about, in its currency.</summary>
    public Cost On(AiBudget budget) => Cost.Sum(About(budget).Select(one => one.Cost).Where(one => one.Currency == budget.Amount.Currency), budget.Amount.Currency);

    /// <summary>Of that, seats: they come once in a month and do not go on.</summary>
    public Cost SeatsOn(AiBudget budget) => Cost.Sum(About(budget).Select(one => one.Seats).Where(one => one.Currency == budget.Amount.Currency), budget.Amount.Currency);

    /// <summary>The same in other currencies, which the budget does not count.</summary>
    public IReadOnlyList<Cost> Beside(AiBudget budget) => [.. About(budget).Select(one => one.Cost).Where(one => one.Currency != budget.Amount.Currency).GroupBy(one => one.Currency).Select(same => Cost.Sum(same, same.Key))];

    private IEnumerable<AiSpent> About(AiBudget budget) => Spent.Where(one => budget.Scope switch
    {
        AiBudgetScope.Account => one.Account == budget.Account,
        AiBudgetScope.Tag => one.Tags.Contains(budget.Tag, StringComparer.Ordinal),
        _ => true,
    });
}

/// <summary>What an account cost in a month, in one currency.</summary>
/// <param name="Seats">Of that, seats.</param>
internal sealed record AiSpent(Guid Account, IReadOnlyList<string> Tags, Cost Cost, Cost Seats);
