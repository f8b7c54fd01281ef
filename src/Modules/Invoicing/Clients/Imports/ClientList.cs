using Billing.Documents;

namespace Billing.Invoicing;

/// <summary>What a line comes to.</summary>
internal enum ClientImportOutcome { New, Changed, Unchanged, Repeated, Rejected }

/// <summary>A good line.</summary>
/// <param name="Details">What it says; blank cells say nothing.</param>
/// <param name="About">The client it is about; null where it makes one.</param>
/// <param name="Restores">It brings an archived client back.</param>
internal sealed record ClientLine(int Line, ClientDetails Details, KnownClient? About, bool Restores, ClientImportOutcome Outcome);

/// <summary>What the person who imports has decided; what is left out is found in the file.</summary>
internal sealed record ClientImportOptions(IReadOnlyDictionary<string, string> Mapping, char? Separator, string? Encoding, string? SheetName, IReadOnlyList<CellCorrection> Corrections)
{
    public static ClientImportOptions None { get; } = new(new Dictionary<string, string>(), null, null, null, []);
}

/// <summary>A list of clients, read against those there are: what the good lines do, what is wrong with the others, which ones repeat.</summary>
/// <param name="Mapping">Field → the column it was read from.</param>
internal sealed record ClientList(Sheet Sheet, IReadOnlyDictionary<string, string> Mapping, IReadOnlyList<ClientLine> Lines, IReadOnlyList<RowError> Rejected, IReadOnlyList<RepeatedRow> Repeated, IReadOnlyList<CorrectedCell> Corrected)
{
    private static readonly SheetField[] Fields = [.. ClientFields.All.Select(field => field.Field)];

    public int Accepted => Lines.Count(line => line.Outcome != ClientImportOutcome.Unchanged);

    public int Unchanged => Lines.Count(line => line.Outcome == ClientImportOutcome.Unchanged) + Repeated.Count;

    public int RejectedLines => Rejected.Select(error => error.Line).Distinct().Count();

    /// <summary>Reads a file. Pure: the same file and ground give the same lines.</summary>
    /// <param name="file">CSV or XLSX.</param>
    /// <param name="clients">Those on record.</param>
    /// <param name="options">What somebody decided.</param>
    /// <param name="usual">The organisation's currency, for new clients without one.</param>
    /// <param name="newId">Makes ids for new clients.</param>
    public static Result<ClientList> Read(ReadOnlyMemory<byte> file, IEnumerable<KnownClient> clients, ClientImportOptions options, Currency usual, Func<Guid> newId)
    {
        var reading = SheetReader.Read(file, new SheetOptions { Encoding = options.Encoding, Separator = options.Separator, SheetName = options.SheetName, Fields = Fields });
        if (!reading.Succeeded) return new Refusal(reading.Error.Code, reading.Error.Sentence, new Dictionary<string, object?> { ["line"] = reading.Error.Line, ["column"] = reading.Error.Column });
        var sheet = reading.Sheet;
        var map = SheetField.Map(Fields, sheet.Columns, options.Mapping);
        if (!map.ContainsKey(ClientFields.Name.Field.Name)) return new Refusal("missing-columns", "The sheet has no column Name; say which of its columns is meant.", new Dictionary<string, object?> { ["missing"] = new[] { ClientFields.Name.Field.Name }, ["columns"] = sheet.Columns });
        if (!Corrections.Apply(sheet, options.Corrections).TryGet(out var corrected, out var refused)) return refused;

        var ground = new ClientGround(clients);
        List<ClientLine> lines = [];
        List<RowError> rejected = [];
        List<RepeatedRow> repeated = [];
        var seen = new Dictionary<SheetRow, int>(SameWords.Instance);
        var abouts = new Dictionary<ClientId, int>();
        foreach (var row in corrected.Sheet.Rows)
        {
            if (!seen.TryAdd(row, row.Line)) repeated.Add(new RepeatedRow(row.Line, seen[row]));
            else if (new ClientLineReader(row, sheet.Columns, map).Read(sheet.Width, ground, usual, out var errors) is not { } line) rejected.AddRange(errors);
            else if (line.About is { } about && (about.Line ?? abouts.GetValueOrDefault(about.Id)) is > 0 and var first) rejected.Add(Twice(row, sheet.Columns[map[ClientFields.Name.Field.Name]], line, first));
            else
            {
                if (line.About is { } known) abouts[known.Id] = line.Line;
                else line = line with { About = Made(line, new ClientId(newId()), usual, ground) };
                lines.Add(line);
            }
        }
        return new ClientList(corrected.Sheet, map.ToDictionary(pair => pair.Key, pair => sheet.Columns[pair.Value]), lines, rejected, repeated, corrected.Cells);
    }

    /// <summary>The text of a cell; empty where the sheet has no such column.</summary>
    public string Text(SheetRow row, ClientField field) => Mapping.TryGetValue(field.Field.Name, out var column) ? SheetText.Restore(row[Sheet.Columns.Index().First(one => one.Item == column).Index]).Trim() : "";

    private static KnownClient Made(ClientLine line, ClientId id, Currency usual, ClientGround ground)
    {
        var made = new KnownClient(id, line.Details.From(Client.Initial, id, usual).Events.Aggregate(Client.Initial, (client, happened) => client.Apply(happened)), line.Line);
        ground.Add(made);
        return made;
    }

    private static RowError Twice(SheetRow row, string column, ClientLine line, int first) => new(
        row.Line, column, line.Details.Name!, "client-twice", $"Line {first} is about this client already, with other values; keep one of the two lines.", Details: new Dictionary<string, object?> { ["firstLine"] = first });
}
