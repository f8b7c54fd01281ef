using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Charge, Billing.Invoicing.ChargeEvent>;

namespace Billing.Invoicing.Tests;

public class Telling_a_fact
{
    private static readonly ChargeSource Record = new("facilities", "billing_record", "7");
    private static readonly ChargeTerms Hundred = new("October", Quantity.One, new UnitPrice(100), Eur);
    private static readonly ChargePosted Posted = new(Meadow, Record, Hundred, Day("2025-11-01"), 3, null);
    private static readonly ChargeInvoiced Invoiced = new(new(Id(22)));

    [Fact]
    public void charges_the_client() => Assert.Equal((Euros(100), ChargeState.Open), Given().When(Of(Hundred, exists: false)).Then(Posted) is var charge ? (charge.Charged, charge.State) : default);

    [Fact]
    public void twice_makes_one_charge() => Given(Posted).When(Of(Hundred)).ThenNothing();

    [Fact]
    public void in_another_state_changes_the_open_charge() => Assert.Equal(Euros(120), Given(Posted).When(Of(Hundred with { UnitPrice = new(120) }, 4)).Then(new ChargeRevised(Meadow, Hundred with { UnitPrice = new(120) }, Day("2025-11-01"), 4)).Charged);

    [Fact]
    public void about_an_earlier_state_is_not_heard() => Given(Posted).When(Of(Hundred with { UnitPrice = new(80) }, 2)).ThenNothing();

    [Fact]
    public void after_it_was_invoiced_makes_up_the_difference() => Given(Posted, Invoiced).When(Of(Hundred with { UnitPrice = new(120) }, 4)).Then(new ChargeCorrected(Corrected(1), Euros(20), 4));

    [Fact]
    public void twice_after_it_was_invoiced_makes_it_up_once() => Given(Posted, Invoiced, new ChargeCorrected(Corrected(1), Euros(20), 4)).When(Of(Hundred with { UnitPrice = new(120) }, 4)).ThenNothing();

    [Fact]
    public void once_more_after_a_correction_makes_up_what_is_left() => Assert.Equal(Euros(90),
        Given(Posted, Invoiced, new ChargeCorrected(Corrected(1), Euros(20), 4)).When(Of(Hundred with { UnitPrice = new(90) }, 5)).Then(new ChargeCorrected(Corrected(2), Euros(-30), 5)).Charged);

    [Fact]
    public void after_it_was_invoiced_with_other_words_alone_changes_nothing() => Given(Posted, Invoiced).When(Of(Hundred with { Description = "Oct" }, 4)).ThenNothing();

    [Fact]
    public void after_its_invoice_came_to_nothing_changes_the_charge_again() => Given(Posted, Invoiced, new ChargeReleased(new(Id(22)))).When(Of(Hundred with { UnitPrice = new(120) }, 4)).Then(new ChargeRevised(Meadow, Hundred with { UnitPrice = new(120) }, Day("2025-11-01"), 4));

    [Fact]
    public void that_was_corrected_is_corrected_for_good_even_when_its_invoice_came_to_nothing() => Assert.Equal(Euros(100),
        Given(Posted, Invoiced, new ChargeCorrected(Corrected(1), Euros(20), 4), new ChargeReleased(new(Id(22)))).When(Of(Hundred, 5)).Then(new ChargeCorrected(Corrected(2), Euros(-20), 5)).Charged);

    [Fact]
    public void in_another_currency_after_it_was_invoiced_is_refused() => Given(Posted, Invoiced).When(Of(Hundred with { Currency = Usd }, 4)).ThenRefused("wrong-currency");

    [Fact]
    public void again_after_it_was_withdrawn_charges_it_again() => Assert.Equal((ChargeState.Open, Euros(100)), Given(Posted, new ChargeWithdrawn("", 4)).When(Of(Hundred, 5)).Then(new ChargeRevised(Meadow, Hundred, Day("2025-11-01"), 5)) is var charge ? (charge.State, charge.Charged) : default);

    [Theory, InlineData(""), InlineData("  ")]
    public void without_words_is_refused(string description) => Given().When(Of(Hundred with { Description = description }, exists: false)).ThenRefused("description-missing");

    [Fact]
    public void of_more_words_than_a_line_holds_is_refused() => Given().When(Of(Hundred with { Description = new string('x', 501) }, exists: false)).ThenRefused("text-too-long");

    [Fact]
    public void of_more_than_an_amount_can_be_is_refused() => Given().When(Of(Hundred with { Quantity = new(999_999_999_999), UnitPrice = new(999_999_999_999) }, exists: false)).ThenRefused("amount-too-large");

    [Fact]
    public void rounds_once() => Assert.Equal(Euros(0.02m), new ChargeTerms("Tokens", new Quantity(3), new UnitPrice(0.005m), Eur).Amount);

    [Fact]
    public void about_another_fact_is_another_charge()
    {
        ChargeSource[] others = [Record with { Fact = "8" }, Record with { Kind = "billing" }, Record with { Module = "support" }, new("facilities", "billing_record7", ""), ChargeSource.Correcting(Record.Id, 1), ChargeSource.Correcting(Record.Id, 2)];
        Assert.Equal(7, others.Append(Record).Select(source => source.Id).Distinct().Count());
        Assert.Equal(Record.Id, new ChargeSource("facilities", "billing_record", "7").Id);
        Assert.Equal(8, Record.Id.Value.Version);
    }

    private static ChargeId Corrected(int number) => ChargeSource.Correcting(Record.Id, number).Id;

    private static Func<Charge, Decision<ChargeEvent>> Of(ChargeTerms terms, long revision = 3, bool exists = true) => charge => new ChargeFact(Meadow, Record, terms, Day("2025-11-01"), revision).Decide(charge, exists);
}
