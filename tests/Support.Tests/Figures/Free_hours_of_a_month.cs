using FsCheck;
using FsCheck.Fluent;

namespace Billing.Support.Tests.Figures;

public class Free_hours_of_a_month
{
    private static readonly Currency Usd = Currency.Parse("USD");
    private static readonly RateCard Usual = RateCard.Usual(Usd);

    [Fact]
    public void are_taken_in_order_and_a_part_of_a_request_may_be_free()
    {
        var shared = Share("M4 H3 L2 H4 M1");
        Assert.Equal((2925m, 2000m, 925m), Sums(shared));
        Assert.Equal([0m, 0, 0, 750, 175], shared.Select(one => one.Net(Usd).Amount));
    }

    [Theory]
    [InlineData("H12", 3000, 2500, 500)]
    [InlineData("L2 P1", 425, 425, 0)]
    [InlineData("L6 H6", 2400, 1900, 500)]
    [InlineData("H6 L6", 2400, 2100, 300)]
    public void take_each_hour_at_its_own_rate(string requests, decimal gross, decimal savings, decimal net) => Assert.Equal((gross, savings, net), Sums(Share(requests)));

    [Fact]
    public void go_to_the_cheapest_first_where_that_was_chosen() => Assert.Equal(Sums(Share("L6 H6")), Sums(Share("H6 L6", FreeHoursOrder.Cheapest)));

    [Fact]
    public void of_one_day_go_by_its_time()
    {
        var (late, early) = (Request(0, "H6") with { At = new(17, 0) }, Request(0, "L6") with { At = new(9, 0) });
        Assert.Equal([early.Id, late.Id], FreeHours.Share([late, early], new(10), FreeHoursOrder.Earliest).Select(one => one.Of.Id));
    }

    [Fact]
    public void that_earlier_invoices_used_up_are_not_there_again() => Assert.All(FreeHours.Share([Request(0, "H6")], new(-2), FreeHoursOrder.Earliest), one => Assert.Equal(0, one.Free.Value));

    [Fact]
    public void stand_on_the_invoice_per_urgency() => Assert.Equal(
        ["Hours High 7 1750", "Hours Medium 5 875", "Hours Low 2 300", "FreeHours High 4 -1000", "FreeHours Medium 4 -700", "FreeHours Low 2 -300"],
        MonthLines.OfHours(new(2025, 6, 1), Share("M4 H3 L2 H4 M1")).Select(line => $"{line.Kind} {line.Urgency} {line.Quantity} {line.Amount(Usd).Amount:0.##}"));

    [Fact]
    public void at_two_rates_of_one_urgency_are_two_lines()
    {
        var lines = MonthLines.OfHours(new(2025, 6, 1), FreeHours.Share([Request(0, "H1"), Request(1, "H2") with { Rate = new(300) }], new(0), FreeHoursOrder.Earliest)).ToList();
        Assert.Equal([600m, 250], lines.Select(line => line.Amount(Usd).Amount));
    }

    [Fact]
    public void are_never_more_than_there_are_and_none_is_left_while_an_hour_costs() => Prop.ForAll(Requests.Zip(Gen.Elements(FreeHoursOrder.Earliest, FreeHoursOrder.Cheapest)).ToArbitrary(), given =>
    {
        var shared = FreeHours.Share(given.Item1, new(10), given.Item2);
        var (free, hours) = (shared.Sum(one => one.Free.Value), shared.Sum(one => one.Of.Hours.Value));
        return free == Math.Min(10, hours) && shared.Count == given.Item1.Length && shared.All(one => one.Free.Value >= 0 && one.Free.Value <= one.Of.Hours.Value && one.Net(Usd).Amount >= 0);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void do_not_depend_on_the_order_in_which_requests_were_read() =>
        Prop.ForAll(Requests.ToArbitrary(), requests => FreeHours.Share(requests, new(10), FreeHoursOrder.Earliest).SequenceEqual(FreeHours.Share(Enumerable.Reverse(requests), new(10), FreeHoursOrder.Earliest))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void save_least_when_the_cheapest_go_first() =>
        Prop.ForAll(Requests.ToArbitrary(), requests => Savings(requests, FreeHoursOrder.Cheapest) <= Savings(requests, FreeHoursOrder.Earliest)).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void make_lines_that_come_to_what_requests_come_to() => Prop.ForAll(Requests.ToArbitrary(), requests =>
    {
        var shared = FreeHours.Share(requests, new(10), FreeHoursOrder.Earliest);
        return MonthLines.OfHours(new(2025, 6, 1), shared).Sum(line => line.Quantity.Value * line.UnitPrice.Value) == shared.Sum(one => (one.Of.Hours.Value - one.Free.Value) * one.Of.Rate.Value);
    }).Check(Config.QuickThrowOnFailure);

    /// <summary>Quarters of hours on days of a month; several on one day.</summary>
    private static readonly Gen<BillableHours[]> Requests = (
        from quarters in Gen.Choose(0, 40)
        from urgency in Gen.Elements(Enum.GetValues<Urgency>())
        from day in Gen.Choose(1, 5)
        select new BillableHours(Guid.NewGuid(), new(2025, 6, day), new(9, 0), urgency, new(quarters / 4m), Usual.Of(urgency))).ArrayOf();

    private static decimal Savings(BillableHours[] requests, FreeHoursOrder order) => FreeHours.Share(requests, new(10), order).Sum(one => one.Savings(Usd).Amount);

    private static IReadOnlyList<SharedHours> Share(string requests, FreeHoursOrder order = FreeHoursOrder.Earliest) => FreeHours.Share(requests.Split(' ').Select((text, i) => Request(i, text)), new(10), order);

    private static (decimal Gross, decimal Savings, decimal Net) Sums(IReadOnlyList<SharedHours> shared) => (shared.Sum(one => one.Gross(Usd).Amount), shared.Sum(one => one.Savings(Usd).Amount), shared.Sum(one => one.Net(Usd).Amount));

    private static BillableHours Request(int place, string text)
    {
        var urgency = Enum.GetValues<Urgency>().Single(one => one.ToString()[0] == text[0]);
        return new(new Guid(place + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), new DateOnly(2025, 6, 1).AddDays(place), new(9, 0), urgency, new(decimal.Parse(text[1..], System.Globalization.CultureInfo.InvariantCulture)), Usual.Of(urgency));
    }
}
