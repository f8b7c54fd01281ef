using System.Text.Json;
using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>Costs of some days by whom they are for.</summary>
internal static class AiAllocations
{
    private const string Sql = $"""
        {CountedUsage.Sql}
        select case when $4 then c.id end, c.account_id, c.day, c.model, c.project, c.api_key, c.person, c.currency, c.is_money, c.basis = 'reported', c.basis = 'computed', c.tags, c.source = 'seats', sum(c.cost)
        from counted c where c.role = 'money' and c.cost is not null and (c.is_money or c.basis = 'computed') group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 order by 2, 3, 8, 1, 4, 5, 6, 7, 9, 10, 11, 13
        """;

    private const string BesideSql = $"""
        {CountedUsage.Sql}
        select c.account_id, c.day, c.model, c.project, c.api_key, c.person, coalesce(c.currency, 'USD'), c.tags, coalesce(sum({CountedUsage.InputTokens}), 0)::bigint, coalesce(sum({CountedUsage.OutputTokens}), 0)::bigint, coalesce(sum(c.requests), 0)::bigint, count(c.unpriced)::integer
        from counted c where c.is_use group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 7, 3, 4, 5, 6
        """;

    /// <summary>All records of some days that count, or that say whose reported money may be.</summary>
    /// <param name="until">The day behind the last.</param>
    /// <param name="each">Record by record; else those that nothing tells apart are added up.</param>
    public static Task<List<AllocatableCost>> Costs(Session session, DateOnly from, DateOnly until, bool each, CancellationToken stop) =>
        session.Read(Sql, [.. ShowUsage.Between(from, until), new NpgsqlParameter<bool> { TypedValue = each }], async row =>
        {
            var costs = new List<AllocatableCost>();
            while (await row.ReadAsync(stop))
                costs.Add(new(
                    row.IsDBNull(0) ? null : row.GetGuid(0), row.GetGuid(1).ToString(), row.GetFieldValue<DateOnly>(2), Text(row, 3), Text(row, 4), Text(row, 5), Text(row, 6), Cost.Round(row.GetDecimal(13), Currency.Parse(row.GetString(7))), row.GetBoolean(8), row.GetBoolean(9), row.GetBoolean(10), Tags(row, 11), row.GetBoolean(12)));
            return costs;
        }, stop);

    /// <summary>Days by client or by tag. What no rule gives to a tag stands under the tags of its account, as before: whoever has two stands under both.</summary>
    /// <param name="survivors">Clients that were merged, each with the one that stays.</param>
    public static async Task<List<AiDayLine>> Days(Session session, DateOnly from, DateOnly until, TargetKind kind, IReadOnlyDictionary<Guid, Guid> survivors, CancellationToken stop)
    {
        var rules = await AiAllocationRows.Of(session, kind, stop);
        var sums = new SortedDictionary<(DateOnly Day, string Group, string Currency), (decimal Cost, decimal Input, decimal Output, decimal Requests, int Unpriced)>(
            Comparer<(DateOnly Day, string Group, string Currency)>.Create((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : string.CompareOrdinal(a.Group, b.Group) is var order and not 0 ? order : string.CompareOrdinal(a.Currency, b.Currency)));
        void Add(DateOnly day, CostTarget? target, IReadOnlyList<string> tags, string currency, Func<(decimal Cost, decimal Input, decimal Output, decimal Requests, int Unpriced), (decimal, decimal, decimal, decimal, int)> add)
        {
            foreach (var group in Groups(kind, target, tags, survivors)) sums[(day, group, currency)] = add(sums.GetValueOrDefault((day, group, currency)));
        }
        foreach (var part in AllocatedCosts.Of(await Costs(session, from, until, each: false, stop), rules))
            Add(part.Of.Day, part.Target, part.Of.Tags, part.Cost.Currency.Code, sum => sum with { Cost = sum.Cost + part.Cost.Amount });
        foreach (var used in await Used(session, from, until, stop))
        {
            // Tokens go with their record: by the same rule, in the same shares.
            Cost Count(long count) => new(count, Currency.Parse("USD"));
            IReadOnlyList<AllocatedCost> Shares(long count) => Allocation.Of(Count(count), used.Origin, rules);
            foreach (var (input, (output, requests)) in Shares(used.Input).Zip(Shares(used.Output).Zip(Shares(used.Requests))))
                Add(used.Day, input.Target, used.Tags, used.Currency, sum => sum with { Input = sum.Input + input.Cost.Amount, Output = sum.Output + output.Cost.Amount, Requests = sum.Requests + requests.Cost.Amount, Unpriced = sum.Unpriced + used.Unpriced });
        }
        static long Whole(decimal count) => (long)decimal.Round(count, MidpointRounding.AwayFromZero);
        return [.. sums.Select(sum => new AiDayLine(sum.Key.Day, sum.Key.Group, new Cost(sum.Value.Cost, Currency.Parse(sum.Key.Currency)), Whole(sum.Value.Input), Whole(sum.Value.Output), Whole(sum.Value.Requests), sum.Value.Unpriced))];
    }

    /// <summary>The client that stays, of one that a rule names.</summary>
    public static Guid Survivor(string client, IReadOnlyDictionary<Guid, Guid> survivors) => survivors.TryGetValue(Guid.Parse(client), out var stays) ? stays : Guid.Parse(client);

    private static IEnumerable<string> Groups(TargetKind kind, CostTarget? target, IReadOnlyList<string> tags, IReadOnlyDictionary<Guid, Guid> survivors) =>
        target is null ? kind == TargetKind.Tag && tags.Count > 0 ? tags : [""] : [kind == TargetKind.Client ? Survivor(target.Id, survivors).ToString() : target.Id];

    private static Task<List<(CostOrigin Origin, DateOnly Day, string Currency, IReadOnlyList<string> Tags, long Input, long Output, long Requests, int Unpriced)>> Used(Session session, DateOnly from, DateOnly until, CancellationToken stop) =>
        session.Read(BesideSql, ShowUsage.Between(from, until), async row =>
        {
            var used = new List<(CostOrigin, DateOnly, string, IReadOnlyList<string>, long, long, long, int)>();
            while (await row.ReadAsync(stop))
                used.Add((new CostOrigin(row.GetGuid(0).ToString(), Text(row, 4), Text(row, 3), Text(row, 5), Text(row, 2)), row.GetFieldValue<DateOnly>(1), row.GetString(6), Tags(row, 7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt32(11)));
            return used;
        }, stop);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string[] Tags(NpgsqlDataReader row, int column) => JsonSerializer.Deserialize<string[]>(row.GetString(column))!;
}
