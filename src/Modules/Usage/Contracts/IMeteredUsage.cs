using Billing.EventStore;

namespace Billing.Usage.Contracts;

/// <summary>What was used of a meter, and what a price makes of it: for modules that sell usage by their own days. They bill it, and late usage of it, themselves.</summary>
public interface IMeteredUsage
{
    /// <summary>Why a meter cannot be sold by a price, or null.</summary>
    /// <param name="session">The organisation's whose meter it is.</param>
    /// <param name="meter">Its code.</param>
    /// <param name="price">Of each unit, by any model that looks at one quantity or at events.</param>
    /// <param name="included">So much costs nothing; a price that looks at each event has nothing included.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<Refusal?> Check(Session session, string meter, PriceTerms price, Quantity included, CancellationToken stop);

    /// <summary>Prices windows with everything known now; asked again later, a window comes to what it comes to by then, as far as its meter lets late usage count. Refused when a meter or price is none, or an amount is too large.</summary>
    /// <param name="session">The organisation's whose meters they are.</param>
    /// <param name="windows">Those to price.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>One for each, in their order.</returns>
    Task<Result<IReadOnlyList<PricedWindow>>> Price(Session session, IReadOnlyList<MeterWindow> windows, CancellationToken stop);
}

/// <summary>A stretch of time in which somebody's usage is looked at.</summary>
/// <param name="Meter">The code of the meter.</param>
/// <param name="Subject">Who used, as usage events name them.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it: an event there belongs to the next window.</param>
/// <param name="Currency">Of the price.</param>
/// <param name="Price">Of each unit.</param>
/// <param name="Included">So much of the window costs nothing.</param>
/// <param name="Billed">Whether it was billed before: then what its meter froze since does not count.</param>
public sealed record MeterWindow(string Meter, string Subject, DateTimeOffset From, DateTimeOffset To, Currency Currency, PriceTerms Price, Quantity Included, bool Billed = false);

/// <summary>What a window comes to.</summary>
/// <param name="Quantity">How much was used, what is included too; as text, for no digit is lost.</param>
/// <param name="Unit">What it is a quantity of.</param>
/// <param name="Amount">What it costs, rounded once.</param>
/// <param name="Parts">How that came about: they add up to it. The last one is the rest where there are many.</param>
/// <param name="TakesLate">Whether a difference to what was billed before is billed, as its meter says of late usage; false: it waits for somebody.</param>
public sealed record PricedWindow(string Quantity, string Unit, Money Amount, ValueList<PricedPart> Parts, bool TakesLate)
{
    /// <summary>Whether it was counted as it had come in by its freeze: what was billed for it before is never too much then.</summary>
    public bool Frozen { get; init; }
}

/// <summary>One part of what a window costs.</summary>
/// <param name="Label">For people, in English.</param>
/// <param name="Quantity">How many of something, as text; null where nothing is counted.</param>
/// <param name="Unit">What one costs, as text; null where nothing does.</param>
/// <param name="Amount">In major units, unrounded, as text.</param>
public sealed record PricedPart(string Label, string? Quantity, string? Unit, string Amount);
