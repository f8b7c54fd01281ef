using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Reporting;

/// <summary>
/// Each day from the morning on, where the organisation is: sends the saved reports on their way that are due. It looks every hour, and finds nothing a second time:
/// that a report went out for a day stands in its own stream.
/// </summary>
internal sealed class ReportMailDay(IOrganisations organisations) : Job("reporting.mail_day", Recurrence.Every(TimeSpan.FromHours(1)), perTenant: true)
{
    private const string Scheduled = "select id from reporting_saved_reports where tenant_id = $1 and rhythm is not null order by id";

    private static readonly TimeOnly Morning = new(6, 0);

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        if (await organisations.Find(run.Tenant, stop) is not { } here) return;
        if (TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(work.At, here.TimeZone).DateTime) < Morning) return;
        var today = LocalDay.Of(work.At, here.TimeZone);
        var ids = await work.Session.Read(Scheduled, [], async row =>
        {
            var all = new List<Guid>();
            while (await row.ReadAsync(stop)) all.Add(row.GetGuid(0));
            return all;
        }, stop);
        foreach (var id in ids)
        {
            var before = await work.Load<SavedReport>(id, stop, fresh: true);
            work.Decide<SavedReport, SavedReportEvent>(id, now => now.GoOut(today));
            if ((await work.Load<SavedReport>(id, stop)).Version == before.Version) continue;
            foreach (var reader in before.State.Mail!.Readers) work.WantMail(SavedReportMail.Name, reader, id);
        }
    }
}
