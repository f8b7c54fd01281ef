using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>
/// What a month has cost so far, as days: what is told less what is known of the days before, on the day it is told, or on the month's last when it is over. Together the days of
/// a month are exactly what the provider tells; on which of them something was spent is an estimate. What was taken back since is below nothing.
/// </summary>
internal static class AiMonthSoFar
{
    private const string KnownSql = """
        select item, currency, sum(cost) from ai_usage
        where tenant_id = $1 and account_id = $2 and report = $3 and start_at >= $4 and start_at < $5 and withdrawn_at is null and source = 'api' and cost is not null group by 1, 2
        """;

    /// <param name="told">Months, with a record for each item.</param>
    /// <param name="today">In UTC.</param>
    public static async Task<IReadOnlyList<AiBucket>> Days(Session session, Guid account, AiReport report, IReadOnlyList<AiBucket> told, DateOnly today, CancellationToken stop)
    {
        List<AiBucket> days = [];
        foreach (var month in told)
        {
            var first = DateOnly.FromDateTime(month.Start.UtcDateTime);
            var day = first.AddMonths(1).AddDays(-1) is var last && last < today ? last : today;
            days.Add(Day(month, day, await Known(session, account, report, first, day, stop)));
        }
        return days;
    }

    /// <summary>The day of what is new.</summary>
    /// <param name="known">Of the days of the month before it, by item and currency.</param>
    public static AiBucket Day(AiBucket month, DateOnly day, IReadOnlyDictionary<(string? Item, string? Currency), decimal> known) =>
        AiBucket.Day(day, [.. month.Records.Select(record => record with { Cost = record.Cost - known.GetValueOrDefault((record.Of.Item, record.Currency)) }).Where(record => record.Cost != 0)]);

    private static Task<Dictionary<(string? Item, string? Currency), decimal>> Known(Session session, Guid account, AiReport report, DateOnly from, DateOnly until, CancellationToken stop) =>
        session.Read(KnownSql, [new NpgsqlParameter<Guid> { TypedValue = account }, AiUsageStatements.Text(report.Name), .. ShowUsage.Between(from, until)], async row =>
        {
            var known = new Dictionary<(string? Item, string? Currency), decimal>();
            while (await row.ReadAsync(stop)) known[(row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1))] = row.GetDecimal(2);
            return known;
        }, stop);
}
