using System.Text;
using Billing.Documents;

namespace Billing.AiCosts.Tests;

/// <summary>The product's own file and FOCUS files: what is read, what is refused and where.</summary>
public class A_file_of_usage
{
    private const string Header = "date,service,account,model,input_tokens,output_tokens,cost_usd,notes\n";
    private const string Focus = "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargeCategory,ChargeClass,ChargePeriodStart,ChargePeriodEnd,{0},PricingQuantity,PricingUnit,SkuMeter,Tags,RegionId\n";

    [Fact]
    public void of_ours_is_read_line_by_line()
    {
        var read = UsageCsv.Read(Bytes(Header + "2026-11-09,Perplexity,team,sonar,500,200,0.0107,first\n2026-11-09,Perplexity,team,sonar,500,200,,\"tokens, no money\"\n2026-11-10,Copilot,seats,,,,21,\n")).Value;
        Assert.Empty(read.Rejected);
        Assert.Equal(
        [
            new ManualUsage(2, Worth.Day("2026-11-09"), "Perplexity", "team", "sonar", 500, 200, Worth.Usd(0.0107m), "first"), new ManualUsage(3, Worth.Day("2026-11-09"), "Perplexity", "team", "sonar", 500, 200, null, "tokens, no money"),
            new ManualUsage(4, Worth.Day("2026-11-10"), "Copilot", "seats", null, null, null, Worth.Usd(21), ""),
        ], read.Rows);
    }

    [Fact]
    public void of_ours_says_which_cell_is_wrong()
    {
        var read = UsageCsv.Read(Bytes(Header + "09.11.2026,Perplexity,team,sonar,5x,200,0.0107,\n2026-11-09,,team,sonar,1.5,-2,1,\n2026-11-09,Groq,team,,,,,\n2026-11-09,Groq,team,,,,\"1,5\",\n2026-11-09,Groq,team,,,,0.0000000000001,\n2026-11-09,Groq,team,,1,1,1,ok\n2026-11-09,Groq,team,,1,1,1,torn,more\n")).Value;
        Assert.Equal(
        [
            (2, "date", "09.11.2026", "not-a-date"), (2, "input_tokens", "5x", "not-a-count"), (3, "service", "", "cell-missing"), (3, "input_tokens", "1.5", "not-a-count"), (3, "output_tokens", "-2", "not-a-count"),
            (4, "cost_usd", "", "nothing-told"), (5, "cost_usd", "1,5", "not-a-number"), (6, "cost_usd", "0.0000000000001", "cost-too-fine"), (8, null, "2026-11-09 | Groq | team |  | 1 | 1 | 1 | torn | more", "row-too-long"),
        ], read.Rejected.Select(error => (error.Line, error.Column, error.Value, error.Code)));
        Assert.Equal(7, Assert.Single(read.Rows).Line);
    }

    [Fact]
    public async Task of_ours_that_was_written_is_read_again()
    {
        ManualUsage[] rows = [new(2, Worth.Day("2026-11-09"), "=Groq", "team", "m,1", 5, null, Worth.Usd(-0.0000000375m), "a\nb"), new(4, Worth.Day("2026-11-10"), "Own", "x", null, null, 7, null, "")];
        using var file = new MemoryStream();
        await UsageCsv.Write(file, rows);
        Assert.Equal(rows, UsageCsv.Read(file.ToArray()).Value.Rows);
    }

    [Fact]
    public void without_a_column_that_is_needed_is_refused_whole()
    {
        Assert.Equal("cost_usd", UsageCsv.Read(Bytes("date,service,account\n2026-11-09,a,b\n")).Refusal?.Details?["column"]);
        Assert.Equal("usage-column-missing", FocusFile.Read(Bytes("BilledCost,Tags\n1,\n")).Refusal?.Code);
        Assert.Equal("empty-file", FocusFile.Read(Bytes("")).Refusal?.Code);
    }

    [Theory]
    [InlineData("ProviderName")]
    [InlineData("ServiceProviderName")]
    public void of_FOCUS_is_read_in_either_version(string provider)
    {
        var row = Assert.Single(FocusFile.Read(Bytes(Focus.Replace("{0}", provider) + "1.5E-3,0.001,acct,usd,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,usage,correction,2026-11-09T00:00:00Z,2026-11-10T01:00:00+01:00,Acme AI,500,tokens,cache-read,\"{\"\"team\"\":\"\"blue\"\",\"\"n\"\":1}\",eu\n")).Value.Rows);
        Assert.Equal((Worth.Usd(0.0015m), Worth.Usd(0.001m), "Acme AI", "acct", "Usage", true), (row.Billed, row.Effective, row.ServiceProvider, row.BillingAccountId, row.Category, row.Correction));
        Assert.Equal((new DateTimeOffset(2026, 11, 9, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 10, 0, 0, 0, TimeSpan.Zero)), (row.From, row.Until));
        Assert.Equal((500m, "tokens", "cache-read", "blue", "1"), (row.Quantity, row.Unit, row.Meter, row.Tags["team"], row.Tags["n"]));
        Assert.Null(row.List);
    }

