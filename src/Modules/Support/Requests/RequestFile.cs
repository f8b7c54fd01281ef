using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Billing.Documents;

namespace Billing.Support;

/// <summary>A request as a line of a file tells it.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Request">What would be written down; its outside id tells it from every other one of its source.</param>
internal sealed record ReadRequest(int Line, WriteRequest Request);

/// <summary>What a file of requests brings.</summary>
/// <param name="Requests">In the order of their lines.</param>
/// <param name="Rejected">Cells that cannot be read, or be taken; their lines are not among the requests.</param>
/// <param name="Repeated">Lines that tell an earlier one again; they are not among the requests.</param>
internal sealed record RequestReading(IReadOnlyList<ReadRequest> Requests, IReadOnlyList<RowError> Rejected, IReadOnlyList<RepeatedRow> Repeated);

/// <summary>
/// A file of requests, CSV or XLSX, its columns in any order: what an export has, or a part of that. A date and a description are needed; whose a request is says its line by id or
/// name, or the address for all that say nothing. Each line is judged by itself.
/// </summary>
internal sealed class RequestFile
{
    private const string Day = "date", Time = "time", Client = "client", Type = "type", Category = "category", Description = "description", Pressing = "urgency", Work = "effort", Hours = "hours", Source = "source", Link = "web address", Open = "open", OutsideId = "outside id";

    private static readonly SheetField[] Fields =
    [
        new(Day, "resolved on", "resolved"), new(Time, "resolved at"), new(Client, "client id", "client name", "customer"), new(Type), new(Category), new(Description, "request", "summary"), new(Pressing, "priority"), new(Work), new(Hours, "estimated hours"),
        new(Source, "came by"), new(Link, "website", "url"), new(Open), new(OutsideId),
    ];

    private readonly IReadOnlyDictionary<string, int> _columns;

    private RequestFile(Sheet sheet, IReadOnlyDictionary<string, int> columns) => (Sheet, _columns) = (sheet, columns);

