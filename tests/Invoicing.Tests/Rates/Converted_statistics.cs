using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.ExchangeRates, Billing.Invoicing.ExchangeRatesEvent>;

namespace Billing.Invoicing.Tests;

public class Converted_statistics
{
    private static readonly ExchangeRate January = new(Usd, Eur, Day("2026-01-31"), new(0.9231m), "Central bank");
    private static readonly ExchangeRate February = January with { On = Day("2026-02-28"), Rate = new(0.95m) };
    private static readonly ExchangeRates Known = Fold(ExchangeRates.Initial, Entered(January), Entered(February));

    [Fact]
    public void use_the_latest_rate_on_or_before_the_day()
    {
        Assert.Equal(January, Known.At(Usd, Eur, Day("2026-02-27")).Value);
        Assert.Equal(February, Known.At(Usd, Eur, Day("2026-02-28")).Value);
        var refused = Known.At(Usd, Eur, Day("2026-01-30")).Refusal!;
        Assert.Equal("no-exchange-rate", refused.Code);
        Assert.Contains("from USD to EUR on or before 2026-01-30", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal("no-exchange-rate", Known.At(Eur, Usd, Day("2026-03-01")).Refusal!.Code);
    }

    [Fact]
    public void convert_each_figure_once_and_tell_each_rate()
    {
        var seen = ConvertedStats.Of([Stats(Eur, 10.01m, 3), Stats(Usd, 33.33m, 1)], Known, Eur, Day("2026-01-31")).Value;
        // 33.33 × 0.9231 = 30.766923, rounded once: 30.77.
        Assert.Equal((Euros(40.78m), 4L, Euros(10.20m), 100m), (seen.Billed.Sum, seen.Billed.Count, seen.Average!.Value, seen.CollectionRate!.Value.Value));
        Assert.Equal([January], seen.Rates);
        Assert.Equal(Euros(40.78m), seen.Aging.Over90);
    }

    [Fact]
    public void of_one_currency_need_no_rate() => Assert.Empty(ConvertedStats.Of([Stats(Eur, 10, 1)], ExchangeRates.Initial, Eur, Day("2026-01-31")).Value.Rates);

    [Fact]
    public void without_a_rate_are_refused() => Assert.Equal("no-exchange-rate", ConvertedStats.Of([Stats(Usd, 10, 1)], ExchangeRates.Initial, Eur, Day("2026-01-31")).Refusal!.Code);

    [Fact]
    public void rest_on_rates_that_are_entered_and_put_right()
    {
        Given().When(rates => new EnterExchangeRates([January with { Source = " Central  bank " }]).Decide(rates)).Then(Entered(January));
        Given(Entered(January)).When(rates => new EnterExchangeRates([January]).Decide(rates)).ThenNothing();
        Given(Entered(January)).When(rates => new EnterExchangeRates([January with { Rate = new(0.92m) }]).Decide(rates)).Then(Entered(January with { Rate = new(0.92m) }));
        Given().When(rates => new EnterExchangeRates([January with { To = Usd }]).Decide(rates)).ThenRefused("same-currency");
        Given().When(rates => new EnterExchangeRates([January with { Rate = new(0) }]).Decide(rates)).ThenRefused("rate-not-positive");
        Given().When(rates => new EnterExchangeRates([.. Enumerable.Repeat(January, 501)]).Decide(rates)).ThenRefused("too-many-rates");
    }

    private static ExchangeRateEntered Entered(ExchangeRate rate) => new(rate.From, rate.To, rate.On, rate.Rate, rate.Source);

    private static InvoiceStats Stats(Currency currency, decimal amount, long count)
    {
        var (money, pair) = (new Money(amount, currency), new CountAndSum(count, new Money(amount, currency)));
        return new InvoiceStats(currency, pair, pair, pair, pair, pair, pair, pair, pair, money, money, money, money, 3, new Percentage(100), new Aging(money, money, money, money, money));
    }
}
