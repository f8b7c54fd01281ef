using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>
/// Takes over an invoice that was issued elsewhere, with all that came in for it and how it ended. What is known already happens no second time, and an earlier
/// state that comes late finds a later one: nothing of it goes back.
/// </summary>
internal sealed class When_an_invoice_is_born_elsewhere(IEnumerable<IOrganisations> organisations) : MessageHandler<MirrorInvoice>(MirrorInvoice.Message)
{
    public override int Attempts => 100;

    public override TimeSpan PauseAfter(int attempt) => AtMostAMinute(attempt);

    public override async Task Handle(Message<MirrorInvoice> message, Work work, CancellationToken stop)
    {
        var told = message.Body;
        if (await When_a_recurring_invoice_is_due.Here(organisations, message.Tenant, stop) is not { } here) return;
        var attempt = new Attempt(work, fresh: true, stop);
        // Once it is here it stays with its client, whoever the customer there is called by since.
        var known = await attempt.Load<Invoice>(told.InvoiceId);
        if (await DraftGrounds.Find(attempt, known.Exists ? known.State.ClientId : new(told.ClientId)) is not { } client) throw new InvalidOperationException($"The client of {told.OutsideId} is not there.");
        using var turn = await work.Session.Turn(ClientAccount.IdOf(client.Id, told.Currency), stop);
        var id = new InvoiceId(told.InvoiceId);
        if (!(await attempt.Load<Invoice>(id.Value)).Exists) await Issue(attempt, told, client, here.Locale);
        foreach (var came in told.Payments) await Pay(attempt, id, client.Id, came);
        await End(attempt, id, told);
        await work.Commit(); // while it is our turn
    }

    private static async Task Issue(Attempt attempt, MirrorInvoice told, (ClientId Id, Client Client) client, string locale)
    {
        var settings = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State;
        var happened = MirroredInvoice.Issue(told, client.Id, Addressees.Of(client.Id, client.Client, settings.LanguageFor(client.Client, locale)));
        Must(await attempt.Decide<Invoice, InvoiceEvent>(told.InvoiceId, _ => happened), told);
    }

    private static async Task Pay(Attempt attempt, InvoiceId id, ClientId client, MirroredPayment came)
    {
        var invoice = (await attempt.Load<Invoice>(id.Value)).State;
        var reference = came.Reference;
        // It may be recorded of a double that was merged since, or on what was another day before the organisation moved; of one that pays several invoices each has its part.
        while (await CollectedPayment.Find(attempt, invoice, reference) is { } known)
        {
            if (known.Paid.CollectedFor is not { } other || other == id || reference != came.Reference) return;
            reference = $"{reference}/{invoice.Mirror!.OutsideId}";
        }
        var command = new RecordPayment(client, reference, came.Amount, came.On, came.Taken ? PaymentMethod.Card : PaymentMethod.Other, Note: came.Note) { CollectedFor = id };
        if ((await ReceivePayment.Record(attempt, command, invoice.TakesPayments ? [id] : [], came.On)).Refusal is { } refused) throw new InvalidOperationException($"Money that came in at Stripe cannot be recorded: {refused.Code}.");
    }

    private static async Task End(Attempt attempt, InvoiceId id, MirrorInvoice told)
    {
        var refused = told.State switch
        {
            MirroredState.Voided => await attempt.Decide<Invoice, InvoiceEvent>(id.Value, invoice => new EndInvoice("Voided at Stripe").Void(invoice, told.StateOn)),
            // An earlier state that comes late finds it paid, or voided.
            MirroredState.GivenUp => await attempt.Decide<Invoice, InvoiceEvent>(id.Value, invoice =>
                invoice.Standing == InvoiceStanding.Issued && invoice.Outstanding.IsPositive ? new EndInvoice("Written off at Stripe").GiveUp(invoice, told.StateOn) : Decision.Nothing),
            _ => null,
        };
        Must(refused, told);
    }

    private static void Must(Refusal? refused, MirrorInvoice told)
    {
        if (refused is not null) throw new InvalidOperationException($"The invoice {told.OutsideId} cannot be taken over: {refused.Code}.");
    }
}
