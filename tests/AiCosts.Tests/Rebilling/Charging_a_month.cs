namespace Billing.AiCosts.Tests;

/// <summary>A month of a client: charged once, put right by what came to be known later.</summary>
public class Charging_a_month
{
    private static readonly Guid Meadow = new("0193e0c0-0000-7000-8000-00000000000c");
    private static readonly DateOnly October = new(2026, 10, 1);
    private static readonly ConversionRate Rate = new(Worth.Dollar, Worth.Euro, Worth.Price("0.9"), new(2026, 10, 30), "Central bank");

    private static AiChargeDue Due(decimal cost, int markup = 20, string rate = "0.9") => new(Meadow, October, Worth.Usd(cost), RebillingTerms.With(new Percentage(markup)), Rate with { Rate = Worth.Price(rate) });

    private static AiCharge After(params AiChargeEvent[] happened) => happened.Aggregate(AiCharge.Initial, (charge, one) => charge.Apply(one));

    private static Money Eur(decimal amount) => new(amount, Worth.Euro);

    private static readonly AiMonthCharged Charged = new(Meadow, October, new UnitPrice(100), Worth.Dollar, new Percentage(20), null, Worth.Price("0.9"), new(2026, 10, 30), "Central bank", new Money(108, Currency.Parse("EUR")));

    [Fact]
    public void says_what_it_was_charged_by() => Assert.Equal([Charged], AiCharge.Initial.Bill(Due(100)).Events);

    [Fact]
    public void again_is_nothing_new_whatever_terms_and_rate_are_by_then() => Assert.Empty(After(Charged).Bill(Due(100, markup: 50, rate: "0.8")).Events);

    [Fact]
    public void with_late_usage_keeps_its_terms_and_its_rate() => Assert.Equal([new AiChargePutRight(new UnitPrice(110), Eur(118.80m))], After(Charged).Bill(Due(110, markup: 50, rate: "0.8")).Events);

    [Fact]
    public void in_which_nothing_was_spent_is_no_charge_and_one_that_was_charged_comes_to_nothing()
    {
        Assert.Empty(AiCharge.Initial.Bill(Due(0)).Events);
        Assert.Equal([new AiChargePutRight(new UnitPrice(0), Eur(0))], After(Charged).Bill(Due(0)).Events);
        Assert.Equal([new AiChargePutRight(new UnitPrice(100), Eur(108))], After(Charged, new AiChargePutRight(new UnitPrice(0), Eur(0))).Bill(Due(100)).Events);
    }

    [Fact]
    public void of_less_than_a_cent_more_is_nothing_new() => Assert.Empty(After(Charged).Bill(Due(100.001m)).Events);
}
