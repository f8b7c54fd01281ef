using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Mails what another module has to say about an invoice; a client without an address, or an invoice that asks for nothing any more, gets none.</summary>
internal sealed class When_a_mail_is_wanted_about_an_invoice(PrintingPress press, Organisations organisations) : MessageHandler<MailAboutInvoice>(MailAboutInvoice.Message)
{
    public override async Task Handle(Message<MailAboutInvoice> message, Work work, CancellationToken stop)
    {
        var (wanted, attempt) = (message.Body, new Attempt(work, fresh: true, stop));
        if (await organisations.Find(message.Tenant, stop) is not { } here) return;
        var invoice = (await attempt.Load<Invoice>(wanted.InvoiceId)).State;
        if (!invoice.TakesPayments || !invoice.Outstanding.IsPositive || await DraftGrounds.Find(attempt, invoice.ClientId) is not { Client.Emails.Count: > 0 } to) return;
        var sending = NamedId.Of("mail about an invoice", wanted.InvoiceId.ToString(), wanted.Reference);
        if ((await attempt.Load<Sending>(sending)).Exists) return;
        var ground = new SendingGround(to.Id, to.Client.Name, DocumentLetter.For(to.Client, Text(wanted, invoice, to.Client, (await press.Sender(work.Session, here, stop)).Name)), null, work.At);
        if (await attempt.Decide<Sending, SendingEvent>(sending, _ => new SendDocument().Decide(new InvoiceId(wanted.InvoiceId), invoice, ground)) is { } refused) throw new GivenUpException($"A mail about an invoice cannot be sent: {refused.Code}.");
        work.WantMail(InvoiceMail.Name, sending, key: InvoiceMail.KeyOf(sending));
    }

    private static MailText Text(MailAboutInvoice wanted, Invoice invoice, Client client, string sender)
    {
        var language = invoice.Addressee?.Language ?? "en";
        var text = wanted.Texts.FirstOrDefault(text => text.Language == language) ?? wanted.Texts[0];
        var values = LetterValues.Of(invoice, client, sender, text.Language);
        return new MailText(text.Language, text.Subject, text.Message).With(wanted.Day is { } day ? values.On(text.Language, day) : values);
    }
}
