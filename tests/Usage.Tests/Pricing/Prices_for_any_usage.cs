using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Billing.Usage.Tests;

/// <summary>What holds for every price, whatever was used.</summary>
public class Prices_for_any_usage
{
    private static readonly Gen<Exact> Numbers =
        from whole in Gen.Frequency((3, Gen.Choose(0, 50)), (1, Gen.Choose(0, 1_000_000)))
        from decimals in Gen.Frequency((2, Gen.Constant("")), (1, Gen.Choose(0, 999_999).Select(some => "." + some.ToString("D6", CultureInfo.InvariantCulture))), (1, Gen.Choose(1, 999_999).Select(some => ".000000" + some.ToString("D6", CultureInfo.InvariantCulture))))
        select Read(whole + decimals);

    private static readonly Gen<Exact> Steps = Numbers.Where(number => number.IsPositive);

    private static readonly Gen<Exact> Sizes = Gen.Choose(1, 5000).Select(size => Read((size / 10m).ToString(CultureInfo.InvariantCulture)));

    private static readonly Gen<IReadOnlyList<Tier>> Tiers =
        from steps in Steps.ListOf(4)
        from units in Numbers.ListOf(5)
        from flats in Numbers.ListOf(5)
        select (IReadOnlyList<Tier>)[.. units.Select((unit, i) => new Tier(i == 4 ? null : Exact.Sum(steps.Take(i + 1)), unit, flats[i]))];

    private static readonly Gen<Price> Blocks =
        from policy in Gen.Elements(BlockPolicy.AllTiers, BlockPolicy.TopTier)
        from sizes in Sizes.ListOf(3)
        from most in Gen.Choose(1, 20).ListOf(3)
        from prices in Numbers.ListOf(3)
        select (Price)new BlocksPrice(policy, [new BlockUnit(null, [.. sizes.Select((size, i) => new BlockTier(size, most[i], prices[i]))])]);

    private static readonly Gen<Price> Growing = Gen.OneOf(
        Numbers.Select(fee => (Price)new FlatPrice(fee)), Numbers.Select(price => (Price)new PerUnitPrice(price)), Tiers.Select(tiers => (Price)new GraduatedPrice(tiers)), Tiers.Select(tiers => (Price)new GraduatedPercentagePrice(tiers)),
        Sizes.SelectMany(size => Numbers.SelectMany(price => Numbers.Select(free => (Price)new PackagePrice(size, price, free)))), Blocks.Where(price => ((BlocksPrice)price).Policy == BlockPolicy.AllTiers), Numbers.Select(times => (Price)new DynamicPrice(times)));

    private static readonly Gen<Price> Any = Gen.OneOf(Growing, Tiers.Select(tiers => (Price)new VolumePrice(tiers)), Blocks);

    [Fact]
    public void never_fall_when_more_is_used() => Check(Growing, (price, less, more) => price.Amount(Used.Of(less)) <= price.Amount(Used.Of(less + more)));

    [Fact]
    public void are_never_negative() => Check(Any, (price, used, _) => !price.Amount(Used.Of(used)).IsNegative && price.Rate(Used.Of(used)).All(part => !part.Amount.IsNegative));

    [Fact]
    public void come_to_the_same_in_two_lines_as_in_one() => Check(Any, (price, first, second) =>
    {
        var whole = Line(price, first + second);
        var one = Line(price, first);
        var two = PricedUsage.Of(PricingTask.Of(Some.Eur, price, Used.Of(second)) with { UsedBefore = Used.Of(first), PreviouslyBilled = one.Exactly }).Value;
        return one.Exactly + two.Exactly == whole.Exactly;
    });

