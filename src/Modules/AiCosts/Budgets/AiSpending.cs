using System.Text.Json;
using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.AiCosts;

/// <summary>What counts in a month, by account and currency, and what of it is for clients.</summary>
/// <param name="Month">Of UTC.</param>
/// <param name="Clients">What is for clients, by the rules of allocation; none where nobody asked.</param>
/// <param name="Survivors">Clients that were merged, each with the one that stays.</param>
internal sealed record AiSpending(Period Month, IReadOnlyList<AiSpent> Spent, IReadOnlyList<AiSpent> Clients, IReadOnlyDictionary<Guid, Guid> Survivors)
{
    private const string Sql = $"""
        {CountedUsage.Sql}
        select c.account_id, c.tags, c.currency, sum(c.cost), coalesce(sum(c.cost) filter (where c.source = 'seats'), 0) from counted c where c.is_money and c.cost is not null group by 1, 2, 3 order by 3, 1
        """;

    /// <param name="today">A day of the month, UTC.</param>
    /// <param name="invoicing">Knows clients that were merged.</param>
    /// <param name="forClients">Whether a budget for a client is looked at.</param>
    public static async Task<AiSpending> Of(Session session, DateOnly today, IInvoicing invoicing, bool forClients, CancellationToken stop)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var spent = await session.Read(Sql, ShowUsage.Between(first, first.AddMonths(1)), async row =>
        {
            var all = new List<AiSpent>();
            while (await row.ReadAsync(stop)) all.Add(new(row.GetGuid(0), JsonSerializer.Deserialize<string[]>(row.GetString(1))!, Cost.Round(row.GetDecimal(3), Currency.Parse(row.GetString(2))), Cost.Round(row.GetDecimal(4), Currency.Parse(row.GetString(2)))));
            return all;
        }, stop);
        var month = new Period(first, first.AddMonths(1).AddDays(-1));
        if (!forClients) return new AiSpending(month, spent, [], new Dictionary<Guid, Guid>());
        var survivors = await invoicing.Merged(session, stop);
        var parts = AllocatedCosts.Of(await AiAllocations.Costs(session, first, first.AddMonths(1), each: false, stop), await AiAllocationRows.Of(session, TargetKind.Client, stop));
        return new AiSpending(month, spent, [.. from part in parts
                                                where part.Target is not null
                                                group part by (Client: AiAllocations.Survivor(part.Target!.Id, survivors), part.Cost.Currency) into same
                                                select new AiSpent(same.Key.Client, [], Cost.Sum(same.Select(part => part.Cost), same.Key.Currency), Cost.Sum(same.Where(part => part.Of.IsSeats).Select(part => part.Cost), same.Key.Currency))], survivors);
    }

    /// <summary>Of what a budget is about, in its currency.</summary>
    public Cost On(AiBudget budget) => Cost.Sum(About(budget).Select(one => one.Cost).Where(one => one.Currency == budget.Amount.Currency), budget.Amount.Currency);

    /// <summary>Of that, seats: they come once in a month and do not go on.</summary>
    public Cost SeatsOn(AiBudget budget) => Cost.Sum(About(budget).Select(one => one.Seats).Where(one => one.Currency == budget.Amount.Currency), budget.Amount.Currency);

    /// <summary>The same in other currencies, which the budget does not count.</summary>
    public IReadOnlyList<Cost> Beside(AiBudget budget) => [.. About(budget).Select(one => one.Cost).Where(one => one.Currency != budget.Amount.Currency).GroupBy(one => one.Currency).Select(same => Cost.Sum(same, same.Key))];

    private IEnumerable<AiSpent> About(AiBudget budget) => budget.Scope switch
    {
        AiBudgetScope.Account => Spent.Where(one => one.Of == budget.Account),
        AiBudgetScope.Tag => Spent.Where(one => one.Tags.Contains(budget.Tag, StringComparer.Ordinal)),
        AiBudgetScope.Client => Clients.Where(one => budget.Client is { } client && one.Of == Survivors.GetValueOrDefault(client, client)),
        _ => Spent,
    };
}

/// <summary>What an account cost in a month, or what is for a client, in one currency.</summary>
/// <param name="Of">Which.</param>
/// <param name="Seats">Of that, seats.</param>
internal sealed record AiSpent(Guid Of, IReadOnlyList<string> Tags, Cost Cost, Cost Seats);
