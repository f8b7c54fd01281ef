namespace Billing.AiCosts;

/// <summary>All prices that somebody may be asked, and which of them is meant.</summary>
internal sealed class PriceBook(IEnumerable<PriceEntry> entries)
{
    private readonly ILookup<string, PriceEntry> _byProvider = entries.ToLookup(entry => entry.Provider, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The price of a model at a time: an own one for the account, an own one for the provider, the provider's catalogue, in this order; of several the pattern that says most of the name, then the youngest.
    /// An own price stands alone: what it leaves out is unpriced, not looked up further down.
    /// </summary>
    /// <returns>The entry, or <c>model-unknown</c>, <c>price-not-valid</c>.</returns>
    public Result<PriceEntry> Find(string provider, string? account, string model, DateTimeOffset at)
    {
        List<PriceEntry> named = [.. _byProvider[provider].Where(entry => (entry.Account is null || entry.Account == account) && entry.Pattern.Covers(model))];
        if (named.Count == 0) return No.Unknown(provider, model);
        var held = named.Where(entry => entry.HoldsAt(at)).ToList();
        return held.Count == 0 ? No.NotThen(provider, model, at) : held.OrderByDescending(Rank).ThenByDescending(entry => entry.Pattern.Says).ThenByDescending(entry => entry.From).ThenBy(entry => entry.Id, StringComparer.Ordinal).First();
    }

    /// <summary>Prices a call by the entry that holds at its time.</summary>
    /// <returns>What it comes to, or why nobody can say: a refusal is <em>unpriced</em>, never nothing.</returns>
    public Result<PricedCall> Price(MeteredCall call) => Find(call.Provider, call.Account, call.Model, call.At).TryGet(out var entry, out var refusal) ? CallPrice.Of(call, entry) : refusal;

    private static int Rank(PriceEntry entry) => (entry.Origin == PriceOrigin.Own ? 2 : 0) + (entry.Account is null ? 0 : 1);

    private static class No
    {
        public static Refusal Unknown(string provider, string model) =>
            new Refusal("model-unknown", $"Nobody knows what {PlainText.Quote(model)} costs at {PlainText.Quote(provider)}. Import a catalogue that has it, or write a price of your own.").With("provider", provider).With("model", model);

        public static Refusal NotThen(string provider, string model, DateTimeOffset at) => new Refusal(
            "price-not-valid", $"The prices of {PlainText.Quote(model)} at {PlainText.Quote(provider)} do not reach {DateText.Write(DateOnly.FromDateTime(at.UtcDateTime))}. Write one that holds on that day.")
            .With("provider", provider).With("model", model).With("day", DateText.Write(DateOnly.FromDateTime(at.UtcDateTime)));
    }
}
