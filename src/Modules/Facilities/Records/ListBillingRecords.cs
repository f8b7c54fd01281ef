using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>The grid: one row per facility and cycle, with totals per currency.</summary>
internal static class ListBillingRecords
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/billing-records", async ([AsParameters] RecordFilter filter, HttpRequest request, Session session, Grid grid, CommandEdge edge, Habits habits, SnapshotCache remembered, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (filter.Check() is { } wrong) return wrong;
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var today = habits.Today;
            var size = limit ?? Limit.Default;
            if (filter.WithComputed)
            {
                var (rows, refused) = await CycleRows.Read(session, grid, edge, filter, today, sort, stop);
                return refused ?? CycleRows.Page(rows!, size, cursor);
            }
            if (SavedRows.Query(filter, today, sort, cursor, out var query) is { } unclear) return unclear;
            var body = await remembered.Get(session, $"{request.Path}{request.QueryString} {today:O}", async () =>
                Answer.Of(await SavedRows.Page(session, grid, query, today, size, cursor is null, stop)).Body, stop);
            return (IResult)new Answer(200, body!);
        })
        .Produces<GridPage>()
        .Requires(Permission.SeeFacilities)
        .WithSummary("Billing records and cycles, with totals per currency");
}
