using static Billing.Facilities.Tests.Some;
using static Billing.Stories.Story<Billing.Facilities.BillingRecord, Billing.Facilities.BillingRecordEvent>;

namespace Billing.Facilities.Tests;

public class Saving_a_billing_record
{
    private static readonly BillingRecordStarted October = new(Meadow, Usd, Day("2025-10-01"), Day("2025-10-31"), Day("2025-11-01"));
    private static readonly SaveBillingRecord NewOctober = new(FacilityId: Meadow, From: Day("2025-10-01"), Through: Day("2025-10-31"));

    [Fact]
    public void begins_it_on_the_date_of_the_schedule() => Given().When(Saying(NewOctober)).Then(October);

    [Fact]
    public void writes_one_fact_for_each_thing_said() => Given()
        .When(Saying(NewOctober with { StatusId = Paid, Billed = (EnteredMoney)"$4,250.00", Paid = (EnteredMoney)Dollars(4000), PaidOn = "11/13/2025", Note = " sent twice " }))
        .Then(October, new FacilityBilled(Dollars(4250)), new ReceivedAmountNoted(Dollars(4000)), new ReceiptDated(Day("2025-11-13")), new StatusPicked(Paid), new NoteWritten("sent twice"));

    [Fact]
    public void off_the_schedule_bills_the_day_after() => Given().When(Saying(NewOctober with { Through = Day("2025-10-20") })).Then(October with { Through = Day("2025-10-20"), BillingDate = Day("2025-10-21") });

    [Fact]
    public void reads_what_the_organisation_writes() => Given()
        .When(record => (NewOctober with { PaidOn = "13.11.2025", Billed = (EnteredMoney)"4.250,00" }).Decide(record, Terms(DecimalMark.Comma, DateOrder.Dmy)))
        .Then(October, new FacilityBilled(Dollars(4250)), new ReceiptDated(Day("2025-11-13")));

    [Fact]
    public void again_changes_nothing()
    {
        var command = NewOctober with { StatusId = Paid, Billed = (EnteredMoney)"4250", Paid = (EnteredMoney)"4250.00", PaidOn = "2025-11-13", Note = "x", BillingDate = "2025-11-05" };
        Given([.. command.Decide(BillingRecord.Initial, Terms()).Events]).When(Saying(command)).ThenNothing();
    }

    [Fact]
    public void leaves_what_is_not_said() => Given(October, new FacilityBilled(Dollars(10)), new StatusPicked(Paid)).When(Saying(new() { Note = "x" })).Then(new NoteWritten("x"));

    [Fact]
    public void empties_what_is_null() => Given(October, new FacilityBilled(Dollars(10)), new ReceivedAmountNoted(Dollars(5)), new ReceiptDated(Day("2025-11-02")), new StatusPicked(Paid), new NoteWritten("x"))
        .When(Saying(new() { Billed = Change<EnteredMoney>.Cleared, Paid = Change<EnteredMoney>.Cleared, PaidOn = Change<string>.Cleared, StatusId = Change<StatusId>.Cleared, Note = Change<string>.Cleared }))
        .Then(new BilledAmountCleared(), new ReceivedAmountCleared(), new ReceiptDateCleared(), new StatusCleared(), new NoteCleared());

    [Fact]
    public void empties_only_what_was_there() => Given(October).When(Saying(new() { Billed = Change<EnteredMoney>.Cleared, PaidOn = Change<string>.Cleared, StatusId = Change<StatusId>.Cleared, Note = "\u200B" })).ThenNothing();

    [Fact]
    public void corrects_its_period_and_moves_its_bill() => Given(October)
        .When(Saying(new() { NewFrom = "09/30/2025", NewThrough = "10/30/2025", BillingDate = "10/31/2025" }))
        .Then(new PeriodCorrected(Day("2025-09-30"), Day("2025-10-30")), new BillingDateMoved(Day("2025-10-31")));

    [Fact]
    public void without_a_billing_date_goes_back_to_the_schedule() => Given(October, new BillingDateMoved(Day("2025-11-09"))).When(Saying(new() { BillingDate = Change<string>.Cleared })).Then(new BillingDateMoved(Day("2025-11-01")));

    [Fact]
    public void keeps_the_currency_it_began_with() => Given(October)
        .When(record => new SaveBillingRecord { Billed = (EnteredMoney)"10" }.Decide(record, Terms(group: Group(currency: Eur))))
        .Then(new FacilityBilled(Dollars(10)));

    [Fact]
    public void in_another_currency_is_refused() => Given(October).When(Saying(new() { Billed = (EnteredMoney)new Money(10, Eur) })).ThenRefused("other-currency");

    [Theory, InlineData("n/a", "not-an-amount"), InlineData("1,23,4", "not-an-amount"), InlineData("12.345", "too-many-decimals"), InlineData("1000000000000000", "amount-too-large")]
    public void of_no_amount_is_refused(string typed, string code)
    {
        Given(October).When(Saying(new() { Billed = (EnteredMoney)typed })).ThenRefused(code);
        Given(October).When(Saying(new() { Paid = (EnteredMoney)typed })).ThenRefused(code);
    }

