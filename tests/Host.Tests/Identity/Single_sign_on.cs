using System.Text.RegularExpressions;
using Billing.Host.Tests.Facilities;
using Billing.Testing;

namespace Billing.Host.Tests.Identity;

/// <summary>In through an organisation's own identity provider: a real one.</summary>
public partial class Single_sign_on : Town
{
    private static readonly object People = new
    {
        ada = new { email = "ada@acme.example.test", email_verified = true, given_name = "Ada", family_name = "Byron", groups = new[] { "staff", "admins" } },
        bob = new { email = "Bob@ACME.example.test", email_verified = true, name = "Bob" },
        unsure = new { email = "unsure@acme.example.test", email_verified = false },
        stranger = new { email = "stranger@elsewhere.example.test", email_verified = true },
        boss = new { email = "owner@acme.example.test", email_verified = true, groups = new[] { "admins" } },
        moved = new { email = "owner@globex.example.test", email_verified = true },
    };

    [Theory]
    [InlineData("RS256", "client_secret_basic")]
    [InlineData("ES256", "client_secret_post")]
    public async Task makes_members_of_those_whom_the_provider_vouches_for(string algorithm, string method)
    {
        var owner = await Owner();
        await using var provider = await Provider(algorithm, method);
        (await Arrange(owner, provider)).Ok();
        using var browser = new Browser(Product);
        Assert.Equal("/", await browser.SignIn("acme", "ada"));
        Assert.Equal(("admin", "Ada"), await browser.WhoAmI());
        using var bobs = new Browser(Product);
        Assert.Equal("/", await bobs.SignIn("acme", "bob"));
        Assert.Equal(("viewer", "Bob"), await bobs.WhoAmI());
        using var again = new Browser(Product);
        Assert.Equal("/", await again.SignIn("acme", "ada"));
        Assert.Equal("3", Number(await Ask("select count(*) from mt_events where type = 'identity.member_joined'")));
        Assert.Equal("3", Number(await Ask("select count(*) from mt_events where type = 'identity.signed_in' and data ->> 'by' = 'singleSignOn'")));
        Assert.Equal(3, provider.Said.Count(said => said.GetProperty("event").GetString() == "redeemed"));
    }

    [Fact]
    public async Task is_bound_to_the_browser_that_began_it()
    {
        var owner = await Owner();
        await using var provider = await Provider();
        (await Arrange(owner, provider)).Ok();
        using var browser = new Browser(Product);
        using var other = new Browser(Product);
        var back = await browser.ToTheCallback("acme", "ada");
        Assert.Equal("/?sso=trip-over", await other.Open(back)); // another browser, as when somebody is sent a link
        Assert.Equal("/?sso=trip-over", await other.Open(await browser.ToTheCallback("acme", "ada"), planted: await other.Begin("acme")));
        var wrong = await browser.ToTheCallback("acme", "ada");
        Assert.Equal("/?sso=trip-over", await browser.Open(new Uri(StateOf().Replace(wrong.AbsoluteUri, "state=" + new string('x', 43)))));
        Assert.DoesNotContain(provider.Said, said => said.GetProperty("event").GetString() == "redeemed");
        Assert.Equal("1", Number(await Ask("select count(*) from mt_events where type = 'identity.member_joined'")));
    }

    [Fact]
    public async Task takes_a_code_once()
    {
        var owner = await Owner();
        await using var provider = await Provider();
        (await Arrange(owner, provider)).Ok();
        using var browser = new Browser(Product);
        var back = await browser.ToTheCallback("acme", "ada");
        var trip = browser.Trip;
        Assert.Equal("/", await browser.Open(back));
        Assert.Equal("/?sso=trip-over", await browser.Open(back));
        Assert.Equal("/?sso=provider-not-trusted", await browser.Open(back, planted: trip)); // the cookie kept, the code is spent
    }

