namespace Billing.Documents;

/// <summary>
/// Writes tables as CSV, XLSX or JSON to a stream, row by row: memory stays flat however many rows come, and only asynchronous calls are made on the stream,
/// so that an HTTP answer will do. The stream is not disposed. Equal rows give equal bytes.
/// </summary>
public static class SheetWriter
{
    /// <summary>Writes one table in the format asked for; CSV with a byte-order mark, so that spreadsheets know it is UTF-8.</summary>
    public static Task WriteAsync(SheetFormat format, Stream to, SheetTable table, CancellationToken stop = default) => format switch
    {
        SheetFormat.Csv => CsvAsync(to, table, stop: stop),
        SheetFormat.Xlsx => XlsxAsync(to, [table], stop),
        SheetFormat.Json => JsonAsync(to, table, stop),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>Writes RFC 4180 text in UTF-8 with CR LF: ISO dates, numbers with a point, text cells that would run as a formula behind an apostrophe.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="table">What.</param>
    /// <param name="separator">What stands between two cells.</param>
    /// <param name="mark">Whether a byte-order mark comes first.</param>
    /// <param name="stop">Stops between two rows.</param>
    public static Task CsvAsync(Stream to, SheetTable table, char separator = ',', bool mark = true, CancellationToken stop = default) => CsvFile.WriteAsync(to, table, separator, mark, stop);

    /// <summary>
    /// Writes a workbook with a sheet per table: bold frozen header, filter, widths, typed cells. A table of more than 1,048,575 rows goes on in a further sheet.
    /// Text beyond 32,767 characters is cut with an ellipsis.
    /// </summary>
    public static Task XlsxAsync(Stream to, IReadOnlyList<SheetTable> tables, CancellationToken stop = default) => XlsxFile.WriteAsync(to, tables, XlsxFile.MaxRows, stop);

    /// <summary>Writes a JSON array with one object per row; a column <c>Billing Date</c> is the member <c>billingDate</c>, a blank cell is null.</summary>
    public static Task JsonAsync(Stream to, SheetTable table, CancellationToken stop = default) => JsonFile.WriteAsync(to, table, stop);
}
