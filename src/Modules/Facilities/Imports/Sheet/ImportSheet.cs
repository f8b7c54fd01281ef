using Billing.Documents;

namespace Billing.Facilities;

/// <summary>A tracker sheet, read: what the good lines say, what is wrong with the others, which ones repeat.</summary>
internal sealed record ImportSheet(ImportFile File, IReadOnlyList<ImportLine> Lines, IReadOnlyList<RowError> Rejected, IReadOnlyList<RepeatedRow> Repeated, CorrectedSheet Corrected, ImportCells Cells)
{
    /// <summary>The sheet as it was read, corrections in place.</summary>
    public Sheet Sheet => Corrected.Sheet;

    /// <summary>Reads a file against what is on record. Pure: the same file and ground give the same sheet.</summary>
    /// <returns>The sheet, or a refusal with one of the codes of <see cref="SheetError"/> (details <c>line</c>, <c>column</c>), <c>missing-columns</c> (details <c>missing</c>, <c>columns</c>), <c>terms-out-of-range</c>, or one of <see cref="Corrections"/>.</returns>
    public static Result<ImportSheet> Read(ReadOnlyMemory<byte> file, ImportGround ground, ImportOptions options)
    {
        if (options.PaymentTermsDays is < 0 or > 365) return GroupTerms.TermsOutOfRange;
        var reading = SheetReader.Read(file, new SheetOptions { Encoding = options.Encoding, Separator = options.Separator, SheetName = options.SheetName, Fields = ImportFields.All });
        if (!reading.Succeeded) return new Refusal(reading.Error.Code, reading.Error.Sentence, new Dictionary<string, object?> { ["line"] = reading.Error.Line, ["column"] = reading.Error.Column });
        var sheet = reading.Sheet;
        var map = SheetField.Map(ImportFields.All, sheet.Columns, options.Mapping);
        string[] missing = [.. ImportFields.Needed.Select(f => f.Name).Where(name => !map.ContainsKey(name))];
        if (missing.Length > 0) return MissingColumns(missing, sheet.Columns);
        if (!Corrections.Apply(sheet, options.Corrections).TryGet(out var corrected, out var refused)) return refused;

        // How dates and amounts are spelt shows in the file as it came, whatever somebody types into it.
        var cells = new ImportCells(sheet, map, options);
        var names = map.ToDictionary(pair => pair.Key, pair => sheet.Columns[pair.Value]);
        var facts = new ImportFile(sheet.Origin, cells.DateOrder, cells.DatesInDoubt, cells.Decimal, cells.AmountsInDoubt, sheet.Columns, names, sheet.Rows.Count, sheet.Notes);
        return ReadLines(corrected, cells, ground, facts);
    }

    private static ImportSheet ReadLines(CorrectedSheet corrected, ImportCells cells, ImportGround ground, ImportFile facts)
    {
        var sheet = corrected.Sheet;
        List<ImportLine> rows = [];
        List<RowError> rejected = [];
        List<RepeatedRow> repeated = [];
        var lines = new Dictionary<SheetRow, int>(SameWords.Instance);
        var periods = new Dictionary<(string Group, string Facility, Period), ImportLine>();
        foreach (var row in sheet.Rows)
        {
            if (!lines.TryAdd(row, row.Line))
            {
                repeated.Add(new RepeatedRow(row.Line, lines[row]));
                continue;
            }
            var line = new ImportLineReader(row, cells, ground);
            if (line.Read(sheet.Width) is not { } said)
            {
                rejected.AddRange(line.Errors);
                continue;
            }
            var key = (PlainText.Key(said.Group), PlainText.Key(said.Facility), said.Period);
            if (periods.TryAdd(key, said)) rows.Add(said);
            else if (periods[key].Says(said)) repeated.Add(new RepeatedRow(row.Line, periods[key].Line));
            else rejected.Add(Taken(said, periods[key], row, cells));
        }
        return new ImportSheet(facts, rows, rejected, repeated, corrected, cells);
    }

    private static RowError Taken(ImportLine said, ImportLine first, SheetRow row, ImportCells cells) => new(
        said.Line, cells.ColumnOf(ImportFields.From), cells.Text(row, ImportFields.From), "period-taken",
        $"Line {first.Line} already bills {PlainText.Quote(said.Facility)} for {DateText.Write(said.Period.From)} to {DateText.Write(said.Period.Through)}, with other values; keep one of the two lines.",
        Details: new Dictionary<string, object?> { ["firstLine"] = first.Line, ["facility"] = said.Facility, ["from"] = DateText.Write(said.Period.From), ["through"] = DateText.Write(said.Period.Through) });

    private static Refusal MissingColumns(string[] missing, IReadOnlyList<string> columns) => new(
        "missing-columns", $"The sheet has no column {string.Join(", ", missing)}; say which of its columns is meant.", new Dictionary<string, object?> { ["missing"] = missing, ["columns"] = columns });
}
