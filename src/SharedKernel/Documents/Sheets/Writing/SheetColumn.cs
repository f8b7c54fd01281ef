namespace Billing.Documents;

/// <summary>One column of a table that goes out: its name, what it holds, and where the value comes from. The same description serves CSV, XLSX and JSON.</summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class SheetColumn<T>
{
    private SheetColumn(string name, int width, Func<T, SheetCell> cell)
    {
        Name = name;
        Width = Math.Min(Math.Max(width, name.Length + 4), 60);
        Cell = cell;
    }

    /// <summary>The header; in JSON the same in camel case.</summary>
    public string Name { get; }

    internal int Width { get; }

    internal Func<T, SheetCell> Cell { get; }

    /// <summary>Text. What a spreadsheet would run as a formula is neutralised; null is a blank cell.</summary>
    public static SheetColumn<T> Text(string name, Func<T, string?> value) => new(name, 26, row => new SheetCell(value(row)));

    /// <summary>A cell as somebody typed it: like text, but a plain signed amount such as <c>-1,234.50</c> is left as it is.</summary>
    public static SheetColumn<T> Typed(string name, Func<T, string?> value) => new(name, 18, row => new SheetCell(value(row), SheetCell.Is.Typed));

    /// <summary>An amount. CSV: <c>-1234.50</c>, the currency's decimals, no sign and no grouping. XLSX: a number with its currency's format. JSON: <c>{"amount","currency"}</c>.</summary>
    public static SheetColumn<T> Money(string name, Func<T, Money?> value) => new(name, 18, row => value(row) is { } amount ? new SheetCell(SheetCell.Is.Money, amount.Amount, amount.Currency) : default);

    /// <summary>An exact number; more than 15 digits go into XLSX as text, because a spreadsheet would lose the rest.</summary>
    public static SheetColumn<T> Number(string name, Func<T, decimal?> value) => new(name, 12, row => value(row) is { } number ? new SheetCell(SheetCell.Is.Number, number) : default);

    /// <summary>A calendar day: ISO 8601, in XLSX a date cell.</summary>
    public static SheetColumn<T> Date(string name, Func<T, DateOnly?> value) => new(name, 13, row => value(row) is { } day ? new SheetCell(SheetCell.Is.Date, when: day.ToDateTime(TimeOnly.MinValue)) : default);

    /// <summary>An instant, written in UTC to the second: ISO 8601 with <c>Z</c>, in XLSX a date cell without a zone.</summary>
    public static SheetColumn<T> Instant(string name, Func<T, DateTimeOffset?> value) => new(name, 20, row => value(row) is { } at ? new SheetCell(SheetCell.Is.Instant, when: at.UtcDateTime) : default);

    /// <summary>Yes or no: <c>TRUE</c> or <c>FALSE</c>, in JSON a boolean.</summary>
    public static SheetColumn<T> YesNo(string name, Func<T, bool?> value) => new(name, 9, row => value(row) is { } yes ? new SheetCell(SheetCell.Is.YesNo, yes ? 1 : 0) : default);
}

/// <summary>A value on its way into a file.</summary>
internal readonly struct SheetCell
{
    public SheetCell(string? text, Is kind = Is.Text)
    {
        if (string.IsNullOrEmpty(text)) return;
        Kind = kind;
        Text = SheetText.Clean(text);
    }

    public SheetCell(Is kind, decimal number = 0, Currency currency = default, DateTime when = default) => (Kind, Number, Currency, When) = (kind, number, currency, when);

    public enum Is : byte { Blank, Text, Typed, Money, Number, Date, Instant, YesNo }

    public Is Kind { get; }

    public string Text { get; } = "";

    public decimal Number { get; }

    public Currency Currency { get; }

    public DateTime When { get; }
}
