using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Mails a reminder as an invoice is mailed, after one more look: what came in since stops it, or changes the amount that it says.</summary>
internal sealed class ReminderMail(InvoiceMail mail, PrintingPress press, Organisations organisations) : IMailComposer
{
    public const string Name = "invoicing.reminder";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        var sending = (await session.Streams<Sending>().Load(wanted.For, stop)).State;
        var id = new SendingId(wanted.For);
        if (await organisations.Find(session.Tenant, stop) is not { } here || await Reminding.Find(new Attempt(session.Begin(), fresh: true, stop), sending.InvoiceId, here) is not { } found || found.Ground.Stopped is not null)
        {
            await session.Streams<Sending>().Decide<SendingEvent>(wanted.For, state => state.BecomePointless(), stop);
            return null;
        }
        var entry = found.Log.Log.First(one => one.SendingId == id);
        if (found.Ground.Plan.Step(entry.Step) is { } step && !sending.IsErased)
        {
            var letter = ReminderLetter.Of(step, found.Ground, (await press.Sender(session, here, stop)).Name, entry.Fee);
            PersonalText About(string text) => new(sending.Message.Subject, text);
            await session.Streams<Sending>().Decide<SendingEvent>(wanted.For, state => state.Reword(About(letter.Subject), About(letter.Message)), stop);
        }
        return await mail.Compose(wanted, session, entry.Fee, stop);
    }

    public Task Sent(MailWanted wanted, IReadOnlyList<string> refused, Work work, CancellationToken stop) => mail.Sent(wanted, refused, work, stop);

    public Task<bool> Failed(MailWanted wanted, bool forGood, Work work, CancellationToken stop) => mail.Failed(wanted, forGood, work, stop);

    public Task CameBack(MailWanted wanted, MailBounce bounce, Work work, CancellationToken stop) => mail.CameBack(wanted, bounce, work, stop);
}
