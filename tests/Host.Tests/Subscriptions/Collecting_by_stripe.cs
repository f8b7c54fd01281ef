using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>Our invoices, our dunning, and Stripe that takes the money; its events come doubled, in any order, or not at all.</summary>
public class Collecting_by_stripe : Bureau
{
    private PretendedStripe _stripe = null!;

    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings() => (_stripe = await PretendedStripe.Start(Clock.GetUtcNow())).Settings;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _stripe.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task takes_the_money_of_an_invoice_and_knows_it_whatever_stripe_tells()
    {
        var client = await Carded("pm_card_visa");
        Assert.Equal("stripe visa 4242", (await Ours.Get($"/api/clients/{client}/payment-methods")).Ok() is var kept ? $"{kept.Text("items.0.provider")} {kept.Text("items.0.brand")} {kept.Text("items.0.lastFour")}" : "");
        var theirs = await Subscriptions_of_a_bureau.Arrange(Theirs);
        Assert.Equal("test", (await Theirs.Post($"/api/clients/{theirs}/payment-methods", new { token = "pm_card_visa" })).Ok(201).Text("items.0.provider")); // only the operator's organisation is connected
        await Subscriptions_of_a_bureau.Begin(Theirs, theirs, "pro");
        var subscription = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro")).Text("id");
        await Until("both are paid", async () => await Table("select tenant_id, state from subscriptions_collections") == "(ours,paid)\n(theirs,paid)" && await Table("select sum(outstanding)::numeric(20, 2) from invoicing_invoices") == "(0.00)");
        var charge = Assert.Single(await _stripe.All("charge"))!;
        Assert.Equal($"2900 usd 1 {await Of("ours")}", $"{charge["amount"]} {charge.Text("currency")} {charge.Text("metadata.attempt")} {charge.Text("metadata.collection")}");
        Assert.Equal($"({charge.Text("payment_intent")},29.00,29.00)", await Table("select reference, amount::numeric(20, 2), allocated::numeric(20, 2) from invoicing_payments where tenant_id = 'ours'"));
        await Told(seed: 7);
        await Until("the invoice has said so, too", async () => await Events(await Of("ours")) == "collection_begun attempt_begun attempt_succeeded collection_ended");
        Assert.Equal("active", (await Ours.Get($"/api/subscriptions/{subscription}")).Ok().Text("status"));

        // The client objects at the bank, and the collection says so.
        await _stripe.Control("dispute", new { charge = charge.Text("id") });
        await Told();
        await Until("it is marked", async () => (await Ours.Get("/api/dunning?disputed=true")).Ok()["items"]!.AsArray().Count == 1);
        Assert.Empty((await Theirs.Get("/api/dunning?disputed=true")).Ok()["items"]!.AsArray());
        Assert.Equal("(0)", await Table("select count(*) from messages where dead_at is not null"));
    }

