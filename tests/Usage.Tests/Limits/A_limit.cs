using static Billing.Stories.Story<Billing.Usage.SubjectLimits, Billing.Usage.SubjectLimitsEvent>;
using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

public class A_limit
{
    private static readonly HashSet<string> Meters = ["calls", "storage"];
    private static readonly DateOnly Today = Day("2026-03-10");
    private static readonly PlanLimit Thousand = new("calls", "calls", new Quantity(1_000), LimitKind.Soft, [80, 100]);
    private static readonly LimitAgreed Agreed = new("client-1", Thousand, PeriodLength.Month);
    private static readonly Guid Plan = Id(1);

    [Fact] public void is_soft_monthly_and_told_of_at_80_and_100_unless_said_otherwise() => Given().When(known => new AgreeLimit("client-1", "calls", new(1_000)).Decide(known, Meters)).Then(Agreed);

    [Fact] public void agreed_twice_changes_nothing() => Given(Agreed).When(known => new AgreeLimit("client-1", "calls", new(1_000), Thresholds: [100, 80, 80]).Decide(known, Meters)).ThenNothing();

    [Fact] public void of_another_height_takes_the_place_of_the_first() => Assert.Single(Given(Agreed).When(known => new AgreeLimit("client-1", "calls", new(5)).Decide(known, Meters)).Then(new LimitAgreed("client-1", Thousand with { Limit = new(5) }, PeriodLength.Month)).Limits);

    [Fact] public void of_nothing_that_is_measured_is_refused() => Given().When(known => new AgreeLimit("client-1", "none", new(1)).Decide(known, Meters)).ThenRefused("unknown-meter");

    [Fact] public void of_nobody_is_refused() => Given().When(known => new AgreeLimit(" ", "calls", new(1)).Decide(known, Meters)).ThenRefused("bad-length");

    [Fact] public void below_nothing_is_refused() => Given().When(known => new AgreeLimit("client-1", "calls", new(-1)).Decide(known, Meters)).ThenRefused("limit-below-nothing");

    [Fact] public void with_a_threshold_of_nothing_is_refused() => Given().When(known => new AgreeLimit("client-1", "calls", new(1), Thresholds: [0]).Decide(known, Meters)).ThenRefused("bad-thresholds");

    [Fact] public void under_a_code_that_is_none_is_refused() => Given().When(known => new AgreeLimit("client-1", "calls", new(1), "API calls").Decide(known, Meters)).ThenRefused("bad-limit-code");

    [Fact] public void is_dropped() => Assert.Empty(Given(Agreed).When(new DropLimit("client-1", "calls").Decide).Then(new LimitDropped("calls")).Limits);

    [Fact] public void that_is_none_is_dropped_without_effect() => Given(Agreed).When(new DropLimit("client-1", "storage").Decide).ThenNothing();

    [Fact]
    public void of_its_own_stands_in_place_of_the_plans_and_counts_in_its_period()
    {
        var held = HeldLimit.Of(Subject(), new SubjectLimitRow(Id(3), "client-1", [new(Thousand, PeriodLength.Week), new(Thousand with { Code = "more" }, PeriodLength.Week)], 1), Plans(), Today).ToList();
        Assert.Equal(["calls 1000 week True 2026-03-05…2026-04-04", "storage 7 week False 2026-03-05…2026-04-04", "more 1000  True 2026-03-09…2026-03-15"], held.Select(one => $"{one.Limit.Code} {one.Limit.Limit} {one.Plan} {one.Own} {one.Period}"));
        Assert.Equal(["calls 10", "storage 7"], HeldLimit.Of(Subject(), null, Plans(), Today).Select(one => $"{one.Limit.Code} {one.Limit.Limit}"));
        Assert.Empty(HeldLimit.Of(null, null, Plans(), Today));

        static SubjectRow Subject() => new(Id(2), "client-1", [new PlanAssignment(Id(4), Plan, Id(5), Day("2026-01-01"), null)], 1);
        static Dictionary<Guid, PlanRow> Plans() => new()
        {
            [Plan] = new PlanRow(Plan, "week", "Weekly", "EUR", new PlanPeriod(PeriodLength.Month, Day("2024-01-05")), [new PlanVersion(DateOnly.MinValue, new PlanTerms("Weekly", [], null, null, null, [Thousand with { Limit = new(10) }, new PlanLimit("storage", "storage", new(7), LimitKind.Hard, [])]))], false, 1),
        };
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(799.999, "")]
    [InlineData(800, "80")]
    [InlineData(999, "80")]
    [InlineData(1000, "80 100")]
    [InlineData(-5, "")]
    public void is_told_of_when_usage_has_come_to_a_threshold(double used, string thresholds) =>
        Assert.Equal(thresholds, string.Join(' ', LimitAlerts.Of([Gauge(Thousand, (decimal)used)], new HashSet<(string, string)>()).Select(one => one.Reached.Threshold)));

