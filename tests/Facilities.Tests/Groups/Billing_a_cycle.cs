using Billing.Invoicing.Contracts;
using static Billing.Facilities.Tests.Some;

namespace Billing.Facilities.Tests;

public class Billing_a_cycle
{
    private static readonly Guid Owes = Id(8);
    private static readonly CycleRecord October = new(Id(50), "Meadow Health", new Period(Day("2025-10-01"), Day("2025-10-31")), Day("2025-11-01"), Dollars(4250), false, 7);

    [Fact]
    public void charges_what_is_billed()
    {
        var plan = CyclePlan.Of([October], None, Owes);
        Assert.Equal(October, Assert.Single(plan.Charged));
        Assert.Equal(
            new PostCharge("facilities", "billing_record", Id(50).ToString(), 7, Owes, "Meadow Health", Quantity.One, new UnitPrice(4250), Usd, Day("2025-11-01"), new Period(Day("2025-10-01"), Day("2025-10-31")), Group: "Alabama"),
            October.Charge(Owes, "Alabama"));
    }

    [Fact]
    public void tells_of_each_record_what_becomes_of_it()
    {
        var gone = October with { Id = Id(51), Billed = null };
        var before = new Dictionary<string, ChargedFact> { [gone.Fact] = Known(Dollars(5))[October.Fact] };
        var billed = BilledCycle.Of(CyclePlan.Of([October, gone], before, Owes), new BilledClient(Owes, "Meadow Care", Usd, true));
        Assert.Equal((Owes, "Meadow Care"), (billed.ClientId, billed.ClientName));
        Assert.Equal([new BilledRecord(Id(50), "Meadow Health", October.Period, Dollars(4250), false), new BilledRecord(Id(51), "Meadow Health", October.Period, null, true)], billed.Records);
        Assert.Equal([Dollars(4250)], billed.Totals);
    }

    [Fact]
    public void twice_charges_nothing_more() => Assert.Equal((0, 1, 0, 0), Counts(CyclePlan.Of([October], Known(Dollars(4250)), Owes)));

    [Fact]
    public void twice_after_it_was_invoiced_charges_nothing_more() => Assert.Equal((0, 1, 0, 0), Counts(CyclePlan.Of([October], Known(Dollars(4250), ChargedState.Invoiced), Owes)));

    [Fact]
    public void again_tells_what_became_different() => Assert.Equal((1, 0, 0, 0), Counts(CyclePlan.Of([October], Known(Dollars(4000), ChargedState.Invoiced), Owes)));

    [Fact]
    public void again_for_another_client_tells_so() => Assert.Equal((1, 0, 0, 0), Counts(CyclePlan.Of([October], Known(Dollars(4250)), Id(9))));

    [Fact]
    public void leaves_out_what_nobody_billed() => Assert.Equal("not-billed", Assert.Single(CyclePlan.Of([October with { Billed = null }], None, Owes).LeftOut).Code);

    [Fact]
    public void leaves_out_what_is_billed_with_nothing() => Assert.Equal("not-billed", Assert.Single(CyclePlan.Of([October with { Billed = Dollars(0) }], None, Owes).LeftOut).Code);

    [Fact]
    public void says_nothing_of_withdrawn_records_never_charged() => Assert.Equal((0, 0, 0, 0), Counts(CyclePlan.Of([October with { Withdrawn = true }], None, Owes)));

    [Fact]
    public void takes_back_the_charge_of_a_withdrawn_record() => Assert.Equal(October with { Withdrawn = true }, Assert.Single(CyclePlan.Of([October with { Withdrawn = true }], Known(Dollars(4250), ChargedState.Invoiced), Owes).TakenBack));

    [Fact]
    public void takes_back_the_charge_of_a_record_billed_no_longer() => Assert.Equal((0, 0, 1, 0), Counts(CyclePlan.Of([October with { Billed = null }], Known(Dollars(4250)), Owes)));

    [Fact]
    public void takes_back_once() => Assert.Equal((0, 0, 0, 1), Counts(CyclePlan.Of([October with { Billed = null }], Known(Dollars(0), ChargedState.Invoiced), Owes)));

    [Fact]
    public void leaves_out_what_somebody_withdrew_in_invoicing() => Assert.Equal("charge-withdrawn", Assert.Single(CyclePlan.Of([October], Known(Dollars(4250), ChargedState.Withdrawn, 7), Owes).LeftOut).Code);

    [Fact]
    public void charges_it_again_once_the_record_changed() => Assert.Equal((1, 0, 0, 0), Counts(CyclePlan.Of([October], Known(Dollars(4250), ChargedState.Withdrawn, 6), Owes)));

    [Fact]
    public void leaves_out_what_was_invoiced_in_another_currency() => Assert.Equal("wrong-currency", Assert.Single(CyclePlan.Of([October], Known(new Money(4250, Eur), ChargedState.Invoiced), Owes).LeftOut).Code);

    [Fact]
    public void sums_what_it_charges_by_currency() => Assert.Equal([new Money(10, Eur), Dollars(8500)], BilledCycle.Of(CyclePlan.Of([October, October with { Id = Id(51) }, October with { Id = Id(52), Billed = new Money(10, Eur) }], None, Owes), new BilledClient(Owes, "Meadow Care", Usd, true)).Totals);

    private static Dictionary<string, ChargedFact> None => [];

    private static Dictionary<string, ChargedFact> Known(Money amount, ChargedState state = ChargedState.Open, long revision = 6) => new() { [October.Fact] = new ChargedFact(Id(60), Owes, state, amount, revision, null, null) };

    private static (int, int, int, int) Counts(CyclePlan plan) => (plan.Charged.Count, plan.Unchanged, plan.TakenBack.Count, plan.LeftOut.Count);
}
