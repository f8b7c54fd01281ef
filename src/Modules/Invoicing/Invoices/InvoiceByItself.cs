using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Takes an invoice as far as it is to go by itself, as a person issues and mails one; what is done already is not done again.</summary>
/// <param name="Sender">Who writes the mail.</param>
/// <param name="Here">The organisation.</param>
/// <param name="Limit">How many invoices the plan allows a month; null for any number.</param>
internal sealed record InvoiceByItself(Letterhead Sender, Organisation Here, long? Limit)
{
    /// <summary>Issues and mails it, if it is to be.</summary>
    /// <param name="attempt">What is decided on.</param>
    /// <param name="id">A draft, or an invoice.</param>
    /// <param name="to">Its client as it is.</param>
    /// <param name="then">How far it goes.</param>
    /// <param name="sending">The id of its mail, so that it goes out once.</param>
    /// <param name="today">In the organisation's zone.</param>
    /// <returns>Why it went no further, or null.</returns>
    public async Task<Refusal?> Go(Attempt attempt, InvoiceId id, (ClientId Id, Client Client) to, InvoiceOutcome then, Guid sending, DateOnly today)
    {
        if (then == InvoiceOutcome.Draft) return null;
        var settings = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State;
        if ((await attempt.Load<Invoice>(id.Value)).State.Standing == InvoiceStanding.Draft)
        {
            if ((DraftGrounds.Closed(to.Client) ?? await new IssueInvoice().Decide(attempt, id.Value, to, settings.LanguageFor(to.Client, Here.Locale), Limit, today)) is { } unissued) return unissued;
            attempt.Work.Send(PapersDue.Message, new PapersDue([id.Value]));
        }
        return then == InvoiceOutcome.Send && (await attempt.Load<Invoice>(id.Value)).State.TakesPayments ? await Send(attempt, id, to, sending) : null;
    }

    private async Task<Refusal?> Send(Attempt attempt, InvoiceId id, (ClientId Id, Client Client) to, Guid sending)
    {
        var invoice = (await attempt.Load<Invoice>(id.Value)).State;
        if ((await attempt.Load<Sending>(sending)).Exists) return null;
        var ground = new SendingGround(to.Id, to.Client.Name, InvoiceLetter.Of(invoice, to.Client, Sender.Name, (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State.InvoiceMail), null, attempt.Work.At);
        if (await attempt.Decide<Sending, SendingEvent>(sending, _ => new SendDocument().Decide(id, invoice, ground)) is { } refused) return refused;
        attempt.Work.WantMail(InvoiceMail.Name, sending, key: InvoiceMail.KeyOf(sending));
        return null;
    }
}
