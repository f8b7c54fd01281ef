using System.Text.Json;
using Billing.Usage.Contracts;

namespace Billing.Subscriptions;

/// <summary>How a component is counted.</summary>
internal enum ComponentKind
{
    /// <summary>Its price for each period.</summary>
    Fixed,

    /// <summary>Its price for each seat and period.</summary>
    Seats,

    /// <summary>Its price once, whole, with the first bill.</summary>
    Once,

    /// <summary>What was used, priced when its period is over.</summary>
    Metered,
}

/// <summary>When a component is billed.</summary>
internal enum ComponentTiming
{
    /// <summary>When its period begins.</summary>
    Advance,

    /// <summary>When its period is over.</summary>
    Arrears,
}

/// <summary>Something that a plan asks money for.</summary>
/// <param name="Code">What tells it from the plan's other components; it stays across versions.</param>
/// <param name="Name">As it stands on the invoice.</param>
/// <param name="Kind">How it is counted.</param>
/// <param name="Timing">When it is billed.</param>
/// <param name="Prices">One in each currency, of one period and one seat.</param>
/// <param name="TaxCategory">One of Invoicing's settings; none: the first.</param>
/// <param name="Metered">Of what is metered: what measures it, and its prices; the others are none then.</param>
internal sealed record PlanComponent(string Code, string Name, ComponentKind Kind, ValueList<Money> Prices, ComponentTiming Timing = ComponentTiming.Advance, string? TaxCategory = null, MeteredTerms? Metered = null)
{
    /// <summary>What it has a price in.</summary>
    public IEnumerable<Currency> Currencies() => Metered is { } metered ? metered.Prices.Select(price => price.Currency) : Prices.Select(price => price.Currency);

    /// <summary>What it comes to for a whole period; nothing in a currency that it has no price in.</summary>
    public Money Price(Currency currency, int quantity) => Unit(currency) is var unit && Kind == ComponentKind.Seats ? new Money(unit.Amount * quantity, currency) : unit;

    /// <summary>The price of one.</summary>
    public Money Unit(Currency currency) => Prices.Where(price => price.Currency == currency).Select(price => (Money?)price).FirstOrDefault() ?? Money.Zero(currency);

    /// <summary>As it can be offered.</summary>
    public Result<PlanComponent> Read()
    {
        if (!PlainText.Name(Name, "A component", 100).TryGet(out var name, out var refused)) return refused;
        if (!PlanCode.IsOne(Code)) return No.BadCode;
        if ((Kind == ComponentKind.Metered) != Metered is not null || (Metered is not null && Prices.Count > 0)) return No.HalfMetered;
        if (Metered is not null) return Currencies().Any() && Currencies().Distinct().Count() == Metered.Prices.Count ? this with { Name = name, Timing = ComponentTiming.Arrears } : No.BadPrices;
        if (Prices.Count == 0 || Prices.Any(price => price.IsNegative) || Prices.GroupBy(price => price.Currency).Any(same => same.Count() > 1)) return No.BadPrices;
        return Kind == ComponentKind.Once && Timing == ComponentTiming.Arrears ? No.OnceInArrears : this with { Name = name };
    }

    private static class No
    {
        public static readonly Refusal BadCode = new("bad-component-code", "A component's code is 1 to 64 lower-case letters, digits and hyphens.");
        public static readonly Refusal BadPrices = new("bad-prices", "A component has one price in each currency, at least one, and none below nothing.");
        public static readonly Refusal HalfMetered = new("half-metered", "What is metered has a meter with prices of its own, and nothing else has. Enter both, or choose another kind.");
        public static readonly Refusal OnceInArrears = new("once-in-arrears", "What is billed once is billed with the first bill. Bill it in advance.");
    }
}

/// <summary>What is metered, and what it costs.</summary>
/// <param name="Meter">The code of the meter.</param>
/// <param name="Prices">One in each currency, of what is used in a period beyond what is included.</param>
/// <param name="Included">So much of each period costs nothing; a part of a period has all of it. Left out: none of it.</param>
/// <param name="By">Whose usage it is.</param>
internal sealed record MeteredTerms(string Meter, ValueList<MeteredPrice> Prices, Quantity? Included = null, MeteredBy By = MeteredBy.Client)
{
    /// <summary>The price in a currency; there is one.</summary>
    public PriceTerms In(Currency currency) => Prices.First(price => price.Currency == currency).Price;
}

/// <summary>A price in a currency.</summary>
internal sealed record MeteredPrice(Currency Currency, PriceTerms Price)
{
    // Lists of equal tiers are the same price.
    public bool Equals(MeteredPrice? other) => other is not null && Currency == other.Currency && Written == other.Written;

    public override int GetHashCode() => Written.GetHashCode(StringComparison.Ordinal);

    private string Written => JsonSerializer.Serialize(Price, JsonSerializerOptions.Web);
}

/// <summary>Whose usage is billed: how events name who used.</summary>
internal enum MeteredBy
{
    /// <summary>By the client's id: of a client's subscriptions one should meter the same.</summary>
    Client,

    /// <summary>By the subscription's id.</summary>
    Subscription,
}
