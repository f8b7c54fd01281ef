using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A charge as lists and its page show it.</summary>
/// <param name="ClientId">Who owes it; for a merged client the one that stays.</param>
/// <param name="Corrects">The invoiced charge that this one puts right.</param>
/// <param name="Corrected">The sum of the charges that put this one right; null while there are none.</param>
/// <param name="InvoiceId">The invoice it stands on, be it a draft.</param>
/// <param name="WithdrawnBecause">Empty when the fact itself was withdrawn; null when the charge is not.</param>
internal sealed record ChargeCard(
    ChargeId Id, ClientId ClientId, string ClientName, ChargeSource Source, string Description, Quantity Quantity, UnitPrice UnitPrice, Money Amount, Period? Period, string? TaxCategory, string? Group,
    DateOnly AvailableFrom, ChargeState State, InvoiceId? InvoiceId, ChargeId? Corrects, Money? Corrected, string? WithdrawnBecause, DateTimeOffset PostedAt, long Version)
{
    /// <summary>The card of a charge as it stands, or stood.</summary>
    public static ChargeCard Of(ChargeId id, Versioned<Charge> charge, string clientName, DateTimeOffset postedAt)
    {
        var (c, terms) = (charge.State, charge.State.Terms);
        return new ChargeCard(id, c.ClientId, clientName, c.Source, terms.Description, terms.Quantity, terms.UnitPrice, terms.Amount, terms.Period, terms.TaxCategory, terms.Group,
            c.AvailableFrom, c.State, c.InvoiceId, c.Corrects, c.Corrected, c.WithdrawnBecause, postedAt, charge.Version);
    }
}
