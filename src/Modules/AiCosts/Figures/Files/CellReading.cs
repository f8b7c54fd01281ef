using System.Globalization;
using Billing.Documents;

namespace Billing.AiCosts;

/// <summary>Reads the cells of one row by the names of their columns, and says of each that cannot be read where it stands, what it says and what would do.</summary>
internal sealed class CellReading(Sheet sheet, SheetRow row, IReadOnlyDictionary<string, int> columns)
{
    private readonly List<RowError> _errors = [];

    public IReadOnlyList<RowError> Errors => _errors;

    public string? Text(string field) => columns.TryGetValue(field, out var column) && SheetText.Restore(row[column]).Trim() is { Length: > 0 } text ? text : null;

    public string Needed(string field)
    {
        if (Text(field) is { } text) return text;
        Wrong(field, "cell-missing", "This cell is empty, and the line means nothing without it.");
        return "";
    }

    public T Needed<T>(string field, T? read) where T : struct
    {
        if (read is null && Text(field) is null) Wrong(field, "cell-missing", "This cell is empty, and the line means nothing without it.");
        return read ?? default;
    }

    public DateOnly? Day(string field)
    {
        if (Text(field) is not { } text) return null;
        if (DateText.Read(text).TryGet(out var day, out var refusal)) return day;
        Wrong(field, refusal.Code, refusal.Sentence);
        return null;
    }

    /// <summary>With <c>Z</c> or an offset: a time without either is nobody's.</summary>
    public DateTimeOffset? Instant(string field)
    {
        if (Text(field) is not { } text) return null;
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];
        if (text[^1] is 'Z' or 'z' || (text.Length > 6 && text[^6] is '+' or '-'))
            if (DateTimeOffset.TryParseExact(text.Replace('z', 'Z'), forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)) return at;
        Wrong(field, "not-an-instant", $"{PlainText.Quote(text)} is not a time; write it in UTC like 2026-11-09T00:00:00Z.");
        return null;
    }

    public decimal? Number(string field)
    {
        if (Text(field) is not { } text) return null;
        if (Exactly.TryRead(text, out var number) && Math.Abs(number) < MoneyText.Limit) return number;
        Wrong(field, "not-a-number", $"{PlainText.Quote(text)} is not a number; write it with a point and without thousands, like 1234.5.");
        return null;
    }

    public long? Count(string field)
    {
        if (Text(field) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= TokenKinds.Most) return count;
        Wrong(field, "not-a-count", $"{PlainText.Quote(text)} is not a number of tokens; write digits only, like 120000.");
        return null;
    }

    public Currency? Currency(string field)
    {
        if (Text(field) is not { } text) return null;
        if (Billing.Currency.TryParse(text, out var currency)) return currency;
        Wrong(field, "unknown-currency", $"{PlainText.Quote(text)} is not a currency; write three letters such as USD.");
        return null;
    }

    public string? OneOf(string field, params string[] words)
    {
        if (Text(field) is not { } text) return null;
        if (words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
        _errors.Add(new RowError(row.Line, Column(field), text, "unknown-word", $"{PlainText.Quote(text)} is not known here; write one of {string.Join(", ", words)}.", words, new Dictionary<string, object?> { ["given"] = PlainText.Shown(text), ["words"] = string.Join(", ", words) }));
        return null;
    }

    public void Wrong(string field, string code, string reason) =>
        _errors.Add(new RowError(row.Line, Column(field), Text(field) ?? "", code, reason, Details: new Dictionary<string, object?> { ["given"] = PlainText.Shown(Text(field)) }));

    // As the file calls it, so that a person finds it.
    private string Column(string field) => columns.TryGetValue(field, out var column) ? sheet.Columns[column] : field;
}
