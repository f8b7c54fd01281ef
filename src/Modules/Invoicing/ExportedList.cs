using System.Runtime.CompilerServices;
using Billing.Documents;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Invoicing;

/// <summary>A filtered list as a file, a page at a time: however many rows there are, memory stays flat.</summary>
internal static class ExportedList
{
    /// <summary>Rows read at once.</summary>
    public const int PageSize = 2_000;

    /// <summary>The file; 400 for a format that is not offered.</summary>
    /// <param name="format">As asked for; null: CSV.</param>
    /// <param name="title">Of the table.</param>
    /// <param name="name">Of the file, before day and extension.</param>
    /// <param name="on">Today, where the organisation is.</param>
    /// <param name="page">Reads the page that a cursor begins; null: the first.</param>
    public static IResult File<T>(string? format, string title, string name, DateOnly on, SheetColumn<T>[] columns, Func<string?, Task<Page<T>>> page, CancellationToken stop)
    {
        if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json."));
        var table = SheetTable.Of(title, columns, Rows(page, stop));
        return Results.Stream(to => SheetWriter.WriteAsync(kind, to, table, stop), kind.MediaType(), $"{name}-{DateText.Write(on)}.{kind.Extension()}");
    }

    /// <summary>The file of rows that are there already.</summary>
    public static IResult File<T>(string? format, string title, string name, DateOnly on, SheetColumn<T>[] columns, IEnumerable<T> rows, CancellationToken stop) =>
        File(format, title, name, on, columns, _ => Task.FromResult(new Page<T>([.. rows], null)), stop);

    private static async IAsyncEnumerable<T> Rows<T>(Func<string?, Task<Page<T>>> read, [EnumeratorCancellation] CancellationToken stop)
    {
        for (string? cursor = null; ;)
        {
            stop.ThrowIfCancellationRequested();
            var page = await read(cursor);
            foreach (var row in page.Items) yield return row;
            if ((cursor = page.NextCursor) is null) yield break;
        }
    }
}
