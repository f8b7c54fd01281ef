namespace Billing.AiCosts;

/// <summary>The prices that a call's length and tier pick.</summary>
/// <param name="Factor">What still multiplies them.</param>
internal sealed record TierPrices(TokenPrices Prices, decimal Factor)
{
    private const decimal BatchFactor = 0.5m;

    /// <returns>The prices, or <c>length-unknown</c>, <c>tier-unpriced</c>.</returns>
    public static Result<TierPrices> For(MeteredCall call, PriceTerms terms)
    {
        if (!ByLength(terms.Standard, call).TryGet(out var usual, out var refusal)) return refusal;
        if (call.Tier == ServiceTier.Standard) return new TierPrices(usual.Prices, 1);
        var tier = terms.Tiers.GetValueOrDefault(call.Tier);
        // Half is what every batch costs; what other tiers cost nobody can guess.
        if (tier?.Own is null) return (tier?.Factor ?? (call.Tier == ServiceTier.Batch ? BatchFactor : null)) is { } factor ? new TierPrices(usual.Prices, factor) : No.Tier(call);
        if (!ByLength(tier.Own, call).TryGet(out var own, out refusal)) return refusal;
        // Where long prompts cost more as usual, the tier must say so itself.
        var alike = own.Over == usual.Over;
        if (call.Tier == ServiceTier.Batch) return new TierPrices(alike ? own.Prices.Or(usual.Prices.Times(BatchFactor)) : usual.Prices.Times(BatchFactor), 1);
        return alike ? new TierPrices(own.Prices, 1) : No.Tier(call);
    }

    private static Result<(long? Over, TokenPrices Prices)> ByLength(PriceSet set, MeteredCall call)
    {
        (long? Over, TokenPrices Prices) picked = (null, set.Short);
        foreach (var step in set.Long)
        {
            if (call.Lengths.Over >= step.Over) picked = (step.Over, step.Prices.Or(set.Short));
            else if (call.Lengths.AtMost is not { } most || most > step.Over) return No.Length(call, step.Over);
        }
        return picked;
    }

    private static class No
    {
        public static Refusal Length(MeteredCall call, long over) => new Refusal(
            "length-unknown", $"{PlainText.Quote(call.Model)} costs more where a call reads over {over} tokens, and of calls that were added up nobody can tell. Have the report grouped by context window, or send single calls.").With("model", call.Model).With("over", over);

        public static Refusal Tier(MeteredCall call) => new Refusal(
            "tier-unpriced", $"The price of {PlainText.Quote(call.Model)} says nothing of the {PriceWords.Of(call.Tier)} tier at this length. Add it, and price the usage again.").With("model", call.Model).With("tier", PriceWords.Of(call.Tier));
    }
}
