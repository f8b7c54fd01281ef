using System.Text;

namespace Billing.AiCosts.Tests;

/// <summary>Price catalogues of others, in small: what becomes of what they say.</summary>
public class A_catalogue
{
    private static readonly DateTimeOffset Fetched = Worth.Noon("2026-11-09");

    [Fact]
    public void of_LiteLLM_is_read_by_its_digits_with_lengths_and_tiers()
    {
        var read = Read(CatalogueKind.LiteLlm, """
            {"sample_spec": {"litellm_provider": "one of …", "input_cost_per_token": 0},
             "claude-sonnet-4-5": {"litellm_provider": "anthropic", "mode": "chat", "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05, "cache_read_input_token_cost": 3e-07, "cache_creation_input_token_cost": 3.75e-06,
               "cache_creation_input_token_cost_above_1hr": 6e-06, "input_cost_per_token_above_200k_tokens": 6e-06, "output_cost_per_token_above_200k_tokens": 2.25e-05, "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 1.2e-05,
               "input_cost_per_token_batches": 1.5e-06, "output_cost_per_token_batches": 7.5e-06, "provider_specific_entry": {"us": 1.1, "fast": 6.0}},
             "gpt-5": {"litellm_provider": "openai", "input_cost_per_token": 1.25e-06, "output_cost_per_token": 1e-05, "input_cost_per_token_priority": 2.5e-06, "output_cost_per_token_priority": 2e-05,
               "input_cost_per_token_above_272k_tokens": 2.5e-06, "input_cost_per_token_above_272k_tokens_priority": 5e-06, "off_peak_pricing": {"hours_utc": "at night"}},
             "deepseek/deepseek-chat": {"litellm_provider": "deepseek", "input_cost_per_token": 2.7e-07, "output_cost_per_token": 1.1e-06, "search_context_cost_per_query": 0.02, "off_peak_pricing": {"hours_utc": "16:30-00:30", "input_cost_per_token": 1.35e-07}},
             "dashscope/qwen": {"litellm_provider": "dashscope", "output_cost_per_token": 1.6e-06, "tiered_pricing": [{"range": [32000, 128000], "input_cost_per_token": "5e-6", "output_cost_per_token": "9e-6"}, {"range": [0, 32000], "input_cost_per_token": "2e-6"}]},
             "xai/grok-4": {"litellm_provider": "xai", "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05, "input_cost_per_token_above_128k_tokens": 6e-06},
             "perplexity/sonar": {"litellm_provider": "perplexity", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06, "search_context_cost_per_query": {"search_context_size_low": 0.005, "search_context_size_medium": 0.008, "search_context_size_high": 0.012}},
             "gemini/gemini-2.5-pro": {"litellm_provider": "gemini", "input_cost_per_token": 8.333333333333334e-07},
             "nothing": {"litellm_provider": "openai", "mode": "chat"},
             "broken": {"litellm_provider": "openai", "input_cost_per_token": "free"},
             "below": {"litellm_provider": "openai", "input_cost_per_token": -1e-06}}
            """);
        var sonnet = One(read, "anthropic", "claude-sonnet-4-5");
        Assert.Equal(new TokenPrices(Worth.Price("3"), Worth.Price("0.3"), Worth.Price("3.75"), Worth.Price("6"), Output: Worth.Price("15")), sonnet.Standard.Short);
        Assert.Equal([new LengthPrices(200_000, new TokenPrices(Worth.Price("6"), CacheWrite1h: Worth.Price("12"), Output: Worth.Price("22.5")))], sonnet.Standard.Long);
        Assert.Equal(new TokenPrices(Worth.Price("1.5"), Output: Worth.Price("7.5")), sonnet.Tiers[ServiceTier.Batch].Own!.Short);
        Assert.Equal((1.1m, 6m), (sonnet.Factors.Regions["us"], sonnet.Factors.Fast));
        var gpt = One(read, "openai", "gpt-5");
        Assert.Equal([new LengthPrices(272_000, new TokenPrices(Worth.Price("5")))], gpt.Tiers[ServiceTier.Priority].Own!.Long);
        Assert.Equal(new TokenPrices(Worth.Price("2.5"), Output: Worth.Price("20")), gpt.Tiers[ServiceTier.Priority].Own!.Short);
        Assert.Equal(127_999, Assert.Single(One(read, "xai", "grok-4").Standard.Long).Over);
        Assert.Equal(Worth.Price("0.008"), One(read, "perplexity", "sonar").Extras.SearchMedium);
        Assert.Equal(new OffPeak(new TimeOnly(16, 30), new TimeOnly(0, 30), 1, new TokenPrices(Worth.Price("0.135"))), One(read, "deepseek", "deepseek-chat").Factors.OffPeak);
        Assert.Equal(Worth.Price("0.02"), One(read, "deepseek", "deepseek-chat").Extras.Search);
        var qwen = One(read, "dashscope", "qwen").Standard;
        Assert.Equal(new TokenPrices(Worth.Price("2"), Output: Worth.Price("1.6")), qwen.Short);
        Assert.Equal([new LengthPrices(32_000, new TokenPrices(Worth.Price("5"), Output: Worth.Price("9")))], qwen.Long);
        Assert.Equal(Worth.Price("0.833333333333"), One(read, "google", "gemini-2.5-pro").Standard.Short.Input);
        Assert.Equal([("below", "price-unreadable"), ("broken", "price-unreadable"), ("nothing", "no-price")], read.Refused.Select(one => (one.Model, one.Code)).Order());
        Assert.Equal(("gpt-5", "not-taken"), Assert.Single(read.Notes.Select(note => (note.Model, note.Code))));
        Assert.Equal("litellm:openai/gpt-5@2026-11-09T12:00:00Z", read.Entries.Single(entry => entry.Pattern.Text == "gpt-5").Id);
    }

