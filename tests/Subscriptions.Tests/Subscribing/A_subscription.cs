using static Billing.Stories.Story<Billing.Subscriptions.Subscription, Billing.Subscriptions.SubscriptionEvent>;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class A_subscription
{
    private static readonly PlanId Pro = new(Id(1)), Enterprise = new(Id(2)), Yearly = new(Id(3)), Team = new(Id(4)), Other = new(Id(5)), Late = new(Id(6));

    private static readonly Dictionary<PlanId, Plan> Plans = new()
    {
        [Pro] = Offered("pro", Flat("Pro", 29, 1)), [Enterprise] = Offered("enterprise", Flat("Enterprise", 99, 2)), [Yearly] = Offered("pro-yearly", Flat("Pro, yearly", 290, 1, IntervalUnit.Year)),
        [Team] = Offered("team", Seated(10)), [Other] = Offered("other", Flat("Other", 5) with { Family = "other" }), [Late] = Offered("late", Flat("Late", 31, 1, timing: ComponentTiming.Arrears)),
    };

    private static readonly SubscriptionGround Ground = new(Plans, ProrationRule.Usual);
    private static readonly SubscriptionCalendar November = new(Day("2025-11-01"), new(IntervalUnit.Month));
    private static readonly DateTimeOffset Now = At("2025-11-01T09:00:00Z"), Half = At("2025-11-16T12:00:00Z");
    private static readonly BilledSpan ThisMonth = November.Containing(Day("2025-11-01")), NextMonth = November.Containing(Day("2025-12-01"));

    private static SubscriptionEvent[] Of(PlanId plan, int quantity = 1) => [new SubscriptionStarted(Meadow, plan, 1, quantity, Eur, "UTC", Now, 0, November, "main", false, null), new PeriodBilled(ThisMonth, [Line(plan, 1, quantity, ThisMonth.Days())])];

    private static SubscriptionLine Line(PlanId plan, int sign, int quantity, Period days)
    {
        var terms = Plans[plan].Terms(1);
        var (component, price) = (terms.Components[0], terms.Components[0].Unit(Eur).Amount);
        return new(component.Code, component.Name == terms.Name ? terms.Name : $"{terms.Name}: {component.Name}", new Quantity(quantity), new UnitPrice(sign * price), Euros(sign * price * quantity), days, null);
    }

    private static SubscriptionLine Part(string component, string description, decimal amount, string from, string through) => new(component, description, Quantity.One, new UnitPrice(amount), Euros(amount), new Period(Day(from), Day(through)), null);

    [Fact] public void starts_now_and_is_billed_from_that_day_on() => Given().When(_ => new StartSubscription(Meadow, "pro").Decide(Pro, Plans[Pro], Client, "UTC", Now)).Then(Of(Pro)[0]);

    [Fact]
    public void that_is_tried_first_ends_its_trial_to_the_hour()
    {
        var start = At("2025-11-17T10:00:00Z");
        var state = Given().When(_ => new StartSubscription(Meadow, "pro", StartAt: start, TrialDays: 14).Decide(Pro, Plans[Pro], Client, "UTC", Now)).Then(new SubscriptionStarted(Meadow, Pro, 1, 1, Eur, "UTC", start, 14, November with { Start = Day("2025-12-01") }, "main", false, null));
        Assert.Equal(At("2025-12-01T10:00:00Z"), state.TrialEnds);
        Assert.Equal(state.TrialEnds, state.DueAt);
        Assert.Equal((SubscriptionStatus.Trialing, SubscriptionStatus.Active), (state.StatusAt(state.TrialEnds.AddTicks(-1)), state.StatusAt(state.TrialEnds)));
        Assert.Empty(Renewal.Next(state, Ground, state.TrialEnds.AddTicks(-1)));
        Assert.Equal([new TrialEnded(), new PeriodBilled(NextMonth, [Line(Pro, 1, 1, NextMonth.Days())])], Renewal.Next(state, Ground, state.TrialEnds));
    }

    [Fact]
    public void is_tried_for_days_on_the_wall_whatever_clocks_do()
    {
        var started = (SubscriptionStarted)new StartSubscription(Meadow, "pro", StartAt: At("2017-03-02T07:30:00Z"), TrialDays: 30, Backdate: true).Decide(Pro, Plans[Pro], Client, "America/Los_Angeles", Now).Events[0];
        Assert.Equal(new Period(Day("2017-03-31"), Day("2017-04-29")), started.Calendar.Containing(started.Calendar.Start).Days());
    }

    [Theory]
    [InlineData("2025-10-01T09:00:00Z", 1, false, null)]
    [InlineData("2025-10-01T08:59:59Z", 1, false, "start-long-past")]
    [InlineData("2025-10-01T08:59:59Z", 2, false, null)]
    [InlineData("2025-11-01T08:59:59Z", 0, false, "start-long-past")]
    [InlineData("2020-01-01T00:00:00Z", 1, true, null)]
    public void begins_long_ago_only_when_told_that_it_is_backdated(string start, int furthest, bool backdate, string? refused) =>
        Assert.Equal(refused, new StartSubscription(Meadow, "pro", StartAt: At(start), Backdate: backdate).Decide(Pro, Plans[Pro], Client, "UTC", Now, furthest).Refusal?.Code);

    [Fact]
    public void that_is_tried_tells_of_the_end_once_unless_it_ends_then()
    {
        SubscriptionEvent[] tried = [new SubscriptionStarted(Meadow, Pro, 1, 1, Eur, "UTC", Now, 14, November with { Start = Day("2025-11-15") }, "main", false, null)];
        var soon = Now.AddDays(11);
        Given(tried).When(s => When_a_trial_ends_soon.Decide(s, soon)).Then(new TrialEndTold());
        Given([.. tried, new TrialEndTold()]).When(s => When_a_trial_ends_soon.Decide(s, soon)).ThenNothing();
        Given([.. tried, new CancellationAgreed()]).When(s => When_a_trial_ends_soon.Decide(s, soon)).ThenNothing();
        Given([.. tried, new SubscriptionCanceled(soon, [])]).When(s => When_a_trial_ends_soon.Decide(s, soon)).ThenNothing();
        Given(tried).When(s => When_a_trial_ends_soon.Decide(s, Now.AddDays(14))).ThenNothing();
    }

    [Fact]
    public void that_is_tried_and_stood_still_or_was_to_end_is_told_of_once_it_goes_on()
    {
        SubscriptionEvent[] tried = [new SubscriptionStarted(Meadow, Pro, 1, 1, Eur, "UTC", Now, 14, November with { Start = Day("2025-11-15") }, "main", false, null)];
        DateTimeOffset? Told(SubscriptionEvent[] before, params SubscriptionEvent[] happened) => TrialEndsSoon.Of(Fold(Subscription.Initial, before), Fold(Subscription.Initial, [.. before, .. happened]));
        var soon = Now.AddDays(11);
        Assert.Equal(soon, TrialEndsSoon.Of(null, Fold(Subscription.Initial, tried)));
        Assert.Equal(soon, Told([.. tried, new SubscriptionPaused(false)], new SubscriptionResumed(Day("2025-11-13"))));
        Assert.Equal(soon, Told([.. tried, new CancellationAgreed()], new CancellationDropped()));
        Assert.Null(Told(tried, new SwitchAgreed(Enterprise, 1, 1)));
        Assert.Null(Told([.. tried, new TrialEndTold(), new SubscriptionPaused(false)], new SubscriptionResumed(Day("2025-11-13"))));
        Assert.Null(Told([.. tried, new SubscriptionPaused(false), new CancellationAgreed()], new SubscriptionResumed(Day("2025-11-13"))));
    }

    [Fact] public void needs_a_client() => Given().When(_ => new StartSubscription(Meadow, "pro").Decide(Pro, Plans[Pro], null, "UTC", Now)).ThenRefused("unknown-client");

    [Fact] public void needs_a_client_who_can_be_billed() => Given().When(_ => new StartSubscription(Meadow, "pro").Decide(Pro, Plans[Pro], Client with { IsActive = false }, "UTC", Now)).ThenRefused("client-archived");

    [Fact] public void needs_a_price_in_the_clients_currency() => Given().When(_ => new StartSubscription(Meadow, "pro").Decide(Pro, Plans[Pro], Client with { Currency = Usd }, "UTC", Now)).ThenRefused("no-price-in-currency");

    [Fact] public void has_seats_where_the_plan_has() => Given().When(_ => new StartSubscription(Meadow, "pro", 2).Decide(Pro, Plans[Pro], Client, "UTC", Now)).ThenRefused("no-seats");

    [Fact] public void has_an_anchor_within_a_month() => Given().When(_ => new StartSubscription(Meadow, "pro", AnchorDay: 32).Decide(Pro, Plans[Pro], Client, "UTC", Now)).ThenRefused("bad-anchor-day");

    [Fact] public void is_in_a_zone_that_there_is() => Given().When(_ => new StartSubscription(Meadow, "pro", TimeZone: "Nowhere/Else").Decide(Pro, Plans[Pro], Client, "UTC", Now)).ThenRefused("unknown-time-zone");

    [Fact] public void of_an_archived_plan_is_not_started() => Given().When(_ => new StartSubscription(Meadow, "pro").Decide(Pro, Fold(Plans[Pro], new PlanArchived()), Client, "UTC", Now)).ThenRefused("plan-archived");

    [Fact]
    public void is_upgraded_at_once_with_a_credit_and_a_charge_for_the_rest_of_the_period()
    {
        var after = Given(Of(Pro)).When(s => new ChangeSubscription("enterprise").Decide(s, Enterprise, Ground, Half)).Then(new SubscriptionSwitched(
            Enterprise, 1, 1, new Cut(Day("2025-11-16"), Half), null, null,
            [Part("base", "Unused: Pro (15 of 30 days)", -14.50m, "2025-11-16", "2025-11-30"), Part("base", "Enterprise (15 of 30 days)", 49.50m, "2025-11-16", "2025-11-30")]));
        Assert.Equal(Euros(35), after.Bills[^1].Amount(Eur));
        Assert.Equal([new PeriodBilled(NextMonth, [Line(Enterprise, 1, 1, NextMonth.Days())])], Renewal.Next(after, Ground, At("2025-12-01T00:00:00Z")));
    }

    [Fact]
    public void is_downgraded_with_the_next_period()
    {
        var after = Given(Of(Enterprise)).When(s => new ChangeSubscription("pro").Decide(s, Pro, Ground, Half)).Then(new SwitchAgreed(Pro, 1, 1));
        Assert.Equal(
            [new SubscriptionSwitched(Pro, 1, 1, Cut.StartOf(Day("2025-12-01"), TimeZoneInfo.Utc), null, null, []), new PeriodBilled(NextMonth, [Line(Pro, 1, 1, NextMonth.Days())])],
            Renewal.Next(after, Ground, At("2025-12-01T00:00:00Z")));
    }

    [Fact]
    public void is_downgraded_at_once_when_told_so()
    {
        var after = Given(Of(Enterprise)).When(s => new ChangeSubscription("pro", Effective: Effective.Now).Decide(s, Pro, Ground, Half)).Then(new SubscriptionSwitched(
            Pro, 1, 1, new Cut(Day("2025-11-16"), Half), null, null,
            [Part("base", "Unused: Enterprise (15 of 30 days)", -49.50m, "2025-11-16", "2025-11-30"), Part("base", "Pro (15 of 30 days)", 14.50m, "2025-11-16", "2025-11-30")]));
        Assert.Equal(Euros(-35), after.Bills[^1].Amount(Eur));
    }

    [Fact] public void stays_what_it_is_after_all() => Given([.. Of(Enterprise), new SwitchAgreed(Pro, 1, 1)]).When(s => new ChangeSubscription("enterprise").Decide(s, Enterprise, Ground, Half)).Then(new SwitchDropped());

    [Fact]
    public void that_was_changed_at_once_is_not_changed_again_with_the_period() =>
        Assert.Null(Given([.. Of(Pro), new SwitchAgreed(Pro, 1, 1)]).When(s => new ChangeSubscription("enterprise").Decide(s, Enterprise, Ground, Half)).Decision.Events.Aggregate(Fold(Subscription.Initial, Of(Pro)), (s, e) => s.Apply(e)).Next);

    [Fact]
    public void gets_more_seats_at_once() => Given(Of(Team, 5)).When(s => new ChangeSubscription(Quantity: 10).Decide(s, null, Ground, Half)).Then(new SubscriptionSwitched(
        Team, 1, 10, new Cut(Day("2025-11-16"), Half), null, null,
        [Part("seats", "Unused: Team: Seats (15 of 30 days, 5 seats)", -25, "2025-11-16", "2025-11-30"), Part("seats", "Team: Seats (15 of 30 days, 10 seats)", 50, "2025-11-16", "2025-11-30")]));

    [Fact]
    public void begins_periods_of_another_length_on_the_day_of_the_change()
    {
        var year = new SubscriptionCalendar(Day("2025-11-16"), new(IntervalUnit.Year));
        var first = year.Containing(Day("2025-11-16"));
        var after = Given(Of(Pro)).When(s => new ChangeSubscription("pro-yearly").Decide(s, Yearly, Ground, Half)).Then(new SubscriptionSwitched(
            Yearly, 1, 1, new Cut(Day("2025-11-16"), Half), year, first, [Part("base", "Unused: Pro (15 of 30 days)", -14.50m, "2025-11-16", "2025-11-30"), Line(Yearly, 1, 1, first.Days())]));
        Assert.Equal((Day("2026-11-16"), Euros(275.50m)), (after.NextFrom, after.Bills[^1].Amount(Eur)));
    }

    [Fact]
    public void started_changed_and_canceled_on_one_day_costs_nothing()
    {
        var state = Fold(Subscription.Initial, Of(Pro));
        state = Fold(state, new ChangeSubscription("enterprise").Decide(state, Enterprise, Ground, Now.AddHours(1)).Events);
        Assert.Equal(Euros(70), state.Bills[^1].Amount(Eur));
        state = Fold(state, EndSubscription.Now(state, Unused.Credit, Ground, Now.AddHours(2)).Events);
        Assert.Equal(Euros(0), state.Bills.Aggregate(Euros(0), (sum, bill) => sum + bill.Amount(Eur)));
        Assert.Equal(SubscriptionStatus.Canceled, state.StatusAt(Now.AddHours(2)));
    }

    [Fact]
    public void is_billed_in_arrears_when_its_period_is_over()
    {
        var state = Given().When(_ => new StartSubscription(Meadow, "late").Decide(Late, Plans[Late], Client, "UTC", Now)).Then(Of(Late)[0]);
        state = Fold(state, Renewal.CatchUp(state, Ground, Now).Happened);
        Assert.Empty(state.Bills);
        state = Fold(state, new ChangeSubscription("pro", Effective: Effective.Now).Decide(state, Pro, Ground, Half).Events);
        Assert.Equal("Late (15 of 30 days) 15.50 EUR, Pro (15 of 30 days) 14.50 EUR", Said(state.Bills[^1]));
        state = Fold(state, new ChangeSubscription("late", Effective: Effective.PeriodEnd).Decide(state, Late, Ground, Half).Events);
        state = Fold(state, Renewal.CatchUp(state, Ground, At("2026-01-01T00:00:00Z")).Happened);
        Assert.Equal("Late 31.00 EUR", Said(state.Bills[^1]));
        Assert.Equal(new Period(Day("2025-12-01"), Day("2025-12-31")), state.Bills[^1].Lines[0].Days);
    }

    [Fact] public void keeps_to_its_family() => Given(Of(Pro)).When(s => new ChangeSubscription("other").Decide(s, Other, Ground, Half)).ThenRefused("other-plan-family");

    [Fact] public void ends_with_its_period() => Given(Of(Pro)).When(s => new ChangeSubscription(CancelAtPeriodEnd: true).Decide(s, null, Ground, Half)).Then(new CancellationAgreed());

    [Fact] public void goes_on_after_all() => Given([.. Of(Pro), new CancellationAgreed()]).When(s => new ChangeSubscription(CancelAtPeriodEnd: false).Decide(s, null, Ground, Half)).Then(new CancellationDropped());

    [Fact] public void that_ends_is_not_billed_again() => Assert.Equal([new SubscriptionCanceled(At("2025-12-01T00:00:00Z"), [])], Renewal.Next(Fold(Subscription.Initial, [.. Of(Pro), new CancellationAgreed()]), Ground, At("2026-02-05T00:00:00Z")));

    [Fact] public void ends_at_once_with_a_credit() => Given(Of(Pro)).When(s => EndSubscription.Now(s, Unused.Credit, Ground, Half)).Then(new SubscriptionCanceled(Half, [Part("base", "Unused: Pro (15 of 30 days)", -14.50m, "2025-11-16", "2025-11-30")]));

    [Fact]
    public void ends_at_once_and_gives_back_what_was_billed_off_the_invoices_of_its_period()
    {
        var unused = Part("base", "Unused: Enterprise (15 of 30 days)", -49.50m, "2025-11-16", "2025-11-30");
        var state = Fold(Subscription.Initial, Of(Pro));
        state = Fold(state, new ChangeSubscription("enterprise").Decide(state, Enterprise, Ground, Now.AddHours(1)).Events);
        var canceled = EndSubscription.Now(state, Unused.Refund, Ground, Half).Events;
        Assert.Equal([new SubscriptionCanceled(Half, [], [unused])], canceled);
        var back = SubscriptionFact.Back(new(Id(9)), Fold(state, canceled), Day("2025-11-16"), Billing.Invoicing.Contracts.InvoiceOutcome.Issue);
        Assert.Equal([$"{Id(9)}/2", $"{Id(9)}/1"], back.From);
        Assert.Equal(-49.50m, Assert.Single(back.Charges).UnitPrice.Value);
    }

    [Fact] public void ends_at_once_without() => Given(Of(Pro)).When(s => EndSubscription.Now(s, Unused.Keep, Ground, Half)).Then(new SubscriptionCanceled(Half, []));

    [Fact] public void that_is_canceled_is_canceled_once() => Given([.. Of(Pro), new SubscriptionCanceled(Half, [])]).When(s => EndSubscription.Now(s, Unused.Credit, Ground, Half)).ThenNothing();

    [Fact] public void that_is_canceled_is_not_changed() => Given([.. Of(Pro), new SubscriptionCanceled(Half, [])]).When(s => new ChangeSubscription("enterprise").Decide(s, Enterprise, Ground, Half)).ThenRefused("subscription-canceled");

    [Fact]
    public void that_is_paused_is_billed_again_from_the_day_it_is_resumed()
    {
        var paused = Given(Of(Pro)).When(s => EndSubscription.Pause(s, false, Ground, Half)).Then(new SubscriptionPaused(false));
        Assert.Null(paused.DueAt);
        Assert.Equal(SubscriptionStatus.Paused, paused.StatusAt(Half));
        var at = At("2026-01-22T10:00:00Z");
        var resumed = Fold(paused, EndSubscription.Resume(paused, at).Events);
        Assert.Equal("Pro (10 of 31 days) 9.35 EUR", Said(Fold(resumed, Renewal.CatchUp(resumed, Ground, at).Happened).Bills[^1]));
    }

    [Fact]
    public void is_unpaid_as_long_as_one_of_its_invoices_is_and_past_due_while_others_are_tried()
    {
        var (one, other) = (Id(31), Id(32));
        SubscriptionEvent[] unpaid = [.. Of(Pro), new PaymentMissed(one), new SubscriptionLeftUnpaid(one), new PaymentMissed(other)];
        Assert.Equal(SubscriptionStatus.Unpaid, Fold(Subscription.Initial, unpaid).StatusAt(Half));
        Assert.Equal(SubscriptionStatus.PastDue, Given(unpaid).When(s => s.CatchUpOn(one)).Then(new PaymentCaughtUp(one)).StatusAt(Half));
        var both = Given(unpaid).When(s => s.LeaveUnpaid(other)).Then(new SubscriptionLeftUnpaid(other));
        Assert.Equal(SubscriptionStatus.Unpaid, Fold(both, new PaymentCaughtUp(one)).StatusAt(Half));
        Assert.Equal(SubscriptionStatus.Active, Fold(both, new PaymentCaughtUp(one), new PaymentCaughtUp(other)).StatusAt(Half));
        Given([.. unpaid, new SubscriptionLeftUnpaid(other)]).When(s => s.LeaveUnpaid(other)).ThenNothing();
        // One whose card went before anybody was asked never failed.
        Given(Of(Pro)).When(s => s.LeaveUnpaid(one)).Then(new PaymentMissed(one), new SubscriptionLeftUnpaid(one));
    }

    [Fact] public void is_asked_for_something() => Given(Of(Pro)).When(s => new ChangeSubscription().Decide(s, null, Ground, Half)).ThenRefused("nothing-wanted");

    [Fact] public void that_has_not_begun_is_not_paused() => Given(Of(Pro)[0]).When(s => EndSubscription.Pause(s, false, Ground, Now.AddHours(-1))).ThenRefused("subscription-not-begun");

    [Fact] public void that_was_never_paid_for_has_nothing_to_credit() => Given(Of(Pro)[0]).When(s => EndSubscription.Now(s, Unused.Credit, Ground, Now.AddHours(-1))).Then(new SubscriptionCanceled(Now.AddHours(-1), []));

    [Fact]
    public void follows_the_calendars_quarters_when_told_so()
    {
        var started = (SubscriptionStarted)new StartSubscription(Meadow, "q", StartAt: At("2025-02-10T10:00:00Z"), Anchor: BillingAnchor.Calendar, Backdate: true).Decide(Pro, Offered("q", Flat("Quarterly", 90, unit: IntervalUnit.Quarter)), Client, "UTC", Now).Events[0];
        Assert.Equal([new(Day("2025-01-01"), Day("2025-04-01"), Day("2025-02-10"), Day("2025-04-01")), new(Day("2025-04-01"), Day("2025-07-01"), Day("2025-04-01"), Day("2025-07-01"))], started.Calendar.InAdvance(Day("2025-05-05")).Value);
        Assert.Equal(Euros(50), ProrationRule.Usual.Of(started.Calendar.Containing(Day("2025-02-10")), TimeZoneInfo.Utc).From(Euros(90)));
    }

    [Fact] public void that_is_paused_is_not_changed() => Given([.. Of(Pro), new SubscriptionPaused(true)]).When(s => new ChangeSubscription("enterprise").Decide(s, Enterprise, Ground, Half)).ThenRefused("subscription-paused");

    [Fact] public void that_is_not_paused_is_not_resumed() => Given(Of(Pro)).When(s => EndSubscription.Resume(s, Half)).ThenRefused("subscription-not-paused");

    [Fact]
    public void gets_a_new_version_from_the_period_that_it_holds_from()
    {
        var plan = Fold(Plans[Pro], new PlanRevised(Flat("Pro", 35, 1), Day("2025-12-15")));
        var ground = Ground with { Plans = new Dictionary<PlanId, Plan>(Plans) { [Pro] = plan } };
        var state = Fold(Subscription.Initial, Of(Pro));
        state = Fold(state, Renewal.CatchUp(state, ground, At("2026-01-01T00:00:00Z")).Happened);
        Assert.Equal("Pro 29.00 EUR, Pro 29.00 EUR, Pro 35.00 EUR", string.Join(", ", state.Bills.Select(Said)));
    }

    [Fact]
    public void is_previewed_by_what_decides_on_it()
    {
        var state = Fold(Subscription.Initial, Of(Pro));
        var preview = SubscriptionPreview.Of(state, new ChangeSubscription("enterprise").Decide(state, Enterprise, Ground, Half).Events, Ground);
        Assert.Equal((Euros(35), Euros(99), Day("2025-11-16"), Day("2025-12-01")), (preview.Due, preview.NextTotal, preview.HoldsFrom, preview.NextInvoiceOn));
    }

    [Theory]
    [InlineData("Day", "New", 35.00)]
    [InlineData("Day", "Old", 32.67)] // 14 of 30: 46.20 − 13.53, the day of the change is the old plan's
    [InlineData("Second", "New", 33.83)] // 14.5 of 30
    [InlineData("ThirtyDays", "New", 35.00)]
    public void is_prorated_as_the_setting_says(string unit, string day, double due)
    {
        var state = Fold(Subscription.Initial, Of(Pro));
        state = Fold(state, new ChangeSubscription("enterprise").Decide(state, Enterprise, Ground with { Rule = new(Enum.Parse<ProrationUnit>(unit), Enum.Parse<ChangeDay>(day)) }, Half).Events);
        Assert.Equal(Euros((decimal)due), state.Bills[^1].Amount(Eur));
    }

    private static string Said(SubscriptionBill bill) => string.Join(", ", bill.Lines.Select(line => $"{line.Description} {line.Amount}"));
}