    [Fact] public void of_nothing_is_not_reached_by_nothing() => Assert.Empty(LimitAlerts.Of([Gauge(Thousand with { Limit = new(0) }, 0)], new HashSet<(string, string)>()));

    [Fact] public void of_nothing_is_reached_by_anything() => Assert.Equal(2, LimitAlerts.Of([Gauge(Thousand with { Limit = new(0) }, 0.1m)], new HashSet<(string, string)>()).Count());

    [Fact] public void that_is_hard_is_reached_when_something_would_have_gone_beyond() => Assert.Equal([80, 100], LimitAlerts.Of([Gauge(Thousand with { Kind = LimitKind.Hard, Thresholds = [80, 100, 120] }, 3)], new HashSet<(string, string)> { ("client-1", "calls") }).Select(one => one.Reached.Threshold));

    [Fact]
    public void is_told_of_once_for_each_subject_period_and_threshold()
    {
        var march = Gauge(Thousand, 1_000);
        var april = march with { Held = march.Held with { Period = new Period(Day("2026-04-01"), Day("2026-04-30")) } };
        var ids = LimitAlerts.Of([march, april, march with { Subject = "client-2" }], new HashSet<(string, string)>()).Select(one => one.Id).ToList();
        Assert.Equal(6, ids.Distinct().Count());
        Assert.Equal(ids[..2], LimitAlerts.Of([march with { Used = 5_000 }], new HashSet<(string, string)>()).Select(one => one.Id));
    }

    [Theory]
    [InlineData(LimitKind.Hard, Aggregation.Sum, 999, true)]
    [InlineData(LimitKind.Hard, Aggregation.Sum, 1000, false)]
    [InlineData(LimitKind.Hard, Aggregation.Latest, 1000, true)]
    [InlineData(LimitKind.Hard, Aggregation.Max, 1001, false)]
    [InlineData(LimitKind.Soft, Aggregation.Sum, 5000, true)]
    internal void allows_more_below_it_and_a_level_up_to_it(LimitKind kind, Aggregation rule, int used, bool allows) => Assert.Equal(allows, Gauge(Thousand with { Kind = kind }, used).Held.Allows(used, rule));

    [Fact]
    public void is_mailed_in_the_language_of_the_organisation()
    {
        var reached = new LimitReached("client-1", Thousand, 80, "1800.5", new Period(Day("2026-03-01"), Day("2026-03-31")));
        var reader = new Identity.Contracts.Colleague(Id(1), "ann@example.test", "Ann Owner");
        Assert.Equal("Meadow: 80 % des Limits calls sind erreicht", LimitMail.Text("de-DE", reader, "Meadow\r\nBcc: x", reached with { }).Subject.Replace(" Bcc: x", "", StringComparison.Ordinal));
        var facts = Assert.Single(LimitMail.Text("de-DE", reader, "Meadow", reached).Parts.OfType<Web.MailPart.Facts>());
        Assert.Equal(["calls", "calls", "1.800,5", "1.000", "Dienstag, 31. März 2026"], facts.Rows.Select(row => row.Value));
        Assert.Equal("Meadow: 80% of the limit calls is reached", LimitMail.Text("fr-FR", reader, "Meadow", reached).Subject);
    }

    private static LimitGauge Gauge(PlanLimit limit, decimal used) =>
        new("client-1", new HeldLimit(limit, null, true, new Period(Day("2026-03-01"), Day("2026-03-31"))), new KnownMeter(Id(9), limit.Meter, false, []), "", used);
}
