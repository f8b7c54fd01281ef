using System.Text.RegularExpressions;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>A client looks after what it has by a link, as far as its organisation lets it. It is Wednesday 2025-11-19, seven in the morning in New York.</summary>
public partial class Portal_by_a_link : Bureau
{
    private protected override Task<IReadOnlyDictionary<string, string?>> Settings() => Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?> { ["Public:Address"] = "https://billing.example.test", ["Payments:TestCards"] = "everybody" });

    [Fact]
    public async Task shows_the_client_s_own_and_nobody_else_s()
    {
        var (client, theirs) = (await Subscriptions_of_a_bureau.Arrange(Ours), await Subscriptions_of_a_bureau.Arrange(Theirs));
        await Subscriptions_of_a_bureau.Begin(Ours, client, "pro");
        var other = await Subscriptions_of_a_bureau.Begin(Theirs, theirs, "enterprise");
        await Until("both are invoiced", async () => await Table("select count(*) from invoicing_invoices where standing = 'issued'") == "(2)");
        var path = await Opened(Ours, client);
        var page = await Ours.Http.GetAsync(path, Stop);
        var html = await page.Content.ReadAsStringAsync(Stop);
        Assert.Equal((200, "no-store"), ((int)page.StatusCode, page.Headers.CacheControl!.ToString()));
        Assert.Contains("Renews on", html, StringComparison.Ordinal);
        Assert.Contains("INV-2025-0001", html, StringComparison.Ordinal);
        Assert.DoesNotContain("$99.00", html, StringComparison.Ordinal);
        var pdf = await Ours.Http.GetAsync(Papers().Match(html).Groups[1].Value, Stop);
        Assert.Equal((200, "application/pdf"), ((int)pdf.StatusCode, pdf.Content.Headers.ContentType!.MediaType));
        var invoice = (await Theirs.Get("/api/invoices")).Ok().Text("items.0.id");
        Assert.Equal(404, (int)(await Ours.Http.GetAsync($"{path}/invoices/{invoice}", Stop)).StatusCode);
        Assert.Equal(404, (await Press(path, ("do", "cancel"), ("id", other.Text("id")))).Status);
        Assert.False((await Theirs.Get($"/api/subscriptions/{other.Text("id")}")).Ok()["cancelAtPeriodEnd"]!.GetValue<bool>());
    }

    [Fact]
    public async Task cancels_and_goes_on_and_changes_as_far_as_it_is_let()
    {
        var client = await Subscriptions_of_a_bureau.Arrange(Ours);
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro")).Text("id");
        var path = await Opened(Ours, client);
        Assert.Contains("Ends on", (await Press(path, ("do", "cancel"), ("id", id))).Html, StringComparison.Ordinal);
        Assert.Contains("Renews on", (await Press(path, ("do", "goOn"), ("id", id))).Html, StringComparison.Ordinal);
        Assert.Equal(422, (await Press(path, ("do", "end"), ("id", id))).Status);
        Assert.Equal(422, (await Press(path, ("do", "preview"), ("id", id), ("plan", "enterprise"), ("quantity", "1"))).Status);
        Assert.Equal("subscription_started period_billed cancellation_agreed cancellation_dropped", await Events(id));

        (await Ours.Put("/api/subscription-settings", new { portalPlans = new[] { "pro", "enterprise" }, portalCancel = "atOnce" })).Ok();
        var (status, html) = await Press(path, ("do", "preview"), ("id", id), ("plan", "enterprise"), ("quantity", "1"));
        Assert.Equal(200, status);
        Assert.Contains("$70.00", html, StringComparison.Ordinal);
        Assert.Equal(422, (await Press(path, ("do", "change"), ("id", id), ("plan", "enterprise"), ("quantity", "1"), ("seen", "1/1/"))).Status);
        Assert.Equal(200, (await Press(path, ("do", "change"), ("id", id), ("plan", "enterprise"), ("quantity", "1"), ("seen", Figures().Match(html).Groups[1].Value))).Status);
        Assert.Equal("enterprise", (await Ours.Get($"/api/subscriptions/{id}")).Ok().Text("plan"));
        Assert.Contains("Ended", (await Press(path, ("do", "end"), ("id", id))).Html, StringComparison.Ordinal);
        (await Ours.Put("/api/subscription-settings", new { portalPlans = new[] { "No Code" } })).Refused("bad-portal-plans");
    }

    [Fact]
    public async Task keeps_cards()
    {
        var (client, theirs) = (await Subscriptions_of_a_bureau.Arrange(Ours), await Subscriptions_of_a_bureau.Arrange(Theirs));
        var card = (await Theirs.Post($"/api/clients/{theirs}/payment-methods", new { token = "pm_card_visa" })).Ok(201).Text("items.0.id");
        var path = await Opened(Ours, client);
        Assert.Contains("<li><b>Visa … 4242</b>", (await Press(path, ("do", "addCard"), ("card", "pm_card_visa"))).Html, StringComparison.Ordinal);
        Assert.Equal(422, (await Press(path, ("do", "addCard"), ("card", "pm_card_visa_chargeDeclined"))).Status);
        Assert.Equal(404, (await Press(path, ("do", "removeCard"), ("id", card))).Status);
        var own = (await Ours.Get($"/api/clients/{client}/payment-methods")).Ok().Text("items.0.id");
        var paid = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro")).Text("id");
        Assert.Equal(422, (await Press(path, ("do", "removeCard"), ("id", own))).Status); // it pays for what goes on
        (await Ours.Delete($"/api/subscriptions/{paid}?immediately=true")).Ok();
        Assert.Contains("There is no card.", (await Press(path, ("do", "removeCard"), ("id", own))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_over_after_an_hour_or_when_somebody_closes_it()
    {
        var (client, theirs) = (await Subscriptions_of_a_bureau.Arrange(Ours), await Subscriptions_of_a_bureau.Arrange(Theirs));
        (await Ours.As(Role.Viewer).Post("/api/portal-sessions", Wish(client))).Refused("not-permitted", 403);
        (await Ours.Post("/api/portal-sessions", Wish(theirs))).Refused("unknown-client");
        (await Ours.Post("/api/portal-sessions", new { clientId = client, returnUrl = "javascript:alert(1)" })).Refused("bad-return-address");
        var (closed, late) = ((await Ours.Post("/api/portal-sessions", Wish(client))).Ok(201), await Opened(Ours, client));
        (await Theirs.Post($"/api/portal-sessions/{closed.Text("id")}/close")).Refused("not-found", 404);
        (await Ours.Post($"/api/portal-sessions/{closed.Text("id")}/close")).Ok();
        Assert.Equal(404, (int)(await Ours.Http.GetAsync(new Uri(closed.Text("url")).AbsolutePath, Stop)).StatusCode);
        Assert.Equal(200, (int)(await Ours.Http.GetAsync(late, Stop)).StatusCode);
        Clock.Forward(TimeSpan.FromMinutes(61));
        Assert.Equal(404, (int)(await Ours.Http.GetAsync(late, Stop)).StatusCode);
        Assert.Equal(404, (await Press(late, ("do", "addCard"), ("card", "pm_card_visa"))).Status);
        Assert.Equal(404, (int)(await Ours.Http.GetAsync("/portal/x", Stop)).StatusCode);
        Assert.DoesNotContain(late.Split('/')[^1], await Table("select data from mt_events") + await Table("select body from idempotency_keys"), StringComparison.Ordinal);
    }

    private static object Wish(string client) => new { clientId = client, returnUrl = "https://example.test/account" };

    private static async Task<string> Opened(Desk desk, string client) => new Uri((await desk.Post("/api/portal-sessions", Wish(client))).Ok(201).Text("url")).AbsolutePath;

    private async Task<(int Status, string Html)> Press(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await Ours.Http.PostAsync(path, content, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    [GeneratedRegex("href=\"(/portal/[^\"]+/invoices/[^\"]+)\"")]
    private static partial Regex Papers();

    [GeneratedRegex("name=\"seen\" value=\"([^\"]*)\"")]
    private static partial Regex Figures();
}
