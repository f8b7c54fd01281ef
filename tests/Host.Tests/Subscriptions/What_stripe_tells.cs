using System.Net;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Subscriptions;
using Billing.Testing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

public class What_stripe_tells : Bureau
{
    private PretendedStripe _stripe = null!;

    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings() => (_stripe = await PretendedStripe.Start(Clock.GetUtcNow())).Settings;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _stripe.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private string Endpoint => new Uri(Ours.Http.BaseAddress!, "/api/webhooks/stripe").AbsoluteUri;

    [Fact]
    public async Task is_taken_when_its_own_library_signs_it_and_that_library_takes_our_fake_for_stripe()
    {
        await using var library = await Counterpart.Start("stripe-library.mjs", new { port = _stripe.Port, key = PretendedStripe.Key, endpoint = Endpoint, secret = PretendedStripe.Secret, now = Clock.GetUtcNow().AddDays(40).ToUnixTimeSeconds() });
        var found = (await library.Until("found", _ => true)).ToString();
        Assert.Equal(
            """{"event":"found","customer":"A customer c-1 1","subscription":"active paid 5800","once":"succeeded true true","otherParameters":"StripeIdempotencyError 400","declined":"StripeCardError card_declined insufficient_funds 402","missing":"StripeInvalidRequestError resource_missing 404","incomplete":"StripeInvalidRequestError parameter_missing 400","stranger":"StripeAuthenticationError 401","afterTheCut":"succeeded 1","tooFast":"StripeRateLimitError rate_limit 429","refund":"succeeded 400","tooMuch":"StripeInvalidRequestError 400","renewed":"subscription_cycle paid 5800, subscription_create paid 5800","checkout":"complete","everyEvent":true}""",
            found);
    }

