using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>An issued invoice or quote is mailed with its PDF, an invoice with a client link, too; what is left out is as the client and its language have it.</summary>
/// <param name="To">Whom it is addressed to; the client's readers unless said otherwise.</param>
/// <param name="Cc">Who gets a copy; as the client has it unless said otherwise.</param>
/// <param name="Subject">One line.</param>
/// <param name="Message">What it says above the facts.</param>
internal sealed record SendDocument(IReadOnlyList<string>? To = null, IReadOnlyList<string>? Cc = null, string? Subject = null, string? Message = null)
{
    private const int LongestSubject = 150;
    private const int LongestMessage = 4_000;

    /// <summary>Shortest wait of a mail for a time.</summary>
    public static readonly TimeSpan LeastAhead = TimeSpan.FromMinutes(1);

    /// <param name="id">The invoice's.</param>
    /// <param name="invoice">What is sent.</param>
    /// <param name="ground">What the mail depends on besides.</param>
    public Decision<SendingEvent> Decide(InvoiceId id, Invoice invoice, SendingGround ground)
    {
        if (invoice.Number is null) return No.NotIssued;
        if (MirroredInvoice.Elsewhere(invoice) is { } elsewhere) return elsewhere;
        if (invoice.Standing == InvoiceStanding.Voided) return No.Voided(invoice.Number);
        return Read(ground).TryGet(out var mail, out var refused) ? new SendingAsked(id, mail.To, mail.Cc, mail.Subject, mail.Message, ground.Due) : refused;
    }

    /// <param name="id">The quote's.</param>
    /// <param name="quote">What is sent.</param>
    /// <param name="ground">What the mail depends on besides.</param>
    /// <param name="goesOn">The day on which it goes, where the organisation is.</param>
    public Decision<SendingEvent> Decide(QuoteId id, Quote quote, SendingGround ground, DateOnly goesOn)
    {
        if (quote.Standing != QuoteStanding.Issued) return quote.Standing == QuoteStanding.Accepted ? No.Accepted : AcceptQuote.No.NotOpen(quote);
        if (quote.StateOn(goesOn) == QuoteState.Expired) return No.Expires(quote.ValidUntil!.Value);
        return Read(ground).TryGet(out var mail, out var refused) ? new QuoteSendingAsked(id, mail.To, mail.Cc, mail.Subject, mail.Message, ground.Due) : refused;
    }

    private Result<(ValueList<PersonalText> To, ValueList<PersonalText> Cc, PersonalText Subject, PersonalText Message)> Read(SendingGround ground)
    {
        if (ground.Due is { } due && due < ground.Now + LeastAhead) return No.TooSoon;
        if (ground.Due > ground.Now.AddYears(1)) return No.TooLate;
        if (!MailAddresses.Read(To ?? ground.Letter.To).TryGet(out var to, out var refused) || !MailAddresses.Read(Cc ?? ground.Letter.Cc).TryGet(out var cc, out refused)) return refused;
        if (to.Count == 0) return No.NoReader(ground.ClientName);
        if (!OneLine.Read(Subject, "A subject", LongestSubject).TryGet(out var subject, out refused)) return refused;
        if (!PlainText.Note(Message, LongestMessage).TryGet(out var message, out refused)) return refused;
        PersonalText About(string text) => new(ground.Client.Value, text);
        return (to.Select(About).ToValueList(), cc.Except(to, StringComparer.OrdinalIgnoreCase).Select(About).ToValueList(),
            About(subject.Length == 0 ? ground.Letter.Subject : subject), About(message.Length == 0 ? ground.Letter.Message : message));
    }

    private static class No
    {
        public static readonly Refusal NotIssued = new("not-issued", "A draft is not sent: it has no number yet. Issue it first.");
        public static readonly Refusal Accepted = new("quote-accepted", "This quote was accepted. Send its invoice.");
        public static readonly Refusal TooSoon = new("too-soon", "A planned mail lies at least a minute ahead. Choose a later time, or send it now.");
        public static readonly Refusal TooLate = new("too-late", "A planned mail lies at most a year ahead. Choose an earlier time.");
        public static Refusal Voided(string number) => new Refusal("invoice-voided", $"Invoice {number} was voided and asks for nothing. Write it anew and send that one.").With("number", number);
        public static Refusal Expires(DateOnly until) => new Refusal("quote-expired", $"This quote holds until {DateText.Write(until)}, and the mail would come after that. Prolong it, and send it then.").With("validUntil", until);
        public static Refusal NoReader(string client) => new("no-reader", $"{PlainText.Shown(client)} has no mail address. Enter one at the client, or write one into the field To.");
    }
}

/// <summary>What a mail depends on besides its document.</summary>
/// <param name="Client">Whom its words are about.</param>
/// <param name="Letter">What goes out unless somebody writes otherwise.</param>
/// <param name="Due">Not before; null for at once.</param>
internal sealed record SendingGround(ClientId Client, string ClientName, DocumentLetter Letter, DateTimeOffset? Due, DateTimeOffset Now);

/// <summary>The same at a time to come.</summary>
/// <param name="At">When; at least a minute ahead.</param>
internal sealed record ScheduleSending(DateTimeOffset At, IReadOnlyList<string>? To = null, IReadOnlyList<string>? Cc = null, string? Subject = null, string? Message = null)
{
    public SendDocument Mail => new(To, Cc, Subject, Message);
}
