using Billing.Usage.Contracts;
using FsCheck;
using FsCheck.Fluent;
using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

public class Billing_a_period
{
    private static readonly Period November = new(Day("2025-11-01"), Day("2025-11-30"));
    private static readonly Period Half = new(Day("2025-11-16"), Day("2025-11-30"));
    private static readonly BillCoupon Tenth = new(new CouponId(Id(5)), "A tenth", new CouponValue(null, 10));
    private static readonly PrepaidCredit Gift = new(Id(8).ToString(), Euros(30), 1, null, []);
    private static readonly PrepaidCredit Storage = new(Id(9).ToString(), Euros(500), 2, null, ["storage"]);

    [Fact] public void charges_what_was_used() => Assert.Equal("calls 10.00", Said(Step(Plan(), [Calls(1000)])));

    [Fact] public void charges_nothing_for_nothing() => Assert.Equal("calls 0.00", Said(Step(Plan(), [Calls(0)])));

    [Fact] public void of_half_a_month_halves_fees_and_bounds_and_not_prices() => Assert.Equal(
        "base 5.00, calls 1.00, true-up 19.00", Said(Step(Plan(minimum: 50), [Base, Calls(100)], covered: Half)));

    [Fact] public void takes_coupons_off_the_sum_before_the_cap() => Assert.Equal("calls 100.00, coupon -10.00, cap -50.00", Said(Step(Plan(maximum: 40), [Calls(10_000)], coupons: [Tenth])));

    [Fact] public void pays_from_wallets_last_and_no_more_than_is_due() => Assert.Equal("calls 20.00, credit -20.00", Said(Step(Plan(), [Calls(2000)], wallets: [Gift])));

    [Fact] public void pays_from_wallets_that_pay_such_things() => Assert.Equal("calls 50.00, credit -30.00", Said(Step(Plan(), [Calls(5000)], wallets: [Gift, Storage])));

    [Fact] public void after_a_cap_pays_what_is_left() => Assert.Equal("calls 100.00, cap -80.00, credit -20.00", Said(Step(Plan(maximum: 20), [Calls(10_000)], wallets: [Gift])));

    [Fact] public void again_with_the_same_usage_changes_nothing() => Assert.Equal("", Said(Step(Plan(), [Calls(1000)], Billed(Plan(), [Calls(1000)]))));

    [Fact] public void again_charges_the_difference() => Assert.Equal("calls 5.00", Said(Step(Plan(), [Calls(1500)], Billed(Plan(), [Calls(1000)]))));

    [Fact] public void again_gives_back_what_was_withdrawn() => Assert.Equal("calls -4.00", Said(Step(Plan(), [Calls(600)], Billed(Plan(), [Calls(1000)]))));

    [Fact] public void again_counts_what_the_cap_took_off() => Assert.Equal("calls 5.00, cap -5.00", Said(Step(Plan(maximum: 10), [Calls(2000)], Billed(Plan(maximum: 10), [Calls(1500)]))));

    [Fact] public void again_does_not_pay_twice_from_a_wallet() => Assert.Equal("calls 5.00, credit -5.00", Said(Step(Plan(), [Calls(2500)], Billed(Plan(), [Calls(2000)], wallets: [Gift]), wallets: [Gift with { Balance = Euros(10) }])));

    [Fact] public void leaves_frozen_usage_as_it_was() => Assert.Equal("", Said(Step(Plan(), [Calls(1500, Freeze)], Billed(Plan(), [Calls(1000, Freeze)]), hours: 24)));

    [Fact] public void freezes_no_sooner_than_the_meter_says() => Assert.Equal("calls 5.00", Said(Step(Plan(), [Calls(1500, Freeze)], Billed(Plan(), [Calls(1000, Freeze)]), hours: 23)));

    [Fact] public void bills_for_the_first_time_however_late() => Assert.Equal("calls 15.00", Said(Step(Plan(), [Calls(1500, Freeze)], hours: 999)));

    [Fact]
    public void holds_late_usage_until_somebody_decides()
    {
        var billed = Billed(Plan(), [Calls(1000, Hold)]);
        var step = Step(Plan(), [Calls(1500, Hold)], billed);
        Assert.Equal("", Said(step));
        Assert.Equal("charge/calls 15.00 5.00", Assert.Single(step.Held) is var held ? $"{held.Line.Key} {held.Line.Whole.ToAmountText()} {held.Line.Amount.ToAmountText()}" : "");

        var waiting = billed.Apply(new LateUsageHeld(step.Held));
        Assert.Equal("calls 5.00", Said(Accepting(waiting)));
        var refused = waiting.Apply(new LateUsageRefused("Too late"));
        Assert.Equal("", Said(Step(Plan(), [Calls(1500, Hold)], refused)));
        Assert.Empty(Step(Plan(), [Calls(1500, Hold)], refused).Held);
        Assert.Equal("1.00", Step(Plan(), [Calls(1600, Hold)], refused).Held[0].Line.Amount.ToAmountText());
    }

