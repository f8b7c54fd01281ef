using System.Runtime.CompilerServices;
using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>Exactly the rows of a filter as a file; it can be imported again.</summary>
internal static class ExportBillingRecords
{
    private const int PageSize = 2_000;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/billing-records/export", async ([AsParameters] RecordFilter filter, Session session, Grid grid, CommandEdge edge, Habits habits, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            if (filter.Check() is { } wrong) return wrong;
            if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json."));
            var today = habits.Today;
            IAsyncEnumerable<GridRow> rows;
            if (filter.WithComputed)
            {
                var (all, refused) = await CycleRows.Read(session, grid, edge, filter, today, sort, stop);
                if (refused is not null) return refused;
                rows = all!.ToAsyncEnumerable();
            }
            else
            {
                if (SavedRows.Query(filter, today, sort, null, out _) is { } unclear) return unclear;
                rows = Saved(session, grid, filter, today, sort, stop);
            }
            var statuses = await StatusNames(session, stop);
            var table = SheetTable.Of("Billing records", Columns(statuses), rows);
            return Results.Stream(to => SheetWriter.WriteAsync(kind, to, table, stop), kind.MediaType(), $"billing-records-{DateText.Write(today)}.{kind.Extension()}");
        })
        .Produces(200, contentType: "text/csv")
        .Requires(Permission.SeeFacilities)
        .WithSummary("Export the filtered billing records as CSV, XLSX or JSON");

    private static SheetColumn<GridRow>[] Columns(IReadOnlyDictionary<StatusId, string> statuses) =>
    [
        SheetColumn<GridRow>.Text("Group", r => r.GroupName),
        SheetColumn<GridRow>.Text("Facility", r => r.FacilityName),
        SheetColumn<GridRow>.Date("Billing Date", r => r.BillingDate),
        SheetColumn<GridRow>.Date("From Date", r => r.From),
        SheetColumn<GridRow>.Date("Through Date", r => r.Through),
        SheetColumn<GridRow>.Text("Status", r => r.StatusId is { } status ? statuses.GetValueOrDefault(status) : null),
        SheetColumn<GridRow>.Money("Billed", r => r.Billed),
        SheetColumn<GridRow>.Money("Paid", r => r.Paid),
        SheetColumn<GridRow>.Money("Outstanding", r => r.Outstanding),
        SheetColumn<GridRow>.Date("Date Paid", r => r.PaidOn),
        SheetColumn<GridRow>.Text("Note", r => r.Note),
        SheetColumn<GridRow>.Text("Currency", r => r.Currency.Code),
        SheetColumn<GridRow>.Text("State", r => r.State.ToString()),
    ];

    private static async IAsyncEnumerable<GridRow> Saved(Session session, Grid grid, RecordFilter filter, DateOnly today, string? sort, [EnumeratorCancellation] CancellationToken stop)
    {
        for (string? cursor = null; ;)
        {
            SavedRows.Query(filter, today, sort, cursor, out var query);
            var page = await SavedRows.Page(session, grid, query, today, PageSize, first: false, stop);
            foreach (var row in page.Items) yield return row;
            if ((cursor = page.NextCursor) is null) yield break;
        }
    }

    private static Task<Dictionary<StatusId, string>> StatusNames(Session session, CancellationToken stop) => session.Read(
        "select (s->>'id')::uuid, s->>'name' from facilities_status_sets t, jsonb_array_elements(t.statuses) s where t.tenant_id = $1", [],
        async reader =>
        {
            var names = new Dictionary<StatusId, string>();
            while (await reader.ReadAsync(stop)) names[new(reader.GetGuid(0))] = reader.GetString(1);
            return names;
        }, stop);
}
