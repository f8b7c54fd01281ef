using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Notifications;
using Billing.Web;

namespace Billing.Host.Tests.Notifications;

/// <summary>What people are told leaves the product, too: as they wish, when they may be disturbed, and not too much of it.</summary>
public class Notifications_go_out : Neighbours
{
    private const string Canary = "canary-of-an-address";

    private static object Choose(string channel, string? least) => new { kind = "budget", channel, least };

    private static Task<Reply> Wish(Visitor who, object wishes) => who.Send(HttpMethod.Put, "/api/notification-preferences", wishes);

    private Task<Mail> NextMail(string kind) => Until($"a mail of the kind {kind} goes out", () =>
    {
        while (Product.Post.Sent.TryDequeue(out var sent))
            if (sent.Kind == kind) return Task.FromResult<Mail?>(sent.Mail);
        return Task.FromResult<Mail?>(null);
    });

    private static string Says(Mail mail) => string.Join('\n', mail.Parts.OfType<MailPart.Paragraph>().Select(part => part.Text));

    private Task Stands(string expected) => Eventually.Until($"sendings stand at {expected}", async () => await Ask("select coalesce(string_agg(state || ' ' || n, ', ' order by state), '') from (select state, count(*) as n from notification_sendings group by state) s") is var found && found.Trim('(', ')', '"') == expected);

    [Fact]
    public async Task in_the_language_and_by_the_channels_that_somebody_chose()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var usual = (await ours.Get("/api/notification-preferences")).Ok();
        Assert.Equal(48, usual["choices"]!.AsArray().Count);
        Assert.Equal(("Europe/Berlin", "de", "0"), (usual.Text("houseTimeZone"), usual.Text("houseLanguage"), usual.Text("version")));
        (await Wish(ours, new { choices = new[] { Choose("mail", "normal"), Choose("inProduct", null) }, language = "fr" })).Ok();
        await Spend(ours, "Models");
        await Spend(theirs, "Elsewhere");
        var mail = await NextMail(NotificationMail.Name);
        Assert.Equal(("owner@ours.example.test", "Models : 50\u00A0% sont dépensés", "fr", true), (mail.To, mail.Subject, mail.Language, mail.ToItsPeople));
        Assert.Contains("60,00 EUR", Says(mail), StringComparison.Ordinal);
        await Hears(theirs, 1);
        Assert.Empty(await Notifications(ours)); // not under the bell: so they chose
        await AllTold();
        Assert.Equal("(1)", await Ask("select count(*) from notification_sendings"));

