using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using Billing.Web;
using static Billing.Usage.Tests.Some;
using Assigning = Billing.Stories.Story<Billing.Usage.Subject, Billing.Usage.SubjectEvent>;
using Planning = Billing.Stories.Story<Billing.Usage.UsagePlan, Billing.Usage.UsagePlanEvent>;

namespace Billing.Usage.Tests;

public class A_usage_plan
{
    private static readonly DateOnly Today = Day("2025-11-19");
    private static readonly PlanPeriod Monthly = new(PeriodLength.Month, PlanPeriod.UsualStart);
    private static readonly PlanTerms Terms = Calls("0.01");
    private static readonly PlanDefined Defined = new("pro", Eur, Monthly, Terms);

    [Fact] public void is_defined() => Planning.Given().When(_ => new DefinePlan("pro", Written("0.01"), Eur).Decide(Terms, Usd)).Then(Defined);

    [Fact] public void asks_in_the_currency_of_the_organisation_unless_told() => Planning.Given().When(_ => new DefinePlan("pro", Written("0.01")).Decide(Terms, Usd)).Then(Defined with { Currency = Usd });

    [Fact] public void needs_a_code_that_programs_can_write() => Planning.Given().When(_ => new DefinePlan("Pro plan", Written("0.01")).Decide(Terms, Eur)).ThenRefused("bad-plan-code");

    [Fact] public void is_revised_for_the_next_period() => Planning.Given(Defined).When(plan => new RevisePlan(Written("0.02")).Decide(plan, Calls("0.02"), Today)).Then(new PlanRevised(Day("2025-12-01"), Calls("0.02")));

    [Fact] public void is_revised_for_periods_far_ahead() => Planning.Given(Defined).When(plan => new RevisePlan(Written("0.02"), Day("2026-07-01")).Decide(plan, Calls("0.02"), Today)).Then(new PlanRevised(Day("2026-07-01"), Calls("0.02")));

    [Fact] public void stays_as_agreed_in_a_period_that_has_begun() => Planning.Given(Defined).When(plan => new RevisePlan(Written("0.02"), Day("2025-11-30")).Decide(plan, Calls("0.02"), Today)).ThenRefused("version-from-past");

    [Fact] public void revised_to_what_it_is_changes_nothing() => Planning.Given(Defined).When(plan => new RevisePlan(Written("0.01")).Decide(plan, Calls("0.01"), Today)).ThenNothing();

    [Fact] public void takes_a_version_to_come_back() => Planning.Given(Defined, new PlanRevised(Day("2026-07-01"), Calls("0.02"))).When(plan => new RevisePlan(Written("0.01"), Day("2026-07-01")).Decide(plan, Terms, Today)).Then(new PlanRevised(Day("2026-07-01"), Terms));

    [Fact] public void that_is_retired_gets_no_version() => Planning.Given(Defined, new PlanRetired()).When(plan => new RevisePlan(Written("0.02")).Decide(plan, Calls("0.02"), Today)).ThenRefused("plan-retired");

    [Theory]
    [InlineData("Month", "2024-01-31", "2026-02-28", "2026-03-30"), InlineData("Month", "2024-01-01", "2025-11-01", "2025-11-30"), InlineData("Week", "2024-01-01", "2025-11-17", "2025-11-23"), InlineData("Quarter", "2024-02-15", "2025-11-15", "2026-02-14"), InlineData("Year", "2024-01-01", "2025-01-01", "2025-12-31")]
    public void bills_periods_that_follow_each_other(string every, string startsOn, string from, string through)
    {
        var periods = new PlanPeriod(Enum.Parse<PeriodLength>(every), Day(startsOn));
        var expected = new Period(Day(from), Day(through));
        Assert.Equal(expected, periods.Of(expected.From));
        Assert.Equal(expected, periods.Of(expected.Through));
        foreach (var (one, next) in periods.From(Day("2023-12-31")).Take(40).Zip(periods.From(Day("2023-12-31")).Skip(1))) Assert.Equal(one.Through.AddDays(1), next.From);
    }

