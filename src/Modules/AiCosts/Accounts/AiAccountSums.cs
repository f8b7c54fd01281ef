using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>An account's month so far, and when it was read last.</summary>
/// <param name="From">The first day of the month, UTC.</param>
/// <param name="Costs">What counts, by currency; none where nothing was used, or where it only says who spent.</param>
/// <param name="InputTokens">All that was read, however.</param>
/// <param name="OutputTokens">All that was made.</param>
/// <param name="Unpriced">Records that the price book says nothing of; they are in no cost.</param>
/// <param name="LastReading">Null: it was never read.</param>
internal sealed record AiAccountSums(DateOnly From, IReadOnlyList<Cost> Costs, long InputTokens, long OutputTokens, int Unpriced, AiLastReading? LastReading)
{
    private const string MonthSql = $"""
        {CountedUsage.Sql}
        select c.account_id, c.currency, coalesce(sum(c.cost) filter (where c.is_money), 0), coalesce(sum({CountedUsage.InputTokens}), 0)::bigint, coalesce(sum({CountedUsage.OutputTokens}), 0)::bigint, count(c.unpriced)::integer, bool_or(c.is_money and c.cost is not null)
        from counted c where c.account_id = any ($4) and c.basis <> 'estimated' group by 1, 2 order by 2
        """;

    private const string ReadingSql = """
        select distinct on (account_id) account_id, state, begun_at, ended_at, trouble from ai_runs where tenant_id = $1 and account_id = any ($2) order by account_id, begun_at desc, id desc
        """;

    /// <summary>Accounts with their sums.</summary>
    public static async Task<List<AiAccountPage>> Beside(Session session, IReadOnlyList<AiAccountPage> accounts, CancellationToken stop)
    {
        NpgsqlParameter<Guid[]> Ids() => new() { TypedValue = [.. accounts.Select(one => one.Id.Value)] };
        var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
        var first = new DateOnly(today.Year, today.Month, 1);
        var months = await session.Read(MonthSql, [.. ShowUsage.Between(first, first.AddMonths(1)), Ids()], async row =>
        {
            var all = new List<(Guid Account, Cost? Cost, long Input, long Output, int Unpriced)>();
            while (await row.ReadAsync(stop)) all.Add((row.GetGuid(0), row.GetBoolean(6) ? new Cost(row.GetDecimal(2), Currency.Parse(row.GetString(1))) : null, row.GetInt64(3), row.GetInt64(4), row.GetInt32(5)));
            return all.ToLookup(one => one.Account);
        }, stop);
        var readings = await session.Read(ReadingSql, [Ids()], async row =>
        {
            var all = new Dictionary<Guid, AiLastReading>();
            while (await row.ReadAsync(stop)) all[row.GetGuid(0)] = new(row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3), row.IsDBNull(4) ? null : row.GetString(4));
            return all;
        }, stop);
        return [.. accounts.Select(one => one with
        {
            Sums = months[one.Id.Value] is var month ? new(first, [.. month.Select(part => part.Cost).OfType<Cost>()], month.Sum(part => part.Input), month.Sum(part => part.Output), month.Sum(part => part.Unpriced), readings.GetValueOrDefault(one.Id.Value)) : null,
        })];
    }
}

/// <summary>How the last reading of an account went.</summary>
/// <param name="State">waiting, running, done, stopped.</param>
/// <param name="BegunAt">UTC.</param>
/// <param name="EndedAt">UTC; null while it goes on.</param>
/// <param name="Trouble">Why it waits or stopped; null where all is well.</param>
internal sealed record AiLastReading(string State, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, string? Trouble);
