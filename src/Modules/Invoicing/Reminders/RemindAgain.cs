using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A reminder that failed for good goes out once more, by the same mail and to nobody who got it: the step never reaches a reader twice, and no second fee comes with it.</summary>
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
        var got = mail.Got.Select(reader => reader.Shown).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<string> to = [.. ground.Client.Emails.Where(reader => !got.Contains(reader))];
        List<string> cc = [.. ground.Client.CcEmails.Except(ground.Client.Emails, StringComparer.OrdinalIgnoreCase).Where(reader => !got.Contains(reader))];
        if (to.Count == 0) (to, cc) = (cc, []);
        if (to.Count == 0) return No.EverybodyGotIt(ground.Client.Name);
        PersonalText About(string text) => new(mail.Message.Subject, text);
        return mail.Repeat(to.Select(About).ToValueList(), cc.Select(About).ToValueList());
    }

    private static class No
    {
        public static readonly Refusal NeverSent = new("step-never-sent", "This reminder did not go out yet. Send it first.");
        public static Refusal EverybodyGotIt(string client) => new("everybody-got-it", $"Everybody who reads the mails of {PlainText.Shown(client)} by now got this reminder. Enter another address at the client in place of the one it came back from.");
    }
}
