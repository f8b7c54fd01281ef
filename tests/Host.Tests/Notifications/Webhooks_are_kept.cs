using System.Text.Json;
using Billing.Host.Tests.Facilities;
using Billing.Notifications;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Notifications;

/// <summary>Addresses and the log of what was sent, as their organisation looks after them.</summary>
public class Webhooks_are_kept : Exchange
{
    private const string Added = "invoicing.client_added";
    private const string Canary = "canary-of-a-header";

    [Fact]
    public async Task by_their_organisation_alone()
    {
        var (id, secret) = await Open(Ours, "/ours", new[] { "invoicing.*" }, 20, new { Authorization = Canary });
        var line = await Endpoint(Ours, id);
        Assert.Equal(("Authorization", "20", "active", "true"), (line.Text("endpoint.headers.0"), line.Text("endpoint.rate"), line.Text("endpoint.state"), line.Text("hasSecret")));
        Assert.DoesNotContain(secret, line.ToJsonString(), StringComparison.Ordinal);
        Assert.EndsWith(line.Text("endpoint.secret")[^4..], secret, StringComparison.Ordinal);
        Assert.Empty((await Theirs.Get("/api/webhook-endpoints")).Ok()["items"]!.AsArray());
        (await Theirs.Get($"/api/webhook-endpoints/{id}")).Refused("not-found", 404);
        (await Theirs.Put($"/api/webhook-endpoints/{id}", new { name = "Mine", url = Receiver.At("/theirs") })).Refused("not-found", 404);
        (await Theirs.Delete($"/api/webhook-endpoints/{id}")).Refused("not-found", 404);
        foreach (var act in (string[])["rotate", "test"]) (await Theirs.Post($"/api/webhook-endpoints/{id}/{act}", new { })).Refused("not-found", 404);
        (await Theirs.Post($"/api/webhook-endpoints/{id}/replay", new { since = "2025-11-01T00:00:00Z" })).Refused("not-found", 404);
        (await Ours.As(Web.Role.Manager).Get("/api/webhook-endpoints")).Refused("not-permitted", 403);
        (await Ours.Post("/api/webhook-endpoints", new { name = "/OURS", url = Receiver.At("/again") })).Refused("webhook-name-taken");
        (await Theirs.Post("/api/webhook-endpoints", new { name = "/ours", url = Receiver.At("/again") })).Ok(201);
        (await Ours.Post("/api/webhook-endpoints", new { name = "Inside", url = "https://10.0.0.8/" })).Refused("webhook-url-wrong");

        (await Ours.Post($"/api/webhook-endpoints/{id}/rotate", new { }, ("If-Match", "\"0\""))).Refused("conflict", 409); // a secret nobody saw would take the place of the one that is used

        await Client(Ours, "Meadow Health");
        await Hears("/ours", "client_added");
        Assert.Equal(Canary, Receiver.To("/ours")[0].Headers["authorization"]);
        (await Ours.Put($"/api/webhook-endpoints/{id}", new { name = "/ours", url = "https://other.example.com/" })).Refused("webhook-headers-missing");

        foreach (var table in (await Table("select table_name from information_schema.tables where table_schema = 'billing' and table_type = 'BASE TABLE'")).Split('\n'))
            foreach (var word in (string[])[Canary, secret])
                Assert.Equal("(0)", await Table($"select count(*) from {table.Trim('(', ')')} t where strpos(t::text, '{word}') > 0 or strpos(t::text, encode('{word}', 'hex')) > 0"));
        Assert.Equal("(2)", await Table($"select count(*) from secrets where tenant_id = 'ours' and record = 'notifications.webhook_endpoint/{id}'"));

        (await Ours.Delete($"/api/webhook-endpoints/{id}")).Done();
        (await Ours.Get($"/api/webhook-endpoints/{id}")).Refused("not-found", 404);
        Assert.Equal("(0)", await Table("select count(*) from secrets where tenant_id = 'ours'"));
        Assert.Single(await Log(Ours, id));
    }

    [Fact]
    public async Task while_they_are_paused_and_what_waited_comes_then()
    {
        Receiver.Say("/ours", 500);
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        object As(bool active) => new { name = "/ours", url = Receiver.At("/ours"), filters = new[] { Added }, active };
        await Client(Ours, "Client 0");
        await Logged(Ours, id, "waiting 1");
        (await Ours.Put($"/api/webhook-endpoints/{id}", As(false))).Ok();
        await Client(Ours, "Client 1");
        Receiver.Say("/ours", 200);
        Clock.Forward(TimeSpan.FromMinutes(1));
        await Open(Ours, "/other", new[] { Added });
        await Client(Ours, "Client 2");
        await Hears("/other", "client_added"); // and by then the first would have been told, too
        await Logged(Ours, id, "waiting 1");
        (await Ours.Put($"/api/webhook-endpoints/{id}", As(true))).Ok();
        await Logged(Ours, id, "delivered 2");
    }