    [Fact]
    public void says_everything_that_is_wrong_with_it()
    {
        List<Fault> faults = [];
        var wanted = new WantedTerms(
            " ", [new WantedCharge("Calls", new PriceTerms("per-unit", UnitPrice: "x"), "calls", By: "city"), new WantedCharge("Again", new PriceTerms("flat", Fee: "1"), "nothing", "calls"), new WantedCharge("Fees", new PriceTerms("fees"), Code: "fees")],
            Minimum: Euros(5), Maximum: Euros(4), Limits: [new WantedLimit("calls", new Quantity(-1)), new WantedLimit("users", new Quantity(1), Thresholds: [0])]);
        Assert.Null(new PlanReading(Eur, new Dictionary<string, MeterRule> { ["calls"] = new(Aggregation.Count, null, [], ["region"]) }, faults).Read(wanted));
        Assert.Equal(
            ["/charges/0/by", "/charges/0/price/unitPrice", "/charges/1/code", "/charges/1/meter", "/charges/1/meter", "/charges/2/price/type", "/limits/0/limit", "/limits/1/meter", "/limits/1/thresholds", "/maximum", "/name"],
            faults.Select(fault => fault.Pointer).Order(StringComparer.Ordinal));
    }

    internal static PlanTerms Calls(string price) => new("Pro", [new("calls", "Calls", "calls", new Dictionary<string, string>(), null, new PriceTerms("per-unit", UnitPrice: price), null, null)], null, null, null, []);

    private static WantedTerms Written(string price) => new("Pro", [new WantedCharge("Calls", new PriceTerms("per-unit", UnitPrice: price), "calls")]);
}

public class A_plan_of_a_client
{
    private static readonly DateOnly Today = Day("2025-11-19");
    private static readonly BilledClient Meadow = new(Id(1), "Meadow Health", Eur, true);
    private static readonly PlanRow Pro = Row(3, "pro", "calls");
    private static readonly PlanRow Other = Row(4, "other", "calls");
    private static readonly PlanRow Storage = Row(5, "storage", "storage");
    private static readonly Dictionary<Guid, PlanRow> Plans = new[] { Pro, Other, Storage }.ToDictionary(plan => plan.Id);
    private static readonly PlanAssigned HasPro = new(Id(7), "shop-1", Id(3), new ClientId(Id(1)), Today, null);

    [Fact] public void holds_from_today_unless_told() => Assigning.Given().When(Assign(Pro)).Then(HasPro with { AssignmentId = Id(9) });

    [Fact] public void is_for_what_events_call_by_the_clients_id_unless_told() => Assigning.Given().When(subject => new AssignPlan(new ClientId(Id(1))).Decide(subject, Id(9), Meadow, Pro, Plans, Today)).Then(HasPro with { AssignmentId = Id(9), Subject = Id(1).ToString() });

    [Fact] public void is_given_once() => Assigning.Given(HasPro).When(Assign(Pro)).ThenNothing();

    [Fact] public void does_not_measure_what_another_plan_measures_then() => Assigning.Given(HasPro).When(Assign(Other, "2026-01-01")).ThenRefused("meter-billed-already");

    [Fact] public void may_measure_it_before_or_afterwards() => Assigning.Given(HasPro, new PlanLeft(Id(7), Day("2025-12-31"))).When(Assign(Other, "2026-01-01")).Then(HasPro with { AssignmentId = Id(9), PlanId = Id(4), From = Day("2026-01-01") });

    [Fact] public void may_measure_something_else() => Assigning.Given(HasPro).When(Assign(Storage)).Then(HasPro with { AssignmentId = Id(9), PlanId = Id(5) });

