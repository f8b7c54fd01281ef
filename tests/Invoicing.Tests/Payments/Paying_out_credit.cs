using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.PayOut, Billing.Invoicing.PayOutEvent>;

namespace Billing.Invoicing.Tests;

public class Paying_out_credit
{
    [Fact]
    public void gives_it_back_whatever_it_came_from() => Given().When(_ => Paying(30).Decide(TheClient, Euros(30), ThisDay)).Then(new CreditPaidOut(TheClient, Euros(30), ThisDay, "The contract ended"));

    [Fact]
    public void happens_on_the_day_that_was_said() => Given().When(_ => (Paying(30) with { PaidOn = ThisDay.AddDays(-3) }).Decide(TheClient, Euros(50), ThisDay)).Then(new CreditPaidOut(TheClient, Euros(30), ThisDay.AddDays(-3), "The contract ended"));

    [Fact]
    public void is_no_more_than_there_is() => Assert.Equal(Euros(20), Given().When(_ => Paying(30).Decide(TheClient, Euros(20), ThisDay)).ThenRefused("too-little-credit").Details!["credit"]);

    [Fact]
    public void that_makes_no_sense_is_refused()
    {
        Given().When(_ => Paying(0).Decide(TheClient, Euros(20), ThisDay)).ThenRefused("amount-not-positive");
        Given().When(_ => Paying(-1).Decide(TheClient, Euros(20), ThisDay)).ThenRefused("amount-not-positive");
        Given().When(_ => (Paying(1) with { Reason = " " }).Decide(TheClient, Euros(20), ThisDay)).ThenRefused("reason-missing");
    }

    private static PayOutCredit Paying(decimal amount) => new(Euros(amount), "The contract ended");
}
