using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Invoicing;

/// <summary>Invoice numbers taken in this month, in the organisation's zone.</summary>
internal sealed class InvoicesOfTheMonth(IEnumerable<IOrganisations> organisations) : IEntitledUse
{
    public string Name => IssueInvoice.MonthlyLimit;

    public async Task<decimal> Used(Session session, CancellationToken stop)
    {
        if (await When_a_recurring_invoice_is_due.Here(organisations, session.Tenant, stop) is not { } here) return 0;
        return (await session.Begin().Load<NumberSeries>(NumberKind.Invoice.Stream(), stop, fresh: true)).State.TakenInMonthOf(LocalDay.Of(session.Now, here.TimeZone));
    }
}
