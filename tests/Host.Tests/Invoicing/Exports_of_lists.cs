using System.Globalization;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using FsCheck;
using FsCheck.Fluent;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

public class Exports_of_lists : Bureau
{
    private static readonly object[] Rates = [new { name = "VAT", rate = "19" }, new { name = "GST", rate = "5" }, new { name = "PST", rate = "9.975" }];

    private static readonly Gen<object> Lines =
        from quantity in Gen.Choose(1, 20_000)
        from price in Gen.Choose(100, 5_000_000)
        from off in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 60)))
        from taxes in Gen.SubListOf(Rates)
        from kind in Gen.Frequency((5, Gen.Constant("item")), (1, Gen.Constant("shipping")))
        select (object)new { description = "Work", quantity = Written(quantity, 1_000), unitPrice = Written(price, 10_000), discount = off == 0 ? null : new { percent = Written(off, 1) }, taxes, kind };

    private static readonly Gen<Document> Documents =
        from currency in Gen.Elements("USD", "EUR", "JPY")
        from lines in Gen.Choose(1, 4).SelectMany(count => Lines.ListOf(count))
        from off in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 90)))
        from included in Gen.Elements(true, false)
        from taxFirst in Gen.Elements(true, false)
        from perLine in Gen.Elements("perDocument", "perLine")
        from then in Gen.Elements("draft", "open", "paid", "partlyPaid", "credited", "partlyCredited", "voided")
        select new Document(new { lines, currency, discount = off == 0 ? null : new { percent = Written(off, 1) }, pricesIncludeTax = included, taxBeforeDiscount = taxFirst, taxRounding = perLine }, currency, then);

    /// <summary>What holds for any invoices there can be: each line of the file adds up, and all of them come to what the invoices come to, per currency.</summary>
    [Fact]
    public void come_to_what_the_invoices_come_to() => Prop.ForAll(Documents.ListOf(8).ToArbitrary(), documents => AddsUp([.. documents]).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [Fact]
    public async Task of_charges_are_exactly_what_the_list_shows()
    {
        var (one, two) = ((await Ours.Client("One")).Text("id"), (await Ours.Client("Two")).Text("id"));
        await Ours.Charge(one, "3", new { period = new { from = "2025-10-01", through = "2025-10-31" } });
        await Ours.Charge(one, "1", new { currency = "EUR", description = "=1+1" });
        var last = await Ours.Charge(two, "2", new { quantity = "1.5", group = "Support" });
        await Ours.Charge(two, "-0.5");
        (await Ours.Post($"/api/charges/{last.Text("id")}/withdraw", new { reason = "By mistake" })).Ok();
        await Theirs.Charge((await Theirs.Client()).Text("id"));

        var list = (await Ours.Get("/api/charges")).Ok();
        Assert.Equal("4 4 3 0 1 EUR 1.00 1 USD 2.50 3", string.Join(' ', new[] { "count", "counts.all", "counts.open", "counts.invoiced", "counts.withdrawn", "totals.0.currency", "totals.0.amount.amount", "totals.0.charges", "totals.1.currency", "totals.1.amount.amount", "totals.1.charges" }.Select(list.Text)));
        Assert.Equal("2 3 2.50", (await Ours.Get("/api/charges?state=open&currency=USD")).Ok() is var open ? $"{open.Text("count")} {open.Text("counts.all")} {open.Text("totals.0.amount.amount")}" : "");
        Assert.Equal(["3.00"], await Amounts("from=2025-10-15&to=2025-10-20", "amount"));
        Assert.Equal(4, (await Amounts("to=2025-11-19", "amount")).Length);
        Assert.Equal(["3.00", "1.00"], await Amounts($"clientId={one}&sort=-amount", "amount"));
        Assert.Equal(["3.00", "3.00"], await Amounts("minAmount=3.00", "amount"));
        Assert.Equal(["3.00"], await Amounts("search=sup", "amount"));
        Assert.Equal(["-0.50", "1.00", "3.00", "3.00"], await Amounts("sort=amount", "amount"));
        Assert.Equal(4, (await Ours.Get("/api/charges?limit=1")).Ok()["count"]!.GetValue<int>());
        var file = (await Ours.Get("/api/charges/export?state=withdrawn")).Text;
        Assert.StartsWith("Client,Description,State,Source,Kind,Fact,From Date,Through Date,Available From,Quantity,Unit Price,Amount,Corrected,Currency,Tax Category,Group,Withdrawn Because,Posted At\r\nTwo,A visit,withdrawn,manual,charge,", file.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(",1.5,2,3.00,,USD,,Support,By mistake,2025-11-19T", file, StringComparison.Ordinal);
        Assert.Contains("'=1+1", (await Ours.Get("/api/charges/export")).Text, StringComparison.Ordinal);
        (await Ours.Get("/api/charges/export?state=lost")).Refused("bad-request", 400);
        (await Ours.Get("/api/charges?from=2025-11-02&to=2025-11-01")).Refused("bad-request", 400);
        (await Ours.Get("/api/charges/export?format=pdf")).Refused("bad-request", 400);

        async Task<string[]> Amounts(string query, string field) =>
            [.. JsonNode.Parse((await Ours.Get($"/api/charges/export?format=json&{query}")).Text)!.AsArray().Select(row => row.Text($"{field}.amount"))];
    }

    [Fact]
    public async Task of_clients_keep_to_the_filter()
    {
        await Ours.Client("Meadow", new { currency = "EUR", address = new { line1 = "Field Lane 1", country = "DE" }, taxTreatment = "reverseCharge" });
        var orchard = (await Ours.Client("Orchard", new { currency = "USD" })).Text("id");
        var hill = (await Ours.Client("Hill")).Text("id");
        await Theirs.Client("Not ours", new { currency = "EUR" });
        (await Ours.Delete($"/api/clients/{hill}")).Ok();
        Assert.Equal("Meadow Orchard", await Names(""));
        Assert.Equal("Orchard Meadow", await Names("sort=-name"));
        Assert.Equal("Hill", await Names("archived=true"));
        Assert.Equal("Hill Meadow Orchard", await Names("archived=all"));
        Assert.Equal("Meadow", await Names("currency=eur"));
        Assert.Equal("Meadow", await Names("country=de&taxTreatment=reverseCharge&search=field"));
        Assert.Equal("Orchard", await Names($"id={orchard}&id={hill}"));
        (await Ours.Get("/api/clients/export?archived=maybe")).Refused("bad-request", 400);
        (await Ours.Get("/api/clients/export?taxTreatment=none")).Refused("bad-request", 400);

        async Task<string> Names(string query) => string.Join(' ', JsonNode.Parse((await Ours.Get($"/api/clients/export?format=json&{query}")).Text)!.AsArray().Select(row => row.Text("name")));
    }

    [Fact]
    public async Task of_quotes_recurring_invoices_and_runs_keep_to_theirs()
    {
        var client = (await Ours.Client("Meadow")).Text("id");
        object[] lines = [new { description = "Work", unitPrice = "100", taxes = new[] { Rates[1] } }, new { description = "Parcel", unitPrice = "7", kind = "shipping" }];
        var quote = (await Ours.Post("/api/quotes", new { clientId = client, lines, discount = new { percent = "10" } })).Ok(201).Text("id");
        (await Ours.Post("/api/quotes", new { clientId = client, lines, currency = "EUR", pricesIncludeTax = true })).Ok(201);
        (await Ours.Post($"/api/quotes/{quote}/issue", new { })).Ok();
        Assert.Equal("Number,State,Client,Issue Date,Valid Until,Purchase Order,Subtotal,Discount,Shipping,Tax,Prices Include Tax,Total,Currency\r\nQ-2025-0001,open,Meadow,2025-11-19,2025-12-19,,100.00,10.00,7.00,4.50,FALSE,101.50,USD\r\n", (await Ours.Get("/api/quotes/export?status=open")).Text.TrimStart('\uFEFF'));
        Assert.Equal("107.00 101.50", string.Join(' ', JsonNode.Parse((await Ours.Get("/api/quotes/export?format=json")).Text)!.AsArray().Select(row => row.Text("total.amount"))));
        (await Ours.Get("/api/quotes/export?status=lost")).Refused("bad-request", 400);

        foreach (var (then, currency, from) in new[] { ("issue", "USD", "2025-11-30"), ("draft", "EUR", "2025-12-15") })
            (await Ours.Post("/api/recurring-invoices", new { clientId = client, schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = int.Parse(from[^2..], CultureInfo.InvariantCulture) }, from, then, currency, lines })).Ok(201);
        Assert.StartsWith("Client,State,Schedule,Next On,Total,Currency,Then,Invoiced,Left Out,Parked\r\nMeadow,active,", (await Ours.Get("/api/recurring-invoices/export?then=issue")).Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal("2025-11-30", await Next("then=issue"));
        Assert.Equal("2025-12-15", await Next("currency=eur"));
        Assert.Equal("2025-12-15", await Next("from=2025-12-01&to=2025-12-31"));
        Assert.Equal("2025-12-15 2025-11-30", await Next("sort=-next"));
        Assert.Equal("", await Next("status=paused"));
        Assert.Equal("1 2", (await Ours.Get("/api/recurring-invoices?status=active&then=draft")).Ok() is var drafted ? $"{drafted["items"]!.AsArray().Count} {(await Ours.Get("/api/recurring-invoices")).Ok().Text("counts.active")}" : "");
        (await Ours.Get("/api/recurring-invoices?then=sing")).Refused("bad-request", 400);

        await Ours.Charge(client, "80");
        var run = (await Ours.Post("/api/billing-runs", new { period = new { from = "2025-11-01", through = "2025-11-30" } })).Ok(202).Text("id");
        await Until("it waits for approval", async () => (await Ours.Get($"/api/billing-runs/{run}")).Ok().Text("state") == "toApprove");
        Assert.StartsWith("From Date,Through Date,State,Started At,Started By,Currency,Drafts,Drafted,Invoices,Issued,Parked,Left Out\r\n2025-11-01,2025-11-30,toApprove,2025-11-19T", (await Ours.Get("/api/billing-runs/export?state=toApprove")).Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.EndsWith(",USD,1,80.00,0,0.00,0,0", (await Ours.Get("/api/billing-runs/export?from=2025-11-30&to=2025-11-30&search=some")).Text.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("[]", (await Ours.Get("/api/billing-runs/export?format=json&state=done")).Text.Trim());
        Assert.Equal("[]", (await Ours.Get("/api/billing-runs/export?format=json&to=2025-10-31")).Text.Trim());
        Assert.Single((await Ours.Get("/api/billing-runs?state=toApprove")).Ok()["items"]!.AsArray());
        (await Ours.Get("/api/billing-runs?state=lost")).Refused("bad-request", 400);
        foreach (var list in new[] { "quotes", "recurring-invoices", "billing-runs", "charges" })
        {
            Assert.Equal("[]", (await Theirs.Get($"/api/{list}/export?format=json")).Text.Trim());
            Assert.StartsWith("PK", (await Ours.Get($"/api/{list}/export?format=xlsx")).Text, StringComparison.Ordinal);
        }

        async Task<string> Next(string query) => string.Join(' ', JsonNode.Parse((await Ours.Get($"/api/recurring-invoices/export?format=json&{query}")).Text)!.AsArray().Select(row => row.Text("nextOn")));
    }

    [Fact]
    public async Task of_invoices_are_found_by_the_day_they_are_due_and_as_billed()
    {
        var client = (await Ours.Client("Meadow", new { termsDays = 0 })).Text("id");
        foreach (var (date, end) in new[] { ("2025-11-19", ""), ("2025-11-18", ""), ("2025-10-20", ""), ("2025-10-19", "void"), ("2025-10-18", "uncollectible") })
        {
            var id = (await Ours.Post("/api/invoices", new { clientId = client, issueDate = date, lines = new[] { new { description = "Work", unitPrice = "1" } } })).Ok(201).Text("id");
            (await Ours.Post($"/api/invoices/{id}/issue", new { })).Ok();
            if (end.Length > 0) (await Ours.Post($"/api/invoices/{id}/{end}", new { reason = "x" })).Ok();
        }
        Assert.Equal("2025-11-18 2025-10-20", await Due("status=overdue&dueFrom=2025-10-20&dueTo=2025-11-18"));
        Assert.Equal("2025-11-19 2025-11-18 2025-10-20 2025-10-18", await Due("status=billed"));
        Assert.Equal("4", (await Ours.Get("/api/invoices")).Ok().Text("counts.billed"));
        (await Ours.Get("/api/invoices?dueFrom=2025-11-02&dueTo=2025-11-01")).Refused("bad-request", 400);

        async Task<string> Due(string query) => string.Join(' ', JsonNode.Parse((await Ours.Get($"/api/invoices/export?format=json&{query}")).Text)!.AsArray().Select(row => row.Text("dueDate")));
    }

    private async Task<bool> AddsUp(Document[] documents)
    {
        var client = (await Ours.Client("Meadow")).Text("id");
        var pages = new List<JsonNode>();
        foreach (var document in documents)
        {
            var body = System.Text.Json.JsonSerializer.SerializeToNode(document.Body)!.AsObject();
            body["clientId"] = client;
            var draft = (await Ours.Post("/api/invoices", body.ToJsonString())).Ok(201);
            await Settle(draft.Text("id"), draft, document);
            pages.Add((await Ours.Get($"/api/invoices/{draft.Text("id")}")).Ok());
        }
        var rows = JsonNode.Parse((await Ours.Get($"/api/invoices/export?format=json&clientId={client}")).Text)!.AsArray();
        var csv = (await Ours.Get($"/api/invoices/export?clientId={client}")).Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var totals = (await Ours.Get($"/api/invoices?clientId={client}")).Ok()["totals"]!.AsArray().ToDictionary(total => total.Text("currency"), total => total!);
        Assert.Equal(documents.Length, rows.Count);
        Assert.Equal(documents.Length + 1, csv.Length);
        var heads = csv[0].Split(',');
        var currency = Array.IndexOf(heads, "Currency");
        foreach (var row in rows)
        {
            var onTop = row!["pricesIncludeTax"]!.GetValue<bool>() ? 0 : Number(row, "tax");
            Assert.Equal(Number(row, "total"), Number(row, "subtotal") - Number(row, "discount") + Number(row, "shipping") + onTop);
            Assert.Equal(row.Text("state") is "Voided" ? 0 : Number(row, "total") - Number(row, "paid") - Number(row, "credited"), row.Text("state") is "Draft" ? Number(row, "total") : Number(row, "outstanding"));
        }
        foreach (var group in pages.GroupBy(page => page.Text("currency")))
        {
            var mine = rows.Where(row => row.Text("currency") == group.Key).ToList();
            foreach (var field in new[] { "subtotal", "discount", "total", "paid", "credited" })
            {
                var sum = group.Sum(page => Number(page, field));
                Assert.Equal(sum, mine.Sum(row => Number(row!, field)));
                var column = Array.FindIndex(heads, head => string.Equals(head, field, StringComparison.OrdinalIgnoreCase));
                Assert.Equal(sum, csv.Skip(1).Select(line => line.Split(',')).Where(cells => cells[currency] == group.Key).Sum(cells => decimal.Parse(cells[column], CultureInfo.InvariantCulture)));
            }
            Assert.Equal(Number(totals[group.Key], "total"), mine.Where(row => row.Text("state") != "Voided").Sum(row => Number(row!, "total")));
        }
        return true;
    }

    private async Task Settle(string id, JsonNode draft, Document document)
    {
        if (document.Then == "draft") return;
        (await Ours.Post($"/api/invoices/{id}/issue", new { })).Ok();
        var all = draft.Text("total.amount");
        var part = new { amount = document.Currency == "JPY" ? "1" : "0.01", currency = document.Currency };
        _ = document.Then switch
        {
            "paid" => (await Ours.Post($"/api/invoices/{id}/payments", new { reference = id, amount = new { amount = all, currency = document.Currency } })).Ok(),
            "partlyPaid" => (await Ours.Post($"/api/invoices/{id}/payments", new { reference = id, amount = part })).Ok(),
            "credited" => (await Ours.Post($"/api/invoices/{id}/credit-notes", new { reason = "All of it" })).Ok(201),
            "partlyCredited" => (await Ours.Post($"/api/invoices/{id}/credit-notes", new { reason = "A bit", lines = new[] { new { description = "A bit", unitPrice = part.amount } } })).Ok(201),
            "voided" => (await Ours.Post($"/api/invoices/{id}/void", new { reason = "By mistake" })).Ok(),
            _ => draft,
        };
    }

    private static decimal Number(JsonNode row, string field) => decimal.Parse(row.Text($"{field}.amount"), CultureInfo.InvariantCulture);

    private static string Written(int number, int per) => (number / (decimal)per).ToString(CultureInfo.InvariantCulture);

    private sealed record Document(object Body, string Currency, string Then);
}
