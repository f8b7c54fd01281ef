using Billing.Documents;

namespace Billing.Support;

/// <summary>What becomes of a message.</summary>
internal enum MessageOutcome
{
    /// <summary>It becomes a request.</summary>
    New,

    /// <summary>It became one before.</summary>
    Unchanged,

    /// <summary>It is none.</summary>
    LeftOut,
}

/// <summary>A message as the preview shows it, and by which rule.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="ResolvedOn">The day, in the organisation's zone.</param>
/// <param name="ResolvedAt">The time of that day.</param>
/// <param name="Rule">By which rule the lists took it, or left it out.</param>
/// <param name="Because">The entry of a list that decided; null where none did.</param>
/// <param name="UrgencyBecause">The entry that decided how urgent it is; null: none, so it is medium.</param>
/// <param name="Chosen">Whether a person said something else than the lists.</param>
internal sealed record MessageLine(
    int Line, MessageOutcome Outcome, string Sender, DateOnly ResolvedOn, TimeOnly ResolvedAt, string Text, MessageRule Rule, string? Because, Guid? ClientId, string? Type, string? Category, Urgency? Urgency, string? UrgencyBecause, Effort? Effort, Quantity? Hours,
    string? WebAddress, bool Chosen);

/// <summary>What a file of messages would come to.</summary>
/// <param name="Lines">Each message that can be read.</param>
/// <param name="Requests">Those that become requests, by line.</param>
/// <param name="Rejected">What cannot be read, or be taken as a person wants it.</param>
internal sealed record MessagePlan(IReadOnlyList<MessageLine> Lines, IReadOnlyDictionary<int, WriteRequest> Requests, IReadOnlyList<RowError> Rejected)
{
    public int Unchanged => Lines.Count(line => line.Outcome == MessageOutcome.Unchanged);

    public int LeftOut => Lines.Count(line => line.Outcome == MessageOutcome.LeftOut);

    /// <summary>Works out what becomes of each message.</summary>
    /// <param name="client">Whose they are unless a person says otherwise of one.</param>
    /// <param name="known">The keys of messages that are requests already.</param>
    /// <param name="otherwise">The kind of a message that a person takes against the lists.</param>
    public static MessagePlan Of(MessageReading reading, IReadOnlyList<MessageChoice> choices, Guid? client, IReadOnlySet<string> known, SupportTerms terms, MessageKind otherwise)
    {
        var said = choices.GroupBy(one => one.Line).ToDictionary(same => same.Key, same => same.Last());
        var (lines, requests, rejected) = (new List<MessageLine>(), new Dictionary<int, WriteRequest>(), reading.Rejected.ToList());
        foreach (var message in reading.Messages)
        {
            var (verdict, choice) = (message.Verdict, said.GetValueOrDefault(message.Line));
            var (day, time) = (DateOnly.FromDateTime(message.At), TimeOnly.FromDateTime(message.At));
            var taken = choice?.Take ?? verdict.IsRequest;
            var kind = verdict.Kind ?? otherwise;
            var effort = choice?.Effort ?? kind.Effort;
            var request = !taken ? null : new WriteRequest(
                choice?.ClientId ?? client ?? default, day, time, message.Text, choice?.Type ?? kind.Type, choice?.Category ?? kind.Category, choice?.Urgency ?? verdict.Urgency, effort, choice?.Hours ?? TicketHours.Of(effort), RequestSource.Sms,
                message.Address is { } address ? address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}" : null, message.Key);
            var outcome = request is null ? MessageOutcome.LeftOut : known.Contains(message.Key) ? MessageOutcome.Unchanged : MessageOutcome.New;
            if (outcome == MessageOutcome.New && Against(request!, terms) is { } refused) rejected.Add(new RowError(message.Line, null, PlainText.Line(message.Text), refused.Code, refused.Sentence, Details: refused.Details));
            else if (outcome == MessageOutcome.New) requests.Add(message.Line, request!);
            lines.Add(new MessageLine(
                message.Line, outcome, message.Sender, day, time, message.Text, verdict.Rule, verdict.Because, request?.ClientId, request?.Type, request?.Category, request?.Urgency, request is null ? null : verdict.UrgencyBecause, request?.Effort, request?.Hours,
                request?.WebAddress, choice is not null && (choice.Take is not null && choice.Take != verdict.IsRequest || choice with { Line = 0, Take = null } != new MessageChoice(0))));
        }
        return new MessagePlan(lines, requests, [.. rejected.OrderBy(error => error.Line)]);
    }

    private static Refusal? Against(WriteRequest request, SupportTerms terms) => request.ClientId == default ? MessageNo.ClientMissing : request.Decide(terms).Refusal;
}

/// <summary>Why messages cannot be taken over.</summary>
internal static class MessageNo
{
    public static readonly Refusal ClientMissing = new("message-client-missing", "Say whose requests these are, in the address (clientId=…) or in the options.");
    public static readonly Refusal ImportTaken = new("import-taken", "An import with this id was taken already. Leave the id out, or make a new one.");
    public static readonly Refusal NotClean = new("lines-rejected", "Some lines cannot be taken, and you asked for all or none. Mend them, or take the good lines.");
    public static readonly Refusal ImportUndone = new("import-undone", "This import was taken back already.");
}
