using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Exactly the clients of a filter as a file, in the columns that the import reads: taken over again it changes nothing.</summary>
internal static class ExportClients
{
    internal static readonly SheetColumn<Client>[] Columns = [.. ClientFields.All.Select(field => SheetColumn<Client>.Text(field.Field.Name, field.Written))];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/clients/export", ([AsParameters] ClientFilter filter, Session session, Today today, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            if (filter.Query(out _, sort) is { } unclear) return unclear;
            return ExportedList.File(format, "Clients", "clients", today.Date, Columns, async cursor =>
            {
                filter.Query(out var query, sort, cursor);
                var page = await ListClients.Page(session, query, ExportedList.PageSize, stop);
                return new Page<Client>([.. page.Items.Select(Of)], page.NextCursor);
            }, stop);
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered clients as CSV, XLSX or JSON, in the columns that the import reads");

    private static Client Of(ClientCard c) => new(
        c.Name, c.Emails.ToValueList(), c.CcEmails.ToValueList(), c.Phone, c.Address, c.TaxId, c.Currency, c.Language, c.TermsDays, c.TaxTreatment, c.ExemptionReason, c.Note,
        new(c.StripeId, c.HelpDeskId, c.CrmId, c.AccountingId), c.Standing, c.MergedInto, !c.Reminders);
}
