using Billing.Invoicing.Contracts;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.RecurringInvoice, Billing.Invoicing.RecurringInvoiceEvent>;

namespace Billing.Invoicing.Tests;

public class A_recurring_invoice
{
    private static readonly Schedule OnThe31st = RecurringSamples.On(Frequency.Monthly, PeriodRule.Arrears, 31);
    private static readonly RecurringInvoiceEvent[] Begun = [new RecurringInvoiceBegun(TheClient, Eur), new RecurringScheduleAgreed(OnThe31st, ThisDay, null, null), new RecurringPricesAgreed(null, [Line()], null)];
    private static readonly Period January = new(Day("2025-12-31"), Day("2026-01-30"));
    private static readonly Period February = new(Day("2026-01-31"), Day("2026-02-27"));
    private static readonly OccurrenceInvoiced Made = new(ThisDay, January, TheInvoice);

    private static WriteRecurringInvoice Writing(params WrittenLine[] lines) => new(TheClient, OnThe31st, ThisDay, Lines: lines.Length == 0 ? [Written()] : lines);

    [Fact]
    public void begins_with_what_it_bills_and_when() => Given().When(r => Writing().Decide(r, Ground, ThisDay)).Then(Begun);

    [Fact]
    public void as_it_is_says_nothing() => Given(Begun).When(r => Writing().Decide(r, Ground, ThisDay.AddDays(5))).ThenNothing();

    [Fact]
    public void says_only_what_is_different() => Given(Begun)
        .When(r => (Writing(Written(2)) with { Until = Day("2026-12-31"), TermsDays = 7, Then = InvoiceOutcome.Send, Notes = "Thank you" }).Decide(r, Ground, ThisDay))
        .Then(new RecurringScheduleAgreed(OnThe31st, ThisDay, Day("2026-12-31"), null), new RecurringPricesAgreed(null, [Line(2)], null), new RecurringTermsAgreed(7), new RecurringInvoiceWorded(new Wording("Thank you")), new RecurringOutcomeChosen(InvoiceOutcome.Send));

