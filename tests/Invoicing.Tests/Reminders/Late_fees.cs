using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class Late_fees
{
    [Fact]
    public void are_a_share_of_what_is_outstanding_rounded_once() => Assert.Equal(Euros(0.51m), Share(1.5m).For(Euros(33.67m), Euros(0), 1));

    [Fact]
    public void begin_after_the_grace()
    {
        var fee = Share(1) with { GraceDays = 7 };
        Assert.Null(fee.For(Euros(100), Euros(0), 7));
        Assert.Equal(Euros(1), fee.For(Euros(100), Euros(0), 8));
        Assert.Null(Share(1).For(Euros(100), Euros(0), 0));
    }

    [Fact]
    public void are_in_the_currency_of_the_invoice_or_not_at_all()
    {
        LateFee five = new(null, [Euros(5)], 0, [], null, LateFeeGoes.OnNextInvoice);
        Assert.Equal(Euros(5), five.For(Euros(100), Euros(0), 1));
        Assert.Null(five.For(new Money(100, Usd), Money.Zero(Usd), 1));
        Assert.Null((Share(1) with { Caps = [Euros(5)] }).For(new Money(100, Usd), Money.Zero(Usd), 1));
    }

    [Fact]
    public void never_pass_the_cap_nor_lose_a_cent_whatever_is_outstanding_and_however_often()
    {
        var random = new Random(20260131);
        for (var round = 0; round < 5_000; round++)
        {
            var currency = random.Next(3) switch { 0 => Eur, 1 => Usd, _ => Jpy };
            Money Some(int most) => Money.Round(random.Next(1, most * 100) / 100m, currency) is { IsPositive: true } some ? some : new Money(1, currency);
            var capped = random.Next(4) > 0;
            var cap = Some(200);
            var byShare = random.Next(2) == 0;
            LateFee fee = new(byShare ? new Percentage(random.Next(1, 5_000) / 100m) : null, byShare ? [] : [Some(50)], random.Next(0, 10), capped ? [cap] : [], null, LateFeeGoes.OnNextInvoice);
            var (charged, uncapped, outstanding) = (Money.Zero(currency), Money.Zero(currency), Some(10_000));
            for (var step = 0; step < 12; step++)
            {
                var late = random.Next(-5, 40);
                var came = fee.For(outstanding, charged, late);
                if (late > 0 && late > fee.GraceDays) uncapped += fee.Percent?.Of(outstanding) ?? fee.Amounts[0];
                else Assert.Null(came);
                if (came is { } some)
                {
                    Assert.True(some.IsPositive);
                    charged += some;
                }
                // Exactly what the steps come to, or exactly the cap: nothing more and no cent less.
                Assert.Equal(capped && cap < uncapped ? cap : uncapped, charged);
                if (random.Next(3) == 0) outstanding = Some(10_000);
            }
        }
    }

    [Theory]
    [InlineData("unclear", "late-fee-unclear"), InlineData("both", "late-fee-unclear"), InlineData("nothing", "late-fee-nothing"), InlineData("cap", "late-fee-nothing"), InlineData("twice", "currency-twice"), InlineData("grace", "grace-out-of-range")]
    public void that_make_no_sense_are_refused(string what, string code)
    {
        LateFee fee = what switch
        {
            "unclear" => Share(1) with { Percent = null },
            "both" => Share(1) with { Amounts = [Euros(1)] },
            "nothing" => Share(0),
            "cap" => Share(1) with { Caps = [Euros(0)] },
            "twice" => Share(1) with { Caps = [Euros(1), Euros(2)] },
            _ => Share(1) with { GraceDays = 366 },
        };
        Assert.Equal(code, fee.Read().Refusal?.Code);
    }

    private static LateFee Share(decimal percent) => new(new Percentage(percent), [], 0, [], null, LateFeeGoes.OnNextInvoice);
}
