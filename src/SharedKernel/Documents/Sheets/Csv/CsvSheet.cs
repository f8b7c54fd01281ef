namespace Billing.Documents;

/// <summary>A CSV file as a sheet.</summary>
internal static class CsvSheet
{
    private const string Hint = "sep=";

    public static Sheet Read(ReadOnlySpan<byte> file, SheetOptions options)
    {
        var (text, encoding) = CsvEncoding.Decode(file, options.Encoding);
        var names = HeaderRow.Names(options.Fields);
        var hinted = HintedSeparator(text);
        var separator = options.Separator ?? hinted ?? CsvSeparator.Find(text, names);
        var scanner = new CsvScanner(text, separator);
        var table = new SheetBuilder();
        var cells = new List<string>();
        try
        {
            for (int line; (line = scanner.Read(cells)) > 0;)
                if (line > 1 || hinted is null) table.Add(line, [.. cells], null);
        }
        catch (SheetFault fault) when (fault.Error.Column is { } number)
        {
            throw new SheetFault(fault.Error with { Column = table.NameOf(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1, names) ?? number });
        }
        return table.Build(new SheetOrigin(SheetFormat.Csv, encoding, separator, null, []), names);
    }

    /// <summary>A first line such as <c>sep=;</c> is an instruction to spreadsheets, not data.</summary>
    private static char? HintedSeparator(string text) =>
        text.StartsWith(Hint, StringComparison.OrdinalIgnoreCase) && text.Length > 4 && text[4] is not ('\r' or '\n' or '"') && (text.Length == 5 || text[5] is '\r' or '\n') ? text[4] : null;
}
