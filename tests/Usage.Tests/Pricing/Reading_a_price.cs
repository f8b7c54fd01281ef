using System.Text.Json;
using Billing.Usage.Contracts;
using Billing.Web;

namespace Billing.Usage.Tests;

/// <summary>A price that is written down wrongly is told with the place of each mistake.</summary>
public class Reading_a_price
{
    [Theory]
    [InlineData("""{"type":"tiered"}""", "/model/type")]
    [InlineData("""{"type":"flat"}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":"NaN"}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":"1e3"}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":" 1"}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":"1."}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":".5"}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":"1,000"}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":"٣"}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":"0.1234567890123"}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":"-1"}""", "/model/fee")]
    [InlineData("""{"type":"flat","fee":"1","unitPrice":"1"}""", "/model/unitPrice")]
    [InlineData("""{"type":"package","packageSize":"0","packagePrice":"1"}""", "/model/packageSize")]
    [InlineData("""{"type":"volume"}""", "/model/tiers")]
    [InlineData("""{"type":"volume","tiers":[]}""", "/model/tiers")]
    [InlineData("""{"type":"volume","tiers":[{"upTo":"10","unit":"1"}]}""", "/model/tiers/0/upTo")]
    [InlineData("""{"type":"volume","tiers":[{"upTo":null,"unit":"1"},{"upTo":null,"unit":"1"}]}""", "/model/tiers/0/upTo")]
    [InlineData("""{"type":"volume","tiers":[{"upTo":"0","unit":"1"},{"upTo":null,"unit":"1"}]}""", "/model/tiers/0/upTo")]
    [InlineData("""{"type":"volume","tiers":[{"upTo":"10","unit":"1"},{"upTo":"10","unit":"1"},{"upTo":null,"unit":"1"}]}""", "/model/tiers/1/upTo")]
    [InlineData("""{"type":"graduated","tiers":[{"upTo":"10","unit":"-1"},{"upTo":null,"unit":"1"}]}""", "/model/tiers/0/unit")]
    [InlineData("""{"type":"graduated","tiers":[{"upTo":null}]}""", "/model/tiers/0/unit")]
    [InlineData("""{"type":"graduated","tiers":[{"upTo":null,"unit":"1","rate":"1"}]}""", "/model/tiers/0/rate")]
    [InlineData("""{"type":"percentage","rate":"1","minPerEvent":"2","maxPerEvent":"1"}""", "/model/maxPerEvent")]
    [InlineData("""{"type":"percentage","rate":"1","freeEvents":-1}""", "/model/freeEvents")]
    [InlineData("""{"type":"blocks","policy":"all-tiers","tiers":[{"blockSize":"1","maxBlocks":null,"pricePerBlock":"1"},{"blockSize":"1","pricePerBlock":"1"}]}""", "/model/tiers/0/maxBlocks")]
    [InlineData("""{"type":"capacity","tiers":[{"price":"1","limits":{"a/b":"10"}},{"price":"2","limits":{"a/b":"10"}}]}""", "/model/tiers/1/limits")]
    [InlineData("""{"type":"capacity","tiers":[{"price":"1","limits":{"a/b":"x"}}]}""", "/model/tiers/0/limits/a~1b")]
    [InlineData("""{"type":"credit-note","paidInAdvance":"1","unusedDays":"31","periodDays":"30"}""", "/model/unusedDays")]
    public void says_where_it_is_wrong(string model, string pointer)
    {
        var faults = new List<Fault>();
        Assert.Null(PriceReading.Read(JsonSerializer.Deserialize<PriceTerms>(model, Json.Options)!, "/model", faults));
        var fault = Assert.Single(faults);
        Assert.Equal(pointer, fault.Pointer);
        Assert.EndsWith(".", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void says_all_that_is_wrong_at_once()
    {
        var faults = new List<Fault>();
        PriceReading.Read(new PriceTerms("graduated", Fee: "1", Tiers: [new TierTerms("10", "x"), new TierTerms("5", "1")]), "", faults);
        Assert.Equal(["/tiers/0/unit", "/tiers/1/upTo", "/fee"], faults.Select(fault => fault.Pointer));
    }

    [Theory]
    [InlineData("""{"currency":"EUR","model":{"type":"per-unit","unitPrice":"1"}}""", "/quantity")]
    [InlineData("""{"currency":"EUR","model":{"type":"volume","tiers":[{"upTo":null,"unit":"1"}]},"quantity":"-1"}""", "/quantity")]
    [InlineData("""{"currency":"EUR","model":{"type":"percentage","rate":"1"},"quantity":"1"}""", "/events")]
    [InlineData("""{"currency":"EUR","model":{"type":"flat","fee":"1"},"minimumSpend":"2","maximumSpend":"1"}""", "/maximumSpend")]
    [InlineData("""{"currency":"EUR","model":{"type":"flat","fee":"1"},"coupons":[{"amount":"1","percentage":"1"}]}""", "/coupons/0")]
    [InlineData("""{"currency":"EUR","model":{"type":"flat","fee":"1"},"coupons":[{"percentage":"101"}]}""", "/coupons/0/percentage")]
    [InlineData("""{"currency":"EUR","model":{"type":"flat","fee":"1"},"credits":[{"id":"a","balance":"1.001"}]}""", "/credits/0/balance")]
    [InlineData("""{"currency":"EUR","model":{"type":"flat","fee":"1"},"credits":[{"id":"a","balance":"1","expiresOn":"2025-12-01"}]}""", "/on")]
    [InlineData("""{"currency":"EUR","model":{"type":"flat","fee":"1"},"curve":["1"]}""", "/curve")]
    [InlineData("""{"currency":"EUR","model":{"type":"per-unit","unitPrice":"1"},"aggregation":{"type":"weighted-sum","events":[],"periodStart":"2025-01-01T00:00:00Z"}}""", "/aggregation/periodEnd")]
    public void and_a_question_about_it_alike(string question, string pointer)
    {
        JsonSerializer.Deserialize<QuotePrice>(question, Json.Options)!.Answer(out var faults);
        Assert.Contains(pointer, faults.Select(fault => fault.Pointer));
    }
}
