namespace Billing.Invoicing;

/// <summary>What a reminder depends on besides what went out before.</summary>
/// <param name="Today">Where the organisation is.</param>
/// <param name="SendingId">The mail, should one go.</param>
internal sealed record ReminderGround(InvoiceId InvoiceId, Invoice Invoice, Client Client, ReminderPlan Plan, DateOnly Today, SendingId SendingId)
{
    /// <summary>Days since the due date; negative before it.</summary>
    public int DaysLate => Today.DayNumber - Invoice.DueDate!.Value.DayNumber;

    /// <summary>Why there is nothing to remind of; null when there is.</summary>
    public ReminderStop? Stopped => Invoice.Standing switch
    {
        InvoiceStanding.Draft or InvoiceStanding.Dropped => ReminderStop.NotIssued,
        InvoiceStanding.Voided => ReminderStop.Voided,
        InvoiceStanding.GivenUp => ReminderStop.Uncollectible,
        _ when Invoice.Outstanding.IsPositive => null,
        _ => Invoice.Credited == Invoice.Total ? ReminderStop.Credited : ReminderStop.Paid,
    };

    /// <summary>The fee that a reminder of today brings; archived clients are charged nothing new.</summary>
    public Money? Fee(InvoiceReminders log) => Client.Standing == ClientStanding.Active ? Plan.Fee?.For(Invoice.Outstanding, log.Fees(Invoice.Currency), DaysLate) : null;
}

/// <summary>Why an invoice is not reminded of.</summary>
internal enum ReminderStop
{
    /// <summary>It is a draft.</summary>
    NotIssued,

    /// <summary>Nothing is outstanding.</summary>
    Paid,

    /// <summary>It was credited whole.</summary>
    Credited,

    /// <summary>It counts no more.</summary>
    Voided,

    /// <summary>It was given up.</summary>
    Uncollectible,
}

/// <summary>A day comes: what is due of an invoice's reminders goes out, once. Of several that have become due, only the latest does.</summary>
internal static class RemindOnTheDay
{
    public static Decision<InvoiceRemindersEvent> Decide(InvoiceReminders log, ReminderGround ground)
    {
        if (ground.Plan.OnSince is not { } onSince || ground.Stopped is not null) return Decision.Nothing;
        var due = ground.Plan.Steps.Where(step => step.On && step.Days <= ground.DaysLate && step.Days > (log.Reached ?? int.MinValue)).OrderBy(step => step.Days).ToList();
        List<InvoiceRemindersEvent> happened = [];
        foreach (var step in due)
        {
            var day = ground.Invoice.DueDate!.Value.AddDays(step.Days);
            ReminderSkip? skip =
                day < onSince ? ReminderSkip.BeforeTurnedOn
                : day <= ground.Invoice.IssueDate ? ReminderSkip.BeforeIssued
                : log.Silenced ? ReminderSkip.InvoiceSilenced
                : ground.Client.RemindersSilenced ? ReminderSkip.ClientSilenced
                : step != due[^1] ? ReminderSkip.Missed
                : ground.Client.Emails.Count == 0 ? ReminderSkip.NoReader
                : null;
            happened.Add(skip is { } reason
                ? new ReminderSkipped(ground.InvoiceId, step.Days, ground.Today, reason)
                : new ClientReminded(ground.InvoiceId, step.Days, ground.Today, ground.Invoice.Outstanding, ground.SendingId, ground.Fee(log)));
        }
        return happened;
    }
}

/// <summary>Somebody sends a step now, be it before its day, off, or skipped; but none a second time.</summary>
/// <param name="Step">One of the plan's, in days after the due date.</param>
internal sealed record RemindNow(int Step)
{
    public Decision<InvoiceRemindersEvent> Decide(InvoiceReminders log, ReminderGround ground)
    {
        if (ground.Plan.Step(Step) is null) return No.NoStep(Step);
        if (MirroredInvoice.Elsewhere(ground.Invoice) is { } elsewhere) return elsewhere;
        if (ground.Stopped is { } stopped) return No.NothingToRemindOf(stopped);
        if (log.Sent(Step) is { } sent) return No.SentAlready(sent);
        if (log.Silenced) return No.InvoiceSilenced;
        if (ground.Client.RemindersSilenced) return No.ClientSilenced(ground.Client.Name);
        if (ground.Client.Emails.Count == 0) return No.NoReader(ground.Client.Name);
        return new ClientReminded(ground.InvoiceId, Step, ground.Today, ground.Invoice.Outstanding, ground.SendingId, ground.Fee(log));
    }

    internal static class No
    {
        public static readonly Refusal InvoiceSilenced = new("reminders-silenced", "There shall be no reminders of this invoice. Allow them again first.");
        public static Refusal NoStep(int step) => new Refusal("unknown-step", FormattableString.Invariant($"There is no reminder {step} days after the due date. Choose one of the settings', or add it there.")).With("step", step);
        public static Refusal SentAlready(ReminderEntry sent) => new Refusal("step-already-sent", $"This reminder went out on {DateText.Write(sent.On)}. Send another step, or write a mail yourself.").With("on", DateText.Write(sent.On));
        public static Refusal ClientSilenced(string client) => new("reminders-silenced", $"{PlainText.Shown(client)} shall not be reminded. Allow it at the client first.");
        public static Refusal NoReader(string client) => new("no-reader", $"{PlainText.Shown(client)} has no mail address. Enter one at the client.");
        public static Refusal NothingToRemindOf(ReminderStop stopped) => new Refusal("nothing-to-remind-of", stopped switch
        {
            ReminderStop.NotIssued => "A draft is not reminded of. Issue it first.",
            ReminderStop.Voided => "This invoice was voided and asks for nothing.",
            ReminderStop.Uncollectible => "This invoice was given up; nobody is reminded of it.",
            ReminderStop.Credited => "This invoice was credited whole; nothing is outstanding.",
            _ => "This invoice is paid; nothing is outstanding.",
        }).With("stopped", Words.Of(stopped));
    }
}
