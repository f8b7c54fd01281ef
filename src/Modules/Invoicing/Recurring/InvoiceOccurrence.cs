using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>
/// Makes the invoice of one day of a recurring invoice, as a person drafts, issues and mails one. Its id follows from the recurring invoice and the day, so
/// the log's own unique key lets it begin once, whichever node comes first; what exists already goes on from where it stands.
/// </summary>
/// <param name="Recurring">Of which.</param>
/// <param name="Sender">Who writes the mail.</param>
/// <param name="Here">The organisation.</param>
/// <param name="Limit">How many invoices the plan allows a month; null for any number.</param>
internal sealed record InvoiceOccurrence(RecurringInvoiceId Recurring, Letterhead Sender, Organisation Here, long? Limit)
{
    /// <summary>The id that the invoice has.</summary>
    public static InvoiceId Id(RecurringInvoiceId recurring, DateOnly on) => new(NamedId.Of("invoice of a recurring invoice", recurring.ToString(), DateText.Write(on)));

    /// <summary>Makes it, as far as it is to go by itself.</summary>
    /// <param name="attempt">What is decided on; nothing of what was refused stays behind.</param>
    /// <param name="state">The recurring invoice.</param>
    /// <param name="one">The day.</param>
    /// <param name="today">In the organisation's zone.</param>
    public async Task<RecurringInvoiceEvent> Make(Attempt attempt, RecurringInvoice state, Occurrence one, DateOnly today)
    {
        var id = Id(Recurring, one.On);
        OccurrenceParked Parked(Refusal refused, bool drafted) => new(one.On, one.Period, drafted ? id : null, refused.Code);
        var invoice = await attempt.Load<Invoice>(id.Value);
        if (await DraftGrounds.Find(attempt, invoice.Exists ? invoice.State.ClientId : state.ClientId) is not { } found) return Parked(DraftGrounds.No.UnknownClient, invoice.Exists);
        if (!invoice.Exists)
        {
            var command = state.Written(one) with { ClientId = found.Id };
            var ground = await DraftGrounds.For(attempt, id, found.Id, found.Client, command) with { Recurring = Recurring };
            if (await attempt.Decide<Invoice, InvoiceEvent>(id.Value, draft => command.Decide(draft, ground)) is { } undrafted) return Parked(undrafted, drafted: false);
        }
        return await new InvoiceByItself(Sender, Here, Limit).Go(attempt, id, found, state.Then, NamedId.Of("sending of a recurring invoice", id.ToString()), today) is { } held ? Parked(held, drafted: true) : new OccurrenceInvoiced(one.On, one.Period, id);
    }
}
