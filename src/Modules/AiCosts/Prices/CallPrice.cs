namespace Billing.AiCosts;

/// <summary>What a call comes to, by which entry, and how.</summary>
/// <param name="Cost">Rounded once, to 12 decimals.</param>
/// <param name="PriceId">The entry's.</param>
/// <param name="Parts">They add up to the cost before it is rounded.</param>
internal sealed record PricedCall(Cost Cost, string PriceId, IReadOnlyList<PricedPart> Parts);

/// <summary>So many of something at a price.</summary>
/// <param name="What">A kind of token, or <c>search-medium</c>, <c>request</c>, <c>session</c> …</param>
/// <param name="Unit">What <paramref name="Per"/> of them cost, factors not yet in it.</param>
/// <param name="Per">1,000,000 for tokens, 1 for everything else.</param>
/// <param name="Factor">What multiplies it.</param>
/// <param name="Amount">Unrounded.</param>
internal sealed record PricedPart(string What, decimal Quantity, UnitPrice Unit, int Per, decimal Factor, decimal Amount);

/// <summary>
/// From a call and an entry to money: tokens by kind at the prices of the call's length and tier, times region, fast mode, hour and discount, and then what is not counted in tokens.
/// Sonnet 4.5, 1M read anew, 1M written for 5 minutes, 1M for an hour, 1M from the cache: 3.00 + 3.75 + 6.00 + 0.30 = 13.05.
/// </summary>
internal static class CallPrice
{
    /// <returns>What it comes to, or <c>tokens-inconsistent</c>, <c>too-many-tokens</c>, <c>length-unknown</c>, <c>hour-unknown</c>, <c>tier-unpriced</c>, <c>fast-unpriced</c>, <c>kind-unpriced</c>, <c>requests-untold</c>, <c>extras-negative</c>.</returns>
    public static Result<PricedCall> Of(MeteredCall call, PriceEntry entry)
    {
        if (!call.Tokens.Checked().TryGet(out var tokens, out var refusal)) return refusal;
        if (!TierPrices.For(call, entry.Terms).TryGet(out var prices, out refusal)) return refusal;
        if (!TryHours(call, entry.Terms.Factors.OffPeak, out var offPeak)) return No.Hour(call.Model);
        if (offPeak?.Own is { } own && call.Tier == ServiceTier.Standard) prices = prices with { Prices = own.Or(prices.Prices) };
        if (!Factor(call, entry.Terms.Factors, offPeak).TryGet(out var factor, out refusal)) return refusal;
        var anthropic = entry.Provider.Equals("anthropic", StringComparison.OrdinalIgnoreCase);
        List<PricedPart> parts = [];
        foreach (var (kind, count) in Counted(tokens))
        {
            if (prices.Prices.Known(kind, anthropic) is not { } unit) return No.Missing(call.Model, PriceWords.Of(kind));
            parts.Add(new PricedPart(PriceWords.Of(kind), count, unit, TokenPrices.Unit, factor * prices.Factor, count * unit.Value / TokenPrices.Unit * factor * prices.Factor));
        }
        // A source that does not count requests has not made none.
        if (entry.Terms.Extras.Request is { Value: > 0 } && call.Extras is { Requests: null }) return No.Untold(call.Model);
        foreach (var (what, count, price) in Extras(call.Extras ?? CallExtras.None, entry.Terms.Extras))
        {
            if (count < 0) return No.Negative(what);
            if (price is not { } unit) return No.Missing(call.Model, what);
            parts.Add(new PricedPart(what, count, unit, 1, 1, count * unit.Value));
        }
        return new PricedCall(Cost.Round(parts.Sum(part => part.Amount), entry.Currency), entry.Id, parts);
    }

    // Reasoning is inside the output: it is priced by itself, and the output without it.
    private static IEnumerable<(TokenKind Kind, long Count)> Counted(TokenKinds tokens) => Enum.GetValues<TokenKind>()
        .Select(kind => (kind, kind == TokenKind.Output ? tokens.Output - tokens.Reasoning : tokens.Of(kind))).Where(one => one.Item2 > 0);

    private static IEnumerable<(string What, decimal Count, UnitPrice? Price)> Extras(CallExtras extras, ExtraPrices prices)
    {
        (string What, decimal Count, UnitPrice? Price)[] all =
        [
            ("request", prices.Request is null ? 0 : extras.Requests ?? 0, prices.Request), (PriceWords.Of(extras.Depth), extras.Searches, prices.ForSearch(extras.Depth)), ("session", extras.Sessions, prices.Session),
            ("image", extras.Images, prices.Image), ("second", extras.Seconds, prices.Second), ("character", extras.Characters, prices.Character),
        ];
        return all.Where(one => one.Count != 0);
    }

    private static bool TryHours(MeteredCall call, OffPeak? hours, out OffPeak? offPeak)
    {
        var holds = hours is null ? false : hours.Holds(call.At, call.Width);
        offPeak = holds == true ? hours : null;
        return holds is not null;
    }

    private static Result<decimal> Factor(MeteredCall call, PriceFactors factors, OffPeak? offPeak)
    {
        if (call.Fast && factors.Fast is null) return No.Fast(call.Model);
        var region = call.Region is { } where && factors.Regions.TryGetValue(where, out var regional) ? regional : 1;
        return region * (call.Fast ? factors.Fast!.Value : 1) * (offPeak is { Own: null } ? offPeak.Factor : 1) * (1 - factors.Discount.Value / 100);
    }

    private static class No
    {
        public static Refusal Missing(string model, string what) => new Refusal("kind-unpriced", $"The price of {PlainText.Quote(model)} says nothing of {what}. Add it, and price the usage again.").With("model", model).With("what", what);
        public static Refusal Fast(string model) => new Refusal("fast-unpriced", $"The price of {PlainText.Quote(model)} says nothing of the fast mode. Add its factor, and price the usage again.").With("model", model);
        public static Refusal Hour(string model) => new Refusal("hour-unknown", $"{PlainText.Quote(model)} costs less at certain hours, and of calls that were added up over more than those nobody can tell. Have the report by the hour, or send single calls.").With("model", model);
        public static Refusal Untold(string model) => new Refusal("requests-untold", $"Each request to {PlainText.Quote(model)} has a price, and the source does not tell how many there were. Send single calls, or write the cost by hand.").With("model", model);
        public static Refusal Negative(string what) => new Refusal("extras-negative", $"There are less than none of {what}; the source has it wrong.").With("what", what);
    }
}
