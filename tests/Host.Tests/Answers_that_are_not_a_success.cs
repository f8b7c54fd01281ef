using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Billing.Host.Tests;

public class Answers_that_are_not_a_success(RunningProduct product)
{
    [Theory]
    [InlineData("/api/nowhere")]
    [InlineData("/api/anything/not-a-uuid")]
    [InlineData("/missing.js")]
    public async Task say_that_nothing_is_there(string path) => await (await product.Get(path)).Problem(404, "not-found");

    [Fact]
    public async Task name_the_methods_that_an_address_takes()
    {
        var answer = await product.Post("/api/organisation", "{}");
        await answer.Problem(405, "method-not-allowed");
        Assert.Equal("GET", answer.Content.Headers.Allow.Single());
    }

    [Theory]
    [InlineData("/api/anything?limit=many", "?limit")]
    [InlineData("/api/anything", "?limit")]
    [InlineData("/api/anything?limit=1&word=a%00b", "?word")]
    [InlineData("/api/audit?actor=%00", "?actor")]
    [InlineData("/api/audit/export?actor=%00", "?actor")]
    public async Task name_the_parameter_that_cannot_be_read(string path, string pointer) => Assert.Equal([pointer], (await (await product.Get(path)).Problem(400, "bad-request")).Pointers());

    [Fact]
    public async Task carry_the_modules_name_and_details_when_it_refuses()
    {
        var problem = await (await product.Post("/api/anything/refuse", "{}")).Problem(422, "not-today");
        Assert.Equal("urn:billing:anything:not-today", problem.GetProperty("type").GetString());
        Assert.Equal("2025-11-20", problem.GetProperty("until").GetString());
    }

    [Theory]
    [InlineData("/api/anything/bug")]
    [InlineData("/api/anything/broken-query")]
    public async Task tell_nothing_of_a_bug(string path)
    {
        var problem = await (await product.Post(path, "{}")).Problem(500, "internal");
        foreach (var told in (string[])["secret", "select", "/srv", "syntax", "Exception", "   at "]) Assert.DoesNotContain(told, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/anything/away")]
    [InlineData("/api/anything/shutdown")]
    public async Task ask_for_patience_while_the_database_is_away(string path)
    {
        var answer = await product.Post(path, "{}");
        await answer.Problem(503, "unavailable");
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task have_no_body_when_only_the_head_was_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/nowhere");
        var answer = await product.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("X-Large: {long}", "431")]
    [InlineData("Bad Header: x", "400")]
    public async Task come_for_headers_that_no_honest_client_sends(string header, string status) =>
        Assert.StartsWith($"HTTP/1.1 {status} ", await Raw($"GET /api/organisation HTTP/1.1\r\nHost: x\r\n{header.Replace("{long}", new string('a', 20_000), StringComparison.Ordinal)}\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task come_for_too_many_headers() =>
        Assert.StartsWith("HTTP/1.1 431 ", await Raw("GET /api/organisation HTTP/1.1\r\nHost: x\r\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"X-{i}: 1\r\n")) + "\r\n"), StringComparison.Ordinal);

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(product.Address.Host, product.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        var buffer = new byte[256];
        return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
    }
}
