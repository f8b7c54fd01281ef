using Billing.Web;

namespace Billing.Notifications.Tests;

public class Writing_a_letter
{
    [Fact]
    public void says_everything_in_both_parts()
    {
        var letter = Some.Letter();
        foreach (var part in new[] { letter.Text, System.Net.WebUtility.HtmlDecode(letter.Html) })
            Assert.All(["you asked for it.", "Role", "Member", "Choose a password", "https://billing.example.test/reset#token-123", "Good for 30 minutes.", "Acme & Söhne"], text => Assert.Contains(text, part, StringComparison.Ordinal));
        Assert.Equal("Choose a new password", letter.Subject);
    }

    [Theory]
    [InlineData("de", "Wenn der Knopf nicht geht")]
    [InlineData("de-AT", "Wenn der Knopf nicht geht")]
    [InlineData("en-US", "If the button does not work")]
    [InlineData("fr-FR", "If the button does not work")]
    public void speaks_the_readers_language(string language, string words) => Assert.Contains(words, Some.Letter(Some.Mail(language)).Html, StringComparison.Ordinal);

    [Fact]
    public void never_runs_a_name()
    {
        const string script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var letter = Some.Letter(Some.Mail(language: "en\"><script>", name: script, subject: script, organisation: script, text: script));
        Assert.DoesNotContain("<script", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada\r\nBcc: eve@example.test", "Ada Bcc: eve@example.test")]
    [InlineData("Ada\nX: y\0z", "Ada X: y z")]
    [InlineData("A\u202Eda\u200B \u2066B\uFEFF", "Ada B")]
    [InlineData("Ada\u2028\u0085Byron", "Ada Byron")]
    [InlineData("  Ada   Byron\t", "Ada Byron")]
    [InlineData("Zoë 😀", "Zoë 😀")]
    public void keeps_headers_on_one_line_and_free_of_what_cannot_be_seen(string name, string expected)
    {
        var letter = Some.Letter(Some.Mail(name: name, subject: name, organisation: name));
        Assert.Equal([expected, expected, expected], [letter.Name, letter.Subject, letter.Sender!.Name]);
    }

    [Fact]
    public void keeps_headers_short()
    {
        var letter = Some.Letter(Some.Mail(name: new string('x', 5000), subject: new string('y', 5000)));
        Assert.Equal((100, 150), (letter.Name.Length, letter.Subject.Length));
    }

    [Fact]
    public void takes_direction_marks_out_of_its_texts() => Assert.DoesNotContain('\u202E', Some.Letter(Some.Mail(text: "txt.\u202Eexe")).Html + Some.Letter(Some.Mail(text: "txt.\u202Eexe")).Text);

    [Theory]
    [InlineData("//evil.example.test/")]
    [InlineData("https://evil.example.test/")]
    [InlineData("/\\evil.example.test/")]
    public void links_nowhere_but_home(string path) => Assert.Throws<ArgumentException>(() => Some.Letter(new Mail("ada@example.test", "", "en", "Hello", [new MailPart.Button("Go", path)])));

    [Fact]
    public void shows_the_logo_where_there_is_one()
    {
        var letter = Some.Letter(Some.Mail() with { Sender = new MailSender("Acme", new byte[] { 1, 2, 3 }, "image/png") });
        Assert.Contains("<img src=\"cid:logo\" alt=\"Acme\"", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Some.Letter().Html, StringComparison.Ordinal);
    }

    [Fact]
    public void fits_a_narrow_window()
    {
        Assert.Contains("max-width:560px", Some.Letter().Html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?<!max-)width:[4-9]\\d\\dpx", Some.Letter().Html);
        Assert.Contains("overflow-wrap:anywhere", Some.Letter().Html, StringComparison.Ordinal);
    }

    [Fact]
    public void tells_a_log_nothing()
    {
        Assert.DoesNotContain("token", $"{Some.Letter()} {Some.Mail()} {Some.Mail().Parts[2]}", StringComparison.Ordinal);
        Assert.DoesNotContain("ada", $"{Some.Letter()} {Some.Mail()}", StringComparison.Ordinal);
    }
}