    [Fact]
    public async Task is_stored_once_and_refused_when_it_is_not_stripes()
    {
        await using var library = await Counterpart.Start("stripe-library.mjs", new { port = _stripe.Port, key = PretendedStripe.Key, endpoint = Endpoint, secret = PretendedStripe.Secret, now = Clock.GetUtcNow().ToUnixTimeSeconds() });
        var sent = JsonNode.Parse((await library.Until("sent", _ => true)).ToString());
        Assert.Equal("200 200 400 400 400 400", $"{sent.Text("good")} {sent.Text("again")} {sent.Text("otherSecret")} {sent.Text("old")} {sent.Text("changed")} {sent.Text("unsigned")}");
        await Until("it is handled", async () => (await Ours.Get("/api/stripe/events?waiting=true")).Ok()["items"]!.AsArray().Count == 0);
        var kept = Assert.Single((await Ours.Get("/api/stripe/events")).Ok()["items"]!.AsArray());
        Assert.Equal(sent.Text("id"), kept.Text("id"));
        Assert.Equal(sent.Text("id"), (await Ours.Get($"/api/stripe/events/{sent.Text("id")}")).Ok().Text("body.id"));

        Assert.Empty((await Theirs.Get("/api/stripe/events")).Ok()["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Get($"/api/stripe/events/{sent.Text("id")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Post($"/api/stripe/events/{sent.Text("id")}/replay")).Status);
        (await Ours.As(Role.Member).Get("/api/stripe/events")).Refused("not-permitted", 403);
    }

    [Fact]
    public async Task in_500_orders_doubled_and_with_gaps_ends_as_stripe_sees_it()
    {
        await _stripe.Control("aim", new { endpoint = Endpoint });
        var (orders, lost) = (0, 0);
        for (var round = 0; round < 10; round++)
        {
            orders += await Lives(50);
            var sent = await _stripe.Control("send", new { seed = 1_000 + round, most = 3, dropped = 0.1, together = 8 });
            Assert.Equal(["200"], sent["answers"]!.AsObject().Select(answer => answer.Key));
            var dropped = sent["dropped"]!.AsArray().Count;
            Assert.True(dropped > 0);
            Clock.Forward(TimeSpan.FromMinutes(10));
            await _stripe.Control("advance", new { by = 600 });
            lost += dropped;
            var takenIn = (await Ours.Post("/api/stripe/reconcile")).Ok()["takenIn"]!.GetValue<int>();
            if (round == 0) Assert.Equal(dropped, takenIn); // later the look of each hour may take some of them in at the same moment
            await Until("what was dropped is taken in", async () => await Table("select count(*) from stripe_inbox where not delivered") == $"({lost})");
            await Until("all is handled", async () => await Table("select 1 from stripe_inbox where handled_at is null limit 1") == "");
            Assert.Equal(await Truth(), await Table("select object_id, status, paid, refunded, attempts from stripe_objects where tenant_id = 'ours' and kind in ('payment_intent', 'charge', 'invoice', 'subscription', 'dispute')"));
        }
        Assert.Equal(500, orders);
        Assert.Equal("", await Table("select id from stripe_inbox where tenant_id <> 'ours'"));
        Assert.Equal("", await Table("select type from messages where dead_at is not null"));
        Assert.NotEqual("(0)", await Table("select count(*) from stripe_inbox where outcome = 'asked'"));

        // Again from the start: nothing is news.
        var before = await Table("select count(*) from mt_events where type = 'subscriptions.stripe_told'");
        var one = (await Ours.Get("/api/stripe/events?outcome=taken&limit=1")).Ok().Text("items.0.id");
        Assert.Equal(HttpStatusCode.Accepted, (await Ours.Post($"/api/stripe/events/{one}/replay")).Status);
        await Until("it is handled again", async () => (await Ours.Get($"/api/stripe/events/{one}")).Ok().Text("event.outcome") is "known" or "asked");
        Assert.Equal(before, await Table("select count(*) from mt_events where type = 'subscriptions.stripe_told'"));
        Assert.Equal("", await Table("select tenant_id from mt_events where type = 'subscriptions.stripe_told' and tenant_id <> 'ours'"));
    }

    /// <summary>Lives of as many customers: some pay, some cannot, some get money back or object, some leave.</summary>
    private async Task<int> Lives(int count)
    {
        var price = (await _stripe.Call("prices", ("currency", "usd"), ("unit_amount", "2900"), ("recurring[interval]", "month"), ("product_data[name]", "Pro"))).Text("id");
        for (var n = 0; n < count; n++)
        {
            var customer = (await _stripe.Call("customers", ("name", $"Customer {n}"), ("payment_method", n % 5 == 4 ? "pm_card_chargeCustomerFail" : "pm_card_visa"))).Text("id");
            var subscription = await _stripe.Call("subscriptions", ("customer", customer), ("items[0][price]", price), ("items[0][quantity]", "2"));
            if (n % 5 == 4)
            {
                await _stripe.Call("customers/" + customer, ("payment_method", "pm_card_visa"));
                await _stripe.Call($"invoices/{subscription.Text("latest_invoice")}/pay", ("payment_method", "pm_card_visa"));
            }
            if (n % 3 == 0) await _stripe.Call($"subscriptions/{subscription.Text("id")}", ("cancel_at_period_end", "true"));
            var charge = (await _stripe.Ask($"charges?customer={customer}&limit=1")).Text("data.0.id");
            if (n % 4 == 0) await _stripe.Call("refunds", ("charge", charge), ("amount", "700"));
            if (n % 8 == 0) await _stripe.Call("refunds", ("charge", charge));
            if (n % 10 == 7) await _stripe.Control("dispute", new { charge });
        }
        return count;
    }

    private async Task<string> Truth()
    {
        var rows = new List<string>();
        foreach (var (kind, paid) in new[] { ("payment_intent", "amount_received"), ("charge", "amount_captured"), ("invoice", "amount_paid"), ("subscription", ""), ("dispute", "") })
            foreach (var one in (await _stripe.All(kind)).Where(one => kind != "charge" || one!["amount_refunded"]!.GetValue<long>() > 0)) // of others nothing is told
                rows.Add($"({one.Text("id")},{one.Text("status")},{Number(one, paid)},{Number(one, "amount_refunded")},{Number(one, "attempt_count")})");
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    private static string Number(JsonNode? one, string name) => one![name]?.ToString() ?? "0";
}
