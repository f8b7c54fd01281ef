using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Billing.Usage.Tests;

/// <summary>Against System.Decimal, where that is exact.</summary>
public class Exact_numbers
{
    private static readonly Arbitrary<(decimal A, decimal B)> Pairs = Gen.Choose(-2_000_000, 2_000_000).Select(number => number / 1000m).Two().Select(two => (two.Item1, two.Item2)).ToArbitrary();

    [Fact]
    public void add_subtract_multiply_and_compare() => Prop.ForAll(Pairs, two =>
        Exact.Of(two.A) + Exact.Of(two.B) == Exact.Of(two.A + two.B) && Exact.Of(two.A) - Exact.Of(two.B) == Exact.Of(two.A - two.B) && Exact.Of(two.A) * Exact.Of(two.B) == Exact.Of(two.A * two.B)
        && Exact.Of(two.A) < Exact.Of(two.B) == two.A < two.B && Exact.Of(two.A).Percent(Exact.Of(two.B)) == Exact.Of(two.A * two.B / 100)).QuickCheckThrowOnFailure();

    [Fact]
    public void divide_to_24_decimals() => Prop.ForAll(Pairs, two => two.B == 0 || (Exact.Of(two.A) / Exact.Of(two.B)).Rounded(12) == Exact.Of(decimal.Round(two.A / two.B, 12, MidpointRounding.AwayFromZero))).QuickCheckThrowOnFailure();

    [Fact]
    public void round_as_decimals_do() => Prop.ForAll(Pairs, two =>
        Exact.Of(two.A).Rounded(1) == Exact.Of(decimal.Round(two.A, 1, MidpointRounding.AwayFromZero)) && Exact.Of(two.A).Rounded(1, RoundingMode.Floor) == Exact.Of(Math.Floor(two.A * 10) / 10)
        && Exact.Of(two.A).Rounded(1, RoundingMode.Ceil) == Exact.Of(Math.Ceiling(two.A * 10) / 10) && Exact.Of(two.A).Rounded(-2) == Exact.Of(decimal.Round(two.A / 100, 0, MidpointRounding.AwayFromZero) * 100)).QuickCheckThrowOnFailure();

    [Fact]
    public void count_pieces() => Prop.ForAll(Pairs, two => two.B <= 0 || Exact.Of(two.A).PiecesOf(Exact.Of(two.B)) == Exact.Of(Math.Max(0, Math.Ceiling(two.A / two.B)))).QuickCheckThrowOnFailure();

    [Fact]
    public void are_read_as_they_are_written() => Prop.ForAll(Pairs, two => Exact.TryRead(Exact.Of(two.A).ToString(), out var read) && read == Exact.Of(two.A) && decimal.Parse(read.ToString(), CultureInfo.InvariantCulture) == two.A).QuickCheckThrowOnFailure();
}
