using System.Globalization;
using Billing.Documents;

namespace Billing.AiCosts;

/// <summary>An account that lines of a file may be of.</summary>
/// <param name="Provider">Its code in the catalogue.</param>
/// <param name="ProviderName">As people call it.</param>
internal sealed record ImportableAccount(Guid Id, string Provider, string ProviderName, string Name);

/// <summary>What a file tells, as records.</summary>
/// <param name="Lines">Where each record stands in the file, in the same order.</param>
internal sealed record ImportedLines(AiFileFormat Format, int Count, IReadOnlyList<AiUsageRow> Rows, IReadOnlyList<int> Lines, IReadOnlyList<RowError> Rejected)
{
    /// <summary>As the report of such records is called.</summary>
    public const string Report = "file";

    private const decimal MostCost = 1_000_000_000;

    /// <summary>So many lines were rejected, however many cells of them are wrong.</summary>
    public int RejectedLines => Rejected.Select(error => error.Line).Distinct().Count();

    /// <summary>What good lines cost, by currency.</summary>
    public IReadOnlyList<Cost> Totals =>
    [
        .. from row in Rows where row.Record.Cost is not null group row.Record by row.Record.Currency into same orderby same.Key
           select Cost.Sum(same.Select(record => new Cost(record.Cost!.Value, Currency.Parse(same.Key!))), Currency.Parse(same.Key!)),
    ];

    /// <summary>Reads a file; which of the two it is its columns say.</summary>
    /// <param name="file">CSV or XLSX.</param>
    /// <param name="accounts">Those that are followed.</param>
    /// <param name="only">All lines are of this one, whatever they say; null: each says it.</param>
    /// <param name="today">In UTC; nothing is told of days to come.</param>
    /// <returns>The lines, or why the file as a whole cannot be read.</returns>
    public static Result<ImportedLines> Read(ReadOnlyMemory<byte> file, IReadOnlyList<ImportableAccount> accounts, Guid? only, DateOnly today)
    {
        var sheet = SheetReader.Read(file);
        if (!sheet.Succeeded) return new Refusal(sheet.Error.Code, sheet.Error.Sentence);
        var taking = new Taking(accounts, only, today);
        if (!sheet.Sheet.Columns.Any(column => column.Trim().Equals("BilledCost", StringComparison.OrdinalIgnoreCase)))
        {
            if (!UsageCsv.Read(file).TryGet(out var own, out var unreadable)) return unreadable;
            foreach (var line in own.Rows) taking.Take(line);
            return taking.Done(AiFileFormat.Usage, sheet.Sheet.Rows.Count, own.Rejected);
        }
        if (!FocusFile.Read(file).TryGet(out var focus, out var refusal)) return refusal;
        foreach (var line in focus.Rows) taking.Take(line);
        return taking.Done(AiFileFormat.Focus, sheet.Sheet.Rows.Count, focus.Rejected);
    }

    /// <summary>A record's id within an import: what one file says is never another's, though they say the same.</summary>
    public static Guid Id(Guid said, Guid import) => AiHash.Id($"aicosts.imported {import} {said}");

    /// <summary>The same without lines of which another source has told already.</summary>
    public ImportedLines But(IReadOnlyDictionary<int, RowError> wrong) => this with
    {
        Rows = [.. Rows.Where((_, at) => !wrong.ContainsKey(Lines[at]))], Lines = [.. Lines.Where(line => !wrong.ContainsKey(line))], Rejected = [.. Rejected.Concat(wrong.Values).OrderBy(error => error.Line)],
    };

    private sealed class Taking(IReadOnlyList<ImportableAccount> accounts, Guid? only, DateOnly today)
    {
        private readonly List<AiUsageRow> _rows = [];
        private readonly List<int> _lines = [];
        private readonly List<RowError> _rejected = [];
        private readonly Dictionary<string, int> _twins = [];

        public ImportedLines Done(AiFileFormat format, int count, IEnumerable<RowError> unread) => new(format, count, _rows, _lines, [.. unread.Concat(_rejected).OrderBy(error => error.Line)]);

        public void Take(ManualUsage line)
        {
            if (Account(line.Line, ("service", line.Service), ("account", line.Account)) is not { } account) return;
            if (!Passed(line.Line, "date", DateText.Write(line.Date), line.Date)) return;
            if (line.Cost is { Amount: < 0 or >= MostCost } cost)
            {
                _rejected.Add(new RowError(line.Line, "cost_usd", cost.ToAmountText(), "ai-entry-cost-wrong", "A cost is 0 or more, and less than 1,000,000,000."));
                return;
            }
            var of = new AiDimensions(Text(line.Model));
            var tokens = new TokenKinds(Input: line.InputTokens ?? 0, Output: line.OutputTokens ?? 0);
            var record = line.Cost is { } told ? new AiRecord(of, tokens, null, told.Amount, told.Currency.Code, AiBasis.Manual) : AiRecord.Usage(of, tokens, null);
            Add(line.Line, account, new DateTimeOffset(line.Date, default, TimeSpan.Zero), 1440, record, line.Notes.Length > 0 ? line.Notes : null, [of.Model, line.Notes]);
        }

