namespace Billing.AiCosts.Tests;

public class Prices_that_are_written
{
    private static readonly AiProvider OpenAi = new("openai", "OpenAI", AiReading.Money, "an admin key", new Uri("https://api.openai.com"));
    private static readonly Guid Id = new("0193e0c0-0000-7000-8000-000000000002");
    private static readonly TokenPrices Prices = new(Input: new UnitPrice(1.25m), CacheRead: new UnitPrice(0.125m), Output: new UnitPrice(10));

    private static WritePrice Price(TokenPrices? prices = null) => new("openai", "gpt-5*", prices ?? Prices, new DateOnly(2026, 11, 1));

    private static AiUsageRow Row(AiDimensions of, TokenKinds tokens, string source = AiSource.Api) =>
        new(Guid.Empty, Guid.Empty, "completions", new DateTimeOffset(2026, 11, 12, 0, 0, 0, TimeSpan.Zero), 1440, AiRecord.Usage(of, tokens, 3), "", source);

    private static AiUsageRow Priced(WritePrice price, AiUsageRow row) => row.Priced("openai", new PriceBook([price.Entry(Id, OpenAi).Value]));

    [Fact]
    public void price_records_of_their_days_and_stand_beside_them()
    {
        var row = Priced(Price(), Row(new("gpt-5-2025-08-07", Tier: "standard"), new TokenKinds(Input: 500_000, CacheRead: 700_000, Output: 90_000)));
        Assert.Equal((1.6125m, "USD", Id.ToString(), null), (row.Record.Cost, row.Record.Currency, row.PriceId, row.Unpriced));
    }

    [Theory]
    [InlineData("model-missing", null, "standard")]
    [InlineData("model-unknown", "gpt-4", "standard")]
    [InlineData("tier-unknown", "gpt-5", "platinum")]
    [InlineData("tier-unpriced", "gpt-5", "flex")]
    public void leave_what_they_say_nothing_of_without_a_cost(string reason, string? model, string tier)
    {
        var row = Priced(Price(), Row(new(model, Tier: tier), new TokenKinds(Input: 10)));
        Assert.Equal((null, null, reason), (row.Record.Cost, row.PriceId, row.Unpriced));
    }

    [Fact]
    public void leave_what_is_counted_twice_without_a_cost() => Assert.Equal("tokens-inconsistent", Priced(Price(), Row(new("gpt-5"), new TokenKinds(Input: -5, CacheRead: 10))).Unpriced);

    [Fact]
    public void know_the_length_of_one_call_and_not_of_many()
    {
        var price = Price() with { Long = [new WrittenLength(200_000, new TokenPrices(Input: new UnitPrice(2.5m), Output: new UnitPrice(20)))] };
        var tokens = new TokenKinds(Input: 300_000, Output: 1_000);
        Assert.Equal("length-unknown", Priced(price, Row(new("gpt-5"), tokens)).Unpriced);
        Assert.Equal(0.77m, Priced(price, Row(new("gpt-5"), tokens, AiSource.Call)).Record.Cost);
        Assert.Equal(0.77m, Priced(price, Row(new("gpt-5", Context: "200k-1M"), tokens)).Record.Cost);
        Assert.Equal(0.385m, Priced(price, Row(new("gpt-5", Context: "0-200k"), tokens)).Record.Cost);
    }

    [Fact]
    public void never_price_what_somebody_told()
    {
        var told = Row(new("gpt-5"), new TokenKinds(Input: 10)) with { Record = AiRecord.Money(new("gpt-5"), 7, "usd") };
        Assert.Same(told, Priced(Price(), told));
    }

    [Fact]
    public void are_half_for_a_batch_unless_they_say_otherwise()
    {
        var row = Row(new("gpt-5", Tier: "batch"), new TokenKinds(Input: 1_000_000));
        Assert.Equal(0.625m, Priced(Price(), row).Record.Cost);
        Assert.Equal(0.25m, Priced(Price() with { Batch = new WrittenTier(new UnitPrice(0.2m)) }, row).Record.Cost);
    }

    [Theory]
    [InlineData("ai-provider-unknown")]
    [InlineData("price-ends-before-it-begins")]
    [InlineData("price-says-nothing")]
    [InlineData("price-below-nothing")]
    [InlineData("price-lengths-wrong")]
    [InlineData("pattern-unclear")]
    public void are_refused_where_they_make_no_sense(string code) => Assert.Equal(code, (code switch
    {
        "ai-provider-unknown" => Price().Entry(Id, null),
        "price-ends-before-it-begins" => (Price() with { Until = new DateOnly(2026, 11, 1) }).Entry(Id, OpenAi),
        "price-says-nothing" => Price(TokenPrices.None).Entry(Id, OpenAi),
        "price-below-nothing" => Price(new TokenPrices(Input: new UnitPrice(-1))).Entry(Id, OpenAi),
        "price-lengths-wrong" => (Price() with { Long = [new WrittenLength(0, Prices)] }).Entry(Id, OpenAi),
        _ => (Price() with { Model = "*" }).Entry(Id, OpenAi),
    }).Refusal?.Code);
}
