using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Reporting;

/// <summary>A report is saved under a name, for everybody in the organisation who may read it.</summary>
/// <param name="Name">As people call it; told apart.</param>
/// <param name="Report">Which report, as in addresses.</param>
/// <param name="Days">Which days it is about, whenever it is asked for.</param>
/// <param name="From">The first day, where they are fixed.</param>
/// <param name="Through">The last day, where they are fixed.</param>
internal sealed record SaveReport(string Name, string Report, SavedDays Days = SavedDays.LastTwelveMonths, DateOnly? From = null, DateOnly? Through = null)
{
    public Decision<SavedReportEvent> Decide() => SavedReportNo.Check(Name, Days, From, Through).TryGet(out var name, out var refused) ? new ReportSaved(name, Report, Days, From, Through) : refused;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/saved-reports", async (ReportDesk desk, Session session, Streams<SavedReport> saved, CancellationToken stop) =>
        {
            var ids = await session.Read("select id from reporting_saved_reports where tenant_id = $1 order by lower(name), id", [], async row =>
            {
                var all = new List<Guid>();
                while (await row.ReadAsync(stop)) all.Add(row.GetGuid(0));
                return all;
            }, stop);
            var known = desk.Known.Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal);
            var pages = new List<SavedReportPage>();
            foreach (var id in ids)
                if (await saved.Peek(id, stop) is { Exists: true } one && known.Contains(one.State.Report)) pages.Add(SavedReportPage.Of(id, one, desk.Today));
            return Answer.Of(new SavedReportList(pages));
        })
        .Produces<SavedReportList>().RequiresSignIn().WithSummary("Saved reports, of those that you may read");

        app.MapPost("/api/saved-reports", async (SaveReport command, ReportDesk desk, Session session, Commands<SavedReport> saved, CommandEdge edge, CancellationToken stop) =>
        {
            if (desk.Known.All(kind => kind.Name != command.Report)) return edge.Refused(SavedReportNo.Unknown);
            var id = session.NewId();
            return await saved.Start(id, _ => command.Decide(), now => SavedReportPage.Of(id, now, desk.Today), $"/api/saved-reports/{id}", stop);
        })
        .Produces<SavedReportPage>(201).Requires(Permission.KeepReports).WithSummary("Save a report under a name");
    }
}

/// <summary>A saved report has another name, or is about other days.</summary>
/// <param name="Name">As people call it; told apart.</param>
/// <param name="Days">Which days it is about, whenever it is asked for.</param>
/// <param name="From">The first day, where they are fixed.</param>
/// <param name="Through">The last day, where they are fixed.</param>
internal sealed record AmendSavedReport(string Name, SavedDays Days = SavedDays.LastTwelveMonths, DateOnly? From = null, DateOnly? Through = null)
{
    public Decision<SavedReportEvent> Decide(SavedReport now)
    {
        if (now.IsDropped) return SavedReportNo.Dropped;
        if (!SavedReportNo.Check(Name, Days, From, Through).TryGet(out var name, out var refused)) return refused;
        return (name, Days, From, Through) == (now.Name, now.Days, now.From, now.Through) ? Decision.Nothing : new SavedReportAmended(name, Days, From, Through);
    }

    /// <summary>It is there no longer.</summary>
    public static Decision<SavedReportEvent> Drop(SavedReport now) => now.IsDropped ? Decision.Nothing : new SavedReportDropped();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/saved-reports/{id}", (SavedReportId id, AmendSavedReport command, ReportDesk desk, Commands<SavedReport> saved, CancellationToken stop) => saved.Decide(id.Value, command.Decide, now => SavedReportPage.Of(id.Value, now, desk.Today), stop))
            .Produces<SavedReportPage>().Requires(Permission.KeepReports).WithSummary("Give a saved report another name or other days");

        app.MapDelete("/api/saved-reports/{id}", (SavedReportId id, ReportDesk desk, Commands<SavedReport> saved, CancellationToken stop) => saved.Decide(id.Value, Drop, now => SavedReportPage.Of(id.Value, now, desk.Today), stop))
            .Produces<SavedReportPage>().Requires(Permission.KeepReports).WithSummary("Drop a saved report; nobody gets it by mail any more");
    }
}

/// <summary>What a saved report is refused for.</summary>
internal static class SavedReportNo
{
    private const int LongestName = 100;

    public static readonly Refusal Unknown = new("report-unknown", "There is no such report, or you may not read it. Choose one of GET /api/reports.");
    public static readonly Refusal NameWrong = new("saved-report-name-wrong", "Write a name of 1 to 100 characters.");
    public static readonly Refusal NameTaken = new("saved-report-name-taken", "There is a saved report of this name already. Choose another one.");
    public static readonly Refusal DaysUnclear = new("saved-report-days-unclear", "Fixed days have a first and a last one, in order and at most ten years apart; others have none.");
    public static readonly Refusal Dropped = new("saved-report-dropped", "This saved report was dropped. Save it anew.");
    public static readonly Refusal DayWrong = new("report-mail-day-wrong", "A day of the week is 1 for Monday to 7, a day of the month 1 to 31.");
    public static readonly Refusal ReadersUnclear = new("report-mail-readers-unclear", "Name 1 to 50 people of the organisation who may read this report.");

    /// <summary>The name as it is kept, once all is right.</summary>
    public static Result<string> Check(string name, SavedDays days, DateOnly? from, DateOnly? through)
    {
        var line = PlainText.Line(name, LongestName + 1);
        if (line.Length is 0 or > LongestName) return NameWrong;
        if ((days == SavedDays.Fixed) != (from is not null) || (from is null) != (through is null)) return DaysUnclear;
        return from is { } first && through is { } last && (first > last || first.Year < 1900 || last.Year > 2999 || first.AddYears(10) <= last) ? DaysUnclear : line;
    }
}
