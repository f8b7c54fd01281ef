using System.Net;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>A client who subscribes turns out to be a double; ours is the operator's organisation.</summary>
public class Clients_that_were_merged : Bureau
{
    [Fact]
    public async Task have_the_cards_of_their_doubles_and_are_charged_on_them_until_they_are_removed()
    {
        var (gone, stays, theirs) = (await Subscriptions_of_a_bureau.Arrange(Ours), (await Ours.Client("Meadow Health Ltd")).Text("id"), await Subscriptions_of_a_bureau.Arrange(Theirs));
        foreach (var (desk, client) in new[] { (Ours, gone), (Theirs, theirs) }) (await desk.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_visa" })).Ok(201);
        await Subscriptions_of_a_bureau.Begin(Ours, gone, "pro");
        await Until("the first month is paid", async () => await Paid() == "(1,29.00)");
        (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        await Until("the card went along", async () => (await Ours.Get($"/api/clients/{stays}/payment-methods")).Ok()["items"]!.AsArray().Count == 1);
        var card = (await Ours.Get($"/api/clients/{stays}/payment-methods")).Ok();
        Assert.Equal("4242 True", $"{card.Text("items.0.lastFour")} {card["items"]![0]!["default"]!.GetValue<bool>()}");
        Clock.Forward(TimeSpan.FromDays(31));
        await Until("the second month is paid", async () => await Paid() == "(2,58.00)");

        (await Ours.Delete($"/api/clients/{stays}/payment-methods/{card.Text("items.0.id")}")).Ok();
        Clock.Forward(TimeSpan.FromDays(31));
        await Until("the third month waits", async () => await Table("select count(*) from invoicing_invoices where tenant_id = 'ours' and outstanding = 29") == "(1)");
        // Another card of the client's pays what was issued under the double's name, too.
        (await Ours.Post($"/api/clients/{stays}/payment-methods", new { token = "pm_card_mastercard" })).Ok(201);
        await Until("it is paid", async () => await Paid() == "(3,87.00)");
        Assert.Single((await Theirs.Get($"/api/clients/{theirs}/payment-methods")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task are_limited_by_what_their_doubles_subscribe_to()
    {
        var (gone, stays) = (await Subscriptions_of_a_bureau.Arrange(Ours), (await Ours.Client("Meadow Health Ltd")).Text("id"));
        (await Ours.Put("/api/subscriptions/organisations/theirs", new { clientId = stays })).Ok();
        await Subscriptions_of_a_bureau.Begin(Ours, gone, "free");
        var payer = (await Theirs.Client("Payer")).Text("id");
        for (var more = 0; more < 6; more++) Assert.Equal(HttpStatusCode.OK, (await Issue(payer)).Status);
        (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        await Until("the double's plan counts", async () => (await Issue(payer)).Json.Text("code") == "plan-limit-reached");
    }

    private Task<string> Paid() => Table("select count(*), sum(amount)::numeric(20, 2) from invoicing_payments where tenant_id = 'ours'");

    private async Task<Reply> Issue(string client)
    {
        var draft = (await Theirs.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Support", unitPrice = "100" } } })).Ok(201).Text("id");
        return await Theirs.Post($"/api/invoices/{draft}/issue", new { });
    }
}
