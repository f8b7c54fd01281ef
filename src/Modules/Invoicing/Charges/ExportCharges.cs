using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Exactly the charges of a filter as a file, a page at a time: however many there are, memory stays flat.</summary>
internal static class ExportCharges
{
    private static readonly SheetColumn<ChargeCard>[] Columns =
    [
        SheetColumn<ChargeCard>.Text("Client", r => r.ClientName),
        SheetColumn<ChargeCard>.Text("Description", r => r.Description),
        SheetColumn<ChargeCard>.Text("State", r => Words.Of(r.State)),
        SheetColumn<ChargeCard>.Text("Source", r => r.Source.Module),
        SheetColumn<ChargeCard>.Text("Kind", r => r.Source.Kind),
        SheetColumn<ChargeCard>.Text("Fact", r => r.Source.Fact),
        SheetColumn<ChargeCard>.Date("From Date", r => r.Period?.From),
        SheetColumn<ChargeCard>.Date("Through Date", r => r.Period?.Through),
        SheetColumn<ChargeCard>.Date("Available From", r => r.AvailableFrom),
        SheetColumn<ChargeCard>.Number("Quantity", r => r.Quantity.Value),
        SheetColumn<ChargeCard>.Number("Unit Price", r => r.UnitPrice.Value),
        SheetColumn<ChargeCard>.Money("Amount", r => r.Amount),
        SheetColumn<ChargeCard>.Money("Corrected", r => r.Corrected),
        SheetColumn<ChargeCard>.Text("Currency", r => r.Amount.Currency.Code),
        SheetColumn<ChargeCard>.Text("Tax Category", r => r.TaxCategory),
        SheetColumn<ChargeCard>.Text("Group", r => r.Group),
        SheetColumn<ChargeCard>.Text("Withdrawn Because", r => r.WithdrawnBecause),
        SheetColumn<ChargeCard>.Instant("Posted At", r => r.PostedAt),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/charges/export", ([AsParameters] ChargeFilter filter, Session session, Today today, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            if (filter.Query(out _, sort) is { } unclear) return unclear;
            return ExportedList.File(format, "Charges", "charges", today.Date, Columns, cursor =>
            {
                filter.Query(out var query, sort, cursor);
                return ListCharges.Page(session, query, ExportedList.PageSize, stop);
            }, stop);
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered charges as CSV, XLSX or JSON");
}
