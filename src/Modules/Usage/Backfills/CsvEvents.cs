using System.Text.Json;
using Billing.Documents;

namespace Billing.Usage;

/// <summary>
/// Reads events from a CSV file: the columns id, meter, subject, value and at in any order, and every other column is a property under its name. A blank cell says nothing.
/// Each row is judged by itself, as an event of the intake is.
/// </summary>
internal static class CsvEvents
{
    private static readonly string[] Needed = ["id", "meter", "subject"];
    private static readonly string[] Fields = [.. Needed, "value", "at"];

    /// <summary>Hands each row on; answers why the file as a whole cannot be read, or null.</summary>
    public static async Task<Refusal?> Read(Stream file, Tally tally, CancellationToken stop)
    {
        var reading = await SheetReader.ReadAsync(file, new SheetOptions { Fields = [.. Fields.Select(name => new SheetField(name))] }, stop);
        if (!reading.Succeeded) return new Refusal(reading.Error!.Code, reading.Error.Sentence);
        var columns = reading.Sheet.Columns.Select(name => (Name: Fields.FirstOrDefault(field => field.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name, Own: Fields.Contains(name, StringComparer.OrdinalIgnoreCase))).ToArray();
        if (Needed.FirstOrDefault(needed => !columns.Any(column => column.Own && column.Name == needed)) is { } missing)
            return new Refusal("column-missing", $"There is no column {PlainText.Quote(missing)}. The first row names the columns: id, meter, subject, value, at, and one for each property.").With("column", missing);
        foreach (var row in reading.Sheet.Rows)
            if (row.Count > reading.Sheet.Width) tally.Reject("row-too-long", "This row has more cells than the file has columns. Put a cell that contains a separator in quotes.", row.Line);
            else await tally.Add(Json(row, columns), row.Line);
        return null;
    }

    private static ReadOnlyMemory<byte> Json(SheetRow row, (string Name, bool Own)[] columns)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            Cells(own: true);
            json.WriteStartObject("properties");
            Cells(own: false);
            json.WriteEndObject();
            json.WriteEndObject();

            void Cells(bool own)
            {
                for (var at = 0; at < columns.Length; at++)
                    if (columns[at].Own == own && row[at].Length > 0) json.WriteString(columns[at].Name, row[at]);
            }
        }
        return written.ToArray();
    }
}
