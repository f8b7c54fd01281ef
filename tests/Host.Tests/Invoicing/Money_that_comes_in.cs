using System.Globalization;
using System.Text.Json.Nodes;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Web;

namespace Billing.Host.Tests.Invoicing;

public class Money_that_comes_in : Bureau
{
    [Fact]
    public async Task pays_several_invoices_the_longest_due_first_and_the_rest_is_credit_that_pays_others()
    {
        var client = (await Ours.Client()).Text("id");
        var (late, soon) = (await Issued(client, "100", "2025-10-01"), await Issued(client, "60", "2025-11-01"));
        var payment = (await Ours.Post("/api/payments", new { clientId = client, reference = "B-1", amount = Usd("200"), method = "cheque", fee = Usd("1.50") })).Ok(201);
        Assert.Equal($"{late} 100.00 {soon} 60.00 40.00", $"{payment.Text("allocations.0.invoiceId")} {payment.Text("allocations.0.amount.amount")} {payment.Text("allocations.1.invoiceId")} {payment.Text("allocations.1.amount.amount")} {payment.Text("credited.amount")}");
        Assert.Equal("paid paid", $"{(await Ours.Get($"/api/invoices/{late}")).Ok().Text("state")} {(await Ours.Get($"/api/invoices/{soon}")).Ok().Text("state")}");
        Assert.Equal("40.00 USD", await Credit(client));

        var next = await Issued(client, "50", "2025-11-10");
        Assert.Equal("partlyPaid 10.00 credit", Said((await Ours.Post($"/api/invoices/{next}/apply-credit", new { })).Ok(), "state", "outstanding.amount", "payments.0.kind"));
        Assert.Equal("", await Credit(client));
        (await Ours.Post($"/api/payments/{payment.Text("id")}/undo", new { reason = "Bounced" })).Refused("credit-used");
        (await Ours.Post($"/api/invoices/{next}/void", new { reason = "x" })).Refused("has-payments");
        Assert.Equal("50.00", (await Ours.Post($"/api/invoices/{next}/release-credit")).Ok().Text("outstanding.amount"));

        (await Ours.As(Role.Member).Post($"/api/payments/{payment.Text("id")}/undo", new { reason = "x" })).Refused("not-permitted", 403);
        Assert.True((await Ours.Post($"/api/payments/{payment.Text("id")}/undo", new { reason = "Bounced" })).Ok()["undone"]!.GetValue<bool>());
        Assert.Equal("overdue 100.00", Said((await Ours.Get($"/api/invoices/{late}")).Ok(), "state", "outstanding.amount"));
        Assert.Equal("", await Credit(client));
        Assert.Equal("payment_received payment_spread payment_undone", await Events(payment.Text("id")));
    }

