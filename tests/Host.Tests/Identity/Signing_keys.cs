using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Billing.Identity.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests.Identity;

/// <summary>One key that signs access tokens follows another, on two nodes that share a database, and nobody notices.</summary>
public class Signing_keys : Town
{
    private Running _second = null!;

    [Fact]
    public async Task are_published_before_they_sign_and_forgotten_when_their_last_token_has_run_out()
    {
        await using var second = _second = await Start();
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var old = KeyOf(ann);
        (await At(second, ann).Get("/api/auth/me")).Ok();

        var (next, from) = await Product.Services.GetRequiredService<ISigningKeys>().Rotate(Stop);
        Assert.InRange(from - Product.Clock.GetUtcNow(), SigningKeys.Lead - TimeSpan.FromSeconds(30), SigningKeys.Lead);
        Assert.Equal(Sorted(old, next), await Listed(Product));
        Assert.Equal(old, KeyOf(await SignedIn(Product))); // published only

        Forward(SigningKeys.Freshness + TimeSpan.FromSeconds(1));
        Assert.Equal(Sorted(old, next), await Listed(second)); // the other node has noticed by itself
        Forward(SigningKeys.Lead - SigningKeys.Freshness);
        var (here, there) = (await SignedIn(Product), await SignedIn(second));
        Assert.Equal([next, next], [KeyOf(here), KeyOf(there)]); // nobody goes on with the old one
        await TakenByBoth(ann, eve, here, there);

        Forward(TimeSpan.FromMinutes(18));
        await TakenByBoth(ann, eve, here, there); // twenty-nine minutes old, by a key that has signed nothing for nineteen
        Forward(TimeSpan.FromMinutes(3));
        Assert.Equal(401, (int)(await At(second, ann).Get("/api/auth/me")).Status); // not because of the key: its half hour is over
        Assert.Equal(Sorted(old, next), await Listed(second)); // a token of the last minute before the change still counts
        Forward(TimeSpan.FromMinutes(12));
        Assert.Equal([next], await Listed(Product));
        Assert.Equal([next], await Listed(second));
        Assert.Null(second.Services.GetRequiredService<SigningKeys>().Find(old));
    }

    [Fact]
    public async Task that_a_node_has_not_seen_are_looked_for_before_a_token_is_refused()
    {
        await using var second = _second = await Start();
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        second.Clock.Forward(SigningKeys.Lead);
        (await At(second, ann).Get("/api/auth/me")).Ok(); // it has just read what there is
        var keys = second.Services.GetRequiredService<SigningKeys>();
        await Product.Services.GetRequiredService<SigningKeys>().Rotate(Stop);
        Product.Clock.Forward(SigningKeys.Lead);
        var fresh = await SignedIn(Product);
        Assert.NotEqual(KeyOf(ann), KeyOf(fresh));
        Assert.Null(keys.Find(KeyOf(fresh)));

        await Until("it looks again, two seconds after it last did", async () => await At(second, fresh).Get("/api/auth/me") is { Status: System.Net.HttpStatusCode.OK } taken ? taken : null);
        Assert.NotNull(keys.Find(KeyOf(fresh)));
        await TakenByBoth(ann, eve, fresh);
        var forged = new Visitor(second, "203.0.113.97") { Access = WithKey(ann.Access!, "nobodys") };
        (await forged.Get("/api/auth/me")).Refused("sign-in-first", 401);
    }

