using Billing.Documents;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Reporting;

/// <summary>All rows of a report as a file.</summary>
internal static class ExportReport
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/reports/{name}/export", (string name, ReportDesk desk, CancellationToken stop, string? format = null, DateOnly? from = null, DateOnly? to = null, string? at = null) =>
        {
            if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Task.FromResult<IResult>(Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json.")));
            return desk.Tell(name, from, to, at, told => Results.Stream(into => SheetWriter.WriteAsync(kind, into, Table(told), stop), kind.MediaType(), FileName(told, kind)), stop);
        })
        .Produces(200, contentType: "text/csv").RequiresSignIn().WithSummary("Export a report, as of now or of any instant before, as CSV, XLSX or JSON");

    /// <summary>What the file is called.</summary>
    public static string FileName(ToldReport told, SheetFormat format) => $"{told.Kind.Name}-{DateText.Write(told.Days.Through)}.{format.Extension()}";

    /// <summary>The report as a table; amounts have the currency in a column beside them.</summary>
    public static SheetTable Table(ToldReport told)
    {
        var columns = told.Kind.Columns.Index().Select(column => Column(column.Index, column.Item, told.Rows)).ToList();
        if (told.Kind.Columns.Any(column => column.Holds == ReportCell.Money)) columns.Add(SheetColumn<ReportRow>.Text("Currency", row => row.Cells.OfType<ReportAmount>().FirstOrDefault()?.Currency.Code));
        return SheetTable.Of(told.Kind.Name, columns, told.Rows);
    }

    private static SheetColumn<ReportRow> Column(int at, ReportColumn column, IReadOnlyList<ReportRow> rows) => column.Holds switch
    {
        ReportCell.Money when rows.All(row => row.Cells[at] is not ReportAmount amount || amount.Amount == decimal.Round(amount.Amount, amount.Currency.MinorUnits)) =>
            SheetColumn<ReportRow>.Money(column.Title, row => row.Cells[at] is ReportAmount amount ? new Money(amount.Amount, amount.Currency) : null),
        ReportCell.Money => SheetColumn<ReportRow>.Number(column.Title, row => (row.Cells[at] as ReportAmount)?.Amount),
        ReportCell.Number => SheetColumn<ReportRow>.Number(column.Title, row => row.Cells[at] as decimal?),
        ReportCell.Day or ReportCell.Month => SheetColumn<ReportRow>.Date(column.Title, row => row.Cells[at] switch { DateOnly day => day, ReportLink link => DateOnly.ParseExact(link.Text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), _ => null }),
        _ => SheetColumn<ReportRow>.Text(column.Title, row => ReportText.Plain(row.Cells[at])),
    };
}