    [Fact]
    public void asks_for_a_decision_where_something_waits()
    {
        var nothing = Billed(Plan(), [Calls(1000, Hold)]);
        Assert.Equal("nothing-waits", BillPeriod.Refuse(nothing, "Too late").Refusal!.Code);
        Assert.Equal("nothing-waits", BillPeriod.Accept(nothing, Accepting(nothing), November.Through).Refusal!.Code);
        var waiting = nothing.Apply(new LateUsageHeld(Step(Plan(), [Calls(1500, Hold)], nothing).Held));
        Assert.Equal("reason-missing", BillPeriod.Refuse(waiting, " ").Refusal!.Code);
        Assert.Equal(2, BillPeriod.Accept(waiting, Accepting(waiting), November.Through).Events.Count);
    }

    [Fact]
    public void in_any_number_of_steps_adds_up_to_the_whole() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<int>().Select(n => Math.Abs(n % 30_000)).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary(),
        Gen.Elements(0, 1, 2, 3, 4, 5, 6, 7).ToArbitrary(),
        (quantities, shape) =>
        {
            var plan = Plan(minimum: (shape & 1) > 0 ? 33.33m : null, maximum: (shape & 2) > 0 ? 77.77m : null, tiers: true);
            BillCoupon[] coupons = (shape & 4) > 0 ? [Tenth, new(new CouponId(Id(6)), "Three", new CouponValue(3, null))] : [];
            var (bill, charged) = (UsageBill.Initial, Euros(0));
            foreach (var quantity in quantities)
            {
                var step = Step(plan, [Base, Calls(quantity)], bill, coupons, covered: (shape & 1) > 0 ? Half : November);
                charged += step.Amount(Eur);
                bill = Then(bill, step, plan);
                if (step.Lines.Sum(line => line.Amount.Amount) != step.Amount(Eur).Amount) return false;
            }
            return charged == Step(plan, [Base, Calls(quantities[^1])], null, coupons, covered: (shape & 1) > 0 ? Half : November).Amount(Eur);
        }).QuickCheckThrowOnFailure();

    [Fact] public void again_gives_money_back_before_credit() => Assert.Equal("calls -10.00", Said(Step(Plan(), [Calls(4000)], Billed(Plan(), [Calls(5000)], [Gift]), wallets: [Gift with { Balance = Euros(0) }])));

    [Fact] public void again_gives_back_to_a_wallet_what_it_paid_too_much() => Assert.Equal("calls -25.00, credit 5.00", Said(Step(Plan(), [Calls(2500)], Billed(Plan(), [Calls(5000)], [Gift]), wallets: [Gift with { Balance = Euros(0) }])));

    [Fact]
    public void again_gives_back_to_wallets_what_was_taken_last_first()
    {
        var bill = Billed(Plan(), [Calls(5000)], [Gift, Gift with { Id = Id(10).ToString(), Priority = 2 }]);
        Assert.Equal([(Gift.Id, 30m), (Id(10).ToString(), 20m)], bill.Taken.Select(one => (one.Wallet, one.Amount.Amount)));
        Assert.Equal([(Id(10).ToString(), -20m), (Gift.Id, -5m)], Step(Plan(), [Calls(2500)], bill).Pays.Select(one => (one.Wallet, one.Amount.Amount)));
    }

    [Fact]
    public void again_gives_back_what_a_wallet_paid_for_its_meter_and_not_what_others_are_due()
    {
        var calls = Gift with { Scope = ["calls"] };
        var bill = Billed(Plan(), [Base, Calls(2000)], [calls]);
        Assert.Equal("calls -5.00, credit 5.00", Said(Step(Plan(), [Base, Calls(1500)], bill, wallets: [calls with { Balance = Euros(10) }])));
    }

    [Fact]
    public void moves_in_wallets_what_the_bills_say_and_no_more_than_is_in_them_or_due() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<int>().Select(n => Math.Abs(n % 30_000)).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary(), Gen.Choose(0, 200).Two().ToArbitrary(), Gen.Elements(0, 1, 2, 3).ToArbitrary(),
        (quantities, balances, shape) =>
        {
            PrepaidCredit[] before = [Gift with { Balance = Euros(balances.Item1), Scope = (shape & 1) > 0 ? ["calls"] : [] }, Gift with { Id = Id(10).ToString(), Priority = 2, Balance = Euros(balances.Item2) }];
            var (plan, wallets) = (Plan(maximum: (shape & 2) > 0 ? 120 : null), before);
            var (bill, charged, whole) = (UsageBill.Initial, Euros(0), Euros(0));
            foreach (var quantity in quantities)
            {
                var step = Step(plan, [Base, Calls(quantity)], bill, wallets: wallets);
                wallets = [.. wallets.Select(wallet => wallet with { Balance = wallet.Balance - Sum(step.Pays.Where(one => one.Wallet == wallet.Id).Select(one => one.Amount)) })];
                charged += step.Amount(Eur);
                bill = Then(bill, step, plan);
                whole = Sum(bill.Lines.Values.Where(line => line.Kind != BillLineKind.Credit).Select(line => line.Whole));
                // each wallet lost what the bill says it paid, the bill remembers the takings, and what is charged is the rest
                if (wallets.Zip(before).Any(pair => pair.First.Balance.IsNegative || pair.Second.Balance - pair.First.Balance != -bill.Whole($"credit/{pair.First.Id}", Eur))) return false;
                if (Sum(bill.Taken.Select(one => one.Amount)) != Sum(before.Select(one => one.Balance)) - Sum(wallets.Select(one => one.Balance))) return false;
                if (charged != whole - Sum(bill.Taken.Select(one => one.Amount)) || charged.IsNegative) return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Euros(0), (sum, amount) => sum + amount);

    private static readonly PlanCharge BaseFee = new("base", "Base fee", null, new Dictionary<string, string>(), null, new PriceTerms("flat", Fee: "10"), null, null);
    private static readonly PeriodUse Base = new(BaseFee, null, Used.Nothing, LateUsage.Usual);
    private static readonly LateUsage Freeze = new(LatePolicy.Freeze, 24);
    private static readonly LateUsage Hold = new(LatePolicy.Hold, 0);

    private static PlanTerms Plan(decimal? minimum = null, decimal? maximum = null, bool tiers = false) => new("Pro", [BaseFee, Charge(tiers)], minimum is { } least ? Euros(least) : null, maximum is { } most ? Euros(most) : null, null, []);

    private static PlanCharge Charge(bool tiers = false) => new(
        "calls", "API calls", "calls", new Dictionary<string, string>(), null, tiers ? new PriceTerms("graduated", Tiers: [new TierTerms("1000", "0.013"), new TierTerms(null, "0.0047", "2")]) : new PriceTerms("per-unit", UnitPrice: "0.01"), null, null);

    private static PeriodUse Calls(int quantity, LateUsage? late = null) => new(Charge(), null, Used.Of(quantity), late ?? LateUsage.Usual);

    private static BillStep Step(PlanTerms plan, IReadOnlyList<PeriodUse> uses, UsageBill? bill = null, IReadOnlyList<BillCoupon>? coupons = null, IReadOnlyList<PrepaidCredit>? wallets = null, Period? covered = null, int hours = 1) =>
        BillStep.Of(new PeriodGround(new PlanPricing(plan, Eur, November, covered ?? November), bill ?? UsageBill.Initial, [.. uses.Select(use => use.Charge.Meter is null ? use : use with { Charge = plan.Charges[1] })], coupons ?? [], wallets ?? [], TimeSpan.FromHours(hours), Day("2025-12-01"))).Value;

    private static BillStep Accepting(UsageBill bill) => BillStep.Of(new PeriodGround(new PlanPricing(Plan(), Eur, November, November), bill, null, [], [], TimeSpan.FromHours(1), Day("2025-12-01")), accepted: true).Value;

    private static UsageBill Billed(PlanTerms plan, IReadOnlyList<PeriodUse> uses, IReadOnlyList<PrepaidCredit>? wallets = null) => Then(UsageBill.Initial, Step(plan, uses, wallets: wallets), plan);

    private static UsageBill Then(UsageBill bill, BillStep step, PlanTerms plan) =>
        BillPeriod.Decide(bill, step, new PlanAssignment(Id(7), Id(3), Id(1), November.From, null), "shop-1", Id(1), new PlanPricing(plan, Eur, November, November), Day("2025-12-01")).Events.Aggregate(bill, (so, happened) => so.Apply(happened));

    private static string Said(BillStep step) => string.Join(", ", step.Lines.Where(line => !line.Amount.IsZero || line.Meter is not null).Select(line => $"{line.Key.Split('/')[line.Kind == BillLineKind.Charge ? 1 : 0]} {line.Amount.ToAmountText()}"));
}
