namespace Billing.Host.Tests;

/// <summary>What a page of another site makes a browser send here changes nothing, and no other name can be pointed at us.</summary>
public class Pages_of_other_sites(RunningProduct product)
{
    private const string Good = """{"name":"Chair","price":{"amount":"12.50","currency":"EUR"}}""";

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example.test")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    public async Task change_nothing(string header, string value) => await (await Post(header, value)).Problem(403, "cross-site");

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Accept", "application/json")]
    public async Task are_not_these(string header, string value) => Assert.Equal(200, (int)(await Post(header, value)).StatusCode);

    [Fact]
    public async Task are_not_our_own() => Assert.Equal(200, (int)(await Post("Origin", product.Address.GetLeftPart(UriPartial.Authority))).StatusCode);

    [Theory]
    [InlineData("evil.example.test")]
    [InlineData("evil.example.test:5080")]
    [InlineData("localhost.example.test")]
    public async Task cannot_take_our_address_for_theirs(string host) => await (await product.Get("/api/organisation", ("Host", host))).Problem(421, "unknown-host");

    [Theory]
    [InlineData("localhost")]
    [InlineData("billing.localhost:5080")]
    [InlineData("[::1]:5080")]
    public async Task know_us_by_these_names(string host) => Assert.Equal(200, (int)(await product.Get("/api/organisation", ("Host", host))).StatusCode);

    private async Task<HttpResponseMessage> Post(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/anything") { Content = new StringContent(Good, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation(header, value);
        return await product.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
