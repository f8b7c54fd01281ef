using System.Globalization;
using System.Text.Json;
using Billing.Host.Tests.Facilities;
using Billing.Testing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Clients are reminded as days go by, by a real mail server. It is Wednesday 2025-11-19, seven in the morning; what is issued today is due on Saturday 2025-11-29.</summary>
public class Reminders_of_invoices : MailBureau
{
    [Fact]
    public async Task go_out_step_by_step_say_what_is_outstanding_and_stop_when_it_is_paid()
    {
        (await Ours.Put("/api/invoicing/reminders", new { on = true, fee = new { percent = "10", graceDays = 7, caps = new[] { new { amount = "8.00", currency = "USD" } } } })).Ok();
        var (id, theirs) = (await Issued(Ours), await Issued(Theirs));
        await Day("2025-11-25");
        Assert.Empty(Mails());

        await Day("2025-11-26");
        await Mailed(1);
        Assert.Equal("Invoice INV-2025-0001 is due soon", Mails()[0].GetProperty("subject").GetString());
        Assert.Equal("INV-2025-0001.pdf", Mails()[0].GetProperty("attachments")[0].GetProperty("filename").GetString());
        Assert.Contains("https://billing.example.test/p/", Mails()[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        await Day("2025-11-26", 18);
        Assert.Single(Mails());

        (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "A", amount = new { amount = "40", currency = "USD" } })).Ok();
        await Day("2025-11-30");
        await Mailed(2);
        Assert.Contains("$60.00 is still outstanding", Mails()[1].GetProperty("text").GetString(), StringComparison.Ordinal);

        // A fortnight without the product: what is too late is not sent.
        await Day("2025-12-14");
        await Mailed(3);
        Assert.Equal("Overdue: invoice INV-2025-0001 has been due for 15 days", Mails()[2].GetProperty("subject").GetString());
        await Until("what went out is known to have gone", async () => (await Ours.Get($"/api/invoices/{id}/reminders")).Ok().Text("log.3.mail") == "sent");
        var page = (await Ours.Get($"/api/invoices/{id}/reminders")).Ok();
        Assert.Equal("-3  1  7 missed 14 ", string.Join(' ', page["log"]!.AsArray().Select(line => $"{line.Text("step")} {line.Text("skipped")}")));
        Assert.Equal("sent 60.00 6.00", $"{page.Text("log.3.mail")} {page.Text("log.3.outstanding.amount")} {page.Text("log.3.fee.amount")}");
        Assert.Equal("7 2025-12-06 False 30 2025-12-29 True", string.Join(' ', page["ahead"]!.AsArray().Select(line => $"{line.Text("step")} {line.Text("day")} {line!["automatic"]!.GetValue<bool>()}")));
        Assert.Equal("Late fee for invoice INV-2025-0001, 15 days overdue 6.00 open invoicing late-fee", (await Ours.Get("/api/charges")).Ok() is var charges ? $"{charges.Text("items.0.description")} {charges.Text("items.0.amount.amount")} {charges.Text("items.0.state")} {charges.Text("items.0.source.module")} {charges.Text("items.0.source.kind")}" : "");

        (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "B", amount = new { amount = "60", currency = "USD" } })).Ok();
        await Day("2025-12-30");
        Assert.Equal(3, Mails().Count);
        Assert.Equal("paid", (await Ours.Get($"/api/invoices/{id}/reminders")).Ok().Text("stopped"));
        Assert.Equal("(0)", await Table("select count(*) from messages where dead_at is not null"));
        Assert.Equal("(theirs,0)", await Table($"select 'theirs', count(*) from invoicing_reminders where tenant_id = 'theirs' or invoice_id = '{theirs}'"));
    }

    [Fact]
    public async Task do_not_go_when_money_comes_in_while_the_mail_server_is_away()
    {
        (await Ours.Put("/api/invoicing/reminders", new { on = true })).Ok();
        var id = await Issued(Ours);
        var port = Server.Port;
        await Server.DisposeAsync();
        await Day("2025-11-26");
        await Until("a try failed", async () => (await Ours.Get($"/api/invoices/{id}/sendings")).Ok() is var list && list["items"]!.AsArray().Count == 1 && list.Text("items.0.attempts") != "0");
        (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "A", amount = new { amount = "100", currency = "USD" } })).Ok();
        Server = await Counterpart.Start("smtp.mjs", new { port });
        Clock.Forward(TimeSpan.FromHours(2));
        await Until("the mail is withdrawn", async () => (await Ours.Get($"/api/invoices/{id}/sendings")).Ok().Text("items.0.state") == "withdrawn");
        Assert.Empty(Mails());
    }

    [Fact]
    public async Task are_sent_by_hand_once_as_they_were_shown_before()
    {
        var id = await Issued(Ours);
        (await Ours.Put("/api/invoicing/reminders", new { steps = new[] { new { days = 5, texts = new[] { new { language = "en", subject = "Please pay {number}", message = "{client} owes {amount} since {due}.\n{link}" } } } } })).Ok();
        var shown = (await Ours.Get($"/api/invoices/{id}/reminders/preview?step=5")).Ok();
        Assert.Equal("Please pay INV-2025-0001 bills@meadow.example.test INV-2025-0001.pdf 2025-12-04", $"{shown.Text("subject")} {shown.Text("to.0")} {shown.Text("attachments.0.name")} {shown.Text("on")}");
        Assert.Contains("Meadow Health owes $100.00 since 29\u00A0Nov\u00A02025.", shown.Text("text"), StringComparison.Ordinal);
        Assert.Contains("View the invoice", shown.Text("html"), StringComparison.Ordinal);

        (await Ours.Post($"/api/invoices/{id}/reminders", new { step = 5 }, ("Idempotency-Key", "once"))).Ok(202);
        (await Ours.Post($"/api/invoices/{id}/reminders", new { step = 5 }, ("Idempotency-Key", "once"))).Ok(202);
        (await Ours.Post($"/api/invoices/{id}/reminders", new { step = 5 })).Refused("step-already-sent");
        await Mailed(1);
        var text = Mails()[0].GetProperty("text").GetString()!;
        var link = text.Split('\n').First(line => line.StartsWith("https://billing.example.test/p/", StringComparison.Ordinal)).Trim();
        Assert.Equal(shown.Text("text").Replace("https://billing.example.test/p/made-when-it-is-sent", link, StringComparison.Ordinal).ReplaceLineEndings("\n").Trim(), text.ReplaceLineEndings("\n").Trim());
        Assert.Contains("INV-2025-0001", await (await Ours.Http.GetAsync(new Uri(link).AbsolutePath, Stop)).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_failed_for_good_go_once_more_to_who_reads_by_then_and_reach_nobody_twice()
    {
        (await Ours.Put("/api/invoicing/reminders", new { fee = new { percent = "10" } })).Ok();
        var id = await Issued(Ours);
        var client = (await Ours.Get($"/api/invoices/{id}")).Ok().Text("client.id");
        (await Ours.Put($"/api/clients/{client}", new { emails = new[] { "nobody@example.test" } })).Ok();
        await Day("2025-12-01");
        (await Ours.Post($"/api/invoices/{id}/reminders/again", new { step = 1 })).Refused("step-never-sent");
        (await Ours.Post($"/api/invoices/{id}/reminders", new { step = 1 })).Ok(202);
        await Until("the mail server refused it", async () => (await Ours.Get($"/api/invoices/{id}/reminders")).Ok().Text("log.0.mail") == "failed");

        (await Ours.Put($"/api/clients/{client}", new { emails = new[] { "bills@meadow.example.test" } })).Ok();
        (await Theirs.Post($"/api/invoices/{id}/reminders/again", new { step = 1 })).Refused("not-found", 404);
        (await Ours.As(Role.Viewer).Post($"/api/invoices/{id}/reminders/again", new { step = 1 })).Refused("not-permitted", 403);
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Ours.Post($"/api/invoices/{id}/reminders/again", new { step = 1 })))) Assert.True((int)answer.Status == 202 || answer.Text.Contains("step-already-sent", StringComparison.Ordinal), answer.Text);
        await Mailed(1);
        await Until("it is noted", async () => (await Ours.Get($"/api/invoices/{id}/reminders")).Ok().Text("log.0.mail") == "sent");
        (await Ours.Post($"/api/invoices/{id}/reminders/again", new { step = 1 })).Refused("step-already-sent");
        var sent = (await Ours.Get($"/api/invoices/{id}/sendings")).Ok();
        Assert.Equal("1 sent bills@meadow.example.test", $"{sent["items"]!.AsArray().Count} {sent.Text("items.0.state")} {sent.Text("items.0.to.0")}");
        Assert.Equal("sending_asked sending_failed sending_repeated invoice_sent", await Events(sent.Text("items.0.id")));
        Assert.Single((await Ours.Get("/api/charges")).Ok()["items"]!.AsArray());
        Assert.Single(Mails());
    }

    [Fact]
    public async Task are_silenced_for_an_invoice_and_for_a_client()
    {
        (await Ours.Put("/api/invoicing/reminders", new { on = true })).Ok();
        var (one, other) = (await Issued(Ours), await Issued(Ours));
        var client = (await Ours.Get($"/api/invoices/{other}")).Ok().Text("client.id");
        Assert.True((await Ours.Post($"/api/invoices/{one}/reminders/silence")).Ok()["silenced"]!.GetValue<bool>());
        Assert.False((await Ours.Put($"/api/clients/{client}", new { reminders = false })).Ok()["reminders"]!.GetValue<bool>());
        Assert.False((await Ours.Get($"/api/clients?archived=all")).Ok()["items"]!.AsArray().Single(row => row.Text("id") == client)!["reminders"]!.GetValue<bool>());
        await Day("2025-11-26");
        await Until("both are noted", async () => (await Ours.Get($"/api/invoices/{one}/reminders")).Ok().Text("log.0.skipped") == "invoiceSilenced" && (await Ours.Get($"/api/invoices/{other}/reminders")).Ok().Text("log.0.skipped") == "clientSilenced");
        (await Ours.Post($"/api/invoices/{one}/reminders", new { step = 1 })).Refused("reminders-silenced");
        (await Ours.Post($"/api/invoices/{one}/reminders/resume")).Ok();
        (await Ours.Put($"/api/clients/{client}", new { reminders = true })).Ok();
        await Day("2025-11-30");
        await Mailed(2);
    }

    [Fact]
    public async Task make_a_draft_of_the_fee_at_once_where_that_is_agreed()
    {
        (await Ours.Put("/api/invoicing/reminders", new { fee = new { amounts = new[] { new { amount = "5", currency = "USD" } }, goes = "intoDraft" } })).Ok();
        var id = await Issued(Ours);
        await Day("2025-12-01");
        (await Ours.Post($"/api/invoices/{id}/reminders", new { step = 1 })).Ok(202);
        var draft = (await Ours.Get("/api/invoices?status=draft")).Ok();
        Assert.Equal("1 5.00", $"{draft["items"]!.AsArray().Count} {draft.Text("items.0.total.amount")}");
        Assert.Contains("late-fee", (await Ours.Get($"/api/invoices/{draft.Text("items.0.id")}/trace")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_nobody_else_s_business()
    {
        var id = await Issued(Ours);
        foreach (var path in new[] { "", "/preview?step=1" }) (await Theirs.Get($"/api/invoices/{id}/reminders{path}")).Refused("not-found", 404);
        (await Theirs.Post($"/api/invoices/{id}/reminders", new { step = 1 })).Refused("not-found", 404);
        foreach (var what in new[] { "silence", "resume" }) (await Theirs.Post($"/api/invoices/{id}/reminders/{what}")).Refused("not-found", 404);
        var viewer = Ours.As(Role.Viewer);
        (await viewer.Get("/api/invoicing/reminders")).Ok();
        (await viewer.Get($"/api/invoices/{id}/reminders")).Ok();
        (await viewer.Post($"/api/invoices/{id}/reminders", new { step = 1 })).Refused("not-permitted", 403);
        (await Ours.As(Role.Member).Put("/api/invoicing/reminders", new { on = true })).Refused("not-permitted", 403);
        (await Ours.Put("/api/invoicing/reminders", new { steps = new[] { new { days = 1, texts = new[] { new { language = "en", subject = "A", message = "{nobody}" } } } } })).Refused("unknown-placeholder");
        Assert.False((await Theirs.Get("/api/invoicing/reminders")).Ok()["on"]!.GetValue<bool>());
    }

    [Fact]
    public async Task are_shown_while_their_text_is_written()
    {
        var shown = (await Ours.Post("/api/invoicing/mail-texts/preview", new { kind = "reminder", step = 7, text = new { language = "de", subject = "Rechnung {number}", message = "Seit {days} Tagen: {amount}" } })).Ok();
        Assert.Contains("Seit 7 Tagen: 119,00\u00A0$", shown.Text("text"), StringComparison.Ordinal);
        (await Ours.Post("/api/invoicing/mail-texts/preview", new { kind = "invoice", text = new { language = "de", subject = "Rechnung {number}", message = "Seit {days} Tagen" } })).Refused("unknown-placeholder");
    }

    private Task Mailed(int count) => Until($"{count} mails have gone", () => Task.FromResult(Mails().Count == count));

    // Lets time pass until an hour of a day, where the organisation is, and the work of that day be done.
    private async Task Day(string day, int hour = 9)
    {
        await Until("the days of both are planned", async () => await Table("select count(distinct tenant_id) from messages where type = 'invoicing.reminder_day' and handled_at is null and tenant_id in ('ours', 'theirs')") == "(2)");
        Clock.Forward(DateTimeOffset.Parse($"{day}T{hour + 5:00}:00:00Z", CultureInfo.InvariantCulture) - Clock.GetUtcNow());
        await Until("the day's work is done", async () => await Table($"select count(*) from messages where type like 'invoicing.reminder%' and handled_at is null and due <= '{Clock.GetUtcNow():O}'") == "(0)");
    }

    private static async Task<string> Issued(Desk desk)
    {
        var client = (await desk.Client("Meadow Health", new { emails = new[] { "bills@meadow.example.test" }, termsDays = 10 })).Text("id");
        var id = (await desk.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "100" } } })).Ok(201).Text("id");
        (await desk.Post($"/api/invoices/{id}/issue", new { })).Ok();
        return id;
    }
}

