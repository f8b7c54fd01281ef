using Billing.Stories;
using Billing.Web;
using static Billing.Stories.Story<Billing.Notifications.WebhookEndpoint, Billing.Notifications.WebhookEndpointEvent>;

namespace Billing.Notifications.Tests;

public class Addresses_that_are_told
{
    private const string Url = "https://hooks.example.com/billing";
    private static readonly OutgoingRules Rules = new();
    private static readonly string[] Types = ["invoicing.invoice_issued", "invoicing.payment_received", "usage.limit_reached"];
    private static readonly WebhookSecret Secret = WebhookSecret.Read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;
    private static readonly WebhookOpened Opened = new("Ledger", Url, ["*"], [], null, WebhookSigning.Hmac, "whsec_…LaSw");
    private static readonly WebhookOpened WithHeader = Opened with { Headers = ["X-Key"] };

    private static Func<WebhookEndpoint, Decision<WebhookEndpointEvent>> Opening(string name = "Ledger", string url = Url, string[]? filters = null, Dictionary<string, string>? headers = null, int? rate = null) => _ => new OpenWebhook(name, url, filters, headers, rate).Decide(Secret, Types, Rules);

    private static Func<WebhookEndpoint, Decision<WebhookEndpointEvent>> Arranging(string url = Url, string[]? filters = null, Dictionary<string, string>? headers = null, bool active = true) => now => new ArrangeWebhook("Ledger", url, filters, headers, null, active).Decide(now, Types, Rules);

    [Fact]
    public void hear_of_everything_unless_said_otherwise() => Given().When(Opening(" Ledger ")).Then(Opened);

    [Fact]
    public void may_want_some_events_headers_of_their_own_and_not_too_many_at_once() => Given().When(Opening(filters: ["usage.*", "invoicing.payment_received", "usage.*"], headers: new() { ["X-Key"] = "canary" }, rate: 20))
        .Then(new WebhookOpened("Ledger", Url, ["invoicing.payment_received", "usage.*"], ["X-Key"], 20, WebhookSigning.Hmac, "whsec_…LaSw"));

    [Theory]
    [InlineData("http://hooks.example.com/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://localhost/")]
    [InlineData("https://me:word@hooks.example.com/")]
    [InlineData("https://hooks.example.com:22/")]
    [InlineData("https://hooks.example.com/#part")]
    [InlineData("hooks.example.com")]
    [InlineData("")]
    public void are_on_the_public_internet(string url) => Given().When(Opening(url: url)).ThenRefused("webhook-url-wrong");

    [Theory]
    [InlineData("invoicing.invoice_lost")]
    [InlineData("nobody.*")]
    [InlineData("invoicing.payment.received")]
    public void hear_of_events_that_there_are(string filter) => Given().When(Opening(filters: [filter])).ThenRefused("webhook-filter-matches-nothing");

    [Fact]
    public void say_of_what_they_want_to_hear() => Given().When(Opening(filters: [])).ThenRefused("webhook-filters-wrong");

    [Theory]
    [InlineData("webhook-header-wrong", "X Key", "1")]
    [InlineData("webhook-header-wrong", "X-Key", "1\r\nX-Other: 2")]
    [InlineData("webhook-header-wrong", "X-Key", "grün")]
    [InlineData("webhook-header-is-ours", "Webhook-Signature", "v1,x")]
    [InlineData("webhook-header-is-ours", "host", "inside")]
    [InlineData("webhook-header-is-ours", "Content-Length", "0")]
    public void have_no_headers_that_would_be_others(string code, string name, string value) => Given().When(Opening(headers: new() { [name] = value })).ThenRefused(code);

    [Theory, InlineData(0), InlineData(1001)]
    public void have_a_rate_that_can_be_kept(int rate) => Given().When(Opening(rate: rate)).ThenRefused("webhook-rate-wrong");

