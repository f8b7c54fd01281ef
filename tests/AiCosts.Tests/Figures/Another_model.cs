namespace Billing.AiCosts.Tests;

/// <summary>What the same calls would have cost elsewhere.</summary>
public class Another_model
{
    [Fact]
    public void takes_the_same_tokens_at_its_own_prices()
    {
        var calls = new[] { Call("claude-sonnet-4-5-20250929", new(Input: 1_000_000, Output: 100_000)), Call("claude-sonnet-4-5-20250929", new(Input: 100_000, CacheRead: 1_000_000)) with { Lengths = PromptLengths.Group("200k-1M")! } };
        var whatIf = WhatIf.On(PriceFixture.Book, calls, "anthropic", "claude-haiku-4-5-20251001").Value;
        Assert.Equal((Worth.Usd(3 + 1.5m + 0.6m + 0.6m), Worth.Usd(1 + 0.5m + 0.1m + 0.1m), 2), (whatIf.Now, whatIf.Then, whatIf.Compared));
        Assert.Equal(Worth.Usd(-4), whatIf.Difference);
        Assert.Empty(whatIf.Unpriced);
    }

    [Fact]
    public void without_a_price_for_writing_reads_anew_and_says_so()
    {
        var whatIf = WhatIf.On(PriceFixture.Book, [Call("claude-sonnet-4-5-20250929", new(Input: 1_000, CacheWrite5m: 500_000, CacheWrite1h: 400_000, CacheWrite: 99_000))], "openai", "gpt-5-2025-08-07").Value;
        Assert.Equal((Worth.Usd(1.25m), 999_000L), (whatIf.Then, whatIf.WrittenAsInput));
        Assert.Equal(Worth.Usd(0.003m + 1.875m + 2.4m + 0.37125m), whatIf.Now);
    }

    [Fact]
    public void leaves_calls_without_a_price_out_of_both_sums()
    {
        var whatIf = WhatIf.On(PriceFixture.Book, [Call("claude-opus-4-5-20251101", new(Input: 1_000_000)), Call("claude-unheard-of", new(Input: 5)), Call("claude-opus-4-5-20251101", new(Input: 5)) with { Tier = ServiceTier.Flex }], "openai", "gpt-5-2025-08-07").Value;
        Assert.Equal((Worth.Usd(5), Worth.Usd(1.25m), 1), (whatIf.Now, whatIf.Then, whatIf.Compared));
        Assert.Equal(["model-unknown", "tier-unpriced"], whatIf.Unpriced.Select(one => one.Reason.Code));
    }

    [Fact]
    public void with_a_price_for_each_request_is_not_compared_where_nobody_counts_them()
    {
        PriceEntry Priced(string name, UnitPrice? request) => new(name, "anthropic", ModelPattern.Read(name).Value, Worth.Dollar, PriceOrigin.Own, null, DateTimeOffset.UnixEpoch, null, "contract", PriceTerms.Of(new(Input: Worth.Price("2"))) with { Extras = new ExtraPrices(Request: request) });
        var book = new PriceBook([Priced("small", null), Priced("large", Worth.Price("0.01"))]);
        MeteredCall[] calls = [Call("small", new(Input: 1_000_000)) with { Extras = new CallExtras(Requests: null) }, Call("small", new(Input: 1_000_000)) with { Extras = new CallExtras(Requests: 3) }];
        var dearer = WhatIf.On(book, calls, "anthropic", "large").Value;
        Assert.Equal((Worth.Usd(2), Worth.Usd(2.03m), 1, 0), (dearer.Now, dearer.Then, dearer.Compared, dearer.WithoutRequests));
        Assert.Equal("requests-untold", Assert.Single(dearer.Unpriced).Reason.Code);
        var same = WhatIf.On(book, calls, "anthropic", "small").Value;
        Assert.Equal((2, 1), (same.Compared, same.WithoutRequests));
    }

    [Fact]
    public void that_nobody_knows_leaves_nothing_to_compare()
    {
        var whatIf = WhatIf.On(PriceFixture.Book, [Call("claude-opus-4-5-20251101", new(Input: 1_000_000))], "openai", "gpt-9").Value;
        Assert.Equal((0, "model-unknown"), (whatIf.Compared, Assert.Single(whatIf.Unpriced).Reason.Code));
    }

    [Fact]
    public void priced_in_another_currency_is_not_compared()
    {
        var euro = new PriceEntry("e", "mistral", ModelPattern.Read("large").Value, Worth.Euro, PriceOrigin.Own, null, DateTimeOffset.UnixEpoch, null, "contract", PriceTerms.Of(new(Input: Worth.Price("2"))));
        var dollar = euro with { Id = "d", Pattern = ModelPattern.Read("small").Value, Currency = Worth.Dollar };
        Assert.Equal("currencies-differ", WhatIf.On(new PriceBook([euro, dollar]), [Call("large", new(Input: 1)) with { Provider = "mistral" }], "mistral", "small").Refusal?.Code);
    }

    private static MeteredCall Call(string model, TokenKinds tokens) => new("anthropic", "acme", model, Worth.Noon("2026-11-09"), tokens, new PromptLengths(-1, 200_000));
}
