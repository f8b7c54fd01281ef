using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Identity;

public class Programs_with_keys : Town
{
    [Fact]
    public async Task may_what_their_scopes_say_and_no_more()
    {
        var ann = await Owner("acme", "ann@example.test");
        var (program, id) = await Program(ann, "facilities.see");
        (await program.Get("/api/facility-groups")).Ok();
        (await program.Post("/api/facility-groups", new { name = "Alabama", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Refused("not-permitted", 403);
        (await program.Get("/api/users")).Refused("not-permitted", 403);
        (await program.Get("/api/auth/me")).Refused("people-only", 403);
        (await program.Get("/api/organisation")).Ok();
        var line = (await ann.Get("/api/api-keys")).Ok()["items"]![0]!;
        Assert.Equal(program.Access![..12], line.Text("prefix"));
        Assert.NotEmpty(line.Text("lastUsed"));
        Assert.DoesNotContain(program.Access, line.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(program.Access, await Ask("select * from identity_api_keys") + await Ask("select data::text from mt_events") + await Ask("select * from idempotency_keys"), StringComparison.Ordinal);
        Assert.NotNull(id);
    }

    [Fact]
    public async Task see_their_own_organisation_alone()
    {
        var (ann, eve) = (await Owner("acme"), await Owner("other"));
        await ann.Post("/api/facility-groups", new { name = "Ours", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } });
        var (theirs, _) = await Program(eve, "facilities.see");
        Assert.Empty((await theirs.Get("/api/facility-groups")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task are_out_once_their_key_is_revoked_or_over()
    {
        await using var second = await Start();
        var ann = await Owner("acme", "ann@example.test");
        var (program, id) = await Program(ann, "facilities.see");
        var elsewhere = new Visitor(second, "203.0.113.201") { Access = program.Access };
        (await elsewhere.Get("/api/facility-groups")).Ok();
        (await ann.Delete($"/api/api-keys/{id}")).Ok();
        (await program.Get("/api/facility-groups")).Refused("sign-in-first", 401);
        await Until("the other node refuses the key", async () => (int)(await elsewhere.Get("/api/facility-groups")).Status == 401 ? "" : null);

        var (brief, _) = await Program(ann, "facilities.see", DateTimeOffset.UtcNow.AddHours(1));
        (await brief.Get("/api/facility-groups")).Ok();
        Product.Clock.Forward(TimeSpan.FromHours(2));
        (await brief.Get("/api/facility-groups")).Refused("sign-in-first", 401);
    }

    [Fact]
    public async Task get_no_more_than_their_maker_may_and_never_everything()
    {
        var ann = await Owner();
        (await ann.Post("/api/api-keys", new { name = "Too much", scopes = new[] { "people.arrange" } })).Refused("not-for-keys");
        (await ann.Post("/api/api-keys", new { name = "Nothing", scopes = Array.Empty<string>() })).Refused("no-scope");
        var (program, _) = await Program(ann, "organisation.see");
        (await program.Post("/api/api-keys", new { name = "Child", scopes = new[] { "facilities.see" } })).Refused("not-permitted", 403);
    }

    [Fact]
    public async Task are_told_how_much_they_may_ask_for_and_when_again()
    {
        var (program, _) = await Program(await Owner(), "facilities.see");
        using (var first = await program.Raw(HttpMethod.Get, "/api/organisation"))
        {
            Assert.Equal("600", first.Headers.GetValues("RateLimit-Limit").Single());
            Assert.Equal("599", first.Headers.GetValues("RateLimit-Remaining").Single());
        }
        var refused = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 1500), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (_, _) =>
        {
            if (Volatile.Read(ref refused) > 0) return;
            using var answer = await program.Raw(HttpMethod.Get, "/api/organisation");
            if ((int)answer.StatusCode == 429 && answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds >= 1) Interlocked.Increment(ref refused);
        });
        Assert.True(refused > 0);
    }

    [Fact]
    public async Task are_counted_by_the_month_and_refused_what_the_plan_does_not_allow()
    {
        await using var second = await Start();
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other"));
        var ((program, _), (theirs, _)) = (await Program(ann, "facilities.see"), await Program(eve, "facilities.see"));
        foreach (var node in new[] { Product, second }) node.Post.Limits["api_calls"] = 3;
        for (var call = 1; call <= 3; call++) (await program.Get("/api/organisation")).Ok();
        var full = (await program.Get("/api/organisation")).Refused("plan-calls-used", 429);
        Assert.Equal("api_calls 3", $"{full.Text("entitlement")} {full.Text("limit")}");
        (await theirs.Get("/api/organisation")).Ok();
        (await ann.Get("/api/organisation")).Ok(); // people are not counted
        Assert.Equal("api_calls 3 3", Counted((await ann.Get("/api/tenants/me/plan")).Ok(), "api_calls"));
        Assert.Equal("api_calls 3 1", Counted((await eve.Get("/api/tenants/me/plan")).Ok(), "api_calls"));

        var elsewhere = new Visitor(second, "203.0.113.201") { Access = program.Access };
        await Until("the other node knows what was asked for here", async () => (await elsewhere.Get("/api/organisation")).Status == HttpStatusCode.TooManyRequests ? "" : null);
        Product.Clock.Forward(TimeSpan.FromDays(31));
        (await program.Get("/api/organisation")).Ok();
    }

    [Fact]
    public async Task are_not_all_that_a_plan_counts()
    {
        var ann = await Owner("acme", "ann@example.test");
        var (program, _) = await Program(ann, "organisation.see");
        Assert.Equal("users  1", Counted((await ann.Get("/api/tenants/me/plan")).Ok(), "users"));
        Assert.Equal("invoices_per_month  0", Counted((await ann.Get("/api/tenants/me/plan")).Ok(), "invoices_per_month"));
        Product.Post.Limits["storage_gb"] = 0;
        (await ann.Send(HttpMethod.Put, "/api/tenants/me/logo", Png(), ("Content-Type", "image/png"))).Refused("plan-storage-full");
        Product.Post.Limits["storage_gb"] = 1;
        (await ann.Send(HttpMethod.Put, "/api/tenants/me/logo", Png(), ("Content-Type", "image/png"))).Ok();
        await Invoiced(ann, "acme");
        Assert.Equal("invoices_per_month  1", Counted((await ann.Get("/api/tenants/me/plan")).Ok(), "invoices_per_month"));
        var used = (await ann.Get("/api/tenants/me/plan")).Ok()["items"]!.AsArray().Single(item => item!.Text("name") == "storage_gb")!.Text("used");
        Assert.InRange(decimal.Parse(used, CultureInfo.InvariantCulture), 0.0000000001m, 0.01m);
        (await program.Get("/api/tenants/me/plan")).Ok();
    }

    private static string Counted(JsonNode plan, string name) => plan["items"]!.AsArray().Single(item => item!.Text("name") == name) is var one ? $"{name} {one!["limit"]} {one.Text("used")}" : "";

    private static async Task<(Visitor Program, string Id)> Program(Visitor maker, string scope, DateTimeOffset? until = null)
    {
        var key = (await maker.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { scope }, expiresAt = until }, ("Idempotency-Key", Guid.NewGuid().ToString()))).Ok(201);
        Assert.StartsWith("bk_live_", key.Text("key"), StringComparison.Ordinal);
        return (new Visitor(maker.Product, "203.0.113.250") { Access = key.Text("key") }, key.Text("id"));
    }
}
