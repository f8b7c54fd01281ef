using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>A connection is read now; one that is being read goes on. And the diary of its passes.</summary>
internal static class SyncConnection
{
    private const int LineWidth = 8;

    private static readonly Dictionary<string, SortField> Fields = new() { ["begunAt"] = new("r.begun_at", NpgsqlDbType.TimestampTz) };
    private static readonly Dictionary<string, SortField> LineFields = new() { ["number"] = new("l.number", NpgsqlDbType.Integer) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/support/connections/{id}/sync", async (ConnectionId id, Session session, Streams<SourceConnection> connections, CommandEdge edge, CancellationToken stop) =>
        {
            var connection = await connections.Load(id.Value, stop);
            if (!connection.Exists) return (IResult)Problems.NotFound;
            if (connection.State.IsDisconnected) return edge.Refused(ConnectionNo.Disconnected);
            if (!connection.State.IsRead) return edge.Refused(ConnectionNo.NotRead);
            var pass = await SourcePasses.Begin(session.InEverybodysTime, id.Value, "asked", whole: true, stop);
            return Answer.Of(pass, null, 202, $"/api/support/connections/{id}/runs/{pass.Id}");
        })
        .Produces<PassPage>(202).Requires(Permission.KeepSupport).WithSummary("Read everything of a help desk or a CRM now");

        app.MapGet("/api/support/connections/{id}/runs", async (ConnectionId id, Session session, Streams<SourceConnection> connections, CancellationToken stop, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (await connections.Peek(id.Value, stop) is { Exists: false }) return Problems.NotFound;
            var query = new ListQuery(Fields, new("r.id", NpgsqlDbType.Uuid)).Filter("r.connection_id = @", id.Value, NpgsqlDbType.Uuid);
            if ((query.Sort("-begunAt", "-begunAt") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {SourcePasses.Columns}{query.CursorColumns} from support_passes r where r.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, SourcePasses.Width, SourcePasses.Page, stop)), stop);
        })
        .Produces<Page<PassPage>>().Requires(Permission.SeeSupport).WithSummary("The diary of a connection: its passes, the latest first");

        app.MapGet("/api/support/connections/{id}/runs/{run}", async (ConnectionId id, PassId run, Session session, CancellationToken stop) =>
            await SourcePasses.Find(session, id.Value, run.Value, stop) is { } pass ? (IResult)TypedResults.Ok(pass) : Problems.NotFound)
        .Produces<PassPage>().Requires(Permission.SeeSupport).WithSummary("A pass over a help desk or a CRM, as far as it is");

        app.MapGet("/api/support/connections/{id}/runs/{run}/lines", async (ConnectionId id, PassId run, Session session, CancellationToken stop, string? what = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (what is not null && !Enum.GetValues<PassDid>().Select(Words.Of).Contains(what)) return Problems.BadRequest(new Fault("?what", $"A line is one of {string.Join(", ", Enum.GetValues<PassDid>().Select(Words.Of))}."));
            if (await SourcePasses.Find(session, id.Value, run.Value, stop) is null) return Problems.NotFound;
            var query = new ListQuery(LineFields, new("l.number", NpgsqlDbType.Integer)).Filter("l.pass_id = @", run.Value, NpgsqlDbType.Uuid).Filter("l.what = @", what, NpgsqlDbType.Varchar);
            if ((query.Sort("number", "number") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select l.what, l.kind, l.outside_id, l.target, l.field, l.was, l.became, l.said{query.CursorColumns} from support_pass_lines l where l.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, LineWidth, PassDiary.Line, stop)), stop);
        })
        .Produces<Page<PassLine>>().Requires(Permission.SeeSupport).WithSummary("What a pass did, field by field, with what it left alone because a person said it");
    }
}

/// <summary>What taking a pass back came to.</summary>
/// <param name="Undone">Requests, projects and sites with something of the pass put back.</param>
/// <param name="Kept">Those that people changed, or that were billed, since: they stay, at least in part.</param>
internal sealed record PassTakenBack(PassId RunId, int Undone, IReadOnlyList<Guid> Kept);

