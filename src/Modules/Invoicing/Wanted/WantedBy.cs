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
    /// <summary>Tells of an invoice that was issued, or asks for something else than before, if the work commits.</summary>
    public static void TellOf(this Invoice now, Invoice was, InvoiceId id, Work work)
    {
        if (now is not { WantedBy: { } by, Standing: not InvoiceStanding.Draft } || (now.Standing == was.Standing && now.Outstanding == was.Outstanding)) return;
        work.Send(InvoiceMoved.MessageTo(by.Module), new InvoiceMoved(id.Value, by.Series));
    }
}
