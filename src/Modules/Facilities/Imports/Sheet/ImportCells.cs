using Billing.Documents;

namespace Billing.Facilities;

/// <summary>Reads single cells of a tracker sheet by the spelling found for their column.</summary>
internal sealed class ImportCells
{
    private readonly Dictionary<SheetField, DateOrder> _orders = [];
    private readonly Dictionary<SheetField, DecimalMark> _marks = [];
    private readonly Sheet _sheet;
    private readonly IReadOnlyDictionary<string, int> _map;

    public ImportCells(Sheet sheet, IReadOnlyDictionary<string, int> map, ImportOptions options)
    {
        (_sheet, _map) = (sheet, map);
        var dates = SheetGuess.Dates(sheet, Mapped(ImportFields.Dates));
        var amounts = SheetGuess.Decimals(sheet, Mapped(ImportFields.Amounts));
        DateOrder = options.DateOrder ?? dates.Found ?? options.UsualDateOrder;
        Decimal = options.Decimal ?? amounts.Found ?? options.UsualDecimal;
        DatesInDoubt = options.DateOrder is null && dates.IsAmbiguous ? dates.Example : null;
        AmountsInDoubt = options.Decimal is null && amounts.IsAmbiguous ? amounts.Example : null;
        foreach (var field in ImportFields.Dates) _orders[field] = options.DateOrder ?? SheetGuess.Dates(sheet, Mapped([field])).Found ?? DateOrder;
        foreach (var field in ImportFields.Amounts) _marks[field] = options.Decimal ?? SheetGuess.Decimals(sheet, Mapped([field])).Found ?? Decimal;
    }

    public DateOrder DateOrder { get; }

    public DecimalMark Decimal { get; }

    public string? DatesInDoubt { get; }

    public string? AmountsInDoubt { get; }

    /// <summary>The sheet's name of a field's column; null when it has none.</summary>
    public string? ColumnOf(SheetField field) => _map.TryGetValue(field.Name, out var column) ? _sheet.Columns[column] : null;

    /// <summary>The cell as somebody typed it, trimmed; empty when the sheet has no such column.</summary>
    public string Text(SheetRow row, SheetField field) => _map.TryGetValue(field.Name, out var column) ? SheetText.Restore(row[column]).Trim() : "";

    public Result<DateOnly> Date(SheetRow row, SheetField field)
    {
        var text = Text(row, field);
        if (KindOf(row, field) == SheetCellKind.Date && text.IndexOf('T', StringComparison.Ordinal) is > 0 and var time) text = text[..time];
        // A spreadsheet that took 02012024 for a number dropped its zero.
        if (text.Length == 7 && text.All(char.IsAsciiDigit)) text = "0" + text;
        return DateText.Read(text, _orders[field]);
    }

    public Result<Money> Amount(SheetRow row, SheetField field, Currency currency) =>
        MoneyText.Read(Text(row, field), currency, KindOf(row, field) == SheetCellKind.Number ? DecimalMark.Point : _marks[field]);

    private SheetCellKind KindOf(SheetRow row, SheetField field) => _map.TryGetValue(field.Name, out var column) ? row.KindOf(column) : SheetCellKind.Text;

    private IEnumerable<int> Mapped(IEnumerable<SheetField> fields) => fields.Where(f => _map.ContainsKey(f.Name)).Select(f => _map[f.Name]);
}