    [Fact]
    public async Task and_tested_before_anything_happens()
    {
        Receiver.Say("/ours", 202, "thanks");
        var (id, secret) = await Open(Ours, "/ours");
        var answer = (await Ours.Post($"/api/webhook-endpoints/{id}/test", new { })).Ok();
        Assert.Equal(("202", "thanks"), (answer.Text("status"), answer.Text("answer")));
        Receiver.Say("/ours", 500);
        Assert.Equal("It answered 500.", (await Ours.Post($"/api/webhook-endpoints/{id}/test", new { type = "invoicing.payment_received" })).Ok().Text("error"));
        (await Ours.Post($"/api/webhook-endpoints/{id}/test", new { type = "invoicing.nothing" })).Refused("webhook-type-unknown");
        Assert.Equal("webhook_test payment_received", Receiver.Types("/ours"));
        Assert.All(Receiver.To("/ours"), told => Assert.True(told.IsSignedWith(secret)));
        await Logged(Ours, id, "failed 1, delivered 1");
        (await Ours.Post($"/api/webhook-deliveries/{(await Log(Ours, id))[0].Text("id")}/resend", new { })).Refused("webhook-test-not-resent");
        Assert.Equal("0", (await Ours.Post("/api/webhook-deliveries/resend-failed", new { })).Ok(202).Text("count"));
    }

    [Fact]
    public async Task and_told_once_more_of_what_has_been_in_order_under_the_old_ids()
    {
        await Client(Ours, "Long ago");
        Clock.Forward(TimeSpan.FromHours(2));
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        var since = Clock.GetUtcNow();
        for (var n = 0; n < 5; n++) await Client(Ours, $"Client {n}");
        await Client(Theirs, "Hill Clinic");
        await Until("it has heard of them", () => Task.FromResult(Receiver.To("/ours").Count == 5));
        await Until("the follower has told of all", async () => await Table("select 1 from mt_event_progression where name = 'notifications.webhooks:All' and last_seq_id >= (select max(seq_id) from mt_events where type = 'invoicing.client_added')") != "");
        (await Ours.Post($"/api/webhook-endpoints/{id}/replay", new { since = since.AddYears(1) })).Refused("webhook-replay-in-future");
        (await Ours.Post($"/api/webhook-endpoints/{id}/replay", new { since })).Ok(202);
        await Until("it has heard of them again", () => Task.FromResult(Receiver.To("/ours").Count == 10));
        Assert.Equal(Receiver.To("/ours").Take(5).Select(told => told.Id), Receiver.To("/ours").Skip(5).Select(told => told.Id));
        Assert.Equal(Enumerable.Range(0, 5).Select(n => $"Client {n}"), Receiver.To("/ours").Skip(5).Select(told => told.Json.Text("data.name.text")));
        (await Ours.Post($"/api/webhook-endpoints/{id}/replay", new { since = since.AddHours(-3) })).Ok(202);
        await Until("and of what was before it was opened", () => Task.FromResult(Receiver.To("/ours").Count == 16));
        Assert.Equal("Long ago", Receiver.To("/ours")[10].Json.Text("data.name.text"));

        await Until("the log has them", async () => (await Log(Ours, id)).Count(one => one.Text("state") == "delivered") == 16);
        var page = (await Ours.Get($"/api/webhook-deliveries?endpointId={id}&cause=replay&limit=4")).Ok();
        var rest = (await Ours.Get($"/api/webhook-deliveries?endpointId={id}&cause=replay&limit=200&cursor={page.Text("nextCursor")}")).Ok();
        Assert.Equal((4, 7), (page["items"]!.AsArray().Count, rest["items"]!.AsArray().Count));
        (await Ours.Post($"/api/webhook-deliveries/{page.Text("items.0.id")}/resend", new { })).Ok(202);
        await Until("the one has come again", () => Task.FromResult(Receiver.To("/ours").Count == 17));
        Assert.Equal(page.Text("items.0.webhookId"), Receiver.To("/ours")[16].Id);
    }

