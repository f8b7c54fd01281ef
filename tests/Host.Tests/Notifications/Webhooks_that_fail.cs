using System.Globalization;
using System.Net;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Notifications;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Notifications;

/// <summary>Addresses that answer badly, late or never: each by itself, and nobody else is the later for it.</summary>
public class Webhooks_that_fail : Exchange
{
    private const string Added = "invoicing.client_added";

    [Fact]
    public async Task are_tried_again_with_the_same_id_and_the_same_bytes_at_another_time()
    {
        Receiver.Say("/ours", 500, "<b>broken</b>\0");
        var (id, secret) = await Open(Ours, "/ours");
        await Client(Ours, "Meadow Health");
        await Logged(Ours, id, "waiting 1");
        Clock.Forward(TimeSpan.FromSeconds(7));
        await Logged(Ours, id, "waiting 2");
        Receiver.Say("/ours", 204);
        Clock.Forward(TimeSpan.FromMinutes(7));
        await Logged(Ours, id, "delivered 3");
        var told = Receiver.To("/ours");
        Assert.Single(told.Select(one => one.Id).Distinct());
        Assert.Single(told.Select(one => Convert.ToBase64String(one.Body)).Distinct());
        Assert.Equal(3, told.Select(one => one.Headers["webhook-signature"]).Distinct().Count());
        Assert.True(told[0].At < told[1].At && told[1].At < told[2].At);
        Assert.All(told, one => Assert.True(one.IsSignedWith(secret)));
        var delivery = (await Ours.Get($"/api/webhook-deliveries/{(await Log(Ours, id))[0].Text("id")}")).Ok();
        Assert.Equal("500 500 204", string.Join(' ', delivery["tries"]!.AsArray().Select(one => one!.Text("status"))));
        Assert.Equal(("<b>broken</b>\uFFFD", "It answered 500."), (delivery.Text("tries.0.answer"), delivery.Text("tries.0.error")));
        Assert.Equal(("0", "active"), ((await Endpoint(Ours, id)).Text("failures"), (await Endpoint(Ours, id)).Text("endpoint.state")));
    }

    [Fact]
    public async Task are_failures_when_they_redirect_cut_the_line_or_go_on_too_long()
    {
        Receiver.Say("/moved", 302, "", ("Location", Receiver.At("/elsewhere")));
        Receiver.Reset("/cut");
        Receiver.GoOn("/endless");
        Receiver.Say("/wrong", 400, new string('x', 20_000));
        var (moved, cut, endless, wrong) = (await Open(Ours, "/moved"), await Open(Ours, "/cut"), await Open(Ours, "/endless"), await Open(Theirs, "/wrong"));
        await Client(Ours, "Meadow Health");
        await Client(Theirs, "Hill Clinic");
        await Logged(Ours, moved.Id, "waiting 1");
        await Logged(Ours, cut.Id, "waiting 1");
        await Logged(Ours, endless.Id, "delivered 1"); // it said 200, and so much is not read
        await Logged(Theirs, wrong.Id, "waiting 1");
        Assert.Contains("redirects are not followed", (await Log(Ours, moved.Id))[0].Text("error"), StringComparison.Ordinal);
        Assert.Contains("was cut", (await Log(Ours, cut.Id))[0].Text("error"), StringComparison.Ordinal);
        Assert.Empty(Receiver.To("/elsewhere"));
        foreach (var (desk, id) in new[] { (Ours, endless.Id), (Theirs, wrong.Id) })
        {
            var tries = (await desk.Get($"/api/webhook-deliveries/{(await Log(desk, id))[0].Text("id")}")).Ok();
            Assert.Equal((16 * 1024, "true"), (tries.Text("tries.0.answer").Length, tries.Text("tries.0.isCut")));
        }
    }

    [Fact]
    public async Task are_told_ten_times_a_second_at_most_while_their_answers_have_no_end()
    {
        Receiver.GoOn("/endless");
        var (id, _) = await Open(Ours, "/endless", new[] { Added });
        await Open(Theirs, "/well", new[] { Added });
        for (var n = 0; n < 4; n++) await Client(n < 3 ? Ours : Theirs, $"Client {n}");
        await Until("all have heard of theirs", async () => Receiver.To("/well").Count == 1 && (await Log(Ours, id)).Count(one => one.Text("state") == "delivered") == 3);
        var at = new List<DateTimeOffset>();
        foreach (var delivery in await Log(Ours, id)) at.Add((await Ours.Get($"/api/webhook-deliveries/{delivery.Text("id")}")).Ok()["tries"]![0]!["at"]!.GetValue<DateTimeOffset>());
        at.Sort();
        Assert.All(at.Zip(at.Skip(1)), pair => Assert.True(pair.Second - pair.First > TimeSpan.FromMilliseconds(50))); // an attempt notes when it began, which is some time after its turn came
    }

