using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>Whoever has a link leaves a card on a page of Stripe's, and comes back. No number and no token of a card comes by a form of ours.</summary>
public class Cards_left_at_stripe : Bureau
{
    private PretendedStripe _stripe = null!;
    private HttpClient? _browser;

    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings() =>
        new Dictionary<string, string?>((_stripe = await PretendedStripe.Start(Clock.GetUtcNow())).Settings) { ["Public:Address"] = "https://billing.example.test" };

    public override async ValueTask DisposeAsync()
    {
        _browser?.Dispose();
        await base.DisposeAsync();
        await _stripe.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task pay_for_what_somebody_new_subscribes_to()
    {
        await Subscriptions_of_a_bureau.Arrange(Ours);
        var theirs = await Subscriptions_of_a_bureau.Arrange(Theirs);
        var opened = (await Ours.Post("/api/checkout-sessions", new { planCode = "pro", trialDays = 0, successUrl = "https://example.test/thanks", cancelUrl = "https://example.test/plans", newClient = new { name = "Brook & Sons" } })).Ok(201);
        var path = new Uri(opened.Text("url")).AbsolutePath;
        var html = (await Get(path)).Html;
        Assert.Contains($"href=\"{path}/card\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"subscribe\"", html, StringComparison.Ordinal); // nobody writes their address and leaves the page for a card
        Assert.Equal(422, await Post(path, ("do", "subscribe"), ("seen", "29.00/29.00/USD"), ("email", "bills@brook.example.test"), ("name", "Brook"), ("card", "pm_card_visa")));

        var page = await Left(path + "/card");
        Assert.Equal($"setup https://billing.example.test{path}/card/left Brook & Sons", $"{page.Text("mode")} {page.Text("success_url")} {(await _stripe.Ask($"customers/{page.Text("customer")}")).Text("name")}");
        Assert.Equal((303, path), await Sent(path + "/card/left")); // and left none
        Assert.DoesNotContain("value=\"subscribe\"", (await Get(path)).Html, StringComparison.Ordinal);
        await _stripe.Control("complete", new { session = page.Text("id"), card = "pm_card_mastercard" });
        Assert.Equal((303, path), await Sent(path + "/card/left"));
        Assert.Equal((303, path), await Sent(path + "/card/left"));
        Assert.Equal("checkout_opened checkout_card_asked checkout_card_left", await Events(opened.Text("id")));
        html = (await Get(path)).Html;
        Assert.Contains("Mastercard … 4444", html, StringComparison.Ordinal);
        var seen = html.Split("name=\"seen\" value=\"")[1].Split('"')[0];
        var form = new[] { ("do", "subscribe"), ("seen", seen), ("name", "Brook & Sons"), ("email", "bills@brook.example.test") };
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Post(path, form))), status => Assert.Equal(303, status));
        await Until("Stripe took the money once", async () => await Table("select tenant_id, outstanding::numeric(20, 2) from invoicing_invoices") == "(ours,0.00)");
        Assert.Equal($"2900 {page.Text("customer")}", Assert.Single(await _stripe.All("charge")) is var charge ? $"{charge.Text("amount")} {charge.Text("customer")}" : "");
        Assert.Equal("stripe 4444", (await Ours.Get($"/api/clients/{opened.Text("clientId")}/payment-methods")).Ok() is var cards ? $"{cards.Text("items.0.provider")} {cards.Text("items.0.lastFour")}" : "");
        Assert.Equal((303, path), await Sent(path + "/card")); // it is over
        Assert.Empty((await Theirs.Get($"/api/clients/{theirs}/payment-methods")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task are_added_from_the_portal_once()
    {
        var (client, theirs) = (await Subscriptions_of_a_bureau.Arrange(Ours), await Subscriptions_of_a_bureau.Arrange(Theirs));
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_visa" })).Ok(201);
        var opened = (await Ours.Post("/api/portal-sessions", new { clientId = client, returnUrl = "https://example.test/account" })).Ok(201);
        var path = new Uri(opened.Text("url")).AbsolutePath;
        Assert.Contains($"href=\"{path}/card\"", (await Get(path)).Html, StringComparison.Ordinal);
        Assert.Equal(422, await Post(path, ("do", "addCard"), ("card", "pm_card_mastercard"))); // a token says nothing of whose card it is

        var page = await Left(path + "/card");
        Assert.Equal((await _stripe.All("customer")).Single().Text("id"), page.Text("customer"));
        await _stripe.Control("complete", new { session = page.Text("id"), card = "pm_card_mastercard" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Sent(path + "/card/left")));
        Assert.All(answers, answer => Assert.Equal((303, path), answer));
        Assert.Equal("portal_opened portal_card_asked portal_card_left", await Events(opened.Text("id")));
        var cards = (await Ours.Get($"/api/clients/{client}/payment-methods")).Ok();
        Assert.Equal("4242 4444", string.Join(' ', cards["items"]!.AsArray().Select(card => card.Text("lastFour"))));
        Assert.True(cards["items"]![1]!["default"]!.GetValue<bool>());

        // The same address once more charges nothing else than what was chosen since.
        Assert.Equal(303, await Post(path, ("do", "preferCard"), ("id", cards.Text("items.0.id"))));
        Assert.Equal((303, path), await Sent(path + "/card/left"));
        Assert.True((await Ours.Get($"/api/clients/{client}/payment-methods")).Ok()["items"]![0]!["default"]!.GetValue<bool>());

        for (var cut = 0; cut < 4; cut++) await _stripe.Control("next", new { path = "/v1/checkout/sessions", method = "POST", cut = "before" });
        var (status, html) = await Get(path + "/card");
        Assert.Equal(422, status);
        Assert.Contains("Cards cannot be entered just now", html, StringComparison.Ordinal);
        Assert.Empty((await Theirs.Get($"/api/clients/{theirs}/payment-methods")).Ok()["items"]!.AsArray());
    }

    /// <summary>Goes to Stripe by a link, and answers the page there.</summary>
    private async Task<JsonNode> Left(string path)
    {
        var (status, address) = await Sent(path);
        Assert.True(status == 302 && address.StartsWith("https://checkout.example.test/", StringComparison.Ordinal), $"{status} {address}");
        return await _stripe.Ask($"checkout/sessions/{address.Split('/')[^1]}");
    }

    private async Task<(int Status, string Address)> Sent(string path)
    {
        using var answer = await Browser.GetAsync(path, Stop);
        return ((int)answer.StatusCode, answer.Headers.Location?.ToString() ?? "");
    }

    private async Task<(int Status, string Html)> Get(string path)
    {
        using var answer = await Browser.GetAsync(path, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task<int> Post(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Browser.PostAsync(path, content, Stop);
        return (int)answer.StatusCode;
    }

    private HttpClient Browser => _browser ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Ours.Http.BaseAddress };
}