    [Fact] public void that_is_retired_is_given_to_nobody() => Assigning.Given().When(Assign(Pro with { Retired = true })).ThenRefused("plan-retired");

    [Fact] public void is_not_given_to_nobody() => Assigning.Given().When(subject => new AssignPlan(new ClientId(Id(1))).Decide(subject, Id(9), null, Pro, Plans, Today)).ThenRefused("unknown-client");

    [Fact] public void ends_on_a_day() => Assigning.Given(HasPro).When(Leave("2026-01-31")).Then(new PlanLeft(Id(7), Day("2026-01-31")));

    [Fact] public void ends_no_sooner_than_it_begins() => Assigning.Given(HasPro).When(Leave("2025-11-18")).ThenRefused("left-before-it-begins");

    [Fact] public void that_nobody_has_does_not_end() => Assigning.Given().When(Leave("2026-01-31")).ThenRefused("unknown-assignment");

    [Fact]
    public void does_not_go_on_into_another_that_measures_the_same() =>
        Assigning.Given(HasPro, new PlanLeft(Id(7), Day("2025-12-31")), HasPro with { AssignmentId = Id(8), PlanId = Id(4), From = Day("2026-01-01") }).When(Leave(null)).ThenRefused("meter-billed-already");

    [Fact]
    public void covers_the_part_of_a_period_in_which_it_holds()
    {
        var assignment = new PlanAssignment(Id(7), Id(3), Id(1), Day("2025-11-19"), Day("2025-12-10"));
        Assert.Equal(new Period(Day("2025-11-19"), Day("2025-11-30")), assignment.Within(new Period(Day("2025-11-01"), Day("2025-11-30"))));
        Assert.Equal(new Period(Day("2025-12-01"), Day("2025-12-10")), assignment.Within(new Period(Day("2025-12-01"), Day("2025-12-31"))));
        Assert.Null(assignment.Within(new Period(Day("2026-01-01"), Day("2026-01-31"))));
    }

    [Fact]
    public void limits_what_is_used_in_that_part()
    {
        var limit = new PlanLimit("api_calls", "calls", new Quantity(100), LimitKind.Hard, [80, 100]);
        var plan = Pro with { Versions = [new(DateOnly.MinValue, Pro.Versions[0].Terms with { Limits = [limit] })] };
        var subject = new SubjectRow(Subject.Id("shop-1"), "shop-1", [new(Id(7), plan.Id, Id(1), Today, null)], 1);
        var plans = new Dictionary<Guid, PlanRow> { [plan.Id] = plan };
        Assert.Equal([new LimitInForce(limit, "pro", Id(1), new Period(Today, Day("2025-11-30")))], PlanLimits.Of(subject, plans, Today));
        Assert.Equal([new LimitInForce(limit, "pro", Id(1), new Period(Day("2025-12-01"), Day("2025-12-31")))], PlanLimits.Of(subject, plans, Day("2025-12-31")));
        Assert.Empty(PlanLimits.Of(subject, plans, Today.AddDays(-1)));
    }

    private static Func<Subject, Decision<SubjectEvent>> Assign(PlanRow plan, string? from = null) => subject => new AssignPlan(new ClientId(Id(1)), "shop-1", from is null ? null : Day(from)).Decide(subject, Id(9), Meadow, plan, Plans, Today);

    private static Func<Subject, Decision<SubjectEvent>> Leave(string? through) => subject => new LeavePlan(Id(7), through is null ? null : Day(through)).Decide(subject, Pro.Id, Plans);

    private static PlanRow Row(int id, string code, string meter) => new(
        Id(id), code, code, "EUR", new PlanPeriod(PeriodLength.Month, PlanPeriod.UsualStart),
        [new(DateOnly.MinValue, new PlanTerms(code, [new(meter, meter, meter, new Dictionary<string, string>(), null, new PriceTerms("per-unit", UnitPrice: "1"), null, null)], null, null, null, []))], false, 1);
}