    [Fact]
    public void bills_on_the_last_day_of_months_that_are_too_short_and_never_drifts() =>
        Assert.Equal(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"], Fold(RecurringInvoice.Initial, Begun).Ahead().Take(4).Select(one => DateText.Write(one.On)));

    [Fact]
    public void bills_so_many_times_or_until_a_day()
    {
        int Days(WriteRecurringInvoice command) => Fold(RecurringInvoice.Initial, [.. command.Decide(RecurringInvoice.Initial, Ground, ThisDay).Events]).Ahead().Take(100).Count();
        Assert.Equal([3, 2], [Days(Writing() with { Times = 3 }), Days(Writing() with { Until = Day("2026-03-30") })]);
        Given().When(r => (Writing() with { Until = Day("2026-03-30"), Times = 3 }).Decide(r, Ground, ThisDay)).ThenRefused("recurring-two-ends");
        Given().When(r => (Writing() with { Times = 0 }).Decide(r, Ground, ThisDay)).ThenRefused("times-out-of-range");
        Given().When(r => (Writing() with { Until = Day("2026-01-30") }).Decide(r, Ground, ThisDay)).ThenRefused("recurring-ends-early");
        Given().When(r => (Writing() with { From = Day("2026-02-01"), Until = Day("2026-02-27") }).Decide(r, Ground, ThisDay)).ThenRefused("no-day-to-bill");
        var once = Fold(RecurringInvoice.Initial, [.. Begun, new RecurringScheduleAgreed(OnThe31st, ThisDay, null, 2), new OccurrenceLeftOut(ThisDay, January)]);
        Assert.Equal(2, once.Ahead().Count()); // what was left out does not count
    }

    [Fact]
    public void keeps_the_rules_of_an_invoice()
    {
        Given().When(r => (Writing() with { Lines = [] }).Decide(r, Ground, ThisDay)).ThenRefused("no-lines");
        Given().When(r => Writing(Written(1, 0)).Decide(r, Ground, ThisDay)).ThenRefused("total-zero");
        Given().When(r => Writing(Written() with { Charges = [TheCharge] }).Decide(r, Ground, ThisDay)).ThenRefused("recurring-takes-no-charges");
        Given().When(r => Writing().Decide(r, Ground with { Closed = new("client-archived", "Restore the client first.") }, ThisDay)).ThenRefused("client-archived");
        Given().When(r => (Writing() with { Schedule = Schedule.Of(new ScheduleTerms(Frequency.Custom, PeriodRule.Arrears)).Value }).Decide(r, Ground, ThisDay)).ThenRefused("recurring-needs-rhythm");
        Given().When(r => Writing().Decide(r, Ground, ThisDay.AddDays(1))).ThenRefused("begins-in-the-past");
        Given([.. Begun, new RecurringInvoiceEnded(ThisDay)]).When(r => Writing().Decide(r, Ground, ThisDay)).ThenRefused("recurring-ended");
    }

    [Fact]
    public void in_another_rhythm_does_not_bill_days_that_are_past()
    {
        var (onThe1st, today) = (RecurringSamples.On(Frequency.Monthly, PeriodRule.Arrears, 1), Day("2026-02-20"));
        var changed = Given([.. Begun, Made]).When(r => (Writing() with { Schedule = onThe1st }).Decide(r, Ground, today)).Then(new RecurringScheduleAgreed(onThe1st, today, null, null));
        Assert.Equal(Day("2026-03-01"), changed.Ahead().First().On);
    }

    [Fact]
    public void bills_each_day_once_with_its_own_date()
    {
        var recurring = Fold(RecurringInvoice.Initial, Begun);
        Assert.Null(recurring.Due(ThisDay.AddDays(-1)));
        Assert.Equal(new Occurrence(ThisDay, January), recurring.Due(Day("2026-06-01")));
        Assert.Equal((ThisDay, January), recurring.Written(recurring.Due(ThisDay)!.Value) is var written ? (written.IssueDate!.Value, written.Period!.Value) : default);
        var after = Fold(recurring, Made);
        Assert.Null(after.Due(Day("2026-02-27")));
        Assert.Equal(new Occurrence(Day("2026-02-28"), February), after.Due(Day("2026-02-28")));
        Assert.Equal(2, new[] { ThisDay, Day("2026-02-28"), ThisDay }.Select(day => InvoiceOccurrence.Id(new(Id(92)), day)).Distinct().Count());
    }

    [Fact]
    public void bills_another_price_from_a_day_on()
    {
        var july = Day("2026-07-01");
        var priced = Given([.. Begun, Made]).When(r => new ChangeRecurringPrices(july, [Written(1, 120)]).Decide(r, Ground, ThisDay)).Then(new RecurringPricesAgreed(july, [Line(1, 120)], null));
        Assert.Equal([new UnitPrice(100), new UnitPrice(120)], new[] { "2026-06-30", "2026-07-01" }.Select(day => priced.PricesOn(Day(day))!.Lines[0].UnitPrice));
        Given([.. Begun, new RecurringPricesAgreed(july, [Line(1, 120)], null)]).When(r => Writing(Written(1, 90)).Decide(r, Ground, ThisDay)).Then(new RecurringPricesAgreed(null, [Line(1, 90)], null));
        Given(Begun).When(r => new ChangeRecurringPrices(ThisDay.AddDays(-1), [Written(1, 120)]).Decide(r, Ground, ThisDay)).ThenRefused("price-change-past");
        Given(Begun).When(r => new ChangeRecurringPrices(july, []).Decide(r, Ground, ThisDay)).ThenRefused("no-lines");
        Given(Begun).When(r => new ChangeRecurringPrices(july, [Written()]).Decide(r, Ground, ThisDay)).ThenNothing();
    }

    [Fact]
    public void takes_a_price_change_back_until_it_holds()
    {
        var july = Day("2026-07-01");
        var priced = new RecurringPricesAgreed(july, [Line(1, 120)], null);
        Given([.. Begun, priced]).When(r => new TakeBackRecurringPrices(july).Decide(r, ThisDay)).Then(new RecurringPricesTakenBack(july));
        Given([.. Begun, priced]).When(r => new TakeBackRecurringPrices(july).Decide(r, july)).ThenRefused("price-change-past");
        Given(Begun).When(r => new TakeBackRecurringPrices(july).Decide(r, ThisDay)).ThenNothing();
    }

    [Fact]
    public void leaves_out_what_comes_while_it_is_paused_and_says_so()
    {
        var paused = Given([.. Begun, Made]).When(r => PauseRecurringInvoice.Pause(r, Day("2026-02-10"))).Then(new RecurringInvoicePaused(Day("2026-02-10")));
        Assert.Equal(RecurringState.Paused, paused.State);
        Assert.True(paused.LeavesOut(paused.Due(Day("2026-02-28"))!.Value));
        RecurringInvoiceEvent[] before = [.. Begun, Made, new RecurringInvoicePaused(Day("2026-02-10"))];
        Given(before).When(r => PauseRecurringInvoice.Resume(r, Day("2026-03-05"))).Then(new OccurrenceLeftOut(Day("2026-02-28"), February), new RecurringInvoiceResumed(Day("2026-03-05")));
        Given(before).When(r => PauseRecurringInvoice.Resume(r, Day("2026-02-28"))).Then(new RecurringInvoiceResumed(Day("2026-02-28")));
        Given(before).When(r => PauseRecurringInvoice.Pause(r, ThisDay)).ThenNothing();
        Given(Begun).When(r => PauseRecurringInvoice.Resume(r, ThisDay)).ThenNothing();
    }

    [Fact]
    public void bills_what_was_due_before_a_pause()
    {
        RecurringInvoiceEvent[] behind = [.. Begun, new RecurringInvoicePaused(Day("2026-02-10"))];
        var paused = Fold(RecurringInvoice.Initial, behind);
        Assert.False(paused.LeavesOut(paused.Due(Day("2026-02-10"))!.Value));
        Given(behind).When(r => PauseRecurringInvoice.Resume(r, Day("2026-03-05"))).ThenRefused("recurring-still-billing");
    }

    [Fact]
    public void ends_for_good()
    {
        var ended = Given([.. Begun, Made]).When(r => PauseRecurringInvoice.End(r, Day("2026-02-28"))).Then(new RecurringInvoiceEnded(Day("2026-02-28")));
        Assert.Equal((RecurringState.Ended, null), (ended.State, ended.Due(Day("2026-12-31"))));
        Given([.. Begun, new RecurringInvoiceEnded(ThisDay)]).When(r => PauseRecurringInvoice.End(r, ThisDay)).ThenNothing();
        Given([.. Begun, new RecurringInvoiceEnded(ThisDay)]).When(r => PauseRecurringInvoice.Resume(r, ThisDay)).ThenRefused("recurring-ended");
    }

    [Fact]
    public void tries_again_what_was_parked_and_nothing_else()
    {
        RecurringInvoiceEvent[] parked = [.. Begun, new OccurrenceParked(ThisDay, January, null, "client-archived"), new OccurrenceInvoiced(Day("2026-02-28"), February, TheInvoice)];
        Assert.Null(Fold(RecurringInvoice.Initial, parked).Due(Day("2026-03-01")));
        var again = Given(parked).When(PauseRecurringInvoice.Retry).Then(new ParkedOccurrencesRetried());
        Assert.Equal(new Occurrence(ThisDay, January), again.Due(Day("2026-03-01")));
        Assert.False(Fold(again, new RecurringInvoicePaused(ThisDay)).LeavesOut(new Occurrence(ThisDay, January)));
        var done = Fold(again, Made);
        Assert.Equal((2, null), (done.Past.Count, done.Due(Day("2026-03-01"))));
        Given([.. Begun, Made]).When(PauseRecurringInvoice.Retry).ThenNothing();
    }
}