    [Fact]
    public async Task and_became_credit_pays_what_is_open_the_longest_due_first()
    {
        var client = (await Ours.Client()).Text("id");
        var payment = (await Ours.Post("/api/payments", new { clientId = client, reference = "A", amount = Usd("90"), allocations = Array.Empty<object>() })).Ok(201).Text("id");
        var (late, soon, last) = (await Issued(client, "50", "2025-10-01"), await Issued(client, "60", "2025-11-01"), await Issued(client, "70", "2025-11-15"));
        var path = $"/api/clients/{client}/credit/apply";
        (await Theirs.Post(path, new { currency = "USD" })).Refused("not-found", 404);
        (await Ours.As(Role.Viewer).Post(path, new { currency = "USD" })).Refused("not-permitted", 403);
        (await Ours.Post(path, new { })).Refused("bad-request", 400);
        Assert.Empty((await Ours.Post(path, new { currency = "EUR" })).Ok()["allocations"]!.AsArray());
        var used = (await Ours.Post(path, new { currency = "USD" }, ("Idempotency-Key", "once"))).Ok();
        Assert.Equal($"{late} 50.00 {soon} 40.00 0.00", Said(used, "allocations.0.invoiceId", "allocations.0.amount.amount", "allocations.1.invoiceId", "allocations.1.amount.amount", "left.amount"));
        Assert.Equal(used.ToJsonString(), (await Ours.Post(path, new { currency = "USD" }, ("Idempotency-Key", "once"))).Ok().ToJsonString());
        Assert.Equal("paid 20.00 70.00", $"{(await Ours.Get($"/api/invoices/{late}")).Ok().Text("state")} {(await Ours.Get($"/api/invoices/{soon}")).Ok().Text("outstanding.amount")} {(await Ours.Get($"/api/invoices/{last}")).Ok().Text("outstanding.amount")}");
        Assert.Equal("", await Credit(client));
        Assert.Empty((await Ours.Post(path, new { currency = "USD" })).Ok()["allocations"]!.AsArray());

        (await Ours.Post("/api/payments", new { clientId = client, reference = "B", amount = Usd("10"), allocations = Array.Empty<object>() })).Ok(201);
        Assert.Equal(["A"], JsonNode.Parse((await Ours.Get($"/api/payments/export?format=json&id={payment}")).Text)!.AsArray().Select(row => row.Text("reference")));
        Assert.Empty((await Theirs.Get($"/api/payments?id={payment}")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task is_compared_with_what_came_in_before_and_goes_out_as_a_file()
    {
        var client = (await Ours.Client()).Text("id");
        foreach (var (price, date) in new[] { ("100", "2024-11-10"), ("200", "2025-10-01"), ("300", "2025-11-01"), ("150", "2025-11-02") })
            (await Ours.Post($"/api/invoices/{await Issued(client, price, date)}/payments", new { reference = price, amount = Usd(price), receivedOn = date })).Ok();
        var days = "from=2025-11-01&to=2025-11-30";
        Assert.Null((await Ours.Get($"/api/invoices/stats?{days}")).Ok()["before"]);
        Assert.Null((await Ours.Get("/api/invoices/stats?compare=year")).Ok()["before"]);
        (await Ours.Get("/api/invoices/stats?compare=decade")).Refused("bad-request", 400);
        var period = (await Ours.Get($"/api/invoices/stats?{days}&compare=period")).Ok();
        Assert.Equal("450.00 2025-10-01 2025-10-31 200.00 250.00 125 25.00", Said(period, "items.0.billed.sum.amount", "before.from", "before.to", "before.items.0.billed.sum.amount", "before.changes.0.received.by.amount", "before.changes.0.received.share", "before.changes.0.average.by.amount"));
        Assert.Equal("2024-11-01 350.00 350", Said((await Ours.Get($"/api/invoices/stats?{days}&compare=year")).Ok(), "before.from", "before.changes.0.billed.by.amount", "before.changes.0.billed.share"));
        var months = (await Ours.Get("/api/invoices/stats/months?from=2025-10-01&to=2025-11-30&compare=period")).Ok();
        Assert.Equal("200.00 2025-08-01 0.00 200.00, 450.00 2025-09-01 0.00 450.00", string.Join(", ", months["items"]![0]!["months"]!.AsArray().Select(month => Said(month!, "billed.sum.amount", "before.period.from", "before.billed.sum.amount", "before.billedSince.by.amount"))));
        Assert.Equal("100.00 350", Said((await Ours.Get($"/api/invoices/stats/months?{days}&compare=year")).Ok()["items"]![0]!["months"]![0]!, "before.billed.sum.amount", "before.receivedSince.share"));
        Assert.Equal("2024-11-01 100.00", Said((await Ours.Get("/api/invoices/stats/months?from=2025-11-01&to=2025-11-01&compare=year")).Ok()["items"]![0]!["months"]![0]!, "before.period.from", "before.billed.sum.amount"));

        static JsonNode[] Lines(Reply file) => [.. JsonNode.Parse(file.Text)!.AsArray().Select(line => line!)];
        var figures = Lines(await Ours.Get($"/api/invoices/stats/export?format=json&{days}&compare=period"));
        Assert.Equal(["2025-11-01 USD 2 450.00", "2025-10-01 USD 1 200.00"], figures.Select(line => Said(line, "fromDate", "currency", "billedCount", "billed.amount")));
        Assert.Equal(5, Lines(await Ours.Get("/api/invoices/stats/aging/export?format=json")).Length);
        Assert.Empty(Lines(await Ours.Get("/api/invoices/stats/aging/export?format=json&currency=EUR")));
        Assert.Equal(["2025-11-01 450.00 2024-11-01 100.00"], Lines(await Ours.Get($"/api/invoices/stats/months/export?format=json&{days}&compare=year")).Select(line => Said(line, "month", "billed.amount", "monthBefore", "billedBefore.amount")));
        Assert.StartsWith("PK", (await Ours.Get("/api/invoices/stats/months/export?format=xlsx")).Text, StringComparison.Ordinal);
        Assert.StartsWith("From Date,Through Date,Currency,Billed Count,Billed,", (await Ours.Get("/api/invoices/stats/export")).Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        (await Ours.Get("/api/invoices/stats/export?format=pdf")).Refused("bad-request", 400);
        (await Ours.Get("/api/invoices/stats/months/export?from=2000-01-01")).Refused("bad-request", 400);
        Assert.Empty(Lines(await Theirs.Get("/api/invoices/stats/export?format=json")));
        Assert.Empty(Lines(await Theirs.Get("/api/invoices/stats/months/export?format=json")));
    }

    [Fact]
    public async Task is_paid_out_of_credit_without_naming_a_payment()
    {
        var (client, theirs) = ((await Ours.Client()).Text("id"), (await Theirs.Client()).Text("id"));
        var paid = (await Ours.Post("/api/payments", new { clientId = client, reference = "A", amount = Usd("50"), allocations = Array.Empty<object>() })).Ok(201).Text("id");
        var out_ = $"/api/clients/{client}/credit/pay-out";
        (await Ours.Post(out_, new { amount = Usd("50.01"), reason = "Gone" })).Refused("too-little-credit");
        (await Ours.Post(out_, new { amount = new { amount = "1", currency = "EUR" }, reason = "Gone" })).Refused("too-little-credit");
        (await Ours.Post(out_, new { amount = Usd("1"), reason = "" })).Refused("reason-missing");
        (await Theirs.Post(out_, new { amount = Usd("1"), reason = "x" })).Refused("not-found", 404);
        (await Ours.As(Role.Viewer).Post(out_, new { amount = Usd("1"), reason = "x" })).Refused("not-permitted", 403);
        var first = (await Ours.Post(out_, new { amount = Usd("30"), reason = "The contract ended" }, ("Idempotency-Key", "once"))).Ok(201);
        Assert.Equal(first.ToJsonString(), (await Ours.Post(out_, new { amount = Usd("30"), reason = "The contract ended" }, ("Idempotency-Key", "once"))).Ok(201).ToJsonString());
        Assert.Equal("30.00 20.00", Said(first, "amount.amount", "credit.amount"));
        Assert.Equal("20.00 USD", await Credit(client));
        (await Ours.Post($"/api/payments/{paid}/undo", new { reason = "Bounced" })).Refused("credit-used");

        var account = (await Ours.Get($"/api/clients/{client}/statement")).Ok();
        Assert.Equal("payment -50.00 payOut 30.00 -20.00", $"{account.Text("accounts.0.lines.0.kind")} {account.Text("accounts.0.lines.0.amount.amount")} {account.Text("accounts.0.lines.1.kind")} {account.Text("accounts.0.lines.1.amount.amount")} {account.Text("accounts.0.balance.amount")}");
        Assert.Equal("credit_paid_out", await Events(first.Text("id")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Ours.Post(out_, new { amount = Usd("15"), reason = "At once" })));
        Assert.Single(answers, answer => (int)answer.Status == 201); // 20 are there: one gets them
        Assert.Equal("5.00 USD", await Credit(client));
        (await Theirs.Post($"/api/clients/{theirs}/credit/pay-out", new { amount = Usd("1"), reason = "x" })).Refused("too-little-credit");
    }

    [Fact]
    public async Task is_one_client_s_and_one_organisation_s()
    {
        var (meadow, elm) = ((await Ours.Client("Meadow")).Text("id"), (await Ours.Client("Elm")).Text("id"));
        var invoice = await Issued(meadow, "100");
        (await Ours.Post("/api/payments", new { clientId = elm, reference = "A", amount = Usd("5"), allocations = new[] { new { invoiceId = invoice, amount = Usd("5") } } })).Refused("invoice-of-another-client");
        (await Ours.Post("/api/payments", new { clientId = meadow, reference = "A", amount = Usd("500"), allocations = new[] { new { invoiceId = invoice, amount = Usd("101") } } })).Refused("more-than-outstanding");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = new { amount = "5", currency = "EUR" } })).Refused("wrong-currency");
        (await Theirs.Post("/api/payments", new { clientId = meadow, reference = "A", amount = Usd("5") })).Refused("unknown-client");
        (await Theirs.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = Usd("5") })).Refused("not-found", 404);
        var theirs = (await Theirs.Client()).Text("id");
        (await Theirs.Post("/api/payments", new { clientId = theirs, reference = "A", amount = Usd("5"), allocations = new[] { new { invoiceId = invoice, amount = Usd("5") } } })).Refused("unknown-invoice");

