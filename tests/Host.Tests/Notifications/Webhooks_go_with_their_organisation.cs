using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Notifications;

namespace Billing.Host.Tests.Notifications;

/// <summary>The log of what was sent goes along when an organisation is taken out; where it is taken in nothing is told a second time, and its owners hear when an address is stopped.</summary>
public class Webhooks_go_with_their_organisation : Town
{
    private static async Task<string> Open(Visitor who, Receiver receiver, string path) => (await who.Post("/api/webhook-endpoints", new { name = "Ledger", url = receiver.At(path), filters = new[] { "invoicing.client_added" } })).Ok(201).Text("endpoint.id");

    private static Task<Reply> Adds(Visitor who, string name) => who.Post("/api/clients", new { name });

    private static async Task<string> Log(Visitor who) => string.Join('\n', (await who.Get("/api/webhook-deliveries")).Ok()["items"]!.AsArray().Select(one => one!.ToJsonString()));

    [Fact]
    public async Task and_begin_anew_with_a_new_secret()
    {
        await using var receiver = await Receiver.Start();
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var id = await Open(ours, receiver, "/ours");
        await Open(theirs, receiver, "/theirs");
        await Adds(ours, "Before");
        await Adds(theirs, "Hill Clinic");
        await Eventually.Until("both have heard", async () => (await Log(ours)).Contains("\"delivered\"", StringComparison.Ordinal) && (await Log(theirs)).Contains("\"delivered\"", StringComparison.Ordinal));
        var (before, attempt) = (await Log(ours), (await ours.Get($"/api/webhook-deliveries/{(await ours.Get("/api/webhook-deliveries")).Ok().Text("items.0.id")}")).Ok().ToJsonString());
        var parcel = (await ours.Post("/api/tenants/me/export")).Body;
        (await ours.Send(HttpMethod.Post, "/api/tenants/import?slug=copy", parcel, ("Content-Type", "application/x-tar"))).Ok(201);
        ours.Keep((await ours.Post("/api/auth/switch", new { organisation = "copy" })).Ok());
        Assert.Equal(before, await Log(ours));
        Assert.Equal(attempt, (await ours.Get($"/api/webhook-deliveries/{(await ours.Get("/api/webhook-deliveries")).Ok().Text("items.0.id")}")).Ok().ToJsonString());

        var endpoint = (await ours.Get($"/api/webhook-endpoints/{id}")).Ok();
        Assert.Equal("false", endpoint.Text("hasSecret"));
        (await ours.Post($"/api/webhook-endpoints/{id}/test", new { })).Refused("webhook-secret-missing");
        await Adds(ours, "While there is no secret");
        await Eventually.Until("the log is followed", async () => await Ask("select 1 from mt_event_progression where name = 'notifications.webhooks:All' and last_seq_id >= (select max(seq_id) from mt_events where type = 'invoicing.client_added')") != "");
        (await ours.Post($"/api/webhook-endpoints/{id}/rotate", new { })).Ok();
        await Adds(ours, "After");
        await Eventually.Until("it hears of what comes after that", () => Task.FromResult(receiver.To("/ours").Count == 2));
        Assert.Equal("Before After", string.Join(' ', receiver.To("/ours").Select(told => told.Json.Text("data.name.text"))));
    }

    [Fact]
    public async Task and_their_owners_hear_when_they_are_stopped()
    {
        await using var receiver = await Receiver.Start();
        receiver.Say("/ours", 410);
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        await Open(ours, receiver, "/ours");
        await Open(theirs, receiver, "/theirs");
        await Adds(ours, "Meadow Health");
        await Adds(theirs, "Hill Clinic");
        var mail = await Until<Web.Mail>("a mail goes out", () =>
        {
            while (Product.Post.Sent.TryDequeue(out var sent))
                if (sent.Kind == WebhookMail.Name) return Task.FromResult<Web.Mail?>(sent.Mail);
            return Task.FromResult<Web.Mail?>(null);
        });
        Assert.Equal(("owner@ours.example.test", "Webhook Ledger ist abgeschaltet"), (mail.To, mail.Subject));
    }

    /// <summary>Two nodes, and the one that sends goes away in the middle: the other sends what is left, and what comes twice comes under its old id.</summary>
    [Fact]
    public async Task and_go_on_at_another_node()
    {
        await using var receiver = await Receiver.Start();
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        await Open(ours, receiver, "/ours");
        await Open(theirs, receiver, "/theirs");
        await using var other = await Start();
        var adding = Enumerable.Range(0, 40).Select(async n => await Adds(n % 2 == 0 ? ours : theirs, $"Client {n}")).ToList();
        await Eventually.Until("some have come", () => Task.FromResult(receiver.To("/ours").Count > 3));
        await Task.WhenAll(adding);
        await Product.DisposeAsync();
        await Eventually.Until("all have come", () => Task.FromResult(receiver.To("/ours").Select(told => told.Id).Distinct().Count() == 20 && receiver.To("/theirs").Select(told => told.Id).Distinct().Count() == 20));
        await Eventually.Until("all are noted", async () => await Ask("select count(*) from webhook_deliveries where state = 'delivered'") == "(40)");
        Assert.Equal("(40)", await Ask("select count(*) from webhook_attempts where number = 1"));
    }
}