    [Theory, InlineData("02/30/2025"), InlineData("14.11.2025"), InlineData("0001-01-01"), InlineData("9999-12-31"), InlineData("")]
    public void on_no_date_is_refused(string typed)
    {
        Given(October).When(Saying(new() { PaidOn = typed })).ThenRefused("not-a-date");
        Given(October).When(Saying(new() { BillingDate = typed })).ThenRefused("not-a-date");
        Given(October).When(Saying(new() { NewFrom = typed })).ThenRefused("not-a-date");
        Given(October).When(Saying(new() { NewThrough = typed })).ThenRefused("not-a-date");
    }

    [Fact]
    public void that_ends_before_it_begins_is_refused()
    {
        Given().When(Saying(NewOctober with { Through = Day("2025-09-30") })).ThenRefused("ends-before-it-begins");
        Given(October).When(Saying(new() { NewThrough = "09/30/2025" })).ThenRefused("ends-before-it-begins");
        Given(October).When(Saying(new() { NewFrom = "11/01/2025" })).ThenRefused("ends-before-it-begins");
    }

    [Theory, InlineData("0001-01-01", "0001-01-31"), InlineData("2025-10-01", "9999-12-31"), InlineData("1899-12-31", "1900-01-31")]
    public void of_days_that_nobody_means_is_refused(string from, string through) => Given().When(Saying(NewOctober with { From = Day(from), Through = Day(through) })).ThenRefused("period-out-of-range");

    [Fact]
    public void with_a_status_of_another_set_is_refused_with_those_there_are() =>
        Assert.Contains("Billed, Paid", Given(October).When(Saying(new() { StatusId = new StatusId(Id(99)) })).ThenRefused("unknown-status").Sentence, StringComparison.Ordinal);

    [Fact]
    public void with_the_status_it_has_is_no_question_of_the_set() => Given(October, new StatusPicked(new(Id(99)))).When(Saying(new() { StatusId = new StatusId(Id(99)) })).ThenNothing();

    [Fact]
    public void of_nobody_is_refused() => Given().When(Saying(new(From: Day("2025-10-01"), Through: Day("2025-10-31")))).ThenRefused("record-not-named");

    [Fact]
    public void of_an_archived_facility_is_refused() => Given().When(record => NewOctober.Decide(record, Terms(place: Place.Apply(new FacilityArchived())))).ThenRefused("facility-archived");

    [Fact]
    public void of_a_facility_in_an_archived_group_is_refused() => Given().When(record => NewOctober.Decide(record, Terms(group: Group().Apply(new FacilityGroupArchived())))).ThenRefused("facility-archived");

    [Fact]
    public void of_a_facility_archived_since_is_still_possible() => Given(October).When(record => new SaveBillingRecord { Note = "x" }.Decide(record, Terms(place: Place.Apply(new FacilityArchived())))).Then(new NoteWritten("x"));

    [Fact]
    public void that_is_withdrawn_is_refused() => Given(October, new BillingRecordWithdrawn()).When(Saying(new() { Note = "x" })).ThenRefused("record-withdrawn");

    [Fact]
    public void with_an_endless_note_is_refused() => Given(October).When(Saying(new() { Note = new string('x', 2001) })).ThenRefused("note-too-long");

    [Fact]
    public void writes_all_or_nothing() => Given().When(Saying(NewOctober with { Billed = (EnteredMoney)"10", PaidOn = "soon" })).ThenRefused("not-a-date");

    private static Func<BillingRecord, Decision<BillingRecordEvent>> Saying(SaveBillingRecord command) => record => command.Decide(record, Terms());
}

public class Withdrawing_a_billing_record
{
    private static readonly BillingRecordStarted Started = new(Meadow, Usd, Day("2025-10-01"), Day("2025-10-31"), Day("2025-11-01"));

    [Fact]
    public void takes_it_out_of_the_count_and_keeps_what_it_said() => Assert.Equal(Dollars(5), Given(Started, new FacilityBilled(Dollars(5))).When(WithdrawBillingRecord.Withdraw).Then(new BillingRecordWithdrawn()).Billed);

    [Fact]
    public void twice_changes_nothing() => Given(Started, new BillingRecordWithdrawn()).When(WithdrawBillingRecord.Withdraw).ThenNothing();

    [Fact]
    public void can_be_undone() => Given(Started, new BillingRecordWithdrawn()).When(WithdrawBillingRecord.Restore).Then(new BillingRecordRestored());

    [Fact]
    public void is_undone_once() => Given(Started).When(WithdrawBillingRecord.Restore).ThenNothing();
}

public class The_billing_date_of_a_period
{
    [Fact]
    public void comes_from_the_custom_date_that_bills_it()
    {
        var group = Fold(Group(Schedule.Of(new ScheduleTerms(Frequency.Custom, PeriodRule.Arrears)).Value), new CustomDatesListed(CustomDates.Of([CustomDate.Of(Day("2025-10-01"), CustomPeriod.Explicit, Day("2025-08-10"), Day("2025-09-20")).Value]).Value));
        Assert.Equal(Day("2025-10-01"), Terms(group: group).BillingDateOf(Day("2025-08-10"), Day("2025-09-20")));
    }

    [Fact]
    public void lies_in_a_current_period()
    {
        var terms = Terms(group: Group(Schedule.Of(new ScheduleTerms(Frequency.Monthly, PeriodRule.Current) { DayOfMonth = 15 }).Value));
        Assert.Equal(Day("2025-10-15"), terms.BillingDateOf(Day("2025-10-01"), Day("2025-10-31")));
        Assert.Equal(Day("2025-10-03"), terms.BillingDateOf(Day("2025-10-03"), Day("2025-10-09")));
    }
}
