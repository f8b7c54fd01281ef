namespace Billing.Usage;

/// <summary>Turns what was used into money. A closed set of models, each a pure function in a file of its own, read from its terms by <see cref="PriceReading"/>.</summary>
internal abstract record Price
{
    private protected Price()
    {
    }

    /// <summary>What this price must be told of the usage.</summary>
    public virtual Measure Measure => Measure.Quantity;

    /// <summary>The parts of the amount for what was used in a period, whole and unrounded; they add up to it.</summary>
    public abstract IReadOnlyList<Part> Rate(Used used);

    /// <summary>What they add up to.</summary>
    public Exact Amount(Used used) => Exact.Sum(Rate(used).Select(part => part.Amount));
}

/// <summary>What a price looks at.</summary>
internal enum Measure
{
    /// <summary>Nothing: it is always the same.</summary>
    Nothing,

    /// <summary>How much was used in all.</summary>
    Quantity,

    /// <summary>How much, or what each event brought; the sum of events is their quantity.</summary>
    QuantityOrEvents,

    /// <summary>Each event by itself, in order.</summary>
    Events,

    /// <summary>How much of each of several units.</summary>
    Units,
}

/// <summary>What was used in a period.</summary>
/// <param name="Quantity">In all.</param>
/// <param name="Events">What each event brought, in order.</param>
/// <param name="Units">How much of each unit, or its peak.</param>
internal sealed record Used(Exact Quantity, IReadOnlyList<Exact> Events, IReadOnlyDictionary<string, Exact> Units)
{
    public static Used Nothing { get; } = Of(0);

    public static Used Of(Exact quantity) => new(quantity, [], new Dictionary<string, Exact>());

    public static Used Of(IReadOnlyList<Exact> events) => new(Exact.Sum(events), events, new Dictionary<string, Exact>());

    public static Used Of(IReadOnlyDictionary<string, Exact> units) => new(0, [], units);

    /// <summary>Both, one after the other.</summary>
    public Used Then(Used more) => new(
        Quantity + more.Quantity, [.. Events, .. more.Events],
        Units.Keys.Union(more.Units.Keys).ToDictionary(unit => unit, unit => Units.GetValueOrDefault(unit) + more.Units.GetValueOrDefault(unit)));
}

/// <summary>One part of an amount, so that people see how it came about.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Label">For people, in English.</param>
/// <param name="Amount">In major units, unrounded; negative takes something off.</param>
/// <param name="Number">Which tier, event, coupon …, from 1; null where there is only one.</param>
/// <param name="Quantity">How many of something.</param>
/// <param name="Unit">What one costs, or how many hundredths are due.</param>
/// <param name="Flat">What is due besides, however many.</param>
/// <param name="TaxRate">Of a fee that has a rate of its own.</param>
internal sealed record Part(PartKind Kind, string Label, Exact Amount, int? Number = null, Exact? Quantity = null, Exact? Unit = null, Exact? Flat = null, Exact? TaxRate = null);

/// <summary>What a part of an amount is for.</summary>
internal enum PartKind
{
    /// <summary>A fixed fee.</summary>
    Fee,

    /// <summary>So many at a price.</summary>
    Units,

    /// <summary>What falls into a tier.</summary>
    Tier,

    /// <summary>Whole packages.</summary>
    Packages,

    /// <summary>One event.</summary>
    Event,

    /// <summary>What lines before this one asked for.</summary>
    BilledBefore,

    /// <summary>A coupon took it off.</summary>
    Coupon,

    /// <summary>What goes beyond a commitment costs more.</summary>
    Overage,

    /// <summary>What goes beyond the most that is asked for is taken off.</summary>
    Cap,

    /// <summary>Up to the least that is asked for.</summary>
    TrueUp,

    /// <summary>To the smallest unit of the currency.</summary>
    Rounding,
}
