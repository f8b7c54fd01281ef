using Billing.EventStore;
using Billing.Web;

namespace Billing.Usage;

/// <summary>What commands on plans stand on: the day, the organisation's meters, its plans.</summary>
internal sealed class PlanDesk(Session session, Organisation organisation)
{
    /// <summary>The calendar day it is now where the organisation is.</summary>
    public DateOnly Today => LocalDay.Of(session.Now, organisation.TimeZone);

    /// <summary>Reads terms that stand under <c>/terms</c>; null with everything that is wrong with them.</summary>
    public async Task<(PlanTerms? Terms, IReadOnlyList<Fault> Faults)> Read(WantedTerms wanted, Currency currency, CancellationToken stop)
    {
        List<Fault> faults = [];
        var meters = (await ListMeters.All(session, stop)).ToDictionary(meter => meter.Code, meter => meter.Versions[^1].Rule, StringComparer.Ordinal);
        var terms = new PlanReading(currency, meters, faults).Read(wanted);
        return (terms, [.. faults.Select(fault => fault with { Pointer = "/terms" + fault.Pointer })]);
    }
}
