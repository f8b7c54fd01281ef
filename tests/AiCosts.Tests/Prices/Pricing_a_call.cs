using System.Globalization;

namespace Billing.AiCosts.Tests;

/// <summary>Tokens to money, each figure as the specification has it.</summary>
public class Pricing_a_call
{
    private static readonly MeteredCall Nothing = new("openai", "acme", "m", Worth.Noon("2026-11-09"), TokenKinds.None, PromptLengths.OfOne(TokenKinds.None));

    public static TheoryData<string, string, string, string> Fixture => [.. PriceFixture.Each.Select(one => (one.Model, one.Tier, one.Kind.ToString(), one.Price.ToString(CultureInfo.InvariantCulture)))];

    public static TheoryData<string, long[], string, string> Worked => new()
    {
        // model, input including cached / cached / written / output, tier, dollars
        { "gpt-5-2025-08-07", [1_200_000, 700_000, 0, 90_000], "", "1.6125" },
        { "gpt-4o-mini-2024-07-18", [4_000_000, 0, 0, 600_000], "batch", "0.48" },
        { "gpt-5.6-luna", [500_000, 350_000, 100_000, 24_000], "", "0.354" },
        { "text-embedding-3-small", [2_250, 0, 0, 0], "", "0.000045" },
    };

    [Theory, MemberData(nameof(Fixture))]
    public void of_a_million_tokens_comes_to_the_price_of_the_fixture(string model, string tier, string kind, string price)
    {
        var tokens = Of(Enum.Parse<TokenKind>(kind), 1_000_000);
        var lengths = tier.StartsWith("context_", StringComparison.Ordinal) ? PromptLengths.Group(tier["context_".Length..])! : new PromptLengths(-1, 200_000);
        var call = Nothing with { Provider = PriceFixture.Provider(model), Model = model, Tokens = tokens, Lengths = lengths, Tier = PriceWords.Tier(tier) ?? ServiceTier.Standard };
        Assert.Equal(decimal.Parse(price, CultureInfo.InvariantCulture), PriceFixture.Book.Price(call).Value.Cost.Amount);
    }

    [Fact]
    public void has_a_case_for_each_price_of_the_fixture() => Assert.Equal(49, PriceFixture.Each.Count());

    [Theory, MemberData(nameof(Worked))]
    public void that_includes_what_was_cached_takes_it_apart_first(string model, long[] told, string tier, string dollars)
    {
        var tokens = new ToldTokens.IncludingCached(told[0], told[3], told[1], told[2]).Disjoint().Value;
        Assert.Equal(told[0] + told[3], tokens.Prompt + tokens.Completion);
        var priced = PriceFixture.Book.Price(Nothing with { Model = model, Tokens = tokens, Lengths = PromptLengths.OfMany(tokens), Tier = PriceWords.Tier(tier)!.Value }).Value;
        Assert.Equal(decimal.Parse(dollars, CultureInfo.InvariantCulture), priced.Cost.Amount);
        Assert.Equal(priced.Cost.Amount, priced.Parts.Sum(part => part.Amount));
    }

    [Fact]
    public void of_sonnet_writes_for_five_minutes_and_for_an_hour_and_searches() =>
        Assert.Equal(Worth.Usd(2.55m), Claude("claude-sonnet-4-5-20250929", new(350_000, 60_000, 900_000, 40_000, 10_000), "0-200k", extras: new CallExtras(Searches: 12)).Cost);

    [Fact]
    public void of_a_million_of_each_kind_of_input_of_sonnet_is_13_05() =>
        Assert.Equal(Worth.Usd(13.05m), Claude("claude-sonnet-4-5-20250929", new(1_000_000, 0, 1_000_000, 1_000_000, 1_000_000), "0-200k").Cost);

    [Fact]
    public void beyond_200k_takes_the_long_price_for_all_of_its_tokens() => Assert.Equal(Worth.Usd(1.83m), Claude("claude-sonnet-4-5-20250929", new(260_000, 8_000, 150_000), "200k-1M").Cost);

    [Fact]
    public void of_haiku_in_a_batch_loses_no_digit() => Assert.Equal("1.7500025", Claude("claude-haiku-4-5-20251001", new(2_000_000, 300_001), "0-200k", ServiceTier.Batch).Cost.ToAmountText());

