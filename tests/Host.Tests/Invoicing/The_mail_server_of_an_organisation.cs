using System.Text.Json;
using Billing.Host.Tests.Facilities;
using Billing.Testing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>An organisation whose mails leave by a server of its own, beside one whose mails leave by the product's.</summary>
public class The_mail_server_of_an_organisation : MailBureau
{
    private Counterpart _own = null!;

    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings()
    {
        _own = await Counterpart.Start("smtp.mjs", new { });
        return new Dictionary<string, string?>(await base.Settings()) { ["Outgoing:Allow"] = $"127.0.0.1:{_own.Port}" };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _own.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private object Plain => new { host = "127.0.0.1", port = _own.Port, line = "plain", from = "office@ours.example.test" };

    [Fact]
    public async Task takes_its_mails_and_nobody_elses_until_it_is_dropped()
    {
        (await Ours.Get("/api/mail-server")).Refused("not-found", 404);
        Assert.Equal($"127.0.0.1 {_own.Port} plain office@ours.example.test", (await Ours.Put("/api/mail-server", Plain)).Ok() is var kept ? $"{kept.Text("host")} {kept.Text("port")} {kept.Text("line")} {kept.Text("from")}" : "");
        (await Ours.Put("/api/mail-server", Plain)).Ok(); // twice the same is once
        Assert.Equal("mail_server_arranged", await Events("0193e0c0-0000-7000-8000-00000000000c"));
        (await Theirs.Get("/api/mail-server")).Refused("not-found", 404);

        var (ours, theirs) = (await Mailed(Ours, "ours@client.example.test"), await Mailed(Theirs, "theirs@client.example.test"));
        await Until("both mails have left", async () => await Sent(Ours, ours) && await Sent(Theirs, theirs));
        await Says(_own, "office@ours.example.test ours@client.example.test");
        await Says(Server, "billing@example.test theirs@client.example.test");

        (await Ours.Delete("/api/mail-server")).Done();
        var again = await Mailed(Ours, "again@client.example.test");
        await Until("the third has left", () => Sent(Ours, again));
        await Says(Server, "billing@example.test theirs@client.example.test\nbilling@example.test again@client.example.test");
        Assert.Equal("mail_server_arranged mail_server_dropped", await Events("0193e0c0-0000-7000-8000-00000000000c"));
    }

    [Fact]
    public async Task is_tried_before_it_is_kept_and_says_what_is_wrong()
    {
        (await Ours.Post("/api/mail-server/try", new { to = "me@ours.example.test" })).Refused("mail-server-missing");
        (await Ours.Post("/api/mail-server/try", new { to = "me", server = Plain })).Refused("mail-to-wrong");
        (await Ours.Post("/api/mail-server/try", new { to = "me@ours.example.test", server = Plain })).Done();
        await Says(_own, "office@ours.example.test me@ours.example.test");
        (await Ours.Get("/api/mail-server")).Refused("not-found", 404); // trying keeps nothing
        Assert.Contains("(550)", (await Ours.Post("/api/mail-server/try", new { to = "nobody@ours.example.test", server = Plain })).Refused("mail-not-taken").Text("answer"), StringComparison.Ordinal);
        (await Ours.Put("/api/mail-server", Plain)).Ok();
        (await Ours.Post("/api/mail-server/try", new { to = "kept@ours.example.test" })).Done();
        await Says(_own, "office@ours.example.test me@ours.example.test\noffice@ours.example.test kept@ours.example.test");
        await _own.DisposeAsync();
        Assert.Contains("cannot be reached", (await Ours.Post("/api/mail-server/try", new { to = "me@ours.example.test" })).Refused("mail-not-taken").Text("detail"), StringComparison.Ordinal);
        _own = await Counterpart.Start("smtp.mjs", new { });
    }

    [Theory]
    [InlineData("""{ "host": "10.0.0.8", "line": "tls", "from": "a@example.test" }""", "mail-server-wrong")]
    [InlineData("""{ "host": "127.0.0.1", "line": "tls", "from": "a@example.test" }""", "mail-server-wrong")]
    [InlineData("""{ "host": "mail", "line": "tls", "from": "a@example.test" }""", "mail-server-wrong")]
    [InlineData("""{ "host": "mail.example.com", "port": 22, "line": "tls", "from": "a@example.test" }""", "mail-server-wrong")]
    [InlineData("""{ "host": "mail.example.com", "port": 0, "line": "tls", "from": "a@example.test" }""", "mail-port-wrong")]
    [InlineData("""{ "host": "mail.example.com", "line": "tls", "from": "nobody" }""", "mail-from-wrong")]
    [InlineData("""{ "host": "mail.example.com", "line": "tls", "from": "a@example.test", "user": "me" }""", "mail-password-missing")]
    [InlineData("""{ "host": "mail.example.com", "line": "plain", "from": "a@example.test", "user": "me", "password": "x" }""", "mail-password-in-the-clear")]
    public async Task must_be_one_that_may_be_called(string typed, string code)
    {
        (await Ours.Put("/api/mail-server", JsonSerializer.Deserialize<JsonElement>(typed))).Refused(code);
        (await Ours.Post("/api/mail-server/try", new { to = "me@ours.example.test", server = JsonSerializer.Deserialize<JsonElement>(typed) })).Refused(code);
        Assert.Empty(_own.Said.Skip(1));
    }

    /// <summary>The password stays where it was typed for: neither in an answer, nor in the log, nor in any row as it was typed; another door asks for it anew.</summary>
    [Fact]
    public async Task keeps_its_password_for_itself()
    {
        const string password = "canary-of-a-password";
        object Server(string host = "mail.example.com", string? word = null, string from = "a@example.test") => new { host, line = "tls", from, user = "me", password = word };
        var kept = (await Ours.Put("/api/mail-server", Server(word: password))).Ok();
        Assert.DoesNotContain(password, kept.ToJsonString() + (await Ours.Get("/api/mail-server")).Ok().ToJsonString(), StringComparison.Ordinal);
        (await Ours.Put("/api/mail-server", Server(from: "b@example.test"))).Ok();
        (await Ours.Put("/api/mail-server", Server(host: "mail.example.org"))).Refused("mail-password-missing");
        (await Ours.Post("/api/mail-server/try", new { to = "me@example.test", server = Server(host: "mail.example.org") })).Refused("mail-password-missing");
        foreach (var table in (await Table("select table_name from information_schema.tables where table_schema = 'billing' and table_type = 'BASE TABLE'")).Split('\n'))
            Assert.Equal("(0)", await Table($"select count(*) from {table.Trim('(', ')')} t where strpos(t::text, '{password}') > 0 or strpos(t::text, encode('{password}', 'hex')) > 0"));
        Assert.Equal("(ours)", await Table("select tenant_id from secrets where record = 'notifications.mail_server'"));
        (await Ours.Delete("/api/mail-server")).Done();
        Assert.Equal("", await Table("select tenant_id from secrets where record = 'notifications.mail_server'"));
        (await Ours.As(Web.Role.Manager).Put("/api/mail-server", Plain)).Refused("not-permitted", 403);
    }

    private static async Task<string> Mailed(Desk desk, string reader)
    {
        var invoice = await Issued(desk, reader);
        (await desk.Post($"/api/invoices/{invoice}/send", new { cc = Array.Empty<string>() })).Ok(202);
        return invoice;
    }

    private static async Task<bool> Sent(Desk desk, string invoice) => (await desk.Get($"/api/invoices/{invoice}/sendings")).Ok()["items"]!.AsArray().Any(one => one.Text("state") == "sent");

    /// <summary>The server tells of a mail by another way than the one on which it took it.</summary>
    private static Task Says(Counterpart server, string mails) => Until($"the server tells of {mails}", () => Task.FromResult(Said(server) == mails));

    private static string Said(Counterpart server) => string.Join('\n', server.Said.Where(said => said.GetProperty("event").GetString() == "mail").Select(mail => $"{mail.GetProperty("envelope").GetString()} {mail.GetProperty("address").GetString()}"));
}
