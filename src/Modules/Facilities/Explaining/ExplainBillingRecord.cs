using Billing.EventStore;
using Billing.Web;

namespace Billing.Facilities;

/// <summary>Explains what a facility was billed, or paid, for a period: as somebody entered it, last.</summary>
internal class ExplainBillingRecord : IExplained
{
    private const string Name = "billing-record";

    public virtual string Kind => Name;

    public Permission Needed => Permission.SeeFacilities;

    public IReadOnlyList<string> Amounts => ["billed", "paid"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Guid() is not { } id) return null;
        var past = await session.Past<BillingRecord>(id, Name, stop);
        var (record, paid) = (past.State, asked.Amount == "paid");
        if (!record.IsStarted) return null;
        var facility = (await session.Streams<Facility>().Peek(record.FacilityId.Value, stop)).State;
        return Explained.Leaf(paid ? ExplainedAs.Paid : ExplainedAs.BillingRecord, (paid ? record.Paid : record.Billed) ?? Money.Zero(record.Currency)) with
        {
            Text = $"{facility.Name}, {new Period(record.From, record.Through)}", Rule = new(ExplainedBy.Entered, ""), Record = new(Name, id.ToString()),
            Event = past.Events.LastOrDefault(one => paid ? one.Data is ReceivedAmountNoted or ReceivedAmountCleared : one.Data is FacilityBilled or BilledAmountCleared)?.Event ?? past.Events[0].Event,
        };
    }
}

/// <summary>The same, as charges name it.</summary>
internal sealed class ExplainBilledFacility : ExplainBillingRecord
{
    public override string Kind => $"{RecordCharges.Module}.{RecordCharges.Kind}";
}
