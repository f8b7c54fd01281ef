using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Invoicing;

/// <summary>A mail server took the mail, and days later it comes back: whoever has the organisation's secret tells of it.</summary>
public class Mails_that_come_back : MailBureau
{
    [Fact]
    public async Task are_shown_at_the_invoice_with_who_did_not_get_them_and_why()
    {
        var id = await Issued(Ours, "bills@meadow.example.test");
        (await Ours.Post($"/api/invoices/{id}/send", new { })).Ok(202);
        await Becomes($"invoices/{id}", "sent");
        var messageId = Assert.Single(Mails()).GetProperty("id").GetString()!;
        var (path, secret) = await Door(Ours);
        var (theirPath, theirSecret) = await Door(Theirs);
        Clock.Forward(TimeSpan.FromDays(3));

        // Told of by somebody else, in another's name, or of another's mail: nothing becomes known.
        Assert.Equal(401, await Tell(path, theirSecret, Bounce(messageId)));
        Assert.Equal(401, await Tell("/api/mail-bounces/nobody", secret, Bounce(messageId)));
        Assert.Equal(204, await Tell(theirPath, theirSecret, Bounce(messageId)));
        Assert.Equal(204, await Tell(path, secret, Bounce("<0193e0c0000070008000000000000001@example.test>")));
        Assert.Equal(204, await Tell(path, secret, Bounce(messageId, permanent: false)));
        Assert.Equal(400, await Tell(path, secret, """{"type":"mail.bounced"}"""));
        Assert.Equal("sent", (await Ours.Get($"/api/invoices/{id}/sendings")).Ok().Text("items.0.state"));

        Assert.Equal(204, await Tell(path, secret, Bounce(messageId)));
        Assert.Equal(204, await Tell(path, secret, Bounce(messageId)));
        var back = (await Ours.Get($"/api/invoices/{id}/sendings")).Ok();
        Assert.Equal("bounced bills@meadow.example.test 550 5.1.1 No such user", $"{back.Text("items.0.state")} {back.Text("items.0.bounced.0")} {back.Text("items.0.bounceReason")}");
        Assert.Equal("sending_asked invoice_sent sending_bounced", await Events(back.Text("items.0.id")));
        (await Theirs.Get($"/api/invoices/{id}/sendings")).Refused("not-found", 404);
    }

    [Fact]
    public async Task are_told_at_the_client_until_the_address_is_put_right()
    {
        var id = await Issued(Ours, "bills@meadow.example.test");
        await Ours.Client("Another");
        var client = (await Ours.Get($"/api/invoices/{id}")).Ok().Text("client.id");
        var (path, secret) = await Door(Ours);
        async Task ComesBack()
        {
            (await Ours.Post($"/api/invoices/{id}/send", new { })).Ok(202);
            await Becomes($"invoices/{id}", "sent");
            Assert.Equal(204, await Tell(path, secret, Bounce(Mails()[^1].GetProperty("id").GetString()!)));
        }
        await ComesBack();
        var told = (await Ours.Get($"/api/clients/{client}")).Ok();
        Assert.Equal($"bills@meadow.example.test 550 5.1.1 No such user 2025-11-19 {id}", $"{told.Text("bounced.0.reader")} {told.Text("bounced.0.reason")} {told.Text("bounced.0.on")} {told.Text("bounced.0.invoiceId")}");
        Assert.Equal([client], (await Ours.Get("/api/clients?bounced=true")).Ok()["items"]!.AsArray().Select(one => one.Text("id")));
        Assert.Equal("bills@meadow.example.test", (await Ours.Get("/api/clients?bounced=true")).Ok().Text("items.0.bounced.0.reader"));
        Assert.Equal(["Another"], (await Ours.Get("/api/clients?bounced=false")).Ok()["items"]!.AsArray().Select(one => one.Text("name")));
        Assert.Empty((await Theirs.Get("/api/clients?bounced=true")).Ok()["items"]!.AsArray());

        var confirm = $"/api/clients/{client}/readers/confirm";
        (await Theirs.Post(confirm, new { email = "bills@meadow.example.test" })).Refused("not-found", 404);
        (await Ours.As(Billing.Web.Role.Viewer).Post(confirm, new { email = "bills@meadow.example.test" })).Refused("not-permitted", 403);
        (await Ours.Post(confirm, new { email = "nobody@meadow.example.test" })).Refused("no-such-reader");
        Assert.Empty((await Ours.Post(confirm, new { email = "Bills@meadow.example.test" })).Ok()["bounced"]!.AsArray());

        await ComesBack();
        Assert.Single((await Ours.Get($"/api/clients/{client}")).Ok()["bounced"]!.AsArray());
        Assert.Empty((await Ours.Put($"/api/clients/{client}", new { emails = new[] { "new@meadow.example.test" } })).Ok()["bounced"]!.AsArray());
        Assert.Equal("client_reader_bounced client_reader_confirmed client_reader_bounced client_readers_named", string.Join(' ', (await Events(client)).Split(' ').TakeLast(4)));
        Assert.Equal("", await Table("select id from invoicing_clients where bounced <> '[]'"));
    }

