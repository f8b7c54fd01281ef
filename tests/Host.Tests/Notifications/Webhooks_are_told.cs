using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Invoicing;
using Billing.Testing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Notifications;

/// <summary>Each announced event comes to every address that wants to hear of it: of its own organisation, in order, signed.</summary>
public class Webhooks_are_told : Exchange
{
    [Fact]
    public async Task of_what_happens_from_now_on_in_their_own_organisation()
    {
        await Client(Ours, "Before");
        var (ours, secret) = await Open(Ours, "/ours");
        var (theirs, other) = await Open(Theirs, "/theirs", new[] { "invoicing.client_*" });
        var client = await Client(Ours, "Meadow Health");
        var invoice = await Issued(client, "100");
        await Client(Theirs, "Hill Clinic");
        (await Theirs.Charge(await Client(Theirs, "Lake Clinic"))).Text("id");
        await Hears("/ours", "client_added invoice_issued");
        await Hears("/theirs", "client_added client_added");
        await Logged(Ours, ours, "delivered 1, delivered 1");
        await Logged(Theirs, theirs, "delivered 1, delivered 1");

        var (added, issued) = (Receiver.To("/ours")[0], Receiver.To("/ours")[1]);
        Assert.Equal(("application/json; charset=utf-8", "Meadow Health", client), (added.Headers["content-type"], added.Json.Text("data.name.text"), added.Json.Text("subject.id")));
        Assert.Equal(("invoicing.invoice", invoice, "USD", issued.Id), (issued.Json.Text("subject.type"), issued.Json.Text("subject.id"), issued.Json.Text("data.total.currency"), issued.Json.Text("id")));
        Assert.DoesNotContain('.', issued.Id);
        Assert.All(Receiver.To("/ours"), told => Assert.True(told.IsSignedWith(secret) && !told.IsSignedWith(other)));
        Assert.All(Receiver.To("/theirs"), told => Assert.True(told.IsSignedWith(other)));
        Assert.Equal(4, Receiver.To("/ours").Concat(Receiver.To("/theirs")).Select(told => told.Id).Distinct().Count());

        var delivery = (await Ours.Get($"/api/webhook-deliveries/{(await Log(Ours, ours))[0].Text("id")}")).Ok();
        Assert.Equal((System.Text.Encoding.UTF8.GetString(issued.Body), "200", "1"), (delivery.Text("body"), delivery.Text("tries.0.status"), delivery.Text("tries.0.number")));
        (await Theirs.Get($"/api/webhook-deliveries/{delivery.Text("delivery.id")}")).Refused("not-found", 404);
    }

