using System.Collections.Immutable;
using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to the exchange rates of an organisation.</summary>
internal abstract record ExchangeRatesEvent;

/// <summary>Somebody entered what one unit of a currency was worth in another one on a day; replaces what was entered for that day before.</summary>
/// <param name="From">Of one unit.</param>
/// <param name="To">What it is worth is in this one.</param>
/// <param name="On">The day.</param>
/// <param name="Rate">What one unit was worth.</param>
/// <param name="Source">Where it was read, in somebody's words.</param>
[Event("invoicing.exchange_rate_entered")]
internal sealed record ExchangeRateEntered(Currency From, Currency To, DateOnly On, UnitPrice Rate, string Source) : ExchangeRatesEvent;

/// <summary>What one unit of a currency was worth in another one.</summary>
/// <param name="On">The day it is from.</param>
/// <param name="Rate">What one unit of <paramref name="From"/> was worth in <paramref name="To"/>.</param>
/// <param name="Source">Where it was read.</param>
internal sealed record ExchangeRate(Currency From, Currency To, DateOnly On, UnitPrice Rate, string Source)
{
    /// <summary>The amount in the other currency, rounded once.</summary>
    public Money Convert(Money amount) => Money.Round(amount.Amount * Rate.Value, To);
}

/// <summary>The exchange rates that an organisation entered; one stream, under the same id in every organisation. Nothing is stored converted.</summary>
internal sealed record ExchangeRates(ImmutableDictionary<(Currency From, Currency To, DateOnly On), ExchangeRate> Rates) : IAggregate<ExchangeRates>
{
    /// <summary>The stream's id.</summary>
    public static readonly Guid Id = new("0193e0c0-0000-7000-8000-000000000022");

    public static string Alias => "invoicing.exchange_rates";

    public static ExchangeRates Initial { get; } = new(ImmutableDictionary<(Currency, Currency, DateOnly), ExchangeRate>.Empty);

    /// <summary>The latest rate of that day or an earlier one; the refusal when there is none.</summary>
    public Result<ExchangeRate> At(Currency from, Currency to, DateOnly day) =>
        Rates.Values.Where(rate => rate.From == from && rate.To == to && rate.On <= day).MaxBy(rate => rate.On) is { } latest
            ? latest
            : new Refusal("no-exchange-rate", $"There is no rate from {from} to {to} on or before {DateText.Write(day)}. Enter one.").With("from", from.Code).With("to", to.Code).With("at", DateText.Write(day));

    public ExchangeRates Apply(object happened) => happened switch
    {
        ExchangeRateEntered e => this with { Rates = Rates.SetItem((e.From, e.To, e.On), new(e.From, e.To, e.On, e.Rate, e.Source)) },
        _ => throw new UnknownEventException(nameof(ExchangeRates), happened),
    };
}