    [Fact]
    public void of_a_single_cached_token_in_a_batch_is_37_and_a_half_billionths() => Assert.Equal("0.0000000375", Price(Nothing with { Provider = "openai", Model = "gpt-4o-mini-2024-07-18", Tokens = new TokenKinds(CacheRead: 1), Tier = ServiceTier.Batch }, PriceFixture.Book).Cost.ToAmountText());

    [Fact]
    public void of_perplexity_adds_what_the_search_costs() => Assert.Equal(Worth.Usd(0.0107m), Price(
        Call(new(Input: 500, Output: 200)) with { Extras = new CallExtras(Requests: 1, Searches: 1, Depth: SearchDepth.Medium) },
        Book(Terms(new(Input: Worth.Price("1"), Output: Worth.Price("1"))) with { Extras = new ExtraPrices(SearchLow: Worth.Price("0.005"), SearchMedium: Worth.Price("0.01"), SearchHigh: Worth.Price("0.012")) })).Cost);

    [Fact]
    public void of_mistral_large_is_input_and_output() => Assert.Equal(Worth.Usd(0.42m), Price(Call(new(Input: 120_000, Output: 30_000)), Book(Terms(new(Input: Worth.Price("2"), Output: Worth.Price("6"))))).Cost);

    [Fact]
    public void counts_reasoning_once_and_as_output_where_it_has_no_price_of_its_own()
    {
        var tokens = new TokenKinds(Output: 1_000_000, Reasoning: 400_000);
        Assert.Equal(Worth.Usd(10), Price(Call(tokens), Book(Terms(new(Output: Worth.Price("10"))))).Cost);
        Assert.Equal(Worth.Usd(7.2m), Price(Call(tokens), Book(Terms(new(Output: Worth.Price("10"), Reasoning: Worth.Price("3"))))).Cost);
    }

    [Fact]
    public void falls_back_to_what_is_known_and_never_to_nothing()
    {
        var terms = Terms(new(Input: Worth.Price("4"), Output: Worth.Price("8")));
        Assert.Equal(Worth.Usd(4), Price(Call(new(CacheRead: 1_000_000)), Book(terms)).Cost);
        Assert.Equal(Worth.Usd(4), Price(Call(new(ImageInput: 1_000_000)), Book(terms)).Cost);
        foreach (var kind in new[] { TokenKind.CacheWrite, TokenKind.CacheWrite5m, TokenKind.CacheWrite1h, TokenKind.AudioInput, TokenKind.AudioOutput, TokenKind.ImageOutput }) Refused("kind-unpriced", Call(Of(kind, 1)), terms);
        var written = Terms(new(Input: Worth.Price("4"), CacheWrite5m: Worth.Price("5"), AudioInput: Worth.Price("40")));
        Assert.Equal(Worth.Usd(5), Price(Call(new(CacheWrite: 1_000_000)), Book(written)).Cost);
        Assert.Equal(Worth.Usd(40), Price(Call(new(CachedAudioInput: 1_000_000)), Book(written)).Cost);
        Refused("kind-unpriced", Call(new(Output: 1)), written);
        Refused("kind-unpriced", Call(new(Input: 1)), Terms(new(Output: Worth.Price("8"))));
    }

    [Fact]
    public void of_anthropic_knows_writing_and_reading_as_shares_of_input()
    {
        var call = Call(new(CacheRead: 1_000_000, CacheWrite5m: 1_000_000, CacheWrite1h: 1_000_000)) with { Provider = "anthropic" };
        Assert.Equal(Worth.Usd(0.3m + 3.75m + 6), Price(call, Book(Terms(new(Input: Worth.Price("3"))), "anthropic")).Cost);
    }

    [Theory]
    [InlineData(200_000, "0.4")]
    [InlineData(200_001, "0.800004")]
    public void takes_the_border_of_a_length_strictly(long prompt, string dollars)
    {
        var terms = new PriceTerms(new PriceSet(new(Input: Worth.Price("2"), Output: Worth.Price("6")), [new LengthPrices(200_000, new(Input: Worth.Price("4")))]), new Dictionary<ServiceTier, TierPrice>(), ExtraPrices.None, PriceFactors.None);
        var tokens = new TokenKinds(Input: prompt);
        Assert.Equal(dollars, Price(Call(tokens), Book(terms)).Cost.ToAmountText());
        Assert.Equal(Worth.Usd(6), Price(Call(new(Output: 1_000_000)) with { Lengths = PromptLengths.Group("200k-1M")! }, Book(terms)).Cost);
        if (prompt > 200_000) Refused("length-unknown", Call(tokens) with { Lengths = PromptLengths.OfMany(tokens) }, terms);
        else Assert.Equal(dollars, Price(Call(tokens) with { Lengths = PromptLengths.OfMany(tokens) }, Book(terms)).Cost.ToAmountText());
    }

