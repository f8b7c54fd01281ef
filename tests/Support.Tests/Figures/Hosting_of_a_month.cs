using FsCheck;
using FsCheck.Fluent;

namespace Billing.Support.Tests.Figures;

public class Hosting_of_a_month
{
    private static readonly Currency Usd = Currency.Parse("USD");
    private static readonly DateOnly June = new(2025, 6, 1);

    [Theory]
    [InlineData("2025-06-02", null, "2025-06-01", nameof(HostingState.ProratedStart), 29, "95.70")]
    [InlineData("2025-06-15", null, "2025-06-01", nameof(HostingState.ProratedStart), 16, "52.80")]
    [InlineData("2020-01-01", "2025-06-10", "2025-06-01", nameof(HostingState.ProratedEnd), 10, "33.00")]
    [InlineData("2025-06-05", "2025-06-20", "2025-06-01", nameof(HostingState.ProratedStart), 16, "52.80")]
    [InlineData("2024-02-10", null, "2024-02-01", nameof(HostingState.ProratedStart), 20, "68.28")]
    [InlineData("2025-02-10", null, "2025-02-01", nameof(HostingState.ProratedStart), 19, "67.18")]
    [InlineData("2025-06-01", "2025-06-30", "2025-06-01", nameof(HostingState.Full), 30, "99.00")]
    [InlineData("2025-07-01", null, "2025-06-01", nameof(HostingState.Inactive), 0, "0.00")]
    [InlineData("2020-01-01", "2025-05-31", "2025-06-01", nameof(HostingState.Inactive), 0, "0.00")]
    public void counts_both_border_days(string start, string? end, string month, string state, int days, string gross)
    {
        var of = Site("A", start, end).Of(Day(month));
        Assert.Equal((state, days, gross), (of.State.ToString(), of.Days, of.Gross.ToAmountText()));
    }

    [Theory]
    [InlineData(20, "", "1980.00", 1, "1881.00")]
    [InlineData(18, "2025-06-16.. 2025-06-21..", "1864.50", 1, "1765.50")]
    [InlineData(22, "2025-06-16.. ..2025-06-10", "2260.50", 1, "2161.50")]
    [InlineData(19, "", "1881.00", 0, "1881.00")]
    [InlineData(40, "", "3960.00", 2, "3762.00")]
    public void frees_one_of_twenty_sites(int full, string others, string gross, int free, string net)
    {
        var months = Hosting.Of([.. Enumerable.Range(0, full).Select(i => Site($"full {i:00}", "2020-01-01", null)), .. others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Range)], June, 20);
        Assert.Equal((gross, free, net), (Sum(months.Select(one => one.Gross)), months.Count(one => one.Free), Sum(months.Select(one => one.Net))));
        Assert.Equal(net, Sum(MonthLines.OfHosting(June, months).Select(line => line.Amount(Usd))));
    }

    [Fact]
    public void frees_full_sites_first_then_the_dearest_then_by_name()
    {
        var dear = Site("dear", "2025-06-02", null, 500);
        var months = Hosting.Of([dear, Site("b", "2020-01-01", null), Site("A", "2020-01-01", null), Site("c", "2020-01-01", null, 50)], June, 2);
        Assert.Equal(["A", "b"], months.Where(one => one.Free).Select(one => one.Name));
    }

    [Fact]
    public void goes_by_the_fee_known_for_the_month()
    {
        var site = new HostedSite(Guid.NewGuid(), "A", Day("2025-01-15"), null, [new(Day("2025-01-01"), new(99, Usd)), new(Day("2025-06-01"), new(0, Usd)), new(Day("2025-08-01"), new(120, Usd))]);
        Assert.Equal([99m, 0, 0, 120], new[] { 5, 6, 7, 8 }.Select(month => site.Of(new(2025, month, 1)).Gross.Amount));
    }

    [Fact]
    public void stands_on_the_invoice_in_full_with_what_is_taken_off()
    {
        var months = Hosting.Of([.. Enumerable.Range(0, 18).Select(i => Site($"full {i:00}", "2020-01-01", null)), Range("2025-06-16.."), Range("2025-06-21..")], June, 20);
        Assert.Equal(["Hosting 20 99", "Proration 1 -49.5", "Proration 1 -66", "FreeHosting 1 -99"], MonthLines.OfHosting(June, months).Select(line => $"{line.Kind} {line.Quantity} {line.UnitPrice}"));
    }

    [Fact]
    public void never_costs_more_than_its_fee_and_the_days_of_two_halves_are_those_of_the_whole() =>
        Prop.ForAll(Gen.Choose(0, 400).Zip(Gen.Choose(0, 400)).ToArbitrary(), days =>
        {
            var (start, cut) = (new DateOnly(2024, 12, 1).AddDays(Math.Min(days.Item1, days.Item2)), new DateOnly(2024, 12, 1).AddDays(Math.Max(days.Item1, days.Item2)));
            var (whole, first, second) = (Of(start, null), Of(start, cut), Of(cut.AddDays(1), null));
            return Enumerable.Range(1, 12).Select(month => new DateOnly(2025, month, 1)).All(month => whole.Of(month).Days == first.Of(month).Days + second.Of(month).Days && whole.Of(month).Gross <= whole.Of(month).Fee && first.Of(month).Gross.Amount >= 0);
        }).Check(Config.QuickThrowOnFailure);

    private static HostedSite Range(string range)
    {
        var ends = range.Split("..");
        return Site(range, ends[0].Length == 0 ? "2020-01-01" : ends[0], ends[1].Length == 0 ? null : ends[1]);
    }

    private static HostedSite Site(string name, string start, string? end, decimal fee = 99) => Of(Day(start), end is null ? null : Day(end), name, fee);

    private static HostedSite Of(DateOnly start, DateOnly? end, string name = "A", decimal fee = 99) => new(Guid.NewGuid(), name, start, end, [new(start, new(fee, Usd))]);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(Usd), (sum, one) => sum + one).ToAmountText();
}