    [Fact]
    public async Task takes_no_code_of_another_way()
    {
        var owner = await Owner();
        await using var provider = await Provider();
        (await Arrange(owner, provider)).Ok();
        using var thief = new Browser(Product);
        using var victim = new Browser(Product);
        var stolen = CodeOf().Match((await victim.ToTheCallback("acme", "ada")).Query).Value;
        var own = await thief.ToTheCallback("acme", "bob");
        Assert.Equal("/?sso=provider-not-trusted", await thief.Open(new Uri(CodeOf().Replace(own.AbsoluteUri, stolen))));
    }

    [Fact]
    public async Task listens_to_no_other_issuer()
    {
        var owner = await Owner();
        await using var provider = await Provider();
        (await Arrange(owner, provider)).Ok();
        using var browser = new Browser(Product);
        var back = await browser.ToTheCallback("acme", "ada");
        Assert.Contains("iss=", back.Query, StringComparison.Ordinal);
        Assert.Equal("/?sso=provider-not-trusted", await browser.Open(new Uri(IssuerOf().Replace(back.AbsoluteUri, "iss=https%3A%2F%2Fother.example.test"))));
        back = await browser.ToTheCallback("acme", "ada");
        Assert.Equal("/?sso=provider-not-trusted", await browser.Open(new Uri(IssuerOf().Replace(back.AbsoluteUri, "")))); // it says that it names itself
        // What answers at the address calls itself something else.
        (await Arrange(owner, provider, issuer: $"http://localhost:{provider.Port}", secret: "a secret of theirs")).Ok();
        Assert.Equal("/?sso=provider-away", (await browser.Visit(new Uri(Product.Http.BaseAddress!, "/api/auth/sso/acme"))).Location());
    }

    [Theory]
    [InlineData("unsure", "email-not-verified")]
    [InlineData("stranger", "foreign-domain")]
    [InlineData("moved", "foreign-domain")]
    public async Task lets_nobody_in_whom_the_provider_may_not_vouch_for(string login, string code)
    {
        var owner = await Owner();
        await Owner("globex");
        await using var provider = await Provider();
        (await Arrange(owner, provider)).Ok();
        using var browser = new Browser(Product);
        Assert.Equal("/?sso=" + code, await browser.SignIn("acme", login));
        Assert.Equal("2", Number(await Ask("select count(*) from mt_events where type = 'identity.member_joined'")));
        Assert.Equal("1", Number(await Ask("select count(*) from mt_events where type = 'identity.sign_in_refused' and tenant_id <> 'billing-people'")));
    }

    [Fact]
    public async Task opens_nobodys_other_organisation()
    {
        var owner = await Owner();
        await Owner("globex");
        await using var provider = await Provider();
        (await Arrange(owner, provider, domains: ["acme.example.test", "globex.example.test"])).Ok();
        using var browser = new Browser(Product);
        Assert.Equal("/?sso=known-elsewhere", await browser.SignIn("acme", "moved"));
        Assert.Equal("2", Number(await Ask("select count(*) from mt_events where type = 'identity.member_joined'")));
    }

    [Fact]
    public async Task makes_nobody_an_owner()
    {
        var owner = await Owner();
        await using var provider = await Provider();
        (await Arrange(owner, provider)).Ok();
        using var browser = new Browser(Product);
        Assert.Equal("/?sso=owners-by-password", await browser.SignIn("acme", "boss"));
    }

    [Fact]
    public async Task is_offered_by_the_domain_of_an_address()
    {
        var owner = await Owner();
        await using var provider = await Provider();
        (await Arrange(owner, provider)).Ok();
        var visitor = Somebody();
        Assert.Equal("/api/auth/sso/acme", (await visitor.Post("/api/auth/sso/start", new { email = "Anybody@ACME.example.test" })).Ok()["url"]!.GetValue<string>());
        Assert.Null((await visitor.Post("/api/auth/sso/start", new { email = "anybody@globex.example.test" })).Ok()["url"]);
        Is(204, await owner.Delete("/api/tenants/me/sso"));
        Assert.Null((await visitor.Post("/api/auth/sso/start", new { email = "anybody@acme.example.test" })).Ok()["url"]);
        Is(404, await visitor.Get("/api/auth/sso/acme"));
        Is(404, await owner.Get("/api/tenants/me/sso"));
    }

