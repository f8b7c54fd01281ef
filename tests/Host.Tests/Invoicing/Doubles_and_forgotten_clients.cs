using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Invoicing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

public class Doubles_and_forgotten_clients : Bureau
{
    [Fact]
    public async Task a_double_gives_its_charges_and_ids_to_the_one_that_stays()
    {
        var stays = (await Ours.Client("Meadow Health", new { crmId = "C-1" })).Text("id");
        var gone = (await Ours.Client("Meadow Helth", new { stripeId = "cus_1", crmId = "C-2" })).Text("id");
        await Ours.Charge(gone, "40");
        await Ours.Charge(stays, "60");

        var merged = (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        Assert.Equal($"{stays} C-1", $"{merged.Text("id")} {merged.Text("crmId")}");
        await Until("the survivor has the double's Stripe customer", async () => (await Ours.Get($"/api/clients/{stays}")).Ok().Text("stripeId") == "cus_1");
        Assert.Equal("client_added client_linked_outside client_linked_outside client_merged", await Events(gone));
        Assert.Equal("client_added client_linked_outside client_took_over client_linked_outside", await Events(stays));
        Assert.Equal($"merged {stays}", (await Ours.Get($"/api/clients/{gone}")).Ok() is var card ? $"{card.Text("standing")} {card.Text("mergedInto")}" : "");
        Assert.Equal("Meadow Health", string.Join(' ', (await Ours.Get("/api/clients")).Ok()["items"]!.AsArray().Select(item => item.Text("name"))));

        var charges = (await Ours.Get($"/api/charges?clientId={stays}&sort=amount")).Ok()["items"]!.AsArray();
        Assert.Equal([$"40.00 Meadow Health {stays}", $"60.00 Meadow Health {stays}"], charges.Select(charge => $"{charge.Text("amount.amount")} {charge.Text("clientName")} {charge.Text("clientId")}"));
        Assert.Equal(stays, (await Ours.Charge(gone, "5")).Text("clientId"));
        (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        (await Ours.Post($"/api/clients/{stays}/merge", new { into = stays })).Refused("same-client");
        (await Ours.Put($"/api/clients/{gone}", new { name = "X" })).Refused("client-merged");
    }

    [Fact]
    public async Task a_doubles_credit_pays_and_is_paid_out_where_it_went()
    {
        var (stays, gone) = ((await Ours.Client("Meadow")).Text("id"), (await Ours.Client("Medow")).Text("id"));
        var twin = (await Theirs.Client("Medow")).Text("id");
        (await Theirs.Post("/api/payments", new { clientId = twin, reference = "A", amount = Usd("100") })).Ok(201);
        var old = await Issued(gone, "30");
        var payment = (await Ours.Post("/api/payments", new { clientId = gone, reference = "A", amount = Usd("100"), allocations = Array.Empty<object>() })).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{old}/apply-credit")).Ok();
        Assert.Equal("70.00 USD", await Credit(gone));

        (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        Assert.Equal("70.00 USD", await Credit(stays));
        Assert.Equal("70.00 USD", await Credit(gone));
        Assert.Equal("(0) (70)", await Accounts(gone, stays));

        Assert.Equal("20.00", (await Ours.Post($"/api/invoices/{await Issued(stays, "20")}/apply-credit")).Ok().Text("paid.amount"));
        Assert.Equal("30.00", (await Ours.Post($"/api/invoices/{old}/release-credit")).Ok().Text("outstanding.amount"));
        Assert.Equal("80.00 USD", await Credit(stays));
        (await Ours.Post($"/api/clients/{gone}/credit/pay-out", new { amount = Usd("15"), reason = "They asked" })).Ok(201);
        (await Ours.Post($"/api/payments/{payment}/refund", new { amount = Usd("60"), reason = "They asked" })).Ok();
        Assert.Equal("5.00 USD", await Credit(stays));
        Assert.Equal("(0) (5)", await Accounts(gone, stays));
        Assert.Equal("100.00", (await Theirs.Get($"/api/clients/{twin}/credit")).Ok().Text("items.0.amount"));
    }

    [Fact]
    public async Task what_only_the_double_had_makes_an_account_where_it_went()
    {
        var (stays, gone) = ((await Ours.Client("Meadow")).Text("id"), (await Ours.Client("Medow")).Text("id"));
        var old = await Issued(gone, "30");
        (await Ours.Post("/api/payments", new { clientId = gone, reference = "A", amount = Usd("30"), allocations = Array.Empty<object>() })).Ok(201);
        (await Ours.Post($"/api/invoices/{old}/apply-credit")).Ok();
        (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        (await Ours.Post($"/api/invoices/{old}/release-credit")).Ok();
        Assert.Equal("30.00 USD", await Credit(stays));
        Assert.Equal("30.00", (await Ours.Post($"/api/invoices/{old}/apply-credit")).Ok().Text("paid.amount"));
        Assert.Equal("", await Credit(stays));
    }

    [Fact]
    public async Task credit_that_lies_with_a_double_of_old_follows_when_the_product_starts()
    {
        var (stays, gone) = ((await Ours.Client("Meadow")).Text("id"), (await Ours.Client("Medow")).Text("id"));
        (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        await Until("the merge itself is told", async () => await Table($"select count(*) from messages where type = '{When_a_client_took_over.Message}' and handled_at is null") == "(0)");
        var (session, @double) = (Store.Open(new TenantId("ours"), Actor.System), new ClientId(Guid.Parse(gone)));
        await session.Streams<ClientAccount>().Decide<ClientAccountEvent>(
            ClientAccount.IdOf(@double, Currency.Parse("USD")), _ => ClientAccount.Add(@double, Guid.NewGuid(), new Money(50, Currency.Parse("USD")), new DateOnly(2025, 11, 1)), Stop, opens: true);
        Assert.Equal("", await Credit(stays));
        for (var start = 0; start < 2; start++) await new InvoicingModule().Welcome(session, Stop);
        await Until("it is with the one that stays", async () => await Credit(stays) == "50.00 USD");
        Assert.Equal("(0) (50)", await Accounts(gone, stays));
    }

    private async Task<string> Accounts(params string[] clients) => string.Join(' ', await Task.WhenAll(clients.Select(client => Table($"select trim_scale(balance) from invoicing_client_accounts where client_id = '{client}'"))));

    [Fact]
    public async Task doubles_of_a_double_go_with_it()
    {
        string[] ids = [(await Ours.Client("One")).Text("id"), (await Ours.Client("Two")).Text("id"), (await Ours.Client("Three")).Text("id")];
        (await Ours.Post($"/api/clients/{ids[0]}/merge", new { into = ids[1] })).Ok();
        (await Ours.Post($"/api/clients/{ids[1]}/merge", new { into = ids[2] })).Ok();
        Assert.Equal(ids[2], (await Ours.Get($"/api/clients/{ids[0]}")).Ok().Text("mergedInto"));
        Assert.Equal($"({ids[2]})\n({ids[2]})", await Table("select merged_into from invoicing_clients where merged_into is not null"));
        (await Ours.Post($"/api/clients/{ids[2]}/merge", new { into = ids[0] })).Refused("survivor-not-active");
    }

    [Fact]
    public async Task two_merges_at_once_leave_no_circle()
    {
        string[] ids = [(await Ours.Client("One")).Text("id"), (await Ours.Client("Two")).Text("id")];
        var replies = await Task.WhenAll(Ours.Post($"/api/clients/{ids[0]}/merge", new { into = ids[1] }), Ours.Post($"/api/clients/{ids[1]}/merge", new { into = ids[0] }));
        Assert.Single(replies, reply => (int)reply.Status == 200);
        Assert.Single((await Ours.Get("/api/clients")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task a_forgotten_client_is_nobody_everywhere()
    {
        var id = (await Ours.Client("Meadow Health", new { emails = new[] { "bills@meadow.example.test" }, phone = "4711", taxId = "DE1", note = "Calls back", stripeId = "cus_1", address = new { city = "Berlin", country = "DE" } })).Text("id");
        var same = (await Theirs.Client("Meadow Health")).Text("id");
        (await Ours.Post($"/api/clients/{id}/forget")).Refused("client-active");
        (await Ours.Delete($"/api/clients/{id}")).Ok();
        (await Ours.As(Role.Member).Post($"/api/clients/{id}/forget")).Refused("not-permitted", 403);

        var forgotten = (await Ours.As(Role.Manager).Post($"/api/clients/{id}/forget")).Ok();
        Assert.Equal("erased forgotten   DE", $"{forgotten.Text("name")} {forgotten.Text("standing")} {forgotten.Text("phone")} {forgotten.Text("address.city")} {forgotten.Text("address.country")}");
        var row = await Table($"select * from invoicing_clients where id = '{id}'");
        Assert.All(["Meadow", "meadow", "4711", "DE1", "Calls", "cus_1", "Berlin"], word => Assert.DoesNotContain(word, row, StringComparison.Ordinal));
        foreach (var path in new[] { $"/api/clients/{id}", $"/api/clients/{id}?at=1", $"/api/clients/{id}/history", "/api/clients?archived=all" })
        {
            var text = (await Ours.Get(path)).Text;
            Assert.All(["Meadow", "meadow", "4711", "DE1", "Calls", "cus_1", "Berlin"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        }
        Assert.Equal("Meadow Health", (await Theirs.Get($"/api/clients/{same}")).Ok().Text("name"));
        (await Ours.Post($"/api/clients/{id}/restore")).Refused("client-forgotten");
        (await Ours.Post($"/api/clients/{id}/forget")).Ok();
    }

    [Fact]
    public async Task a_client_with_open_charges_is_not_forgotten()
    {
        var id = (await Ours.Client()).Text("id");
        var charge = await Ours.Charge(id);
        (await Ours.Delete($"/api/clients/{id}")).Ok();
        Assert.Equal("1", (await Ours.Post($"/api/clients/{id}/forget")).Refused("charges-open").Text("charges"));
        (await Ours.Post($"/api/charges/{charge.Text("id")}/withdraw", new { reason = "By mistake" })).Ok();
        (await Ours.Post($"/api/clients/{id}/forget")).Ok();
        Assert.Equal("erased", (await Ours.Get("/api/charges")).Ok().Text("items.0.clientName"));
    }
}
