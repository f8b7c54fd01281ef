using System.Text.Json;
using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Looks for what somebody should look at, by the rules: what is so is raised once, and what is so no more is settled.</summary>
internal static class AiAlertLook
{
    /// <summary>So many days before today are looked at for such that stand out; those before stay as they are.</summary>
    private const int DaysBack = 7;

    private const double FinestSensitivity = 1.5;

    private const string AccountsSql = $"""
        {CountedUsage.Sql},
        unpriced as (select distinct c.account_id from counted c where c.is_use and c.unpriced is not null)
        select a.id, a.provider, a.tags, a.credential, not a.paused and not a.archived, a.every_minutes,
               (select min(r.begun_at) from ai_runs r where r.tenant_id = $1 and r.account_id = a.id),
               (select r.ended_at from ai_runs r where r.tenant_id = $1 and r.account_id = a.id and r.state = 'done' order by r.begun_at desc limit 1),
               (select o.asked_at - o.since from ai_outages o where o.tenant_id = $1 and o.account_id = a.id), u.account_id is not null,
               (select jsonb_agg(jsonb_build_object('amount', b.amount::text, 'currency', b.currency) order by b.currency) from ai_balances b where b.tenant_id = $1 and b.account_id = a.id)
        from ai_accounts a left join unpriced u on u.account_id = a.id where a.tenant_id = $1 order by a.id
        """;

    private const string OpenSql = "select id, kind, day, rule_id from ai_alerts where tenant_id = $1 and settled_at is null";

    /// <summary>
    /// The alerts that are open, loaded before anything is read of what they are about: whoever has told of newer facts meanwhile makes this look fail, and it is done again.
    /// The other way round, what is true no more would be told on top of what is.
    /// </summary>
    public static async Task<IReadOnlyList<OpenAiAlert>> Open(Work work, Session session, CancellationToken stop)
    {
        var open = await session.Read(OpenSql, [], async row =>
        {
            var all = new List<OpenAiAlert>();
            while (await row.ReadAsync(stop)) all.Add(new(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2), row.IsDBNull(3) ? null : row.GetGuid(3)));
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
        var rules = await AiAlertRules.Of(session, stop);
        var facts = new AiAlertFacts(session.Now, await Accounts(session, month, stop), await Days(session, today, rules, stop), [.. budgets.Select(one => Reached(one.Id, one.State, month)).OfType<AiBudgetFacts>()]);
        var found = rules.SelectMany(one => facts.Found(one.Id, one.Rule)).ToDictionary(AiAlert.Id);
        // A day that stands out, and is too long ago to be looked at again, stays until somebody has seen it, or its rule makes no alerts any more.
        var on = rules.Where(one => one.IsOn).Select(one => one.Id).ToHashSet();
        bool Stays(OpenAiAlert one) => one.Kind == AiAlertRows.Word(AiAlertKind.Anomaly) && one.Day < today.AddDays(-DaysBack) && on.Contains(one.Rule ?? AiAlertRules.IdOf(AiAlertKind.Anomaly));
        List<Guid> over = [.. open.Where(one => !found.ContainsKey(one.Id) && !Stays(one)).Select(one => one.Id)];
        await work.LoadMany<AiAlert>([.. found.Keys], stop);
        foreach (var (id, alert) in found) work.Decide<AiAlert, AiAlertEvent>(id, now => now.Raise(alert));
        foreach (var id in over) work.Decide<AiAlert, AiAlertEvent>(id, now => now.Settle());
    }

    /// <summary>How it stands with all accounts; usage without a price is looked for in this month and the one before, which is yet to be charged.</summary>
    private static Task<List<AiAccountFacts>> Accounts(Session session, DateOnly month, CancellationToken stop) => session.Read(AccountsSql, ShowUsage.Between(month.AddMonths(-1), month.AddMonths(1)), async row =>
    {
        DateTimeOffset? Moment(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
        var all = new List<AiAccountFacts>();
        while (await row.ReadAsync(stop))
            all.Add(new(
                row.GetGuid(0), row.GetString(1), JsonSerializer.Deserialize<string[]>(row.GetString(2))!, Enum.Parse<AiCredentialState>(row.GetString(3), ignoreCase: true), row.GetBoolean(4), row.GetInt32(5), Moment(6), Moment(7), row.IsDBNull(8) ? null : row.GetTimeSpan(8), row.GetBoolean(9),
                row.IsDBNull(10) ? [] : JsonSerializer.Deserialize<Cost[]>(row.GetString(10), AiUsageStatements.Json)!));
        return all;
    }, stop);

    private static async Task<List<AiDayFacts>> Days(Session session, DateOnly today, IReadOnlyList<KeptAlertRule> rules, CancellationToken stop)
    {
        var usual = new AnomalySearch();
        var search = rules.Any(one => one is { IsOn: true, Rule: { Kind: AiAlertKind.Anomaly, Severity: AnomalySeverity.Low } }) ? usual with { Sensitivity = FinestSensitivity } : usual;
        var looked = new Period(today.AddDays(-DaysBack), today);
        var costs = await AiDailyCosts.Of(session, null, looked.From.AddDays(-search.BaselineDays), today.AddDays(1), stop);
        return [.. from same in costs.Days.GroupBy(day => (day.Account, day.Cost.Currency))
                   from anomaly in AnomalyRun.Of(same.ToDictionary(day => day.Day, day => day.Cost), looked, search, []).Found
                   where anomaly.Day < today || anomaly.Z > 0 // of a day that is not over nobody can say that it costs little
                   select new AiDayFacts(same.Key.Account, anomaly.Day, anomaly.Severity)];
    }

    /// <summary>The highest threshold that is reached this month.</summary>
    private static AiBudgetFacts? Reached(Guid id, AiBudget budget, DateOnly month)
    {
        if (budget.IsClosed || budget.ToldFrom != month) return null;
        var reached = budget.Thresholds.Where(threshold => budget.Told.Any(told => told.At == threshold.At && !told.Below)).OrderBy(threshold => threshold.At).LastOrDefault();
        return reached is null ? null : new AiBudgetFacts(id, month, reached.At, reached.Level);
    }
}

/// <summary>An alert that is open.</summary>
/// <param name="Day">Of one about a day.</param>
/// <param name="Rule">By which; null: the usual one of its kind.</param>
internal sealed record OpenAiAlert(Guid Id, string Kind, DateOnly? Day, Guid? Rule);
