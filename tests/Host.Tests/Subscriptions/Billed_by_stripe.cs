using System.Net;
using System.Text.Json.Nodes;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Invoicing.Contracts;
using Billing.Subscriptions;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>Stripe bills, and we show it: whatever it tells, in whatever order, ends as it stands there.</summary>
public class Billed_by_stripe : Bureau
{
    private const string Mirrored = "select outside_id, status from subscriptions_mirrored where tenant_id = 'ours'";
    private const string Invoices = "select outside_id, number, standing, total::numeric(20, 2), outstanding::numeric(20, 2) from invoicing_invoices where tenant_id = 'ours'";

    private PretendedStripe _stripe = null!;

    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings() => (_stripe = await PretendedStripe.Start(Clock.GetUtcNow())).Settings;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _stripe.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task is_chosen_where_stripe_is_asked_and_nobody_is_left_between_the_two()
    {
        (await Theirs.Put("/api/subscription-settings", new { billingWay = "stripeBills" })).Refused("stripe-not-asked");
        var client = await Subscriptions_of_a_bureau.Arrange(Ours);
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro")).Text("id");
        (await Ours.Put("/api/subscription-settings", new { billingWay = "stripeBills" })).Refused("our-subscriptions-go-on");
        (await Ours.Delete($"/api/subscriptions/{id}?immediately=true")).Ok();
        Assert.Equal("stripeBills", (await Ours.Put("/api/subscription-settings", new { billingWay = "stripeBills" })).Ok().Text("billingWay"));
        (await Ours.Post("/api/subscriptions", new { clientId = client, planCode = "pro" })).Refused("stripe-bills");

        // What was there before is looked at, and keeps the way back shut while it goes on.
        var there = (await Subscribed("Harbour Care", "pm_card_visa")).Text("id");
        (await Ours.Post("/api/stripe/reconcile")).Ok();
        await Until("it is shown", async () => await Table(Mirrored) == $"({there},active)");
        (await Ours.Put("/api/subscription-settings", new { billingWay = "weBill" })).Refused("stripe-subscriptions-go-on");
        Assert.Empty((await Theirs.Get("/api/mirrored-subscriptions")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task is_shown_with_its_client_its_plan_its_invoice_and_what_was_paid()
    {
        (await Ours.Post("/api/plans/seed")).Ok();
        (await Theirs.Post("/api/plans/seed")).Ok();
        await StripeBills();
        var vat = (await _stripe.Call("tax_rates", ("display_name", "VAT"), ("percentage", "19"), ("inclusive", "false"))).Text("id");
        var made = await Subscribed("Harbour Care", "pm_card_visa", ("default_tax_rates[0]", vat));
        await Told();
        var shown = Assert.Single((await Ours.Get("/api/mirrored-subscriptions?unmapped=true")).Ok()["items"]!.AsArray())!;
        Assert.Equal($"{made.Text("id")} active 58.00 ", $"{shown.Text("outsideId")} {shown.Text("status")} {shown.Text("monthly.amount")} {shown["plan"]}");
        Assert.Equal($"https://dashboard.stripe.com/test/subscriptions/{made.Text("id")}", shown.Text("page"));
        Assert.Equal("Harbour Care", (await Ours.Get($"/api/clients/{shown.Text("clientId")}")).Ok().Text("name"));
        Clock.Forward(TimeSpan.FromMinutes(10)); // Stripe's clock is ahead of ours
        Assert.Equal("58.00", (await Ours.Get("/api/metrics/mrr")).Ok().Text("currencies.0.mrr.amount"));

        // A plan that one of its prices stands for is its plan, from then on.
        var price = made.Text("items.data.0.price.id");
        (await Ours.Put("/api/plans/pro/outside-prices", new { prices = new[] { price } })).Ok();
        (await Ours.Put("/api/plans/enterprise/outside-prices", new { prices = new[] { price } })).Refused("outside-price-taken");
        (await Theirs.Put("/api/plans/pro/outside-prices", new { prices = new[] { price } })).Ok();
        Assert.Equal("pro", (await Ours.Get($"/api/mirrored-subscriptions/{shown.Text("id")}")).Ok().Text("plan"));
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Get($"/api/mirrored-subscriptions/{shown.Text("id")}")).Status);

        Assert.Equal($"({made.Text("latest_invoice")},TEST-0001,issued,69.02,0.00)", await Table(Invoices));
        var invoice = (await Ours.Get($"/api/invoices/{(await Ours.Get("/api/invoices")).Ok().Text("items.0.id")}")).Ok();
        Assert.Equal($"paid 2 29 VAT 11.02 {made.Text("latest_invoice")}", $"{invoice.Text("state")} {invoice.Text("lines.0.quantity")} {invoice.Text("lines.0.unitPrice")} {invoice.Text("taxes.0.name")} {invoice.Text("taxes.0.amount.amount")} {invoice.Text("mirror.outsideId")}");
        Assert.Equal($"({Assert.Single(await _stripe.All("payment_intent")).Text("id")},69.02)", await Table("select reference, amount::numeric(20, 2) from invoicing_payments where tenant_id = 'ours'"));

        // What belongs to Stripe is not done here, and our own numbers begin where they did.
        foreach (var (path, body) in new[] { ("void", (object)new { reason = "x" }), ("send", new { }), ("credit-notes", new { reason = "x" }) }) (await Ours.Post($"/api/invoices/{invoice.Text("id")}/{path}", body)).Refused("billed-by-stripe");
        foreach (var path in new[] { "reminders/silence", "reminders/resume", "links" }) (await Ours.Post($"/api/invoices/{invoice.Text("id")}/{path}")).Refused("billed-by-stripe");
        (await Ours.Post($"/api/invoices/{invoice.Text("id")}/reminders/again", new { step = 7 })).Refused("billed-by-stripe");
        (await Ours.Get($"/api/invoices/{invoice.Text("id")}/pdf")).Refused("billed-by-stripe");
        (await Ours.Post($"/api/payments/{invoice.Text("payments.0.paymentId")}/refund", new { amount = Usd("1.00"), reason = "x" })).Refused("billed-by-stripe");
        (await Theirs.Get($"/api/invoices/{invoice.Text("id")}/pdf")).Refused("not-found", 404);
        Assert.Equal("(0)", await Table("select count(*) from mt_events where type = 'invoicing.number_taken'"));

        // A number that Stripe has given stands in no way of ours.
        (await Ours.Put("/api/invoicing/numbers/invoice", new { pattern = "TEST-{0000}" })).Ok();
        var own = await Issued(shown.Text("clientId"), "5.00");
        Assert.Equal("TEST-0001", (await Ours.Get($"/api/invoices/{own}")).Ok().Text("number"));
    }

    [Fact]
    public async Task is_of_the_client_that_its_customer_is_said_to_be()
    {
        await StripeBills();
        async Task<string> Customer(string name, params (string, string)[] more) => (await _stripe.Call("customers", [("name", name), ("payment_method", "pm_card_visa"), .. more])).Text("id");
        async Task<string> Client(string name, string? stripeId = null) => (await Ours.Post("/api/clients", new { name, stripeId })).Ok(201).Text("id");
        var (bears, said) = (await Customer("Bears its id"), await Client("Is said to be it"));
        var known = await Client("Known", bears);
        await SubscribedOf(bears);
        await SubscribedOf(await Customer("Said to be it", ("metadata[client]", said)));
        var theirs = (await Theirs.Post("/api/clients", new { name = "Of another organisation" })).Ok(201).Text("id");
        var other = await Customer("Said to be somebody else's", ("metadata[client]", theirs));
        await SubscribedOf(other);
        await Told();
        Assert.Equal("Is said to be it|Known|Said to be somebody else's", await Billed());

        // A double's customer is the one that stays; where nobody knows any more who it was, somebody new is billed.
        var stays = await Client("Stays");
        (await Ours.Post($"/api/clients/{known}/merge", new { into = stays })).Ok();
        await SubscribedOf(bears);
        await Told();
        Assert.Equal("Is said to be it|Known|Said to be somebody else's|Stays", await Billed());
        var gone = (await Ours.Get("/api/invoices")).Ok()["items"]!.AsArray().Single(one => one!.Text("clientName") == "Said to be somebody else's")!.Text("clientId");
        (await Ours.Delete($"/api/clients/{gone}")).Ok();
        (await Ours.Post($"/api/clients/{gone}/forget")).Ok();
        await SubscribedOf(other);
        await Told();
        Assert.Equal("Is said to be it|Known|Said to be somebody else's|Stays|erased", await Billed());
        Assert.Equal("(ours,5)\n(theirs,1)", await Table("select tenant_id, count(*) from invoicing_clients group by tenant_id"));

        async Task<string> Billed() => string.Join('|', (await Ours.Get("/api/invoices")).Ok()["items"]!.AsArray().Select(one => one!.Text("clientName")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task is_followed_to_its_end_when_we_bill_again()
    {
        await StripeBills();
        var customer = (await _stripe.Call("customers", ("name", "Harbour Care"), ("payment_method", "pm_card_visa"))).Text("id");
        var (open, paid) = (await Once(customer), await Once(customer));
        await _stripe.Call($"invoices/{paid}/pay");
        await Told();
        Assert.Equal(Rows($"({open},29.00,29.00)", $"({paid},29.00,0.00)"), await Standings());
        (await Ours.Put("/api/subscription-settings", new { billingWay = "weBill" })).Ok();

        // Its own are paid and given back there as before; what is new there is none of ours.
        await Once(customer);
        await _stripe.Call($"invoices/{open}/pay");
        var payment = (await Table("select reference from invoicing_payments where tenant_id = 'ours'")).Trim('(', ')');
        await _stripe.Call("refunds", ("payment_intent", payment), ("amount", "900"));
        await Told();
        Assert.Equal(Rows($"({open},29.00,0.00)", $"({paid},29.00,9.00)"), await Standings());

        // What was told so long ago that nobody remembers the message is told again beside what is new, and noted once.
        var again = Store.Open(new TenantId("ours"), Actor.System).Begin();
        again.Send(MoneyWentBack.Message, new MoneyWentBack(StripeMirror.InvoiceIdOf(paid), payment, Assert.Single(await _stripe.All("refund"))!.Text("id"), new Money(9, Currency.Parse("USD"))));
        await again.Commit();
        await _stripe.Call("refunds", ("payment_intent", payment), ("amount", "500"));
        await Told();
        Assert.Equal(Rows($"({open},29.00,0.00)", $"({paid},29.00,14.00)"), await Standings());
        Assert.Equal("(58.00,14.00)", await Table("select sum(amount)::numeric(20, 2), sum(refunded)::numeric(20, 2) from invoicing_payments where tenant_id = 'ours'"));
        Assert.Equal("", await Table("select type from messages where dead_at is not null"));

        Task<string> Standings() => Table("select outside_id, total::numeric(20, 2), outstanding::numeric(20, 2) from invoicing_invoices where tenant_id = 'ours'");
    }

    [Fact]
    public async Task or_by_us_and_never_by_both()
    {
        var client = await Subscriptions_of_a_bureau.Arrange(Ours);
        for (var round = 0; round < 6; round++)
        {
            var clients = new List<string>();
            for (var n = 0; n < 3; n++) clients.Add((await Ours.Post("/api/clients", new { name = $"Client {round}.{n}" })).Ok(201).Text("id"));
            var chosen = Ours.Put("/api/subscription-settings", new { billingWay = "stripeBills" });
            var begun = await Task.WhenAll(clients.Select(one => Ours.Post("/api/subscriptions", new { clientId = one, planCode = "pro" })));
            var stripe = (await chosen).Status == HttpStatusCode.OK;
            var ours = begun.Where(one => one.Status == HttpStatusCode.Created).ToList();
            Assert.Equal(stripe, ours.Count == 0);
            foreach (var one in ours) (await Ours.Delete($"/api/subscriptions/{one.Ok(201).Text("id")}?immediately=true")).Ok();
            if (stripe) (await Ours.Put("/api/subscription-settings", new { billingWay = "weBill" })).Ok();
        }
    }

    [Fact]
    public async Task in_any_order_doubled_and_with_gaps_ends_as_it_stands_there()
    {
        await StripeBills();
        await Handled(); // the look at everything that choosing asks for
        for (var round = 0; round < 3; round++)
        {
            await Lives(round);
            var gaps = round > 0; // in the first round all is told, and no look at everything mends what an order spoiled
            var sent = await _stripe.Control("send", new { seed = 500 + round, most = 3, dropped = gaps ? 0.2 : 0.0, together = 8 });
            Assert.Equal(["200"], sent["answers"]!.AsObject().Select(answer => answer.Key));
            Assert.Equal(gaps, sent["dropped"]!.AsArray().Count > 0);
            if (gaps)
            {
                Clock.Forward(TimeSpan.FromMinutes(10));
                await _stripe.Control("advance", new { by = 600 });
                (await Ours.Post("/api/stripe/reconcile")).Ok();
            }
            await Handled();
            Assert.Equal(await Standing(), await Table(Mirrored));
            Assert.Equal(await Billed(), await Table(Invoices));
        }
        Assert.Equal("", await Table("select type from messages where dead_at is not null"));
        Assert.Equal("", await Table("select outside_id from subscriptions_mirrored where tenant_id <> 'ours'"));
        Assert.Equal("", await Table("select number from invoicing_invoices where tenant_id <> 'ours'"));
        Assert.Equal("(0)", await Table("select count(*) from (select stripe_id from invoicing_clients where tenant_id = 'ours' group by stripe_id having count(*) > 1) doubles"));
    }

    /// <summary>Lives of nine customers: some pay, some cannot, some leave, some are tried; one invoice is written off, one voided.</summary>
    private async Task Lives(int round)
    {
        for (var n = 0; n < 9; n++)
        {
            var made = await Subscribed($"Customer {round}.{n}", n % 3 == 2 ? "pm_card_chargeCustomerFail" : "pm_card_visa", n % 4 == 3 ? [("trial_period_days", "14")] : []);
            var invoice = made["latest_invoice"]?.ToString();
            if (n == 2) await _stripe.Call($"invoices/{invoice}/mark_uncollectible");
            if (n == 5) await _stripe.Call($"invoices/{invoice}/void");
            if (n == 8) await _stripe.Call($"invoices/{invoice}/pay", ("payment_method", "pm_card_visa"));
            if (n == 4) await _stripe.Call($"subscriptions/{made.Text("id")}", ("cancel_at_period_end", "true"));
            if (n == 6) await _stripe.Call($"subscriptions/{made.Text("id")}", ("items[0][id]", made.Text("items.data.0.id")), ("items[0][quantity]", "5"), ("proration_behavior", "none"));
        }
    }

    private async Task<JsonNode> Subscribed(string name, string card, params (string, string)[] more) => await SubscribedOf((await _stripe.Call("customers", ("name", name), ("payment_method", card))).Text("id"), more);

    private async Task<JsonNode> SubscribedOf(string customer, params (string, string)[] more)
    {
        var price = (await _stripe.Call("prices", ("currency", "usd"), ("unit_amount", "2900"), ("recurring[interval]", "month"), ("product_data[name]", "Pro"))).Text("id");
        return await _stripe.Call("subscriptions", [("customer", customer), ("items[0][price]", price), ("items[0][quantity]", "2"), .. more]);
    }

    private static string Rows(params string[] rows) => string.Join('\n', rows.Order(StringComparer.Ordinal));

    /// <summary>An invoice for something that is sold once, finalized.</summary>
    private async Task<string> Once(string customer)
    {
        await _stripe.Call("invoiceitems", ("customer", customer), ("amount", "2900"), ("currency", "usd"), ("description", "A day"));
        var invoice = (await _stripe.Call("invoices", ("customer", customer), ("currency", "usd"), ("pending_invoice_items_behavior", "include"))).Text("id");
        return (await _stripe.Call($"invoices/{invoice}/finalize")).Text("id");
    }

    private async Task StripeBills()
    {
        (await Ours.Put("/api/subscription-settings", new { billingWay = "stripeBills" })).Ok();
        await _stripe.Control("aim", new { endpoint = new Uri(Ours.Http.BaseAddress!, "/api/webhooks/stripe").AbsoluteUri });
    }

    private async Task Told()
    {
        await _stripe.Control("send");
        await Handled();
    }

    private Task Handled() => Until("all is handled", async () => await Table("select 1 from stripe_inbox where handled_at is null limit 1") == ""
        && await Table("select 1 from messages where type in ('subscriptions.stripe_event', 'subscriptions.mirror_all', 'subscriptions.mirror_due', 'subscriptions.refunds_told', 'invoicing.invoice_born_elsewhere', 'invoicing.money_went_back') and handled_at is null and dead_at is null limit 1") == "");

    private async Task<string> Standing() => string.Join('\n', (await _stripe.All("subscription")).Select(one => $"({one.Text("id")},{(one.Text("status") switch { "past_due" => "pastDue", var status => status })})").Order(StringComparer.Ordinal));

    private async Task<string> Billed()
    {
        var rows = new List<string>();
        foreach (var one in (await _stripe.All("invoice")).Where(one => one.Text("status") != "draft"))
        {
            var (total, status) = (one!["total"]!.GetValue<decimal>() / 100, one.Text("status"));
            rows.Add(FormattableString.Invariant($"({one.Text("id")},{one.Text("number")},{(status switch { "void" => "voided", "uncollectible" => "given_up", _ => "issued" })},{total:0.00},{(status is "paid" or "void" ? 0 : total):0.00})"));
        }
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }
}
