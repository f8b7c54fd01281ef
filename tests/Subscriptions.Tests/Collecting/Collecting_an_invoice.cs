using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Subscriptions.Collection, Billing.Subscriptions.CollectionEvent>;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class Collecting_an_invoice
{
    private static readonly Guid Invoice = Id(31);
    private static readonly SubscriptionId Subscription = new(Id(32));
    private static readonly KeptCard Visa = new(new(Id(33)), "stripe", new("cus_1", "pm_visa", "visa", "4242", 12, 2030)), Other = new(new(Id(34)), "stripe", new("cus_1", "pm_other", "visa", "1111", 12, 2030));
    private static readonly DateTimeOffset Monday = At("2025-12-01T05:00:00Z"), Later = At("2025-12-02T14:00:00Z"), Third = At("2025-12-04T14:00:00Z");
    private static readonly DateOnly Today = Day("2025-12-01");
    private static readonly ChargeOutcome Paid = new(ChargeState.Succeeded, "pi_1"), Declined = new(ChargeState.Failed, "pi_1", "insufficient_funds"), Asked = new(ChargeState.NeedsAction, "pi_1", "authentication_required");

    private static readonly CollectionEvent Begun = new CollectionBegun(Invoice, "INV-1", Subscription, Meadow), First = Attempt(1, AttemptReason.Issued, Monday), Failed = new AttemptFailed(1, "pi_1", "insufficient_funds", false), Planned = new RetryPlanned(1, Later);

    [Fact] public void begins_when_it_is_issued_and_the_client_has_a_card() => Given().When(c => Collecting.Follow(c, Ground())).Then(Begun, First);

    [Fact] public void does_not_begin_without_a_card() => Given().When(c => Collecting.Follow(c, Ground() with { Card = null })).ThenNothing();

    [Fact] public void does_not_begin_for_a_draft_or_for_what_is_paid() => Assert.All(new[] { Stands(AskedState.Draft, 0), Stands(AskedState.Issued, 0), Stands(AskedState.GivenUp, 29) }, invoice => Given().When(c => Collecting.Follow(c, Ground() with { Invoice = invoice })).ThenNothing());

    [Fact] public void is_begun_once_however_often_the_invoice_moves() => Given(Begun, First).When(c => Collecting.Follow(c, Ground())).ThenNothing();

    [Fact] public void succeeds_and_waits_for_the_invoice_to_say_so() => Assert.True(Given(Begun, First).When(c => Collecting.Learn(c, 1, Paid, Ground(), Today)).Then(new AttemptSucceeded(1, "pi_1", Today)).IsSettling);

    [Fact] public void is_over_when_the_invoice_is_paid_however_that_came() => Assert.All(new CollectionEvent[][] { [Begun, First, new AttemptSucceeded(1, "pi_1", Today)], [Begun, First, Failed, Planned], [Begun, First, Failed, new CollectionExhausted(DunningEnd.Unpaid)], [Begun, First, Failed, Planned, new CollectionStopped()], [Begun, First] }, history =>
        Assert.Equal(CollectionState.Paid, Given(history).When(c => Collecting.Follow(c, Ground() with { Invoice = Stands(AskedState.Issued, 0) })).Then(new CollectionEnded(CollectionEnd.Paid)).State));

    [Fact]
    public void is_over_when_the_invoice_is_voided_or_written_off()
    {
        Given(Begun, First, Failed, Planned).When(c => Collecting.Follow(c, Ground() with { Invoice = Stands(AskedState.Voided, 0) })).Then(new CollectionEnded(CollectionEnd.Voided));
        Given(Begun, First, Failed, Planned).When(c => Collecting.Follow(c, Ground() with { Invoice = Stands(AskedState.GivenUp, 29) })).Then(new CollectionEnded(CollectionEnd.GivenUp));
        Given(Begun, First, Failed, new CollectionEnded(CollectionEnd.GivenUp)).When(c => Collecting.Follow(c, Ground() with { Invoice = Stands(AskedState.GivenUp, 29) })).ThenNothing();
        Given(Begun, First, Failed, new CollectionEnded(CollectionEnd.GivenUp)).When(c => Collecting.Follow(c, Ground() with { Invoice = Stands(AskedState.GivenUp, 0) })).Then(new CollectionEnded(CollectionEnd.Paid));
    }

    [Fact] public void that_failed_is_planned_for_the_next_morning_where_the_subscription_is() => Given(Begun, First).When(c => Collecting.Learn(c, 1, Declined, Ground(), Today)).Then(Failed, Planned);

    [Fact] public void that_the_bank_asks_about_is_planned_too() => Assert.Equal(CollectionState.NeedsAction, Given(Begun, First).When(c => Collecting.Learn(c, 1, Asked, Ground(), Today)).Then(new AttemptFailed(1, "pi_1", "authentication_required", true), Planned).State);

    [Fact] public void is_tried_again_when_its_time_has_come_and_not_before() => Assert.Null(Given(Begun, First, Failed, Planned).When(c => Collecting.Retry(c, Ground() with { At = Later })).Then(Attempt(2, AttemptReason.Schedule, Later)).NextAt);

    [Fact] public void is_not_tried_before_its_time() => Given(Begun, First, Failed, Planned).When(c => Collecting.Retry(c, Ground() with { At = Later.AddTicks(-1) })).ThenNothing();

    [Fact] public void is_not_tried_while_nobody_knows_what_came_of_the_last_attempt() => Assert.All(new Func<Collection, Decision<CollectionEvent>>[] { c => Collecting.Retry(c, Ground() with { At = Third }), c => Collecting.TryNow(c, Ground()), c => Collecting.TryNewCard(c, Ground()) }, command =>
        Given(Begun, First, Failed, Planned, Attempt(2, AttemptReason.NewCard, Monday)).When(command).ThenNothing());

    [Fact] public void is_tried_with_what_the_invoice_asks_for_by_then() => Given(Begun, First, Failed, Planned).When(c => Collecting.Retry(c, Ground(9) with { At = Later })).Then(Attempt(2, AttemptReason.Schedule, Later) with { Amount = Euros(9) });

    [Fact] public void keeps_the_days_between_steps_though_the_product_was_off() => Given(Begun, First, Failed, Planned, Attempt(2, AttemptReason.Schedule, At("2025-12-10T14:00:00Z"))).When(c => Collecting.Learn(c, 2, Declined, Ground() with { At = At("2025-12-10T14:00:00Z") }, Today))
        .Then(new AttemptFailed(2, "pi_1", "insufficient_funds", false), new RetryPlanned(2, At("2025-12-12T14:00:00Z")));

    [Fact] public void goes_on_to_the_next_step_where_there_is_no_card() => Given(Begun, First, Failed, Planned).When(c => Collecting.Retry(c, Ground() with { At = Later, Card = null })).Then(new RetryLeftOut(1), new RetryPlanned(2, Third));

    [Fact] public void is_exhausted_behind_the_last_step() => Given(Begun, First, Failed, Planned, Attempt(2, AttemptReason.Schedule, Later)).When(c => Collecting.Learn(c, 2, Declined, Ground() with { Plan = DunningPlan.Usual with { RetryDays = [1], Then = DunningEnd.Canceled } }, Today))
        .Then(new AttemptFailed(2, "pi_1", "insufficient_funds", false), new CollectionExhausted(DunningEnd.Canceled));

    [Fact] public void is_tried_at_once_with_another_card_and_keeps_its_plan() => Assert.Equal(Later, Given(Begun, First, Failed, Planned).When(c => Collecting.TryNewCard(c, Ground() with { Card = Other })).Then(Attempt(2, AttemptReason.NewCard, Monday) with { Card = "pm_other", LastFour = "1111" }).NextAt);

    [Fact] public void is_not_tried_with_the_card_that_just_failed() => Given(Begun, First, Failed, Planned).When(c => Collecting.TryNewCard(c, Ground())).ThenNothing();

    [Fact] public void that_is_stopped_is_not_tried_with_another_card() => Given(Begun, First, Failed, Planned, new CollectionStopped()).When(c => Collecting.TryNewCard(c, Ground() with { Card = Other })).ThenNothing();

    [Fact] public void that_is_exhausted_is_tried_with_another_card() => Given(Begun, First, Failed, new CollectionExhausted(DunningEnd.Unpaid)).When(c => Collecting.TryNewCard(c, Ground() with { Card = Other })).Then(Attempt(2, AttemptReason.NewCard, Monday) with { Card = "pm_other", LastFour = "1111" });

    [Fact]
    public void is_tried_now_where_somebody_says_so()
    {
        Given(Begun, First, Failed, new CollectionStopped()).When(c => Collecting.TryNow(c, Ground())).Then(Attempt(2, AttemptReason.ByHand, Monday));
        Given(Begun, First, Failed, Planned).When(c => Collecting.TryNow(c, Ground() with { Card = null })).ThenRefused("no-payment-method");
        Given(Begun, First, new AttemptSucceeded(1, "pi_1", Today)).When(c => Collecting.TryNow(c, Ground())).ThenRefused("nothing-to-collect");
    }

    [Fact] public void whose_money_came_in_and_that_asks_for_more_is_tried_now_where_somebody_says_so() => Given(Begun, First, new AttemptSucceeded(1, "pi_1", Today)).When(c => Collecting.TryNow(c, Ground() with { Invoice = Stands(AskedState.Issued, 9) with { Payments = ["pi_1"] } }))
        .Then(Attempt(2, AttemptReason.ByHand, Monday) with { Amount = Euros(9) });

    [Fact]
    public void that_was_issued_before_there_was_a_card_begins_with_the_first_one_and_once()
    {
        Given().When(c => Collecting.BeginLate(c, Ground(9))).Then(Begun, Attempt(1, AttemptReason.NewCard, Monday) with { Amount = Euros(9) });
        Given(Begun, First).When(c => Collecting.BeginLate(c, Ground())).ThenNothing();
        Assert.All(new[] { Ground(0), Ground() with { Card = null }, Ground() with { Invoice = Stands(AskedState.GivenUp, 29) } }, ground => Given().When(c => Collecting.BeginLate(c, ground)).ThenNothing());
    }

    [Fact] public void stops_once() => Given(Begun, First, Failed, Planned, new CollectionStopped()).When(Collecting.Stop).ThenNothing();

    [Fact]
    public void that_is_stopped_on_the_way_plans_nothing_and_takes_what_comes_in()
    {
        Given(Begun, First, new CollectionStopped()).When(c => Collecting.Learn(c, 1, Declined, Ground(), Today)).Then(Failed);
        Given(Begun, First, new CollectionStopped()).When(c => Collecting.Learn(c, 1, Paid, Ground(), Today)).Then(new AttemptSucceeded(1, "pi_1", Today));
    }

    [Fact] public void takes_a_success_that_comes_late() => Given(Begun, First, new AttemptFailed(1, "pi_1", "authentication_required", true), Planned).When(c => Collecting.Learn(c, 1, Paid, Ground(), Today)).Then(new AttemptSucceeded(1, "pi_1", Today));

    [Fact] public void takes_nothing_that_is_known() => Assert.All(new[] { Declined, Paid, Asked, new ChargeOutcome(ChargeState.Pending, "pi_1") }, outcome => Given(Begun, First, new AttemptSucceeded(1, "pi_1", Today)).When(c => Collecting.Learn(c, 1, outcome, Ground(), Today)).ThenNothing());

    [Fact]
    public void that_asks_for_another_amount_before_anybody_was_asked_is_tried_with_that_one()
    {
        Given(Begun, First).When(c => Collecting.Drop(c, 1, Ground(9))).Then(new AttemptDropped(1), Attempt(2, AttemptReason.OtherAmount, Monday) with { Amount = Euros(9) });
        Given(Begun, First, new CollectionEnded(CollectionEnd.Paid)).When(c => Collecting.Drop(c, 1, Ground(0))).Then(new AttemptDropped(1));
        Given(Begun, First, Failed).When(c => Collecting.Drop(c, 1, Ground(9))).ThenNothing();
    }

    [Fact]
    public void whose_card_is_gone_before_anybody_was_asked_waits_for_the_next_step()
    {
        Assert.Equal(CollectionState.Retrying, Given(Begun, First).When(c => Collecting.Drop(c, 1, Ground(9) with { Card = null })).Then(new AttemptDropped(1), Planned).State);
        Assert.Equal(CollectionState.Retrying, Given(Begun, First, Failed, Planned, Attempt(2, AttemptReason.NewCard, Monday)).When(c => Collecting.Drop(c, 2, Ground(9) with { Card = null })).Then(new AttemptDropped(2), Planned).State);
        Given(Begun, First, new AttemptDropped(1), Planned).When(c => Collecting.TryNewCard(c, Ground(9))).Then(Attempt(2, AttemptReason.NewCard, Monday) with { Amount = Euros(9) });
    }

    [Fact]
    public void that_failed_is_tried_at_once_with_a_card_that_came_meanwhile()
    {
        var again = Attempt(2, AttemptReason.NewCard, Monday) with { Card = "pm_other", LastFour = "1111" };
        var other = Ground() with { Card = Other, Plan = DunningPlan.Usual with { RetryDays = [], Then = DunningEnd.Canceled } };
        var after = Given(Begun, First).When(c => Collecting.Learn(c, 1, Declined, other, Today)).Then(Failed, again);
        Assert.Null(CollectionLetters.Of(after, [Failed, again], NewYork)); // its client hears of it when that one fails, too
        Given(Begun, First, Failed, again).When(c => Collecting.Learn(c, 2, Declined, other, Today)).Then(new AttemptFailed(2, "pi_1", "insufficient_funds", false), new CollectionExhausted(DunningEnd.Canceled));
        Given(Begun, First, new CollectionStopped()).When(c => Collecting.Learn(c, 1, Declined, other, Today)).Then(Failed);
    }

    [Fact]
    public void notes_what_its_client_objects_to_once()
    {
        Given(Begun, First, new AttemptSucceeded(1, "pi_1", Today)).When(c => Collecting.Dispute(c, "dp_1", "pi_1")).Then(new PaymentDisputed("dp_1", "pi_1"));
        Given(Begun, First, new AttemptSucceeded(1, "pi_1", Today), new PaymentDisputed("dp_1", "pi_1")).When(c => Collecting.Dispute(c, "dp_1", "pi_1")).ThenNothing();
        Given(Begun, First).When(c => Collecting.Dispute(c, "dp_1", "pi_9")).ThenNothing();
    }

    [Theory, InlineData(0), InlineData(0, 1), InlineData(91), InlineData(3, 3), InlineData(3, 1)]
    public void has_no_plan_of_such_days(params int[] days) => Assert.Equal("bad-retry-days", (DunningPlan.Usual with { RetryDays = [.. days] }).Fault()?.Code);

    [Fact] public void tells_its_client_of_each_failure_in_their_language()
    {
        var after = Fold(Collection.Initial, Begun, First, Failed, Planned);
        var mail = CollectionLetters.Of(after, [Failed, Planned], NewYork)!;
        Assert.Equal((Day("2025-12-02"), 4, "attempt failed 1"), (mail.Day!.Value, mail.Texts.Count, mail.Reference));
        Assert.All(mail.Texts, text => Assert.Contains("4242", text.Message, StringComparison.Ordinal));
        Assert.Null(CollectionLetters.Of(after, [Planned], NewYork));
        Assert.Null(CollectionLetters.Of(Fold(after, new CollectionExhausted(DunningEnd.Unpaid)), [new CollectionExhausted(DunningEnd.Unpaid)], NewYork)!.Day);
    }

    private static AskedInvoice Stands(AskedState state, decimal outstanding) => new(Invoice, state == AskedState.Draft ? null : "INV-1", Meadow.Value, state, Euros(outstanding), []);

    private static CollectionGround Ground(decimal outstanding = 29) => new(Stands(AskedState.Issued, outstanding), Subscription, NewYork, Visa, DunningPlan.Usual, Monday);

    private static AttemptBegun Attempt(int number, AttemptReason reason, DateTimeOffset at) => new(number, reason, Euros(29), "stripe", "cus_1", "pm_visa", "4242", at);
}
