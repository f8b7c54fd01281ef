using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>The calendar day it is now where the organisation is.</summary>
internal sealed class Today(Organisation organisation, Session session)
{
    public DateOnly Date => LocalDay.Of(session.Now, organisation.TimeZone);
}
