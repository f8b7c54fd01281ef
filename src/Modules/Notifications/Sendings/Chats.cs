using System.Globalization;
using System.Text;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>Tells people elsewhere: at addresses that are secrets, and are called as carefully as webhooks are.</summary>
internal sealed class Chats(EventStore.EventStore store, WebhookCalls calls)
{
    /// <summary>What keeps an address, in the transaction that says so.</summary>
    public Statement Keep(TenantId tenant, Guid person, NotificationChannel channel, string url, DateTimeOffset at) => store.Secrets.Put(tenant, Record(person), NotificationLines.Word(channel), url, at);

    /// <summary>What drops it.</summary>
    public static Statement Drop(Guid person, NotificationChannel channel) => Secrets.Drop(Record(person), NotificationLines.Word(channel));

    /// <summary>What the secrets of somebody are kept under.</summary>
    public static string Record(Guid person) => RecordPrefix + person;

    public const string RecordPrefix = "notifications.channel/";

    /// <summary>Tells somebody.</summary>
    /// <returns>Null when it was taken; else why not.</returns>
    public async Task<string?> Send(Session session, Guid person, NotificationChannel channel, ChatNews news, CancellationToken stop)
    {
        if (await store.Secrets.Open(session.Tenant, Record(person), NotificationLines.Word(channel), stop) is not { } url) return "The address is not kept here. Enter it again.";
        var attempt = await calls.Send(new WebhookDoor(new Uri(url), [], new Dictionary<string, string>()), $"ntf_{news.Id:n}", ChatBody.Of(channel, news), stop);
        return attempt.Error;
    }
}

/// <summary>What is told elsewhere.</summary>
/// <param name="Url">Where there is more of it.</param>
/// <param name="HappenedAt">UTC.</param>
internal sealed record ChatNews(Guid Id, NotificationKind Kind, NotificationPriority Priority, NotificationText Text, Uri Url, DateTimeOffset HappenedAt);

/// <summary>How each of them is told; names of others cannot become links, mentions or formatting there.</summary>
internal static class ChatBody
{
    /// <summary>JSON in UTF-8.</summary>
    public static byte[] Of(NotificationChannel channel, ChatNews news) => JsonSerializer.SerializeToUtf8Bytes(channel switch
    {
        NotificationChannel.Slack => (object)new { text = $"*{Slack(news.Text.Title)}*\n{Slack(news.Text.Text)}\n{news.Url}", mrkdwn = true },
        NotificationChannel.Discord => new { content = Cut($"**{Marks(news.Text.Title)}**\n{Marks(news.Text.Text)}\n<{news.Url}>", 2000), allowed_mentions = new { parse = Array.Empty<string>() } },
        NotificationChannel.Teams => new
        {
            type = "message",
            attachments = new[]
            {
                new
                {
                    contentType = "application/vnd.microsoft.card.adaptive",
                    content = new Dictionary<string, object>
                    {
                        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                        ["type"] = "AdaptiveCard",
                        ["version"] = "1.4",
                        ["body"] = new object[] { new { type = "TextBlock", text = Marks(news.Text.Title), weight = "bolder", wrap = true }, new { type = "TextBlock", text = Marks(news.Text.Text), wrap = true } },
                        ["actions"] = new object[] { new { type = "Action.OpenUrl", title = news.Url.Host, url = news.Url.ToString() } },
                    },
                },
            },
        },
        NotificationChannel.Webhook => new { id = news.Id, kind = NotificationLines.Word(news.Kind), priority = NotificationLines.Word(news.Priority), title = news.Text.Title, text = news.Text.Text, url = news.Url, happenedAt = news.HappenedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture) },
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    });

    /// <summary>Slack's three signs, and those that format a text.</summary>
    private static string Slack(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var sign in text) safe.Append(sign switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '*' or '_' or '~' or '`' => $"\u200B{sign}\u200B", _ => sign.ToString() });
        return safe.ToString();
    }

    /// <summary>Signs that Markdown understands, with a stroke before them; a mention is broken.</summary>
    private static string Marks(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (sign is '\\' or '*' or '_' or '~' or '`' or '|' or '>' or '<' or '[' or ']' or '(' or ')' or '#' or '!') safe.Append('\\');
            safe.Append(sign);
            if (sign == '@') safe.Append('\u200B');
        }
        return safe.ToString();
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
