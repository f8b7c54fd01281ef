using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Reporting;

/// <summary>Finds a report, understands what it is asked, and has its module tell it.</summary>
internal sealed class ReportDesk(IEnumerable<ReportKind> all, Session session, Caller caller, ICallers callers, CommandEdge edge, IHttpContextAccessor request)
{
    /// <summary>Those that the caller may read, by name.</summary>
    public IEnumerable<ReportKind> Known => all.Where(kind => caller.May.Contains(kind.Needed)).OrderBy(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>The calendar day it is now where the organisation is.</summary>
    public DateOnly Today => LocalDay.Of(session.Now, caller.Organisation.TimeZone);

    /// <summary>A report that the caller may read, or else the problem to answer.</summary>
    public async Task<(ReportKind? Kind, Problem Problem)> Find(string name)
    {
        if (all.FirstOrDefault(kind => kind.Name == name) is not { } found) return (null, Problems.NotFound);
        if (caller.May.Contains(found.Needed)) return (found, Problems.NotFound);
        await callers.NoteRefusal(request.HttpContext!, caller, found.Needed);
        return (null, Problems.NotPermitted(found.Needed));
    }

    /// <summary>Tells a report and answers with what is made of it; else with what is wrong.</summary>
    public async Task<IResult> Tell(string name, DateOnly? from, DateOnly? to, string? at, Func<ToldReport, IResult> answer, CancellationToken stop)
    {
        var (kind, problem) = await Find(name);
        if (kind is null) return problem;
        if (ReportDays.Read(kind.Span, from, to, at, session.Now, caller.Organisation.TimeZone, out var days) is { } unclear) return unclear;
        return await Heeding(async () => (await Told(kind, days, stop)).TryGet(out var told, out var refused) ? answer(told) : edge.Refused(refused));
    }

    /// <summary>Makes a report of now from the events, and holds it against the one that stands.</summary>
    public async Task<IResult> Replay(string name, DateOnly? from, DateOnly? to, bool compare, CancellationToken stop)
    {
        var (kind, problem) = await Find(name);
        if (kind is null) return problem;
        if (ReportDays.Read(kind.Span, from, to, null, session.Now, caller.Organisation.TimeZone, out var days) is { } unclear) return unclear;
        return await Heeding(async () =>
        {
            await using var moment = await Moment.Open(session, stop);
            var replayed = moment.Replayed();
            if (!(await kind.Tell(Asked(replayed.Session, days), stop)).TryGet(out var made, out var refused)) return edge.Refused(refused);
            var page = ReportPage.Of(new ToldReport(kind, days, session.Now, made, replayed.Events));
            if (!compare) return Answer.Of(page);
            return !(await kind.Tell(Asked(moment.Live(), days), stop)).TryGet(out var live, out refused) ? edge.Refused(refused) : (IResult)Answer.Of(page with { Compared = ReportComparison.Of(kind, live, made, await replayed.Compare(stop)) });
        });
    }

    /// <summary>A report as it stands, or stood.</summary>
    public async Task<Result<ToldReport>> Told(ReportKind kind, ReportDays days, CancellationToken stop)
    {
        if (days.At is not { } at) return (await kind.Tell(Asked(session.Aside, days), stop)).TryGet(out var live, out var untold) ? new ToldReport(kind, days, session.Now, live, null) : untold;
        await using var moment = await Moment.Open(session, stop);
        var then = moment.AsOf(at);
        return (await kind.Tell(Asked(then.Session, days), stop)).TryGet(out var rows, out var refused) ? new ToldReport(kind, days, at, rows, then.Events) : refused;
    }

    private ReportAsked Asked(Session through, ReportDays days) => new(through, caller.Organisation, days.From, days.Through, days.At);

    private async Task<IResult> Heeding(Func<Task<IResult>> tell)
    {
        try
        {
            return await tell();
        }
        catch (UntoldPastException untold)
        {
            return edge.Refused(new Refusal("past-not-told", $"{untold.Message} Ask for this report without 'at'."));
        }
        catch (RebuildException broken)
        {
            return edge.Refused(new Refusal("events-not-understood", string.Create(CultureInfo.InvariantCulture, $"This report cannot be made from the events: {broken.Message} Ask for it without 'at', and tell your operator.")));
        }
    }
}

/// <summary>A report with its rows.</summary>
/// <param name="At">The instant it is of, UTC.</param>
/// <param name="Events">How many events it was made from; null where it was told from the rows that stand.</param>
internal sealed record ToldReport(ReportKind Kind, ReportDays Days, DateTimeOffset At, IReadOnlyList<ReportRow> Rows, long? Events);