/// <summary>A pass is taken back: what it added is put away, and what it changed is as it was, as a person's word, so that the next pass leaves it alone. What people changed or billed since stays.</summary>
internal static class UndoPass
{
    private const string UndoneSql = "update support_passes set undone_at = $3 where tenant_id = $1 and id = $2";

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/support/connections/{id}/runs/{run}/undo", async (ConnectionId id, PassId run, Session session, Organisation here, CommandEdge edge, CancellationToken stop) =>
        {
            if (await SourcePasses.Find(session, id.Value, run.Value, stop) is not { } pass) return (IResult)Problems.NotFound;
            if (pass.EndedAt is null) return edge.Refused(ConnectionNo.PassOpen);
            if (pass.UndoneAt is not null) return edge.Refused(ConnectionNo.PassUndone);
            var (work, kept, undone, today) = (session.Begin(), new HashSet<Guid>(), new HashSet<Guid>(), LocalDay.Of(session.Now, here.TimeZone));
            var lines = (await PassDiary.Lines(session, run.Value, stop)).Where(line => line is { Target: not null, What: PassDid.Added or PassDid.Changed or PassDid.PutAway }).ToList();
            await work.LoadMany<SupportRequest>(Targets(lines, OutsideKind.Request), stop);
            await work.LoadMany<SupportProject>(Targets(lines, OutsideKind.Project), stop);
            await work.LoadMany<SupportSite>(Targets(lines, OutsideKind.Site), stop);
            foreach (var line in Enumerable.Reverse(lines))
            {
                var target = line.Target!.Value;
                var isBack = line.Kind switch
                {
                    OutsideKind.Request => Put<SupportRequest, SupportRequestEvent>(work, target, now => Back(line, now)),
                    OutsideKind.Project => Put<SupportProject, SupportProjectEvent>(work, target, now => Back(line, now)),
                    _ => Put<SupportSite, SupportSiteEvent>(work, target, now => Back(line, now, Months.Of(today))),
                };
                (isBack ? undone : kept).Add(target);
            }
            work.Also(new Statement(UndoneSql, SourcePasses.Id(run.Value), SourcePasses.Moment(work.At)));
            if (work.IsEmpty)
            {
                await session.Write(new Statement(UndoneSql, SourcePasses.Id(run.Value), SourcePasses.Moment(work.At)));
                return TypedResults.Ok(new PassTakenBack(run, 0, [.. kept]));
            }
            return await edge.Commit(work, Answer.Of(new PassTakenBack(run, undone.Count, [.. kept])), stop);
        })
        .Produces<PassTakenBack>().Requires(Permission.ArrangeSupport).WithSummary("Take a pass back; what people changed or billed since stays");

    private static bool Put<T, TEvent>(Work work, Guid id, Func<T, IReadOnlyList<TEvent>> back) where T : class, IAggregate<T> where TEvent : class
    {
        var done = false;
        work.Decide<T, TEvent>(id, now =>
        {
            var happened = back(now).ToList();
            done = happened.Count > 0;
            return happened;
        });
        return done;
    }

    private static IReadOnlyList<SupportRequestEvent> Back(PassLine line, SupportRequest now) => now.Close is not null ? [] : line.What switch
    {
        PassDid.Added => now is { Edited: RequestFields.None, Status: RequestStatus.Active } ? [new RequestIgnored(ToldBy.Person)] : [],
        PassDid.PutAway => now.Status == RequestStatus.Archived && !now.Edited.HasFlag(RequestFields.Status) ? [new RequestRestored(ToldBy.Person)] : [],
        _ => RequestDiary.Back(line, now) is { } back ? [back] : [],
    };

    private static IReadOnlyList<SupportProjectEvent> Back(PassLine line, SupportProject now) => now.Close is not null || now.InvoiceId is not null ? [] : line.What switch
    {
        PassDid.Added => now is { Edited: ProjectFields.None, IsArchived: false } ? [new ProjectArchived(ToldBy.Person)] : [],
        PassDid.PutAway => now.IsArchived && now.ArchivedBy != ToldBy.Person ? [new ProjectRestored()] : [],
        _ => ProjectDiary.Back(line, now) is { } back ? [back] : [],
    };

    // A site that never should have been here is hosted on no day.
    private static IReadOnlyList<SupportSiteEvent> Back(PassLine line, SupportSite now, DateOnly month) => line.What switch
    {
        PassDid.Added => now is { Edited: SiteFields.None, IsArchived: false } ? [new HostingEnded(now.Start.AddDays(-1), ToldBy.Person), new SiteArchived(ToldBy.Person)] : [],
        PassDid.PutAway => [],
        _ => SiteDiary.Back(line, now, month) is { } back ? [back] : [],
    };

    private static List<Guid> Targets(IEnumerable<PassLine> lines, OutsideKind kind) => [.. lines.Where(line => line.Kind == kind).Select(line => line.Target!.Value).Distinct()];
}