    [Fact]
    public void of_models_dev_keeps_providers_apart_and_takes_no_missing_cost_for_free()
    {
        var read = Read(CatalogueKind.ModelsDev, """
            {"anthropic": {"id": "anthropic", "name": "Anthropic", "models": {
               "claude-sonnet-4-5": {"id": "claude-sonnet-4-5", "cost": {"input": 3, "output": 15, "cache_read": 0.3, "cache_write": 3.75, "context_over_200k": {"input": 6, "output": 22.5}}},
               "claude-next": {"id": "claude-next"}}},
             "reseller": {"id": "reseller", "models": {"claude-sonnet-4-5": {"cost": {"input": 4, "output": 20, "tiers": [{"tier": {"type": "context", "size": 128000}, "input": 8}]}}, "odd": {"cost": {"input": 1, "tiers": [{"tier": {"type": "hour"}}]}}}}}
            """);
        Assert.Equal(new TokenPrices(Worth.Price("3"), Worth.Price("0.3"), Worth.Price("3.75"), Output: Worth.Price("15")), One(read, "anthropic", "claude-sonnet-4-5").Standard.Short);
        Assert.Equal([new LengthPrices(200_000, new TokenPrices(Worth.Price("6"), Output: Worth.Price("22.5")))], One(read, "anthropic", "claude-sonnet-4-5").Standard.Long);
        Assert.Equal([new LengthPrices(128_000, new TokenPrices(Worth.Price("8")))], One(read, "reseller", "claude-sonnet-4-5").Standard.Long);
        Assert.Equal([("claude-next", "no-price"), ("odd", "price-unreadable")], read.Refused.Select(one => (one.Model, one.Code)).Order());
    }

    [Fact]
    public void of_OpenRouter_takes_its_discount_off_and_lets_later_overrides_win()
    {
        var read = Read(CatalogueKind.OpenRouter, """
            {"data": [
              {"id": "openai/gpt-5", "pricing": {"prompt": "0.00000125", "completion": "0.00001", "request": "0", "input_cache_read": "0.000000125", "internal_reasoning": "0", "web_search": "0.01", "discount": 0.2,
                "overrides": [{"min_prompt_tokens": 200000, "prompt": "0.0000025"}, {"min_prompt_tokens": 272000, "prompt": "0.000005", "completion": "0.00002"}, {"utc_start": "16:30", "utc_end": "00:30", "prompt": "0"}]}},
              {"id": "some/model:free", "pricing": {"prompt": "0", "completion": "0"}},
              {"id": "openrouter/auto", "pricing": {"prompt": "-1", "completion": "-1"}}]}
            """);
        var gpt = One(read, "openrouter", "openai/gpt-5");
        Assert.Equal(new TokenPrices(Worth.Price("1"), Worth.Price("0.1"), Output: Worth.Price("8")), gpt.Standard.Short);
        Assert.Equal([new LengthPrices(200_000, new TokenPrices(Worth.Price("2"))), new LengthPrices(272_000, new TokenPrices(Worth.Price("4"), Output: Worth.Price("16")))], gpt.Standard.Long);
        Assert.Equal(Worth.Price("0.008"), gpt.Extras.Search);
        Assert.Equal(Worth.Price("0"), One(read, "openrouter", "some/model:free").Standard.Short.Input);
        Assert.Equal(("openrouter/auto", "price-varies"), Assert.Single(read.Refused.Select(one => (one.Model, one.Code))));
        Assert.Equal("not-taken", Assert.Single(read.Notes).Code);
    }

