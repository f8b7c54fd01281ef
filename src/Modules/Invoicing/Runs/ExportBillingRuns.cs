using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Exactly the billing runs of a filter as a file: a line for each currency a run came to, since currencies are never added.</summary>
internal static class ExportBillingRuns
{
    private static readonly SheetColumn<Line>[] Columns =
    [
        SheetColumn<Line>.Date("From Date", r => r.Run.Period.From),
        SheetColumn<Line>.Date("Through Date", r => r.Run.Period.Through),
        SheetColumn<Line>.Text("State", r => Words.Of(r.Run.State)),
        SheetColumn<Line>.Instant("Started At", r => r.Run.StartedAt),
        SheetColumn<Line>.Text("Started By", r => r.Run.StartedBy),
        SheetColumn<Line>.Text("Currency", r => r.Totals?.Currency.Code),
        SheetColumn<Line>.Number("Drafts", r => r.Totals?.Drafts),
        SheetColumn<Line>.Money("Drafted", r => r.Totals?.Drafted),
        SheetColumn<Line>.Number("Invoices", r => r.Totals?.Invoices),
        SheetColumn<Line>.Money("Issued", r => r.Totals?.Issued),
        SheetColumn<Line>.Number("Parked", r => r.First ? r.Run.Counts.Parked : null),
        SheetColumn<Line>.Number("Left Out", r => r.First ? r.Run.Counts.LeftOut : null),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/billing-runs/export", ([AsParameters] RunFilter filter, Session session, Today today, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            if (filter.Query(out _, sort) is { } unclear) return unclear;
            return ExportedList.File(format, "Billing Runs", "billing-runs", today.Date, Columns, async cursor =>
            {
                filter.Query(out var query, sort, cursor);
                var page = await ListBillingRuns.Page(session, query, ExportedList.PageSize, stop);
                return new Page<Line>([.. page.Items.SelectMany(Lines)], page.NextCursor);
            }, stop);
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered billing runs as CSV, XLSX or JSON, a line for each currency");

    // What is counted over all currencies stands on the first line alone: a column can be added up.
    private static IEnumerable<Line> Lines(BillingRunListRow run) => run.Totals.Count == 0 ? [new Line(run, null, true)] : run.Totals.Select((totals, n) => new Line(run, totals, n == 0));

    private sealed record Line(BillingRunListRow Run, RunTotals? Totals, bool First);
}
