using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Exactly the recurring invoices of a filter as a file, a page at a time: however many there are, memory stays flat.</summary>
internal static class ExportRecurringInvoices
{
    private static readonly SheetColumn<RecurringInvoiceListRow>[] Columns =
    [
        SheetColumn<RecurringInvoiceListRow>.Text("Client", r => r.ClientName),
        SheetColumn<RecurringInvoiceListRow>.Text("State", r => Words.Of(r.State)),
        SheetColumn<RecurringInvoiceListRow>.Text("Schedule", r => r.Schedule.Words),
        SheetColumn<RecurringInvoiceListRow>.Date("Next On", r => r.NextOn),
        SheetColumn<RecurringInvoiceListRow>.Money("Total", r => r.Total),
        SheetColumn<RecurringInvoiceListRow>.Text("Currency", r => r.Total?.Currency.Code),
        SheetColumn<RecurringInvoiceListRow>.Text("Then", r => Words.Of(r.Then)),
        SheetColumn<RecurringInvoiceListRow>.Number("Invoiced", r => r.Invoiced),
        SheetColumn<RecurringInvoiceListRow>.Number("Left Out", r => r.LeftOut),
        SheetColumn<RecurringInvoiceListRow>.Number("Parked", r => r.Parked),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/recurring-invoices/export", ([AsParameters] RecurringFilter filter, Session session, Today today, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            if (filter.Query(out _, sort) is { } unclear) return unclear;
            return ExportedList.File(format, "Recurring Invoices", "recurring-invoices", today.Date, Columns, cursor =>
            {
                filter.Query(out var query, sort, cursor);
                return ListRecurringInvoices.Page(session, query, ExportedList.PageSize, stop);
            }, stop);
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered recurring invoices as CSV, XLSX or JSON");
}
