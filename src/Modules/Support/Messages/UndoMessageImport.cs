using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Support;

/// <summary>What taking an import of messages back came to.</summary>
/// <param name="Undone">Requests that are put away as none.</param>
/// <param name="Kept">Requests that somebody changed or billed since: they stay.</param>
internal sealed record MessagesTakenBack(MessageImportId ImportId, int Undone, IReadOnlyList<RequestId> Kept);

/// <summary>An import of messages is taken back as a whole: its requests are put away as none, but for those that people changed or billed since.</summary>
internal static class UndoMessageImport
{
    // Everything an import wrote was written in one transaction, its own event among the first.
    private const string Brought = """
        select e.stream_id, max(e.version) from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where e.tenant_id = $1 and e.correlation_id = $3 and s.type = $4 and e.seq_id > (select seq_id from mt_events where tenant_id = $1 and stream_id = $2 and version = 1) - 10000
        group by e.stream_id order by e.stream_id
        """;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/support/requests/imports/{id}/undo", async (MessageImportId id, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var import = await work.Load<MessageImport>(id.Value, stop, fresh: true);
            if (!import.Exists) return Problems.NotFound;
            if (import.State.IsUndone) return edge.Refused(MessageNo.ImportUndone);
            var brought = await session.Read(Brought, [new NpgsqlParameter<Guid> { TypedValue = id.Value }, new NpgsqlParameter<string> { TypedValue = MessageImport.Correlation(id.Value) }, new NpgsqlParameter<string> { TypedValue = SupportRequest.Alias }], async row =>
            {
                var all = new List<(Guid Id, long Last)>();
                while (await row.ReadAsync(stop)) all.Add((row.GetGuid(0), row.GetInt64(1)));
                return all;
            }, stop);
            await work.LoadMany<SupportRequest>([.. brought.Select(one => one.Id)], stop);
            var kept = new List<RequestId>();
            foreach (var (request, last) in brought)
            {
                // What came after the import is somebody else's word.
                var isUntouched = (await work.Load<SupportRequest>(request, stop)).Version == last;
                if (!isUntouched || work.Decide<SupportRequest, SupportRequestEvent>(request, PutRequestAway.Ignore) is not null) kept.Add(new(request));
            }
            var undone = brought.Count - kept.Count;
            work.Decide<MessageImport, MessageImportEvent>(id.Value, _ => new MessageImportUndone(undone, kept.Count));
            return await edge.Commit(work, Answer.Of(new MessagesTakenBack(id, undone, kept)), stop);
        })
        .Produces<MessagesTakenBack>().Requires(Permission.KeepSupport).WithSummary("Take an import of text messages back; requests that were changed or billed since stay");
}
