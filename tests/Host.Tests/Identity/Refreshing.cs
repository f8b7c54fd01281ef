using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Identity;

/// <summary>A refresh token is good once; who shows it a second time ends the session.</summary>
public class Refreshing : Town
{
    [Fact]
    public async Task gives_new_tokens_each_time()
    {
        var ann = await Owner();
        var first = ann.Refresh;
        ann.Keep((await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Ok());
        Assert.NotEqual(first, ann.Refresh);
        ann.Keep((await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Ok());
        (await ann.Get("/api/auth/me")).Ok();
        Assert.Single((await ann.Get("/api/auth/sessions")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task with_a_spent_token_ends_the_session()
    {
        var ann = await Owner();
        var stolen = ann.Refresh;
        ann.Keep((await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Ok());
        (await Somebody().Post("/api/auth/refresh", new { refreshToken = stolen })).Refused("refresh-token-reused", 401);
        (await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Refused("sign-in-first", 401);
        (await ann.Get("/api/auth/me")).Refused("sign-in-first", 401);
        Assert.Equal("(tokenReused)", await Ask("select data ->> 'reason' from mt_events where type = 'identity.signed_out'"));
    }

    /// <summary>The row is locked, so that all of them are on their way before the first is done.</summary>
    [Fact]
    public async Task twenty_times_at_once_has_one_winner_whose_tokens_are_good()
    {
        var ann = await Owner();
        List<Task<Reply>> uses;
        await using (var lockedBy = await Connect())
        {
            await using var transaction = await lockedBy.BeginTransactionAsync(Stop);
            await using (var locking = new Npgsql.NpgsqlCommand("select 1 from identity_refresh_tokens for update", lockedBy, transaction)) await locking.ExecuteScalarAsync(Stop);
            uses = [.. Enumerable.Range(0, 20).Select(_ => Somebody().Post("/api/auth/refresh", new { refreshToken = ann.Refresh }))];
            await Until("the uses wait for the row, as many as there are connections", async () => int.Parse((await Ask("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).Trim('(', ')'), System.Globalization.CultureInfo.InvariantCulture) >= 15 ? "" : null);
            await Task.Delay(200, Stop); // the few without a connection have begun by now: their beginning is all that counts
            await transaction.CommitAsync(Stop);
        }
        var answers = await Task.WhenAll(uses);
        var winner = Assert.Single(answers, answer => (int)answer.Status == 200);
        Assert.All(answers.Where(answer => answer != winner), answer => answer.Refused("refresh-token-spent", 401));
        ann.Keep(winner.Json);
        (await ann.Get("/api/auth/me")).Ok();
        (await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Ok();
    }

    [Fact]
    public async Task ends_with_signing_out()
    {
        var ann = await Owner();
        Assert.Equal(204, (int)(await ann.Post("/api/auth/logout", new { refreshToken = ann.Refresh })).Status);
        (await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Refused("sign-in-first", 401);
        (await ann.Get("/api/auth/me")).Refused("sign-in-first", 401);
        Assert.Equal(204, (int)(await ann.Post("/api/auth/logout", new { refreshToken = ann.Refresh })).Status);
    }

    [Fact]
    public async Task ends_after_seven_days_without_one()
    {
        var ann = await Owner();
        Product.Clock.Forward(TimeSpan.FromDays(6));
        ann.Keep((await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Ok());
        Product.Clock.Forward(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        (await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Refused("sign-in-first", 401);
    }

    [Fact]
    public async Task is_what_an_old_access_token_needs()
    {
        var ann = await Owner();
        (await ann.Get("/api/organisation")).Ok();
        Product.Clock.Forward(TimeSpan.FromMinutes(31.1));
        (await ann.Get("/api/organisation")).Refused("sign-in-first", 401);
        ann.Keep((await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Ok());
        (await ann.Get("/api/organisation")).Ok();
    }

    [Fact]
    public async Task of_a_browser_is_by_a_cookie_that_no_script_reads()
    {
        await Owner("acme", "ann@example.test");
        var browser = Somebody();
        using var answer = await browser.Raw(HttpMethod.Post, "/api/auth/login", new { email = "ann@example.test", password = Password }, ("X-Billing-Client", "browser"), ("X-Forwarded-Proto", "https"));
        Assert.Null(System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["refreshToken"]);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-billing-refresh=", cookie, StringComparison.Ordinal);
        Assert.All(["secure", "httponly", "samesite=strict", "path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        var kept = ("Cookie", cookie.Split(';')[0]);

        (await browser.Post("/api/auth/refresh", null, kept, ("X-Forwarded-Proto", "https"))).Refused("cross-site", 403);
        (await browser.Post("/api/auth/refresh", null, kept, ("X-Forwarded-Proto", "https"), ("X-Billing-Client", "browser"), ("Sec-Fetch-Site", "cross-site"))).Refused("cross-site", 403);
        (await browser.Post("/api/auth/refresh", null, kept, ("X-Forwarded-Proto", "https"), ("X-Billing-Client", "browser"), ("Origin", "https://evil.example.test"))).Refused("cross-site", 403);
        (await browser.Post("/api/auth/refresh", null, kept, ("X-Forwarded-Proto", "https"), ("X-Billing-Client", "browser"), ("Sec-Fetch-Site", "same-origin"))).Ok();
    }

    [Fact]
    public async Task of_a_browser_on_this_machine_works_without_https()
    {
        await Owner("acme", "ann@example.test");
        using var answer = await Somebody().Raw(HttpMethod.Post, "/api/auth/login", new { email = "ann@example.test", password = Password }, ("X-Billing-Client", "browser"));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("billing-refresh=", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task with_anything_else_is_refused(string token) => (await Somebody().Post("/api/auth/refresh", new { refreshToken = token })).Refused("sign-in-first", 401);
}
