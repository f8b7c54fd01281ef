using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>What was spent for a client in a month, in one currency, with the parts that it is made of.</summary>
internal sealed record AiSpentFor(Guid Client, Currency Currency, IReadOnlyList<AllocatedPart> Parts)
{
    public Cost Cost => Cost.Sum(Parts.Select(part => part.Cost), Currency);
}

/// <summary>What a month is to be charged for.</summary>
/// <param name="Spent">By client and currency; with nothing, where a client was charged and nothing is for it any more.</param>
/// <param name="Unallocated">What is nobody's yet, by currency.</param>
/// <param name="Survivors">Clients that were merged, each with the one that stays.</param>
internal sealed record AiChargedMonth(DateOnly From, IReadOnlyList<AiSpentFor> Spent, IReadOnlyList<Cost> Unallocated, IReadOnlyDictionary<Guid, Guid> Survivors)
{
    private const string KnownSql = "select client_id, currency from ai_charges where tenant_id = $1 and from_day = $2";

    public Period Period => new(From, From.AddMonths(1).AddDays(-1));

    public static async Task<AiChargedMonth> Of(Session session, IInvoicing invoicing, DateOnly from, CancellationToken stop)
    {
        var survivors = await invoicing.Merged(session, stop);
        var rules = await AiAllocationRows.Of(session, TargetKind.Client, stop);
        var parts = AllocatedCosts.Of(await AiAllocations.Costs(session, from, from.AddMonths(1), each: true, stop), rules).ToList();
        var known = await session.Read(KnownSql, [new NpgsqlParameter<DateOnly> { TypedValue = from }], async row =>
        {
            var all = new HashSet<(Guid Client, Currency Currency)>();
            while (await row.ReadAsync(stop)) all.Add((row.GetGuid(0), Currency.Parse(row.GetString(1))));
            return all;
        }, stop);
        // What a client was charged before it was merged stays its own, with the terms it was charged by.
        Guid Whose(AllocatedPart part) => Guid.Parse(part.Target!.Id) is var named && known.Contains((named, part.Cost.Currency)) ? named : AiAllocations.Survivor(part.Target!.Id, survivors);
        var spent = parts.Where(part => part.Target is not null).GroupBy(part => (Client: Whose(part), part.Cost.Currency)).ToDictionary(same => same.Key, same => same.ToList());
        foreach (var charged in known) spent.TryAdd(charged, []);
        return new AiChargedMonth(
            from, [.. spent.Select(one => new AiSpentFor(one.Key.Client, one.Key.Currency, one.Value)).OrderBy(one => one.Client).ThenBy(one => one.Currency.Code, StringComparer.Ordinal)],
            [.. parts.Where(part => part.Target is null).GroupBy(part => part.Cost.Currency).Select(same => Cost.Sum(same.Select(part => part.Cost), same.Key)).Where(sum => !sum.IsZero).OrderBy(sum => sum.Currency.Code, StringComparer.Ordinal)], survivors);
    }
}
