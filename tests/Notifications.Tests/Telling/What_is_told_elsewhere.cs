using System.Text;
using System.Text.Json.Nodes;
using Billing.Web;

namespace Billing.Notifications.Tests;

/// <summary>Names of others cannot become links, mentions or formatting where people are told.</summary>
public class What_is_told_elsewhere
{
    private static JsonNode Body(NotificationChannel channel, string title = "<!channel> *Acme* & <https://evil.example.test|Sons>", string text = "@everyone [look](https://evil.example.test)") =>
        JsonNode.Parse(Encoding.UTF8.GetString(ChatBody.Of(channel, new ChatNews(Some.Id(1), NotificationKind.Overdue, NotificationPriority.High, new(title, text), new Uri("https://billing.example.test/invoices/1"), DateTimeOffset.UnixEpoch))))!;

    [Fact]
    public void in_slack()
    {
        var text = Body(NotificationChannel.Slack)["text"]!.GetValue<string>();
        Assert.Contains("&lt;!channel&gt; \u200B*\u200BAcme\u200B*\u200B &amp; &lt;https://evil.example.test|Sons&gt;", text, StringComparison.Ordinal);
        Assert.DoesNotContain('<', text);
        Assert.EndsWith("https://billing.example.test/invoices/1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void in_discord()
    {
        var body = Body(NotificationChannel.Discord);
        Assert.Empty(body["allowed_mentions"]!["parse"]!.AsArray());
        Assert.Contains("@\u200Beveryone \\[look\\]\\(https://evil.example.test\\)", body["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(2000, Body(NotificationChannel.Discord, new string('x', 3000))["content"]!.GetValue<string>().Length);
    }

    [Fact]
    public void in_teams()
    {
        var card = Body(NotificationChannel.Teams)["attachments"]![0]!["content"]!;
        Assert.Equal(("AdaptiveCard", "@\u200Beveryone \\[look\\]\\(https://evil.example.test\\)"), (card["type"]!.GetValue<string>(), card["body"]![1]!["text"]!.GetValue<string>()));
        Assert.Equal("https://billing.example.test/invoices/1", card["actions"]![0]!["url"]!.GetValue<string>());
    }

    [Fact]
    public void and_at_an_address_of_ones_own_as_it_is()
    {
        var body = Body(NotificationChannel.Webhook, "Acme & Sons");
        Assert.Equal(("overdue", "high", "Acme & Sons", "1970-01-01T00:00:00.000000Z"), (body["kind"]!.GetValue<string>(), body["priority"]!.GetValue<string>(), body["title"]!.GetValue<string>(), body["happenedAt"]!.GetValue<string>()));
    }
}