    [Fact]
    public async Task are_told_at_the_client_with_their_own_reason_though_the_mail_was_sent_again_since()
    {
        var client = (await Ours.Client("Meadow Health", new { emails = new[] { "first@meadow.example.test", "second@meadow.example.test" } })).Text("id");
        var id = (await Ours.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "100" } } })).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{id}/issue", new { })).Ok();
        var (path, secret) = await Door(Ours);
        Clock.Forward(TimeSpan.FromDays(12));
        (await Ours.Post($"/api/invoices/{id}/reminders", new { step = 1 })).Ok(202);
        await Becomes($"invoices/{id}", "sent");
        var early = Mails()[^1].GetProperty("id").GetString()!;
        Assert.Equal(204, await Tell(path, secret, Bounce(early, recipient: "first@meadow.example.test", reason: "550 Gone")));
        (await Ours.Post($"/api/invoices/{id}/reminders/again", new { step = 1 })).Ok(202);
        await Becomes($"invoices/{id}", "sent");
        Assert.Equal(204, await Tell(path, secret, Bounce(Mails()[^1].GetProperty("id").GetString()!, recipient: "first@meadow.example.test", reason: "550 Still gone")));

        Assert.Equal(204, await Tell(path, secret, Bounce(early, recipient: "second@meadow.example.test", reason: "552 Mailbox full")));
        Assert.Contains("second@meadow.example.test 552 Mailbox full", (await Ours.Get($"/api/clients/{client}")).Ok()["bounced"]!.AsArray().Select(one => $"{one.Text("reader")} {one.Text("reason")}"));
        Assert.Equal("bounced", (await Ours.Get($"/api/invoices/{id}/sendings")).Ok().Text("items.0.state"));
    }

    [Fact]
    public async Task are_told_of_with_the_newest_secret_which_is_shown_once_and_kept_sealed()
    {
        Assert.Equal("false", (await Ours.Get("/api/mail-bounces")).Ok().Text("isOpen"));
        var (path, first) = await Door(Ours);
        var (_, second) = await Door(Ours);
        Assert.Equal(401, await Tell(path, first, Bounce("<x@example.test>")));
        Assert.Equal(204, await Tell(path, second, Bounce("<x@example.test>")));
        var shown = (await Ours.Get("/api/mail-bounces")).Ok();
        Assert.Equal($"true whsec_…{second[^4..]}", $"{shown.Text("isOpen")} {shown.Text("secret")}");
        Assert.Equal("false", (await Theirs.Get("/api/mail-bounces")).Ok().Text("isOpen"));
        Assert.DoesNotContain(second["whsec_".Length..], await Table("select data from mt_events") + await Table("select body from idempotency_keys") + await Table("select sealed::text from secrets"), StringComparison.Ordinal);
        (await Ours.As(Billing.Web.Role.Manager).Post("/api/mail-bounces")).Refused("not-permitted", 403);
        Assert.Equal(204, (int)(await Ours.Delete("/api/mail-bounces")).Status);
        Assert.Equal(401, await Tell(path, second, Bounce("<x@example.test>")));
    }

    private static async Task<(string Path, string Secret)> Door(Desk desk)
    {
        var made = (await desk.Post("/api/mail-bounces")).Ok(201);
        return (new Uri(made.Text("url")).AbsolutePath, made.Text("secret"));
    }

    private static string Bounce(string messageId, bool permanent = true, string recipient = "bills@meadow.example.test", string reason = "550 5.1.1 No such user") =>
        JsonSerializer.Serialize(new { type = "mail.bounced", data = new { messageId, recipient, reason, permanent } });

    private async Task<int> Tell(string path, string secret, string body)
    {
        var (id, at) = ($"msg_{Guid.NewGuid():n}", Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", at);
        request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{at}.{body}"))));
        return (int)(await Ours.Http.SendAsync(request, Stop)).StatusCode;
    }
}
