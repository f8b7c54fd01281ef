using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Billing.Documents;

/// <summary>A table as RFC 4180 text.</summary>
internal static class CsvFile
{
    private const int Chunk = 32 * 1024;

    public static async Task WriteAsync(Stream to, SheetTable table, char separator, bool mark, CancellationToken stop)
    {
        if (separator is '"' or '\r' or '\n') throw new ArgumentException("A quote or a line break separates no cells.", nameof(separator));
        var special = SearchValues.Create([separator, '"', '\r', '\n']);
        var pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(leaveOpen: true));
        if (mark) pipe.Write(Encoding.UTF8.Preamble);
        for (var i = 0; i < table.Columns.Count; i++) Write(SheetText.Neutralise(table.Columns[i].Name), i);
        Encoding.UTF8.GetBytes("\r\n", pipe);
        await foreach (var cells in table.RowsAsync(stop))
        {
            for (var i = 0; i < cells.Length; i++) Write(Spell(cells[i]), i);
            Encoding.UTF8.GetBytes("\r\n", pipe);
            if (pipe.UnflushedBytes > Chunk) await pipe.FlushAsync(stop);
        }
        await pipe.CompleteAsync();

        void Write(string text, int column)
        {
            if (column > 0) Encoding.UTF8.GetBytes([separator], pipe);
            // A lone blank cell would read as a blank line, so it is quoted.
            var quote = text.AsSpan().ContainsAny(special) || text.StartsWith(' ') || text.EndsWith(' ') || (text.Length == 0 && table.Columns.Count == 1);
            Encoding.UTF8.GetBytes(quote ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text, pipe);
        }
    }

    private static string Spell(in SheetCell cell) => cell.Kind switch
    {
        SheetCell.Is.Text => SheetText.Neutralise(cell.Text),
        SheetCell.Is.Typed => SheetText.NeutraliseButNumbers(cell.Text),
        SheetCell.Is.Money => new Money(cell.Number, cell.Currency).ToAmountText(),
        SheetCell.Is.Number => cell.Number.ToString(CultureInfo.InvariantCulture),
        SheetCell.Is.Date => DateText.Write(DateOnly.FromDateTime(cell.When)),
        SheetCell.Is.Instant => cell.When.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        SheetCell.Is.YesNo => cell.Number == 1 ? "TRUE" : "FALSE",
        _ => "",
    };
}
