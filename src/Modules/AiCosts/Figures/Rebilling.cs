namespace Billing.AiCosts;

/// <summary>What a client pays for what was spent for them: the cost and a share of it, or the cost and a fixed amount for each period with usage.</summary>
internal sealed record RebillingTerms
{
    private RebillingTerms(Percentage? markup, Money? margin) => (Markup, Margin) = (markup, margin);

    /// <summary>In hundredths of the cost; null where a margin is fixed.</summary>
    public Percentage? Markup { get; }

    /// <summary>For a period, in the currency of the charge; null where there is a markup.</summary>
    public Money? Margin { get; }

    public static RebillingTerms With(Percentage markup) => new(markup, null);

    /// <returns>The terms, or <c>margin-negative</c>.</returns>
    public static Result<RebillingTerms> With(Money margin) => margin.IsNegative ? new Refusal("margin-negative", "A margin is nothing or more. To charge less than the cost, give a discount on the invoice.") : new RebillingTerms(null, margin);
}

/// <summary>What one unit of a currency was worth in another on a day, and who says so.</summary>
internal sealed record ConversionRate(Currency From, Currency To, UnitPrice Rate, DateOnly Day, string Source)
{
    /// <summary>No conversion at all.</summary>
    public static ConversionRate Same(Currency currency, DateOnly day) => new(currency, currency, new UnitPrice(1), day, "same currency");
}

/// <summary>A charge, and how it came about.</summary>
/// <param name="Amount">In the client's currency, rounded once.</param>
/// <param name="Cost">As the sources have it.</param>
internal sealed record RebilledAmount(Money Amount, Cost Cost, RebillingTerms Terms, ConversionRate Rate)
{
    /// <summary>Cost × rate × (1 + markup), or cost × rate + margin. A period in which nothing was spent comes to nothing, whatever the margin.</summary>
    /// <returns>The charge, or <c>rate-of-other-currency</c>, <c>margin-of-other-currency</c>, <c>rate-not-positive</c>, <c>amount-too-large</c>.</returns>
    public static Result<RebilledAmount> Of(Cost cost, RebillingTerms terms, ConversionRate rate)
    {
        if (rate.From != cost.Currency) return new Refusal("rate-of-other-currency", $"The cost is in {cost.Currency}, the rate is from {rate.From}. Give the rate from {cost.Currency} to {rate.To}.").With("cost", cost.Currency.Code).With("rate", rate.From.Code);
        if (rate.Rate.Value <= 0) return new Refusal("rate-not-positive", "A rate is more than nothing.");
        if (terms.Margin is { } margin && margin.Currency != rate.To) return new Refusal("margin-of-other-currency", $"The margin is in {margin.Currency}, the charge in {rate.To}. Write the margin in {rate.To}.").With("margin", margin.Currency.Code).With("charge", rate.To.Code);
        if (Math.Abs(cost.Amount) >= MoneyText.Limit || Math.Abs(cost.Amount) >= MoneyText.Limit / rate.Rate.Value / (1 + (terms.Markup?.Value ?? 0) / 100)) return new Refusal("amount-too-large", "This amount is too large; an amount is less than 1,000,000,000,000,000.");
        if (cost.IsZero) return new RebilledAmount(Money.Zero(rate.To), cost, terms, rate);
        return new RebilledAmount(Money.Round(cost.Amount * rate.Rate.Value * (1 + (terms.Markup?.Value ?? 0) / 100) + (terms.Margin?.Amount ?? 0), rate.To), cost, terms, rate);
    }
}
