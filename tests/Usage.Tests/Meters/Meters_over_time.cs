using Billing.Stories;
using static Billing.Stories.Story<Billing.Usage.Meter, Billing.Usage.MeterEvent>;

namespace Billing.Usage.Tests;

public class Defining_a_meter
{
    [Fact]
    public void says_how_events_become_an_amount() =>
        Given().When(meter => new DefineMeter("api.calls", " API  calls ", new WantedRule(Aggregation.Sum, GroupBy: ["region"]), "calls").Decide(meter))
            .Then(new MeterDefined("api.calls", "API calls", "calls", new MeterRule(Aggregation.Sum, null, [], ["region"])));

    [Theory]
    [InlineData("Calls"), InlineData(""), InlineData("1calls"), InlineData("two words"), InlineData("ähnlich")]
    public void needs_a_code_that_programs_can_write(string code) => Given().When(meter => new DefineMeter(code, "Calls", new WantedRule(Aggregation.Count)).Decide(meter)).ThenRefused("bad-meter-code");

    [Fact]
    public void that_counts_different_things_says_which() => Given().When(meter => new DefineMeter("users", "Users", new WantedRule(Aggregation.UniqueCount)).Decide(meter)).ThenRefused("property-of-unique-count");

    [Fact]
    public void that_adds_has_no_property_to_count() => Given().When(meter => new DefineMeter("users", "Users", new WantedRule(Aggregation.Sum, "user")).Decide(meter)).ThenRefused("property-of-unique-count");

    [Fact]
    public void groups_by_a_property_once() => Given().When(meter => new DefineMeter("users", "Users", new WantedRule(Aggregation.Sum, GroupBy: ["a", "a"])).Decide(meter)).ThenRefused("grouping-twice");

    [Fact]
    public void rounds_to_places_there_are() => Given().When(meter => new DefineMeter("users", "Users", new WantedRule(Aggregation.Sum, Rounding: UsageRounding.Up, Places: 13)).Decide(meter)).ThenRefused("bad-places");
}

public class Revising_a_meter
{
    private static readonly MeterRule Sum = new(Aggregation.Sum, null, [], []);
    private static readonly MeterDefined Defined = new("traffic", "Traffic", "GB", Sum);

    [Theory]
    [InlineData("2026-03-10T12:00:00Z", "2026-03-10T13:00:00Z"), InlineData("2026-03-10T12:58:59Z", "2026-03-10T13:00:00Z"), InlineData("2026-03-10T12:59:00Z", "2026-03-10T14:00:00Z"), InlineData("2026-12-31T23:59:30Z", "2027-01-01T01:00:00Z")]
    public void begins_at_a_full_hour_that_every_node_has_heard_of(string now, string from) =>
        Given(Defined).When(meter => new ReviseMeter("Traffic", new WantedRule(Aggregation.Max), "GB").Decide(meter, DateTimeOffset.Parse(now, null)))
            .Then(new MeterRevised(new MeterRule(Aggregation.Max, null, [], []), DateTimeOffset.Parse(from, null)));

    [Fact]
    public void to_what_it_is_changes_nothing() => Given(Defined).When(meter => new ReviseMeter("Traffic", new WantedRule(Aggregation.Sum), "GB").Decide(meter, DateTimeOffset.UnixEpoch)).ThenNothing();

    [Fact]
    public void by_name_makes_no_version() => Given(Defined).When(meter => new ReviseMeter("Out", new WantedRule(Aggregation.Sum), "GB").Decide(meter, DateTimeOffset.UnixEpoch)).Then(new MeterRenamed("Out", "GB"));

    [Fact]
    public void that_is_retired_is_refused() => Given(Defined, new MeterRetired()).When(meter => new ReviseMeter("Out", new WantedRule(Aggregation.Sum)).Decide(meter, DateTimeOffset.UnixEpoch)).ThenRefused("meter-retired");

    [Fact]
    public void judges_each_event_by_the_version_of_its_instant()
    {
        var border = new DateTimeOffset(2026, 3, 10, 13, 0, 0, TimeSpan.Zero);
        var meter = Some.Fold(Meter.Initial, Defined, new MeterRevised(Sum with { GroupBy = ["region"] }, border));
        var known = new KnownMeter(Guid.Empty, "traffic", false, meter.Versions);
        Assert.Empty(known.RuleAt(border.UtcDateTime.AddTicks(-10)).GroupBy);
        Assert.Equal(["region"], known.RuleAt(border.UtcDateTime).GroupBy);
    }
}

public class Rounding_an_amount
{
    [Theory]
    [InlineData("None", 0, "1.005", "1.005"), InlineData("Up", 0, "1.0001", "2"), InlineData("Up", 2, "-1.001", "-1.01"), InlineData("Down", 1, "1.99", "1.9"), InlineData("Nearest", 2, "1.005", "1.01"), InlineData("Nearest", 0, "-2.5", "-3")]
    public void is_as_the_meter_says(string rounding, int places, string amount, string rounded)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Assert.Equal(decimal.Parse(rounded, culture), new MeterRule(Aggregation.Sum, null, [], [], Enum.Parse<UsageRounding>(rounding), places).Round(decimal.Parse(amount, culture)));
    }
}
