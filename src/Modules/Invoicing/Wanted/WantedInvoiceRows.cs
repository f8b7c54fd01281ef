using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A wanted invoice as it is found.</summary>
internal sealed record WantedInvoiceRow(Guid Id, string Module, string Reference, string Series, Guid ClientId, string Currency, DateOnly DatedOn, string Step, Guid? InvoiceId, string? Code, long Version);

internal sealed class WantedInvoiceRows : Projection<WantedInvoiceRow>
{
    public WantedInvoiceRows() : base("invoicing.wanted_invoices", new RowTable<WantedInvoiceRow>("invoicing_wanted_invoices"), Lifecycle.Inline, inlineStream: WantedInvoice.Alias)
    {
        CoversAll<WantedInvoiceEvent>();
        Uses<InvoiceWanted>((_, e, at) => new WantedInvoiceRow(at.StreamId, e.Module, e.Reference, e.Series, e.ClientId.Value, e.Currency.Code, e.On, Words.Of(WantedStep.Wanted), null, null, at.Version));
        Uses<WantedInvoiceMade>((row, e, at) => row! with { Step = Words.Of(WantedStep.Made), InvoiceId = e.InvoiceId.Value, Code = null, Version = at.Version });
        Uses<WantedInvoiceCarried>((row, _, at) => row! with { Step = Words.Of(WantedStep.Carried), InvoiceId = null, Code = null, Version = at.Version });
        Uses<WantedInvoiceParked>((row, e, at) => row! with { Step = Words.Of(WantedStep.Parked), InvoiceId = e.InvoiceId?.Value, Code = e.Code, Version = at.Version });
    }
}
