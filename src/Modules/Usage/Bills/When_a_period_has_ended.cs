using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Usage;

/// <summary>A period of a plan is to be billed, or what changed of it since it was.</summary>
/// <param name="Subject">Who used.</param>
/// <param name="Assignment">By which of its plans.</param>
/// <param name="From">The first day of the period.</param>
internal sealed record PeriodEnded(string Subject, Guid Assignment, DateOnly From)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "usage.period_ended";

    /// <summary>Of a period.</summary>
    public static PeriodEnded Of(DuePeriod due) => new(due.Subject, due.Assignment.Id, due.Period.From);
}

/// <summary>
/// Bills one period: the bill, what coupons and wallets did, the charges and the end of this message commit as one. Told twice, or on two nodes at once, it
/// finds nothing left to bill; killed, it begins again.
/// </summary>
internal sealed class When_a_period_has_ended(IEnumerable<IOrganisations> organisations, IInvoicing invoicing) : MessageHandler<PeriodEnded>(PeriodEnded.Message)
{
    public override int Attempts => 100;

    public override TimeSpan PauseAfter(int attempt) => AtMostAMinute(attempt);

    public override async Task Handle(Message<PeriodEnded> message, Work work, CancellationToken stop)
    {
        if (await Here(organisations, message.Tenant, stop) is not { } here) return;
        var (session, today) = (work.Session, LocalDay.Of(work.At, here.TimeZone));
        if (await Find(session, message.Body.Subject, message.Body.Assignment, message.Body.From, stop) is not { } due || due.Period.Through >= today) return;
        // In this process bills of one client take turns: they pay from the same wallets.
        using var turn = await session.Turn(due.Assignment.ClientId, stop);
        var meters = (await ListMeters.All(session, stop)).ToDictionary(meter => meter.Code, StringComparer.Ordinal);
        var step = new PeriodWork(work, here, invoicing, stop);
        // Who cannot be billed now is looked at again with the next hour.
        if (!(await step.Prepare(due, new PeriodUsage(session, meters, here.TimeZone))).TryGet(out var prepared, out _)) return;
        prepared = prepared with { Units = meters.ToDictionary(meter => meter.Key, meter => meter.Value.Unit) };
        step.Write(prepared, prepared.Decide(today));
        await work.Commit(); // while it is our turn
    }

    /// <summary>The period that a message is about; null when it is none any more.</summary>
    public static async Task<DuePeriod?> Find(Session session, string subject, Guid assignment, DateOnly from, CancellationToken stop)
    {
        if (await PlanAssignments.Of(session, subject, stop) is not { } row || row.Plans.FirstOrDefault(one => one.Id == assignment) is not { } found) return null;
        var plan = (await ListPlans.Of(session, [found.PlanId], stop))[found.PlanId];
        var period = plan.Period.Of(from);
        return found.Within(period) is { } covered ? new DuePeriod(subject, found, plan, period, covered, false) : null;
    }

    /// <summary>The organisation of a tenant; null when it is no more.</summary>
    public static async Task<Organisation?> Here(IEnumerable<IOrganisations> organisations, TenantId tenant, CancellationToken stop)
    {
        foreach (var known in organisations)
            if (await known.Find(tenant, stop) is { } organisation) return organisation;
        return null;
    }
}

/// <summary>Sees to it, every hour, that periods which have ended in the organisation's zone are billed, and with them what came in late for earlier ones.</summary>
internal sealed class PeriodEnds(IEnumerable<IOrganisations> organisations) : Job("usage.period_ends", Recurrence.Every(TimeSpan.FromHours(1)), perTenant: true)
{
    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        if (await When_a_period_has_ended.Here(organisations, run.Tenant, stop) is not { } here) return;
        var session = work.Session;
        var subjects = await PlanAssignments.All(session, stop);
        if (subjects.Count == 0) return;
        var plans = (await ListPlans.All(session, stop)).ToDictionary(plan => plan.Id);
        var yesterday = LocalDay.Of(work.At, here.TimeZone).AddDays(-1);
        foreach (var due in DuePeriods.ByThemselves(DuePeriods.Of(subjects, plans, await BilledPeriods.All(session, stop), yesterday))) work.Send(PeriodEnded.Message, PeriodEnded.Of(due));
    }
}