    [Fact]
    public void in_a_tier_without_a_price_is_half_for_batches_and_unpriced_for_others()
    {
        var terms = Terms(new(Input: Worth.Price("4"), CacheRead: Worth.Price("1")));
        var call = Call(new(Input: 1_000_000, CacheRead: 1_000_000));
        Assert.Equal(Worth.Usd(2.5m), Price(call with { Tier = ServiceTier.Batch }, Book(terms)).Cost);
        foreach (var tier in new[] { ServiceTier.Flex, ServiceTier.Priority }) Refused("tier-unpriced", call with { Tier = tier }, terms);
        var told = terms with { Tiers = new Dictionary<ServiceTier, TierPrice> { [ServiceTier.Priority] = TierPrice.Of(1.7m), [ServiceTier.Batch] = new(new PriceSet(new(Input: Worth.Price("3")), []), null) } };
        Assert.Equal(Worth.Usd(8.5m), Price(call with { Tier = ServiceTier.Priority }, Book(told)).Cost);
        Assert.Equal(Worth.Usd(3.5m), Price(call with { Tier = ServiceTier.Batch }, Book(told)).Cost);
    }

    [Fact]
    public void in_a_tier_that_says_nothing_of_long_prompts_is_not_priced_as_a_short_one()
    {
        var usual = new PriceSet(new(Input: Worth.Price("2")), [new LengthPrices(200_000, new(Input: Worth.Price("4")))]);
        var terms = Terms(TokenPrices.None) with { Standard = usual, Tiers = new Dictionary<ServiceTier, TierPrice> { [ServiceTier.Priority] = new(new PriceSet(new(Input: Worth.Price("3")), []), null), [ServiceTier.Batch] = new(new PriceSet(new(Input: Worth.Price("1")), []), null) } };
        var call = Call(new(Input: 1_000_000));
        Refused("tier-unpriced", call with { Tier = ServiceTier.Priority }, terms);
        Assert.Equal(Worth.Usd(2), Price(call with { Tier = ServiceTier.Batch }, Book(terms)).Cost);
    }

    [Fact]
    public void multiplies_region_fast_mode_hour_and_discount_but_not_what_is_counted_apart()
    {
        var factors = new PriceFactors(new Dictionary<string, decimal> { ["us"] = 1.1m }, 6, new OffPeak(new TimeOnly(23, 0), new TimeOnly(13, 0), 0.5m), new Percentage(10));
        var terms = Terms(new(Input: Worth.Price("10"))) with { Factors = factors, Extras = new ExtraPrices(Search: Worth.Price("0.01"), Request: Worth.Price("0.001")) };
        var call = Call(new(Input: 1_000_000)) with { Region = "us", Fast = true, Extras = new CallExtras(Requests: 2, Searches: 3) };
        Assert.Equal(Worth.Usd(10 * 1.1m * 6 * 0.5m * 0.9m + 0.03m + 0.002m), Price(call, Book(terms)).Cost);
        Assert.Equal(Worth.Usd(10 * 0.9m), Price(call with { Region = "elsewhere", Fast = false, Extras = null, At = Worth.Noon("2026-11-09").AddHours(2) }, Book(terms)).Cost);
        Refused("fast-unpriced", call, terms with { Factors = PriceFactors.None });
        Refused("kind-unpriced", call with { Fast = false }, terms with { Factors = PriceFactors.None, Extras = ExtraPrices.None });
    }

