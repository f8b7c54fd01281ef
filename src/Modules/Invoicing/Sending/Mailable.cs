using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A kind of document that can be mailed.</summary>
/// <param name="Path">Of its addresses: <c>invoices</c>.</param>
/// <param name="Word">What one is called, with its article.</param>
/// <param name="Composer">Who writes its mail.</param>
/// <param name="DocumentOf">Which one of the kind a mail brings.</param>
/// <param name="Find">The one of an id, as it is now; null when there is none.</param>
internal sealed record Mailable(string Path, string Article, string Word, string Composer, Func<Sending, Guid> DocumentOf, Func<Attempt, Guid, Task<MailableDocument?>> Find)
{
    public static readonly IReadOnlyList<Mailable> All =
    [
        new("invoices", "an", "invoice", InvoiceMail.Name, sending => sending.InvoiceId.Value, Invoice),
        new("quotes", "a", "quote", QuoteMail.Name, sending => sending.QuoteId.Value, Quote),
    ];

    private static async Task<MailableDocument?> Invoice(Attempt attempt, Guid id)
    {
        var found = await attempt.Load<Invoice>(id);
        var invoice = found.State;
        if (!found.Exists || invoice.Standing == InvoiceStanding.Dropped || await DraftGrounds.Find(attempt, invoice.ClientId) is not { } client) return null;
        var own = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State.InvoiceMail;
        return new(
            client.Id, client.Client, sender => invoice.Number is null ? Unwritten(client.Client) : InvoiceLetter.Of(invoice, client.Client, sender, own),
            (command, ground, _) => command.Decide(new InvoiceId(id), invoice, ground));
    }

    private static async Task<MailableDocument?> Quote(Attempt attempt, Guid id)
    {
        var found = await attempt.Load<Quote>(id);
        var quote = found.State;
        if (!found.Exists || quote.Standing == QuoteStanding.Dropped || await DraftGrounds.Find(attempt, quote.ClientId) is not { } client) return null;
        var own = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State.QuoteMail;
        return new(
            client.Id, client.Client, sender => quote.Number is null ? Unwritten(client.Client) : QuoteLetter.Of(quote, client.Client, sender, own),
            (command, ground, goesOn) => command.Decide(new QuoteId(id), quote, ground, goesOn));
    }

    private static DocumentLetter Unwritten(Client client) => DocumentLetter.For(client, new MailText("en", "", ""));
}

/// <summary>A document that is to be mailed.</summary>
/// <param name="Letter">What goes with it unless somebody writes otherwise; takes the organisation's name.</param>
/// <param name="Decide">Whether it may go on a day, and what it says then.</param>
internal sealed record MailableDocument(ClientId ClientId, Client Client, Func<string, DocumentLetter> Letter, Func<SendDocument, SendingGround, DateOnly, Decision<SendingEvent>> Decide);