    [Theory]
    [InlineData("not json at all", "catalogue-not-json")]
    [InlineData("[]", "catalogue-unlike")]
    [InlineData("{}", "catalogue-unlike")]
    [InlineData("{\"data\": 5}", "catalogue-unlike")]
    [InlineData("{\"openai\": {\"models\": 5}}", "catalogue-unlike")]
    public void that_is_something_else_is_refused_whole(string json, string code) =>
        Assert.All(Enum.GetValues<CatalogueKind>(), kind => Assert.Equal(code, Catalogue.Read(kind, Encoding.UTF8.GetBytes(json), Fetched).Refusal?.Code));

    [Theory]
    [InlineData("3", "15", "0.3", "3", "15", "0.3", "")]
    [InlineData("3", "15", "0.3", "2.5", "15", "0.3", "accepted")]
    [InlineData("3", "15", "0.3", "4.5", "15", "0.3", "accepted")]
    [InlineData("3", "15", "0.3", "4.51", "15", "0.3", "price-jump")]
    [InlineData("3", "15", "0.3", "1.49", "15", "0.3", "price-jump")]
    [InlineData("3", "15", "0.3", "3", "0", "0.3", "price-zero")]
    [InlineData("3", "15", "0.3", "3000", "15", "0.3", "price-unit")]
    [InlineData("3", "15", "0.3", "0.000003", "15", "0", "price-unit price-zero")]
    [InlineData("3", "15", "0.3", "3", "15", null, "price-gone")]
    [InlineData("3", "15", null, "3", "15", "0.3", "accepted")]
    [InlineData("3", "15", "3", "3", "15", "3.1", "read-above-input")]
    public void is_held_against_the_book_before_it_gets_into_it(string input, string output, string? read, string newInput, string newOutput, string? newRead, string expected)
    {
        var result = CatalogueChecks.Check([Entry("new", newInput, newOutput, newRead)], [Entry("old", input, output, read)]);
        Assert.Equal(1, result.Accepted.Count + result.Unchanged.Count + result.Held.Count);
        Assert.Equal(expected, result.Unchanged.Count > 0 ? "" : result.Accepted.Count > 0 ? "accepted" : string.Join(' ', result.Held[0].Reasons.Select(reason => reason.Code).Distinct().Order()));
    }

    [Theory]
    [InlineData("3", "15", "accepted")]
    [InlineData("3000000", "15", "price-unit")]
    [InlineData("0.0000000003", "15", "price-unit")]
    [InlineData("0", "0", "price-zero")]
    public void is_looked_at_even_where_the_book_has_nothing_yet(string input, string output, string expected)
    {
        var result = CatalogueChecks.Check([Entry("new", input, output, null)], []);
        Assert.Equal(expected, result.Accepted.Count > 0 ? "accepted" : Assert.Single(Assert.Single(result.Held).Reasons).Code);
    }

    [Fact]
    public void never_overrules_an_own_price() =>
        Assert.Single(CatalogueChecks.Check([Entry("new", "3", "15", null)], [Entry("own", "1", "5", null) with { Origin = PriceOrigin.Own }]).Accepted);

    [Fact]
    public void agrees_with_another_within_a_hundredth()
    {
        Assert.Empty(CatalogueChecks.Differences(Entry("a", "100", "15", "0.3"), Entry("b", "99", "15", null))!);
        Assert.Equal(["tokens/input"], CatalogueChecks.Differences(Entry("a", "100", "15", "0.3"), Entry("b", "98.9", "15", null)));
        Assert.Null(CatalogueChecks.Differences(Entry("a", "3", "15", null), Entry("b", "3", "15", null) with { Terms = PriceTerms.Of(TokenPrices.None) }));
    }

    private static CatalogueReading Read(CatalogueKind kind, string json) => Catalogue.Read(kind, Encoding.UTF8.GetBytes(json), Fetched).Value;

    private static PriceTerms One(CatalogueReading read, string provider, string model) => read.Entries.Single(entry => entry.Provider == provider && entry.Pattern.Text == model).Terms;

    private static PriceEntry Entry(string id, string input, string output, string? read) => new(
        id, "anthropic", ModelPattern.Read("claude").Value, Worth.Dollar, PriceOrigin.Catalogue, null, Fetched, null, "test", PriceTerms.Of(new(Worth.Price(input), read is null ? null : Worth.Price(read), Output: Worth.Price(output))));
}
