using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>A request as the client who asked sees it.</summary>
/// <param name="On">The day on which it was resolved, where the organisation is; of an open one, on which it came in.</param>
/// <param name="At">The time of that day.</param>
/// <param name="Type">What kind it is, in words.</param>
/// <param name="Category">Its category, as people call it.</param>
/// <param name="Description">What was asked, as plain text.</param>
/// <param name="Status">Whether it is still being worked on.</param>
/// <param name="Source">How it came in.</param>
internal sealed record PortalTicket(RequestId Id, DateOnly On, TimeOnly At, string Type, string Category, string Description, [property: AllowedValues("open", "resolved")] string Status, RequestSource Source);

/// <summary>What the guest's client asked for: what counts, and nothing that was put away or was never a request.</summary>
internal static class PortalTickets
{
    private const string Columns = "r.id, r.resolved_on, r.resolved_at, r.type, r.category, r.description, r.open, r.source";
    private const int Width = 8;

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["on"] = new("r.resolved_on", NpgsqlDbType.Date),
        ["at"] = new("r.resolved_at::bigint", NpgsqlDbType.Bigint),
    };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/portal/tickets", async (PortalGuest guest, Session session, Streams<SupportTerms> terms, CancellationToken stop, [FromQuery, AllowedValues("open", "resolved")] string? status = null, string? search = null, int? limit = null, string? cursor = null) =>
            {
                if (Limit.Check(limit) is { } tooMany) return tooMany;
                if (status is not (null or "open" or "resolved")) return Problems.BadRequest(new Fault("?status", "A ticket is open or resolved."));
                var query = Query(guest).Filter("(r.description ilike @ or r.type ilike @)", Search.Pattern(search), NpgsqlDbType.Text);
                if (status is not null) query.Filter(status == "open" ? "r.open" : "not r.open");
                if ((query.Sort(null, "-on,-at") ?? query.After(cursor)) is { } unclear) return unclear;
                var (rows, agreed) = (limit ?? Limit.Default, (await terms.Peek(SupportTerms.Id, stop)).State);
                return await session.Read($"select {Columns}{query.CursorColumns} from support_requests r where r.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                    async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, row => Ticket(row, agreed), stop)), stop);
            })
            .Produces<Page<PortalTicket>>().RequiresGuest().WithSummary("What the client asked for, the latest first");

        app.MapGet("/api/portal/tickets/{id}", async (RequestId id, PortalGuest guest, Session session, Streams<SupportTerms> terms, CancellationToken stop) =>
            {
                var (query, agreed) = (Query(guest).Filter("r.id = @", id.Value, NpgsqlDbType.Uuid), (await terms.Peek(SupportTerms.Id, stop)).State);
                return await session.Read($"select {Columns} from support_requests r where r.tenant_id = $1{query.Where}", query.Values, async reader => await reader.ReadAsync(stop) ? (IResult)Answer.Of(Ticket(reader, agreed)) : Problems.NotFound, stop);
            })
            .Produces<PortalTicket>().RequiresGuest().WithSummary("Something that the client asked for");
    }

    private static ListQuery Query(PortalGuest guest) => new ListQuery(Fields, new("r.id", NpgsqlDbType.Uuid)).Filter("r.client_id = @", guest.Client.Id, NpgsqlDbType.Uuid).Filter("r.status = 'active'");

    private static PortalTicket Ticket(NpgsqlDataReader row, SupportTerms terms) => new(
        new(row.GetGuid(0)), row.GetFieldValue<DateOnly>(1), TimeOnly.MinValue.Add(TimeSpan.FromSeconds(row.GetInt32(2))), row.GetString(3), terms.Category(row.GetString(4))?.Name ?? row.GetString(4), row.GetString(5), row.GetBoolean(6) ? "open" : "resolved",
        Words.Read<RequestSource>(row.GetString(7)));
}