    /// <summary>Whom lines name, each once, as it is written there.</summary>
    public IReadOnlyList<string> Clients => [.. Sheet.Rows.Select(row => Cell(row, Client)).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>As it was read, to be given back with reasons.</summary>
    public Sheet Sheet { get; }

    /// <param name="file">The whole file.</param>
    /// <returns>The file, or <c>request-column-missing</c>, or why the bytes are no sheet.</returns>
    public static Result<RequestFile> Of(ReadOnlyMemory<byte> file)
    {
        var reading = SheetReader.Read(file, new SheetOptions { Fields = Fields });
        if (!reading.Succeeded) return new Refusal(reading.Error.Code, reading.Error.Sentence).With("line", reading.Error.Line);
        var columns = SheetField.Map(Fields, reading.Sheet.Columns);
        return new[] { Day, Description }.FirstOrDefault(field => !columns.ContainsKey(field)) is { } missing
            ? new Refusal("request-column-missing", $"There is no column {PlainText.Quote(missing)}. The first row names the columns: {Day} and {Description} are needed.").With("column", missing)
            : new RequestFile(reading.Sheet, columns);
    }

    /// <summary>Reads its lines.</summary>
    /// <param name="clients">What became of those that lines name, in whatever case.</param>
    /// <param name="client">Whose the requests are of lines that name nobody; null: these are rejected.</param>
    /// <param name="terms">The categories there are.</param>
    public RequestReading Read(IReadOnlyDictionary<string, Result<Guid>> clients, Guid? client, SupportTerms terms)
    {
        var (requests, rejected, repeated, seen) = (new List<ReadRequest>(), new List<RowError>(), new List<RepeatedRow>(), new Dictionary<(RequestSource, string), int>());
        foreach (var row in Sheet.Rows)
        {
            if (row.Count > Sheet.Width)
            {
                rejected.Add(RowError.Torn(row, Sheet.Width));
                continue;
            }
            var before = rejected.Count;
            var request = Line(row, clients, client, terms, rejected);
            if (rejected.Count > before) continue;
            if (seen.TryGetValue((request.Source, request.OutsideId!), out var first)) repeated.Add(new RepeatedRow(row.Line, first));
            else
            {
                seen.Add((request.Source, request.OutsideId!), row.Line);
                requests.Add(new ReadRequest(row.Line, request));
            }
        }
        return new RequestReading(requests, rejected, repeated);
    }

    private WriteRequest Line(SheetRow row, IReadOnlyDictionary<string, Result<Guid>> clients, Guid? usual, SupportTerms terms, List<RowError> rejected)
    {
        Result<Guid> whose = Cell(row, Client) is { Length: > 0 } named ? clients[named] : usual is { } given ? given : ImportNo.ClientMissing;
        var day = Said(Day, DateText.Read(Cell(row, Day)).TryGet(out var written, out var unread) ? RequestTerms.Day(written) : unread);
        var time = Said(Time, ReadTime(Cell(row, Time)));
        var client = Said(Client, whose);
        var urgency = Said(Pressing, Word(Cell(row, Pressing), Urgency.Low));
        var effort = Said(Work, Word(Cell(row, Work), Effort.Small));
        Quantity? hours = Cell(row, Hours).Length == 0 ? null : Said(Hours, ReadHours(Cell(row, Hours)));
        var source = Said(Source, Word(Cell(row, Source), RequestSource.Ticket));
        var open = Said(Open, YesNo(Cell(row, Open)));
        var category = Said(Category, CategoryOf(Cell(row, Category), terms));
        var text = Cell(row, Description);
        if (text.Length == 0) Wrong(Description, ImportNo.DescriptionMissing);
        Said(Description, RequestTerms.Description(text));
        Said(Link, RequestTerms.WebAddress(Cell(row, Link)));
        var request = new WriteRequest(client, day, time, text, Cell(row, Type) is { Length: > 0 } type ? type : null, category, urgency, effort, hours, source, Cell(row, Link) is { Length: > 0 } link ? link : null, RequestTerms.OutsideId(Cell(row, OutsideId)), open);
        if (request.OutsideId is not { Length: > 0 }) request = request with { OutsideId = Key(request) };
        return request;

        T? Said<T>(string field, Result<T> read) where T : notnull
        {
            if (read.TryGet(out var value, out var refused)) return value;
            Wrong(field, refused);
            return default;
        }

        void Wrong(string field, Refusal why) => rejected.Add(new RowError(row.Line, _columns.TryGetValue(field, out var column) ? Sheet.Columns[column] : null, PlainText.Line(Cell(row, field)), why.Code, why.Sentence, Details: why.Details));
    }

    private string Cell(SheetRow row, string field) => _columns.TryGetValue(field, out var column) ? row[column].Trim() : "";

    /// <summary>What tells a request from every other, where no outside id does.</summary>
    private static string Key(WriteRequest request) => "file-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.ClientId}\n{request.ResolvedOn:O}\n{request.ResolvedAt:O}\n{request.Description}")).AsSpan(0, 16));

    private static Result<TimeOnly> ReadTime(string text) =>
        text.Length == 0 ? default(TimeOnly) : TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "HH:mm:ss", "h:mm tt"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : ImportNo.TimeWrong;

    private static Result<Quantity> ReadHours(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) ? RequestTerms.Hours(hours) : RequestNo.HoursWrong;

    private static Result<bool> YesNo(string text) => text.ToUpperInvariant() switch
    {
        "" or "NO" or "FALSE" or "0" => false,
        "YES" or "TRUE" or "1" => true,
        _ => ImportNo.YesOrNo,
    };

    private static Result<T> Word<T>(string text, T usual) where T : struct, Enum =>
        text.Length == 0 ? usual : Enum.GetValues<T>().Select(value => (Value: value, Word: Words.Of(value))).FirstOrDefault(one => string.Equals(one.Word, text, StringComparison.OrdinalIgnoreCase)) is { Word: not null } found
            ? found.Value
            : new Refusal("not-one-of", $"{PlainText.Quote(text)} is none; there are {string.Join(", ", Enum.GetValues<T>().Select(Words.Of))}.").With("offers", Enum.GetValues<T>().Select(Words.Of).ToArray());

    /// <summary>By code or name.</summary>
    private static Result<string> CategoryOf(string text, SupportTerms terms) =>
        RequestTerms.Category(terms, text.Length == 0 ? SupportTerms.GeneralCategory : terms.Categories.FirstOrDefault(one => string.Equals(one.Name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(one.Code, text, StringComparison.OrdinalIgnoreCase))?.Code ?? text);
}

/// <summary>Why a line of a file of requests cannot be taken.</summary>
internal static class ImportNo
{
    public static readonly Refusal ClientMissing = new("import-client-missing", "Say whose request this is: in a column named client, or choose a client for all lines that name none (clientId).");
    public static readonly Refusal ClientUnknown = new("import-client-unknown", "There is no client of this id or name. Write it as it stands in the list of clients.");
    public static readonly Refusal ClientUnclear = new("import-client-unclear", "Several clients have this name. Write the id instead.");
    public static readonly Refusal DescriptionMissing = new("request-description-missing", "Write what was asked for.");
    public static readonly Refusal TimeWrong = new("not-a-time", "Write a time of the day such as 09:30.");
    public static readonly Refusal YesOrNo = new("not-yes-or-no", "Write yes or no.");
}
