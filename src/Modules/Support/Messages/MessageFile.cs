using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Billing.Documents;

namespace Billing.Support;

/// <summary>A message of a file, and what it was taken for.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Sender">As the file has it.</param>
/// <param name="Sent">When, UTC.</param>
/// <param name="At">The same on the organisation's clock, without a zone.</param>
/// <param name="Text">Cleaned.</param>
/// <param name="Address">The first address of a site that it names; null: it names none.</param>
/// <param name="Key">The same message has the same one, whatever file it comes in.</param>
/// <param name="Verdict">What it was taken for.</param>
internal sealed record ReadMessage(int Line, string Sender, DateTimeOffset Sent, DateTime At, string Text, string? Address, string Key, MessageVerdict Verdict);

/// <summary>What a file of messages brings.</summary>
/// <param name="Messages">In the order of their lines, those that were left out too.</param>
/// <param name="Rejected">Cells that cannot be read; their lines are not among the messages.</param>
/// <param name="Repeated">Lines that say an earlier one again; they are not among the messages.</param>
/// <param name="Sheet">As it was read.</param>
internal sealed record MessageReading(IReadOnlyList<ReadMessage> Messages, IReadOnlyList<RowError> Rejected, IReadOnlyList<RepeatedRow> Repeated, Sheet Sheet);

/// <summary>A file of text messages: <c>sender,message_text,message_date</c>, in any order, CSV or XLSX, the date in UTC unless it says otherwise. Each line is judged by itself.</summary>
internal static partial class MessageFile
{
    private const string Sender = "sender", Text = "message_text", Date = "message_date";
    private const int LongestSender = 200;

    private static readonly SheetField[] Fields = [new(Sender, "from", "contact"), new(Text, "text", "message", "body"), new(Date, "date", "sent", "timestamp")];

    /// <param name="file">The whole file.</param>
    /// <param name="sieve">Tells requests from other messages.</param>
    /// <param name="zone">Of the organisation.</param>
    /// <returns>What it brings, or <c>message-column-missing</c>, or why the bytes are no sheet.</returns>
    public static Result<MessageReading> Read(ReadOnlyMemory<byte> file, MessageSieve sieve, TimeZoneInfo zone)
    {
        var reading = SheetReader.Read(file, new SheetOptions { Fields = Fields });
        if (!reading.Succeeded) return new Refusal(reading.Error.Code, reading.Error.Sentence).With("line", reading.Error.Line);
        var (sheet, columns) = (reading.Sheet, SheetField.Map(Fields, reading.Sheet.Columns));
        if (Fields.FirstOrDefault(field => !columns.ContainsKey(field.Name)) is { } missing)
            return new Refusal("message-column-missing", $"There is no column {PlainText.Quote(missing.Name)}. The first row names the columns: {Sender}, {Text} and {Date} are needed.").With("column", missing.Name);
        List<ReadMessage> messages = [];
        List<RowError> rejected = [];
        List<RepeatedRow> repeated = [];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            if (row.Count > sheet.Width)
            {
                rejected.Add(RowError.Torn(row, sheet.Width));
                continue;
            }
            var before = rejected.Count;
            var (sender, date) = (PlainText.Line(row[columns[Sender]], LongestSender), row[columns[Date]].Trim());
            if (sender.Length == 0) Wrong(row, Sender, "cell-missing", "Write who sent the message.");
            if (Instant(date) is not { } sent)
            {
                Wrong(row, Date, date.Length == 0 ? "cell-missing" : "not-an-instant", "Write when it was sent, in UTC, such as 2025-06-23T12:47:00Z.");
                continue;
            }
            if (!MessageText.Clean(row[columns[Text]]).TryGet(out var text, out _)) Wrong(row, Text, "message-too-long", $"A message has at most {MessageText.Longest} characters.");
            if (rejected.Count > before) continue;
            var key = Key(sender, sent, text!);
            if (seen.TryGetValue(key, out var first)) repeated.Add(new RepeatedRow(row.Line, first));
            else
            {
                seen.Add(key, row.Line);
                messages.Add(new ReadMessage(row.Line, sender, sent, TimeZoneInfo.ConvertTime(sent, zone).DateTime, text!, MessageText.Address(text!), key, sieve.Judge(sender, text!)));
            }
        }
        return new MessageReading(messages, rejected, repeated, sheet);

        void Wrong(SheetRow row, string field, string code, string reason) => rejected.Add(new RowError(row.Line, sheet.Columns[columns[field]], PlainText.Line(row[columns[field]]), code, reason));
    }

    /// <summary>What tells a message from every other: who sent what when.</summary>
    public static string Key(string sender, DateTimeOffset sent, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PlainText.Key(sender)}\n{sent.UtcTicks}\n{text}")).AsSpan(0, 16));

    private static DateTimeOffset? Instant(string text) =>
        Instants().IsMatch(text) && DateTimeOffset.TryParse(text.Replace(" UTC", "Z", StringComparison.OrdinalIgnoreCase), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Instants();
}
