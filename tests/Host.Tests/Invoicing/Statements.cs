using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Invoicing;

public class Statements : Bureau
{
    [Fact]
    public async Task tell_what_a_client_and_its_doubles_owed_on_a_day()
    {
        var (client, twin) = ((await Ours.Client("Meadow")).Text("id"), (await Ours.Client("Medow")).Text("id"));
        var first = await Issued(client, "300", "2025-10-01");
        await Issued(twin, "200", "2025-11-10");
        var dropped = await Issued(client, "70", "2025-10-05");
        (await Ours.Post($"/api/invoices/{dropped}/void", new { reason = "By mistake" })).Ok();
        (await Ours.Post($"/api/invoices/{first}/payments", new { reference = "A", amount = Usd("320"), receivedOn = "2025-10-20" })).Ok();
        (await Ours.Post($"/api/clients/{twin}/merge", new { into = client })).Ok();
        await Issued((await Ours.Client("Orchard")).Text("id"), "5", "2025-10-01");

        var statement = (await Ours.Get($"/api/clients/{twin}/statement")).Ok();
        Assert.Equal($"{client} Meadow 2025-11-19", $"{statement.Text("id")} {statement.Text("name")} {statement.Text("at")}");
        Assert.Equal("2025-10-01 invoice 300.00 300.00, 2025-10-20 payment -320.00 -20.00, 2025-11-10 invoice 200.00 180.00", Lines(statement));
        var then = (await Ours.Get($"/api/clients/{client}/statement?at=2025-10-31")).Ok();
        Assert.Equal("2025-10-01 invoice 300.00 300.00, 2025-10-20 payment -320.00 -20.00", Lines(then));
        Assert.Equal("-20.00", then.Text("accounts.0.balance.amount"));
        Assert.Empty((await Ours.Get($"/api/clients/{client}/statement?at=2025-09-30")).Ok()["accounts"]!.AsArray());
        Assert.Equal("(180.00)", await Table($"select (sum(outstanding) - (select sum(balance) from invoicing_client_accounts where client_id = '{client}'))::numeric(20, 2) from invoicing_invoices where client_id in ('{client}', '{twin}') and standing = 'issued'"));

        Assert.Equal(
            "Date,Kind,Reference,Due Date,Amount,Balance,Currency\r\n2025-10-01,invoice,INV-2025-0001,2025-10-31,300.00,300.00,USD\r\n2025-10-20,payment,A,,-320.00,-20.00,USD\r\n",
            (await Ours.Get($"/api/clients/{client}/statement/export?at=2025-10-31")).Text.TrimStart('\uFEFF'));
        Assert.Equal((byte)'P', (await Ours.Get($"/api/clients/{twin}/statement/export?format=xlsx")).Body[0]);
        (await Ours.Get($"/api/clients/{client}/statement/export?format=pdf")).Refused("bad-request", 400);
        (await Theirs.Get($"/api/clients/{client}/statement/export")).Refused("not-found", 404);
        (await Theirs.Get($"/api/clients/{client}/statement")).Refused("not-found", 404);
        (await Ours.As(Web.Role.Viewer).Get($"/api/clients/{client}/statement")).Ok();
        (await Ours.Get($"/api/clients/{client}/statement?at=soon")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task of_what_was_credited_and_refunded_balance_too()
    {
        var client = (await Ours.Client()).Text("id");
        var invoice = await Issued(client, "100", "2025-11-01");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = Usd("40"), receivedOn = "2025-11-02" })).Ok();
        (await Ours.Post($"/api/invoices/{invoice}/credit-notes", new { reason = "Damaged", lines = new[] { new { description = "One piece", unitPrice = "30" } } })).Ok(201);
        var payment = (await Ours.Get("/api/payments")).Ok().Text("items.0.id");
        (await Ours.Post($"/api/payments/{payment}/refund", new { amount = Usd("10"), reason = "Returned" })).Ok();
        Assert.Equal("2025-11-01 invoice 100.00 100.00, 2025-11-02 payment -30.00 70.00, 2025-11-19 creditNote -30.00 40.00", Lines((await Ours.Get($"/api/clients/{client}/statement")).Ok()));
        Assert.Equal("40.00", (await Ours.Get($"/api/invoices/{invoice}")).Ok().Text("outstanding.amount"));
    }

    private static string Lines(JsonNode statement) => string.Join(", ", statement["accounts"]![0]!["lines"]!.AsArray().Select(line => $"{line.Text("date")} {line.Text("kind")} {line.Text("amount.amount")} {line.Text("balance.amount")}"));
}