    [Fact]
    public void of_FOCUS_says_which_cell_is_wrong()
    {
        var read = FocusFile.Read(Bytes(Focus.Replace("{0}", "ServiceProviderName") + "one,,acct,DOLLAR,2026-11-01,2026-12-01T00:00:00Z,Gift,Maybe,2026-11-09T00:00:00Z,2026-11-09T00:00:00Z,,x,tokens,,nope,\n1,,a,USD,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,Usage,,2026-11-09T00:00:00Z,2026-11-10T00:00:00Z,p,,,,,\n")).Value;
        Assert.Equal(
        [
            ("BillingCurrency", "unknown-currency"), ("BilledCost", "not-a-number"), ("BillingPeriodStart", "not-an-instant"), ("ChargePeriodEnd", "period-backwards"), ("ChargeCategory", "unknown-word"), ("ChargeClass", "unknown-word"),
            ("ServiceProviderName", "cell-missing"), ("PricingQuantity", "not-a-number"), ("Tags", "not-tags"),
        ], read.Rejected.Select(error => (error.Column, error.Code)));
        Assert.All(read.Rejected, error => Assert.Equal(2, error.Line));
        Assert.Equal(Worth.Usd(1), Assert.Single(read.Rows).Effective);
    }

    [Theory]
    [InlineData("2026-11-09T00:00:00", "not-an-instant")]
    [InlineData("2026-11-09 00:00:00Z", "not-an-instant")]
    [InlineData("2026-13-09T00:00:00Z", "not-an-instant")]
    [InlineData("2026-11-09T00:00Z", null)]
    [InlineData("2026-11-09T00:00:00.123Z", null)]
    [InlineData("2026-11-08T19:00:00-05:00", null)]
    public void of_FOCUS_takes_no_time_that_is_nobodys(string from, string? code)
    {
        var read = FocusFile.Read(Bytes(Focus.Replace("{0}", "ProviderName") + $"1,1,a,USD,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,Usage,,{from},2026-11-10T00:00:00Z,p,1,tokens,,,\n")).Value;
        Assert.Equal(code, read.Rejected.SingleOrDefault()?.Code);
        if (code is null) Assert.Equal(Worth.Day("2026-11-09"), DateOnly.FromDateTime(Assert.Single(read.Rows).From.UtcDateTime));
    }

    [Theory]
    [InlineData("V1_2", "ProviderName", "PublisherName", "ServiceProviderName")]
    [InlineData("V1_4", "ServiceProviderName", "HostProviderName", "ProviderName")]
    public async Task of_FOCUS_has_a_line_for_each_kind_of_token_and_loses_nothing(string version, string provider, string host, string other)
    {
        var usage = Usage(Worth.Usd(2.0000000001m));
        using var file = new MemoryStream();
        await FocusFile.Write(file, Enum.Parse<FocusVersion>(version), usage.Rows());
        var columns = SheetReader.Read(file.ToArray()).Sheet!.Columns;
        Assert.Contains(provider, columns);
        Assert.Contains(host, columns);
        Assert.DoesNotContain(other, columns);
        Assert.All("BilledCost BillingAccountId BillingAccountName BillingCurrency BillingPeriodStart BillingPeriodEnd ChargeCategory ChargeClass ChargeDescription ChargePeriodStart ChargePeriodEnd ContractedCost EffectiveCost InvoiceIssuerName ListCost PricingQuantity PricingUnit ServiceCategory ServiceName".Split(' '), name => Assert.Contains(name, columns));

        var read = FocusFile.Read(file.ToArray()).Value;
        Assert.Empty(read.Rejected);
        Assert.Equal(["input", "cache-read", "output", "search"], read.Rows.Select(row => row.Meter));
        Assert.Equal(Worth.Usd(2.0000000001m), Cost.Sum(read.Rows.Select(row => row.Billed), Worth.Dollar));
        Assert.Equal([Worth.Usd(1.05m), Worth.Usd(0.27m), Worth.Usd(0.9m), Worth.Usd(0.12m)], read.Rows.Select(row => row.List!.Value));
        Assert.Equal([("tokens", 350_000m), ("tokens", 900_000m), ("tokens", 60_000m), ("search", 12m)], read.Rows.Select(row => (row.Unit!, row.Quantity!.Value)));
        Assert.All(read.Rows, row => Assert.Equal(("claude-sonnet-4-5-20250929", "claude-sonnet-4-5-20250929@fixture", "wrkspc", "=blue"), (row.Model, row.SkuPriceId, row.SubAccountId, row.Tags["team"])));
        Assert.All(read.Rows, row => Assert.Equal((Worth.Day("2026-11-01"), Worth.Day("2026-12-01")), (DateOnly.FromDateTime(row.BillingFrom.UtcDateTime), DateOnly.FromDateTime(row.BillingUntil.UtcDateTime))));
    }

    [Fact]
    public void of_FOCUS_has_one_line_for_money_without_tokens()
    {
        var row = Assert.Single((Usage(Worth.Usd(21)) with { Priced = null, Model = null }).Rows());
        Assert.Equal((Worth.Usd(21), null, null), (row.Billed, row.Quantity, row.Meter));
    }

    private static FocusUsage Usage(Cost billed)
    {
        var tokens = new TokenKinds(350_000, 900_000, Output: 60_000);
        var priced = PriceFixture.Book.Price(new MeteredCall("anthropic", null, "claude-sonnet-4-5-20250929", Worth.Noon("2026-11-09"), tokens, PromptLengths.Group("0-200k")!, Extras: new CallExtras(Searches: 12))).Value;
        return new FocusUsage("anthropic", "acct", "Our account", "wrkspc", "claude-sonnet-4-5-20250929", new DateTimeOffset(2026, 11, 9, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 10, 0, 0, 0, TimeSpan.Zero), billed, priced, false, new Dictionary<string, string> { ["team"] = "=blue" });
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