    [Fact]
    public async Task make_nobody_else_wait()
    {
        Receiver.Hang("/dead");
        Receiver.Hang("/dead-too");
        Receiver.Reset("/cut");
        await Open(Ours, "/dead", new[] { Added });
        await Open(Theirs, "/dead-too", new[] { Added });
        await Open(Ours, "/cut", new[] { Added });
        await Open(Ours, "/well", new[] { Added });
        await Open(Theirs, "/well-too", new[] { Added });
        for (var n = 0; n < 100; n++) await Client(n % 2 == 0 ? Ours : Theirs, $"Client {n}");
        await Until("the healthy ones have heard of all", () => Task.FromResult(Receiver.To("/well").Count == 50 && Receiver.To("/well-too").Count == 50));
        Assert.Equal(Enumerable.Range(0, 50).Select(n => $"Client {2 * n}"), Receiver.To("/well").Select(told => told.Json.Text("data.name.text")));
        Assert.InRange(Receiver.To("/dead").Count, 1, WebhookSchedule.RestsFrom);
        Assert.InRange(Receiver.To("/cut").Count, WebhookSchedule.RestsFrom, 10); // then it was left alone
    }

    [Fact]
    public async Task are_told_in_order_of_what_waited_when_they_are_well_again()
    {
        Receiver.Say("/ours", 503);
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        for (var n = 0; n < 8; n++) await Client(Ours, $"Client {n}");
        await Until("it is left alone", async () => (await Endpoint(Ours, id))["restsUntil"] is not null);
        Assert.InRange(Receiver.To("/ours").Count, WebhookSchedule.RestsFrom, 7);
        Receiver.Say("/ours", 200);
        Clock.Forward(TimeSpan.FromSeconds(30));
        await Until("it has taken all", async () => (await Log(Ours, id)).All(one => one.Text("state") == "delivered"));
        Assert.Equal(Enumerable.Range(0, 8).Select(n => $"Client {n}"), Receiver.To("/ours").TakeLast(8).Select(told => told.Json.Text("data.name.text")));
        Assert.Equal("0", (await Endpoint(Ours, id)).Text("failures"));
    }

    /// <summary>A node that was thought dead notes what it has sent after another has sent and noted it, too.</summary>
    [Fact]
    public async Task are_noted_once_however_many_nodes_note_the_same_attempt()
    {
        Receiver.Say("/ours", 503);
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        await Client(Ours, "Meadow Health");
        await Client(Theirs, "Hill Clinic");
        await Logged(Ours, id, "waiting 1");
        (await Ours.Put($"/api/webhook-endpoints/{id}", new { name = "/ours", url = Receiver.At("/ours"), filters = new[] { Added }, active = false })).Ok(); // nobody sends meanwhile
        var waiting = Guid.Parse((await Log(Ours, id))[0].Text("id"));
        var (session, now) = (Store.Open(new TenantId("ours"), Actor.System), Clock.GetUtcNow());
        for (var node = 1; node <= 2; node++)
        {
            var outcomes = new WebhookOutcomes(session, Guid.Parse(id), new WebhookHealth(1, now), Asked<WebhookParts>());
            outcomes.Add(new WebhookDelivery(waiting, WebhookDelivery.Event, 1, Guid.NewGuid(), Added, "client", Guid.NewGuid(), 1, now, Attempts: 1, Step: 1), new WebhookAttempt(now, 5, 200, null, ""));
            await outcomes.Write();
        }
        await Logged(Ours, id, "delivered 2");
        Assert.Equal(["1", "2"], (await Ours.Get($"/api/webhook-deliveries/{waiting}")).Ok()["tries"]!.AsArray().Select(one => one.Text("number")));
    }