        public void Take(FocusRow line)
        {
            if (Account(line.Line, ("ServiceProviderName", line.ServiceProvider), ("BillingAccountId", line.BillingAccountId), line.BillingAccountName) is not { } account) return;
            var minutes = (line.Until - line.From).TotalMinutes;
            if (!Passed(line.Line, "ChargePeriodStart", Instant(line.From), DateOnly.FromDateTime(line.From.UtcDateTime))) return;
            if (minutes > TimeSpan.FromDays(366).TotalMinutes)
            {
                _rejected.Add(new RowError(line.Line, "ChargePeriodEnd", Instant(line.Until), "charge-period-long", "A charge is for at most a year. Divide it."));
                return;
            }
            var of = new AiDimensions(Text(line.Model), Text(line.SubAccountId), Item: Text(line.Description) ?? Text(line.ServiceName));
            var record = AiRecord.Money(of, line.Billed.Amount, line.Billed.Currency.Code, line.Quantity is { } quantity ? decimal.Round(quantity, Cost.Decimals) : null, Text(line.Unit)) with { Tokens = Tokens(line) };
            Add(line.Line, account, line.From, (int)minutes, record, null, [.. of.Values, line.Category, line.Correction ? "correction" : null, line.InvoiceId, line.SkuId, line.SkuPriceId, line.Meter, line.Billed.Currency.Code]);
        }

        private static string Instant(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        private static string? Text(string? text) => text is null ? null : PlainText.Line(text) is { Length: > 0 } line ? line : null;

        // What the product writes itself: so many tokens of one kind a line.
        private static TokenKinds Tokens(FocusRow line) => line is { Unit: "tokens", Quantity: { } count and >= 0 } && count == decimal.Truncate(count) && count <= TokenKinds.Most
            ? Enum.GetValues<TokenKind>().Where(kind => PriceWords.Of(kind) == line.Meter).Select(kind => TokenKinds.Just(kind, (long)count)).FirstOrDefault() ?? TokenKinds.None
            : TokenKinds.None;

        private bool Passed(int line, string column, string value, DateOnly day)
        {
            if (day <= today && day >= today.AddYears(-10)) return true;
            _rejected.Add(new RowError(line, column, value, "ai-entry-day-wrong", "Usage is written down for a day of the last ten years, and not for one to come."));
            return false;
        }

        private ImportableAccount? Account(int line, (string Column, string Said) service, (string Column, string Said) account, string? called = null)
        {
            if (only is not null) return accounts.First(one => one.Id == only);
            static bool Same(string one, string? other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
            var there = accounts.Where(one => Same(one.Provider, service.Said) || Same(one.ProviderName, service.Said)).ToList();
            if (there.Count == 0)
            {
                string[] offers = [.. accounts.Select(one => one.Provider).Distinct().Order(StringComparer.Ordinal)];
                _rejected.Add(new RowError(line, service.Column, service.Said, "ai-import-service-unknown", $"There is no account at {PlainText.Quote(service.Said)}. Open one, or write the provider's code.", offers, new Dictionary<string, object?> { ["given"] = PlainText.Shown(service.Said) }));
                return null;
            }
            var found = there.FirstOrDefault(one => Same(one.Id.ToString(), account.Said)) ?? there.FirstOrDefault(one => Same(one.Name, account.Said)) ?? there.FirstOrDefault(one => Same(one.Name, called));
            if (found is not null) return found;
            _rejected.Add(new RowError(
                line, account.Column, account.Said, "ai-import-account-unknown", $"At this provider there is no account called {PlainText.Quote(account.Said)}. Open it, or write the name of one that is followed.",
                [.. there.Select(one => one.Name)], new Dictionary<string, object?> { ["given"] = PlainText.Shown(account.Said) }));
            return null;
        }

        /// <param name="apart">What tells the line apart from others of its account and time; never an amount, so that a line put right takes the place of the wrong one.</param>
        private void Add(int line, ImportableAccount account, DateTimeOffset start, int minutes, AiRecord record, string? note, string?[] apart)
        {
            var same = AiHash.Text([account.Id.ToString(), start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), minutes.ToString(CultureInfo.InvariantCulture), .. apart]);
            var twin = _twins[same] = _twins.GetValueOrDefault(same) + 1;
            var (key, content) = (AiHash.Text([same, twin.ToString(CultureInfo.InvariantCulture)]), AiHash.Content(record));
            var id = AiHash.Id(account.Id, Report, new AiBucket(start, TimeSpan.FromMinutes(minutes), []), new AiDimensions(Item: key, Detail: content), 1);
            _rows.Add(new AiUsageRow(id, account.Id, Report, start, minutes, record with { Of = record.Of with { Detail = key } }, content, AiSource.File, note));
            _lines.Add(line);
        }
    }
}