    [Theory]
    [InlineData("23:00", 0, "5")]
    [InlineData("12:59", 0, "5")]
    [InlineData("13:00", 0, "10")]
    [InlineData("22:59", 0, "10")]
    [InlineData("12:00", 60, "5")]
    [InlineData("12:00", 61, null)]
    [InlineData("13:00", 600, "10")]
    [InlineData("13:00", 601, null)]
    [InlineData("00:00", 1_440, null)]
    public void at_certain_hours_costs_less_unless_it_was_added_up_over_more_than_those(string time, int minutes, string? dollars)
    {
        var terms = Terms(new(Input: Worth.Price("10"), Output: Worth.Price("20"))) with { Factors = PriceFactors.None with { OffPeak = new OffPeak(new TimeOnly(23, 0), new TimeOnly(13, 0), 0.5m) } };
        var own = terms with { Factors = PriceFactors.None with { OffPeak = new OffPeak(new TimeOnly(23, 0), new TimeOnly(13, 0), 1, new TokenPrices(Worth.Price("5"))) } };
        var call = Call(new(Input: 1_000_000)) with { At = new DateTimeOffset(Worth.Day("2026-11-09").ToDateTime(TimeOnly.Parse(time, CultureInfo.InvariantCulture)), TimeSpan.Zero), Width = TimeSpan.FromMinutes(minutes) };
        foreach (var one in new[] { terms, own })
            if (dollars is null) Refused("hour-unknown", call, one);
            else Assert.Equal(dollars, Price(call, Book(one)).Cost.ToAmountText());
        if (dollars == "5") Assert.Equal(Worth.Usd(20), Price(call with { Tokens = new(Output: 1_000_000) }, Book(own)).Cost);
    }

    [Fact]
    public void that_a_source_counts_twice_is_refused()
    {
        Assert.Equal("tokens-inconsistent", new ToldTokens.IncludingCached(100, 10, Cached: 80, Written: 30).Disjoint().Refusal?.Code);
        Assert.Equal("tokens-inconsistent", new ToldTokens.IncludingCached(100, 10, Reasoning: 11).Disjoint().Refusal?.Code);
        Assert.Equal("tokens-inconsistent", new ToldTokens.ExcludingCached(100, -1).Disjoint().Refusal?.Code);
        Assert.Equal("too-many-tokens", new ToldTokens.ExcludingCached(long.MaxValue, 1).Disjoint().Refusal?.Code);
        Refused("tokens-inconsistent", Call(new(Input: -1)), Terms(new(Input: Worth.Price("1"))));
    }

    [Fact]
    public void takes_sound_and_images_out_of_text()
    {
        var tokens = new ToldTokens.IncludingCached(1_000, 500, Cached: 300, Written: 50, AudioInput: 100, CachedAudio: 40, AudioOutput: 60, ImageInput: 20, CachedImage: 10, ImageOutput: 5).Disjoint().Value;
        Assert.Equal(new TokenKinds(830 - 300, 250, CacheWrite: 50, Output: 435, AudioInput: 100, CachedAudioInput: 40, AudioOutput: 60, ImageInput: 20, CachedImageInput: 10, ImageOutput: 5), tokens);
        Assert.Equal(1_500, tokens.Prompt + tokens.Completion);
    }

    private static PricedCall Claude(string model, ToldTokens.ExcludingCached told, string group, ServiceTier tier = ServiceTier.Standard, CallExtras? extras = null) =>
        Price(Nothing with { Provider = "anthropic", Model = model, Tokens = told.Disjoint().Value, Lengths = PromptLengths.Group(group)!, Tier = tier, Extras = extras }, PriceFixture.Book);

    private static MeteredCall Call(TokenKinds tokens) => Nothing with { Tokens = tokens, Lengths = PromptLengths.OfOne(tokens) };

    private static PriceTerms Terms(TokenPrices prices) => PriceTerms.Of(prices);

    private static PriceBook Book(PriceTerms terms, string provider = "openai") => new([new PriceEntry("p", provider, ModelPattern.Read("m").Value, Worth.Dollar, PriceOrigin.Catalogue, null, DateTimeOffset.UnixEpoch, null, "test", terms)]);

    private static PricedCall Price(MeteredCall call, PriceBook book) => book.Price(call) is var priced && priced.Refusal is { } refusal ? throw new InvalidOperationException(refusal.Sentence) : priced.Value;

    private static void Refused(string code, MeteredCall call, PriceTerms terms) => Assert.Equal(code, Book(terms).Price(call).Refusal?.Code);

    private static TokenKinds Of(TokenKind kind, long count) => kind switch
    {
        TokenKind.Input => new(Input: count),
        TokenKind.CacheRead => new(CacheRead: count),
        TokenKind.CacheWrite => new(CacheWrite: count),
        TokenKind.CacheWrite5m => new(CacheWrite5m: count),
        TokenKind.CacheWrite1h => new(CacheWrite1h: count),
        TokenKind.Output => new(Output: count),
        TokenKind.AudioInput => new(AudioInput: count),
        TokenKind.AudioOutput => new(AudioOutput: count),
        TokenKind.ImageInput => new(ImageInput: count),
        TokenKind.ImageOutput => new(ImageOutput: count),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
