using System.IO.Pipelines;
using System.Text.Json;

namespace Billing.Documents;

/// <summary>A table as a JSON array.</summary>
internal static class JsonFile
{
    private const int Chunk = 32 * 1024;

    public static async Task WriteAsync(Stream to, SheetTable table, CancellationToken stop)
    {
        var names = table.Columns.Select(column => JsonEncodedText.Encode(Camel(column.Name))).ToArray();
        var pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(leaveOpen: true));
        using (var json = new Utf8JsonWriter(pipe))
        {
            json.WriteStartArray();
            await foreach (var cells in table.RowsAsync(stop))
            {
                json.WriteStartObject();
                for (var i = 0; i < cells.Length; i++) Write(json, names[i], cells[i]);
                json.WriteEndObject();
                if (json.BytesPending + pipe.UnflushedBytes <= Chunk) continue;
                json.Flush();
                await pipe.FlushAsync(stop);
            }
            json.WriteEndArray();
        }
        await pipe.CompleteAsync();
    }

    private static void Write(Utf8JsonWriter json, JsonEncodedText name, in SheetCell cell)
    {
        json.WritePropertyName(name);
        switch (cell.Kind)
        {
            case SheetCell.Is.Text or SheetCell.Is.Typed: json.WriteStringValue(cell.Text); break;
            case SheetCell.Is.Money: JsonSerializer.Serialize(json, new Money(cell.Number, cell.Currency)); break;
            case SheetCell.Is.Number: json.WriteNumberValue(cell.Number); break;
            case SheetCell.Is.Date: json.WriteStringValue(DateText.Write(DateOnly.FromDateTime(cell.When))); break;
            case SheetCell.Is.Instant: json.WriteStringValue(cell.When.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)); break;
            case SheetCell.Is.YesNo: json.WriteBooleanValue(cell.Number == 1); break;
            default: json.WriteNullValue(); break;
        }
    }

    private static string Camel(string name)
    {
        var words = name.Split([' ', '_', '-', '/', '.'], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select((word, i) => (i == 0 ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0])) + word[1..]));
    }
}
