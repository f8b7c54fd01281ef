using Billing.EventStore;
using Billing.Usage.Contracts;
using Billing.Web;
using FsCheck;
using FsCheck.Fluent;
using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

/// <summary>In however many steps a period was billed, what explains each line adds up to it, and all lines to what was charged.</summary>
public class Explaining_any_bill
{
    private static readonly Period November = new(Day("2025-11-01"), Day("2025-11-30"));
    private static readonly Period Half = new(Day("2025-11-16"), Day("2025-11-30"));
    private static readonly BillCoupon Tenth = new(new CouponId(Id(5)), "A tenth", new CouponValue(null, 10));

    private static readonly PlanCharge Base = Charge("base", null, new PriceTerms("flat", Fee: "10"));

    private static readonly PriceTerms[] Prices =
    [
        new("graduated", Tiers: [new TierTerms("1000", "0.013"), new TierTerms(null, "0.0047", "2")]), new("per-unit", UnitPrice: "0.0033333"), new("volume", Tiers: [new TierTerms("1000", "0.013"), new TierTerms(null, "0.0047", "2")]),
    ];

    [Fact]
    public void adds_up_at_every_step() => Prop.ForAll(Gen.Choose(0, 30_000).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(), (quantities, shape) =>
    {
        var terms = new PlanTerms("Pro", [Base, Charge("calls", "calls", Prices[shape % 3])], shape % 2 == 0 ? Euros(33.33m) : null, shape > 5 ? Euros(77.77m) : null, null, []);
        var explained = Billed(terms, quantities, shape > 8 ? Half : November, shape % 4 == 0 ? [Tenth] : [], out var charged);
        return explained.Charged(new("usage-bill", "", "charged")) is var all && all.Amount == (ExactAmount)charged && AddsUp(all)
            && explained.Steps.All(step => step.Lines.All(line => explained.Line(line, step.Event) is var one && one.Amount == (ExactAmount)line.Amount && AddsUp(one)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void names_the_tiers_and_what_was_charged_before()
    {
        var terms = new PlanTerms("Pro", [Charge("calls", "calls", Prices[0])], null, null, null, []);
        var explained = Billed(terms, [1500, 2000], November, [], out _);
        var late = explained.Line(explained.Steps[1].Lines[0], explained.Steps[1].Event);
        Assert.Equal([(ExplainedAs.UsageCharge, "19.70 EUR"), (ExplainedAs.BilledBefore, "-17.35 EUR")], late.Parts.Select(part => (part.Name, part.Amount.ToString())));
        Assert.Equal([ExplainedBy.Tier, ExplainedBy.Tier], late.Parts[0].Parts.Select(part => part.Rule!.By));
        Assert.Equal((1L, 2L), (late.Parts[1].Event!.Version, late.Event!.Version));
    }

    private static ExplainedBill Billed(PlanTerms terms, int[] quantities, Period covered, IReadOnlyList<BillCoupon> coupons, out Money charged)
    {
        var (bill, past, pricing) = (UsageBill.Initial, new List<Happened>(), new PlanPricing(terms, Eur, November, covered));
        charged = Euros(0);
        foreach (var quantity in quantities)
        {
            var uses = terms.Charges.Select(charge => new PeriodUse(charge, null, charge.Meter is null ? Used.Nothing : Used.Of(quantity), LateUsage.Usual)).ToList();
            var step = BillStep.Of(new PeriodGround(pricing, bill, uses, coupons, [], TimeSpan.FromHours(1), Day("2025-12-01"))).Value;
            charged += step.Amount(Eur);
            foreach (var happened in BillPeriod.Decide(bill, step, new PlanAssignment(Id(7), Id(3), Id(1), covered.From, null), "shop-1", Id(1), pricing, Day("2025-12-01")).Events)
            {
                bill = bill.Apply(happened);
                past.Add(new Happened(happened, new("usage-bill", Id(9), past.Count + 1, past.Count + 1, "some", default, Actor.System)));
            }
        }
        return new ExplainedBill(Id(9), new PastOf<UsageBill>(bill, past), new PlanRow(Id(3), "pro", "Pro", "EUR", new PlanPeriod(PeriodLength.Month, November.From), [new PlanVersion(DateOnly.MinValue, terms)], false, 1));
    }

    private static PlanCharge Charge(string code, string? meter, PriceTerms price) => new(code, code, meter, new Dictionary<string, string>(), null, price, null, null);

    private static bool AddsUp(Explained node) => node.Name != ExplainedAs.NotExplained
        && (node.Parts.Count == 0 || node.Amount == ExactAmount.Sum(node.Amount.Currency, node.Parts.Select(part => part.Amount))) && node.Parts.All(AddsUp);
}
