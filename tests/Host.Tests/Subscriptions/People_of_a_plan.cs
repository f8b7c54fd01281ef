using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Subscriptions;

public class People_of_a_plan : Town
{
    [Fact]
    public async Task are_as_many_as_it_allows()
    {
        var seller = await Owner("seller");
        var buyer = await Owner("buyer");
        var free = await Owner("free");
        var key = await Ask("select tenant_id from identity_organisations where slug = 'buyer'") is var row ? row.Trim('(', ')') : "";
        (await seller.Post("/api/plans/seed", new { })).Ok();
        var client = (await seller.Post("/api/clients", new { name = "The buyer" })).Ok(201).Text("id");
        (await seller.Send(HttpMethod.Put, $"/api/subscriptions/organisations/{key}", new { clientId = client })).Ok();
        var id = (await seller.Post("/api/subscriptions", new { clientId = client, planCode = "free" })).Ok(201).Text("id");
        for (var n = 0; n < 4; n++) (await Invite(buyer, n)).Ok(201);
        await Eventually.Until("the sixth is one too many", async () => (await Invite(buyer, 5)) is var answer && answer.Json.Text("code") == "plan-users-reached" && answer.Json.Text("detail").Contains("The plan Free allows 5 people", StringComparison.Ordinal));
        for (var n = 0; n < 7; n++) (await Invite(free, n)).Ok(201);
        (await seller.Send(HttpMethod.Patch, $"/api/subscriptions/{id}", new { planCode = "pro", effective = "now" })).Ok();
        await Eventually.Until("a larger plan allows more", async () => (await Invite(buyer, 6)).Status == System.Net.HttpStatusCode.Created);
    }

    private static Task<Reply> Invite(Visitor who, int number) => who.Post("/api/users/invitations", new { email = $"person{number}@example.test", role = "member" });
}
