using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>A recurring invoice has a day to deal with.</summary>
internal sealed record RecurringInvoiceDue(Guid Recurring)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.recurring_invoice_due";
}

/// <summary>
/// Deals with one day of a recurring invoice: its invoice, the note of it, the end of this message and the message for the next day commit as one. Days that
/// passed while the product was off come one after the other, each with its own date. What fails again and again is parked, never skipped.
/// </summary>
internal sealed class When_a_recurring_invoice_is_due(PrintingPress press, IEnumerable<IOrganisations> organisations, IEnumerable<IEntitlements> plans) : MessageHandler<RecurringInvoiceDue>(RecurringInvoiceDue.Message)
{
    private const int ParkedFrom = 6;

    public override int Attempts => 100;

    public override TimeSpan PauseAfter(int attempt) => AtMostAMinute(attempt);

    public override async Task Handle(Message<RecurringInvoiceDue> message, Work work, CancellationToken stop)
    {
        if (await Here(organisations, message.Tenant, stop) is not { } here) return;
        var (id, today) = (message.Body.Recurring, LocalDay.Of(work.At, here.TimeZone));
        var sender = await press.Sender(work.Session, here, stop);
        // Numbers are taken in turns within this process: without it, this would race with everybody who issues by hand.
        using var turn = await work.Session.Turn(NumberKind.Invoice.Stream(), stop);
        var attempt = new Attempt(work, fresh: false, stop);
        var state = (await attempt.LoadNow<RecurringInvoice>(id)).State;
        if (state.Due(today) is not { } due) return;

        var limit = plans.Select(plan => plan.Limit(message.Tenant, IssueInvoice.MonthlyLimit)).Min();
        RecurringInvoiceEvent came = state.LeavesOut(due) ? new OccurrenceLeftOut(due.On, due.Period)
            : message.Attempt >= ParkedFrom ? new OccurrenceParked(due.On, due.Period, state.Past.Find(one => one.On == due.On)?.InvoiceId, RunReasons.Unexpected)
            : await new InvoiceOccurrence(new(id), sender, here, limit).Make(attempt, state, due, today);
        await attempt.Decide<RecurringInvoice, RecurringInvoiceEvent>(id, _ => came);
        if ((await attempt.Load<RecurringInvoice>(id)).State.Due(today) is not null) work.Send(RecurringInvoiceDue.Message, message.Body);
        await work.Commit(); // while it is our turn
    }

    /// <summary>The organisation of a tenant; null when it is no more.</summary>
    public static async Task<Organisation?> Here(IEnumerable<IOrganisations> organisations, TenantId tenant, CancellationToken stop)
    {
        foreach (var known in organisations)
            if (await known.Find(tenant, stop) is { } organisation) return organisation;
        return null;
    }
}

/// <summary>Sees to it, every hour, that the recurring invoices whose day has come in the organisation's zone are dealt with.</summary>
internal sealed class RecurringInvoiceDays(IEnumerable<IOrganisations> organisations) : Job("invoicing.recurring_invoice_days", Recurrence.Every(TimeSpan.FromHours(1)), perTenant: true)
{
    private const string Due = "select id from invoicing_recurring_invoices where tenant_id = $1 and next_on <= $2 order by next_on, id";

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        if (await When_a_recurring_invoice_is_due.Here(organisations, run.Tenant, stop) is not { } here) return;
        var today = LocalDay.Of(work.At, here.TimeZone);
        var due = await work.Session.Read(Due, [new NpgsqlParameter<DateOnly> { TypedValue = today }], async row =>
        {
            var found = new List<Guid>();
            while (await row.ReadAsync(stop)) found.Add(row.GetGuid(0));
            return found;
        }, stop);
        foreach (var id in due) work.Send(RecurringInvoiceDue.Message, new RecurringInvoiceDue(id));
    }
}
