using System.Text.Json.Nodes;
using Billing.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Web;

/// <summary>The past of any record, whatever its module: what happened to it, how it stood at any moment, and what differs between two.</summary>
public static class HistoryPages
{
    /// <summary>Maps <c>/api/history</c>.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/history", (RecordKinds kinds) => Answer.Of(new RecordKindList(kinds.Known)))
            .Produces<RecordKindList>().RequiresSignIn().WithTags("History").WithSummary("The kinds of records whose past you may read");

        app.MapGet("/api/history/{kind}/{id:guid}", (string kind, Guid id, RecordKinds kinds, CancellationToken stop, string? at = null, int? limit = null, long? before = null) => kinds.Past(kind, id, at, limit, before, stop))
            .Produces<RecordPast>().RequiresSignIn().WithTags("History").WithSummary("What happened to a record, newest first, and how it stood then");

        app.MapGet("/api/history/{kind}/{id:guid}/difference", (string kind, Guid id, RecordKinds kinds, CancellationToken stop, string? from = null, string? to = null) => kinds.Difference(kind, id, from, to, stop))
            .Produces<RecordDifference>().RequiresSignIn().WithTags("History").WithSummary("What differs in a record between two moments");
    }
}

/// <summary>The kinds of records that modules registered, for whoever asks.</summary>
internal sealed class RecordKinds(IEnumerable<RecordKind> all, Session session, Caller caller, ICallers callers, IHttpContextAccessor request)
{
    /// <summary>Those that the caller may read, by name.</summary>
    public IReadOnlyList<KnownRecordKind> Known => [.. all.Where(kind => caller.May.Contains(kind.Needed)).OrderBy(kind => kind.Name, StringComparer.Ordinal).Select(kind => new KnownRecordKind(kind.Name, kind.Alias))];

    public async Task<IResult> Past(string kind, Guid id, string? at, int? limit, long? before, CancellationToken stop)
    {
        if (Limit.Check(limit) is { } wrong) return wrong;
        if (!PointInTime.TryRead(at, out var until)) return PointInTime.Unclear;
        var (found, problem) = await Find(kind);
        if (found is null) return problem;
        return await found.Past(session, id, until, before, limit ?? Limit.Default, stop) is { } past ? Answer.Of(past, past.Version) : Problems.NotFound;
    }

    public async Task<IResult> Difference(string kind, Guid id, string? from, string? to, CancellationToken stop)
    {
        if (from is null || !PointInTime.TryRead(from, out var first)) return PointInTime.UnclearIn("?from");
        if (!PointInTime.TryRead(to, out var second)) return PointInTime.UnclearIn("?to");
        var (found, problem) = await Find(kind);
        if (found is null) return problem;
        return await found.Difference(session, id, first, second, stop) is { } difference ? Answer.Of(difference) : Problems.NotFound;
    }

    /// <summary>A kind that the caller may read, or else the problem to answer.</summary>
    private async Task<(RecordKind? Kind, Problem Problem)> Find(string name)
    {
        if (all.FirstOrDefault(kind => kind.Name == name) is not { } found) return (null, Problems.NotFound);
        if (caller.May.Contains(found.Needed)) return (found, Problems.NotFound);
        await callers.NoteRefusal(request.HttpContext!, caller, found.Needed);
        return (null, Problems.NotPermitted(found.Needed));
    }
}

/// <summary>What happened to a record, and how it stood after that.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Then">Its fields by name, as they stood at the moment looked at.</param>
/// <param name="Version">At that moment.</param>
/// <param name="Before">Asks for older entries, as <c>before</c>; null where there are none.</param>
internal sealed record RecordPast(IReadOnlyList<PastEvent> Items, IReadOnlyDictionary<string, JsonNode?> Then, long Version, long? Before);

/// <summary>What differs in a record between two moments.</summary>
/// <param name="From">The version at the first moment; 0 before it existed.</param>
/// <param name="To">The version at the second.</param>
/// <param name="Changes">From the first to the second.</param>
internal sealed record RecordDifference(long From, long To, IReadOnlyList<PastChange> Changes);

/// <summary>The kinds of records whose past the caller may read.</summary>
/// <param name="Items">By name.</param>
internal sealed record RecordKindList(IReadOnlyList<KnownRecordKind> Items);

/// <summary>A kind of record.</summary>
/// <param name="Kind">As in addresses.</param>
/// <param name="Entity">As the audit trail names it.</param>
internal sealed record KnownRecordKind(string Kind, string Entity);
