using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Facilities;

/// <summary>An import as the list shows it.</summary>
/// <param name="State">running, done or undone.</param>
/// <param name="Progress">0 to 1.</param>
internal sealed record ImportLineItem(ImportId ImportId, DateTimeOffset? At, string? Actor, string FileName, [property: AllowedValues("running", "done", "undone")] string State, int Accepted, int Unchanged, int Rejected, DateTimeOffset? UndoneAt, double Progress);

/// <summary>The imports taken so far, newest first.</summary>
internal static class ListImports
{
    private const string Columns = "i.id, i.taken_at, i.taken_by, i.file_name, i.undone_at, i.accepted, i.unchanged, i.rejected";

    private static readonly Dictionary<string, SortField> Fields = new() { ["takenAt"] = new("i.taken_at", NpgsqlDbType.TimestampTz) };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/imports", async (Session session, CancellationToken stop, int? limit = null, string? cursor = null) =>
        {
            var query = new ListQuery(Fields, new("i.id", NpgsqlDbType.Uuid));
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if ((query.Sort(null, "-takenAt") ?? query.After(cursor)) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {Columns}{query.CursorColumns} from facilities_imports i where i.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 8, Row, stop)), stop);
        })
        .Produces<Page<ImportLineItem>>().Requires(Permission.SeeFacilities).WithSummary("The imports taken so far, newest first");

        app.MapGet("/api/imports/{id}", async (ImportId id, Session session, WorkProgress progress, CancellationToken stop) =>
        {
            if (progress.Find(session.Tenant, id.Value) is { } running) return Answer.Of(new ImportLineItem(id, null, null, running.What, "running", 0, 0, 0, null, running.Done));
            return await session.Read($"select {Columns} from facilities_imports i where i.tenant_id = $1 and i.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }],
                async reader => await reader.ReadAsync(stop) ? Answer.Of(Row(reader)) : (IResult)Problems.NotFound, stop);
        })
        .Produces<ImportLineItem>().Requires(Permission.SeeFacilities).WithSummary("An import, and how far it has come");
    }

    private static ImportLineItem Row(NpgsqlDataReader reader) => new(
        new(reader.GetGuid(0)), new DateTimeOffset(reader.GetDateTime(1), TimeSpan.Zero), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? "done" : "undone",
        reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7), reader.IsDBNull(4) ? null : new DateTimeOffset(reader.GetDateTime(4), TimeSpan.Zero), 1);
}
