using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Exactly the payments of a filter as a file, a page at a time: however many there are, memory stays flat.</summary>
internal static class ExportPayments
{
    private static readonly SheetColumn<PaymentListRow>[] Columns =
    [
        SheetColumn<PaymentListRow>.Date("Received On", r => r.ReceivedOn),
        SheetColumn<PaymentListRow>.Text("Reference", r => r.Reference),
        SheetColumn<PaymentListRow>.Text("Client", r => r.ClientName),
        SheetColumn<PaymentListRow>.Text("Method", r => Words.Of(r.Method)),
        SheetColumn<PaymentListRow>.Money("Amount", r => r.Amount),
        SheetColumn<PaymentListRow>.Money("Fee", r => r.Fee),
        SheetColumn<PaymentListRow>.Money("Allocated", r => r.Allocated),
        SheetColumn<PaymentListRow>.Money("Credited", r => r.Credited),
        SheetColumn<PaymentListRow>.Money("Refunded", r => r.Refunded),
        SheetColumn<PaymentListRow>.Text("Currency", r => r.Amount.Currency.Code),
        SheetColumn<PaymentListRow>.YesNo("Undone", r => r.Undone),
        SheetColumn<PaymentListRow>.Text("Note", r => r.Note),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/payments/export", ([AsParameters] PaymentFilter filter, Session session, Today today, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            if (filter.Query(out _, sort) is { } unclear) return unclear;
            return ExportedList.File(format, "Payments", "payments", today.Date, Columns, cursor =>
            {
                filter.Query(out var query, sort, cursor);
                return ListPayments.Page(session, query, ExportedList.PageSize, stop);
            }, stop);
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered payments as CSV, XLSX or JSON");
}
