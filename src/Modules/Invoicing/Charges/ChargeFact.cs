namespace Billing.Invoicing;

/// <summary>
/// What a module tells about a fact that costs money. Before it is invoiced the charge follows the fact; afterwards another charge makes up the difference,
/// and what was invoiced stays as it is.
/// </summary>
/// <param name="ClientId">Who owes it; once it is invoiced, corrections go to the one who was billed.</param>
/// <param name="Revision">How often the fact had changed.</param>
internal sealed record ChargeFact(ClientId ClientId, ChargeSource Source, ChargeTerms Terms, DateOnly AvailableFrom, long Revision)
{
    /// <summary>What happens to the charge of the fact.</summary>
    public Decision<ChargeEvent> Decide(Charge charge, bool exists)
    {
        if (!Terms.Read().TryGet(out var terms, out var refused)) return refused;
        if (!exists) return new ChargePosted(ClientId, Source, terms, AvailableFrom, Revision, null);
        if (Revision < charge.Revision) return Decision.Nothing;
        if (charge.State == ChargeState.Invoiced || charge.Corrections > 0)
            return terms.Currency != charge.Terms.Currency ? No.OtherCurrency(charge.Terms.Currency) : Correct(charge, terms.Amount, Revision);
        if (charge.State == ChargeState.Open && (ClientId, terms, AvailableFrom) == (charge.ClientId, charge.Terms, charge.AvailableFrom)) return Decision.Nothing;
        return new ChargeRevised(ClientId, terms, AvailableFrom, Revision);
    }

    /// <summary>What happens to a charge whose fact is none any more, or that somebody takes back.</summary>
    /// <param name="charge">That charge.</param>
    /// <param name="reason">As somebody wrote it; empty when the fact was withdrawn.</param>
    /// <param name="revision">How often the fact had changed; null where a person decides.</param>
    public static Decision<ChargeEvent> Withdraw(Charge charge, string reason, long? revision = null)
    {
        if (revision < charge.Revision || charge.State == ChargeState.Withdrawn) return Decision.Nothing;
        if (charge.State == ChargeState.Invoiced || charge.Corrections > 0) return Correct(charge, Money.Zero(charge.Terms.Currency), revision ?? charge.Revision);
        return new ChargeWithdrawn(reason, revision ?? charge.Revision);
    }

    /// <summary>The charge that makes up a difference: one piece of it, in the words and with the tax of the charge put right.</summary>
    /// <param name="charge">As it is after it was corrected.</param>
    /// <param name="correction">What happened to it.</param>
    /// <param name="on">The day it was corrected.</param>
    public static ChargePosted Correction(Charge charge, ChargeCorrected correction, DateOnly on) => new(
        charge.ClientId, ChargeSource.Correcting(charge.Source.Id, charge.Corrections), charge.Terms with { Quantity = Quantity.One, UnitPrice = new UnitPrice(correction.Difference.Amount) },
        on, 0, charge.Source.Id);

    private static Decision<ChargeEvent> Correct(Charge charge, Money comesTo, long revision)
    {
        var difference = comesTo - charge.Charged;
        return difference.IsZero ? Decision.Nothing : new ChargeCorrected(ChargeSource.Correcting(charge.Source.Id, charge.Corrections + 1).Id, difference, revision);
    }

    private static class No
    {
        public static Refusal OtherCurrency(Currency billed) => new Refusal("wrong-currency", $"This was invoiced in {billed} and cannot be corrected in another currency. Withdraw it, and post a new charge.").With("currency", billed.Code);
    }
}
