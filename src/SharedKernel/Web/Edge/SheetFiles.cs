using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>Spreadsheets that are taken over, and what of them was not.</summary>
public static class SheetFiles
{
    /// <summary>Takes a CSV or XLSX file as the body, or in a form.</summary>
    public static RouteHandlerBuilder TakesSheets(this RouteHandlerBuilder endpoint) =>
        endpoint.TakesFiles().DisableAntiforgery().Accepts<IFormFile>("multipart/form-data", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream");

    /// <summary>Takes a CSV or XLSX file as the body, or in a form with what somebody decided about it.</summary>
    /// <typeparam name="TOptions">The decisions.</typeparam>
    public static RouteHandlerBuilder TakesSheets<TOptions>(this RouteHandlerBuilder endpoint) => endpoint.TakesSheets().DescribesForm<TOptions>();

    /// <summary>Answers with the lines that were not taken, as CSV whatever the file is.</summary>
    /// <param name="fileName">Of the file that they come from.</param>
    /// <param name="write">Writes them.</param>
    public static IResult Rejected(string fileName, Func<Stream, Task> write) => Results.Stream(write, "text/csv; charset=utf-8", $"rejected-{Path.GetFileNameWithoutExtension(fileName)}.csv");
}