    /// <summary>A number was taken from the log, and what was written under it is gone.</summary>
    [Fact]
    public async Task never_of_what_was_rolled_back()
    {
        await Open(Ours, "/ours");
        var session = Store.Open(new TenantId("ours"), Actor.System);
        var (id, work) = (session.NewId(), session.Begin());
        work.New<Client>(id);
        work.Decide<Client, ClientEvent>(id, _ => new ClientAdded(new PersonalText(id, "Nobody"), Currency.Parse("EUR")));
        work.Also(new Statement("select refuse('BL410', 'no, after all')"));
        await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() => work.Commit());
        (await Ours.Post("/api/clients", new { name = "" })).Refused("name-missing");
        var client = await Client(Ours, "Somebody");
        await Hears("/ours", "client_added");
        Assert.Equal(client, Receiver.To("/ours")[0].Json.Text("subject.id"));
        Assert.Equal("(1)", await Table("select count(*) from webhook_deliveries"));
    }

    [Fact]
    public async Task in_the_order_of_the_log_and_not_faster_than_they_want()
    {
        var (_, _) = await Open(Ours, "/quick", new[] { "invoicing.client_added" });
        await Open(Ours, "/slow", new[] { "invoicing.client_added" }, rate: 50);
        for (var n = 0; n < 60; n++) await Client(Ours, $"Client {n}");
        await Until("both have heard of all", () => Task.FromResult(Receiver.To("/quick").Count == 60 && Receiver.To("/slow").Count == 60));
        foreach (var path in (string[])["/quick", "/slow"]) Assert.Equal(Enumerable.Range(0, 60).Select(n => $"Client {n}"), Receiver.To(path).Select(told => told.Json.Text("data.name.text")));
    }

    /// <summary>However they come: each waits for its second, even where it comes alone.</summary>
    [Fact]
    public async Task at_most_so_many_a_second()
    {
        await Open(Ours, "/slow", new[] { "invoicing.client_added" }, rate: 1);
        for (var n = 1; n <= 3; n++)
        {
            await Client(Ours, $"Client {n}");
            await Until($"{n} are heard of", () => Task.FromResult(Receiver.To("/slow").Count == n));
        }
        var at = Receiver.To("/slow").Select(told => told.At).ToList();
        Assert.All(at.Zip(at.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    [Fact]
    public async Task with_signatures_that_the_library_of_the_standard_verifies()
    {
        await using var library = await Counterpart.Start("webhooks.mjs", new { });
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{library.Port}") };
        async Task Tell(string path, string secret) => (await http.PostAsync(new Uri("/_secret", UriKind.Relative), new StringContent(System.Text.Json.JsonSerializer.Serialize(new { path, secret })), Stop)).EnsureSuccessStatusCode();
        async Task<(string Id, string Secret)> At(Desk desk, string path, string signing)
        {
            var opened = (await desk.Post("/api/webhook-endpoints", new { name = path, url = $"http://127.0.0.1:{library.Port}{path}", filters = new[] { "invoicing.client_*", "invoicing.invoice_issued" }, signing })).Ok(201);
            await Tell(path, opened.Text("secret"));
            return (opened.Text("endpoint.id"), opened.Text("secret"));
        }

        var (rotated, before) = await At(Ours, "/hmac", "hmac");
        await At(Ours, "/key", "ed25519");
        await At(Theirs, "/theirs", "hmac");
        await Issued(await Client(Ours, "Grün & <Söhne> 北"), "100");
        await Client(Theirs, "Hill Clinic");
        await Until("all have come", () => Task.FromResult(Deliveries().Count == 5));

        // For a day both sign: whoever has the old secret still, and whoever has the new one already, are both content.
        var fresh = (await Ours.Post($"/api/webhook-endpoints/{rotated}/rotate", new { })).Ok().Text("secret");
        (await Ours.Post($"/api/webhook-endpoints/{rotated}/rotate", new { })).Refused("webhook-rotated-already"); // it would end the one that is in use
        await Client(Ours, "With the old secret");
        await Until("it has come", () => Task.FromResult(Deliveries().Count == 7));
        await Tell("/hmac", fresh);
        await Client(Ours, "With the new secret");
        await Until("it has come, too", () => Task.FromResult(Deliveries().Count == 9));
        Clock.Forward(TimeSpan.FromHours(25));
        await Client(Ours, "With the new one only");
        await Until("the last has come", () => Task.FromResult(Deliveries().Count == 11));
        Assert.NotEqual(before, fresh);
        Assert.All(Deliveries(), one => Assert.True(one.GetProperty("verified").GetBoolean(), one.ToString()));
        await Tell("/hmac", (await Ours.Post($"/api/webhook-endpoints/{rotated}/rotate", new { withdraw = true })).Ok().Text("secret"));
        await Client(Ours, "With the one that replaced it at once");
        await Until("it has come at last", () => Task.FromResult(Deliveries().Count == 13));
        Assert.All(Deliveries(), one => Assert.True(one.GetProperty("verified").GetBoolean(), one.ToString()));
        Assert.Equal("1 1 2 2 1 1", string.Join(' ', Deliveries().Where(one => one.GetProperty("path").GetString() == "/hmac").Select(one => one.GetProperty("signatures").GetInt32())));

        List<System.Text.Json.JsonElement> Deliveries() => [.. library.Said.Where(said => said.GetProperty("event").GetString() == "delivery")];
    }
}
