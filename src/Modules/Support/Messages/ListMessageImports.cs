using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>A taking-over of messages as rows.</summary>
internal sealed record MessageImportRow(
    Guid Id, string FileName, DateTimeOffset TakenAt, string TakenBy, int Accepted, int Unchanged, int LeftOut, int Rejected, DateTimeOffset? UndoneAt, int TakenBack, int Kept, long Version);

internal sealed class MessageImportRows : Projection<MessageImportRow>
{
    public MessageImportRows() : base("support.message_imports", new RowTable<MessageImportRow>("support_message_imports"), Lifecycle.Inline, inlineStream: MessageImport.Alias)
    {
        CoversAll<MessageImportEvent>();
        Uses<MessagesImported>((_, e, at) => new MessageImportRow(at.StreamId, e.FileName, at.At, at.Recorded.Actor.Name, e.Accepted, e.Unchanged, e.LeftOut, e.Rejected, null, 0, 0, at.Version));
        Uses<RequestsImported>((_, e, at) => new MessageImportRow(at.StreamId, e.FileName, at.At, at.Recorded.Actor.Name, e.Accepted, e.Unchanged, 0, e.Rejected, null, 0, 0, at.Version));
        Uses<MessageImportUndone>((row, e, at) => row! with { UndoneAt = at.At, TakenBack = e.Undone, Kept = e.Kept, Version = at.Version });
    }
}

/// <summary>A taking-over of messages as the list shows it.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">Who took it over.</param>
/// <param name="State">done, or undone: taken back.</param>
/// <param name="Accepted">Messages that became requests.</param>
/// <param name="Unchanged">Messages that had become requests before, and repeated ones.</param>
/// <param name="LeftOut">Messages that are none.</param>
/// <param name="Rejected">Lines that could not be read.</param>
/// <param name="UndoneAt">UTC; null: it stands.</param>
/// <param name="Undone">Requests that taking it back put away.</param>
/// <param name="Kept">Requests that stayed all the same, because people had changed or billed them.</param>
internal sealed record MessageImportLine(
    MessageImportId ImportId, DateTimeOffset At, string By, string FileName, [property: AllowedValues("done", "undone")] string State, int Accepted, int Unchanged, int LeftOut, int Rejected, DateTimeOffset? UndoneAt, int Undone, int Kept);

/// <summary>The files of text messages that were taken over.</summary>
internal static class ListMessageImports
{
    private const int Width = 11;

    private static readonly Dictionary<string, SortField> Fields = new() { ["takenAt"] = new("i.taken_at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/support/requests/imports", async (Session session, CancellationToken stop, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("i.id", NpgsqlDbType.Uuid));
            if ((query.Sort("-takenAt", "-takenAt") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read(
                $"select i.id, i.taken_at, i.taken_by, i.file_name, i.accepted, i.unchanged, i.left_out, i.rejected, i.undone_at, i.taken_back, i.kept{query.CursorColumns} from support_message_imports i where i.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, Line, stop)), stop);
        })
        .Produces<Page<MessageImportLine>>().Requires(Permission.SeeSupport).WithSummary("The files of text messages and of requests that were taken over, newest first");

    private static MessageImportLine Line(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), row.IsDBNull(8) ? "done" : "undone", row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8), row.GetInt32(9), row.GetInt32(10));
}
