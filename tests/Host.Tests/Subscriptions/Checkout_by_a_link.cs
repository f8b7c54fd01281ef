using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>Who has a link subscribes once and without an account; who has none sees nothing. It is Wednesday 2025-11-19, seven in the morning in New York.</summary>
public partial class Checkout_by_a_link : Bureau
{
    private const string Subscribed = "select tenant_id, count(*) from subscriptions_subscriptions group by 1";
    private const string Nobody = "/c/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private protected override Task<IReadOnlyDictionary<string, string?>> Settings() => Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?> { ["Public:Address"] = "https://billing.example.test", ["Payments:TestCards"] = "everybody" });

    [Fact]
    public async Task shows_what_is_due_and_makes_one_subscription_however_often_somebody_presses()
    {
        var client = await Subscriptions_of_a_bureau.Arrange(Ours);
        await Subscriptions_of_a_bureau.Arrange(Theirs);
        var opened = await Opened(Ours, new { clientId = client, trialDays = 0 });
        var path = PathOf(opened);
        var page = await Ours.Http.GetAsync(path, Stop);
        Assert.Equal((200, "no-referrer", "noindex, nofollow", "no-store"), ((int)page.StatusCode, page.Headers.GetValues("Referrer-Policy").Single(), page.Headers.GetValues("X-Robots-Tag").Single(), page.Headers.CacheControl!.ToString()));
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(Stop);
        Assert.Contains("""<p class="amount">$29.00</p>""", html, StringComparison.Ordinal);
        Assert.Contains("Test mode", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"email\"", html, StringComparison.Ordinal);

        var form = FormOf(html, ("card", "pm_card_visa"));
        var pressed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Press(path, form)));
        Assert.All(pressed, answer => Assert.Equal(200, answer.Status)); // sent back to the page, which says that it is done
        Assert.All(pressed, answer => Assert.Contains("Thank you, you are subscribed", answer.Html, StringComparison.Ordinal));
        Assert.Equal("(ours,1)", await Table(Subscribed));
        Assert.Equal("checkout_opened checkout_completed", await Events(opened.Text("id")));
        Assert.Equal("subscription_started period_billed", await Events(opened.Text("subscriptionId")));
        await Until("the card was charged", async () => await Table("select tenant_id, outstanding::numeric(20, 2) from invoicing_invoices") == "(ours,0.00)");
        Assert.Equal("completed " + opened.Text("subscriptionId"), (await Ours.Get($"/api/checkout-sessions/{opened.Text("id")}")).Ok() is var card ? $"{card.Text("state")} {card.Text("subscriptionId")}" : "");
        Assert.Contains("client", await Table($"select headers from mt_events where stream_id = '{opened.Text("subscriptionId")}'"), StringComparison.Ordinal);
        (await Ours.Post($"/api/checkout-sessions/{opened.Text("id")}/expire")).Refused("checkout-completed");
    }

    [Fact]
    public async Task makes_somebody_new_a_client_with_taxes_and_a_coupon()
    {
        await Subscriptions_of_a_bureau.Arrange(Ours);
        (await Ours.Put("/api/invoicing-settings", new { taxCategories = new[] { new { name = "standard", taxes = new[] { new { name = "VAT", rate = "20" } } } } })).Ok();
        var opened = await Opened(Ours, new { trialDays = 0, newClient = new { name = "Brook & Sons", language = "de" } });
        var (path, before) = (PathOf(opened), await Table("select count(*) from invoicing_clients"));
        var html = await (await Ours.Http.GetAsync(path, Stop)).Content.ReadAsStringAsync(Stop);
        Assert.Contains("lang=\"de\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Brook &amp; Sons\"", html, StringComparison.Ordinal);
        Assert.Contains("VAT 20", html, StringComparison.Ordinal);
        Assert.Contains("34,80", html, StringComparison.Ordinal);

        var (status, wrong) = await Press(path, FormOf(html, ("card", "pm_card_visa"), ("coupon", "NONE"), ("email", "bills@brook.example.test")));
        Assert.Equal(422, status);
        Assert.Contains("Diesen Gutschein gibt es nicht", wrong, StringComparison.Ordinal);
        Assert.Contains("bills@brook.example.test", wrong, StringComparison.Ordinal); // what was written stays
        Assert.Equal(422, (await Press(path, FormOf(html, ("email", "bills@brook.example.test")))).Status); // no card
        Assert.Contains("abgelehnt", (await Press(path, FormOf(html, ("card", "pm_card_visa_chargeDeclined"), ("email", "bills@brook.example.test")))).Html, StringComparison.Ordinal);
        Assert.Contains("keine E-Mail-Adresse", (await Press(path, FormOf(html, ("card", "pm_card_visa"), ("email", "nobody")))).Html, StringComparison.Ordinal);
        Assert.Contains("inzwischen", (await Press(path, FormOf(html, ("card", "pm_card_visa"), ("email", "bills@brook.example.test"), ("seen", "1/1/USD")))).Html, StringComparison.Ordinal);
        Assert.Equal(before, await Table("select count(*) from invoicing_clients"));
        Assert.Equal("", await Table(Subscribed));

        var done = await Press(path, FormOf(html, ("card", "pm_card_visa"), ("email", "bills@brook.example.test"), ("city", "Springfield"), ("country", "us")));
        Assert.Contains("Danke, Ihr Abonnement läuft", done.Html, StringComparison.Ordinal);
        var client = (await Ours.Get($"/api/clients/{opened.Text("clientId")}")).Ok();
        Assert.Equal("Brook & Sons bills@brook.example.test Springfield US de", $"{client.Text("name")} {client.Text("emails.0")} {client.Text("address.city")} {client.Text("address.country")} {client.Text("language")}");
        Assert.Equal("test 4242", (await Ours.Get($"/api/clients/{opened.Text("clientId")}/payment-methods")).Ok() is var cards ? $"{cards.Text("items.0.provider")} {cards.Text("items.0.lastFour")}" : "");
        await Until("the invoice is paid with its tax", async () => await Table("select total::numeric(20, 2), outstanding::numeric(20, 2) from invoicing_invoices") == "(34.80,0.00)");
    }

    [Fact]
    public async Task that_was_ended_has_run_out_or_never_was_answers_one_and_the_same()
    {
        var client = await Subscriptions_of_a_bureau.Arrange(Ours);
        var (ended, late) = (await Opened(Ours, new { clientId = client }), await Opened(Ours, new { clientId = client, expiresAt = "2025-11-20T12:00:00Z" }));
        var html = await (await Ours.Http.GetAsync(PathOf(ended), Stop)).Content.ReadAsStringAsync(Stop);
        (await Theirs.Post($"/api/checkout-sessions/{ended.Text("id")}/expire")).Refused("not-found", 404);
        Assert.Equal("expired", (await Ours.Post($"/api/checkout-sessions/{ended.Text("id")}/expire")).Ok().Text("state"));
        Clock.Forward(TimeSpan.FromDays(2));
        var answers = new List<string>();
        foreach (var path in new[] { PathOf(ended), PathOf(late), Nobody, "/c/x" })
        {
            answers.Add($"{(int)(await Ours.Http.GetAsync(path, Stop)).StatusCode} {await (await Ours.Http.GetAsync(path, Stop)).Content.ReadAsStringAsync(Stop)}");
            var (status, said) = await Press(path, FormOf(html, ("card", "pm_card_visa")));
            answers.Add($"{status} {said}");
        }
        Assert.True(answers.Distinct().Count() == 1 && answers[0].StartsWith("404 ", StringComparison.Ordinal), string.Join('\n', answers));
        Assert.Equal("", await Table(Subscribed));
        await Until("it is noted that one ran out", async () => await Events(late.Text("id")) == "checkout_opened checkout_expired");
        Assert.Equal("(0)", await Table("select count(*) from subscriptions_checkouts where proof is not null"));
        Assert.DoesNotContain(PathOf(late).Split('/')[^1], await Table("select data from mt_events") + await Table("select body from idempotency_keys"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_made_by_those_who_keep_subscriptions_and_for_clients_of_one_s_own()
    {
        var (client, theirs) = (await Subscriptions_of_a_bureau.Arrange(Ours), await Subscriptions_of_a_bureau.Arrange(Theirs));
        (await Ours.As(Role.Viewer).Post("/api/checkout-sessions", Wish(new { clientId = client }))).Refused("not-permitted", 403);
        (await Ours.Post("/api/checkout-sessions", Wish(new { clientId = theirs }))).Refused("unknown-client");
        (await Ours.Post("/api/checkout-sessions", Wish(new { clientId = client, planCode = "none" }))).Refused("unknown-plan");
        (await Ours.Post("/api/checkout-sessions", Wish(new { clientId = client, successUrl = "javascript:alert(1)" }))).Refused("bad-return-address");
        var (first, second, other) = (await Opened(Ours, new { clientId = client }), await Opened(Ours, new { newClient = new { name = "Brook" } }), await Opened(Theirs, new { clientId = theirs }));
        Assert.Equal($"{second.Text("id")} {first.Text("id")}", string.Join(' ', (await Ours.Get("/api/checkout-sessions")).Ok()["items"]!.AsArray().Select(one => one.Text("id"))));
        Assert.Equal(first.Text("id"), (await Ours.Get($"/api/checkout-sessions?clientId={client}&state=open")).Ok().Text("items.0.id"));
        Assert.Empty((await Ours.Get("/api/checkout-sessions?state=expired")).Ok()["items"]!.AsArray());
        Assert.Empty((await Ours.Get("/api/checkout-sessions?state=completed")).Ok()["items"]!.AsArray());
        (await Ours.Get($"/api/checkout-sessions/{other.Text("id")}")).Refused("not-found", 404);
        Assert.Single((await Theirs.Get("/api/checkout-sessions")).Ok()["items"]!.AsArray());
    }

    private static async Task<JsonNode> Opened(Desk desk, object more) => (await desk.Post("/api/checkout-sessions", Wish(more))).Ok(201);

    private static string Wish(object more)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        body.TryAdd("planCode", "pro");
        body.TryAdd("successUrl", "https://example.test/thanks");
        body.TryAdd("cancelUrl", "https://example.test/plans");
        return body.ToJsonString();
    }

    private static string PathOf(JsonNode opened) => new Uri(opened.Text("url")).AbsolutePath;

    private async Task<(int Status, string Html)> Press(string path, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        var answer = await Ours.Http.PostAsync(path, content, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>The form as a browser sends it: what stands in its fields, and what somebody writes over them.</summary>
    private static Dictionary<string, string> FormOf(string html, params (string Name, string Value)[] written)
    {
        var form = Fields().Matches(html).ToDictionary(field => field.Groups[1].Value, field => System.Net.WebUtility.HtmlDecode(field.Groups[2].Value));
        foreach (var (name, value) in written) form[name] = value;
        form["do"] = "subscribe";
        return form;
    }

    [GeneratedRegex("<input (?:type=\"hidden\" )?name=\"([a-zA-Z0-9]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Fields();
}
