using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Billing.Documents;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>Who did what in the organisation: to be read, exported, held against the log, and anchored.</summary>
internal static class AuditPages
{
    private const int PageSize = 2_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/audit", async ([AsParameters] AuditFilter filter, Session session, AuditRetention retention, CancellationToken stop, int? limit = null, string? cursor = null) =>
                Limit.Check(limit) ?? filter.Query(retention.OldestAt(session.Now), cursor, out var query) ?? (IResult)Answer.Of(await Read(session, query, limit ?? Limit.Default, stop)))
            .Produces<Page<AuditLine>>().WithSummary("Who did what, newest first").WithTags("Audit").Requires(Permission.SeeAudit);

        app.MapGet("/api/audit/export", ([AsParameters] AuditFilter filter, Session session, AuditRetention retention, CancellationToken stop, string? format = null) =>
            {
                if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json."));
                if (filter.Query(retention.OldestAt(session.Now), null, out _) is { } unclear) return unclear;
                var table = SheetTable.Of("Audit", Columns, All(session, filter, retention.OldestAt(session.Now), stop));
                return Results.Stream(to => SheetWriter.WriteAsync(kind, to, table, stop), kind.MediaType(), $"audit-{DateText.Write(DateOnly.FromDateTime(session.Now.UtcDateTime))}.{kind.Extension()}");
            })
            .Produces(200, contentType: "text/csv").WithSummary("Export the filtered audit trail as CSV, XLSX or JSON").WithTags("Audit").Requires(Permission.SeeAudit);

        app.MapGet("/api/audit/anchor", async (Organisation here, EventStore.EventStore store, CancellationToken stop) =>
                await new AuditTrail(store).Anchor(here.Tenant, stop) is { } anchor ? TypedResults.Ok(anchor) : (IResult)Problems.NotFound)
            .Produces<AuditAnchor>().WithSummary("The trail's number and hash, for an auditor to keep").WithTags("Audit").Requires(Permission.SeeAudit);

        app.MapPost("/api/audit/verify", async (VerifyAudit asked, Organisation here, EventStore.EventStore store, CancellationToken stop) =>
                asked.Anchor is { } other && other.Organisation != here.Tenant.Value
                    ? Problems.NotFound
                    : (IResult)TypedResults.Ok(AuditReport.Of(await new AuditTrail(store).Verify(here.Tenant, asked.Anchor, stop))))
            .Produces<AuditReport>().WithSummary("Hold the audit trail against the log, and against an anchor").WithTags("Audit").Requires(Permission.SeeAudit);
    }

    private static readonly SheetColumn<AuditLine>[] Columns =
    [
        SheetColumn<AuditLine>.Text("Number", line => line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        SheetColumn<AuditLine>.Text("At", line => line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture)),
        SheetColumn<AuditLine>.Text("Actor kind", line => line.Actor.Kind),
        SheetColumn<AuditLine>.Text("Actor id", line => line.Actor.Id),
        SheetColumn<AuditLine>.Text("Actor", line => line.Actor.Name),
        SheetColumn<AuditLine>.Text("Action", line => line.Action),
        SheetColumn<AuditLine>.Text("Entity", line => line.Entity),
        SheetColumn<AuditLine>.Text("Entity id", line => line.EntityId.ToString()),
        SheetColumn<AuditLine>.Text("Outcome", line => line.Outcome),
        SheetColumn<AuditLine>.Text("Means", line => line.Means),
        SheetColumn<AuditLine>.Text("Address", line => line.Address),
        SheetColumn<AuditLine>.Text("Request", line => line.RequestId),
    ];

    private static Task<Page<AuditLine>> Read(Session session, ListQuery query, int rows, CancellationToken stop) => session.Read(
        $"select {AuditEntry.Columns}{query.CursorColumns} from {AuditEntry.From} where t.tenant_id = $1{query.Where}{query.Tail(rows)}",
        query.Values,
        reader => Pages.Read(reader, query, rows, 6, row => AuditLine.Of(AuditEntry.Read(session.Store, row)), stop), stop);

    private static async IAsyncEnumerable<AuditLine> All(Session session, AuditFilter filter, DateTimeOffset oldest, [EnumeratorCancellation] CancellationToken stop)
    {
        for (string? cursor = null; ;)
        {
            filter.Query(oldest, cursor, out var query);
            var page = await Read(session, query, PageSize, stop);
            foreach (var line in page.Items) yield return line;
            if ((cursor = page.NextCursor) is null) yield break;
        }
    }
}

/// <summary>How long the audit trail is shown; hashes and events stay.</summary>
/// <param name="Years">1 to 100.</param>
internal sealed record AuditRetention(int Years)
{
    public DateTimeOffset OldestAt(DateTimeOffset now) => now.AddYears(-Years);
}

/// <summary>Somebody did something, or was refused it.</summary>
/// <param name="Number">Its number in the organisation's trail.</param>
/// <param name="Actor">Who; somebody who was forgotten is called erased.</param>
/// <param name="Action">The event's alias.</param>
/// <param name="Entity">The kind of thing it happened to.</param>
/// <param name="EntityId">The thing.</param>
/// <param name="Outcome">done or refused.</param>
/// <param name="Means">session: signed in; key: by an API key; product: by itself.</param>
/// <param name="Address">From where, when that is known.</param>
/// <param name="RequestId">The request that caused it, when one did.</param>
internal sealed record AuditLine(long Number, DateTimeOffset At, Actor Actor, string Action, string Entity, Guid EntityId, [property: AllowedValues("done", "refused")] string Outcome, [property: AllowedValues("session", "key", "product")] string Means, string? Address, string? RequestId)
{
    public static AuditLine Of(AuditEntry entry) => new(
        entry.Number, entry.At, entry.Actor, entry.Action, entry.Entity, entry.EntityId, entry.WasRefused ? "refused" : "done",
        entry.Actor.Kind switch { "person" => "session", "key" => "key", _ => "product" }, entry.Address, entry.RequestId);
}

/// <summary>What to hold the trail against besides the log.</summary>
/// <param name="Anchor">An anchor of this organisation, as it was given out; may be left out.</param>
internal sealed record VerifyAudit(AuditAnchor? Anchor = null);

/// <summary>What was looked at, and what was found.</summary>
/// <param name="Entries">Entries held against their events.</param>
/// <param name="Findings">Empty when all is well.</param>
internal sealed record AuditReport(long Entries, IReadOnlyList<AuditReportLine> Findings)
{
    public static AuditReport Of(AuditVerification found) => new(found.Entries, [.. found.Findings.Select(f => new AuditReportLine(f.Fault, f.Number, f.Sequence, f.Event))]);
}

/// <summary>A place where log and audit trail do not agree.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Number">The entry's number in the trail; null for an event that has none.</param>
/// <param name="Sequence">The event's number in the log; 0 where only the trail is wrong.</param>
/// <param name="Event">The event.</param>
internal sealed record AuditReportLine(AuditFault Fault, long? Number, long Sequence, Guid Event);
