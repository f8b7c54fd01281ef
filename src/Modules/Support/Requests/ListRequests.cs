using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Support;

/// <summary>A page of requests.</summary>
/// <param name="Count">All that the filter wants; on the first page only, as the two that follow.</param>
/// <param name="Hours">Of all that the filter wants.</param>
/// <param name="Counts">How many of them are billable, locked, flagged, and how many are of each category, urgency and source: by names such as urgency.high.</param>
internal sealed record RequestList(IReadOnlyList<RequestCard> Items, string? NextCursor, long? Count, Quantity? Hours, IReadOnlyDictionary<string, long>? Counts);

/// <summary>The requests, newest first, and one of them.</summary>
internal static class ListRequests
{
    internal const string Columns = """
        r.id, r.client_id, r.resolved_on, r.resolved_at, r.type, r.category, r.about, r.description, r.urgency, r.effort, r.hours, r.source, r.web_address, r.outside_id, r.open, r.status, r.flag, r.edited, r.close, r.version
        """;

    private const int Width = 20;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/requests", async ([AsParameters] RequestFilter filter, Session session, IInvoicing invoicing, Streams<SupportTerms> terms, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var agreed = (await terms.Peek(SupportTerms.Id, stop)).State;
            if (filter.Query(out var query, agreed, sort, cursor) is { } unclear) return unclear;
            var page = await Page(session, invoicing, query, agreed, limit ?? Limit.Default, stop);
            if (cursor is not null) return (IResult)Answer.Of(new RequestList(page.Items, page.NextCursor, null, null, null));
            var (hours, counts) = await All(session, filter, agreed, stop);
            return Answer.Of(new RequestList(page.Items, page.NextCursor, counts["all"], hours, counts));
        })
        .Produces<RequestList>().Requires(Permission.SeeSupport).WithSummary("The support requests, newest first, with how many of each kind the filter finds");

        app.MapGet("/api/support/requests/{id}", async (RequestId id, Session session, IInvoicing invoicing, Streams<SupportRequest> requests, Streams<SupportTerms> terms, CancellationToken stop) =>
            await requests.Load(id.Value, stop) is { Exists: true } request
                ? (IResult)Answer.Of(RequestCard.Of(id, request, (await terms.Peek(SupportTerms.Id, stop)).State, await BilledClose.Of(session, invoicing, request.State.Close, stop)), request.Version)
                : Problems.NotFound)
        .Produces<RequestCard>().Requires(Permission.SeeSupport).WithSummary("A support request");
    }

    internal static async Task<Page<RequestCard>> Page(Session session, IInvoicing invoicing, ListQuery query, SupportTerms terms, int limit, CancellationToken stop)
    {
        var page = await session.Read($"select {Columns}{query.CursorColumns} from support_requests r where r.tenant_id = $1{query.Where}{query.Tail(limit)}", query.Values,
            reader => Pages.Read(reader, query, limit, Width, row => Card(row, terms), stop), stop);
        var billed = await BilledClose.Of(session, invoicing, page.Items.Select(one => one.Billed?.Close), stop);
        return page with { Items = [.. page.Items.Select(one => one.Billed is { } close ? one with { Billed = billed[close.Close] } : one)] };
    }

    /// <summary>The ids of what a filter finds, at most so many.</summary>
    internal static Task<List<Guid>> Ids(Session session, ListQuery query, int most, CancellationToken stop) =>
        session.Read($"select r.id from support_requests r where r.tenant_id = $1{query.Where} order by r.resolved_on, r.resolved_at, r.id limit {most}", query.Values, async reader =>
        {
            var ids = new List<Guid>();
            while (await reader.ReadAsync(stop)) ids.Add(reader.GetGuid(0));
            return ids;
        }, stop);

    private static Task<(Quantity Hours, Dictionary<string, long> Counts)> All(Session session, RequestFilter filter, SupportTerms terms, CancellationToken stop)
    {
        filter.Query(out var query, terms);
        var charged = query.Value(terms.ChargedCategories(), NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text);
        return session.Read($"""
            select r.category, r.urgency, r.source, r.status = 'active' and not r.open and r.category = any ({charged}), r.close is not null, r.flag is not null, count(*), sum(r.hours)
            from support_requests r where r.tenant_id = $1{query.Where} group by 1, 2, 3, 4, 5, 6
            """, query.Values, async row =>
        {
            var (hours, counts) = (0m, new Dictionary<string, long> { ["all"] = 0, ["billable"] = 0, ["locked"] = 0, ["flagged"] = 0 });
            while (await row.ReadAsync(stop))
            {
                var count = row.GetInt64(6);
                hours += row.GetDecimal(7);
                List<string> kinds = ["all", $"category.{row.GetString(0)}", $"urgency.{row.GetString(1)}", $"source.{row.GetString(2)}"];
                if (row.GetBoolean(3)) kinds.Add("billable");
                if (row.GetBoolean(4)) kinds.Add("locked");
                if (row.GetBoolean(5)) kinds.Add("flagged");
                foreach (var kind in kinds) counts[kind] = counts.GetValueOrDefault(kind) + count;
            }
            return (new Quantity(hours), counts);
        }, stop);
    }

    internal static RequestCard Card(NpgsqlDataReader row, SupportTerms terms) => RequestCard.Of(
        new(row.GetGuid(0)),
        new SupportRequest(
            row.GetGuid(1), row.GetFieldValue<DateOnly>(2), TimeOnly.MinValue.Add(TimeSpan.FromSeconds(row.GetInt32(3))), row.GetString(4), row.GetString(5), new PersonalText(row.GetGuid(6), row.GetString(7)), Words.Read<Urgency>(row.GetString(8)), Words.Read<Effort>(row.GetString(9)),
            new Quantity(row.GetDecimal(10)), Words.Read<RequestSource>(row.GetString(11)), row.GetString(12), row.GetString(13), row.GetBoolean(14), Words.Read<RequestStatus>(row.GetString(15)), row.IsDBNull(16) ? null : row.GetString(16), [], (RequestFields)row.GetInt32(17),
            row.IsDBNull(18) ? null : row.GetString(18)),
        terms, null, row.GetInt64(19));
}