    [Theory]
    [InlineData("*", "invoicing.invoice_issued", true)]
    [InlineData("invoicing.*", "invoicing.invoice_issued", true)]
    [InlineData("*.invoice_issued", "invoicing.invoice_issued", true)]
    [InlineData("invoicing.invoice_issued", "invoicing.invoice_issued", true)]
    [InlineData("invoicing", "invoicing.invoice_issued", false)]
    [InlineData("invoicing.invoiceXissued", "invoicing.invoice_issued", false)]
    [InlineData("invoicing.invoice_issue", "invoicing.invoice_issued", false)]
    [InlineData("voicing.*", "invoicing.invoice_issued", false)]
    public void hear_of_what_a_filter_says(string filter, string type, bool hears) => Assert.Equal(hears, WebhookTerms.Matches(filter, type));

    [Fact]
    public void may_move_but_not_with_what_opened_the_door_before()
    {
        Given(Opened).When(Arranging("https://other.example.com/")).Then(new WebhookArranged("Ledger", "https://other.example.com/", ["*"], [], null));
        Given(WithHeader).When(Arranging("https://other.example.com/")).ThenRefused("webhook-headers-missing");
        Given(WithHeader).When(Arranging("https://hooks.example.com/elsewhere")).Then(new WebhookArranged("Ledger", "https://hooks.example.com/elsewhere", ["*"], ["X-Key"], null));
        Given(WithHeader).When(Arranging("https://other.example.com/", headers: new() { ["X-Key"] = "new" })).Then(new WebhookArranged("Ledger", "https://other.example.com/", ["*"], ["X-Key"], null));
    }

    [Fact]
    public void are_arranged_once() => Given(Opened).When(Arranging()).ThenNothing();

    [Fact]
    public void are_stopped_and_go_on()
    {
        Given(Opened).When(Arranging(active: false)).Then(new WebhookPaused());
        Given(Opened, new WebhookPaused()).When(Arranging(active: false)).ThenNothing();
        Given(Opened, new WebhookPaused()).When(Arranging()).Then(new WebhookResumed());
        Given(Opened, new WebhookDisabled(WebhookTrouble.Failing)).When(Arranging(active: false)).ThenNothing();
        Given(Opened, new WebhookDisabled(WebhookTrouble.Gone)).When(Arranging()).Then(new WebhookResumed());
    }

    [Fact]
    public void are_disabled_once()
    {
        Given(Opened).When(now => now.Disable(WebhookTrouble.Gone)).Then(new WebhookDisabled(WebhookTrouble.Gone));
        Given(Opened, new WebhookPaused()).When(now => now.Disable(WebhookTrouble.Gone)).ThenNothing();
        Given(Opened, new WebhookRemoved()).When(now => now.Disable(WebhookTrouble.Failing)).ThenNothing();
    }

    [Fact]
    public void are_removed_once()
    {
        Given(Opened).When(now => now.Remove()).Then(new WebhookRemoved());
        Given(Opened, new WebhookRemoved()).When(now => now.Remove()).ThenNothing();
    }

    [Fact]
    public void are_told_again_of_what_has_been()
    {
        var now = new DateTimeOffset(2025, 11, 19, 12, 0, 0, TimeSpan.Zero);
        Given(Opened).When(endpoint => new ReplayWebhook(now.AddDays(-1)).Decide(endpoint, now)).Then(new WebhookReplayAsked(now.AddDays(-1)));
        Given(Opened).When(endpoint => new ReplayWebhook(now.AddSeconds(1)).Decide(endpoint, now)).ThenRefused("webhook-replay-in-future");
        Given(Opened, new WebhookPaused()).When(endpoint => new ReplayWebhook(now).Decide(endpoint, now)).ThenRefused("webhook-not-active");
    }

    [Theory, InlineData("de-DE", "Webhook Ledger ist abgeschaltet"), InlineData("fr-FR", "Webhook Ledger is switched off")]
    public void are_written_about_when_they_are_stopped(string language, string subject)
    {
        foreach (var reason in Enum.GetValues<WebhookTrouble>())
        {
            var mail = WebhookMail.Text(language, new(Some.Id(1), "ann@example.test", "Ann Owner"), WebhookEndpoint.Initial.Apply(Opened), reason);
            Assert.Equal((subject, "ann@example.test"), (mail.Subject, mail.To));
            Assert.Contains(reason == WebhookTrouble.Gone ? "410" : language == "de-DE" ? "fünf Tagen" : "five days", ((MailPart.Paragraph)mail.Parts[0]).Text, StringComparison.Ordinal);
        }
    }
}