    [Fact]
    public async Task follow_each_other_by_themselves_after_ninety_days_and_the_old_ones_are_destroyed()
    {
        await using var second = _second = await Start();
        var (ann, _) = (await Owner("acme", "ann@example.test"), await Owner("other"));
        var old = KeyOf(ann);
        var keys = Product.Services.GetRequiredService<SigningKeys>();
        Forward(SigningKeys.LongestUse - TimeSpan.FromHours(1));
        await keys.Renew(Stop);
        Assert.Equal([old], await Listed(Product));

        // The nightly job is not asked: its next night comes when the clock goes past it.
        Forward(TimeSpan.FromDays(1));
        await Until("the job made a key that follows", async () => await Ask("select count(*) from identity_signing_keys") is "(2)" and var two ? two : null);
        Forward(SigningKeys.Freshness + TimeSpan.FromSeconds(1)); // a node that looked just before goes on with what it read
        var both = await Listed(second);
        Assert.Equal(2, both.Length);
        Assert.Contains(old, both);
        await second.Services.GetRequiredService<SigningKeys>().Renew(Stop); // again, elsewhere: harmless
        Assert.Equal(both, await Listed(second));

        Forward(TimeSpan.FromDays(1));
        await Until("the old key is destroyed", async () => await Ask("select id from identity_signing_keys") is { } left && !left.Contains(old, StringComparison.Ordinal) ? left : null);
        Assert.Equal("(1)", await Ask("select count(*) from secrets where record like 'identity.signing_key/%'"));
        Assert.DoesNotContain(old, await Listed(second));
        Assert.NotEqual(old, KeyOf(await SignedIn(second)));
    }

    [Fact]
    public async Task in_strange_hands_are_withdrawn_and_people_stay_signed_in_with_tokens_of_the_next()
    {
        await using var second = _second = await Start();
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var old = KeyOf(ann);
        await TakenByBoth(ann, eve);
        await Product.Services.GetRequiredService<SigningKeys>().Rotate(Stop); // one that is published and does not sign yet goes, too

        var next = await Product.Services.GetRequiredService<ISigningKeys>().Withdraw(Stop);
        Assert.Equal([next], await Listed(Product));
        Assert.Equal("(1)", await Ask("select count(*) from secrets where record like 'identity.signing_key/%'"));
        foreach (var who in new[] { ann, eve }) (await At(Product, who).Get("/api/auth/me")).Refused("sign-in-first", 401);

        Forward(SigningKeys.Freshness + TimeSpan.FromSeconds(1));
        foreach (var who in new[] { ann, eve }) (await At(second, who).Get("/api/auth/me")).Refused("sign-in-first", 401);
        Assert.Equal([next], await Listed(second));
        ann.Keep((await ann.Post("/api/auth/refresh", new { refreshToken = ann.Refresh })).Ok());
        Assert.Equal(next, KeyOf(ann));
        Assert.NotEqual(old, next);
        await TakenByBoth(ann);
    }

    private void Forward(TimeSpan by)
    {
        Product.Clock.Forward(by);
        _second.Clock.Forward(by);
    }

    private async Task<Visitor> SignedIn(Running at)
    {
        var who = Somebody(at);
        who.Keep((await LogIn(who, "ann@example.test")).Ok());
        return who;
    }

    private async Task TakenByBoth(params Visitor[] who)
    {
        foreach (var node in new[] { Product, _second })
            Assert.All(await Task.WhenAll(who.Select(one => At(node, one).Get("/api/auth/me"))), answer => answer.Ok());
    }

    private static Visitor At(Running node, Visitor who) => new(node, "203.0.113.98") { Access = who.Access };

    private static async Task<string[]> Listed(Running at) =>
        [.. (await new Visitor(at, "203.0.113.96").Get("/.well-known/jwks.json")).Ok()["keys"]!.AsArray().Select(one => one.Text("kid")).Order(StringComparer.Ordinal)];

    private static string[] Sorted(params string[] ids) => [.. ids.Order(StringComparer.Ordinal)];

    private static string KeyOf(Visitor who) => System.Text.Json.Nodes.JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(who.Access!.Split('.')[0])).Text("kid");

    private static string WithKey(string token, string key) =>
        System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes($$"""{"alg":"ES256","typ":"at+jwt","kid":"{{key}}"}""")) + token[token.IndexOf('.', StringComparison.Ordinal)..];
}
