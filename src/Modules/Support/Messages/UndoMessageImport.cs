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
        select e.stream_id, s.version from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where e.tenant_id = $1 and e.correlation_id = $3 and s.type = $4 and e.seq_id > (select seq_id from mt_events where tenant_id = $1 and stream_id = $2 and version = 1) - 10000
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
                var all = new List<(Guid Id, bool Untouched)>();
                while (await row.ReadAsync(stop)) all.Add((row.GetGuid(0), row.GetInt64(1) == 1));
                return all;
            }, stop);
            var undone = brought.Where(one => one.Untouched).Select(one => one.Id).ToList();
            await work.LoadMany<SupportRequest>(undone, stop);
            foreach (var request in undone) work.Decide<SupportRequest, SupportRequestEvent>(request, _ => new RequestIgnored(ToldBy.Person));
            work.Decide<MessageImport, MessageImportEvent>(id.Value, _ => new MessageImportUndone(undone.Count, brought.Count - undone.Count));
            return await edge.Commit(work, Answer.Of(new MessagesTakenBack(id, undone.Count, [.. brought.Where(one => !one.Untouched).Select(one => new RequestId(one.Id))])), stop);
        })
        .Produces<MessagesTakenBack>().Requires(Permission.KeepSupport).WithSummary("Take an import of text messages back; requests that were changed or billed since stay");
}
