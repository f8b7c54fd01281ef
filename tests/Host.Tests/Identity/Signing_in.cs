using Billing.Host.Tests.Facilities;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests.Identity;

public class Signing_in : Town
{
    [Fact]
    public async Task lets_in_who_knows_the_password()
    {
        await Owner("acme", "ann@example.test");
        var ann = Somebody();
        (await ann.Get("/api/auth/me")).Refused("sign-in-first", 401);
        ann.Keep((await LogIn(ann, " ANN@example.test ")).Ok());
        Assert.Equal("acme", (await ann.Get("/api/auth/me")).Ok().Text("organisation.slug"));
        Assert.Contains("identity.signed_in", await Ask("select type from mt_events where tenant_id = 'main' order by seq_id desc limit 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_the_same_of_a_wrong_password_and_of_nobody()
    {
        await Owner("acme", "ann@example.test");
        var wrong = (await LogIn(Somebody(), "ann@example.test", Password + " ")).Refused("wrong-credentials", 401);
        var nobody = (await LogIn(Somebody(), "bob@example.test")).Refused("wrong-credentials", 401);
        Assert.Equal(wrong.Text("detail"), nobody.Text("detail"));
        Assert.Equal("(main,wrongPassword)\n(billing-people,unknownAddress)", await Ask("select tenant_id, data ->> 'reason' from mt_events where type = 'identity.sign_in_refused' order by seq_id"));
    }

    [Fact]
    public async Task takes_the_same_work_for_somebody_known_and_for_nobody()
    {
        await Owner("acme", "ann@example.test");
        var (hashing, statements) = (Product.Services.GetRequiredService<Billing.Identity.Hashing>(), new List<(long, long)>());
        foreach (var email in new[] { "ann@example.test", "nobody@example.test", "ann@example.test", "nobody@example.test" })
        {
            var (before, events) = (hashing.Done, await Count());
            (await LogIn(Somebody(), email, "not the password")).Refused("wrong-credentials", 401);
            statements.Add((hashing.Done - before, await Count() - events));
        }
        Assert.All(statements, cost => Assert.Equal((1, 1), cost)); // one hash, one refusal noted

        async Task<long> Count() => long.Parse((await Ask("select count(*) from mt_events")).Trim('(', ')'), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task ends_the_tries_of_one_address_at_one_account_after_five_failures_and_nobody_elses()
    {
        await Owner("acme", "ann@example.test");
        var guesser = Somebody();
        for (var n = 0; n < 5; n++) (await LogIn(guesser, "ann@example.test", "guess number " + n)).Refused("wrong-credentials", 401);
        using var late = await guesser.Raw(HttpMethod.Post, "/api/auth/login", new { email = "ann@example.test", password = Password });
        Assert.Equal(429, (int)late.StatusCode);
        Assert.InRange(late.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 15 * 60);
        (await LogIn(Somebody(), "ann@example.test")).Ok();
        Product.Clock.Forward(TimeSpan.FromMinutes(16));
        (await LogIn(guesser, "ann@example.test")).Ok();
    }

    [Fact]
    public async Task counts_tries_that_come_at_once()
    {
        await Owner("acme", "ann@example.test");
        var guesser = Somebody();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => LogIn(guesser, "ann@example.test", "guess number " + n)));
        Assert.Equal(5, answers.Count(answer => (int)answer.Status == 401));
        Assert.Equal(7, answers.Count(answer => (int)answer.Status == 429));
    }

    [Fact]
    public async Task is_not_lost_to_its_owner_by_a_hundred_wrong_passwords_from_elsewhere()
    {
        await Owner("acme", "ann@example.test");
        var known = Somebody();
        (await LogIn(known, "ann@example.test")).Ok();
        await Parallel.ForEachAsync(Enumerable.Range(0, 100), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, _) =>
            Assert.Contains((int)(await LogIn(new Visitor(Product, $"198.51.100.{n % 40}"), "ann@example.test", "guess number " + n)).Status, new[] { 401, 429 }));
        (await LogIn(known, "ann@example.test")).Ok();
        (await LogIn(Somebody(), "ann@example.test")).Ok(); // from a place she never was
        var guesses = int.Parse((await Ask("select count(*) from mt_events where type = 'identity.sign_in_refused'")).Trim('(', ')'), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(guesses, 20, 75); // slowed: not every guess was looked at
    }

    [Fact]
    public async Task ends_the_tries_of_one_address_at_all_accounts_after_twenty()
    {
        var guesser = Somebody();
        for (var n = 0; n < 20; n++) (await LogIn(guesser, $"person{n}@example.test")).Refused("wrong-credentials", 401);
        (await LogIn(guesser, "person20@example.test")).Refused("too-many-failures", 429);
    }

    [Fact]
    public async Task keeps_no_password_token_or_hash_in_the_log()
    {
        var ann = await Owner("acme", "ann@example.test");
        var kept = await Ask("select coalesce(data::text, '') || coalesce(headers::text, '') from mt_events");
        Assert.DoesNotContain(Password, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("pbkdf2", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(ann.Refresh!, await Ask("select * from identity_refresh_tokens"), StringComparison.Ordinal);
        Assert.DoesNotContain(ann.Refresh!, await Ask("select * from messages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task shows_where_one_is_and_ends_it_from_elsewhere()
    {
        var (here, there) = (await Owner("acme", "ann@example.test"), Somebody());
        there.Keep((await LogIn(there, "ann@example.test")).Ok());
        var sessions = (await here.Get("/api/auth/sessions")).Ok()["items"]!.AsArray();
        Assert.Equal(2, sessions.Count);
        var other = sessions.Single(session => !session!["current"]!.GetValue<bool>()).Text("id");
        Assert.Equal(204, (int)(await here.Delete($"/api/auth/sessions/{other}")).Status);
        (await there.Get("/api/auth/me")).Refused("sign-in-first", 401);
        (await there.Post("/api/auth/refresh", new { refreshToken = there.Refresh })).Refused("sign-in-first", 401);
        (await here.Get("/api/auth/me")).Ok();
        (await here.Delete($"/api/auth/sessions/{other}")).Refused("not-found", 404);
        var stranger = await Owner("other");
        var mine = (await here.Get("/api/auth/sessions")).Ok().Text("items.0.id");
        (await stranger.Delete($"/api/auth/sessions/{mine}")).Refused("not-found", 404);
    }

    [Fact]
    public async Task out_everywhere_ends_everything()
    {
        var (here, there) = (await Owner("acme", "ann@example.test"), Somebody());
        there.Keep((await LogIn(there, "ann@example.test")).Ok());
        Assert.Equal(204, (int)(await here.Post("/api/auth/logout-all")).Status);
        (await there.Get("/api/auth/me")).Refused("sign-in-first", 401);
        (await here.Get("/api/auth/me")).Refused("sign-in-first", 401);
        Assert.Equal("(2)", await Ask("select count(*) from mt_events where type = 'identity.signed_out'"));
    }

    [Fact]
    public async Task ends_on_another_node_too()
    {
        await using var second = await Start();
        var ann = await Owner("acme", "ann@example.test");
        var elsewhere = new Visitor(second, "203.0.113.200") { Access = ann.Access };
        (await elsewhere.Get("/api/auth/me")).Ok(); // also shows that both nodes sign with the same key
        await ann.Post("/api/auth/logout", new { refreshToken = ann.Refresh });
        await Until("the other node refuses the token", async () => (int)(await elsewhere.Get("/api/organisation")).Status == 401 ? "" : null);
    }

    [Theory]
    [InlineData("Basic YW5uOnBhc3N3b3Jk")]
    [InlineData("Bearer")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer bk_live_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task needs_a_token_of_ours(string authorization)
    {
        using var answer = await Somebody().Raw(HttpMethod.Get, "/api/organisation", null, ("Authorization", authorization));
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }
}
