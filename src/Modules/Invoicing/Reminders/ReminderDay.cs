using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>A step of an invoice's reminders has become due.</summary>
internal sealed record ReminderDue(Guid Invoice)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.reminder_due";
}

/// <summary>
/// Each day from the morning on, where the organisation is: finds the invoices that a step is due for. It looks every hour, for days begin at different
/// hours, and finds nothing a second time. A product that was off looks when it is on again.
/// </summary>
internal sealed class ReminderDay(Organisations organisations) : Job("invoicing.reminder_day", Recurrence.Every(TimeSpan.FromHours(1)), perTenant: true)
{
    /// <summary>Nobody likes a bill at night.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    private const int AtOnce = 2_000;

    // $2 is today, $3 the steps that are on.
    private const string Due = """
        select i.id from invoicing_invoices i left join invoicing_reminders r on r.tenant_id = i.tenant_id and r.invoice_id = i.id
        where i.tenant_id = $1 and i.standing = 'issued' and i.outstanding > 0 and i.outside_id is null
          and exists (select from unnest($3) s (days) where i.due_date + s.days <= $2 and (r.reached is null or s.days > r.reached))
        order by i.due_date, i.id limit $4
        """;

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        var plan = (await work.Load<ReminderPlan>(ReminderPlan.Id, stop, fresh: true)).State;
        if (plan.OnSince is null || await organisations.Find(run.Tenant, stop) is not { } here) return;
        if (TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(work.At, here.TimeZone).DateTime) < Morning) return;
        var today = LocalDay.Of(work.At, here.TimeZone);
        int[] steps = [.. plan.Steps.Where(step => step.On).Select(step => step.Days)];
        var due = await work.Session.Read(Due, [new NpgsqlParameter<DateOnly> { TypedValue = today }, new NpgsqlParameter<int[]> { TypedValue = steps, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer }, new NpgsqlParameter<int> { TypedValue = AtOnce }], async row =>
        {
            var ids = new List<Guid>();
            while (await row.ReadAsync(stop)) ids.Add(row.GetGuid(0));
            return ids;
        }, stop);
        foreach (var invoice in due) work.Send(ReminderDue.Message, new ReminderDue(invoice), key: $"{invoice} {DateText.Write(today)}");
    }
}

/// <summary>Reminds of one invoice, apart from all others, so that none suffers for a neighbour.</summary>
internal sealed class When_a_reminder_is_due(Organisations organisations, Reminding reminding) : MessageHandler<ReminderDue>(ReminderDue.Message)
{
    public override async Task Handle(Message<ReminderDue> message, Work work, CancellationToken stop)
    {
        if (await organisations.Find(message.Tenant, stop) is not { } here) return;
        var attempt = new Attempt(work, fresh: true, stop);
        if (await Reminding.Find(attempt, new InvoiceId(message.Body.Invoice), here) is not { } found) return;
        if (await reminding.Go(attempt, found.Ground, here, log => RemindOnTheDay.Decide(log, found.Ground)) is { } refused) throw new InvalidOperationException($"A reminder that was decided on cannot be sent: {refused.Code}.");
    }
}
