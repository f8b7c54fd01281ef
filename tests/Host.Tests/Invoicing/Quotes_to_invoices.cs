using System.Text;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

public class Quotes_to_invoices : Bureau
{
    private static readonly object Work = new { description = "Work", quantity = "2", unitPrice = "50", taxes = new[] { new { name = "VAT", rate = "10" } } };

    [Fact]
    public async Task are_written_issued_and_accepted_into_one_draft_that_both_know()
    {
        var client = (await Ours.Client("Meadow Health", new { termsDays = 14 })).Text("id");
        var draft = (await Ours.Post("/api/quotes", new { clientId = client, lines = new[] { Work }, discount = new { percent = "10" }, notes = "Gladly", purchaseOrder = "PO 7" })).Ok(201);
        var id = draft.Text("id");
        Assert.Equal("draft  100.00 10.00 9.00 99.00 USD Meadow Health", Shown(draft));
        (await Ours.Put($"/api/quotes/{id}", new { clientId = client, lines = new[] { Work, Work } }, ("If-Match", $"\"{draft.Text("version")}\""))).Ok();
        (await Ours.Put($"/api/quotes/{id}", new { clientId = client, lines = new[] { Work } }, ("If-Match", $"\"{draft.Text("version")}\""))).Refused("conflict", 409);
        (await Ours.Put($"/api/quotes/{id}", new { clientId = client, lines = new[] { Work }, discount = new { percent = "10" }, notes = "Gladly", purchaseOrder = "PO 7" })).Ok();
        (await Ours.Post($"/api/quotes/{id}/accept")).Refused("quote-not-issued");

        var issued = (await Ours.Post($"/api/quotes/{id}/issue", new { })).Ok();
        Assert.Equal("open Q-2025-0001 100.00 10.00 9.00 99.00 USD Meadow Health", Shown(issued));
        Assert.Equal("2025-11-19 2025-12-19", $"{issued.Text("issueDate")} {issued.Text("validUntil")}");
        (await Ours.Put($"/api/quotes/{id}", new { clientId = client, lines = new[] { Work } })).Refused("quote-issued");

        var both = await Task.WhenAll(Ours.Post($"/api/quotes/{id}/accept"), Ours.Post($"/api/quotes/{id}/accept"));
        var accepted = both[0].Ok();
        Assert.Equal(accepted.ToJsonString(), both[1].Ok().ToJsonString());
        Assert.Equal("accepted 2025-11-19", $"{accepted.Text("state")} {accepted.Text("acceptedOn")}");
        var invoice = (await Ours.Get($"/api/invoices/{accepted.Text("invoiceId")}")).Ok();
        Assert.Equal($"draft 100.00 10.00 99.00 14 Gladly PO 7 {id}", $"{invoice.Text("state")} {invoice.Text("subtotal.amount")} {invoice.Text("discount.amount")} {invoice.Text("total.amount")} {invoice.Text("termsDays")} {invoice.Text("notes")} {invoice.Text("purchaseOrder")} {invoice.Text("quote")}");
        Assert.Equal("(1)", await Table("select count(*) from invoicing_invoices"));
        Assert.Equal("quote_drafted quote_lines_written quote_discount_offered quote_worded quote_lines_written quote_discount_dropped quote_worded quote_lines_written quote_discount_offered quote_worded quote_issued quote_accepted", await Events(id));

        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Get, "/history"), (HttpMethod.Get, "/pdf"), (HttpMethod.Post, "/accept"), (HttpMethod.Post, "/duplicate"), (HttpMethod.Post, "/issue"), (HttpMethod.Delete, "") })
            (await Theirs.Send(method, $"/api/quotes/{id}{path}")).Refused("not-found", 404);
        Assert.Empty((await Theirs.Get("/api/quotes")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task hold_through_their_last_day_there_and_expire_until_they_are_prolonged()
    {
        var id = await Issued(Ours, new { validUntil = "2025-11-20" });
        Clock.Forward(TimeSpan.FromHours(40)); // 04:00 on the 21st in UTC is still the 20th in New York
        Assert.Equal("open", (await Ours.Get($"/api/quotes/{id}")).Ok().Text("state"));
        Clock.Forward(TimeSpan.FromHours(1));
        Assert.Equal("expired", (await Ours.Get($"/api/quotes/{id}")).Ok().Text("state"));
        Assert.Equal("expired 1 0", (await Ours.Get("/api/quotes?status=expired")).Ok() is var list ? $"{list.Text("items.0.state")} {list.Text("counts.expired")} {list.Text("counts.open")}" : "");
        (await Ours.Post($"/api/quotes/{id}/accept")).Refused("quote-expired");
        (await Ours.Post($"/api/quotes/{id}/prolong", new { validUntil = "2025-11-20" })).Refused("validity-past");
        Assert.Equal("open 2025-12-31", (await Ours.Post($"/api/quotes/{id}/prolong", new { validUntil = "2025-12-31" })).Ok() is var longer ? $"{longer.Text("state")} {longer.Text("validUntil")}" : "");
        Assert.Equal("accepted", (await Ours.Post($"/api/quotes/{id}/accept")).Ok().Text("state"));
    }

    [Fact]
    public async Task are_declined_withdrawn_duplicated_and_dropped()
    {
        var (one, two) = (await Issued(Ours), await Issued(Ours));
        (await Ours.Post($"/api/quotes/{one}/decline", new { reason = " " })).Refused("reason-missing");
        Assert.Equal("declined Too dear 2025-11-19", (await Ours.Post($"/api/quotes/{one}/decline", new { reason = "Too dear" })).Ok() is var no ? $"{no.Text("state")} {no.Text("ended.reason")} {no.Text("ended.on")}" : "");
        (await Ours.Post($"/api/quotes/{one}/accept")).Refused("quote-closed");
        Assert.Equal("withdrawn", (await Ours.Post($"/api/quotes/{two}/withdraw", new { reason = "Sold out" })).Ok().Text("state"));
        var copy = (await Ours.Post($"/api/quotes/{one}/duplicate")).Ok(201);
        Assert.Equal("draft  110.00", $"{copy.Text("state")} {copy.Text("number")} {copy.Text("total.amount")}");
        (await Ours.Delete($"/api/quotes/{copy.Text("id")}")).Ok();
        (await Ours.Get($"/api/quotes/{copy.Text("id")}")).Refused("not-found", 404);
        Assert.Equal("Q-2025-0003", (await Ours.Get($"/api/quotes/{await Issued(Ours)}")).Ok().Text("number")); // the dropped draft had taken none
        Assert.Equal("3 1 1 1 0 USD 330.00", (await Ours.Get("/api/quotes")).Ok() is var all ? $"{all.Text("count")} {all.Text("counts.open")} {all.Text("counts.declined")} {all.Text("counts.withdrawn")} {all.Text("counts.draft")} {all.Text("totals.0.currency")} {all.Text("totals.0.total.amount")}" : "");
        (await Ours.As(Role.Viewer).Post($"/api/quotes/{one}/duplicate")).Refused("not-permitted", 403);
        (await Ours.Get("/api/quotes?status=lost")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task are_found_sorted_and_paged()
    {
        foreach (var name in new[] { "Alder", "Birch", "Cedar" }) await Issued(Ours, null, name);
        await Issued(Theirs, null, "Alder");
        Assert.Equal("Birch", string.Join(' ', (await Ours.Get("/api/quotes?search=bir")).Ok()["items"]!.AsArray().Select(row => row.Text("clientName"))));
        var first = (await Ours.Get("/api/quotes?sort=client&limit=2")).Ok();
        var rest = (await Ours.Get($"/api/quotes?sort=client&limit=2&cursor={first.Text("nextCursor")}")).Ok();
        Assert.Equal("Alder Birch Cedar", string.Join(' ', first["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(row => row.Text("clientName"))));
        Assert.Equal("", rest.Text("count"));
        Assert.Equal("3", (await Ours.Get("/api/quotes?from=2025-11-19&to=2025-11-19&status=open")).Ok().Text("count"));
        Assert.Equal("0", (await Ours.Get("/api/quotes?from=2025-11-20")).Ok().Text("count"));
    }

    [Fact]
    public async Task are_printed_once_and_previewed_before_they_are_saved()
    {
        var id = await Issued(Ours, null, "Meadow Health");
        await Until("it is printed", async () => await Table("select name from invoicing_kept_papers") == "(Q-2025-0001.pdf)");
        var paper = (await Ours.Get($"/api/quotes/{id}/pdf")).Body;
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(paper[..8]), StringComparison.Ordinal);
        (await Ours.Post($"/api/quotes/{id}/prolong", new { validUntil = "2026-12-31" })).Ok();
        (await Ours.Put("/api/invoicing-settings", new { footer = "Another foot" })).Ok();
        Assert.Equal(paper, (await Ours.Get($"/api/quotes/{id}/pdf")).Body);

        var client = (await Ours.Client("Preview")).Text("id");
        var preview = (await Ours.Post("/api/quotes/preview", new { clientId = client, lines = new object[] { Work, new { description = "", unitPrice = "1" } } })).Ok();
        Assert.Equal("111.00 description-missing 1", $"{preview.Text("total.amount")} {preview.Text("refusal.code")} {preview.Text("refusal.line")}");
        (await Ours.Post("/api/quotes/preview", new { clientId = (await Theirs.Client()).Text("id"), lines = new[] { Work } })).Refused("unknown-client");
    }

    [Fact]
    public async Task tell_what_happened_and_how_they_stood_then()
    {
        var id = await Issued(Ours);
        (await Ours.Post($"/api/quotes/{id}/decline", new { reason = "Too dear" })).Ok();
        var history = (await Ours.Get($"/api/quotes/{id}/history")).Ok();
        Assert.Equal("invoicing.quote_declined Too dear declined", $"{history.Text("items.0.event")} {history.Text("items.0.facts.reason")} {history.Text("then.state")}");
        Assert.Equal("draft", (await Ours.Get($"/api/quotes/{id}/history?at=2")).Ok().Text("then.state"));
        (await Ours.Get($"/api/quotes/{id}/history?at=soon")).Refused("bad-request", 400);
        var invoice = (await Ours.Post("/api/invoices", new { clientId = (await Ours.Client("Other")).Text("id"), lines = new[] { Work } })).Ok(201).Text("id");
        (await Ours.Get($"/api/quotes/{invoice}")).Refused("not-found", 404);
        (await Ours.Get($"/api/quotes/{invoice}/pdf")).Refused("not-found", 404);
        (await Ours.Get($"/api/invoices/{id}/pdf")).Refused("not-found", 404);
    }

    [Fact]
    public async Task of_a_client_put_away_meanwhile_are_neither_issued_nor_accepted()
    {
        var client = (await Ours.Client()).Text("id");
        var (draft, open) = ((await Ours.Post("/api/quotes", new { clientId = client, lines = new[] { Work } })).Ok(201).Text("id"), (await Ours.Post("/api/quotes", new { clientId = client, lines = new[] { Work } })).Ok(201).Text("id"));
        (await Ours.Post($"/api/quotes/{open}/issue", new { })).Ok();
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        (await Ours.Post($"/api/quotes/{draft}/issue", new { })).Refused("client-archived");
        (await Ours.Post($"/api/quotes/{open}/accept")).Refused("client-archived");
        Assert.Equal("open", (await Ours.Get($"/api/quotes/{open}")).Ok().Text("state"));
        Assert.Equal("", await Table("select id from invoicing_invoices"));
    }

    private static string Shown(JsonNode quote) => $"{quote.Text("state")} {quote.Text("number")} {quote.Text("subtotal.amount")} {quote.Text("discount.amount")} {quote.Text("tax.amount")} {quote.Text("total.amount")} {quote.Text("currency")} {quote.Text("client.name")}";

    private static async Task<string> Issued(Desk desk, object? terms = null, string client = "Meadow Health")
    {
        var id = (await desk.Post("/api/quotes", new { clientId = (await desk.Client(client)).Text("id"), lines = new[] { Work } })).Ok(201).Text("id");
        (await desk.Post($"/api/quotes/{id}/issue", terms ?? new { })).Ok();
        return id;
    }
}
