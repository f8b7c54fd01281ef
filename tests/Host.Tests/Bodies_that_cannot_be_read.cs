using System.Text;

namespace Billing.Host.Tests;

public class Bodies_that_cannot_be_read(RunningProduct product)
{
    private const string Good = """{"name":"Chair","price":{"amount":"12.50","currency":"EUR"}}""";

    [Fact]
    public async Task are_not_this_one()
    {
        var answer = await product.Post("/api/anything", Good);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Contains("\"amount\":\"12.50\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"price":{"amount":"1","currency":"EUR"}}""", "/name")]
    [InlineData("""{"name":null,"price":{"amount":"1","currency":"EUR"}}""", "/name")]
    [InlineData("""{"name":7,"price":{"amount":"1","currency":"EUR"}}""", "/name")]
    [InlineData("""{"name":"A","price":{"amount":1,"currency":"EUR"}}""", "/price")]
    [InlineData("""{"name":"A","price":{"amount":"1.005","currency":"EUR"}}""", "/price")]
    [InlineData("""{"name":"A","price":null}""", "/price")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"count":"3"}""", "/count")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"count":1e400}""", "/count")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"count":3.5}""", "/count")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"count":99999999999}""", "/count")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"on":"14.11.2025"}""", "/on")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"on":"2025-02-29"}""", "/on")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"colour":"green"}""", "/colour")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"colour":1}""", "/colour")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"tenantId":"other"}""", "/tenantId")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"Count":1}""", "/Count")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"a/b~c":1}""", "/a~1b~0c")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"parts":[{"label":"x","id":"0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"},{"label":"y","id":"no"}]}""", "/parts/1/id")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"parts":{}}""", "/parts")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"sizes":{"s":"small"}}""", "/sizes/s")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"ZZZ"}}""", "/price")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"parts":[null]}""", "/parts/0")]
    [InlineData("""[1]""", "")]
    [InlineData("""null""", "")]
    [InlineData("""{"name":""", "")]
    [InlineData("""{"name":"A","name":"B","price":{"amount":"1","currency":"EUR"}}""", "")]
    [InlineData("""{"name":"A",}""", "")]
    [InlineData("""{/* no */}""", "")]
    [InlineData("""{"name":"A\u0000B","price":{"amount":"1","currency":"EUR"}}""", "/name")]
    [InlineData("""{"name":"A","price":{"amount":"1","currency":"EUR"},"parts":[{"label":"\ud800","id":"x"}]}""", "/parts/0/label")]
    [InlineData("""{"name":"A","sizes":{"\u0000":1}}""", "/sizes")]
    public async Task are_refused_with_the_place_of_the_fault(string body, string pointer) =>
        Assert.Equal([pointer], (await (await product.Post("/api/anything", body)).Problem(400, "bad-request")).Pointers());

    [Fact]
    public async Task tell_every_fault_at_once()
    {
        var problem = await (await product.Post("/api/anything", """{"nam":"A","price":{"amount":"x","currency":"EUR"},"count":true,"parts":[{"label":1}]}""")).Problem(400, "bad-request");
        Assert.Equal(["/count", "/nam", "/name", "/parts/0/id", "/parts/0/label", "/price"], problem.Pointers().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task never_name_a_type_of_ours()
    {
        var text = await (await product.Post("/api/anything", """{"name":[],"price":3,"count":"x"}""")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Billing.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task may_be_no_utf8() => await (await product.Post("/api/anything", [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8])).Problem(400, "bad-request");

    [Fact]
    public async Task may_be_utf16() => await (await product.Post("/api/anything", Encoding.Unicode.GetBytes(Good), "application/json; charset=utf-16")).Problem(415, "unsupported-media-type");

    [Theory]
    [InlineData(33)]
    [InlineData(10_000)]
    public async Task may_be_too_deep(int depth) => await (await product.Post("/api/anything", new string('[', depth) + new string(']', depth))).Problem(400, "bad-request");

    [Fact]
    public async Task may_be_missing() => await (await product.Post("/api/anything", "")).Problem(400, "bad-request");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task may_be_of_another_type(string type) => await (await product.Post("/api/anything", Good, type)).Problem(415, "unsupported-media-type");

    [Fact]
    public async Task may_be_too_large()
    {
        await (await product.Post("/api/anything", "{\"name\":\"" + new string('a', 2 << 20) + "\"}")).Problem(413, "too-large");
        await (await product.Post("/api/anything/bytes", new byte[(1 << 20) + 1], "application/octet-stream")).Problem(413, "too-large");
        Assert.Equal(200, (int)(await product.Post("/api/anything/bytes", new byte[1 << 20], "application/octet-stream")).StatusCode);
    }

    [Fact]
    public async Task may_be_twenty_times_larger_in_an_import()
    {
        Assert.Equal(200, (int)(await product.Post("/api/anything/import", new byte[20 << 20], "text/csv")).StatusCode);
        await (await product.Post("/api/anything/import", new byte[(20 << 20) + 1], "text/csv")).Problem(413, "too-large");
    }
}