    [Fact]
    public async Task that_fails_is_tried_again_and_told_in_any_order()
    {
        (await Ours.Put("/api/subscription-settings", new { retryDays = new[] { 1, 3 } })).Ok();
        var client = await Carded("pm_card_chargeCustomerFail");
        var subscription = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro")).Text("id");
        await Until("it is past due", async () => (await Ours.Get($"/api/subscriptions/{subscription}")).Ok().Text("status") == "pastDue");
        await Told(seed: 3);
        await Ahead(TimeSpan.FromHours(27));
        await Until("it failed twice", async () => await Table("select attempts, state, code from subscriptions_collections") == "(2,retrying,generic_decline)");
        await Told(seed: 4);
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_mastercard" })).Ok(201);
        await Until("it is paid", async () => (await Ours.Get($"/api/subscriptions/{subscription}")).Ok().Text("status") == "active");
        await Told(seed: 5);
        Assert.Equal("(3,paid)", await Table("select attempts, state from subscriptions_collections"));
        Assert.Equal("(29.00)", await Table("select amount::numeric(20, 2) from invoicing_payments"));
        // What failed was withdrawn before it was tried again: nobody can say yes to it any more.
        Assert.Equal("canceled canceled succeeded", string.Join(' ', (await _stripe.All("payment_intent")).Select(intent => intent.Text("status"))));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task takes_a_yes_that_comes_late_for_what_it_is(bool told)
    {
        var client = await Carded("pm_card_authenticationRequired");
        var subscription = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro")).Text("id");
        await Until("the bank wants to hear it from the client", async () => await Table("select state from subscriptions_collections") == "(needsAction)");
        var (intent, card) = (Assert.Single(await _stripe.All("payment_intent"))!.Text("id"), Assert.Single(await _stripe.All("payment_method"))!.Text("id"));
        await _stripe.Call($"payment_intents/{intent}/confirm", ("payment_method", card));
        await _stripe.Control("authenticate", new { intent });
        if (told) await Told(seed: 11);
        else await Ahead(TimeSpan.FromHours(27)); // the retry asks before it charges
        await Until("it is paid", async () => (await Ours.Get($"/api/subscriptions/{subscription}")).Ok().Text("status") == "active" && await Table("select sum(outstanding)::numeric(20, 2) from invoicing_invoices") == "(0.00)");
        Assert.Single(await Succeeded());
        Assert.Equal("(29.00)", await Table("select amount::numeric(20, 2) from invoicing_payments"));
        // A day later the retry and the daily reconciliation are both due: the retry counts itself, the reconciliation asks without one.
        Assert.Contains(await Table("select attempts, state from subscriptions_collections"), (string[])(told ? ["(1,paid)"] : ["(1,paid)", "(2,paid)"]));
    }

    [Fact]
    public async Task is_withdrawn_when_somebody_pays_by_hand()
    {
        var client = await Carded("pm_card_chargeCustomerFail");
        await Subscriptions_of_a_bureau.Begin(Ours, client, "pro");
        await Until("it failed", async () => await Table("select state from subscriptions_collections") == "(retrying)");
        var invoice = (await Ours.Get("/api/dunning")).Ok().Text("items.0.invoiceId");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = new { amount = "29", currency = "USD" } })).Ok();
        await Until("it is over at Stripe, too", async () => (await _stripe.All("payment_intent")).Single().Text("status") == "canceled");
        await Ahead(TimeSpan.FromDays(9));
        await Told(seed: 2);
        Assert.Equal("(1,paid)", await Table("select attempts, state from subscriptions_collections"));
    }

    [Fact]
    public async Task learns_late_that_it_failed_of_an_invoice_that_was_paid_and_misses_nothing()
    {
        var client = await Carded("pm_card_chargeCustomerFail");
        await Subscriptions_of_a_bureau.Arrange(Theirs);
        // The charge is made and its answer lost each of the four times; three times Stripe is not to be asked either.
        for (var cut = 0; cut < 4; cut++) await _stripe.Control("next", new { path = "/v1/payment_intents", method = "POST", cut = "after" });
        for (var cut = 0; cut < 12; cut++) await _stripe.Control("next", new { path = "/v1/payment_intents", method = "GET", cut = "before" });
        var subscription = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro")).Text("id");
        await Until("nobody knows what came of it", async () => await Table("select error is not null from messages where type = 'subscriptions.attempt_due' and handled_at is null") == "(t)");
        Assert.Equal("(underWay)", await Table("select state from subscriptions_collections"));
        var invoice = (await Ours.Get("/api/dunning")).Ok().Text("items.0.invoiceId");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = new { amount = "29", currency = "USD" } })).Ok();
        await Until("it is over", async () => await Table("select state from subscriptions_collections") == "(paid)");
        await Until("it is known, and withdrawn", async () =>
        {
            await Ahead(TimeSpan.FromMinutes(5)); // what is tried again waits longer each time
            return (await Events(await Of("ours"))).EndsWith("attempt_failed", StringComparison.Ordinal) && (await _stripe.All("payment_intent")).Single().Text("status") == "canceled";
        });
        Assert.Equal("subscription_started period_billed", await Events(subscription));
        Assert.Equal("active", (await Ours.Get($"/api/subscriptions/{subscription}")).Ok().Text("status"));
        Assert.Equal("(29.00)", await Table("select amount::numeric(20, 2) from invoicing_payments"));
    }

    [Theory, InlineData(""), InlineData("before"), InlineData("after")]
    public async Task gives_back_what_is_refunded_once_whatever_is_lost_on_the_way(string cut)
    {
        var client = await Carded("pm_card_visa");
        await Subscriptions_of_a_bureau.Arrange(Theirs);
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, client, "enterprise", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        await Until("it is paid", async () => await Table("select state from subscriptions_collections") == "(paid)" && await Table("select sum(outstanding)::numeric(20, 2) from invoicing_invoices") == "(0.00)");
        for (var times = 0; cut.Length > 0 && times < 4; times++) await _stripe.Control("next", new { path = "/v1/refunds", method = "POST", cut });
        (await Ours.Delete($"/api/subscriptions/{id}?immediately=true&unused=refund")).Ok();
        await Until("it is noted", async () => await Table("select refunded::numeric(20, 2) from invoicing_payments") == "(49.50)");
        await Until("it is given back", async () => (await Events(await Of("ours"))).EndsWith("refund_begun refund_made", StringComparison.Ordinal));
        Assert.Equal(cut.Length > 0 ? "(t)" : "(f)", await Table("select attempts > 1 from messages where type = 'subscriptions.refund_due'"));
        await Told(seed: 5);
        Assert.Equal("4950", string.Join(' ', (await _stripe.All("refund")).Select(refund => refund!["amount"]!.ToString())));
        Assert.Equal("(49.50)", await Table("select refunded::numeric(20, 2) from invoicing_payments"));

        // Somebody gives back ten at Stripe, and it is noted here; its invoice does not hide that it asks for them again.
        await _stripe.Call("refunds", ("payment_intent", (await _stripe.All("payment_intent")).Single().Text("id")), ("amount", "1000"));
        await Told(seed: 6);
        await Until("it is noted, too", async () => await Table("select refunded::numeric(20, 2) from invoicing_payments") == "(59.50)");
        await Told(seed: 7);
        Assert.Equal("(59.50)", await Table("select refunded::numeric(20, 2) from invoicing_payments"));
        Assert.Equal("49.50 10.00", string.Join(' ', (await Ours.Get($"/api/dunning/{await Of("ours")}")).Ok()["refunds"]!.AsArray().Select(one => one.Text("amount.amount"))));
        Assert.Equal("4950 1000", string.Join(' ', (await _stripe.All("refund")).Select(refund => refund!["amount"]!.ToString())));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task knows_when_what_was_given_back_comes_to_nothing(bool told)
    {
        var client = await Carded("pm_card_visa");
        await Subscriptions_of_a_bureau.Arrange(Theirs);
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, client, "enterprise", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        await Until("it is paid", async () => await Table("select state from subscriptions_collections") == "(paid)" && await Table("select sum(outstanding)::numeric(20, 2) from invoicing_invoices") == "(0.00)");
        (await Ours.Delete($"/api/subscriptions/{id}?immediately=true&unused=refund")).Ok();
        await Until("it is given back", async () => (await Events(await Of("ours"))).EndsWith("refund_begun refund_made", StringComparison.Ordinal));
        await Told();
        await _stripe.Control("refuse", new { refund = (await _stripe.All("refund")).Single().Text("id") });
        if (told) await Told(seed: 8);
        else
        {
            await _stripe.Control("send", new { seed = 8, most = 1, dropped = 1.0, together = 1 });
            await Ahead(TimeSpan.FromMinutes(10));
            (await Ours.Post("/api/stripe/reconcile")).Ok();
        }
        await Until("it is known", async () => (await Events(await Of("ours"))).EndsWith("refund_made refund_failed", StringComparison.Ordinal));
        var card = (await Ours.Get($"/api/dunning/{await Of("ours")}")).Ok();
        Assert.Equal("lost_or_stolen_card ", $"{card.Text("refunds.0.code")} {card["refunds"]![0]!["refund"]}");
        Assert.Equal("lost_or_stolen_card", string.Join(' ', (await _stripe.All("refund")).Select(refund => refund.Text("failure_reason"))));
        (await Ours.Post($"/api/dunning/{await Of("ours")}/refunds/1/retry")).Ok(202);
        await Until("it is given back after all", async () => (await Events(await Of("ours"))).EndsWith("refund_failed refund_begun refund_made", StringComparison.Ordinal));
    }

    [Fact]
    public async Task charges_each_invoice_once_though_a_hundred_times_no_answer_came()
    {
        const int Invoices = 100;
        var client = await Carded("pm_card_visa");
        await Subscriptions_of_a_bureau.Arrange(Theirs);
        for (var cut = 0; cut < 4 * Invoices; cut++) await _stripe.Control("next", new { path = "/v1/payment_intents", method = "POST", cut = cut % 3 == 0 ? "before" : "after" });
        for (var n = 0; n < Invoices; n++) await Subscriptions_of_a_bureau.Begin(Ours, client, "pro", new { alongOthers = true });
        await Until("all are paid", async () => await Table("select count(*), sum(outstanding)::numeric(20, 2) from invoicing_invoices where standing = 'issued'") == $"({Invoices},0.00)");
        Assert.True(int.Parse((await Table("select count(*) from messages where type = 'subscriptions.attempt_due' and attempts > 1")).Trim('(', ')'), System.Globalization.CultureInfo.InvariantCulture) > 0, "Some answers were lost for good, else asking is never tried.");
        var charges = await _stripe.All("charge");
        Assert.Equal(Invoices, charges.Count);
        Assert.Equal(Invoices, charges.Select(charge => charge.Text("metadata.collection")).Distinct().Count());
        await Until("all is over", async () => await Table("select state, count(*), sum(attempts) from subscriptions_collections group by state") == $"(paid,{Invoices},{Invoices})");
        Assert.Equal($"({Invoices},2900.00,0.00)", await Table("select count(*), sum(allocated)::numeric(20, 2), sum(credited)::numeric(20, 2) from invoicing_payments"));
        await Told(seed: 9);
        Assert.Equal($"({Invoices})", await Table("select count(*) from mt_events where type = 'subscriptions.attempt_succeeded'"));
        Assert.Equal("(0)", await Table("select count(*) from messages where dead_at is not null"));
    }

    /// <summary>Has Stripe tell what happened: in order, or in another one with each event one to three times; and waits until all of it is handled.</summary>
    private async Task Told(int? seed = null)
    {
        await _stripe.Control("aim", new { endpoint = new Uri(Ours.Http.BaseAddress!, "/api/webhooks/stripe").AbsoluteUri });
        await _stripe.Control("send", seed is { } order ? new { seed = order, most = 3, together = 4 } : new { });
        await Until("all is handled", async () => await Table("select 1 from stripe_inbox where handled_at is null limit 1") == "" && await Table("select 1 from messages where type in ('subscriptions.attempt_due', 'subscriptions.payment_objected', 'subscriptions.refunds_told', 'subscriptions.refund_moved', 'invoicing.money_went_back') and handled_at is null limit 1") == "");
    }

    private async Task Ahead(TimeSpan by)
    {
        await _stripe.Control("advance", new { by = (int)by.TotalSeconds });
        Clock.Forward(by);
    }

    private async Task<string> Of(string organisation) => (await Table($"select id from subscriptions_collections where tenant_id = '{organisation}'")).Trim('(', ')');

    private async Task<IEnumerable<JsonNode?>> Succeeded() => (await _stripe.All("payment_intent")).Where(intent => intent.Text("status") == "succeeded");

    /// <summary>Plans to begin with, and a client with a card at Stripe.</summary>
    private async Task<string> Carded(string token)
    {
        var client = await Subscriptions_of_a_bureau.Arrange(Ours);
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token })).Ok(201);
        return client;
    }
}
