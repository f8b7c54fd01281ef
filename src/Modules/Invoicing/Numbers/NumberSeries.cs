using System.Collections.Immutable;
using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to the numbers of one kind of document.</summary>
internal abstract record NumberSeriesEvent;

/// <summary>From now on numbers look so.</summary>
/// <param name="Pattern">Such as INV-{yyyy}-{0000}.</param>
[Event("invoicing.number_pattern_chosen")]
internal sealed record NumberPatternChosen(string Pattern) : NumberSeriesEvent;

/// <summary>Counting goes on at another number than the one that would have come next.</summary>
/// <param name="Period">What is counted together: a year, a month of a year, or all.</param>
/// <param name="Next">The number that comes next.</param>
[Event("invoicing.numbering_moved_on")]
internal sealed record NumberingMovedOn(string Period, long Next) : NumberSeriesEvent;

/// <summary>A document got its number, in the commit that issued it.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Period">What is counted together: a year, a month of a year, or all.</param>
/// <param name="Count">The counter in it.</param>
/// <param name="For">The document.</param>
/// <param name="TakenOn">The day on which it was issued, in the organisation's zone: what limits of a plan count by.</param>
[Event("invoicing.number_taken")]
internal sealed record NumberTaken(string Number, string Period, long Count, Guid For, DateOnly TakenOn) : NumberSeriesEvent;

/// <summary>The numbers of one kind of document: which comes next, without hole or double.</summary>
/// <param name="Pattern">As chosen; null for the kind's first one.</param>
/// <param name="Next">By period, the number that comes next.</param>
/// <param name="Month">The latest month in which numbers were taken, its first day.</param>
/// <param name="TakenInMonth">How many in it.</param>
internal sealed record NumberSeries(string? Pattern, ImmutableSortedDictionary<string, long> Next, DateOnly Month, long TakenInMonth) : IAggregate<NumberSeries>
{
    public static string Alias => "invoicing.number_series";

    public static NumberSeries Initial { get; } = new(null, ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal), default, 0);

    /// <summary>How the kind's numbers look.</summary>
    public NumberPattern PatternOf(NumberKind kind) => Pattern is null ? kind.FirstPattern() : NumberPattern.Of(Pattern).Value;

    /// <summary>The number that comes next in a period.</summary>
    public long NextIn(string period) => Next.GetValueOrDefault(period, 1);

    /// <summary>How many were taken in the month of a day.</summary>
    public long TakenInMonthOf(DateOnly day) => Month == MonthOf(day) ? TakenInMonth : 0;

    public NumberSeries Apply(object happened) => happened switch
    {
        NumberPatternChosen e => this with { Pattern = e.Pattern },
        NumberingMovedOn e => this with { Next = Next.SetItem(e.Period, e.Next) },
        NumberTaken e => this with { Next = Next.SetItem(e.Period, e.Count + 1), Month = MonthOf(e.TakenOn), TakenInMonth = TakenInMonthOf(e.TakenOn) + 1 },
        _ => throw new UnknownEventException(nameof(NumberSeries), happened),
    };

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
