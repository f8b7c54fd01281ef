using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>An import of usage as the list shows it.</summary>
/// <param name="Format">usage or focus.</param>
/// <param name="State">done, or undone: taken back.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who took it over.</param>
/// <param name="Accepted">Lines that made a record, or took the place of one.</param>
/// <param name="Rejected">Lines that could not be taken.</param>
internal sealed record AiImportLine(
    AiImportId ImportId, DateTimeOffset At, string By, string FileName, [property: AllowedValues("usage", "focus")] string Format, [property: AllowedValues("done", "undone")] string State, int Accepted, int Unchanged, int Rejected, DateTimeOffset? UndoneAt);

/// <summary>The files of usage that were taken over.</summary>
internal static class ListAiImports
{
    private const int Width = 9;

    private static readonly Dictionary<string, SortField> Fields = new() { ["takenAt"] = new("i.taken_at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/ai/usage/imports", async (Session session, CancellationToken stop, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("i.id", NpgsqlDbType.Uuid));
            if ((query.Sort("-takenAt", "-takenAt") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select i.id, i.taken_at, i.taken_by, i.file_name, i.format, i.undone_at, i.accepted, i.unchanged, i.rejected{query.CursorColumns} from ai_imports i where i.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, Line, stop)), stop);
        })
        .Produces<Page<AiImportLine>>().Requires(Permission.SeeAiCosts).WithSummary("The files of usage that were taken over, newest first");

    private static AiImportLine Line(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? "done" : "undone", row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5));
}
