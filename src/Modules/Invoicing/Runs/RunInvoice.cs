using System.Globalization;
using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>
/// The invoice of a client, a currency and a period. Its id follows from these, so the log's own unique key lets it begin once, whichever run or node comes
/// first. Where it was dropped or voided its charges are open again, and the next id in line may begin.
/// </summary>
internal static class RunInvoice
{
    /// <summary>The id that the invoice has.</summary>
    /// <param name="times">How often it was begun and came to nothing before.</param>
    public static InvoiceId Id(ClientId client, Currency currency, Period period, int times) =>
        new(NamedId.Of("billing-run-invoice", client.ToString(), currency.Code, DateText.Write(period.From), DateText.Write(period.Through), times.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The id under which it can begin, or the invoice that is there.</summary>
    public static async Task<(InvoiceId Id, Invoice? Taken)> Find(Attempt attempt, ClientId client, Currency currency, Period period)
    {
        for (var times = 0; ; times++)
        {
            var id = Id(client, currency, period, times);
            var invoice = await attempt.Load<Invoice>(id.Value);
            if (!invoice.Exists) return (id, null);
            if (invoice.State.Standing is not (InvoiceStanding.Dropped or InvoiceStanding.Voided)) return (id, invoice.State);
        }
    }

    /// <summary>Loads what <see cref="Find"/> looks at first, in one round trip.</summary>
    public static Task Prepare(Work work, IEnumerable<(ClientId Client, Currency Currency)> targets, Period period, CancellationToken stop) =>
        work.LoadMany<Invoice>([.. targets.Select(target => Id(target.Client, target.Currency, period, 0).Value)], stop);
}
