using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>What an account cost on a day, as far as it counts.</summary>
internal sealed record AiAccountDay(Guid Account, string Provider, string Name, DateOnly Day, Cost Cost);

/// <summary>The days of an account that were read to their end.</summary>
/// <param name="From">The first.</param>
/// <param name="Until">The day behind the last.</param>
internal sealed record AiDaysRead(Guid Account, DateOnly From, DateOnly Until);

/// <summary>Daily costs of one account or of all, by currency: what trends, forecasts and anomalies look at. Seats, which cost the same each month on one day of it, are not among them.</summary>
internal sealed record AiDailyCosts(IReadOnlyList<AiAccountDay> Days, IReadOnlyList<AiDaysRead> Read)
{
    private const string DaysSql = $"""
        {CountedUsage.Sql}
        select c.account_id, c.provider, c.account_name, c.day, c.currency, sum(c.cost)
        from counted c where c.is_money and c.cost is not null and c.source <> 'seats' and ($4::uuid is null or c.account_id = $4) group by 1, 2, 3, 4, 5 order by 2, 3, 1, 5, 4
        """;

    // A day was read when no report that the account has is behind.
    private const string ReadSql = """
        select a.id, a.read_from, min(r.through) from ai_accounts a join ai_reports r on r.tenant_id = a.tenant_id and r.account_id = a.id
        where a.tenant_id = $1 and a.role = 'money' and r.through is not null and ($2::uuid is null or a.id = $2) group by a.id, a.read_from
        """;

    /// <param name="account">Null: all of them.</param>
    /// <param name="from">The first day, UTC.</param>
    /// <param name="until">The day behind the last.</param>
    public static async Task<AiDailyCosts> Of(Session session, AiAccountId? account, DateOnly from, DateOnly until, CancellationToken stop) => new(
        await session.Read(DaysSql, [.. ShowUsage.Between(from, until), Account(account)], async row =>
        {
            var days = new List<AiAccountDay>();
            while (await row.ReadAsync(stop)) days.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), Cost.Round(row.GetDecimal(5), Currency.Parse(row.GetString(4)))));
            return days;
        }, stop),
        await session.Read(ReadSql, [Account(account)], async row =>
        {
            var read = new List<AiDaysRead>();
            while (await row.ReadAsync(stop)) read.Add(new(row.GetGuid(0), row.GetFieldValue<DateOnly>(1), row.GetFieldValue<DateOnly>(2)));
            return read;
        }, stop));

    /// <summary>A series for each currency, in the order of their codes. A day without costs counts where an account that costs something in this currency was read.</summary>
    /// <param name="through">The last day.</param>
    /// <param name="days">So many.</param>
    public IReadOnlyList<DailySeries> Series(DateOnly through, int days) =>
    [
        .. from day in Days
           group day by day.Cost.Currency into same
           orderby same.Key.Code
           let costs = same.GroupBy(one => one.Day).ToDictionary(one => one.Key, one => Cost.Sum(one.Select(day => day.Cost), same.Key))
           let read = Read.Where(read => same.Any(one => one.Account == read.Account)).ToList()
           select DailySeries.Of(same.Key, costs, day => read.Any(one => day >= one.From && day < one.Until), through, days),
    ];

    /// <summary>As a parameter; null: all of them.</summary>
    public static NpgsqlParameter Account(AiAccountId? account) => new() { Value = (object?)account?.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid };
}
