using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Reporting;

/// <summary>A saved report goes out by mail, from the next time on that its day comes.</summary>
/// <param name="Rhythm">How often.</param>
/// <param name="Day">Of the week, Monday is 1; of the month, where 31 is the last day of a shorter one.</param>
/// <param name="Format">Of the file.</param>
/// <param name="Readers">People of the organisation, by id.</param>
internal sealed record AgreeReportMail(MailRhythm Rhythm, int Day, IReadOnlyList<Guid> Readers, MailedFormat Format = MailedFormat.Xlsx)
{
    private const int MostReaders = 50;

    /// <param name="now">As it is.</param>
    /// <param name="may">Those who may read the report.</param>
    /// <param name="today">Where the organisation is.</param>
    public Decision<SavedReportEvent> Decide(SavedReport now, IReadOnlyCollection<Guid> may, DateOnly today)
    {
        if (now.IsDropped) return SavedReportNo.Dropped;
        if (Day < 1 || Day > (Rhythm == MailRhythm.Weekly ? 7 : 31)) return SavedReportNo.DayWrong;
        var readers = Readers.Distinct().ToValueList();
        if (readers.Count is 0 or > MostReaders || readers.Any(reader => !may.Contains(reader))) return SavedReportNo.ReadersUnclear;
        return now.Mail is { } mail && (mail.Rhythm, mail.Day, mail.Format) == (Rhythm, Day, Format) && mail.Readers.Equals(readers) ? Decision.Nothing : new ReportMailAgreed(Rhythm, Day, Format, readers, today);
    }

    /// <summary>It goes out no more.</summary>
    public static Decision<SavedReportEvent> Stop(SavedReport now) => now.Mail is null ? Decision.Nothing : new ReportMailStopped();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/saved-reports/{id}/mail", async (SavedReportId id, AgreeReportMail command, ReportDesk desk, IColleagues colleagues, Session session, Commands<SavedReport> saved, CommandEdge edge, CancellationToken stop) =>
        {
            if (await saved.Streams.Peek(id.Value, stop) is not { Exists: true } found) return (IResult)Problems.NotFound;
            if (desk.Known.FirstOrDefault(kind => kind.Name == found.State.Report) is not { } kind) return edge.Refused(SavedReportNo.Unknown);
            var may = (await colleagues.WhoMay(session.Tenant, kind.Needed, stop)).Select(one => one.Id).ToHashSet();
            return await saved.Decide(id.Value, now => command.Decide(now, may, desk.Today), now => SavedReportPage.Of(id.Value, now, desk.Today), stop);
        })
        .Produces<SavedReportPage>().Requires(Permission.KeepReports).WithSummary("Send a saved report by mail, each week or month on a day");

        app.MapDelete("/api/saved-reports/{id}/mail", (SavedReportId id, ReportDesk desk, Commands<SavedReport> saved, CancellationToken stop) => saved.Decide(id.Value, Stop, now => SavedReportPage.Of(id.Value, now, desk.Today), stop))
            .Produces<SavedReportPage>().Requires(Permission.KeepReports).WithSummary("Send a saved report by mail no more");
    }
}