    [Fact]
    public async Task keeps_its_secret_and_asks_for_it_again_with_another_issuer()
    {
        var owner = await Owner();
        await using var provider = await Provider();
        var page = (await Arrange(owner, provider)).Ok().ToJsonString() + (await owner.Get("/api/tenants/me/sso")).Ok().ToJsonString();
        Assert.DoesNotContain("a secret of theirs", page, StringComparison.Ordinal);
        Assert.Contains("/api/auth/sso/callback", page, StringComparison.Ordinal);
        (await Arrange(owner, provider, secret: null)).Ok();
        (await Arrange(owner, provider, issuer: "https://other.example.com", secret: null)).Refused("client-secret-missing");
        foreach (var table in new[] { "mt_events", "identity_sso_domains", "secrets", "messages", "idempotency_keys" }) Assert.DoesNotContain("a secret of theirs", await Ask($"select * from {table}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_what_cannot_be()
    {
        var (owner, other) = (await Owner(), await Owner("globex"));
        await using var provider = await Provider();
        (await Arrange(owner, provider, issuer: "https://10.0.0.1")).Refused("issuer-wrong");
        (await Arrange(owner, provider, issuer: "http://example.com")).Refused("issuer-wrong");
        (await Arrange(owner, provider, domains: ["localhost"])).Refused("domains-wrong");
        (await Arrange(owner, provider, role: "owner")).Refused("role-too-high");
        (await Arrange(owner, provider)).Ok();
        Is(404, await other.Get("/api/tenants/me/sso"));
        (await Arrange(other, provider, domains: ["globex.example.test", "acme.example.test"])).Refused("domain-taken");
    }

    [Fact]
    public async Task can_be_the_only_way_in()
    {
        var owner = await Owner();
        await using var provider = await Provider();
        (await Arrange(owner, provider)).Ok();
        using var browser = new Browser(Product);
        Assert.Equal("/", await browser.SignIn("acme", "ada"));
        var ada = Somebody();
        await ada.Post("/api/auth/password/forgot", new { email = "ada@acme.example.test" });
        Is(204, await ada.Post("/api/auth/password/reset", new { token = await Secret("identity.password_reset"), password = Password }));
        (await LogIn(ada, "ada@acme.example.test")).Ok();
        (await Arrange(owner, provider, passwordsOff: true)).Ok();
        (await LogIn(ada, "ada@acme.example.test")).Refused("single-sign-on-only", 403);
        (await LogIn(ada, "owner@acme.example.test")).Ok(); // for the day on which the provider is broken
    }

    private Task<Counterpart> Provider(string algorithm = "RS256", string method = "client_secret_basic") =>
        Counterpart.Start("oidc.mjs", new { clientId = "billing at acme", clientSecret = "a secret of theirs", redirectUri = new Uri(Product.Http.BaseAddress!, "/api/auth/sso/callback"), people = People, algorithm, method });

    private static Task<Reply> Arrange(Visitor who, Counterpart provider, string? issuer = null, string? secret = "a secret of theirs", string[]? domains = null, string role = "admin", bool passwordsOff = false) =>
        who.Send(HttpMethod.Put, "/api/tenants/me/sso", new
        {
            issuer = issuer ?? $"http://127.0.0.1:{provider.Port}", clientId = "billing at acme", clientSecret = secret, domains = domains ?? ["acme.example.test"],
            roles = new[] { new { claim = "groups", value = "staff", role = "member" }, new { claim = "groups", value = "admins", role } }, passwordsOff,
        });

    private static void Is(int status, Reply answer) => Assert.True(status == (int)answer.Status, $"{(int)answer.Status} instead of {status}: {answer.Text}");

    private static string Number(string row) => row.Trim('(', ')');

    [GeneratedRegex("state=[^&]+")]
    private static partial Regex StateOf();

    [GeneratedRegex("code=[^&]+")]
    private static partial Regex CodeOf();

    [GeneratedRegex("iss=[^&]+")]
    private static partial Regex IssuerOf();
}