/// <summary>Two products on one database find the same reminders due in the same hour.</summary>
public sealed class Reminders_over_two_processes : Branches
{
    [Fact]
    public async Task go_out_once_each()
    {
        var (one, two) = (await Start(time: "12:30"), await Start(time: "12:30"));
        (await one.Put("/api/invoicing/reminders", new { on = true })).Ok();
        foreach (var desk in new[] { one, two with { Organisation = "theirs" } })
            for (var n = 0; n < 20; n++)
            {
                var client = (await desk.Client($"Client {n}", new { emails = new[] { "bills@meadow.example.test" }, termsDays = 10 })).Text("id");
                var id = (await desk.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "100" } } })).Ok(201).Text("id");
                (await desk.Post($"/api/invoices/{id}/issue", new { })).Ok();
            }
        await Until("the day is planned", async () => await Ask("select count(distinct tenant_id)::text from messages where type = 'invoicing.reminder_day' and handled_at is null and tenant_id in ('ours', 'theirs')") == "2");
        foreach (var clock in Clocks) clock.Forward(TimeSpan.FromDays(8) + TimeSpan.FromHours(2));
        await Until("all are reminded", async () => await Ask("select count(*)::text from invoicing_reminders where tenant_id = 'ours'") == "20");
        foreach (var clock in Clocks) clock.Forward(TimeSpan.FromHours(3));
        await Until("the hours are over", async () => await Ask($"select count(*)::text from messages where type like 'invoicing.reminder%' and handled_at is null and due <= '{Clocks[0].GetUtcNow():O}'") == "0");
        Assert.Equal("20 20", await Ask("select count(*) || ' ' || count(distinct stream_id) from mt_events where type = 'invoicing.client_reminded'"));
        Assert.Equal("20", await Ask("select count(*)::text from invoicing_sendings"));
        Assert.Equal("20", await Ask("select count(distinct key)::text from messages where type = 'notifications.mail_wanted'"));
    }
}
