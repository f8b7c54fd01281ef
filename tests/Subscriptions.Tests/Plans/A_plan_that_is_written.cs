using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class A_plan_that_is_written
{
    private static readonly DateTimeOffset Noon = At("2025-11-19T12:00:00Z");

    [Fact]
    public void shows_its_first_two_invoices_after_the_trial()
    {
        var terms = Seated(7.5m) with { TrialDays = 14, Components = [.. Seated(7.5m).Components, new PlanComponent("setup", "Set-up", ComponentKind.Once, [Euros(100)])] };
        Assert.Equal([(Day("2025-12-03"), Euros(122.5m)), (Day("2026-01-03"), Euros(22.5m))], Shown(new PreviewPlan(terms, Quantity: 3)).Invoices.Select(invoice => (invoice.On, invoice.Total)));
    }

    [Fact] public void shows_what_is_due_in_arrears_when_its_period_is_over() => Assert.Equal(Day("2025-12-19"), Shown(new PreviewPlan(Flat("Pro", 29, timing: ComponentTiming.Arrears))).Invoices[0].On);

    [Fact] public void shows_no_invoice_where_it_costs_nothing() => Assert.Empty(Shown(new PreviewPlan(new("Free", new(IntervalUnit.Month), [], []))).Invoices);

    [Fact] public void is_shown_in_a_currency_that_it_has() => Assert.Equal((Eur, Eur), (Shown(new PreviewPlan(Flat("Pro", 29), Usd)).Currency, Shown(new PreviewPlan(Flat("Pro", 29), Eur)).Currency));

    [Fact] public void says_why_it_cannot_be_offered() => Assert.Equal("bad-plan-interval", Shown(new PreviewPlan(Flat("Pro", 29) with { Interval = new(IntervalUnit.Month, 0) })).Refusal?.Code);

    private static PlanExample Shown(PreviewPlan plan) => plan.Show(Noon, TimeZoneInfo.Utc, ProrationRule.Usual, Usd);
}
