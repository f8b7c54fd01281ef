using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Npgsql;

namespace Billing.Usage;

/// <summary>Tells of limits that usage has come to.</summary>
internal sealed class LimitAlerts(IOrganisations organisations, IColleagues colleagues)
{
    private const string Told = "select id from usage_limit_alerts where tenant_id = $1 and id = any ($2)";

    /// <summary>The thresholds that usage of the running period has come to.</summary>
    /// <param name="beyond">The hard limits, by subject and code, beyond which something would have gone: they are reached, whatever was used.</param>
    public static IEnumerable<(Guid Id, LimitReached Reached)> Of(IEnumerable<LimitGauge> gauges, IReadOnlySet<(string Subject, string Code)> beyond)
    {
        foreach (var gauge in gauges)
            foreach (var threshold in gauge.Held.Limit.Thresholds)
                if (gauge.Held.HasCome(gauge.Used, threshold) || (threshold <= 100 && gauge.Held.Limit.Kind == LimitKind.Hard && beyond.Contains((gauge.Subject, gauge.Held.Limit.Code))))
                    yield return (LimitAlert.Id(gauge.Subject, gauge.Held, threshold), new LimitReached(gauge.Subject, gauge.Held.Limit, threshold, Entitlement.Text(gauge.Used), gauge.Held.Period));
    }

    /// <summary>Tells of a subject's limits, or of all. What was told before is not told again, by whatever node; of several thresholds of a limit at once the highest is mailed.</summary>
    public async Task Tell(Session session, string? subject, IReadOnlySet<(string Subject, string Code)> beyond, CancellationToken stop)
    {
        if (await organisations.Find(session.Tenant, stop) is not { } here) return;
        var reached = Of(await LimitGauges.Of(session, here.TimeZone, LocalDay.Of(session.Now, here.TimeZone), subject, stop), beyond).ToList();
        if (reached.Count == 0) return;
        var told = await session.Read(Told, [new NpgsqlParameter<Guid[]> { TypedValue = [.. reached.Select(one => one.Id)] }], async row =>
        {
            var ids = new HashSet<Guid>();
            while (await row.ReadAsync(stop)) ids.Add(row.GetGuid(0));
            return ids;
        }, stop);
        reached.RemoveAll(one => told.Contains(one.Id));
        if (reached.Count == 0) return;
        var readers = await colleagues.WhoMay(session.Tenant, Permission.SeeUsage, stop);
        foreach (var limit in reached.GroupBy(one => (one.Reached.Subject, one.Reached.Limit.Code, one.Reached.Limit.Meter, one.Reached.Period)))
            foreach (var (id, happened) in limit)
            {
                var work = session.Begin();
                work.New<LimitAlert>(id);
                work.Decide<LimitAlert, LimitAlertEvent>(id, _ => happened);
                if (happened.Threshold == limit.Max(one => one.Reached.Threshold))
                    foreach (var reader in readers) work.WantMail(LimitMail.Name, reader.Id, id);
                try
                {
                    await work.Commit();
                }
                catch (ConcurrencyException)
                {
                    // another node was quicker
                }
            }
    }
}
