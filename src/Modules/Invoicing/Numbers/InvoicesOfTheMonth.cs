using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Invoicing;

/// <summary>Invoice numbers taken in this month, in the organisation's zone.</summary>
internal sealed class InvoicesOfTheMonth(IEnumerable<IOrganisations> organisations) : IEntitledUse
{
    public string Name => IssueInvoice.MonthlyLimit;

    public async Task<decimal> Used(Session session, CancellationToken stop)
    {
        foreach (var known in organisations)
            if (await known.Find(session.Tenant, stop) is { } here) return (await session.Begin().Load<NumberSeries>(NumberKind.Invoice.Stream(), stop, fresh: true)).State.TakenInMonthOf(LocalDay.Of(session.Now, here.TimeZone));
        return 0;
    }
}
