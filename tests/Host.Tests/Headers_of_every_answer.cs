using System.Net;

namespace Billing.Host.Tests;

public class Headers_of_every_answer(RunningProduct product)
{
    [Theory]
    [InlineData("/api/organisation")]
    [InlineData("/api/nowhere")]
    [InlineData("/health")]
    [InlineData("/openapi.json")]
    [InlineData("/")]
    [InlineData("/assets/app-1234.js")]
    public async Task keep_browsers_strict(string path)
    {
        var answer = await product.Get(path);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        var policy = Header(answer, "Content-Security-Policy")!;
        var directives = policy.Split(';', StringSplitOptions.TrimEntries).Select(d => d.Split(' ', 2)).ToDictionary(d => d[0], d => d[1]);
        Assert.Equal("'none'", directives["frame-ancestors"]);
        foreach (var kind in new[] { "script-src", "style-src", "font-src", "connect-src" }) Assert.True(directives.GetValueOrDefault(kind, directives["default-src"]) is "'self'" or "'none'", $"{kind} in {policy}");
        Assert.Null(Header(answer, "Server"));
        Assert.NotNull(Header(answer, "X-Request-Id"));
    }

    [Theory]
    [InlineData("/api/organisation")]
    [InlineData("/api/nowhere")]
    [InlineData("/health/ready")]
    [InlineData("/openapi.json")]
    public async Task of_the_api_are_never_stored(string path) => Assert.Equal("no-store", Header(await product.Get(path), "Cache-Control"));

    [Fact]
    public async Task demand_https_only_when_the_request_came_by_https()
    {
        Assert.Null(Header(await product.Get("/api/organisation"), "Strict-Transport-Security"));
        Assert.Contains("max-age=31536000", Header(await product.Get("/api/organisation", ("X-Forwarded-Proto", "https")), "Strict-Transport-Security")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task repeat_the_callers_request_id() => Assert.Equal("order-7.a_B", Header(await product.Get("/api/organisation", ("X-Request-Id", "order-7.a_B")), "X-Request-Id"));

    [Theory]
    [InlineData("a b")]
    [InlineData("<script>")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task replace_a_request_id_that_could_do_harm_in_a_log(string id)
    {
        var answered = Header(await product.Get("/api/organisation", ("X-Request-Id", id)), "X-Request-Id");
        Assert.NotEqual(id, answered);
        Assert.Matches("^[0-9a-f]{32}$", answered);
    }

    [Fact]
    public async Task of_an_error_carry_the_same_id_as_its_body()
    {
        var answer = await product.Post("/api/anything/bug", "{}");
        var problem = await answer.Problem(500, "internal");
        Assert.Equal(Header(answer, "X-Request-Id"), problem.GetProperty("requestId").GetString());
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task tell_whom_to_tell_about_a_hole()
    {
        var answer = await product.Get("/.well-known/security.txt");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches("(?m)^Contact: .+$", text);
        Assert.Matches(@"(?m)^Expires: \d{4}-\d\d-\d\dT00:00:00Z$", text);
    }

    [Fact]
    public async Task compress_long_answers_on_demand()
    {
        var answer = await product.Get("/api/anything/long", ("Accept-Encoding", "br"));
        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.Empty((await product.Get("/api/anything/long")).Content.Headers.ContentEncoding);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.Single() : answer.Content.Headers.TryGetValues(name, out var more) ? more.Single() : null;
}
