using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Looks for what somebody should look at: what is so is raised once, and what is so no more is settled.</summary>
internal static class AiAlertLook
{
    /// <summary>So many days before today are looked at for such that stand out; those before stay as they are.</summary>
    private const int DaysBack = 7;

    private const string AccountsSql = """
        select a.id, a.credential = 'rejected' from ai_accounts a
        where a.tenant_id = $1 and not a.archived and not a.paused and (a.credential = 'rejected' or (a.credential = 'kept'
          and exists (select from ai_runs r where r.tenant_id = $1 and r.account_id = a.id and r.begun_at < $2 - greatest(interval '48 hours', make_interval(mins => a.every_minutes + 60)))
          and not exists (select from ai_runs r where r.tenant_id = $1 and r.account_id = a.id and r.state = 'done' and r.ended_at > $2 - greatest(interval '48 hours', make_interval(mins => a.every_minutes + 60)))))
        """;

    private const string UnpricedSql = $"""
        {CountedUsage.Sql}
        select distinct c.account_id from counted c where c.is_use and c.unpriced is not null
        """;

    private const string OpenSql = "select id, kind, day from ai_alerts where tenant_id = $1 and settled_at is null";

    /// <summary>
    /// The alerts that are open, loaded before anything is read of what they are about: whoever has told of newer facts meanwhile makes this look fail, and it is done again.
    /// The other way round, what is true no more would be told on top of what is.
    /// </summary>
    public static async Task<IReadOnlyList<OpenAiAlert>> Open(Work work, Session session, CancellationToken stop)
    {
        var open = await session.Read(OpenSql, [], async row =>
        {
            var all = new List<OpenAiAlert>();
            while (await row.ReadAsync(stop)) all.Add(new(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2)));
            return all;
        }, stop);
        await work.LoadMany<AiAlert>([.. open.Select(one => one.Id)], stop);
        return open;
    }

    /// <summary>Decides on all alerts of an organisation.</summary>
    /// <param name="work">Commits them.</param>
    /// <param name="session">In everybody's time.</param>
    /// <param name="open">Those that were, before anything else was read.</param>
    /// <param name="budgets">Those that are open, as they are by now.</param>
    public static async Task Look(Work work, Session session, IReadOnlyList<OpenAiAlert> open, IEnumerable<(Guid Id, AiBudget State)> budgets, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
        var month = new DateOnly(today.Year, today.Month, 1);
        var found = new Dictionary<Guid, AiAlertRaised>();
        foreach (var alert in await Accounts(session, month, stop)) found[AiAlert.Id(alert)] = alert;
        foreach (var alert in await Days(session, today, stop)) found[AiAlert.Id(alert)] = alert;
        foreach (var (id, budget) in budgets)
            if (Reached(id, budget, month) is { } alert) found[AiAlert.Id(alert)] = alert;
        // A day that stands out, and is too long ago to be looked at again, stays until somebody has seen it.
        List<Guid> over = [.. open.Where(one => !found.ContainsKey(one.Id) && (one.Kind != AiAlertRows.Word(AiAlertKind.Anomaly) || one.Day >= today.AddDays(-DaysBack))).Select(one => one.Id)];
        await work.LoadMany<AiAlert>([.. found.Keys], stop);
        foreach (var (id, alert) in found) work.Decide<AiAlert, AiAlertEvent>(id, now => now.Raise(alert));
        foreach (var id in over) work.Decide<AiAlert, AiAlertEvent>(id, now => now.Settle());
    }

    private static async Task<List<AiAlertRaised>> Accounts(Session session, DateOnly month, CancellationToken stop)
    {
        var alerts = await session.Read(AccountsSql, [AiUsageStatements.Moment(session.Now)], async row =>
        {
            var all = new List<AiAlertRaised>();
            while (await row.ReadAsync(stop)) all.Add(row.GetBoolean(1) ? new(AiAlertKind.CredentialRejected, AlertLevel.Critical, row.GetGuid(0), null, null, null) : new(AiAlertKind.SyncStale, AlertLevel.Warning, row.GetGuid(0), null, null, null));
            return all;
        }, stop);
        alerts.AddRange(await session.Read(UnpricedSql, ShowUsage.Between(month.AddMonths(-1), month.AddMonths(1)), async row =>
        {
            var all = new List<AiAlertRaised>();
            while (await row.ReadAsync(stop)) all.Add(new(AiAlertKind.Unpriced, AlertLevel.Warning, row.GetGuid(0), null, null, null));
            return all;
        }, stop));
        return alerts;
    }

    private static async Task<IEnumerable<AiAlertRaised>> Days(Session session, DateOnly today, CancellationToken stop)
    {
        var search = new AnomalySearch();
        var looked = new Period(today.AddDays(-DaysBack), today);
        var costs = await AiDailyCosts.Of(session, null, looked.From.AddDays(-search.BaselineDays), today.AddDays(1), stop);
        return from same in costs.Days.GroupBy(day => (day.Account, day.Cost.Currency))
               from anomaly in AnomalyRun.Of(same.ToDictionary(day => day.Day, day => day.Cost), looked, search, []).Found
               where anomaly.Day < today || anomaly.Z > 0 // of a day that is not over nobody can say that it costs little
               orderby anomaly.Severity // of two currencies of an account the worse one is told
               select new AiAlertRaised(AiAlertKind.Anomaly, anomaly.Severity >= AnomalySeverity.High ? AlertLevel.Critical : AlertLevel.Warning, same.Key.Account, null, anomaly.Day, null);
    }

    /// <summary>The highest threshold that is reached this month.</summary>
    private static AiAlertRaised? Reached(Guid id, AiBudget budget, DateOnly month)
    {
        if (budget.IsClosed || budget.ToldFrom != month) return null;
        var reached = budget.Thresholds.Where(threshold => budget.Told.Any(told => told.At == threshold.At && !told.Below)).OrderBy(threshold => threshold.At).LastOrDefault();
        return reached is null ? null : new AiAlertRaised(AiAlertKind.Budget, reached.Level, null, id, month, reached.At);
    }
}

/// <summary>An alert that is open.</summary>
/// <param name="Day">Of one about a day.</param>
internal sealed record OpenAiAlert(Guid Id, string Kind, DateOnly? Day);
