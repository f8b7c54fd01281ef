using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>How far the reminders of an invoice are, for the day's run to find those that are due.</summary>
/// <param name="Reached">The latest step that is done with, in days after the due date.</param>
internal sealed record ReminderRow(Guid Id, Guid InvoiceId, bool Silenced, int? Reached, int Sent, DateOnly? LastSentOn, long Version);

internal sealed class ReminderRows : Projection<ReminderRow>
{
    public ReminderRows() : base("invoicing.reminders", new RowTable<ReminderRow>("invoicing_reminders"), Lifecycle.Inline, inlineStream: InvoiceReminders.Alias)
    {
        CoversAll<InvoiceRemindersEvent>();
        Uses<ClientReminded>((row, e, at) => Of(row, e.InvoiceId, at) is var now ? now with { Reached = Later(now.Reached, e.Step), Sent = now.Sent + 1, LastSentOn = e.On } : null);
        Uses<ReminderSkipped>((row, e, at) => Of(row, e.InvoiceId, at) is var now ? now with { Reached = Later(now.Reached, e.Step) } : null);
        Uses<RemindersSilenced>((row, e, at) => Of(row, e.InvoiceId, at) with { Silenced = true });
        Uses<RemindersResumed>((row, e, at) => Of(row, e.InvoiceId, at) with { Silenced = false });
    }

    private static int Later(int? reached, int step) => Math.Max(reached ?? step, step);

    private static ReminderRow Of(ReminderRow? row, InvoiceId invoice, StoredEvent at) => (row ?? new(at.StreamId, invoice.Value, false, null, 0, null, 0)) with { Version = at.Version };
}
