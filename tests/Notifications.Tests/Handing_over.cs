using System.Net;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Billing.EventStore;
using Billing.Testing;
using Billing.Web;

namespace Billing.Notifications.Tests;

/// <summary>To a real mail server.</summary>
public class Handing_over
{
    private static readonly MailAddress From = new("billing@example.test", "Billing");
    private static readonly RemoteCertificateValidationCallback ItsCertificate = (_, certificate, _, _) => certificate?.Subject.Contains("CN=localhost", StringComparison.Ordinal) == true;

    [Fact]
    public async Task a_letter_arrives_as_it_was_written()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        var letter = Some.Letter(Some.Mail(name: "Zoë „Z“ Müller", subject: "Grüße, 😀 \"quoted\"", text: ".dot at the start\nÄöü " + new string('x', 2000)) with { Sender = new MailSender("Söhne, Inc. <x>", new byte[] { 9, 8, 7 }, "image/png") });
        await Post(server).Send(letter, TestContext.Current.CancellationToken);
        var mail = await server.Until("mail", _ => true);
        Assert.Equal("Grüße, 😀 \"quoted\"", Text(mail, "subject"));
        Assert.Equal(("Söhne, Inc. <x>", "billing@example.test"), (Text(mail.GetProperty("from"), "name"), Text(mail.GetProperty("from"), "address")));
        Assert.Equal(("Zoë „Z“ Müller", "ada@example.test"), (Text(mail.GetProperty("to")[0], "name"), Text(mail.GetProperty("to")[0], "address")));
        Assert.Equal(("billing@example.test", "ada@example.test"), (Text(mail, "envelope"), Text(mail, "address")));
        Assert.Equal("<00000001000000000000000000000000@example.test>", Text(mail, "id"));
        Assert.Equal(letter.Text.TrimEnd(), Text(mail, "text").ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(letter.Html.TrimEnd(), Text(mail, "html").ReplaceLineEndings("\n").TrimEnd());
        var logo = mail.GetProperty("attachments")[0];
        Assert.Equal(("image/png", "<logo>", 3), (Text(logo, "mimeType"), Text(logo, "contentId"), logo.GetProperty("size").GetInt32()));
        Assert.Contains("auto-submitted: auto-generated", mail.GetProperty("headers").EnumerateArray().Select(header => header.GetString()));
        Assert.All(Text(mail, "raw").Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public async Task no_name_adds_a_header()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        const string evil = "Ada\r\nBcc: eve@example.test\r\n\r\nHello \u202Eevil";
        await Post(server).Send(Some.Letter(Some.Mail(name: evil, subject: evil, organisation: evil)), TestContext.Current.CancellationToken);
        var mail = await server.Until("mail", _ => true);
        Assert.DoesNotContain(mail.GetProperty("headers").EnumerateArray(), header => header.GetString()!.StartsWith("bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Ada Bcc: eve@example.test Hello evil", Text(mail, "subject"));
        Assert.Single(server.Said, said => Text(said, "event") == "recipient");
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ada@example.test\r\nRCPT TO:<eve@example.test>")]
    [InlineData("Ada <ada@example.test>")]
    [InlineData("ada@example.test, eve@example.test")]
    public async Task nothing_but_one_address_is_written_to(string to)
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        await Assert.ThrowsAsync<GivenUpException>(() => Post(server).Send(Some.Letter(to: to), TestContext.Current.CancellationToken));
        Assert.Single(server.Said);
    }

    [Theory]
    [InlineData("nobody@example.test", 550)]
    [InlineData("unwanted@example.test", 554)]
    public async Task a_refusal_for_good_is_told_apart_and_repeats_no_address(string to, int status)
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        var post = Post(server);
        var refused = await Assert.ThrowsAsync<GivenUpException>(() => post.Send(Some.Letter(to: to), TestContext.Current.CancellationToken));
        Assert.Equal($"The mail server refused the mail for good ({status}).", refused.Message);
        Assert.DoesNotContain(to, refused.ToString(), StringComparison.Ordinal);
        Assert.Null(post.Trouble);
    }

    [Fact]
    public async Task a_refusal_for_now_is_tried_again_and_then_arrives_once()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        var post = Post(server);
        var away = await Assert.ThrowsAsync<PostAwayException>(() => post.Send(Some.Letter(to: "later@example.test"), TestContext.Current.CancellationToken));
        Assert.Contains("(450)", away.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("later@", away.ToString(), StringComparison.Ordinal);
        Assert.Equal(away.Message, post.Trouble);
        await post.Send(Some.Letter(to: "later@example.test"), TestContext.Current.CancellationToken);
        await server.Until("mail", _ => true);
        Assert.Null(post.Trouble);
    }

    [Fact]
    public async Task a_server_that_dawdles_is_left()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        var post = new SmtpPost(new SmtpServer("127.0.0.1", server.Port, SmtpLine.Plain, null), From, patience: TimeSpan.FromMilliseconds(700));
        Assert.Contains("too slow", (await Assert.ThrowsAsync<PostAwayException>(() => post.Send(Some.Letter(to: "slow@example.test"), TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_server_that_is_away_is_told_about()
    {
        int port;
        await using (var server = await Counterpart.Start("smtp.mjs", new { })) port = server.Port;
        foreach (var line in Enum.GetValues<SmtpLine>())
            Assert.Contains("cannot be reached", (await Assert.ThrowsAsync<PostAwayException>(() => new SmtpPost(new SmtpServer("127.0.0.1", port, line, null), From).Send(Some.Letter(), TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_login_is_used()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { login = new[] { "me", "p:@ss" } });
        await Post(server, $"smtp://me:p%3A%40ss@127.0.0.1:{server.Port}").Send(Some.Letter(), TestContext.Current.CancellationToken);
        Assert.Equal("me", Text(await server.Until("mail", _ => true), "user"));
    }

    [Fact]
    public async Task a_wrong_login_is_the_operators_to_mend_and_gives_no_mail_up()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { login = new[] { "me", "right" } });
        var away = await Assert.ThrowsAsync<PostAwayException>(() => Post(server, $"smtp://me:wrongword@127.0.0.1:{server.Port}").Send(Some.Letter(), TestContext.Current.CancellationToken));
        Assert.Contains("Mail__Smtp", away.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrongword", away.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tls", "smtps")]
    [InlineData("starttls", "starttls")]
    public async Task an_encrypted_line_carries_login_and_mail(string line, string scheme)
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { line, login = new[] { "me", "secret" } });
        await Post(server, $"{scheme}://me:secret@127.0.0.1:{server.Port}", ItsCertificate).Send(Some.Letter(), TestContext.Current.CancellationToken);
        var mail = await server.Until("mail", _ => true);
        Assert.True(mail.GetProperty("secure").GetBoolean());
        Assert.Equal(("me", "Choose a new password"), (Text(mail, "user"), Text(mail, "subject")));
    }

    [Theory]
    [InlineData("tls", "smtps")]
    [InlineData("starttls", "starttls")]
    public async Task nothing_is_said_to_a_server_that_is_not_trusted(string line, string scheme)
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { line, login = new[] { "me", "secret" } });
        Assert.Contains("not trusted", (await Assert.ThrowsAsync<PostAwayException>(() => Post(server, $"{scheme}://me:secret@127.0.0.1:{server.Port}").Send(Some.Letter(), TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Said, said => Text(said, "event") is "recipient" or "mail");
    }

    [Fact]
    public async Task nothing_is_said_in_the_clear_where_encryption_was_asked_for()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { line = "plain" });
        await Assert.ThrowsAsync<PostAwayException>(() => Post(server, $"starttls://127.0.0.1:{server.Port}").Send(Some.Letter(), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(server.Said, said => Text(said, "event") is "recipient" or "mail");
    }

    /// <summary>Whoever sits on the line before it is encrypted can put words behind the server's consent; they are not taken for the server's.</summary>
    [Fact]
    public async Task what_is_slipped_in_before_the_encryption_is_not_heard_behind_it()
    {
        using var line = new TcpListener(IPAddress.Loopback, 0);
        line.Start();
        var talk = Task.Run(async () =>
        {
            using var caller = await line.AcceptTcpClientAsync();
            await using var stream = caller.GetStream();
            using var heard = new StreamReader(stream);
            await stream.WriteAsync("220 ready\r\n"u8.ToArray());
            Assert.StartsWith("EHLO", await heard.ReadLineAsync(), StringComparison.Ordinal);
            await stream.WriteAsync("250-here\r\n250 STARTTLS\r\n"u8.ToArray());
            Assert.Equal("STARTTLS", await heard.ReadLineAsync());
            await stream.WriteAsync("220 go ahead\r\n250 AUTH PLAIN\r\n235 welcome\r\n"u8.ToArray());
            var more = new byte[4096];
            return Encoding.Latin1.GetString(more, 0, await stream.ReadAsync(more));
        });
        var away = await Assert.ThrowsAsync<PostAwayException>(() => new SmtpPost(SmtpServer.Parse($"starttls://me:secret@127.0.0.1:{((IPEndPoint)line.LocalEndpoint).Port}"), From, ItsCertificate).Send(Some.Letter(), TestContext.Current.CancellationToken));
        Assert.DoesNotContain("secret", away.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("AUTH", await talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task several_readers_get_one_letter_with_its_files()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        var letter = Some.Letter() with { AlsoTo = ["bob@example.test"], Copies = ["boss@example.test"], ReplyTo = "office@example.test", Attachments = [new MailAttachment("INV-1.pdf", "application/pdf", new byte[] { 1, 2, 3 })] };
        Assert.Empty(await Post(server).Send(letter, TestContext.Current.CancellationToken));
        var mail = await server.Until("mail", _ => true);
        Assert.Equal(["ada@example.test", "bob@example.test", "boss@example.test"], mail.GetProperty("readers").EnumerateArray().Select(reader => reader.GetString()));
        Assert.Equal(("boss@example.test", "office@example.test"), (Text(mail.GetProperty("cc")[0], "address"), Text(mail.GetProperty("replyTo")[0], "address")));
        var file = mail.GetProperty("attachments")[0];
        Assert.Equal(("INV-1.pdf", "application/pdf", 3), (Text(file, "filename"), Text(file, "mimeType"), file.GetProperty("size").GetInt32()));
        Assert.Single(server.Said, said => Text(said, "event") == "mail");
    }

    [Fact]
    public async Task readers_who_are_not_taken_do_not_keep_it_from_the_others()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        Assert.Equal(["nobody@example.test"], await Post(server).Send(Some.Letter() with { AlsoTo = ["nobody@example.test"] }, TestContext.Current.CancellationToken));
        Assert.Equal(["ada@example.test"], (await server.Until("mail", _ => true)).GetProperty("readers").EnumerateArray().Select(reader => reader.GetString()));
        Assert.Equal(["later@example.test", "nobody@example.test"], await Post(server).Send(Some.Letter() with { AlsoTo = ["later@example.test"], Copies = ["nobody@example.test"] }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task a_letter_that_none_of_several_gets_yet_is_tried_again()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        var letter = Some.Letter(to: "nobody@example.test") with { AlsoTo = ["later@example.test"] };
        await Assert.ThrowsAsync<PostAwayException>(() => Post(server).Send(letter, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(server.Said, said => Text(said, "event") == "mail");
        Assert.Equal(["nobody@example.test"], await Post(server).Send(letter, TestContext.Current.CancellationToken));
    }

    private static SmtpPost Post(Counterpart server, string? address = null, RemoteCertificateValidationCallback? trusts = null) => new(SmtpServer.Parse(address ?? $"smtp://127.0.0.1:{server.Port}"), From, trusts);

    private static string Text(JsonElement said, string name) => said.GetProperty(name).GetString()!;
}
