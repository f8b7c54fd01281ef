using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A charge as lists show it.</summary>
internal sealed record ChargeRow(
    Guid Id, Guid ClientId, string SourceModule, string SourceKind, string SourceFact, string Description, decimal Quantity, decimal UnitPrice, decimal Amount, string Currency, DateOnly? PeriodFrom, DateOnly? PeriodThrough,
    string? TaxCategory, string? LineGroup, DateOnly AvailableFrom, string State, Guid? InvoiceId, Guid? Corrects, decimal? Corrected, string? WithdrawnBecause, long Revision, DateTimeOffset PostedAt, long Version);

internal sealed class ChargeRows : Projection<ChargeRow>
{
    public ChargeRows() : base("invoicing.charges", new RowTable<ChargeRow>("invoicing_charges"), Lifecycle.Inline, inlineStream: Charge.Alias)
    {
        CoversAll<ChargeEvent>();
        Uses<ChargePosted>((_, e, at) => With(new ChargeRow(at.StreamId, e.ClientId.Value, e.Source.Module, e.Source.Kind, e.Source.Fact, "", 0, 0, 0, "", null, null, null, null, e.AvailableFrom, "open", null, e.Corrects?.Value, null, null, e.Revision, at.At, at.Version), e.Terms));
        Uses<ChargeRevised>((row, e, at) => With(row! with { ClientId = e.ClientId.Value, AvailableFrom = e.AvailableFrom, State = "open", WithdrawnBecause = null, Revision = e.Revision, Version = at.Version }, e.Terms));
        Uses<ChargeCorrected>((row, e, at) => row! with { Corrected = (row.Corrected ?? 0) + e.Difference.Amount, Revision = e.Revision, Version = at.Version });
        Uses<ChargeInvoiced>((row, e, at) => row! with { State = "invoiced", InvoiceId = e.InvoiceId.Value, Version = at.Version });
        Uses<ChargeReleased>((row, _, at) => row! with { State = "open", InvoiceId = null, Version = at.Version });
        Uses<ChargeWithdrawn>((row, e, at) => row! with { State = "withdrawn", WithdrawnBecause = e.Reason, Revision = e.Revision, Version = at.Version });
    }

    private static ChargeRow With(ChargeRow row, ChargeTerms terms) => row with
    {
        Description = terms.Description, Quantity = terms.Quantity.Value, UnitPrice = terms.UnitPrice.Value, Amount = terms.Amount.Amount, Currency = terms.Currency.Code,
        PeriodFrom = terms.Period?.From, PeriodThrough = terms.Period?.Through, TaxCategory = terms.TaxCategory, LineGroup = terms.Group,
    };
}
