using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>Cards, and invoices that are collected from them by the provider that takes no money. It is Wednesday 2025-11-19, seven in the morning in New York.</summary>
public class Cards_of_clients : MailBureau
{
    private const string Invoices = "select tenant_id, number, standing, outstanding::numeric(20, 2) from invoicing_invoices";

    [Fact]
    public async Task are_kept_by_their_tokens_and_one_is_charged()
    {
        var (client, theirs) = (await Subscriptions_of_a_bureau.Arrange(Ours), await Subscriptions_of_a_bureau.Arrange(Theirs));
        var visa = (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_visa" })).Ok(201);
        Assert.Equal("test visa 4242 True", $"{visa.Text("items.0.provider")} {visa.Text("items.0.brand")} {visa.Text("items.0.lastFour")} {visa["items"]![0]!["default"]!.GetValue<bool>()}");
        Assert.Single((await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_visa" })).Ok(201)["items"]!.AsArray()); // the same card twice is one
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_visa_chargeDeclinedInsufficientFunds" })).Refused("card-declined");
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "4242424242424242" })).Refused("unknown-card-token");
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_mastercard", @default = false })).Ok(201);
        var (one, other) = (visa.Text("items.0.id"), (await Ours.Get($"/api/clients/{client}/payment-methods")).Ok().Text("items.1.id"));
        (await Ours.Delete($"/api/clients/{client}/payment-methods/{one}")).Refused("card-is-default");
        Assert.Equal("False True", (await Ours.Post($"/api/clients/{client}/payment-methods/{other}/default")).Ok() is var page ? $"{page["items"]![0]!["default"]} {page["items"]![1]!["default"]}".Replace("true", "True", StringComparison.Ordinal).Replace("false", "False", StringComparison.Ordinal) : "");
        Assert.Single((await Ours.Delete($"/api/clients/{client}/payment-methods/{one}")).Ok()["items"]!.AsArray());

        // Another organisation's client or card is not there; a viewer changes nothing.
        (await Theirs.Get($"/api/clients/{client}/payment-methods")).Refused("not-found", 404);
        (await Theirs.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_visa" })).Refused("not-found", 404);
        (await Theirs.Post($"/api/clients/{theirs}/payment-methods/{other}/default")).Refused("not-found", 404);
        (await Theirs.Delete($"/api/clients/{theirs}/payment-methods/{other}")).Refused("not-found", 404);
        (await Ours.As(Role.Viewer).Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_visa" })).Refused("not-permitted", 403);
    }

    [Fact]
    public async Task are_charged_once_an_invoice_is_issued()
    {
        var (client, theirs) = (await Carded("pm_card_visa"), await Subscriptions_of_a_bureau.Arrange(Theirs));
        await Subscriptions_of_a_bureau.Begin(Theirs, theirs, "pro");
        await Subscriptions_of_a_bureau.Begin(Ours, client, "pro");
        await Until("ours is paid", async () => await Table(Invoices) == "(ours,INV-2025-0001,issued,0.00)\n(theirs,INV-2025-0001,issued,29.00)");
        Assert.Equal("(ours,29.00,card,\"Test payment: no money was taken.\")", await Table("select tenant_id, amount::numeric(20, 2), method, note from invoicing_payments"));
        await Until("its collecting is over", async () => await State() == "paid");
        var id = (await Ours.Get("/api/dunning?state=paid")).Ok().Text("items.0.id");
        await Until("the invoice has said so, too", async () => await Events(id) == "collection_begun attempt_begun attempt_succeeded collection_ended");
        Assert.Empty((await Ours.Get("/api/dunning")).Ok()["items"]!.AsArray());
        Assert.Empty((await Theirs.Get("/api/dunning?state=paid")).Ok()["items"]!.AsArray());
        foreach (var path in new[] { "", "/retry", "/stop" }) (path.Length == 0 ? await Theirs.Get($"/api/dunning/{id}") : await Theirs.Post($"/api/dunning/{id}{path}")).Refused("not-found", 404);
        (await Ours.Post($"/api/dunning/{id}/retry")).Refused("nothing-to-collect");

        // The months that follow are collected, too, each once.
        Clock.Forward(TimeSpan.FromDays(62));
        await Until("three months are paid", async () => await Table("select count(*), sum(outstanding)::numeric(20, 2) from invoicing_invoices where tenant_id = 'ours'") == "(3,0.00)");
        Assert.Equal("(3,87.00)", await Table("select count(*), sum(amount)::numeric(20, 2) from invoicing_payments"));
        Assert.Equal("(0)", await Table("select count(*) from messages where dead_at is not null"));
    }

    [Fact]
    public async Task that_decline_are_tried_again_and_make_the_subscription_past_due_until_then()
    {
        var (client, theirs) = (await Carded("pm_card_declinedFirst"), await Subscriptions_of_a_bureau.Arrange(Theirs));
        await Subscriptions_of_a_bureau.Begin(Theirs, theirs, "pro");
        var subscription = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro")).Text("id");
        await Until("it is past due", async () => await Status(subscription) == "pastDue True");
        Assert.Equal(subscription, (await Ours.Get("/api/subscriptions?status=pastDue")).Ok().Text("items.0.id"));
        Assert.Empty((await Ours.Get("/api/subscriptions?status=active")).Ok()["items"]!.AsArray());
        var row = (await Ours.Get("/api/dunning")).Ok();
        Assert.Equal("retrying 1 insufficient_funds 2025-11-20T14:00:00 29.00", $"{row.Text("items.0.state")} {row.Text("items.0.attempts")} {row.Text("items.0.code")} {row.Text("items.0.nextAt")[..19]} {row.Text("items.0.amount.amount")}");
        await Until("the client was written to", () => Task.FromResult(Mails().Count == 1));
        Assert.Equal("Payment of invoice INV-2025-0001 failed", Mails()[0].GetProperty("subject").GetString());
        Assert.Matches("from your card ending in 0019[.] We will try again on [^.]*20[^.]*2025", Mails()[0].GetProperty("text").GetString()!.ReplaceLineEndings(" "));

        Clock.Forward(TimeSpan.FromHours(27));
        await Until("it is paid", async () => await Table(Invoices) == "(ours,INV-2025-0001,issued,0.00)\n(theirs,INV-2025-0001,issued,29.00)");
        await Until("it is active again", async () => await Status(subscription) == "active True");
        Assert.Equal("subscription_started period_billed payment_missed payment_caught_up", await Events(subscription));
        await Later(TimeSpan.FromDays(20));
        Assert.Equal("(1)", await Table("select count(*) from invoicing_payments"));
        Assert.Equal("(ours,2,paid)", await Table("select tenant_id, attempts, state from subscriptions_collections"));
    }

    [Fact]
    public async Task that_decline_to_the_end_leave_the_subscription_unpaid_until_somebody_pays_by_hand()
    {
        (await Ours.Put("/api/subscription-settings", new { retryDays = new[] { 2, 1 } })).Refused("bad-retry-days");
        Assert.Equal("1 unpaid False", (await Ours.Put("/api/subscription-settings", new { retryDays = new[] { 1, 3 }, pastDueHasAccess = false })).Ok() is var set ? $"{set.Text("retryDays.0")} {set.Text("afterRetries")} {set["pastDueHasAccess"]!.GetValue<bool>()}" : "");
        Assert.Equal(4, (await Theirs.Get("/api/subscription-settings")).Ok()["retryDays"]!.AsArray().Count);
        var subscription = (await Subscriptions_of_a_bureau.Begin(Ours, await Carded("pm_card_chargeCustomerFail"), "pro")).Text("id");
        await Until("it is past due", async () => await Status(subscription) == "pastDue False");
        Clock.Forward(TimeSpan.FromHours(27));
        await Until("it was tried twice", async () => (await Ours.Get("/api/dunning")).Ok() is var now && now.Text("items.0.attempts") == "2" && now.Text("items.0.state") == "retrying");
        Assert.Equal("2025-11-22", (await Ours.Get("/api/dunning")).Ok().Text("items.0.nextAt")[..10]);
        Clock.Forward(TimeSpan.FromDays(2));
        await Until("it is unpaid", async () => await Status(subscription) == "unpaid False");
        Assert.Equal("exhausted", await State());
        await Until("the client was written to three times", () => Task.FromResult(Mails().Count == 3));
        Assert.Single(Mails(), mail => mail.GetProperty("subject").GetString() == "Invoice INV-2025-0001 could not be collected");
        await Later(TimeSpan.FromDays(10));
        Assert.Equal("(ours,3,exhausted)", await Table("select tenant_id, attempts, state from subscriptions_collections"));

        var page = (await Ours.Get("/api/dunning")).Ok();
        (await Ours.Post($"/api/invoices/{page.Text("items.0.invoiceId")}/payments", new { reference = "A", amount = new { amount = "29", currency = "USD" } })).Ok();
        await Until("it is active again", async () => await Status(subscription) == "active True");
        Assert.Equal("paid", await State());
        Assert.Equal("failed failed failed", string.Join(' ', (await Ours.Get($"/api/dunning/{page.Text("items.0.id")}")).Ok()["attempts"]!.AsArray().Select(one => one.Text("end"))));
    }

    [Fact]
    public async Task that_decline_to_the_end_cancel_the_subscription_where_that_is_wanted()
    {
        (await Ours.Put("/api/subscription-settings", new { retryDays = Array.Empty<int>(), afterRetries = "canceled", mailsClients = false })).Ok();
        var subscription = (await Subscriptions_of_a_bureau.Begin(Ours, await Carded("pm_card_chargeCustomerFail"), "pro")).Text("id");
        await Until("it is canceled", async () => await Status(subscription) == "canceled False");
        Assert.Equal("subscription_started period_billed payment_missed subscription_canceled", await Events(subscription));
        Assert.Empty(Mails());
        Assert.Equal("(29.00)", await Table("select outstanding::numeric(20, 2) from invoicing_invoices"));
    }

    [Fact]
    public async Task that_are_new_are_tried_at_once_where_another_one_failed()
    {
        var client = await Carded("pm_card_authenticationRequired");
        var subscription = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro")).Text("id");
        await Until("the bank wants to hear it from the client", async () => await State() == "needsAction");
        await Until("the client was asked", () => Task.FromResult(Mails().Count == 1));
        Assert.Equal("Your bank asks you to confirm invoice INV-2025-0001", Mails()[0].GetProperty("subject").GetString());
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_mastercard" })).Ok(201);
        await Until("it is paid", async () => await Status(subscription) == "active True" && await State() == "paid");
        Assert.Equal("needed 4444", (await Ours.Get($"/api/dunning/{(await Ours.Get("/api/dunning?state=paid")).Ok().Text("items.0.id")}")).Ok() is var page && page["attempts"]![0]!["needsAction"]!.GetValue<bool>() ? $"needed {page.Text("attempts.1.lastFour")}" : "");
        Assert.Equal("(29.00)", await Table("select amount::numeric(20, 2) from invoicing_payments"));
    }

    [Fact]
    public async Task are_charged_for_what_was_issued_before_they_came_and_still_asks()
    {
        var (client, theirs) = (await Subscriptions_of_a_bureau.Arrange(Ours), await Subscriptions_of_a_bureau.Arrange(Theirs));
        await Subscriptions_of_a_bureau.Begin(Theirs, theirs, "pro");
        for (var n = 0; n < 3; n++) await Subscriptions_of_a_bureau.Begin(Ours, client, "pro", new { alongOthers = true });
        await Until("all are issued", async () => await Table("select tenant_id, count(*) from invoicing_invoices where standing = 'issued' group by tenant_id") == "(ours,3)\n(theirs,1)");
        Assert.Equal("", await Table("select id from subscriptions_collections"));
        // One is paid by hand, one in part; and one that no subscription asked for is nobody's to collect.
        var invoices = (await Ours.Get("/api/invoices?sort=number")).Ok()["items"]!.AsArray().Select(one => one.Text("id")).ToList();
        (await Ours.Post($"/api/invoices/{invoices[0]}/payments", new { reference = "A", amount = new { amount = "29", currency = "USD" } })).Ok();
        (await Ours.Post($"/api/invoices/{invoices[1]}/payments", new { reference = "B", amount = new { amount = "9", currency = "USD" } })).Ok();
        var draft = (await Ours.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Support", unitPrice = "100" } } })).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{draft}/issue", new { })).Ok();

        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_visa" })).Ok(201);
        await Until("what was left is paid", async () => await Table("select amount::numeric(20, 2) from invoicing_payments where method = 'card'") == "(20.00)\n(29.00)");
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_mastercard" })).Ok(201);
        await Until("the other card is looked at", async () => await Table("select count(*) from messages where type = 'subscriptions.card_is_there' and handled_at is not null") == "(2)" && await Table("select 1 from messages where type in ('subscriptions.invoice_asks', 'subscriptions.retry_due', 'subscriptions.attempt_due') and handled_at is null limit 1") == "");
        Assert.Equal("(ours,1,paid)\n(ours,1,paid)", await Table("select tenant_id, attempts, state from subscriptions_collections"));
        Assert.Equal("(ours,100.00)\n(theirs,29.00)", await Table("select tenant_id, outstanding::numeric(20, 2) from invoicing_invoices where outstanding > 0"));
    }

    [Fact]
    public async Task are_left_alone_when_somebody_stops_it_pays_by_hand_or_voids_the_invoice()
    {
        var client = await Carded("pm_card_chargeCustomerFail");
        for (var n = 0; n < 3; n++) await Subscriptions_of_a_bureau.Begin(Ours, client, "pro", new { alongOthers = true });
        await Until("all failed", async () => await Table("select count(*) from subscriptions_collections where state = 'retrying'") == "(3)");
        var rows = (await Ours.Get("/api/dunning")).Ok()["items"]!.AsArray().Select(row => (Id: row.Text("id"), Invoice: row.Text("invoiceId"), Subscription: row.Text("subscriptionId"))).ToList();
        (await Ours.As(Role.Viewer).Post($"/api/dunning/{rows[0].Id}/stop")).Refused("not-permitted", 403);
        Assert.Equal("stopped", (await Ours.Post($"/api/dunning/{rows[0].Id}/stop")).Ok(202).Text("state"));
        (await Ours.Post($"/api/invoices/{rows[1].Invoice}/payments", new { reference = "A", amount = new { amount = "29", currency = "USD" } })).Ok();
        (await Ours.Post($"/api/invoices/{rows[2].Invoice}/void", new { reason = "Wrong" })).Ok();
        await Until("two are over", async () => await Table("select state from subscriptions_collections") == "(dropped)\n(paid)\n(stopped)");
        await Later(TimeSpan.FromDays(8));
        Assert.Equal("pastDue active active", $"{(await Status(rows[0].Subscription)).Split(' ')[0]} {(await Status(rows[1].Subscription)).Split(' ')[0]} {(await Status(rows[2].Subscription)).Split(' ')[0]}");
        Assert.Equal("(3,3)", await Table("select sum(attempts), count(*) from subscriptions_collections"));

        // By hand it is tried all the same, and goes on from there.
        Assert.Equal("byHand", (await Ours.Post($"/api/dunning/{rows[0].Id}/retry")).Ok(202).Text("attempts.1.reason"));
        await Until("it failed again", async () => (await Ours.Get($"/api/dunning/{rows[0].Id}")).Ok().Text("state") == "retrying");
    }

    /// <summary>Plans to begin with, and a client with a card and an address.</summary>
    private async Task<string> Carded(string token)
    {
        (await Ours.Post("/api/plans/seed")).Ok();
        var client = (await Ours.Client(more: new { emails = new[] { "bills@example.test" } })).Text("id");
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token })).Ok(201);
        return client;
    }

    private async Task<string> Status(string subscription) => (await Ours.Get($"/api/subscriptions/{subscription}")).Ok() is var now ? $"{now.Text("status")} {now["hasAccess"]!.GetValue<bool>()}" : "";

    /// <summary>Some days on, behind the work of them: whatever was to be tried again was.</summary>
    private async Task Later(TimeSpan days)
    {
        await Until("retries are looked for", async () => await Table("select count(*) from messages where type = 'subscriptions.retries' and tenant_id = 'ours' and handled_at is null") == "(1)");
        Clock.Forward(days);
        await Until("they were looked for once more, and done", async () => await Table($"""
            select count(*) filter (where type = 'subscriptions.retries' and due > '{Clock.GetUtcNow():O}') > 0 and count(*) filter (where due <= '{Clock.GetUtcNow():O}' and dead_at is null) = 0
            from messages where type in ('subscriptions.retries', 'subscriptions.retry_due', 'subscriptions.attempt_due') and tenant_id = 'ours' and handled_at is null
            """) == "(t)");
    }

    private async Task<string> State() => (await Table("select state from subscriptions_collections where tenant_id = 'ours'")).Trim('(', ')');
}
