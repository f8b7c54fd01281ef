using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>All clients as a file, in the columns that the import reads: taken over again it changes nothing.</summary>
internal static class ExportClients
{
    internal static readonly SheetColumn<Client>[] Columns = [.. ClientFields.All.Select(field => SheetColumn<Client>.Text(field.Field.Name, field.Written))];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/clients/export", async (Session session, Today today, CancellationToken stop, string? format = null, bool archived = false) =>
        {
            if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json."));
            var clients = (await ClientsOnRecord.All(session, stop)).Select(known => known.Client).Where(client => archived || client.Standing == ClientStanding.Active);
            var table = SheetTable.Of("Clients", Columns, clients);
            return Results.Stream(to => SheetWriter.WriteAsync(kind, to, table, stop), kind.MediaType(), $"clients-{DateText.Write(today.Date)}.{kind.Extension()}");
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export clients as CSV, XLSX or JSON, in the columns that the import reads");
}
