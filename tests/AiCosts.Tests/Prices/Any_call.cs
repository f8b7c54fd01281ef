using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Billing.AiCosts.Tests;

/// <summary>What holds for every call, whatever was used.</summary>
public class Any_call
{
    private static readonly Gen<long> Counts = Gen.Frequency((3, Gen.Choose(0, 5_000_000)), (1, Gen.Constant(0))).Select(count => (long)count);

    private static readonly Arbitrary<ToldTokens.IncludingCached> Told = (
        from parts in Counts.ArrayOf(8)
        from reasoned in Gen.Choose(0, 100)
        select new ToldTokens.IncludingCached(
            parts[0] + parts[1] + parts[2] + parts[3] + parts[4], parts[5] + parts[6], parts[1] + parts[7] % (parts[1] + 1), parts[2], parts[5] * reasoned / 100, parts[3], parts[7] % (parts[1] + 1) / 2, parts[6], parts[4])).ToArbitrary();

    [Fact]
    public void counts_every_token_once_or_is_refused() => Prop.ForAll(Told, told => !told.Disjoint().TryGet(out var tokens, out var refusal)
        ? refusal.Code == "tokens-inconsistent" && told.Cached + told.Written + told.AudioInput + told.ImageInput > told.Input
        : tokens.Prompt == told.Input && tokens.Completion == told.Output && Enum.GetValues<TokenKind>().All(kind => tokens.Of(kind) >= 0)).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void comes_to_the_sum_of_its_parts_and_two_of_them_to_both_together() => Prop.ForAll(Gen.Choose(0, 9_000_000).ArrayOf(10).ToArbitrary(), counts =>
    {
        TokenKinds one = new(counts[0], counts[1], counts[2], counts[3], 0, counts[4]), other = new(counts[5], counts[6], counts[7], counts[8], 0, counts[9]);
        var (a, b, both) = (Price(one), Price(other), Price(one + other));
        return Math.Abs(a.Cost.Amount + b.Cost.Amount - both.Cost.Amount) <= 0.000000000002m && both.Parts.Sum(part => part.Amount) == both.Cost.Amount && both.Cost >= a.Cost;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void is_covered_by_a_pattern_as_by_an_expression() => Prop.ForAll(Gen.Elements('a', 'b', '*').ArrayOf(5).Zip(Gen.Elements('a', 'b', 'A').ArrayOf(6)).ToArbitrary(), made =>
    {
        var (pattern, model) = (string.Concat(made.Item1), string.Concat(made.Item2));
        return !ModelPattern.Read(pattern).TryGet(out var read, out _) || read.Covers(model) == Regex.IsMatch(model, "^" + pattern.Replace("*", ".*") + "$", RegexOptions.IgnoreCase);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static PricedCall Price(TokenKinds tokens) => PriceFixture.Book.Price(new MeteredCall("anthropic", null, "claude-haiku-4-5-20251001", Worth.Noon("2026-11-09"), tokens, PromptLengths.OfMany(tokens))).Value;
}