    [Fact]
    public void under_a_cap_come_to_the_same_in_two_lines_as_in_one_when_they_only_grow() => Check(Growing, (price, first, second) =>
    {
        var bounds = Bounds.None with { Maximum = 1000 };
        var whole = PricedUsage.Of(PricingTask.Of(Some.Eur, price, Used.Of(first + second)) with { Bounds = bounds }).Value;
        var one = PricedUsage.Of(PricingTask.Of(Some.Eur, price, Used.Of(first)) with { Bounds = bounds }).Value;
        var two = PricedUsage.Of(PricingTask.Of(Some.Eur, price, Used.Of(second)) with { Bounds = bounds, UsedBefore = Used.Of(first), PreviouslyBilled = one.Exactly }).Value;
        return one.Exactly + two.Exactly == whole.Exactly && whole.Exactly <= 1000;
    });

    [Fact]
    public void are_the_sum_of_their_breakdown_with_the_rounding_as_a_part() => Check(Any, (price, used, minimum) =>
    {
        var line = PricedUsage.Of(PricingTask.Of(Some.Eur, price, Used.Of(used)) with { Coupons = [new CouponValue(null, 15), new CouponValue(3, null)], Bounds = Bounds.None with { Minimum = minimum } }).Value;
        return Exact.Sum(line.Parts.Select(part => part.Amount)) == line.Amount && line.Exactly + line.Of(PartKind.Rounding) == line.Amount && Exact.Sum(line.Parts.Where(part => part.Kind != PartKind.Rounding).Select(part => part.Amount)) == line.Exactly;
    });

    [Fact]
    public void of_events_do_not_depend_on_how_they_are_spread_over_lines() => Prop.ForAll(Numbers.ListOf().Zip(Gen.Choose(0, 20)).ToArbitrary(), made =>
    {
        var (events, cut) = (made.Item1, Math.Min(made.Item2, made.Item1.Count));
        var price = new PercentagePrice(Read("2.9"), Read("0.3"), 3, 100, Read("0.5"), 20);
        var first = PricedUsage.Of(PricingTask.Of(Some.Eur, price, Used.Of([.. events.Take(cut)]))).Value;
        var second = PricedUsage.Of(PricingTask.Of(Some.Eur, price, Used.Of([.. events.Skip(cut)])) with { UsedBefore = Used.Of([.. events.Take(cut)]) }).Value;
        return first.Exactly + second.Exactly == price.Amount(Used.Of([.. events]));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void of_more_events_than_anybody_reads_say_the_first_thousand_and_the_rest_together()
    {
        List<Exact> events = [.. Enumerable.Range(1, 2_500).Select(number => Read($"{number}.01"))];
        foreach (var price in new Price[] { new PercentagePrice(Read("2.9"), Read("0.3"), 1_200, null, Read("0.5"), 20), new DynamicPrice(Read("1.33")) })
        {
            var parts = price.Rate(Used.Of(events));
            Assert.Equal(1_001, parts.Count);
            Assert.Equal("Events 1001 to 2500", parts[^1].Label);
            Assert.Equal(Exact.Sum(events.Skip(1_000)), parts[^1].Quantity);
            Exact[] alone = price is DynamicPrice ? [.. events.Select(one => price.Amount(Used.Of([one])))] : [.. events.Skip(1_200).Select(one => (((PercentagePrice)price) with { FreeEvents = null }).Amount(Used.Of([one])))];
            Assert.Equal(Exact.Sum(alone), Exact.Sum(parts.Select(part => part.Amount)));
        }
    }

    [Fact]
    public void lose_no_digit_of_twelve_decimals() => Assert.Equal("999999999998999999999.001000000000999999999999", new PerUnitPrice(Read("999999999.999999999999")).Amount(Used.Of(Read("999999999999.000000000001"))).ToString());

    private static PricedUsage Line(Price price, Exact used) => PricedUsage.Of(PricingTask.Of(Some.Eur, price, Used.Of(used))).Value;

    private static Exact Read(string text) => Exact.TryRead(text, out var number) ? number : throw new FormatException(text);

    private static void Check(Gen<Price> prices, Func<Price, Exact, Exact, bool> holds) => Prop.ForAll(
        (from price in prices from one in Numbers from other in Numbers select (price, one, other)).ToArbitrary(), made => holds(made.price, made.one, made.other)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
