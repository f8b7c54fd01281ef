using System.Security.Cryptography;
using Billing.Host.Tests.Facilities;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Quotes leave by the same way as invoices.</summary>
public class Sending_quotes : MailBureau
{
    [Fact]
    public async Task reach_the_client_once_with_the_very_pdf_and_no_link()
    {
        var id = await Issued("bills@meadow.example.test");
        var letter = (await Ours.Get($"/api/quotes/{id}/letter")).Ok();
        Assert.Equal("Angebot Q-2025-0001 von ours bills@meadow.example.test boss@meadow.example.test de", $"{letter.Text("subject")} {letter.Text("to.0")} {letter.Text("cc.0")} {letter.Text("language")}");
        (await Ours.Post($"/api/quotes/{id}/send", new { }, ("Idempotency-Key", "once"))).Ok(202);
        (await Ours.Post($"/api/quotes/{id}/send", new { }, ("Idempotency-Key", "once"))).Ok(202);
        await Becomes($"quotes/{id}", "sent");

        var mail = Assert.Single(Mails());
        Assert.Equal(["bills@meadow.example.test", "boss@meadow.example.test"], mail.GetProperty("readers").EnumerateArray().Select(reader => reader.GetString()!));
        var file = mail.GetProperty("attachments")[0];
        Assert.Equal(("Q-2025-0001.pdf", Convert.ToHexStringLower(SHA256.HashData((await Ours.Get($"/api/quotes/{id}/pdf")).Body))), (file.GetProperty("filename").GetString(), file.GetProperty("hash").GetString()));
        Assert.DoesNotContain("/p/", mail.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("sent 1 boss@meadow.example.test", (await Ours.Get($"/api/quotes/{id}/sendings")).Ok() is var sent ? $"{sent.Text("items.0.state")} {sent.Text("items.0.attempts")} {sent.Text("items.0.cc.0")}" : "");
        Assert.Equal("quote_sending_asked quote_sent", await Events((await Ours.Get($"/api/quotes/{id}/sendings")).Ok().Text("items.0.id")));

        (await Theirs.Post($"/api/quotes/{id}/send", new { })).Refused("not-found", 404);
        (await Theirs.Post($"/api/quotes/{id}/schedule-send", new { at = Clock.GetUtcNow().AddHours(1) })).Refused("not-found", 404);
        (await Theirs.Get($"/api/quotes/{id}/sendings")).Refused("not-found", 404);
        (await Theirs.Get($"/api/quotes/{id}/letter")).Refused("not-found", 404);
        (await Ours.Get($"/api/invoices/{id}/sendings")).Refused("not-found", 404);
        (await Ours.Post($"/api/invoices/{id}/send", new { })).Refused("not-found", 404);
        (await Ours.As(Billing.Web.Role.Viewer).Post($"/api/quotes/{id}/send", new { })).Refused("not-permitted", 403);
    }

    [Fact]
    public async Task say_what_the_organisation_wrote_itself()
    {
        var id = await Issued("bills@meadow.example.test");
        var own = new { language = "de", subject = "Für {client}: {number}", message = "{total} bis {until}" };
        (await Ours.As(Billing.Web.Role.Viewer).Put("/api/invoicing/quote-mail-texts", new { texts = new[] { own } })).Refused("not-permitted", 403);
        (await Ours.Put("/api/invoicing/quote-mail-texts", new { texts = new[] { own with { message = "{due}" } } })).Refused("unknown-placeholder");
        var page = (await Ours.Put("/api/invoicing/quote-mail-texts", new { texts = new[] { own } })).Ok();
        Assert.Equal(["de"], page["texts"]!.AsArray().Where(text => text!["own"]!.GetValue<bool>()).Select(text => text!.Text("language")));
        Assert.DoesNotContain((await Theirs.Get("/api/invoicing/quote-mail-texts")).Ok()["texts"]!.AsArray(), text => text!["own"]!.GetValue<bool>());
        Assert.DoesNotContain((await Ours.Get("/api/invoicing/mail-texts")).Ok()["texts"]!.AsArray(), text => text!["own"]!.GetValue<bool>());

        var shown = (await Ours.Post("/api/invoicing/mail-texts/preview", new { kind = "quote", text = own })).Ok();
        Assert.Equal("Für Sample client: Q-0000", shown.Text("subject"));
        Assert.Contains("119,00\u00A0$ bis 19.12.2025", shown.Text("text"), StringComparison.Ordinal);
        Assert.DoesNotContain("/p/", shown.Text("text"), StringComparison.Ordinal);

        (await Ours.Post($"/api/quotes/{id}/send", new { cc = Array.Empty<string>() })).Ok(202);
        await Becomes($"quotes/{id}", "sent");
        Assert.EndsWith(": Q-2025-0001", Assert.Single(Mails()).GetProperty("subject").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_are_refused_for_good_say_so_and_can_be_sent_again()
    {
        var id = await Issued("nobody@example.test");
        (await Ours.Post($"/api/quotes/{id}/send", new { cc = Array.Empty<string>() })).Ok(202);
        await Becomes($"quotes/{id}", "failed");
        Assert.Equal("refused", (await Ours.Get($"/api/quotes/{id}/sendings")).Ok().Text("items.0.trouble"));
        (await Ours.Post($"/api/quotes/{id}/send", new { to = new[] { "ada@example.test" }, cc = Array.Empty<string>() })).Ok(202);
        await Becomes($"quotes/{id}", "sent");
        Assert.Single(Mails());
    }

    [Fact]
    public async Task planned_go_when_their_time_comes_but_not_once_they_were_withdrawn_or_answered()
    {
        var (goes, off, answered) = (await Issued("ada@example.test"), await Issued("bob@example.test"), await Issued("eve@example.test"));
        var at = Clock.GetUtcNow().AddHours(1);
        (await Ours.Post($"/api/quotes/{goes}/schedule-send", new { at = Clock.GetUtcNow().AddDays(40) })).Refused("quote-expired");
        (await Ours.Post($"/api/quotes/{goes}/schedule-send", new { at, cc = Array.Empty<string>() })).Ok(202);
        var mail = (await Ours.Post($"/api/quotes/{off}/schedule-send", new { at })).Ok(202).Text("id");
        (await Ours.Post($"/api/quotes/{answered}/schedule-send", new { at })).Ok(202);
        Assert.Equal("scheduled", (await Ours.Get($"/api/quotes/{off}/sendings")).Ok().Text("items.0.state"));
        (await Ours.Post($"/api/quotes/{goes}/sendings/{mail}/withdraw")).Refused("not-found", 404);
        (await Theirs.Post($"/api/quotes/{off}/sendings/{mail}/withdraw")).Refused("not-found", 404);
        (await Ours.Post($"/api/quotes/{off}/sendings/{mail}/withdraw")).Ok();
        (await Ours.Post($"/api/quotes/{answered}/decline", new { reason = "Too dear" })).Ok();
        (await Ours.Post($"/api/quotes/{answered}/send", new { })).Refused("quote-closed");
        Clock.Forward(TimeSpan.FromHours(2));
        await Becomes($"quotes/{goes}", "sent");
        await Becomes($"quotes/{answered}", "withdrawn");
        await Until("all are done with", async () => await Table("select count(*) from messages where type = 'notifications.mail_wanted' and handled_at is null") == "(0)");
        Assert.Equal("ada@example.test", Assert.Single(Mails()).GetProperty("readers")[0].GetString());
    }

    private async Task<string> Issued(string email)
    {
        var client = (await Ours.Client("Meadow Health", new { emails = new[] { email }, ccEmails = new[] { "boss@meadow.example.test" }, language = "de" })).Text("id");
        var id = (await Ours.Post("/api/quotes", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "100" } } })).Ok(201).Text("id");
        (await Ours.Post($"/api/quotes/{id}/issue", new { })).Ok();
        return id;
    }
}
