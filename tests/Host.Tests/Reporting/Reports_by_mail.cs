using System.Text;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Web;

namespace Billing.Host.Tests.Reporting;

/// <summary>Saved reports, and the mails that bring them.</summary>
public class Reports_by_mail : Town
{
    /// <summary>A Friday.</summary>
    private protected override DateTimeOffset? Begins => new(2025, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task go_out_once_for_each_day_that_they_are_due()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var client = (await ours.Post("/api/clients", new { name = "Who owes" })).Ok(201).Text("id");
        var invoice = (await ours.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Support", unitPrice = "100" } } })).Ok(201).Text("id");
        (await ours.Post($"/api/invoices/{invoice}/issue", new { })).Ok();
        var me = (await ours.Get("/api/users")).Ok().Text("items.0.id");
        var saved = (await ours.Post("/api/saved-reports", new { name = "What is owed", report = "receivables-aging" })).Ok(201).Text("id");
        var mailed = (await ours.Send(HttpMethod.Put, $"/api/saved-reports/{saved}/mail", new { rhythm = "weekly", day = 1, format = "csv", readers = new[] { me } })).Ok();
        Assert.Equal(("weekly", "1", me), (mailed.Text("mail.rhythm"), mailed.Text("mail.day"), mailed.Text("mail.readers.0")));
        await Looked();
        Assert.Empty(Came());

        Product.Clock.Forward(TimeSpan.FromDays(3));
        await Looked();
        await Looked();
        var mail = Assert.Single(Came());
        Assert.Equal("owner@ours.example.test", mail.To);
        var file = Assert.Single(mail.Attachments);
        Assert.Equal("receivables-aging-2025-02-03.csv", file.Name);
        Assert.Contains("Who owes,1,100.00", Encoding.UTF8.GetString(file.Bytes.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("erased", Encoding.UTF8.GetString(file.Bytes.Span), StringComparison.Ordinal);

        Product.Clock.Forward(TimeSpan.FromDays(7));
        await Looked();
        Assert.Equal("receivables-aging-2025-02-10.csv", Assert.Single(Assert.Single(Came()).Attachments).Name);
        Assert.Equal("2025-02-10", (await LoggedIn("ours")).Text("items.0.mailedOn"));
        Assert.Empty((await LoggedIn("theirs"))["items"]!.AsArray());
    }

    [Fact]
    public async Task are_kept_by_name_and_belong_to_their_organisation()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var saved = (await ours.Post("/api/saved-reports", new { name = "Taxes", report = "tax", days = "lastMonth" })).Ok(201);
        Assert.Equal(("2024-12-01", "2024-12-31"), (saved.Text("askFrom"), saved.Text("askThrough")));
        (await ours.Post("/api/saved-reports", new { name = "taxes", report = "usage" })).Refused("saved-report-name-taken");
        (await ours.Post("/api/saved-reports", new { name = "Kettles", report = "kettles" })).Refused("report-unknown");
        (await theirs.Post("/api/saved-reports", new { name = "Taxes", report = "tax" })).Ok(201);
        var path = $"/api/saved-reports/{saved.Text("id")}";
        (await theirs.Send(HttpMethod.Put, path, new { name = "Mine" })).Refused("not-found", 404);
        (await theirs.Send(HttpMethod.Put, path + "/mail", new { rhythm = "weekly", day = 1, readers = new[] { Guid.Empty } })).Refused("not-found", 404);
        (await ours.Send(HttpMethod.Put, path + "/mail", new { rhythm = "weekly", day = 1, readers = new[] { (await theirs.Get("/api/users")).Ok().Text("items.0.id") } })).Refused("report-mail-readers-unclear");
        Assert.Equal("Year end", (await ours.Send(HttpMethod.Put, path, new { name = "Year end", days = "lastYear" })).Ok().Text("name"));
        (await ours.Delete(path)).Ok();
        Assert.Empty((await ours.Get("/api/saved-reports")).Ok()["items"]!.AsArray());
        Assert.Single((await theirs.Get("/api/saved-reports")).Ok()["items"]!.AsArray());
    }

    private async Task<JsonNode> LoggedIn(string slug)
    {
        var who = Somebody();
        who.Keep((await LogIn(who, $"owner@{slug}.example.test")).Ok());
        return (await who.Get("/api/saved-reports")).Ok();
    }

    private List<Mail> Came()
    {
        var came = new List<Mail>();
        while (Product.Post.Sent.TryDequeue(out var sent)) if (sent.Kind == "reporting.saved_report") came.Add(sent.Mail);
        return came;
    }

    /// <summary>The job has looked once more, and what it sent is gone.</summary>
    private async Task Looked()
    {
        Product.Clock.Forward(TimeSpan.FromHours(1)); // an organisation that is young has none planned before
        await Eventually.Until("both organisations have a run ahead", async () => await Ask("select count(distinct tenant_id) > 1 from messages where type = 'reporting.mail_day' and handled_at is null and dead_at is null and tenant_id not like 'billing-%'") == "(t)");
        await RunJob("reporting.mail_day");
        await Eventually.Until("the job has looked", async () =>
            await Ask("select 1 from messages where ((type = 'reporting.mail_day' and due < '2001-01-01Z') or type = 'notifications.mail_wanted') and handled_at is null and dead_at is null") == "");
    }
}
