using System.Net;

namespace Billing.Host.Tests;

public class Dashboard_files(RunningProduct product)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/billing/groups?cycle=-1")]
    [InlineData("/index.html")]
    public async Task begin_with_the_page_at_every_address_of_the_dashboard(string path)
    {
        var answer = await product.Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Contains("<title>Dashboard</title>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task with_a_hash_in_their_name_are_kept_for_a_year_and_come_compressed()
    {
        var answer = await product.Get("/assets/app-1234.js", ("Accept-Encoding", "gzip, br"));
        Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task are_not_sent_again_when_the_browser_has_them()
    {
        var tag = (await product.Get("/")).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, (await product.Get("/", ("If-None-Match", tag))).StatusCode);
    }

    [Theory]
    [InlineData("/../appsettings.json")]
    [InlineData("/%2e%2e/appsettings.json")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    public async Task never_lie_outside_their_folder(string path) => await (await product.Get(path)).Problem(404, "not-found");
}