        (await Wish(ours, new { choices = new[] { Choose("mail", "low"), Choose("mail", "high") } })).Refused("notification-choice-twice");
        (await Wish(ours, new { quiet = new { from = "07:00:00", until = "07:00:00" } })).Refused("quiet-hours-empty");
        (await Wish(ours, new { digest = new { rhythm = "daily", hour = 24 } })).Refused("digest-hour-wrong");
        (await Wish(ours, new { digest = new { rhythm = "weekly", hour = 8 } })).Refused("digest-day-wrong");
        (await Wish(ours, new { timeZone = "Mars/Olympus" })).Refused("notification-zone-wrong");
        (await Wish(ours, new { language = "tlh" })).Refused("notification-language-wrong");
        Assert.Equal("0", (await theirs.Get("/api/notification-preferences")).Ok().Text("version"));
    }

    [Fact]
    public async Task ten_mails_an_hour_and_the_rest_later()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        foreach (var who in new[] { ours, theirs }) (await Wish(who, new { choices = new[] { Choose("mail", "low") } })).Ok();
        for (var n = 1; n <= 12; n++) await Spend(ours, $"Budget {n}");
        await Spend(theirs, "Elsewhere");
        await Hears(ours, 12);
        await Stands("handed 11, waiting 2");
        Assert.Equal("2", (await ours.Get("/api/notification-preferences")).Ok().Text("channels.0.waiting"));
        Product.Clock.Forward(TimeSpan.FromMinutes(61));
        await Stands("handed 13");
    }

    [Fact]
    public async Task after_quiet_hours_unless_it_matters_much()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        (await Wish(ours, new { choices = new[] { Choose("mail", "low") }, quiet = new { from = "12:30:00", until = "14:00:00", exceptHigh = true } })).Ok(); // it is one o'clock in Berlin
        (await Wish(theirs, new { choices = new[] { Choose("mail", "low") }, quiet = new { from = "12:30:00", until = "14:00:00", exceptHigh = true }, timeZone = "America/New_York" })).Ok();
        await Spend(ours, "Can wait");
        await Hears(ours, 1);
        await Spend(theirs, "Morning there");
        Assert.Equal("Morning there: 50\u00A0% sind ausgegeben", (await NextMail(NotificationMail.Name)).Subject);
        await Spend(ours, "Cannot wait", "emergency");
        Assert.Equal("Cannot wait: 50\u00A0% sind ausgegeben", (await NextMail(NotificationMail.Name)).Subject);
        await Stands("handed 2, waiting 1");
        Product.Clock.Forward(TimeSpan.FromMinutes(65));
        Assert.Equal("Can wait: 50\u00A0% sind ausgegeben", (await NextMail(NotificationMail.Name)).Subject);
    }

    [Fact]
    public async Task together_once_a_day()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        (await Wish(ours, new { choices = new[] { Choose("mail", "low") }, digest = new { rhythm = "daily", hour = 18 }, language = "en" })).Ok();
        await Spend(ours, "First");
        await Hears(ours, 1);
        await Spend(ours, "Second");
        await Spend(theirs, "Elsewhere");
        await Hears(ours, 2);
        await Spend(ours, "Cannot wait", "critical");
        Assert.Equal("Cannot wait: 50% is spent", (await NextMail(NotificationMail.Name)).Subject);
        await Stands("handed 1, waiting 2");
        Product.Clock.Forward(TimeSpan.FromHours(6));
        var digest = await NextMail(NotificationDigestMail.Name);
        Assert.Equal("2 notifications from The ours", digest.Subject);
        Assert.Equal("First: 50% is spent\nThe costs of this budget in November 2025 have come to 60.00 EUR.\nSecond: 50% is spent\nThe costs of this budget in November 2025 have come to 120.00 EUR.", Says(digest));
        await Stands("handed 3");
    }

    [Fact]
    public async Task elsewhere_three_times_and_then_it_has_failed_and_the_address_stays_secret()
    {
        await using var receiver = await Receiver.Start();
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        Task<Reply> Connect(Visitor who, string channel, string url) => who.Send(HttpMethod.Put, $"/api/notification-channels/{channel}", new { url });
        (await Connect(ours, "slack", "https://hooks.slack.com.example.test/services/T/B/x")).Refused("slack-address-wrong");
        (await Connect(ours, "discord", "https://discord.com/api/other/1")).Refused("discord-address-wrong");
        (await Connect(ours, "teams", "https://webhook.office.com.example.test/1")).Refused("teams-address-wrong");
        (await Connect(ours, "webhook", "https://10.0.0.8/")).Refused("notification-url-wrong");
        (await Connect(ours, "mail", "https://example.test/")).Refused("not-found", 404);
        (await Connect(ours, "slack", $"https://hooks.slack.com/services/T0/B0/{Canary}")).Ok();
        (await ours.Delete("/api/notification-channels/slack")).Done();
        var connected = (await Connect(ours, "webhook", receiver.At($"/{Canary}"))).Ok();
        Assert.Equal("127.0.0.1/…ress", connected.Text("channels.1.shown"));
        (await Connect(theirs, "webhook", receiver.At("/theirs"))).Ok();
        Assert.Empty(await Find(Canary)); // sealed, and nowhere else

        Assert.Null((await ours.Post("/api/notification-channels/webhook/test")).Ok()["error"]);
        Assert.Equal("Ein Test Ihrer Benachrichtigungen", receiver.To($"/{Canary}")[0].Json.Text("title"));
        Assert.Equal(202, (int)(await ours.Post("/api/notification-channels/mail/test")).Status);
        Assert.Equal("owner@ours.example.test", (await NextMail(NotificationTestMail.Name)).To);
        (await ours.Post("/api/notification-channels/teams/test")).Refused("notification-channel-missing");

        await Spend(ours, "Models");
        await Eventually.Until("it is told there", () => Task.FromResult(receiver.To($"/{Canary}").Count == 2));
        var told = receiver.To($"/{Canary}")[1].Json;
        Assert.Equal(("budget", "normal", "Models: 50\u00A0% sind ausgegeben"), (told.Text("kind"), told.Text("priority"), told.Text("title")));
        Assert.EndsWith("/ai/budgets", told.Text("url"), StringComparison.Ordinal);
        Assert.Empty(receiver.To("/theirs"));
        await Stands("sent 1");

        receiver.Say($"/{Canary}", 500);
        await Spend(ours, "Second");
        await Eventually.Until("a first try fails", async () => await Ask("select 1 from notification_sendings where state = 'waiting' and attempts = 1") != "");
        Product.Clock.Forward(TimeSpan.FromMinutes(2));
        await Eventually.Until("a second one fails", async () => await Ask("select 1 from notification_sendings where state = 'waiting' and attempts = 2") != "");
        Product.Clock.Forward(TimeSpan.FromMinutes(11));
        await Stands("failed 1, sent 1");
        Assert.Equal(5, receiver.To($"/{Canary}").Count);
        var line = (await ours.Get("/api/notification-preferences")).Ok()["channels"]![1]!;
        Assert.Equal(("1", "It answered 500."), (line.Text("failed"), line.Text("error")));

        var viewer = await Joins(ours, "vic@example.test", "viewer");
        (await Connect(viewer, "webhook", receiver.At("/viewer"))).Ok();
        Assert.Equal("(3)", await Ask("select count(*) from secrets where record like 'notifications.channel/%'"));
        Assert.Equal(204, (int)(await viewer.Post("/api/users/me/forget", new { password = Password })).Status);
        await Eventually.Until("the address of who left is dropped", async () => await Ask("select count(*) from secrets where record like 'notifications.channel/%'") == "(2)");
    }
}
