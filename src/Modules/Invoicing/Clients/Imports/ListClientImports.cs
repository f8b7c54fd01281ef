using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>An import of clients as the list shows it.</summary>
/// <param name="State">running, done or undone.</param>
/// <param name="Progress">0 to 1.</param>
internal sealed record ClientImportLine(ImportId ImportId, DateTimeOffset? At, string? Actor, string FileName, [property: AllowedValues("running", "done", "undone")] string State, int Accepted, int Unchanged, int Rejected, DateTimeOffset? UndoneAt, double Progress)
{
    private const string Columns = "i.id, i.taken_at, i.taken_by, i.file_name, i.accepted, i.unchanged, i.rejected, i.undone_at";

    private static readonly Dictionary<string, SortField> Fields = new() { ["takenAt"] = new("i.taken_at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/client-imports", async (Session session, CancellationToken stop, int? limit = null, string? cursor = null) =>
        {
            var query = new ListQuery(Fields, new("i.id", NpgsqlDbType.Uuid));
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if ((query.Sort(null, "-takenAt") ?? query.After(cursor)) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {Columns}{query.CursorColumns} from invoicing_client_imports i where i.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 8, Row, stop)), stop);
        })
        .Produces<Page<ClientImportLine>>().Requires(Permission.SeeInvoicing).WithSummary("The imports of clients taken so far, newest first");

        app.MapGet("/api/client-imports/{id}", async (ImportId id, Session session, WorkProgress progress, CancellationToken stop) =>
        {
            if (progress.Find(session.Tenant, id.Value) is { } running) return Answer.Of(new ClientImportLine(id, null, null, running.What, "running", 0, 0, 0, null, running.Done));
            return await session.Read($"select {Columns} from invoicing_client_imports i where i.tenant_id = $1 and i.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }],
                async reader => await reader.ReadAsync(stop) ? Answer.Of(Row(reader)) : (IResult)Problems.NotFound, stop);
        })
        .Produces<ClientImportLine>().Requires(Permission.SeeInvoicing).WithSummary("An import of clients, and how far it has come");
    }

    private static ClientImportLine Row(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), new DateTimeOffset(row.GetDateTime(1), TimeSpan.Zero), row.GetString(2), row.GetString(3), row.IsDBNull(7) ? "done" : "undone", row.GetInt32(4), row.GetInt32(5), row.GetInt32(6),
        row.IsDBNull(7) ? null : new DateTimeOffset(row.GetDateTime(7), TimeSpan.Zero), 1);
}
