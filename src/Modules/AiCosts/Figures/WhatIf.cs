namespace Billing.AiCosts;

/// <summary>A call that has no price, and why.</summary>
internal sealed record UnpricedCall(MeteredCall Call, Refusal Reason);

/// <summary>What calls cost by the book, and what the same calls would cost on another model.</summary>
/// <param name="Now">Of calls that have a price on both.</param>
/// <param name="Then">The same calls.</param>
/// <param name="Compared">How many calls that are.</param>
/// <param name="Unpriced">Calls that are in neither sum; among them those of a source that counts no requests, where each has a price.</param>
/// <param name="WrittenAsInput">Tokens that are written to a cache now, and for which the other model has no price: they are counted as read anew.</param>
/// <param name="WithoutRequests">Compared calls whose source does not count requests; neither model has a price for one.</param>
internal sealed record WhatIf(Cost Now, Cost Then, int Compared, IReadOnlyList<UnpricedCall> Unpriced, long WrittenAsInput, int WithoutRequests)
{
    /// <summary>More than nothing: the other model costs more.</summary>
    public Cost Difference => Then - Now;

    /// <summary>The same tokens, searches and tiers, each at its own time; how many tokens another model would have needed nobody knows.</summary>
    /// <returns>The comparison, or <c>currencies-differ</c> where the two models are not priced in one currency.</returns>
    public static Result<WhatIf> On(PriceBook book, IEnumerable<MeteredCall> calls, string provider, string model)
    {
        List<(Cost Now, Cost Then)> compared = [];
        List<UnpricedCall> unpriced = [];
        var (written, untold) = (0L, 0);
        foreach (var call in calls)
        {
            var (other, moved) = Moved(book, call, provider, model);
            if (!book.Price(call).TryGet(out var now, out var refusal) || !book.Price(other).TryGet(out var then, out refusal)) unpriced.Add(new UnpricedCall(call, refusal));
            else if (now.Cost.Currency != then.Cost.Currency || (compared.Count > 0 && compared[0].Now.Currency != now.Cost.Currency)) return No.Currencies(now.Cost.Currency, then.Cost.Currency == now.Cost.Currency ? compared[0].Now.Currency : then.Cost.Currency);
            else
            {
                compared.Add((now.Cost, then.Cost));
                written += moved;
                if (call.Extras is { Requests: null }) untold++;
            }
        }
        var currency = compared.Count > 0 ? compared[0].Now.Currency : Currency.Parse("USD");
        return new WhatIf(Cost.Sum(compared.Select(one => one.Now), currency), Cost.Sum(compared.Select(one => one.Then), currency), compared.Count, unpriced, written, untold);
    }

    private static (MeteredCall Call, long Moved) Moved(PriceBook book, MeteredCall call, string provider, string model)
    {
        // An account's own prices are agreed with its provider; another provider knows nothing of them.
        var other = call with { Provider = provider, Model = model, Account = provider.Equals(call.Provider, StringComparison.OrdinalIgnoreCase) ? call.Account : null };
        if (!book.Find(other.Provider, other.Account, model, call.At).TryGet(out var entry, out _)) return (other, 0);
        var anthropic = provider.Equals("anthropic", StringComparison.OrdinalIgnoreCase);
        long Unknown(TokenKind kind) => entry.Terms.Standard.Short.Known(kind, anthropic) is null ? call.Tokens.Of(kind) : 0;
        var (five, hour, some) = (Unknown(TokenKind.CacheWrite5m), Unknown(TokenKind.CacheWrite1h), Unknown(TokenKind.CacheWrite));
        var tokens = call.Tokens with { CacheWrite5m = call.Tokens.CacheWrite5m - five, CacheWrite1h = call.Tokens.CacheWrite1h - hour, CacheWrite = call.Tokens.CacheWrite - some, Input = call.Tokens.Input + five + hour + some };
        return (other with { Tokens = tokens }, five + hour + some);
    }

    private static class No
    {
        public static Refusal Currencies(Currency one, Currency other) => new Refusal("currencies-differ", $"Prices in {one} and in {other} are not compared. Choose calls and a model whose prices are in one currency.").With("one", one.Code).With("other", other.Code);
    }
}
