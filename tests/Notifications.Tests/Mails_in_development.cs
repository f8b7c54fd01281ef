using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Billing.Web;

namespace Billing.Notifications.Tests;

/// <summary>Without a mail server, on a developer's machine, mails land on a page; nowhere else.</summary>
public class Mails_in_development
{
    [Fact]
    public async Task are_shown_to_this_machine()
    {
        await using var office = await PostOffice.Open(smtp: null);
        using var http = new HttpClient { BaseAddress = office.Url };
        await office.Want(PostOffice.Acme, office.Readers.Add(1, "ada@example.test"));
        await office.UntilHandled(1);
        await office.Want(PostOffice.Globex, office.Readers.Add(2, "bob@example.test"));
        await office.UntilHandled(2);
        var items = (await http.GetFromJsonAsync<JsonElement>("/api/dev/mails", TestContext.Current.CancellationToken)).GetProperty("items");
        Assert.Equal(["bob@example.test", "ada@example.test"], items.EnumerateArray().Select(item => item.GetProperty("to").GetString()));
        var secret = office.Readers.Made.First().Secret;
        Assert.Equal($"{office.Url}reset#{secret}", Assert.Single(items[1].GetProperty("links").EnumerateArray()).GetString());

        using var page = await http.GetAsync(new Uri($"/api/dev/mails/{items[1].GetProperty("id").GetString()}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains(secret, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var policy = string.Join(' ', page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"/api/dev/mails/{Guid.Empty}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example.test", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData(null, "203.0.113.7", HttpStatusCode.NotFound)]
    public async Task are_not_shown_to_a_page_or_a_caller_from_elsewhere(string? host, string? forwardedFor, HttpStatusCode answer)
    {
        await using var office = await PostOffice.Open(smtp: null);
        using var http = new HttpClient { BaseAddress = office.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/dev/mails");
        request.Headers.Host = host ?? request.Headers.Host;
        if (forwardedFor is not null) request.Headers.Add("X-Forwarded-For", forwardedFor);
        Assert.Equal(answer, (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task do_not_exist_where_a_server_is_set()
    {
        await using var office = await PostOffice.Open("smtp://127.0.0.1:9");
        using var http = new HttpClient { BaseAddress = office.Url };
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/api/dev/mails", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData(true, "http://127.0.0.1:5350")]
    [InlineData(true, "http://localhost:5350")]
    [InlineData(true, "http://[::1]:5350", "http://127.8.8.8:1")]
    [InlineData(false, "http://0.0.0.0:5350")]
    [InlineData(false, "http://[::]:5350")]
    [InlineData(false, "http://*:5350")]
    [InlineData(false, "http://billing.example.test:5350")]
    [InlineData(false, "http://127.0.0.1:5350", "http://192.168.1.7:5350")]
    [InlineData(false, "http://unix:/run/billing.sock")]
    public async Task are_kept_only_where_nobody_else_listens(bool kept, params string[] addresses)
    {
        var mails = new DevelopmentMails(MailSettings.Of(null, null), Some.ListeningAt(addresses));
        var failed = await Record.ExceptionAsync(() => mails.Send(Some.Letter(), TestContext.Current.CancellationToken));
        Assert.Equal((kept, kept ? 1 : 0), (failed is null, mails.All.Count));
        if (!kept) Assert.Equal(DevelopmentMails.NoServer, Assert.IsType<PostAwayException>(failed).Message);
        Assert.Equal(kept ? HealthStatus.Ok : HealthStatus.Degraded, (await new MailHealth(mails, mails).Check(TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task wait_until_the_product_listens() =>
        await Assert.ThrowsAsync<PostAwayException>(() => new DevelopmentMails(MailSettings.Of(null, null), Some.ListeningAt()).Send(Some.Letter(), TestContext.Current.CancellationToken));

    [Fact]
    public async Task are_at_most_two_hundred_and_each_once()
    {
        var mails = new DevelopmentMails(MailSettings.Of(null, null), Some.ListeningAt("http://localhost:5350"));
        for (var i = 1; i <= 210; i++) await mails.Send(Some.Letter(id: i), TestContext.Current.CancellationToken);
        await mails.Send(Some.Letter(id: 200), TestContext.Current.CancellationToken);
        Assert.Equal(200, mails.All.Count);
        Assert.Equal(Some.Id(200), mails.All[0].Id);
        Assert.Equal(200, mails.All.Select(letter => letter.Id).Distinct().Count());
    }
}
