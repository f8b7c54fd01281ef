namespace Billing.AiCosts.Tests;

/// <summary>Which entry prices a call.</summary>
public class A_price_book
{
    private static readonly DateTimeOffset Then = Worth.Noon("2026-11-09");

    [Fact]
    public void prices_by_what_held_at_the_time_of_the_call()
    {
        var book = new PriceBook([Entry("old", "gpt-5", from: "2026-01-01", until: "2026-11-01"), Entry("new", "gpt-5", from: "2026-11-01")]);
        Assert.Equal("new", book.Find("openai", null, "gpt-5", Then).Value.Id);
        Assert.Equal("new", book.Find("openai", null, "gpt-5", Worth.Noon("2026-11-01")).Value.Id);
        Assert.Equal("old", book.Find("openai", null, "gpt-5", Worth.Noon("2026-11-01").AddTicks(-1)).Value.Id);
        Assert.Equal("price-not-valid", book.Find("openai", null, "gpt-5", Worth.Noon("2025-12-31")).Refusal?.Code);
        Assert.Equal("price-not-valid", new PriceBook([Entry("old", "gpt-5", until: "2026-11-01")]).Find("openai", null, "gpt-5", Worth.Noon("2026-11-01")).Refusal?.Code);
    }

    [Fact]
    public void takes_an_own_price_of_the_account_before_one_of_the_provider_before_the_catalogue()
    {
        var (catalogue, own, account) = (Entry("catalogue", "gpt-5"), Entry("own", "gpt-*", origin: PriceOrigin.Own), Entry("account", "gpt-*", origin: PriceOrigin.Own, account: "acme"));
        var book = new PriceBook([catalogue, own, account]);
        Assert.Equal("account", book.Find("openai", "acme", "gpt-5", Then).Value.Id);
        Assert.Equal("own", book.Find("openai", "other", "gpt-5", Then).Value.Id);
        Assert.Equal("catalogue", new PriceBook([catalogue, account]).Find("openai", "other", "gpt-5", Then).Value.Id);
    }

    [Fact]
    public void does_not_fill_what_an_own_price_leaves_out()
    {
        var own = Entry("own", "gpt-5", origin: PriceOrigin.Own) with { Terms = PriceTerms.Of(new(Input: Worth.Price("1"))) };
        var tokens = new TokenKinds(Input: 10, Output: 10);
        Assert.Equal("kind-unpriced", new PriceBook([Entry("catalogue", "gpt-5"), own]).Price(new MeteredCall("openai", null, "gpt-5", Then, tokens, PromptLengths.OfOne(tokens))).Refusal?.Code);
    }

    [Fact]
    public void takes_the_pattern_that_says_most_of_a_name()
    {
        var book = new PriceBook([Entry("family", "gpt-5*"), Entry("small", "gpt-5-mini*"), Entry("name", "gpt-5-mini")]);
        Assert.Equal("name", book.Find("openai", null, "GPT-5-mini", Then).Value.Id);
        Assert.Equal("small", book.Find("openai", null, "gpt-5-mini-2025", Then).Value.Id);
        Assert.Equal("family", book.Find("openai", null, "gpt-5-2025", Then).Value.Id);
    }

    [Fact]
    public void knows_nothing_of_other_providers_prices_and_never_says_nothing_for_unknown()
    {
        var book = new PriceBook([Entry("catalogue", "gpt-5")]);
        Assert.Equal("model-unknown", book.Find("azure", null, "gpt-5", Then).Refusal?.Code);
        Assert.Equal("model-unknown", book.Find("openai", null, "gpt-5-mini", Then).Refusal?.Code);
        Assert.Equal("model-unknown", book.Price(new MeteredCall("openai", null, "gpt-6", Then, TokenKinds.None, PromptLengths.OfOne(TokenKinds.None))).Refusal?.Code);
    }

    [Theory]
    [InlineData("gpt-5", "gpt-5-mini", false)]
    [InlineData("gpt-*-mini", "gpt-5-mini", true)]
    [InlineData("gpt-*-mini", "gpt-mini", false)]
    [InlineData("*/sonar*", "perplexity/sonar-pro", true)]
    [InlineData("a*b*c", "axxbyyc", true)]
    [InlineData("a*bb*b", "abb", false)]
    [InlineData("a*b*c", "acb", false)]
    public void covers_names_by_pattern(string pattern, string model, bool covers) => Assert.Equal(covers, ModelPattern.Read(pattern).Value.Covers(model));

    [Theory]
    [InlineData("")]
    [InlineData("***")]
    [InlineData("gpt 5")]
    [InlineData(null)]
    public void takes_no_pattern_that_says_nothing(string? pattern) => Assert.Equal("pattern-unclear", ModelPattern.Read(pattern).Refusal?.Code);

    [Theory]
    [InlineData("0-200k", -1, 200_000)]
    [InlineData("200k-1M", 200_000, 1_000_000)]
    public void reads_the_groups_of_a_report(string group, long over, long most) => Assert.Equal(new PromptLengths(over, most), PromptLengths.Group(group));

    [Theory]
    [InlineData("unknown")]
    [InlineData("200k")]
    [InlineData("1M-200k")]
    [InlineData(null)]
    public void takes_no_group_that_it_cannot_read(string? group) => Assert.Null(PromptLengths.Group(group));

    [Theory]
    [InlineData("default", "standard")]
    [InlineData("flex_discount", "flex")]
    [InlineData("priority_on_demand", "priority")]
    [InlineData("turbo", null)]
    public void takes_no_unknown_tier_for_the_usual_one(string said, string? tier) => Assert.Equal(tier, PriceWords.Tier(said) is { } known ? PriceWords.Of(known) : null);

    private static PriceEntry Entry(string id, string pattern, string from = "2026-01-01", string? until = null, PriceOrigin origin = PriceOrigin.Catalogue, string? account = null) => new(
        id, "openai", ModelPattern.Read(pattern).Value, Worth.Dollar, origin, account, Worth.Noon(from), until is null ? null : Worth.Noon(until), "test", PriceTerms.Of(new(Input: Worth.Price("1"), Output: Worth.Price("2"))));
}
