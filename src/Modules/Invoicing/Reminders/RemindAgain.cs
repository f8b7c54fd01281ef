using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A reminder that failed for good goes out once more, by the same mail: the step never reaches a client twice, and no second fee comes with it.</summary>
/// <param name="Step">In days after the due date.</param>
internal sealed record RemindAgain(int Step)
{
    /// <param name="log">What became of the invoice's reminders.</param>
    /// <param name="ground">What a reminder depends on.</param>
    /// <param name="mail">The step's; as begun where it never went.</param>
    public Decision<SendingEvent> Decide(InvoiceReminders log, ReminderGround ground, Sending mail)
    {
        if (log.Sent(Step) is not { } sent) return No.NeverSent;
        if (mail.State == SendingState.UnderWay) return Decision.Nothing;
        if (mail.State is not (SendingState.Failed or SendingState.Bounced)) return RemindNow.No.SentAlready(sent);
        if (ground.Stopped is { } stopped) return RemindNow.No.NothingToRemindOf(stopped);
        if (log.Silenced) return RemindNow.No.InvoiceSilenced;
        if (ground.Client.RemindersSilenced) return RemindNow.No.ClientSilenced(ground.Client.Name);
        if (ground.Client.Emails.Count == 0) return RemindNow.No.NoReader(ground.Client.Name);
        PersonalText About(string text) => new(mail.Message.Subject, text);
        return mail.Repeat(ground.Client.Emails.Select(About).ToValueList(), ground.Client.CcEmails.Except(ground.Client.Emails, StringComparer.OrdinalIgnoreCase).Select(About).ToValueList());
    }

    private static class No
    {
        public static readonly Refusal NeverSent = new("step-never-sent", "This reminder did not go out yet. Send it first.");
    }
}
