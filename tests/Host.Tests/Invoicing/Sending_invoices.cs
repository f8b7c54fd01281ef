using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Testing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Invoices leave by a real mail server, which is away, refuses and comes back.</summary>
public class Sending_invoices : MailBureau
{
    [Fact]
    public async Task reach_the_client_with_the_very_pdf_and_a_link_that_opens_them()
    {
        var id = await Issued(Ours, "bills@meadow.example.test");
        var letter = (await Ours.Get($"/api/invoices/{id}/letter")).Ok();
        Assert.Equal("Rechnung INV-2025-0001 von ours bills@meadow.example.test boss@meadow.example.test de", $"{letter.Text("subject")} {letter.Text("to.0")} {letter.Text("cc.0")} {letter.Text("language")}");
        (await Ours.Post($"/api/invoices/{id}/send", new { }, ("Idempotency-Key", "once"))).Ok(202);
        (await Ours.Post($"/api/invoices/{id}/send", new { }, ("Idempotency-Key", "once"))).Ok(202);
        await Becomes($"invoices/{id}", "sent");

        var mail = Assert.Single(Mails());
        Assert.Equal(["bills@meadow.example.test", "boss@meadow.example.test"], mail.GetProperty("readers").EnumerateArray().Select(reader => reader.GetString()!));
        Assert.Equal("Rechnung INV-2025-0001 von ours", mail.GetProperty("subject").GetString());
        var file = mail.GetProperty("attachments")[0];
        Assert.Equal(("INV-2025-0001.pdf", Convert.ToHexStringLower(SHA256.HashData((await Ours.Get($"/api/invoices/{id}/pdf")).Body))), (file.GetProperty("filename").GetString(), file.GetProperty("hash").GetString()));
        var link = mail.GetProperty("text").GetString()!.Split('\n').Single(line => line.Contains("/p/", StringComparison.Ordinal)).Trim();
        var page = await Ours.Http.GetAsync(new Uri(link).AbsolutePath, Stop);
        Assert.Contains("Rechnung INV-2025-0001", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        var sent = (await Ours.Get($"/api/invoices/{id}/sendings")).Ok();
        Assert.Equal("sent 1 bills@meadow.example.test boss@meadow.example.test ", $"{sent.Text("items.0.state")} {sent.Text("items.0.attempts")} {sent.Text("items.0.to.0")} {sent.Text("items.0.cc.0")} {sent.Text("items.0.nextAttemptAt")}");
        Assert.Equal("2025-11-19", (await Ours.Get($"/api/invoices/{id}/links")).Ok()["items"]!.AsArray().Single(one => one.Text("sendingId").Length > 0).Text("lastSeenOn"));
        (await Theirs.Post($"/api/invoices/{id}/send", new { })).Refused("not-found", 404);
        (await Theirs.Get($"/api/invoices/{id}/sendings")).Refused("not-found", 404);
        (await Theirs.Get($"/api/invoices/{id}/letter")).Refused("not-found", 404);
        Assert.DoesNotContain(link.Split('/')[^1], await Table("select tenant_id, body, key, error from messages") + await Table("select data from mt_events") + await Table("select proofs from invoicing_client_links"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task wait_for_a_server_that_is_away_and_go_once_when_it_is_back()
    {
        var port = Server.Port;
        await Server.DisposeAsync();
        var id = await Issued(Ours, "ada@example.test");
        (await Ours.Post($"/api/invoices/{id}/send", new { cc = Array.Empty<string>() })).Ok(202);
        await Until("the failed try is shown", async () => (await Ours.Get($"/api/invoices/{id}/sendings")).Ok() is var list && list.Text("items.0.attempts") != "0" && list.Text("items.0.nextAttemptAt") != "" && list.Text("items.0.state") == "underWay");
        Server = await Counterpart.Start("smtp.mjs", new { port });
        Clock.Forward(TimeSpan.FromHours(1));
        await Becomes($"invoices/{id}", "sent");
        Assert.Single(Mails());
        Assert.Equal("sending_asked invoice_sent", await Events((await Ours.Get($"/api/invoices/{id}/sendings")).Ok().Text("items.0.id")));
    }

    [Fact]
    public async Task that_are_refused_for_good_say_so_and_can_be_sent_again()
    {
        var id = await Issued(Ours, "nobody@example.test");
        (await Ours.Post($"/api/invoices/{id}/send", new { cc = Array.Empty<string>() })).Ok(202);
        await Becomes($"invoices/{id}", "failed");
        Assert.Equal("refused", (await Ours.Get($"/api/invoices/{id}/sendings")).Ok().Text("items.0.trouble"));
        (await Ours.Post($"/api/invoices/{id}/send", new { to = new[] { "ada@example.test", "nobody@example.test" }, cc = Array.Empty<string>() })).Ok(202);
        await Becomes($"invoices/{id}", "sent");
        var again = (await Ours.Get($"/api/invoices/{id}/sendings")).Ok();
        Assert.Equal("sent nobody@example.test failed", $"{again.Text("items.0.state")} {again.Text("items.0.refused.0")} {again.Text("items.1.state")}");
        Assert.Equal("(0)", await Table("select count(*) from messages where dead_at is not null"));
    }

    [Fact]
    public async Task are_planned_withdrawn_and_sent_when_their_time_comes()
    {
        var id = await Issued(Ours, "ada@example.test");
        (await Ours.Post($"/api/invoices/{id}/schedule-send", new { at = Clock.GetUtcNow().AddSeconds(30) })).Refused("too-soon");
        var off = (await Ours.Post($"/api/invoices/{id}/schedule-send", new { at = Clock.GetUtcNow().AddHours(1), subject = "Not this one" })).Ok(202).Text("id");
        (await Ours.Post($"/api/invoices/{id}/schedule-send", new { at = Clock.GetUtcNow().AddHours(1), subject = "This one" })).Ok(202);
        Assert.Equal("scheduled scheduled", string.Join(' ', (await Ours.Get($"/api/invoices/{id}/sendings")).Ok()["items"]!.AsArray().Select(one => one.Text("state"))));
        (await Theirs.Post($"/api/invoices/{id}/sendings/{off}/withdraw")).Refused("not-found", 404);
        (await Ours.Post($"/api/invoices/{id}/sendings/{off}/withdraw")).Ok();
        Assert.Empty(Mails());
        Clock.Forward(TimeSpan.FromHours(2));
        await Becomes($"invoices/{id}", "sent");
        Assert.Equal("This one", Assert.Single(Mails()).GetProperty("subject").GetString());
        (await Ours.Post($"/api/invoices/{id}/sendings/{off}/withdraw")).Ok();
        await Until("the withdrawn one is done with", async () => await Table("select count(*) from messages where type = 'notifications.mail_wanted' and handled_at is null") == "(0)");
        Assert.Single(Mails());
    }

    [Fact]
    public async Task planned_for_an_invoice_that_is_voided_meanwhile_do_not_go()
    {
        var id = await Issued(Ours, "ada@example.test");
        (await Ours.Post($"/api/invoices/{id}/schedule-send", new { at = Clock.GetUtcNow().AddHours(1) })).Ok(202);
        (await Ours.Post($"/api/invoices/{id}/void", new { reason = "Wrong" })).Ok();
        (await Ours.Post($"/api/invoices/{id}/send", new { })).Refused("invoice-voided");
        Clock.Forward(TimeSpan.FromHours(2));
        await Becomes($"invoices/{id}", "withdrawn");
        Assert.Empty(Mails());
    }

    [Fact]
    public async Task that_are_drafts_or_go_to_nobody_are_refused()
    {
        var client = (await Ours.Client()).Text("id");
        var draft = (await Ours.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "100" } } })).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{draft}/send", new { })).Refused("not-issued");
        (await Ours.Post($"/api/invoices/{draft}/issue", new { })).Ok();
        (await Ours.Post($"/api/invoices/{draft}/send", new { })).Refused("no-reader");
        (await Ours.As(Billing.Web.Role.Viewer).Post($"/api/invoices/{draft}/send", new { to = new[] { "ada@example.test" } })).Refused("not-permitted", 403);
    }
}
