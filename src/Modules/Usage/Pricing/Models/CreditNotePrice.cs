namespace Billing.Usage;

/// <summary>
/// What is given back of a fee that was paid in advance: fee × unused days ÷ days of the period. 160 for 30 days of which 29 are unused, with 25 % tax
/// (Lago, credit_note_rounding_spec): 154.666… net, tax on the unrounded net 38.666…; each rounded, 154.67 + 38.67 = 193.34.
/// </summary>
internal sealed record CreditNotePrice(Exact PaidInAdvance, Exact UnusedDays, Exact PeriodDays) : Price
{
    public override Measure Measure => Measure.Nothing;

    public override IReadOnlyList<Part> Rate(Used used) =>
        [new(PartKind.Units, $"{UnusedDays} of {PeriodDays} days", PaidInAdvance * UnusedDays / PeriodDays, Quantity: UnusedDays, Unit: PaidInAdvance / PeriodDays)];

    internal static CreditNotePrice Read(TermsReading terms)
    {
        var price = new CreditNotePrice(terms.Number("paidInAdvance"), terms.Number("unusedDays"), terms.Size("periodDays"));
        if (price.UnusedDays > price.PeriodDays) terms.Wrong("unusedDays", "No more days are unused than the period has.");
        return price;
    }
}
