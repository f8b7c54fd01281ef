using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Web;

namespace Billing.Host.Tests.Invoicing;

public class Invoices_from_draft_to_paid : Bureau
{
    [Fact]
    public async Task are_drafted_issued_paid_in_part_and_paid()
    {
        var client = (await Ours.Client("Meadow Health", new { termsDays = 14 })).Text("id");
        var reply = await Ours.Post("/api/invoices", new { clientId = client, lines = new object[] { Line("Work", "2", "50", Tax("10")) }, purchaseOrder = "PO 7" });
        var draft = reply.Ok(201);
        var id = draft.Text("id");
        Assert.Equal("draft draft  100.00 10.00 110.00 0.00 0.00 USD Meadow Health", Shown(draft));
        Assert.Equal("VAT 10 100.00 10.00", $"{draft.Text("taxes.0.name")} {draft.Text("taxes.0.rate")} {draft.Text("taxes.0.on.amount")} {draft.Text("taxes.0.amount.amount")}");

        var issued = await Issue(id);
        Assert.Equal("issued open INV-2025-0001 100.00 10.00 110.00 0.00 110.00 USD Meadow Health", Shown(issued));
        Assert.Equal("2025-11-19 2025-12-03", $"{issued.Text("issueDate")} {issued.Text("dueDate")}");

        var partly = (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "A", amount = Usd("40"), receivedOn = "2025-11-20" })).Ok();
        Assert.Equal("issued partlyPaid INV-2025-0001 100.00 10.00 110.00 40.00 70.00 USD Meadow Health", Shown(partly));
        Assert.Equal(partly.Text("version"), (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "A", amount = Usd("40"), receivedOn = "2025-11-20" })).Ok().Text("version"));
        var paid = (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "B", amount = Usd("100") })).Ok();
        Assert.Equal("paid paid INV-2025-0001 100.00 10.00 110.00 110.00 0.00 USD Meadow Health", Shown(paid));
        Assert.Equal("invoice_drafted invoice_lines_written invoice_terms_agreed invoice_worded invoice_issued payment_allocated payment_allocated", await Events(id));
        Assert.Equal("(30)", await Table("select balance from invoicing_client_accounts where tenant_id = 'ours'")); // what was too much is the client's credit

        var again = (await Ours.Get($"/api/invoices/{id}")).Ok();
        Assert.Equal(paid.ToJsonString(), again.ToJsonString());
        (await Theirs.Get($"/api/invoices/{id}")).Refused("not-found", 404);
    }

    [Fact]
    public async Task are_written_anew_as_a_whole_until_they_are_issued()
    {
        var client = (await Ours.Client()).Text("id");
        var draft = (await Ours.Post("/api/invoices", new { clientId = client, lines = new[] { Line() } })).Ok(201);
        var (id, version) = (draft.Text("id"), draft.Text("version"));
        var put = (await Ours.Put($"/api/invoices/{id}", new { clientId = client, lines = new[] { Line("Other work", "3") }, discount = new { percent = "50" } }, ("If-Match", $"\"{version}\""))).Ok();
        Assert.Equal("300.00 150.00 150.00", $"{put.Text("subtotal.amount")} {put.Text("discount.amount")} {put.Text("total.amount")}");
        (await Ours.Put($"/api/invoices/{id}", new { clientId = client, lines = new[] { Line() } }, ("If-Match", $"\"{version}\""))).Refused("conflict", 409);
        (await Ours.Put($"/api/invoices/{id}", new { clientId = client, lines = new[] { Line() }, discount = new { amount = Usd("150") } })).Refused("discount-above-subtotal");
        (await Theirs.Put($"/api/invoices/{id}", new { clientId = (await Theirs.Client()).Text("id"), lines = new[] { Line() } })).Refused("not-found", 404);
        await Issue(id);
        (await Ours.Put($"/api/invoices/{id}", new { clientId = client, lines = new[] { Line() } })).Refused("not-a-draft");
        (await Ours.Post($"/api/invoices/{id}/issue", new { })).Refused("already-issued");
        (await Ours.Delete($"/api/invoices/{id}")).Refused("not-a-draft");
    }

    [Fact]
    public async Task are_previewed_with_what_is_still_wrong()
    {
        var client = (await Ours.Client()).Text("id");
        var preview = (await Ours.Post("/api/invoices/preview", new { clientId = client, lines = new object[] { Line("", "2", "50", Tax("10")) } })).Ok();
        Assert.Equal("110.00 description-missing 0 2025-12-19", $"{preview.Text("total.amount")} {preview.Text("refusal.code")} {preview.Text("refusal.line")} {preview.Text("dueDate")}");
        Assert.Equal("", (await Ours.Post("/api/invoices/preview", new { clientId = client, lines = new[] { Line() } })).Ok().Text("refusal"));
        Assert.Equal("0", await Table("select count(*) from invoicing_invoices") is "(0)" ? "0" : "some");
        (await Ours.Post("/api/invoices/preview", new { clientId = (await Theirs.Client()).Text("id"), lines = new[] { Line() } })).Refused("unknown-client");
    }

    [Fact]
    public async Task hold_charges_until_they_are_dropped_or_voided_and_trace_them_to_the_cent()
    {
        var client = (await Ours.Client()).Text("id");
        var (one, two) = ((await Ours.Charge(client, "19.99")).Text("id"), (await Ours.Charge(client, "5")).Text("id"));
        var draft = (await Ours.Post("/api/invoices", new { clientId = client, charges = new[] { one, two } })).Ok(201);
        Assert.Equal("24.99", draft.Text("total.amount"));
        (await Ours.Post("/api/invoices", new { clientId = client, charges = new[] { one } })).Refused("charge-not-open");
        (await Ours.Delete($"/api/invoices/{draft.Text("id")}")).Ok();
        (await Ours.Get($"/api/invoices/{draft.Text("id")}")).Refused("not-found", 404);

        var id = (await Ours.Post("/api/invoices", new { clientId = client, charges = new[] { one, two }, lines = new object[] { Line("By hand", "1", "10", Tax("10")) }, discount = new { amount = Usd("4.99") } })).Ok(201).Text("id");
        await Issue(id);
        var trace = (await Ours.Get($"/api/invoices/{id}/trace")).Ok();
        Assert.Equal(decimal.Parse(trace.Text("amount.amount"), System.Globalization.CultureInfo.InvariantCulture), Leaves(trace));
        Assert.Equal("line charge fact manual", $"{trace.Text("parts.1.kind")} {trace.Text("parts.1.parts.0.kind")} {trace.Text("parts.1.parts.0.parts.0.kind")} {trace.Text("parts.1.parts.0.parts.0.module")}");

        var tax = trace["parts"]!.AsArray()[^1]!; // 4.99 of 34.99 is off, 1.43 of it on the line that is taxed
        Assert.Equal("tax VAT 10 8.57 0.86", $"{tax.Text("kind")} {tax.Text("tax.name")} {tax.Text("tax.rate")} {tax.Text("tax.on.amount")} {tax.Text("amount.amount")}");
        Assert.Equal("By hand 8.57", $"{tax.Text("tax.lines.0.description")} {tax.Text("tax.lines.0.on.amount")}");
        Assert.Equal("By hand", trace.Text($"parts.{int.Parse(tax.Text("tax.lines.0.line"), System.Globalization.CultureInfo.InvariantCulture) - 1}.label"));

        (await Ours.As(Role.Member).Post($"/api/invoices/{id}/void", new { reason = "Wrong" })).Refused("not-permitted", 403);
        Assert.Equal("voided", (await Ours.Post($"/api/invoices/{id}/void", new { reason = "Wrong" })).Ok().Text("state"));
        Assert.Equal("(open)\n(open)", await Table("select state from invoicing_charges where tenant_id = 'ours'"));
        var anew = (await Ours.Post($"/api/invoices/{id}/duplicate")).Ok(201);
        Assert.Equal((id, "(invoiced)\n(invoiced)"), (anew.Text("replaces"), await Table("select state from invoicing_charges where tenant_id = 'ours'")));
        Assert.Equal("INV-2025-0002", (await Issue(anew.Text("id"))).Text("number"));
    }

    [Fact]
    public async Task are_listed_filtered_counted_and_added_up_per_currency()
    {
        var (meadow, elm) = ((await Ours.Client("Meadow Health")).Text("id"), (await Ours.Client("Elm Court")).Text("id"));
        await Issue(await Draft(meadow, "100", "2025-11-19"));
        await Issue(await Draft(meadow, "200", "2025-10-01")); // due 2025-10-31
        var paid = await Draft(elm, "300", "2025-11-01");
        await Issue(paid);
        (await Ours.Post($"/api/invoices/{paid}/payments", new { reference = "A", amount = Usd("300") })).Ok();
        await Draft(elm, "400");
        var theirs = (await Theirs.Client("Meadow Health")).Text("id");
        (await Theirs.Post("/api/invoices", new { clientId = theirs, lines = new[] { Line() } })).Ok(201);

        var list = (await Ours.Get("/api/invoices")).Ok();
        Assert.Equal("4 USD 1000.00 300.00 300.00 200.00", $"{list.Text("count")} {list.Text("totals.0.currency")} {list.Text("totals.0.total.amount")} {list.Text("totals.0.paid.amount")} {list.Text("totals.0.outstanding.amount")} {list.Text("totals.0.overdue.amount")}");
        Assert.Equal("4 1 2 1 0 1 1 0 0 3", string.Join(' ', list["counts"]!.AsObject().Select(count => count.Value!.ToString())));
        Assert.Equal(["draft", "open", "paid", "overdue"], list["items"]!.AsArray().Select(row => row.Text("state")));
        Assert.Equal("1 200.00", await Found("status=overdue"));
        Assert.Equal("2 300.00", await Found("status=overdue&status=open"));
        Assert.Equal("2 700.00", await Found($"clientId={elm}"));
        Assert.Equal("1 300.00", await Found("from=2025-11-01&to=2025-11-18"));
        Assert.Equal("2 700.00", await Found("search=elm"));
        Assert.Equal("1 100.00", await Found("search=INV-2025-0001"));
        Assert.Equal("1 200.00", await Found("overdue=true"));
        (await Ours.Get("/api/invoices?status=late")).Refused("bad-request", 400);

        var first = (await Ours.Get("/api/invoices?limit=3&sort=total")).Ok();
        var second = (await Ours.Get($"/api/invoices?limit=3&sort=total&cursor={first.Text("nextCursor")}")).Ok();
        Assert.Equal(["100.00", "200.00", "300.00", "400.00"], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(row => row.Text("total.amount")));
    }

    [Fact]
    public async Task tell_what_happened_and_how_they_stood_then()
    {
        var id = await Draft((await Ours.Client()).Text("id"));
        await Issue(id);
        (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "A", amount = Usd("100") })).Ok();
        var history = (await Ours.Get($"/api/invoices/{id}/history")).Ok();
        Assert.Equal("invoicing.payment_allocated 100.00 USD", $"{history.Text("items.0.event")} {history.Text("items.0.facts.amount")}");
        var then = (await Ours.Get($"/api/invoices/{id}/history?at=4")).Ok();
        Assert.Equal("open INV-2025-0001 4", $"{then.Text("then.state")} {then.Text("then.number")} {then["items"]!.AsArray().Count}");
        Assert.Equal("draft", (await Ours.Get($"/api/invoices/{id}/history?at=3")).Ok().Text("then.state"));
        (await Ours.Get($"/api/invoices/{id}/history?at=yesterday")).Refused("bad-request", 400);
        (await Theirs.Get($"/api/invoices/{id}/history")).Refused("not-found", 404);
    }

    [Fact]
    public async Task are_printed_as_they_were_issued()
    {
        var id = await Draft((await Ours.Client()).Text("id"));
        Assert.Equal("application/pdf", (await Ours.Get($"/api/invoices/{id}/pdf")).MediaType);
        await Issue(id);
        var printed = await Ours.Get($"/api/invoices/{id}/pdf");
        Assert.Empty((await Ours.Get($"/api/invoices/{id}/links")).Ok()["items"]!.AsArray()); // nobody said where people reach the product
        Assert.Equal("%PDF-", printed.Text[..5]);
        (await Ours.Put("/api/invoicing-settings", new { footer = "Something new" })).Ok();
        Assert.Equal(printed.Body, (await Ours.Get($"/api/invoices/{id}/pdf")).Body); // what was chosen later is not on it
        var note = (await Ours.Post($"/api/invoices/{id}/credit-notes", new { reason = "Damaged" })).Ok(201).Text("id");
        Assert.Equal("%PDF-", (await Ours.Get($"/api/credit-notes/{note}/pdf")).Text[..5]);
        (await Theirs.Get($"/api/invoices/{id}/pdf")).Refused("not-found", 404);
        (await Theirs.Get($"/api/credit-notes/{note}/pdf")).Refused("not-found", 404);
        (await Ours.Get($"/api/credit-notes/{id}/pdf")).Refused("not-found", 404);
    }

    private async Task<string> Found(string filter)
    {
        var list = (await Ours.Get($"/api/invoices?{filter}")).Ok();
        return $"{list.Text("count")} {list.Text("totals.0.total.amount")}";
    }

    private static string Shown(JsonNode invoice) => $"{invoice.Text("status")} {invoice.Text("state")} {invoice.Text("number")} {invoice.Text("subtotal.amount")} {invoice.Text("tax.amount")} {invoice.Text("total.amount")} {invoice.Text("paid.amount")} {invoice.Text("outstanding.amount")} {invoice.Text("currency")} {invoice.Text("client.name")}";

    private static decimal Leaves(JsonNode node) => node["parts"]!.AsArray() is { Count: > 0 } parts ? parts.Sum(part => Leaves(part!)) : decimal.Parse(node.Text("amount.amount"), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> Draft(string client, string price = "100", string? issueDate = null) => (await Ours.Post("/api/invoices", new { clientId = client, lines = new[] { Line("Work", "1", price) }, issueDate })).Ok(201).Text("id");

    private async Task<JsonNode> Issue(string id) => (await Ours.Post($"/api/invoices/{id}/issue", new { })).Ok();

    private static object Line(string description = "Work", string quantity = "1", string unitPrice = "100", params object[] taxes) => new { description, quantity, unitPrice, taxes };

    private static object Tax(string rate) => new { name = "VAT", rate };
}
