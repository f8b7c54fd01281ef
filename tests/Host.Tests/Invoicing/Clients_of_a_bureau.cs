using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Invoicing;

public class Clients_of_a_bureau : Bureau
{
    private static readonly object Everything = new
    {
        currency = "EUR", emails = new[] { "bills@meadow.example.test" }, ccEmails = new[] { "copy@meadow.example.test" }, phone = "+49 30 1234-567", address = new { line1 = "Field Lane 1", city = "Berlin", postalCode = "10115", country = "DE" },
        taxId = "DE 123 456 789", language = "de", termsDays = 14, taxTreatment = "exempt", exemptionReason = "Health care", note = "Calls back", stripeId = "cus_1", helpDeskId = "4711", crmId = "C-1", accountingId = "10001",
    };

    [Fact]
    public async Task are_added_with_all_that_is_known_of_them()
    {
        var reply = await Ours.Post("/api/clients", JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Everything))!.AsObject() is var body && body.TryAdd("name", " Meadow  Health ") ? body.ToJsonString() : "");
        var client = reply.Ok(201);
        Assert.Equal("Meadow Health EUR bills@meadow.example.test +49 30 1234-567 Berlin DE de 14 exempt Health care active cus_1", $"{client.Text("name")} {client.Text("currency")} {client.Text("emails.0")} {client.Text("phone")} {client.Text("address.city")} {client.Text("address.country")} {client.Text("language")} {client.Text("termsDays")} {client.Text("taxTreatment")} {client.Text("exemptionReason")} {client.Text("standing")} {client.Text("stripeId")}");
        Assert.Equal($"\"{client.Text("version")}\"", reply.ETag);
        Assert.Equal("client_added client_readers_named client_phone_noted client_address_noted client_tax_id_noted client_language_agreed client_terms_agreed tax_treatment_agreed client_note_written client_linked_outside client_linked_outside client_linked_outside client_linked_outside", await Events(client.Text("id")));
        Assert.Equal("(ours,\"Meadow Health\",\"[\"\"bills@meadow.example.test\"\"]\",DE,14,exempt,active,13)", await Table("select tenant_id, name, emails, country, terms_days, tax_treatment, standing, version from invoicing_clients"));
        Assert.Equal(client.ToJsonString(), (await Ours.Get($"/api/clients/{client.Text("id")}")).Ok().ToJsonString());
        Assert.Equal(client.ToJsonString(), (await Ours.Get("/api/clients")).Ok()["items"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task tell_nothing_of_who_they_are_to_the_log()
    {
        await Ours.Client(more: Everything);
        var log = await Table("select data, headers from mt_events where tenant_id = 'ours'");
        Assert.All(["Meadow", "meadow", "1234", "Field Lane", "10115", "123 456", "Calls", "cus_1", "4711", "C-1", "10001"], word => Assert.DoesNotContain(word, log, StringComparison.Ordinal));
        Assert.Contains("Health care", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("meadow")]
    [InlineData("BILLS@meadow.example.test")]
    [InlineData("copy@meadow")]
    [InlineData("30 1234")]
    [InlineData("+49301234567")]
    [InlineData("0301234567", false)]
    [InlineData("123456789")]
    [InlineData("DE123456")]
    [InlineData("berl")]
    [InlineData("field lane")]
    [InlineData("10115")]
    [InlineData("calls")]
    [InlineData("cus_1")]
    [InlineData("4711")]
    [InlineData("C-1")]
    [InlineData("10001")]
    [InlineData("%")]
    [InlineData("50%", false)]
    [InlineData("Orchard", false)]
    public async Task are_found_by_whatever_one_knows(string search, bool found = true)
    {
        await Ours.Client(more: Everything);
        await Ours.Client(search == "%" ? "100 % Meadow" : "Hill House");
        await Theirs.Client(more: Everything);
        var items = (await Ours.Get($"/api/clients?search={Uri.EscapeDataString(search)}")).Ok()["items"]!.AsArray();
        Assert.Equal(found ? 1 : 0, items.Count);
    }

    [Fact]
    public async Task are_filtered_sorted_and_paged()
    {
        foreach (var (name, currency, country) in new[] { ("beta", "USD", "US"), ("Alpha", "EUR", "DE"), ("Gamma", "EUR", "FR"), ("delta", "USD", "DE") }) await Ours.Client(name, new { currency, address = new { country } });
        Assert.Equal("Alpha beta delta Gamma", await Names("/api/clients"));
        Assert.Equal("Gamma delta beta Alpha", await Names("/api/clients?sort=-name"));
        Assert.Equal("beta Alpha Gamma delta", await Names("/api/clients?sort=addedAt"));
        Assert.Equal("Alpha Gamma", await Names("/api/clients?currency=eur"));
        Assert.Equal("Alpha delta", await Names("/api/clients?country=DE"));
        Assert.Equal("", await Names("/api/clients?taxTreatment=reverseCharge"));
        var first = (await Ours.Get("/api/clients?sort=-addedAt&limit=3")).Ok();
        Assert.Equal("delta Gamma Alpha", Joined(first));
        Assert.Equal("beta", Joined((await Ours.Get($"/api/clients?sort=-addedAt&limit=3&cursor={first.Text("nextCursor")}")).Ok()));
        (await Ours.Get("/api/clients?sort=wealth")).Refused("bad-request", 400);
        (await Ours.Get("/api/clients?limit=201")).Refused("bad-request", 400);
        (await Ours.Get($"/api/clients?cursor={first.Text("nextCursor")}x")).Refused("bad-request", 400);
        Assert.Empty((await Theirs.Get("/api/clients?archived=all")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task are_amended_in_what_is_said()
    {
        var client = await Ours.Client(more: Everything);
        var id = client.Text("id");
        var amended = (await Ours.Put($"/api/clients/{id}", """{"name":"Orchard","phone":null,"emails":[]}""", ("If-Match", "\"13\""))).Ok();
        Assert.Equal("Orchard   14 16", $"{amended.Text("name")} {amended.Text("phone")} {amended["emails"]!.AsArray().FirstOrDefault()} {amended.Text("termsDays")} {amended.Text("version")}");
        var conflict = (await Ours.Put($"/api/clients/{id}", new { name = "Hill" }, ("If-Match", "\"13\""))).Refused("conflict", 409);
        Assert.Equal("Orchard", conflict.Text("current.name"));
        (await Ours.Put($"/api/clients/{id}", new { termsDays = 400 })).Refused("terms-out-of-range");
        (await Ours.Put($"/api/clients/{id}", new { tenantId = "theirs" })).Refused("bad-request", 400);
        Assert.Equal("Orchard", (await Ours.Get("/api/clients?search=orch")).Ok().Text("items.0.name"));
        Assert.Equal("Meadow Health", (await Ours.Get($"/api/clients/{id}?at=13")).Ok().Text("name"));
    }

    [Fact]
    public async Task are_picked_by_their_ids_whatever_became_of_them()
    {
        var ids = new List<string>();
        foreach (var name in new[] { "Elm Court", "Birch House", "Ash Lane" }) ids.Add((await Ours.Client(name)).Text("id"));
        (await Ours.Delete($"/api/clients/{ids[2]}")).Ok();
        var theirs = (await Theirs.Client("Meadow")).Text("id");
        Assert.Equal(["Ash Lane", "Elm Court"], (await Ours.Get($"/api/clients?id={ids[0]}&id={ids[2]}&id={theirs}&archived=all")).Ok()["items"]!.AsArray().Select(row => row.Text("name")));
        Assert.Equal(["Elm Court"], (await Ours.Get($"/api/clients?id={ids[0]}&id={ids[2]}")).Ok()["items"]!.AsArray().Select(row => row.Text("name")));
        (await Ours.Get("/api/clients?id=nobody")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task have_one_owner_for_each_id_in_another_system()
    {
        await Ours.Client(more: Everything);
        Assert.Equal("stripe", (await Ours.Post("/api/clients", new { name = "Orchard", stripeId = "cus_1" })).Refused("outside-id-taken").Text("system"));
        var orchard = await Ours.Client("Orchard");
        Assert.Equal("crm", (await Ours.Put($"/api/clients/{orchard.Text("id")}", new { crmId = "C-1" })).Refused("outside-id-taken").Text("system"));
        Assert.Equal("cus_1", (await Theirs.Client(more: new { stripeId = "cus_1" })).Text("stripeId"));
    }

    [Fact]
    public async Task are_put_away_and_come_back()
    {
        var id = (await Ours.Client()).Text("id");
        Assert.Equal("archived", (await Ours.Delete($"/api/clients/{id}")).Ok().Text("standing"));
        Assert.Equal("archived", (await Ours.Delete($"/api/clients/{id}")).Ok().Text("standing"));
        Assert.Equal("", await Names("/api/clients"));
        Assert.Equal("Meadow Health", await Names("/api/clients?archived=true"));
        Assert.Equal("Meadow Health", await Names("/api/clients?archived=all"));
        (await Ours.Get("/api/clients?archived=perhaps")).Refused("bad-request", 400);
        (await Ours.Put($"/api/clients/{id}", new { name = "Hill" })).Refused("client-archived");
        (await Ours.Post("/api/charges", new { clientId = id, description = "A visit", unitPrice = "1" })).Refused("client-archived");
        Assert.Equal("active", (await Ours.Post($"/api/clients/{id}/restore")).Ok().Text("standing"));
        Assert.Equal("client_added client_archived client_restored", await Events(id));
    }

    [Fact]
    public async Task have_a_history()
    {
        var id = (await Ours.Client()).Text("id");
        (await Ours.Put($"/api/clients/{id}", new { termsDays = 14 })).Ok();
        var history = (await Ours.Get($"/api/clients/{id}/history")).Ok();
        Assert.Equal("invoicing.client_terms_agreed 2 Somebody at this machine termsDays  14", $"{history.Text("items.0.event")} {history.Text("items.0.version")} {history.Text("items.0.actor.name")} {history.Text("items.0.changes.0.field")} {history.Text("items.0.changes.0.from")} {history.Text("items.0.changes.0.to")}");
        Assert.Equal("name currency taxTreatment standing", string.Join(' ', history["items"]![1]!["changes"]!.AsArray().Select(change => change.Text("field"))));
        Assert.Equal("", (await Ours.Get($"/api/clients/{id}?at=1")).Ok().Text("termsDays"));
        (await Ours.Get($"/api/clients/{id}?at=2024-01-01T00:00:00Z")).Refused("not-found", 404);
        (await Ours.Get($"/api/clients/{id}?at=yesterday")).Refused("bad-request", 400);
    }

    private async Task<string> Names(string path) => Joined((await Ours.Get(path)).Ok());

    private static string Joined(JsonNode page) => string.Join(' ', page["items"]!.AsArray().Select(item => item.Text("name")));
}
