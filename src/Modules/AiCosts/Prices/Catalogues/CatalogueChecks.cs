namespace Billing.AiCosts;

/// <summary>What became of the entries of a catalogue when they were held against the book.</summary>
/// <param name="Accepted">New, or within what prices usually move.</param>
/// <param name="Unchanged">Say what the book says already.</param>
/// <param name="Held">Wait for somebody who confirms them.</param>
internal sealed record CheckedCatalogue(IReadOnlyList<PriceEntry> Accepted, IReadOnlyList<PriceEntry> Unchanged, IReadOnlyList<HeldEntry> Held);

/// <summary>An entry that looks wrong, and why.</summary>
internal sealed record HeldEntry(PriceEntry Entry, IReadOnlyList<CatalogueRemark> Reasons);

/// <summary>
/// Catalogues make mistakes that cost money: a price per thousand among prices per million, a zero, a typing error. Nothing that looks like one goes into the book by itself:
/// a change of more than half, nothing where there was a price, a factor of 1,000 or 1,000,000, a reading price above the input price, or a price that is gone.
/// </summary>
internal static class CatalogueChecks
{
    private const decimal Jump = 0.5m;
    private const decimal UnitTolerance = 0.05m;
    private const decimal AgreementTolerance = 0.01m;

    private static readonly decimal[] Units = [1_000, 1_000_000, 0.001m, 0.000001m];

    // Dollars per million tokens: the dearest models cost hundreds, the cheapest thousandths.
    private const decimal Dearest = 10_000;
    private const decimal Cheapest = 0.000001m;

    /// <param name="current">What holds now of the same providers.</param>
    public static CheckedCatalogue Check(IEnumerable<PriceEntry> arrived, IEnumerable<PriceEntry> current)
    {
        var known = current.Where(entry => entry.Origin == PriceOrigin.Catalogue).ToLookup(Key);
        List<PriceEntry> accepted = [], unchanged = [];
        List<HeldEntry> held = [];
        foreach (var entry in arrived)
        {
            var before = known[Key(entry)].OrderByDescending(one => one.From).FirstOrDefault();
            if (before is not null && Flat(before).Order().SequenceEqual(Flat(entry).Order())) unchanged.Add(entry);
            else if (Doubts(entry, before).ToList() is { Count: > 0 } doubts) held.Add(new HeldEntry(entry, doubts));
            else accepted.Add(entry);
        }
        return new CheckedCatalogue(accepted, unchanged, held);
    }

    /// <summary>In what two sources that know nothing of each other differ by more than 1 % of the larger; none: the price may be taken without asking anybody. Null where they have no price in common.</summary>
    public static IReadOnlyList<string>? Differences(PriceEntry one, PriceEntry other)
    {
        var theirs = Flat(other).ToDictionary(price => price.Name, price => price.Value);
        var common = Flat(one).Where(price => theirs.ContainsKey(price.Name)).ToList();
        return common.Count == 0 || one.Currency != other.Currency ? null : [.. common.Where(price => Math.Abs(price.Value - theirs[price.Name]) > AgreementTolerance * Math.Max(price.Value, theirs[price.Name])).Select(price => price.Name)];
    }

    private static IEnumerable<CatalogueRemark> Doubts(PriceEntry entry, PriceEntry? before)
    {
        var now = Flat(entry).ToDictionary(price => price.Name, price => price.Value);
        foreach (var (over, set) in Sets(entry.Terms))
            if (set.CacheRead is { } read && set.Input is { } input && read.Value > input.Value) yield return Remark("read-above-input", $"Reading from the cache{over} costs {read}, more than {input} for reading anew.", "cache-read" + over, input, read);
        if (before is null)
        {
            if (now.Values.All(price => price == 0) && !entry.Pattern.Text.EndsWith(":free", StringComparison.Ordinal)) yield return Remark("price-zero", "All its prices are 0; confirm that it is free.");
            foreach (var (name, price) in now.Where(price => price.Key.StartsWith("tokens", StringComparison.Ordinal) && (price.Value > Dearest || price.Value is > 0 and < Cheapest)))
                yield return Remark("price-unit", $"{name} of {price} for a million tokens is beyond all known prices: another unit was meant.", name, null, price);
            yield break;
        }
        foreach (var (name, was) in Flat(before))
        {
            if (!now.TryGetValue(name, out var became)) yield return Remark("price-gone", $"{name} was {was} and is not said any more.", name, was);
            else if (was == became) continue;
            else if (became == 0) yield return Remark("price-zero", $"{name} was {was} and would be 0.", name, was, became);
            else if (was != 0 && IsUnit(became / was)) yield return Remark("price-unit", $"{name} was {was} and would be {became}: another unit was meant.", name, was, became);
            else if (was == 0 || Math.Abs(became - was) > Jump * was) yield return Remark("price-jump", $"{name} was {was} and would be {became}, a change of more than half.", name, was, became);
        }

        CatalogueRemark Remark(string code, string reason, string? name = null, object? was = null, object? became = null) => new(
            entry.Provider, entry.Pattern.Text, code, reason, new Dictionary<string, object?> { ["name"] = name, ["was"] = was?.ToString(), ["became"] = became?.ToString() }.Where(fact => fact.Value is not null).ToDictionary());
    }

    private static bool IsUnit(decimal ratio) => Units.Any(unit => Math.Abs(ratio / unit - 1) <= UnitTolerance);

    private static IEnumerable<(string Where, TokenPrices Prices)> Sets(PriceTerms terms) =>
        [("", terms.Standard.Short), .. terms.Standard.Long.Select(step => ($" beyond {step.Over} tokens", step.Prices.Or(terms.Standard.Short)))];

    private static IEnumerable<(string Name, decimal Value)> Flat(PriceEntry entry) => entry.Terms.Each().DistinctBy(price => price.Name);

    private static (string, string, Currency) Key(PriceEntry entry) => (entry.Provider.ToUpperInvariant(), entry.Pattern.Text.ToUpperInvariant(), entry.Currency);
}
