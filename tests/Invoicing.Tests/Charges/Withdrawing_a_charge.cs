using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Charge, Billing.Invoicing.ChargeEvent>;

namespace Billing.Invoicing.Tests;

public class Withdrawing_a_charge
{
    private static readonly ChargeSource Record = new("facilities", "billing_record", "7");
    private static readonly ChargePosted Posted = new(Meadow, Record, new("October", new Quantity(2), new UnitPrice(50), Eur, new Period(Day("2025-10-01"), Day("2025-10-31")), "reduced", "Care"), Day("2025-11-01"), 3, null);
    private static readonly ChargeInvoiced Invoiced = new(new(Id(22)));
    private static readonly ChargeId Correcting = ChargeSource.Correcting(Record.Id, 1).Id;

    [Fact]
    public void that_is_open_leaves_nothing_owed() => Assert.Equal((ChargeState.Withdrawn, Euros(0)), Given(Posted).When(charge => ChargeFact.Withdraw(charge, "By mistake")).Then(new ChargeWithdrawn("By mistake", 3)) is var charge ? (charge.State, charge.Charged) : default);

    [Fact]
    public void twice_changes_nothing() => Given(Posted, new ChargeWithdrawn("By mistake", 3)).When(charge => ChargeFact.Withdraw(charge, "Again")).ThenNothing();

    [Fact]
    public void that_was_invoiced_makes_up_for_all_of_it() => Assert.Equal((ChargeState.Invoiced, Euros(0)), Given(Posted, Invoiced).When(charge => ChargeFact.Withdraw(charge, "By mistake")).Then(new ChargeCorrected(Correcting, Euros(-100), 3)) is var charge ? (charge.State, charge.Charged) : default);

    [Fact]
    public void that_was_made_up_for_changes_nothing() => Given(Posted, Invoiced, new ChargeCorrected(Correcting, Euros(-100), 3)).When(charge => ChargeFact.Withdraw(charge, "Again")).ThenNothing();

    [Fact]
    public void for_an_earlier_state_of_its_fact_is_not_heard() => Given(Posted).When(charge => ChargeFact.Withdraw(charge, "", 2)).ThenNothing();

    [Fact]
    public void for_a_later_state_of_its_fact_is() => Given(Posted).When(charge => ChargeFact.Withdraw(charge, "", 4)).Then(new ChargeWithdrawn("", 4));

    [Fact]
    public void makes_up_for_it_in_its_own_words()
    {
        var corrected = new ChargeCorrected(Correcting, Euros(-100), 3);
        var correction = ChargeFact.Correction(Fold(Charge.Initial, Posted, Invoiced, corrected), corrected, Day("2025-12-01"));
        Assert.Equal(new ChargePosted(Meadow, ChargeSource.Correcting(Record.Id, 1), Posted.Terms with { Quantity = Quantity.One, UnitPrice = new(-100) }, Day("2025-12-01"), 0, Record.Id), correction);
        Assert.Equal((Correcting, Euros(-100)), (correction.Source.Id, correction.Terms.Amount));
    }
}

public class Charging_by_hand
{
    private static readonly ChargeSource Source = new("manual", "charge", "A-1");
    private static readonly PostManualCharge Visit = new(Meadow, " A  visit ", new UnitPrice(80));
    private static readonly Charge Posted = Fold(Charge.Initial, new ChargePosted(Meadow, Source, new("A visit", Quantity.One, new UnitPrice(80), Eur), Day("2025-11-19"), 0, null));

    [Fact]
    public void is_one_piece_from_today_on_in_the_clients_currency() => Assert.Equal(new ChargeFact(Meadow, Source, new(" A  visit ", Quantity.One, new UnitPrice(80), Eur), Day("2025-11-19"), 0), Visit.Fact(Source, Eur, Day("2025-11-19")));

    [Fact]
    public void under_a_reference_that_said_the_same_is_that_charge() => Assert.Null(PostManualCharge.Otherwise(Posted, Visit.Fact(Source, Eur, Day("2025-11-20"))));

    [Fact]
    public void under_a_reference_that_said_something_else_is_refused() => Assert.Equal("reference-taken", PostManualCharge.Otherwise(Posted, (Visit with { UnitPrice = new(90) }).Fact(Source, Eur, Day("2025-11-19")))!.Code);

    [Fact]
    public void under_a_reference_of_another_client_is_refused() => Assert.Equal("reference-taken", PostManualCharge.Otherwise(Posted, (Visit with { ClientId = Other }).Fact(Source, Eur, Day("2025-11-19")))!.Code);
}
