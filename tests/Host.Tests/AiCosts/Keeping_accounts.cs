using System.Net;
using Billing.Host.Tests.Facilities;
using Billing.Testing;
using Billing.Web;

namespace Billing.Host.Tests.AiCosts;

public class Keeping_accounts : Observatory
{
    [Fact]
    public async Task tries_the_credential_and_shows_no_more_than_its_ends()
    {
        var id = await Open(Ours);
        Assert.Equal($"Bearer {Key}", Assert.Single(Provider.Shown));
        Assert.StartsWith("GET /v1/organization/costs?", Assert.Single(Provider.Asked), StringComparison.Ordinal);
        var reply = await Ours.Get($"/api/ai/accounts/{id}");
        Assert.Equal(("sk-…cdef", "kept", "OpenAI"), (reply.Ok().Text("credentialShown"), reply.Ok().Text("credential"), reply.Ok().Text("providerName")));
        foreach (var page in new[] { $"/api/ai/accounts/{id}", "/api/ai/accounts", "/api/audit" }) Assert.DoesNotContain("canary", (await Ours.Get(page)).Text, StringComparison.Ordinal);
        Assert.Equal("", await Table("select data from mt_events where data::text like '%canary%'"));
        Assert.Equal("", await Table("select record from secrets where sealed::text like '%canary%' or position(convert_to('canary', 'UTF8') in sealed) > 0"));
        Assert.Equal("account_opened credential_kept reading_paced", await Events(id));
    }

    [Theory]
    [InlineData(401, "credential-rejected")]
    [InlineData(403, "permission-missing")]
    [InlineData(500, "provider-down")]
    [InlineData(429, "rate-limited")]
    public async Task is_refused_with_a_credential_that_the_provider_does_not_take(int status, string code)
    {
        Provider.Say(_ => new(status, "{}"));
        (await Ours.Post("/api/ai/accounts", new { provider = "openai", name = "Research", credential = Key })).Refused(code);
        Assert.Empty((await Ours.Get("/api/ai/accounts")).Ok()["items"]!.AsArray());
        Assert.Equal("", await Table("select record from secrets"));
    }

    [Fact]
    public async Task is_each_organisations_own()
    {
        var (ours, theirs) = (await Open(Ours), await Open(Theirs));
        (await Ours.Post("/api/ai/accounts", new { provider = "openai", name = "RESEARCH", credential = Key })).Refused("ai-account-name-taken");
        Assert.Single((await Ours.Get("/api/ai/accounts")).Ok()["items"]!.AsArray());
        foreach (var reply in new[] { await Theirs.Get($"/api/ai/accounts/{ours}"), await Theirs.Put($"/api/ai/accounts/{ours}", new { name = "Mine" }), await Theirs.Post($"/api/ai/accounts/{ours}/archive"), await Theirs.Post($"/api/ai/accounts/{ours}/test"), await Theirs.Post($"/api/ai/accounts/{ours}/sync"), await Theirs.Get($"/api/ai/accounts/{ours}/runs") })
            Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal(204, (int)(await Theirs.Post($"/api/ai/accounts/{theirs}/test")).Status);
    }

    [Fact]
    public async Task archives_what_is_followed_no_longer_and_drops_its_credential()
    {
        var id = await Open(Ours);
        (await Ours.Post($"/api/ai/accounts/{id}/archive")).Ok();
        Assert.Equal("", await Table("select record from secrets"));
        Assert.Empty((await Ours.Get("/api/ai/accounts")).Ok()["items"]!.AsArray());
        Assert.Single((await Ours.Get("/api/ai/accounts?archived=true")).Ok()["items"]!.AsArray());
        (await Ours.Post($"/api/ai/accounts/{id}/sync")).Refused("ai-account-archived");
        await Open(Ours); // the name is free again
    }

    [Fact]
    public async Task changes_what_is_named_under_the_version_seen_and_tries_another_credential_first()
    {
        var id = await Open(Ours);
        Provider.Say(_ => new(401, "{}"));
        (await Ours.Put($"/api/ai/accounts/{id}", new { name = "Research", credential = "sk-admin-other-0123456789" })).Refused("credential-rejected");
        (await Ours.Post($"/api/ai/accounts/{id}/test")).Refused("credential-rejected");
        Provider.SayNothing();
        Assert.Equal(409, (int)(await Ours.Put($"/api/ai/accounts/{id}", new { name = "Labs" }, ("If-Match", "\"1\""))).Status);
        var changed = (await Ours.Put($"/api/ai/accounts/{id}", new { name = "Labs", monthlyLimit = new { amount = "250.00", currency = "USD" }, everyMinutes = 240, tags = new[] { "research" } }, ("If-Match", "\"3\""))).Ok();
        Assert.Equal(("Labs", "250.00", "240", "research"), (changed.Text("name"), changed.Text("monthlyLimit.amount"), changed.Text("everyMinutes"), changed.Text("tags.0")));
        Assert.Equal("account_opened credential_kept reading_paced account_renamed monthly_limit_agreed reading_paced account_tagged", await Events(id));
    }

    [Fact]
    public async Task is_for_those_who_may()
    {
        (await Ours.As(Role.Member).Post("/api/ai/accounts", new { provider = "openai", name = "Research", credential = Key })).Refused("not-permitted", 403);
        Assert.Equal(20, (await Ours.As(Role.Viewer).Get("/api/ai/providers")).Ok()["items"]!.AsArray().Count);
    }
}
