using System.Net;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>Ours is the operator's organisation; theirs is one of the product's.</summary>
public class Organisations_as_clients : Bureau
{
    [Fact]
    public async Task issue_as_many_invoices_as_their_plan_allows()
    {
        var client = await Subscriptions_of_a_bureau.Arrange(Ours);
        var link = new { clientId = client };
        (await Ours.Put("/api/subscriptions/organisations/nobody", link)).Refused("unknown-organisation");
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Put("/api/subscriptions/organisations/ours", new { clientId = (await Theirs.Client()).Text("id") })).Status);
        Assert.Equal($"theirs {client}", (await Ours.Put("/api/subscriptions/organisations/theirs", link)).Ok() is var own ? $"{own.Text("organisation")} {own.Text("clientId")}" : "");
        (await Ours.Put("/api/subscriptions/organisations/ours", link)).Refused("client-is-an-organisation");
        Assert.Equal("theirs", (await Ours.Get("/api/subscriptions/organisations")).Ok().Text("items.0.organisation"));
        Assert.Empty((await Theirs.Get("/api/subscriptions/organisations")).Ok()["items"]!.AsArray());

        var payer = (await Theirs.Client("Payer")).Text("id");
        var ours = (await Ours.Client("Payer")).Text("id");
        await Issue(Theirs, payer); // before it subscribes nothing limits it
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, client, "free")).Text("id");
        for (var more = 0; more < 4; more++) await Issue(Theirs, payer);
        await Until("the sixth is one too many", async () => (await Theirs.Post($"/api/invoices/{await Draft(Theirs, payer)}/issue", new { })).Json.Text("code") == "plan-limit-reached");
        for (var more = 0; more < 6; more++) await Issue(Ours, ours); // the operator is no client of anybody

        (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{id}", new { planCode = "pro", effective = "now" })).Ok();
        await Until("a larger plan allows more", async () => (await Theirs.Post($"/api/invoices/{await Draft(Theirs, payer)}/issue", new { })).Status == HttpStatusCode.OK);
        (await Ours.Delete($"/api/subscriptions/{id}?immediately=true")).Ok();
        await Until("what is over allows nothing", async () => (await Theirs.Post($"/api/invoices/{await Draft(Theirs, payer)}/issue", new { })).Json.Text("code") == "plan-limit-reached");
        (await Ours.Post("/api/subscriptions/organisations/theirs/set-free")).Ok();
        await Until("whoever is free is limited by nothing", async () => (await Theirs.Post($"/api/invoices/{await Draft(Theirs, payer)}/issue", new { })).Status == HttpStatusCode.OK);
    }

    private static async Task<string> Draft(Desk desk, string client) => (await desk.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Support", unitPrice = "100" } } })).Ok(201).Text("id");

    private static async Task Issue(Desk desk, string client) => (await desk.Post($"/api/invoices/{await Draft(desk, client)}/issue", new { })).Ok();
}
