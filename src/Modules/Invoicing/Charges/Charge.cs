using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>One thing that a client owes money for.</summary>
/// <param name="Revision">How often its fact had changed when something was last told about it.</param>
/// <param name="Corrects">The invoiced charge that this one puts right.</param>
/// <param name="Corrections">How many charges put this one right.</param>
/// <param name="Corrected">The sum of those; null while there are none.</param>
/// <param name="InvoiceId">The invoice it stands on, be it a draft.</param>
internal sealed record Charge(
    ClientId ClientId, ChargeSource Source, ChargeTerms Terms, DateOnly AvailableFrom, long Revision, ChargeId? Corrects, int Corrections, Money? Corrected, ChargeState State, InvoiceId? InvoiceId) : IAggregate<Charge>
{
    public static string Alias => "invoicing.charge";

    public static Charge Initial { get; } = new(default, new("", "", ""), new("", Quantity.One, default, default), default, 0, null, 0, null, ChargeState.Open, null);

    /// <summary>Why it was withdrawn, as somebody wrote it; empty when its fact was, null when it is not withdrawn.</summary>
    public string? WithdrawnBecause { get; init; }

    /// <summary>What has been charged for the fact in all, corrections included.</summary>
    public Money Charged => State == ChargeState.Withdrawn ? Money.Zero(Terms.Currency) : Terms.Amount + (Corrected ?? Money.Zero(Terms.Currency));

    public Charge Apply(object happened) => happened switch
    {
        ChargePosted e => this with { ClientId = e.ClientId, Source = e.Source, Terms = e.Terms, AvailableFrom = e.AvailableFrom, Revision = e.Revision, Corrects = e.Corrects },
        ChargeRevised e => this with { ClientId = e.ClientId, Terms = e.Terms, AvailableFrom = e.AvailableFrom, Revision = e.Revision, State = ChargeState.Open, WithdrawnBecause = null },
        ChargeCorrected e => this with { Corrections = Corrections + 1, Corrected = Corrected is { } before ? before + e.Difference : e.Difference, Revision = e.Revision },
        ChargeInvoiced e => this with { State = ChargeState.Invoiced, InvoiceId = e.InvoiceId },
        ChargeReleased => this with { State = ChargeState.Open, InvoiceId = null },
        ChargeWithdrawn e => this with { State = ChargeState.Withdrawn, WithdrawnBecause = e.Reason, Revision = e.Revision },
        _ => throw new UnknownEventException(nameof(Charge), happened),
    };
}

/// <summary>How far a charge is.</summary>
internal enum ChargeState
{
    /// <summary>To be invoiced.</summary>
    Open,

    /// <summary>It stands on an invoice, be it a draft.</summary>
    Invoiced,

    /// <summary>Nothing is owed for it after all.</summary>
    Withdrawn,
}
