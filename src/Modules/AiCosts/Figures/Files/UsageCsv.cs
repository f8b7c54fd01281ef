using Billing.Documents;

namespace Billing.AiCosts;

/// <summary>A line of the product's own file: what somebody writes down where a service tells nothing by itself.</summary>
/// <param name="Cost">In dollars; null where only tokens are told, which the price book may price.</param>
internal sealed record ManualUsage(int Line, DateOnly Date, string Service, string Account, string? Model, long? InputTokens, long? OutputTokens, Cost? Cost, string Notes);

/// <summary>What a file brings.</summary>
/// <param name="Rejected">Cells that cannot be read; their lines are not among the rows.</param>
internal sealed record FileReading<T>(IReadOnlyList<T> Rows, IReadOnlyList<RowError> Rejected);

/// <summary>The product's own file: <c>date,service,account,model,input_tokens,output_tokens,cost_usd,notes</c>, in any order, CSV or XLSX. Each line is judged by itself.</summary>
internal static class UsageCsv
{
    private static readonly string[] Needed = ["date", "service", "account", "cost_usd"];
    private static readonly SheetField[] Fields = [new("date"), new("service", "provider"), new("account"), new("model"), new("input_tokens"), new("output_tokens"), new("cost_usd", "cost"), new("notes", "note")];
    private static readonly Currency Dollar = Currency.Parse("USD");

    /// <returns>Rows and what is wrong, or why the file as a whole cannot be read.</returns>
    public static Result<FileReading<ManualUsage>> Read(ReadOnlyMemory<byte> file) => SheetFile.Read(file, Fields, Needed, (cells, line) =>
    {
        var day = cells.Needed("date", cells.Day("date"));
        var (service, account) = (cells.Needed("service"), cells.Needed("account"));
        var (input, output, cost) = (cells.Count("input_tokens"), cells.Count("output_tokens"), cells.Number("cost_usd"));
        if (cost is { } amount && amount != decimal.Round(amount, Cost.Decimals)) cells.Wrong("cost_usd", "cost-too-fine", $"A cost has at most {Cost.Decimals} decimals.");
        if (cells.Text("cost_usd") is null && cells.Text("input_tokens") is null && cells.Text("output_tokens") is null) cells.Wrong("cost_usd", "nothing-told", "The line tells neither a cost nor tokens; write at least one of them.");
        if (!PlainText.Note(cells.Text("notes")).TryGet(out var notes, out var refusal)) cells.Wrong("notes", refusal.Code, refusal.Sentence);
        return cells.Errors.Count > 0 ? null : new ManualUsage(line, day, service, account, cells.Text("model"), input, output, cost is { } dollars ? new Cost(dollars, Dollar) : null, notes!);
    });

    /// <summary>Writes such a file, so that it can be read again.</summary>
    public static Task Write(Stream to, IEnumerable<ManualUsage> rows, CancellationToken stop = default) => SheetWriter.CsvAsync(to, SheetTable.Of<ManualUsage>("Usage",
    [
        SheetColumn<ManualUsage>.Date("date", row => row.Date), SheetColumn<ManualUsage>.Text("service", row => row.Service), SheetColumn<ManualUsage>.Text("account", row => row.Account), SheetColumn<ManualUsage>.Text("model", row => row.Model),
        SheetColumn<ManualUsage>.Number("input_tokens", row => row.InputTokens), SheetColumn<ManualUsage>.Number("output_tokens", row => row.OutputTokens), SheetColumn<ManualUsage>.Number("cost_usd", row => row.Cost?.Amount), SheetColumn<ManualUsage>.Text("notes", row => row.Notes),
    ], rows), stop: stop);
}
