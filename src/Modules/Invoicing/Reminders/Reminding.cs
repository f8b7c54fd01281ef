using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Does what a reminder comes to, within one work: the log, the mail, the fee's charge and its draft are true together or not at all.</summary>
internal sealed class Reminding(PrintingPress press)
{
    /// <summary>Loads what reminders of an invoice depend on; null when there is no such invoice.</summary>
    public static async Task<(InvoiceReminders Log, ReminderGround Ground)?> Find(Attempt attempt, InvoiceId id, Organisation here)
    {
        var invoice = await attempt.LoadNow<Invoice>(id.Value);
        if (!invoice.Exists || invoice.State.Standing == InvoiceStanding.Dropped || await DraftGrounds.Find(attempt, invoice.State.ClientId) is not { } client) return null;
        var plan = (await attempt.LoadNow<ReminderPlan>(ReminderPlan.Id)).State;
        var log = (await attempt.Load<InvoiceReminders>(InvoiceReminders.Of(id))).State;
        return (log, new ReminderGround(id, invoice.State, client.Client, plan, LocalDay.Of(attempt.Work.At, here.TimeZone), new SendingId(attempt.Work.Session.NewId())));
    }

    /// <summary>Decides, and does what follows from it.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> Go(Attempt attempt, ReminderGround ground, Organisation here, Func<InvoiceReminders, Decision<InvoiceRemindersEvent>> decide)
    {
        ClientReminded? reminded = null;
        var refused = await attempt.Decide<InvoiceReminders, InvoiceRemindersEvent>(InvoiceReminders.Of(ground.InvoiceId), log =>
        {
            var decision = decide(log);
            reminded = decision.Events.OfType<ClientReminded>().SingleOrDefault();
            return decision;
        });
        if (refused is not null || reminded is null) return refused;
        if (await Mail(attempt, ground, reminded, (await press.Sender(attempt.Work.Session, here, attempt.Stop)).Name) is { } unsent) return unsent;
        return reminded.Fee is { } fee ? await Charge(attempt, ground, reminded.Step, fee) : null;
    }

    /// <summary>Sends a reminder that failed once more.</summary>
    /// <returns>The refusal, or null.</returns>
    public static async Task<Refusal?> Again(Attempt attempt, InvoiceReminders log, ReminderGround ground, RemindAgain command)
    {
        if (log.Sent(command.Step)?.SendingId is not { } mail) return command.Decide(log, ground, Sending.Initial).Refusal;
        var before = (await attempt.LoadNow<Sending>(mail.Value)).State;
        if (await attempt.Decide<Sending, SendingEvent>(mail.Value, state => command.Decide(log, ground, state)) is { } refused) return refused;
        var after = (await attempt.Load<Sending>(mail.Value)).State;
        if (after.Repeats > before.Repeats) attempt.Work.WantMail(ReminderMail.Name, mail.Value, InvoiceReminders.Of(ground.InvoiceId), key: InvoiceMail.KeyOf(mail.Value, after.Repeats));
        return null;
    }

    private static async Task<Refusal?> Mail(Attempt attempt, ReminderGround ground, ClientReminded reminded, string sender)
    {
        var letter = ReminderLetter.Of(ground.Plan.Step(reminded.Step)!, ground, sender, reminded.Fee);
        var sending = reminded.SendingId.Value;
        attempt.Work.New<Sending>(sending);
        var about = new SendingGround(ground.Invoice.ClientId, ground.Client.Name, letter, null, attempt.Work.At);
        if (await attempt.Decide<Sending, SendingEvent>(sending, _ => new SendDocument().Decide(ground.InvoiceId, ground.Invoice, about)) is { } refused) return refused;
        attempt.Work.WantMail(ReminderMail.Name, sending, InvoiceReminders.Of(ground.InvoiceId), key: InvoiceMail.KeyOf(sending));
        return null;
    }

    private static async Task<Refusal?> Charge(Attempt attempt, ReminderGround ground, int step, Money fee)
    {
        var terms = ground.Plan.Fee!;
        var (client, _) = (await DraftGrounds.Find(attempt, ground.Invoice.ClientId))!.Value;
        var source = LateFeeSource(ground.InvoiceId, step);
        var description = ReminderWords.Fee(ground.Invoice.Addressee?.Language ?? "en", ground.Invoice.Number!, ground.DaysLate);
        var fact = new ChargeFact(client, source, new ChargeTerms(description, Quantity.One, new UnitPrice(fee.Amount), fee.Currency, TaxCategory: terms.TaxCategory), ground.Today, 0);
        if (await attempt.Work.Post(fact, attempt.Stop) is { } refused) return refused;
        return terms.Goes == LateFeeGoes.IntoDraft ? await Draft(attempt, ground, client, source.Id, step, fee.Currency) : null;
    }

    private static async Task<Refusal?> Draft(Attempt attempt, ReminderGround ground, ClientId client, ChargeId charge, int step, Currency currency)
    {
        var id = new InvoiceId(NamedId.Of("draft of a late fee", ground.InvoiceId.ToString(), step.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        attempt.Work.New<Invoice>(id.Value);
        var command = new WriteInvoice(client, Charges: [charge], Currency: currency);
        var grounds = await DraftGrounds.For(attempt, id, client, ground.Client, command);
        return await attempt.Decide<Invoice, InvoiceEvent>(id.Value, draft => command.Decide(draft, grounds)) ?? await DraftGrounds.Bind(attempt, id, [], [charge]);
    }

    /// <summary>The source of a late fee's charge.</summary>
    public static ChargeSource LateFeeSource(InvoiceId invoice, int step) => new("invoicing", "late-fee", FormattableString.Invariant($"{invoice.Value}/{step}"));
}
