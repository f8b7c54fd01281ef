using Billing.EventStore;
using Billing.Web;

namespace Billing.Usage;

/// <summary>Explains what was billed of a period.</summary>
internal sealed class ExplainUsageBill : IExplained
{
    public string Kind => "usage-bill";

    public Permission Needed => Permission.SeeUsage;

    public IReadOnlyList<string> Amounts => ["charged"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop) =>
        asked.Guid() is { } id && await Bill(session, id, stop) is { } bill ? bill.Charged(asked) : null;

    /// <summary>A bill with its plan; null when there is none.</summary>
    public static async Task<ExplainedBill?> Bill(Session session, Guid id, CancellationToken stop)
    {
        var past = await session.Past<UsageBill>(id, "usage-bill", stop);
        if (past.State.Steps == 0) return null;
        return (await ListPlans.Of(session, [past.State.PlanId], stop)).TryGetValue(past.State.PlanId, out var plan) ? new ExplainedBill(id, past, plan) : null;
    }
}

/// <summary>Explains a line of a bill as it was charged.</summary>
internal sealed class ExplainBilledLine : IExplained
{
    public string Kind => $"{PeriodWork.Module}.{PeriodWork.Kind}";

    public Permission Needed => Permission.SeeUsage;

    public IReadOnlyList<string> Amounts => ["amount"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (BillFact.Read(asked.Id) is not { } fact || await ExplainUsageBill.Bill(session, fact.Bill, stop) is not { } bill) return null;
        return fact.Step >= 1 && fact.Step <= bill.Steps.Count && fact.Line < bill.Steps[fact.Step - 1].Lines.Count ? bill.Line(bill.Steps[fact.Step - 1].Lines[fact.Line], bill.Steps[fact.Step - 1].Event) : null;
    }
}