        var payment = (await Ours.Post("/api/payments", new { clientId = meadow, reference = "A", amount = Usd("5"), allocations = Array.Empty<object>() })).Ok(201).Text("id");
        (await Theirs.Get($"/api/payments/{payment}")).Refused("not-found", 404);
        (await Theirs.Post($"/api/payments/{payment}/undo", new { reason = "x" })).Refused("not-found", 404);
        Assert.Empty((await Theirs.Get("/api/payments")).Ok()["items"]!.AsArray());
        Assert.Equal(["A"], (await Ours.Get("/api/payments?search=mead")).Ok()["items"]!.AsArray().Select(row => row.Text("reference")));
        (await Theirs.Get($"/api/clients/{meadow}/credit")).Refused("not-found", 404);
    }

    [Fact]
    public async Task is_undone_and_given_back_where_it_went()
    {
        var invoice = await Issued((await Ours.Client()).Text("id"), "100");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "wire 7/8", amount = Usd("100") })).Ok();
        Assert.Equal("open 100.00", Said((await Ours.Post($"/api/invoices/{invoice}/payments/{Uri.EscapeDataString("wire 7/8")}/undo", new { reason = "Typo" })).Ok(), "state", "outstanding.amount"));
        (await Ours.Post($"/api/invoices/{invoice}/payments/nothing/undo", new { reason = "Typo" })).Refused("not-found", 404);
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "wire 7/8", amount = Usd("90") })).Ok();
        var payment = (await Ours.Get("/api/payments")).Ok().Text("items.0.id");
        Assert.Equal("30.00", (await Ours.Post($"/api/payments/{payment}/refund", new { amount = Usd("30"), reason = "Returned" })).Ok().Text("refunded.amount"));
        Assert.Equal("partlyPaid 40.00", Said((await Ours.Get($"/api/invoices/{invoice}")).Ok(), "state", "outstanding.amount"));
        (await Ours.Post($"/api/payments/{payment}/refund", new { amount = Usd("61"), reason = "Returned" })).Refused("refund-too-much");
    }

    [Fact]
    public async Task that_many_record_at_once_is_all_there_and_no_invoice_is_paid_twice()
    {
        var client = (await Ours.Client()).Text("id");
        var invoice = await Issued(client, "100");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i => (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = $"P{i}", amount = Usd("7") })).Ok()));
        Assert.Equal("paid 100.00 0.00", Said((await Ours.Get($"/api/invoices/{invoice}")).Ok(), "state", "paid.amount", "outstanding.amount"));
        Assert.Equal("40.00 USD", await Credit(client));
    }

    [Fact]
    public async Task is_owed_less_by_credit_notes_with_numbers_of_their_own()
    {
        var client = (await Ours.Client()).Text("id");
        var invoice = await Issued(client, "100");
        var part = (await Ours.Post($"/api/invoices/{invoice}/credit-notes", new { reason = "Damaged", lines = new[] { new { description = "One piece", unitPrice = "30" } } })).Ok(201);
        Assert.Equal("CN-2025-0001 INV-2025-0001 30.00 0.00", Said(part, "number", "invoiceNumber", "offInvoice.amount", "toCredit.amount"));
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = Usd("70") })).Ok();
        Assert.Equal("paid 70.00 30.00 0.00", Said((await Ours.Get($"/api/invoices/{invoice}")).Ok(), "state", "paid.amount", "credited.amount", "outstanding.amount"));
        (await Ours.Post($"/api/invoices/{invoice}/credit-notes", new { reason = "x" })).Refused("partly-credited");
        var rest = (await Ours.Post($"/api/invoices/{invoice}/credit-notes", new { reason = "All of it", lines = new[] { new { description = "The rest", unitPrice = "70" } } })).Ok(201);
        Assert.Equal("CN-2025-0002 0.00 70.00", Said(rest, "number", "offInvoice.amount", "toCredit.amount"));
        Assert.Equal("70.00 USD", await Credit(client));
        Assert.Equal(["CN-2025-0002", "CN-2025-0001"], (await Ours.Get($"/api/credit-notes?invoiceId={invoice}")).Ok()["items"]!.AsArray().Select(row => row.Text("number")));
        Assert.Equal(rest.ToJsonString(), (await Ours.Get($"/api/credit-notes/{rest.Text("id")}")).Ok().ToJsonString());
        (await Theirs.Get($"/api/credit-notes/{rest.Text("id")}")).Refused("not-found", 404);

        Assert.Equal("\uFEFFNumber,Issue Date,Client,Invoice,Reason,Tax,Total,Off Invoice,To Credit,Currency\r\nCN-2025-0002,2025-11-19,Meadow Health,INV-2025-0001,All of it,0.00,70.00,0.00,70.00,USD\r\nCN-2025-0001,2025-11-19,Meadow Health,INV-2025-0001,Damaged,0.00,30.00,30.00,0.00,USD\r\n", (await Ours.Get("/api/credit-notes/export")).Text);
        var all = JsonNode.Parse((await Ours.Get("/api/credit-notes/export?format=json")).Text)!.AsArray();
        Assert.Equal((await Ours.Get("/api/credit-notes")).Ok().Text("totals.0.total.amount"), all.Sum(row => decimal.Parse(row!.Text("total.amount"), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(["CN-2025-0001"], JsonNode.Parse((await Ours.Get("/api/credit-notes/export?format=json&search=damaged")).Text)!.AsArray().Select(row => row.Text("number")));
        Assert.StartsWith("PK", (await Ours.Get("/api/credit-notes/export?format=xlsx&sort=total")).Text, StringComparison.Ordinal);
        (await Ours.Get("/api/credit-notes/export?format=pdf")).Refused("bad-request", 400);
        Assert.Equal("[]", (await Theirs.Get("/api/credit-notes/export?format=json")).Text.Trim());
        (await Theirs.Post($"/api/invoices/{invoice}/credit-notes", new { reason = "x" })).Refused("not-found", 404);
    }

    [Fact]
    public async Task and_what_was_billed_are_told_apart_and_nothing_is_added_over_currencies()
    {
        var client = (await Ours.Client()).Text("id");
        foreach (var (price, date, paid) in new[] { ("400", "2025-09-01", true), ("300", "2025-11-01", true), ("500", "2025-11-10", false), ("200", "2025-09-25", false), ("100", "2025-08-01", false) })
        {
            var invoice = await Issued(client, price, date);
            if (paid) (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = price, amount = Usd(price), receivedOn = "2025-11-11" })).Ok();
        }
        (await Ours.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "9" } }, currency = "EUR" })).Ok(201);
        var stats = (await Ours.Get("/api/invoices/stats")).Ok()["items"]!.AsArray();
        Assert.Equal(["EUR", "USD"], stats.Select(one => one.Text("currency")));
        Assert.Equal("1500.00 700.00 500.00 300.00 300.00 40", Said(stats[1]!, "billed.sum.amount", "received.sum.amount", "unpaid.sum.amount", "overdue.sum.amount", "average.amount", "collectionRate"));
        Assert.Equal("5 2 1 2 2", Said(stats[1]!, "billed.count", "paid.count", "unpaid.count", "overdue.count", "received.count"));
        Assert.Equal("500.00 200.00 0.00 100.00 0.00", Said(stats[1]!, "aging.notDue.amount", "aging.days1To30.amount", "aging.days31To60.amount", "aging.days61To90.amount", "aging.over90.amount"));
        Assert.Equal("40.5", stats[1]!.Text("averageDaysToPay")); // 71 and 10 days
        Assert.Equal("1 9.00 0", Said(stats[0]!, "draft.count", "draft.sum.amount", "billed.count"));
        var november = (await Ours.Get("/api/invoices/stats?from=2025-11-01&to=2025-11-30")).Ok();
        Assert.Equal("800.00 700.00", Said(november["items"]![1]!, "billed.sum.amount", "received.sum.amount"));
        Assert.Empty((await Theirs.Get("/api/invoices/stats")).Ok()["items"]!.AsArray());

        var months = (await Ours.Get("/api/invoices/stats/months?from=2025-08-15&to=2025-11-19")).Ok();
        Assert.Equal("2025-08-01 2025-11-30 1 USD", $"{Said(months, "from", "through")} {months["items"]!.AsArray().Count} {months.Text("items.0.currency")}");
        Assert.Equal("2025-08-31 100.00 0 0.00, 2025-09-30 600.00 0 0.00, 2025-10-31 0.00 0 0.00, 2025-11-30 800.00 2 700.00", string.Join(", ", months["items"]![0]!["months"]!.AsArray().Select(month => Said(month!, "period.through", "billed.sum.amount", "received.count", "received.sum.amount"))));
        Assert.Equal(12, (await Ours.Get("/api/invoices/stats/months")).Ok()["items"]![0]!["months"]!.AsArray().Count);
        (await Ours.Get("/api/invoices/stats/months?from=2025-11-02&to=2025-11-01")).Refused("bad-request", 400);
        (await Ours.Get("/api/invoices/stats/months?from=2000-01-01")).Refused("bad-request", 400);
        (await Ours.Get("/api/invoices/stats/months?to=0001-01-01")).Refused("bad-request", 400);
        Assert.Empty((await Theirs.Get("/api/invoices/stats/months")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task and_went_back_is_not_received()
    {
        var client = (await Ours.Client()).Text("id");
        var invoice = await Issued(client, "100");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = Usd("160"), receivedOn = "2025-11-11" })).Ok();
        var refunded = (await Ours.Get("/api/payments")).Ok().Text("items.0.id");
        (await Ours.Post($"/api/payments/{refunded}/refund", new { amount = Usd("15"), reason = "Too much" })).Ok();
        (await Ours.Post($"/api/clients/{client}/credit/pay-out", new { amount = Usd("25"), reason = "They asked", paidOn = "2025-12-01" })).Ok(201);

        var all = (await Ours.Get("/api/invoices/stats")).Ok()["items"]![0]!;
        Assert.Equal("1 120.00 15.00 25.00 100.00", Said(all, "received.count", "received.sum.amount", "refunded.amount", "paidOut.amount", "billed.sum.amount"));
        Assert.Equal("1 145.00 15.00 0.00", Said((await Ours.Get("/api/invoices/stats?to=2025-11-30")).Ok()["items"]![0]!, "received.count", "received.sum.amount", "refunded.amount", "paidOut.amount"));
        Assert.Equal("0 -25.00 0.00 25.00 0", Said((await Ours.Get("/api/invoices/stats?from=2025-12-01&to=2025-12-31")).Ok()["items"]![0]!, "received.count", "received.sum.amount", "refunded.amount", "paidOut.amount", "billed.count"));
        Assert.Empty((await Theirs.Get("/api/invoices/stats")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task is_in_exports_to_the_cent_and_in_rows_as_the_events_say()
    {
        var client = (await Ours.Client("Meadow")).Text("id");
        var invoice = await Issued(client, "100.10");
        await Issued(client, "0.25", "2025-01-01");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = Usd("40.10") })).Ok();
        (await Ours.Post($"/api/invoices/{invoice}/credit-notes", new { reason = "x", lines = new[] { new { description = "x", unitPrice = "10" } } })).Ok(201);
        var csv = (await Ours.Get("/api/invoices/export?format=csv")).Text;
        Assert.Contains("INV-2025-0001", csv, StringComparison.Ordinal);
        var json = JsonNode.Parse((await Ours.Get("/api/invoices/export?format=json")).Text)!.AsArray();
        var totals = (await Ours.Get("/api/invoices")).Ok()["totals"]![0]!;
        Assert.Equal(totals.Text("outstanding.amount"), json.Sum(row => decimal.Parse(row.Text("outstanding.amount"), System.Globalization.CultureInfo.InvariantCulture)).ToString("F2", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Single(JsonNode.Parse((await Ours.Get("/api/invoices/export?format=json&status=overdue")).Text)!.AsArray());
        Assert.Equal((byte)'P', (await Ours.Get("/api/invoices/export?format=xlsx")).Body[0]);
        Assert.Empty(JsonNode.Parse((await Theirs.Get("/api/invoices/export?format=json")).Text)!.AsArray());
        (await Ours.Get("/api/invoices/export?format=pdf")).Refused("bad-request", 400);

        foreach (var projection in Store.Model.Projections.Where(projection => projection.Name.StartsWith("invoicing.", StringComparison.Ordinal)))
        {
            var compared = await Comparison.Of(Store, projection, Stop);
            Assert.True(compared.Differing == 0, $"{projection.Name}: {string.Join(", ", compared.Differences)}");
        }
    }

    [Fact]
    public async Task is_shown_before_it_is_recorded_and_nothing_is_written()
    {
        var client = (await Ours.Client()).Text("id");
        var (late, soon) = (await Issued(client, "100", "2025-10-01"), await Issued(client, "60", "2025-11-01"));
        Task<Reply> Preview(string amount, params object[] by) => Ours.Post("/api/payments/preview", new { clientId = client, amount = Usd(amount), allocations = by.Length == 0 ? null : by });
        Assert.Equal($"160.00 130.00 0.00 {late} 100.00 0.00 {soon} 30.00 30.00", Said((await Preview("130")).Ok(), "outstanding.amount", "allocated.amount", "credited.amount", "invoices.0.invoiceId", "invoices.0.allocated.amount", "invoices.0.left.amount", "invoices.1.invoiceId", "invoices.1.allocated.amount", "invoices.1.left.amount"));
        Assert.Equal("160.00 40.00", Said((await Preview("200")).Ok(), "allocated.amount", "credited.amount"));
        Assert.Equal("0.00 0.00 INV-2025-0001", Said((await Preview("0")).Ok(), "allocated.amount", "credited.amount", "invoices.0.number"));
        Assert.Equal("50.00 80.00 10.00", Said((await Preview("130", new { invoiceId = soon, amount = Usd("50") })).Ok(), "allocated.amount", "credited.amount", "invoices.1.left.amount"));
        Assert.Equal("more-than-outstanding 61.00 0.00", Said((await Preview("130", new { invoiceId = soon, amount = Usd("61") })).Ok(), "refusal.code", "allocated.amount", "credited.amount"));
        Assert.Equal("amount-not-positive", (await Preview("-1")).Ok().Text("refusal.code"));
        Assert.Empty((await Ours.Get("/api/payments")).Ok()["items"]!.AsArray());
        (await Theirs.Post("/api/payments/preview", new { clientId = client, amount = Usd("1") })).Refused("unknown-client");
        (await Ours.As(Role.Viewer).Post("/api/payments/preview", new { clientId = client, amount = Usd("1") })).Refused("not-permitted", 403);

        var note = (await Ours.Post($"/api/invoices/{soon}/credit-notes/preview", new { reason = "", lines = new[] { new { description = "One piece", unitPrice = "20" } } })).Ok();
        Assert.Equal("20.00 20.00 0.00 40.00 60.00", Said(note, "total.amount", "offInvoice.amount", "toCredit.amount", "outstanding.amount", "creditable.amount"));
        Assert.Empty((await Ours.Get("/api/credit-notes")).Ok()["items"]!.AsArray());
        (await Theirs.Post($"/api/invoices/{soon}/credit-notes/preview", new { reason = "" })).Refused("not-found", 404);
    }

    [Fact]
    public async Task is_listed_filtered_added_up_per_currency_and_exported_as_listed()
    {
        var client = (await Ours.Client()).Text("id");
        async Task<string> Pay(string reference, string amount, string currency, string method, string on) =>
            (await Ours.Post("/api/payments", new { clientId = client, reference, amount = new { amount, currency }, method, receivedOn = on, allocations = Array.Empty<object>() })).Ok(201).Text("id");
        await Pay("A", "10", "USD", "cash", "2025-10-01");
        await Pay("B", "20", "USD", "card", "2025-11-01");
        await Pay("C", "5", "EUR", "card", "2025-11-02");
        var bounced = await Pay("D", "40", "USD", "cheque", "2025-11-03");
        (await Ours.Post($"/api/payments/{bounced}/undo", new { reason = "Bounced" })).Ok();

        var all = (await Ours.Get("/api/payments")).Ok();
        Assert.Equal("4 EUR 5.00 1 USD 30.00 3", Said(all, "count", "totals.0.currency", "totals.0.amount.amount", "totals.0.payments", "totals.1.currency", "totals.1.amount.amount", "totals.1.payments"));
        async Task<string> Listed(string query) => string.Join("", (await Ours.Get($"/api/payments?{query}")).Ok()["items"]!.AsArray().Select(row => row.Text("reference")));
        Assert.Equal("CB", await Listed("method=card"));
        Assert.Equal("C", await Listed("currency=eur"));
        Assert.Equal("D", await Listed("undone=true"));
        Assert.Equal("0.00 5.00", Said(all, "items.0.refundable.amount", "items.1.refundable.amount"));
        Assert.Equal("BA", await Listed("undone=false&currency=USD"));
        Assert.Equal("DCB", await Listed("from=2025-11-01&to=2025-11-30"));
        Assert.Equal("AB", await Listed("minAmount=10&maxAmount=20&sort=amount"));
        (await Ours.Get("/api/payments?method=gold")).Refused("bad-request", 400);
        var rest = (await Ours.Get($"/api/payments?limit=3&cursor={Uri.EscapeDataString((await Ours.Get("/api/payments?limit=3")).Ok().Text("nextCursor"))}")).Ok();
        Assert.Equal("A ", $"{rest.Text("items.0.reference")} {rest["totals"]}");

        Assert.Equal(["B", "A"], JsonNode.Parse((await Ours.Get("/api/payments/export?format=json&undone=false&currency=USD")).Text)!.AsArray().Select(row => row.Text("reference")));
        Assert.StartsWith("Received On,Reference,Client,Method,Amount,Fee,Allocated,Credited,Refunded,Currency,Undone,Note", (await Ours.Get("/api/payments/export")).Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        (await Ours.Get("/api/payments/export?format=pdf")).Refused("bad-request", 400);
        Assert.Equal("[]", (await Theirs.Get("/api/payments/export?format=json")).Text.Trim());
        Assert.Equal("0", (await Theirs.Get("/api/payments")).Ok().Text("count"));
    }

    private static string Said(JsonNode node, params string[] paths) => string.Join(' ', paths.Select(path => node.Text(path)));
}
