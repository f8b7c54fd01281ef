using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>Who wanted an invoice.</summary>
/// <param name="Module">Which module.</param>
/// <param name="Series">What belongs together there.</param>
internal sealed record WantedBy(string Module, string Series);

/// <summary>Tells who wanted an invoice what becomes of it.</summary>
internal static class WantedInvoiceMoves
{
    /// <summary>Tells of an invoice that was issued, or asks for something else than before, if the work commits. Of one that replaces a voided one, whoever wanted that is told.</summary>
    public static async Task TellOf(this Attempt attempt, Invoice was, Invoice now, InvoiceId id)
    {
        if (now.Standing == InvoiceStanding.Draft || (now.Standing == was.Standing && now.Outstanding == was.Outstanding)) return;
        var (by, replaces) = (now.WantedBy, now.Replaces);
        while (by is null && replaces is { } before)
        {
            var earlier = (await attempt.Load<Invoice>(before.Value)).State;
            (by, replaces) = (earlier.WantedBy, earlier.Replaces);
        }
        if (by is not null) attempt.Work.Send(InvoiceMoved.MessageTo(by.Module), new InvoiceMoved(id.Value, by.Series) { Anew = now.WantedBy is null });
    }
}
