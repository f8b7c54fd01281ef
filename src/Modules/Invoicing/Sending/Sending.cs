using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>How far the mailing of a document is.</summary>
internal enum SendingState
{
    /// <summary>Waits for its time, or for a mail server to take it.</summary>
    UnderWay,

    /// <summary>A mail server took it.</summary>
    Sent,

    /// <summary>No mail server takes it, and nobody tries again.</summary>
    Failed,

    /// <summary>A mail server took it, and a reader did not get it: it came back.</summary>
    Bounced,

    /// <summary>Taken back before its time came.</summary>
    Withdrawn,
}

/// <summary>Why a mail was given up.</summary>
internal enum SendingTrouble
{
    /// <summary>The mail server refused it for good.</summary>
    Refused,

    /// <summary>For about a day no mail server took it.</summary>
    NotTaken,
}

/// <summary>One mail with an invoice or a quote, from the asking to the mail server. Nobody but the post writes on it once its time has come, so no race sends it twice.</summary>
/// <param name="InvoiceId">The invoice it brings; of none for a quote.</param>
/// <param name="QuoteId">The quote it brings; of none for an invoice.</param>
/// <param name="Due">Not before; null for at once.</param>
/// <param name="Repeats">How often it was sent again after it had failed.</param>
/// <param name="Refused">Readers whom the mail server did not take, though it took others.</param>
internal sealed record Sending(
    InvoiceId InvoiceId, QuoteId QuoteId, ValueList<PersonalText> To, ValueList<PersonalText> Cc, PersonalText Subject, PersonalText Message, DateTimeOffset? Due, SendingState State, SendingTrouble? Trouble, ValueList<PersonalText> Refused, int Repeats = 0) : IAggregate<Sending>
{
    /// <summary>Readers from whom it came back.</summary>
    public ValueList<PersonalText> Bounced { get; init; } = [];

    /// <summary>Why it came back the last time, in the words of a mail server; null when it did not.</summary>
    public PersonalText? BounceReason { get; init; }

    /// <summary>Readers who got it at an earlier time, before it was sent again to others.</summary>
    private ValueList<PersonalText> GotBefore { get; init; } = [];

    /// <summary>Readers who got it, as far as anybody knows: a mail server took it for them, and it did not come back.</summary>
    public ValueList<PersonalText> Got => State is SendingState.Sent or SendingState.Bounced ? [.. GotBefore, .. To.Concat(Cc).Where(reader => !Bounced.Contains(reader) && !Refused.Contains(reader))] : GotBefore;

    private static readonly PersonalText Unsaid = new(default, "");

    public static string Alias => "invoicing.sending";

    public static Sending Initial { get; } = new(default, default, [], [], Unsaid, Unsaid, null, SendingState.UnderWay, null, []);

    /// <summary>Whether whom it is for has been forgotten since.</summary>
    public bool IsErased => Message.IsErased;

    /// <summary>What it says, to whom.</summary>
    /// <param name="language">The document's; English where it says none.</param>
    public DocumentLetter Letter(string? language) => new([.. To.Select(reader => reader.Shown)], [.. Cc.Select(reader => reader.Shown)], Subject.Shown, Message.Shown, language ?? "en");

    public Decision<SendingEvent> Withdraw(DateTimeOffset now)
    {
        if (State == SendingState.Withdrawn) return Decision.Nothing;
        return State == SendingState.UnderWay && Due > now ? new SendingWithdrawn() : No.UnderWay;
    }

    /// <summary>Not everybody got it, and nobody tries any more: it goes once more, to readers as they are now.</summary>
    public Decision<SendingEvent> Repeat(ValueList<PersonalText> to, ValueList<PersonalText> cc) => State switch
    {
        SendingState.Failed or SendingState.Bounced => new SendingRepeated(to, cc),
        SendingState.UnderWay => Decision.Nothing,
        _ => No.NotFailed,
    };

    /// <summary>A mail server took it, but for some readers.</summary>
    public Decision<SendingEvent> Arrive(IReadOnlyList<string> refused)
    {
        var readers = To.Concat(Cc).Where(reader => refused.Contains(reader.Text, StringComparer.OrdinalIgnoreCase)).ToValueList();
        return QuoteId == default ? new InvoiceSent(readers) : new QuoteSent(readers);
    }

    /// <summary>It came back from a reader; known once. Who forwards it may be told of under another address: a mail with one reader came back from that one.</summary>
    public Decision<SendingEvent> ComeBack(string reader, string reason)
    {
        if (State is not (SendingState.Sent or SendingState.Bounced) || IsErased) return Decision.Nothing;
        ValueList<PersonalText> readers = [.. To, .. Cc];
        var who = readers.FirstOrDefault(one => string.Equals(one.Text, reader, StringComparison.OrdinalIgnoreCase)) ?? (readers.Count == 1 ? readers[0] : null);
        return who is null || Bounced.Contains(who) ? Decision.Nothing : new SendingBounced(who, new PersonalText(Message.Subject, reason));
    }

    /// <summary>What it is about is gone: the document counts no more, or its client was forgotten.</summary>
    public Decision<SendingEvent> BecomePointless() => State == SendingState.UnderWay ? new SendingWithdrawn() : Decision.Nothing;

    /// <summary>It says this instead, unless it has gone.</summary>
    public Decision<SendingEvent> Reword(PersonalText subject, PersonalText message) => State == SendingState.UnderWay && (subject, message) != (Subject, Message) ? new SendingReworded(subject, message) : Decision.Nothing;

    public Sending Apply(object happened) => happened switch
    {
        SendingAsked e => this with { InvoiceId = e.InvoiceId, To = e.To, Cc = e.Cc, Subject = e.Subject, Message = e.Message, Due = e.Due },
        QuoteSendingAsked e => this with { QuoteId = e.QuoteId, To = e.To, Cc = e.Cc, Subject = e.Subject, Message = e.Message, Due = e.Due },
        SendingReworded e => this with { Subject = e.Subject, Message = e.Message },
        SendingRepeated e => this with { To = e.To, Cc = e.Cc, State = SendingState.UnderWay, Trouble = null, GotBefore = Got, Refused = [], Bounced = [], BounceReason = null, Repeats = Repeats + 1 },
        SendingWithdrawn => this with { State = SendingState.Withdrawn },
        InvoiceSent e => this with { State = SendingState.Sent, Refused = e.Refused, Trouble = null },
        QuoteSent e => this with { State = SendingState.Sent, Refused = e.Refused, Trouble = null },
        SendingBounced e => this with { State = SendingState.Bounced, Bounced = [.. Bounced, e.Reader], BounceReason = e.Reason },
        SendingFailed e => this with { State = SendingState.Failed, Trouble = e.Trouble },
        _ => throw new UnknownEventException(nameof(Sending), happened),
    };

    private static class No
    {
        public static readonly Refusal NotFailed = new("sending-not-failed", "This mail has gone, or was withdrawn. Only one that failed is sent again.");
        public static readonly Refusal UnderWay = new("sending-under-way", "This mail is on its way, or has gone. Only one that still waits for its time can be withdrawn.");
    }
}
