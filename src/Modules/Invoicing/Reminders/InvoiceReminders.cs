using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to the reminders of one invoice.</summary>
internal abstract record InvoiceRemindersEvent;

/// <summary>A client is reminded of an invoice by a mail, which is on its way from now on.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Step">The step's days after the due date; before it when negative.</param>
/// <param name="On">The day, where the organisation is.</param>
/// <param name="Outstanding">What was outstanding then.</param>
/// <param name="SendingId">The mail.</param>
/// <param name="Fee">The late fee that came with it; null for none.</param>
[Event("invoicing.client_reminded"), Announced]
internal sealed record ClientReminded(InvoiceId InvoiceId, int Step, DateOnly On, Money Outstanding, SendingId SendingId, Money? Fee) : InvoiceRemindersEvent;

/// <summary>A step will not go out by itself any more.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Step">The step's days after the due date; before it when negative.</param>
/// <param name="On">The day that was noticed.</param>
/// <param name="Reason">Why.</param>
[Event("invoicing.reminder_skipped")]
internal sealed record ReminderSkipped(InvoiceId InvoiceId, int Step, DateOnly On, ReminderSkip Reason) : InvoiceRemindersEvent;

/// <summary>Nobody is reminded of this invoice.</summary>
/// <param name="InvoiceId">The invoice.</param>
[Event("invoicing.reminders_silenced")]
internal sealed record RemindersSilenced(InvoiceId InvoiceId) : InvoiceRemindersEvent;

/// <summary>The client may be reminded of this invoice again.</summary>
/// <param name="InvoiceId">The invoice.</param>
[Event("invoicing.reminders_resumed")]
internal sealed record RemindersResumed(InvoiceId InvoiceId) : InvoiceRemindersEvent;

/// <summary>Why a step did not go out.</summary>
internal enum ReminderSkip
{
    /// <summary>Its day passed while the product was off; a later step went instead.</summary>
    Missed,

    /// <summary>Its day came before reminders were turned on.</summary>
    BeforeTurnedOn,

    /// <summary>Its day came before the invoice was out for a day.</summary>
    BeforeIssued,

    /// <summary>There shall be no reminders of this invoice.</summary>
    InvoiceSilenced,

    /// <summary>This client shall not be reminded.</summary>
    ClientSilenced,

    /// <summary>The client has no mail address.</summary>
    NoReader,
}

/// <summary>What became of one step.</summary>
/// <param name="Skipped">Why it did not go out; null when it did.</param>
internal sealed record ReminderEntry(int Step, DateOnly On, ReminderSkip? Skipped, Money? Outstanding, SendingId? SendingId, Money? Fee);

/// <summary>The reminders of one invoice: what went out, what did not and why. Whoever comes second here, of two nodes or of a person and the day's run, finds the step done.</summary>
/// <param name="Log">In the order it happened.</param>
internal sealed record InvoiceReminders(bool Silenced, ValueList<ReminderEntry> Log) : IAggregate<InvoiceReminders>
{
    public static string Alias => "invoicing.invoice_reminders";

    public static InvoiceReminders Initial { get; } = new(false, []);

    /// <summary>The stream of an invoice's reminders.</summary>
    public static Guid Of(InvoiceId invoice) => NamedId.Of("reminders of an invoice", invoice.ToString());

    /// <summary>The latest step that is done with; earlier ones do not go out by themselves any more.</summary>
    public int? Reached => Log.Count == 0 ? null : Log.Max(entry => entry.Step);

    /// <summary>When a step went out; null when it did not.</summary>
    public ReminderEntry? Sent(int step) => Log.FirstOrDefault(entry => entry.Step == step && entry.Skipped is null);

    /// <summary>What the reminders of the invoice brought in fees.</summary>
    public Money Fees(Currency currency) => Totals.Sum(currency, Log.Select(entry => entry.Fee).OfType<Money>());

    public Decision<InvoiceRemindersEvent> Silence(InvoiceId id) => Silenced ? Decision.Nothing : new RemindersSilenced(id);

    public Decision<InvoiceRemindersEvent> Resume(InvoiceId id) => Silenced ? new RemindersResumed(id) : Decision.Nothing;

    public InvoiceReminders Apply(object happened) => happened switch
    {
        ClientReminded e => this with { Log = [.. Log, new(e.Step, e.On, null, e.Outstanding, e.SendingId, e.Fee)] },
        ReminderSkipped e => this with { Log = [.. Log, new(e.Step, e.On, e.Reason, null, null, null)] },
        RemindersSilenced => this with { Silenced = true },
        RemindersResumed => this with { Silenced = false },
        _ => throw new UnknownEventException(nameof(InvoiceReminders), happened),
    };
}
