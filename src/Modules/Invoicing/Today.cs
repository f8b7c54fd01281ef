using Billing.Web;

namespace Billing.Invoicing;

/// <summary>The calendar day it is now where the organisation is.</summary>
internal sealed class Today(Organisation organisation, TimeProvider time)
{
    public DateOnly Date => LocalDay.Of(time.GetUtcNow(), organisation.TimeZone);
}
