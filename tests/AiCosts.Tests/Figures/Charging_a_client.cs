namespace Billing.AiCosts.Tests;

/// <summary>From what was spent for a client to what they pay.</summary>
public class Charging_a_client
{
    private static readonly ConversionRate Same = ConversionRate.Same(Worth.Dollar, Worth.Day("2026-11-30"));
    private static readonly ConversionRate ToEuro = new(Worth.Dollar, Worth.Euro, Worth.Price("0.9137"), Worth.Day("2026-11-30"), "ECB");

    [Fact]
    public void adds_a_markup_and_rounds_once() => Assert.Equal(new Money(12.35m, Worth.Dollar), Charge(10.2875m, RebillingTerms.With(new Percentage(20))).Amount);

    [Fact]
    public void adds_a_fixed_margin_for_a_period_in_which_something_was_spent()
    {
        var terms = RebillingTerms.With(new Money(25, Worth.Dollar)).Value;
        Assert.Equal(new Money(35.29m, Worth.Dollar), Charge(10.2875m, terms).Amount);
        Assert.Equal(Money.Zero(Worth.Dollar), Charge(0, terms).Amount);
    }

    [Fact]
    public void converts_at_the_rate_of_a_day_and_keeps_it()
    {
        var charge = RebilledAmount.Of(Worth.Usd(100), RebillingTerms.With(new Percentage(10)), ToEuro).Value;
        Assert.Equal((new Money(100.51m, Worth.Euro), Worth.Usd(100), ToEuro), (charge.Amount, charge.Cost, charge.Rate));
        Assert.Equal(new Money(96.37m, Worth.Euro), RebilledAmount.Of(Worth.Usd(100), RebillingTerms.With(new Money(5, Worth.Euro)).Value, ToEuro).Value.Amount);
    }

    [Fact]
    public void gives_credits_back_with_their_markup() => Assert.Equal(new Money(-12, Worth.Dollar), Charge(-10, RebillingTerms.With(new Percentage(20))).Amount);

    [Fact]
    public void refuses_what_does_not_fit_together()
    {
        Assert.Equal("margin-negative", RebillingTerms.With(new Money(-1, Worth.Dollar)).Refusal?.Code);
        Assert.Equal("rate-of-other-currency", RebilledAmount.Of(new Cost(1, Worth.Euro), RebillingTerms.With(new Percentage(1)), ToEuro).Refusal?.Code);
        Assert.Equal("margin-of-other-currency", RebilledAmount.Of(Worth.Usd(1), RebillingTerms.With(new Money(1, Worth.Dollar)).Value, ToEuro).Refusal?.Code);
        Assert.Equal("rate-not-positive", RebilledAmount.Of(Worth.Usd(1), RebillingTerms.With(new Percentage(1)), ToEuro with { Rate = Worth.Price("0") }).Refusal?.Code);
        Assert.Equal("amount-too-large", RebilledAmount.Of(Worth.Usd(999_999_999_999_999), RebillingTerms.With(new Percentage(1)), Same).Refusal?.Code);
    }

    private static RebilledAmount Charge(decimal cost, RebillingTerms terms) => RebilledAmount.Of(Worth.Usd(cost), terms, Same).Value;
}
