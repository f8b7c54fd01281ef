using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>How far a report of an account was read.</summary>
/// <param name="Through">The day behind the last complete one; null: never.</param>
/// <param name="NotBefore">The account did not have it; nobody asks before this moment.</param>
internal sealed record AiReportRead(DateOnly? Through, DateTimeOffset? NotBefore)
{
    public static AiReportRead Never { get; } = new(null, null);
}

/// <summary>How far the reports of an account were read.</summary>
internal static class AiReportsRead
{
    private const string AllSql = "select report, through, not_before from ai_reports where tenant_id = $1 and account_id = $2";

    private const string ThroughSql = """
        insert into ai_reports (tenant_id, account_id, report, through) values ($1, $2, $3, $4)
        on conflict (tenant_id, account_id, report) do update set through = greatest(ai_reports.through, excluded.through), not_before = null
        """;

    private const string MissingSql = "insert into ai_reports (tenant_id, account_id, report, not_before) values ($1, $2, $3, $4) on conflict (tenant_id, account_id, report) do update set not_before = excluded.not_before";

    public static Task<Dictionary<string, AiReportRead>> All(Session session, Guid account, CancellationToken stop) => session.Read(AllSql, [new NpgsqlParameter<Guid> { TypedValue = account }], async row =>
    {
        var all = new Dictionary<string, AiReportRead>();
        while (await row.ReadAsync(stop)) all[row.GetString(0)] = new(row.IsDBNull(1) ? null : row.GetFieldValue<DateOnly>(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2));
        return all;
    }, stop);

    /// <summary>It was read completely up to a day.</summary>
    public static Statement Through(Guid account, string report, DateOnly day) => new(ThroughSql, new NpgsqlParameter<Guid> { TypedValue = account }, AiUsageStatements.Text(report), new NpgsqlParameter<DateOnly> { TypedValue = day });

    /// <summary>The account does not have it.</summary>
    public static Statement Missing(Guid account, string report, DateTimeOffset notBefore) => new(MissingSql, new NpgsqlParameter<Guid> { TypedValue = account }, AiUsageStatements.Text(report), AiUsageStatements.Moment(notBefore));
}
