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
internal sealed record PlanComponent(string Code, string Name, ComponentKind Kind, ValueList<Money> Prices, ComponentTiming Timing = ComponentTiming.Advance, string? TaxCategory = null)
{
    /// <summary>What it comes to for a whole period; nothing in a currency that it has no price in.</summary>
    public Money Price(Currency currency, int quantity) => Unit(currency) is var unit && Kind == ComponentKind.Seats ? new Money(unit.Amount * quantity, currency) : unit;

    /// <summary>The price of one.</summary>
    public Money Unit(Currency currency) => Prices.Where(price => price.Currency == currency).Select(price => (Money?)price).FirstOrDefault() ?? Money.Zero(currency);

    /// <summary>As it can be offered.</summary>
    public Result<PlanComponent> Read()
    {
        if (!PlainText.Name(Name, "A component", 100).TryGet(out var name, out var refused)) return refused;
        if (!PlanCode.IsOne(Code)) return No.BadCode;
        if (Prices.Count == 0 || Prices.Any(price => price.IsNegative) || Prices.GroupBy(price => price.Currency).Any(same => same.Count() > 1)) return No.BadPrices;
        return Kind == ComponentKind.Once && Timing == ComponentTiming.Arrears ? No.OnceInArrears : this with { Name = name };
    }

    private static class No
    {
        public static readonly Refusal BadCode = new("bad-component-code", "A component's code is 1 to 64 lower-case letters, digits and hyphens.");
        public static readonly Refusal BadPrices = new("bad-prices", "A component has one price in each currency, at least one, and none below nothing.");
        public static readonly Refusal OnceInArrears = new("once-in-arrears", "What is billed once is billed with the first bill. Bill it in advance.");
    }
}