    [Fact]
    public async Task by_a_catalogue_whose_examples_are_events()
    {
        var types = (await Ours.Get("/api/event-types")).Ok()["items"]!.AsArray();
        Assert.True(types.Count > 60);
        foreach (var type in types)
        {
            Assert.NotEqual("", type!.Text("meaning"));
            var (schema, data) = (type!["schema"]!["properties"]!["data"]!, type["example"]!["data"]!.AsObject());
            Assert.Equal(data.Select(field => field.Key), schema["properties"]!.AsObject().Select(field => field.Key));
            Assert.All(schema["properties"]!.AsObject(), field => Assert.NotEqual("", field.Value!.Text("description")));
            Assert.IsType(Store.Registry.All.Single(one => one.Alias == type.Text("type")).Type, Store.Registry.Read(type.Text("type"), JsonSerializer.SerializeToUtf8Bytes(Sealed(data))));
        }
        Assert.DoesNotContain(types, type => type!.Text("type") is "identity.password_chosen" or "notifications.webhook_opened");
        Assert.All((await Ours.Get("/api/event-types?module=usage")).Ok()["items"]!.AsArray(), type => Assert.StartsWith("usage.", type!.Text("type"), StringComparison.Ordinal));

        // A store reads no open words; without them an example says of somebody who was forgotten.
        static System.Text.Json.Nodes.JsonNode Sealed(System.Text.Json.Nodes.JsonNode node)
        {
            var copy = node.DeepClone();
            foreach (var person in Within(copy).OfType<System.Text.Json.Nodes.JsonObject>().Where(one => one.ContainsKey("subject") && one.ContainsKey("text")).ToList()) person.Remove("text");
            return copy;
        }

        static IEnumerable<System.Text.Json.Nodes.JsonNode> Within(System.Text.Json.Nodes.JsonNode node) => node switch
        {
            System.Text.Json.Nodes.JsonObject all => all.Where(one => one.Value is not null).SelectMany(one => Within(one.Value!)).Prepend(all).ToList(),
            System.Text.Json.Nodes.JsonArray all => all.Where(one => one is not null).SelectMany(one => Within(one!)).ToList(),
            _ => [],
        };
    }

    /// <summary>An address may say back what it was told; when somebody is forgotten, that goes, too.</summary>
    [Fact]
    public async Task and_forget_what_was_answered_about_somebody_who_is_forgotten()
    {
        Receiver.Say("/ours", 200, "Welcome, Ada Byron");
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        var (ada, other) = (await Client(Ours, "Ada Byron"), await Client(Ours, "Somebody else"));
        await Logged(Ours, id, "delivered 1, delivered 1");
        (await Ours.Delete($"/api/clients/{ada}")).Ok();
        (await Ours.Post($"/api/clients/{ada}/forget")).Ok();
        var deliveries = (await Log(Ours, id)).ToDictionary(one => one.Text("subjectId"), one => one.Text("id"));
        var (hers, others) = ((await Ours.Get($"/api/webhook-deliveries/{deliveries[ada]}")).Ok(), (await Ours.Get($"/api/webhook-deliveries/{deliveries[other]}")).Ok());
        Assert.DoesNotContain("Ada", hers.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Welcome", others.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task in_numbers_that_somebody_could_mean()
    {
        for (var n = 1; n <= 100; n++) (await Ours.Post("/api/webhook-endpoints", new { name = $"No. {n}", url = Receiver.At("/ours") })).Ok(201);
        (await Ours.Post("/api/webhook-endpoints", new { name = "One more", url = Receiver.At("/ours") })).Refused("webhooks-too-many");
        (await Theirs.Post("/api/webhook-endpoints", new { name = "The first", url = Receiver.At("/theirs") })).Ok(201);
    }

    [Fact]
    public async Task with_a_log_of_thirty_days()
    {
        var (ours, _) = await Open(Ours, "/ours", new[] { Added });
        var (theirs, _) = await Open(Theirs, "/theirs", new[] { Added });
        await Client(Ours, "Early");
        await Client(Theirs, "Early");
        await Logged(Ours, ours, "delivered 1");
        await Logged(Theirs, theirs, "delivered 1");
        // What was noted for an address in the moment in which it was removed.
        await Write("""
            insert into webhook_deliveries (tenant_id, id, endpoint_id, cause, replay_id, seq_id, event_id, type, stream, stream_id, version, happened_at, created_at, state, due_at)
            select tenant_id, gen_random_uuid(), gen_random_uuid(), cause, replay_id, seq_id, event_id, type, stream, stream_id, version, happened_at, created_at, 'waiting', due_at from webhook_deliveries
            """);
        Clock.Forward(TimeSpan.FromDays(31));
        await Client(Ours, "Late");
        await Until("what is older is gone, and its attempts", async () =>
            await Table("select tenant_id, state from webhook_deliveries order by 1, 2") == "(ours,delivered)" && await Table("select count(*) from webhook_attempts") == "(1)");
        Assert.Equal("Late", Receiver.To("/ours")[^1].Json.Text("data.name.text"));
    }
}
