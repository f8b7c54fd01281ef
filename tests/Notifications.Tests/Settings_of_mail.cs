using Billing.Web;

namespace Billing.Notifications.Tests;

public class Settings_of_mail
{
    [Theory]
    [InlineData("smtp://mail.example.test", "mail.example.test", 25, "Plain", null, null)]
    [InlineData("smtp://127.0.0.1:2525", "127.0.0.1", 2525, "Plain", null, null)]
    [InlineData("smtp://me:secret@localhost:2525", "localhost", 2525, "Plain", "me", "secret")]
    [InlineData("starttls://me%40example.test:p%3A%40ss@mail.example.test", "mail.example.test", 587, "StartTls", "me@example.test", "p:@ss")]
    [InlineData("smtps://me:secret@mail.example.test/", "mail.example.test", 465, "Tls", "me", "secret")]
    public void name_a_server(string text, string host, int port, string line, string? user, string? password)
    {
        var server = MailSettings.Of(text, "billing@example.test").Smtp!;
        Assert.Equal((host, port, line, user, password), (server.Host, server.Port, server.Line.ToString(), server.Login?.UserName, server.Login?.Password));
        Assert.DoesNotContain(password ?? "none", server.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail.example.test", "billing@example.test", "Mail__Smtp")]
    [InlineData("http://mail.example.test", "billing@example.test", "Mail__Smtp")]
    [InlineData("smtps://mail.example.test/path", "billing@example.test", "Mail__Smtp")]
    [InlineData("smtp://me:topsecret@mail.example.test", "billing@example.test", "unencrypted")]
    [InlineData("smtps://me:topsecret@mail.example.test", "", "Mail__From is missing")]
    [InlineData("smtps://me:topsecret@mail.example.test", "nobody", "Mail__From is 'nobody'")]
    public void that_make_no_sense_stop_the_start_with_a_sentence(string smtp, string from, string words)
    {
        var sentence = Assert.Throws<SettingsException>(() => MailSettings.Of(smtp, from)).Message;
        Assert.Contains(words, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void may_be_left_out(string? smtp) => Assert.Null(MailSettings.Of(smtp, null).Smtp);
}