    /// <summary>What is noted of an address in the middle of a batch is taken back at its end.</summary>
    [Fact]
    public async Task are_known_to_be_well_as_soon_as_they_are()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Receiver.Answer("/ours", async asked =>
        {
            if (asked == 0) await gate.Task; // until the others wait together
            return asked is 1 or 2 ? 500 : 200;
        });
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        for (var n = 0; n < 5; n++) await Client(Ours, $"Client {n}");
        await Until("the others wait", async () => (await Log(Ours, id)).Count == 5);
        gate.SetResult();
        await Until("three are taken", async () => (await Log(Ours, id)).Count(one => one.Text("state") == "delivered") >= 3);
        Assert.Equal(("0", ""), ((await Endpoint(Ours, id)).Text("failures"), (await Endpoint(Ours, id)).Text("failingSince")));
    }

    [Fact]
    public async Task are_left_alone_for_as_long_as_they_ask()
    {
        Receiver.Say("/ours", 429, "", ("Retry-After", "600"));
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        await Client(Ours, "Client 0");
        await Logged(Ours, id, "waiting 1");
        await Client(Ours, "Client 1");
        Clock.Forward(TimeSpan.FromMinutes(8)); // by the schedule it would have been time
        await Logged(Ours, id, "waiting 0, waiting 1");
        Receiver.Say("/ours", 200);
        Clock.Forward(TimeSpan.FromMinutes(3));
        await Logged(Ours, id, "delivered 1, delivered 2");
        Assert.Equal("Client 0 Client 0 Client 1", string.Join(' ', Receiver.To("/ours").Select(told => told.Json.Text("data.name.text"))));
    }

    /// <summary>Who is overloaded and says "at once" does not use up in seconds what the schedule spreads over days.</summary>
    [Fact]
    public async Task are_not_tried_sooner_because_they_ask_for_it()
    {
        Receiver.Say("/ours", 503, "", ("Retry-After", "0"));
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        await Client(Ours, "Client 0");
        await Until("it was tried", async () => (await Log(Ours, id)) is [var one] && one.Text("attempts") != "0");
        var delivery = (await Ours.Get($"/api/webhook-deliveries/{(await Log(Ours, id))[0].Text("id")}")).Ok();
        var tried = delivery["tries"]!.AsArray().Max(one => DateTimeOffset.Parse(one.Text("at"), CultureInfo.InvariantCulture));
        Assert.InRange(DateTimeOffset.Parse(delivery.Text("delivery.dueAt"), CultureInfo.InvariantCulture) - tried, TimeSpan.FromSeconds(4), TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task are_stopped_when_they_say_that_they_are_gone()
    {
        Receiver.Say("/ours", 410);
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        await Client(Ours, "Client 0");
        await Until("it is stopped", async () => (await Endpoint(Ours, id)).Text("endpoint.state") == "disabled");
        Assert.Equal("gone", (await Endpoint(Ours, id)).Text("endpoint.reason"));
        await Logged(Ours, id, "failed 1");
        await Open(Ours, "/other", new[] { Added });
        await Client(Ours, "Client 1");
        await Hears("/other", "client_added");
        (await Ours.Post($"/api/webhook-deliveries/{(await Log(Ours, id))[0].Text("id")}/resend", new { })).Refused("webhook-not-active");
        Receiver.Say("/ours", 200);
        (await Ours.Put($"/api/webhook-endpoints/{id}", new { name = "/ours", url = Receiver.At("/ours"), filters = new[] { Added } })).Ok();
        await Client(Ours, "Client 2");
        (await Ours.Post("/api/webhook-deliveries/resend-failed", new { endpointId = id })).Ok(202);
        await Logged(Ours, id, "delivered 1, delivered 2");
        Assert.Equal(["Client 0", "Client 0", "Client 2"], Receiver.To("/ours").Select(told => told.Json.Text("data.name.text")).Order(StringComparer.Ordinal)); // not of what happened while it was stopped
    }

    [Fact]
    public async Task are_stopped_when_they_take_nothing_for_five_days()
    {
        Receiver.Say("/ours", 500);
        var (id, _) = await Open(Ours, "/ours", new[] { Added });
        await Client(Ours, "Client 0");
        await Logged(Ours, id, "waiting 1");
        for (var tries = 2; tries <= 10; tries++)
        {
            Clock.Forward(TimeSpan.FromHours(29));
            if ((tries - 1) * 29 > 5 * 24) break;
            await Logged(Ours, id, $"waiting {tries}");
        }
        await Until("it is stopped", async () => (await Endpoint(Ours, id)).Text("endpoint.state") == "disabled");
        Assert.Equal("failing", (await Endpoint(Ours, id)).Text("endpoint.reason"));
        Assert.Equal("webhook_opened webhook_disabled", await Events(id));
    }

    /// <summary>The name was good when it was typed, and leads inside when it is called.</summary>
    [Fact]
    public async Task are_not_called_where_their_name_leads_inside_by_then()
    {
        using var calls = new WebhookCalls(new OutgoingCalls(new OutgoingRules(), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])), TimeProvider.System);
        var attempt = await calls.Send(new WebhookDoor(new Uri("https://rebind.example.com:8443/ours"), [WebhookSecret.New(WebhookSigning.Hmac)], new Dictionary<string, string>()), "evt_1", "{}"u8.ToArray(), Stop);
        Assert.Equal((OutgoingRules.NotPublic, (int?)null), (attempt.Error, attempt.Status));
    }
}
