using System.Text.Json.Serialization;
using Billing.EventStore;

namespace Billing.Web;

/// <summary>
/// An amount, and what it is made of. The parts add up to it, always: whatever they leave over is a part of its own, which says so. There is no way to make one
/// that does not add up.
/// </summary>
public sealed record Explained
{
    private Explained(ExplainedAs name, ExactAmount amount, IReadOnlyList<Explained> parts) => (Name, Amount, Parts) = (name, amount, parts);

    /// <summary>What it is.</summary>
    public ExplainedAs Name { get; }

    /// <summary>What it is called, or else what it is, in English.</summary>
    public string Label => Text ?? ExplainedWords.Of(Name);

    /// <summary>What it is called where somebody gave it a name, such as the description of a line; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>What it adds to the amount above.</summary>
    public ExactAmount Amount { get; }

    /// <summary>What it is made of; empty for a leaf, and for what is opened by itself.</summary>
    public IReadOnlyList<Explained> Parts { get; }

    /// <summary>How the amount follows; null where it is only the sum of its parts.</summary>
    public ExplainedRule? Rule { get; init; }

    /// <summary>What happened, by which it came about.</summary>
    public ExplainedEvent? Event { get; init; }

    /// <summary>Where it is looked at; null where that is nowhere.</summary>
    public ExplainedRecord? Record { get; init; }

    /// <summary>How many things stand behind it, where they are not listed here.</summary>
    public int? Count { get; init; }

    /// <summary>An address of this API that answers the same amount with its parts; null where there is nothing more to say.</summary>
    public string? Open { get; internal init; }

    /// <summary>The permission without which its parts are not shown; null where nothing is held back.</summary>
    public string? Needs { get; internal init; }

    /// <summary>Where its parts are told; whoever may not go there sees none.</summary>
    [JsonIgnore]
    public ExplainedPlace? Place { get; init; }

    /// <summary>What is made of nothing further.</summary>
    public static Explained Leaf(ExplainedAs name, ExactAmount amount) => new(name, amount, []);

    /// <summary>Parts, and what they come to.</summary>
    public static Explained Sum(ExplainedAs name, Currency currency, IEnumerable<Explained> parts)
    {
        var all = parts.ToList();
        return new Explained(name, ExactAmount.Sum(currency, all.Select(part => part.Amount)), all);
    }

    /// <summary>
    /// An amount and its parts. What they leave over is rounding where it is no more than a smallest unit of the currency for each of them and one besides; else it is said that
    /// the parts do not explain it.
    /// </summary>
    /// <param name="name">What it is.</param>
    /// <param name="amount">What it comes to.</param>
    /// <param name="parts">What it is made of.</param>
    /// <param name="rest">What is left over, where that is not rounding.</param>
    public static Explained Of(ExplainedAs name, ExactAmount amount, IEnumerable<Explained> parts, ExplainedAs? rest = null)
    {
        var all = parts.ToList();
        var left = amount - ExactAmount.Sum(amount.Currency, all.Select(part => part.Amount));
        if (all.Count > 0 && !left.IsZero) all.Add(Left(rest, left, all.Count));
        return new Explained(name, amount, all);
    }

    /// <summary>What a rule makes of numbers, rounded to money: where rounding changed it, that is a part of its own.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="amount">As money.</param>
    /// <param name="exactly">What the rule says.</param>
    /// <param name="rule">The rule.</param>
    public static Explained Rounded(ExplainedAs name, Money amount, ExactAmount exactly, ExplainedRule rule) =>
        exactly == (ExactAmount)amount ? Leaf(name, amount) with { Rule = rule } : Of(name, amount, [Leaf(name, exactly) with { Rule = rule }]);

    /// <summary>The same, its parts told with more about them.</summary>
    /// <exception cref="ArgumentException">They come to something else than before.</exception>
    public Explained With(IReadOnlyList<Explained> parts) => ExactAmount.Sum(Amount.Currency, parts.Select(part => part.Amount)) != ExactAmount.Sum(Amount.Currency, Parts.Select(part => part.Amount)) ? throw new ArgumentException("The parts come to something else.", nameof(parts)) : new(Name, Amount, parts) { Text = Text, Rule = Rule, Event = Event, Record = Record, Count = Count, Place = Place };

    private static Explained Left(ExplainedAs? rest, ExactAmount left, int parts)
    {
        if (rest is { } known && known != ExplainedAs.Rounding) return Leaf(known, left);
        var cent = 1m / (left.Currency.MinorUnits switch { 0 => 1, 2 => 100, 3 => 1_000, _ => 10_000 });
        return rest is not null || Math.Abs(left.Value) <= cent * (parts + 1) ? Leaf(ExplainedAs.Rounding, left) with { Rule = new(ExplainedBy.Rounded, "") } : Leaf(ExplainedAs.NotExplained, left);
    }
}

/// <summary>How an amount follows from what it is made of.</summary>
/// <param name="By">Which rule.</param>
/// <param name="Formula">With the numbers of this case, such as <c>2.5 × 80.00 EUR</c>; empty where there are none.</param>
public sealed record ExplainedRule(ExplainedBy By, string Formula)
{
    /// <summary>The rule in words, in English.</summary>
    public string Words => ExplainedWords.Of(By);
}

/// <summary>An event by which an amount came about.</summary>
/// <param name="Kind">What it happened to, as <c>/api/history</c> calls it; null where that has no history there.</param>
/// <param name="Id">The record.</param>
/// <param name="Version">Of the record after it: its history looks at the record as it was then.</param>
/// <param name="Sequence">Its number in the log.</param>
/// <param name="Type">Its alias.</param>
/// <param name="At">UTC.</param>
/// <param name="Who">Who did it.</param>
public sealed record ExplainedEvent(string? Kind, Guid Id, long Version, long Sequence, string Type, DateTimeOffset At, Actor Who)
{
    /// <summary>Of what is stored.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="kind">As the module registered its record; null where it did not.</param>
    public static ExplainedEvent Of(StoredEvent happened, string? kind) => happened is null ? throw new ArgumentNullException(nameof(happened)) : new(kind, happened.StreamId, happened.Version, happened.Sequence, happened.Alias, happened.At, happened.Recorded.Actor);
}

/// <summary>A thing that has a page.</summary>
/// <param name="Kind">What it is, such as <c>invoice</c>.</param>
/// <param name="Id">Its id.</param>
public sealed record ExplainedRecord(string Kind, string Id);

/// <summary>Where an amount is explained.</summary>
/// <param name="Kind">Of the thing.</param>
/// <param name="Id">The thing.</param>
/// <param name="Amount">Which of its amounts; null for the first.</param>
/// <param name="Currency">Of things that have an amount in several.</param>
/// <param name="After">How many of its parts were listed before.</param>
/// <param name="Sum">What the amount is expected to be, where it is told at another place, too; null for whatever it is.</param>
public sealed record ExplainedPlace(string Kind, string Id, string? Amount = null, Currency? Currency = null, int After = 0, ExactAmount? Sum = null);
