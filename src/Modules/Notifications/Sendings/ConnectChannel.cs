using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Notifications;

/// <summary>One is told elsewhere, too.</summary>
/// <param name="Url">Where: a secret, and never shown again.</param>
internal sealed record ConnectChannel(string Url)
{
    public override string ToString() => nameof(ConnectChannel); // never the address

    /// <summary>Checks what was typed.</summary>
    public Decision<NotificationPreferencesEvent> Decide(NotificationChannel channel, OutgoingRules outgoing)
    {
        var wrong = channel switch { NotificationChannel.Slack => NotificationNo.Slack, NotificationChannel.Discord => NotificationNo.Discord, NotificationChannel.Teams => NotificationNo.Teams, _ => NotificationNo.Url("The address begins with https://.") };
        if (!Uri.TryCreate(Url.Trim(), UriKind.Absolute, out var url)) return wrong;
        if (outgoing.Against(url) is { } objection) return channel == NotificationChannel.Webhook ? NotificationNo.Url(objection) : wrong;
        if (url.Fragment.Length > 0 || !IsOf(channel, url)) return wrong;
        return new ChannelConnected(channel, $"{url.IdnHost}/…{(url.AbsoluteUri.Length > url.GetLeftPart(UriPartial.Authority).Length + 16 ? url.AbsoluteUri[^4..] : "")}");
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/notification-channels/{channel}", async (string channel, ConnectChannel command, Addressed who, Session session, Chats chats, OutgoingRules outgoing, CommandEdge edge, CancellationToken stop) =>
            {
                if (Elsewhere(channel) is not { } which) return Problems.NotFound;
                var (id, work) = (NotificationPreferences.Of(who.Person), session.Begin());
                await work.Load<NotificationPreferences>(id, stop, fresh: true);
                if (work.Decide<NotificationPreferences, NotificationPreferencesEvent>(id, _ => command.Decide(which, outgoing)) is { } refusal) return edge.Refused(refusal);
                work.Also(chats.Keep(session.Tenant, who.Person, which, new Uri(command.Url.Trim()).AbsoluteUri, session.InEverybodysTime.Now));
                var after = await work.Load<NotificationPreferences>(id, stop);
                return await edge.Commit(work, Answer.Of(await NotificationPreferencesPage.Of(who, session, after, stop), after.Version), stop);
            })
            .Produces<NotificationPreferencesPage>().ForThePerson().WithMetadata(new KeepsNoAnswer()).WithSummary("Be told in Slack, Discord, Teams, or at an address of your own, too");

        app.MapDelete("/api/notification-channels/{channel}", async (string channel, Addressed who, Session session, CommandEdge edge, CancellationToken stop) =>
            {
                if (Elsewhere(channel) is not { } which) return Problems.NotFound;
                var (id, work) = (NotificationPreferences.Of(who.Person), session.Begin());
                if (!(await work.Load<NotificationPreferences>(id, stop, fresh: true)).State.Channels.Any(one => one.Channel == which)) return Problems.NotFound;
                work.Decide<NotificationPreferences, NotificationPreferencesEvent>(id, _ => new ChannelDisconnected(which));
                work.Also(Chats.Drop(who.Person, which));
                return await edge.Commit(work, Answer.Of(null), stop);
            })
            .Produces(204).ForThePerson().WithSummary("Be told there no longer; the address is dropped");

        app.MapPost("/api/notification-channels/{channel}/test", async (string channel, Addressed who, Session session, Chats chats, PublicAddress address, CommandEdge edge, CancellationToken stop) =>
            {
                var isMail = channel == NotificationLines.Word(NotificationChannel.Mail);
                if (!isMail && Elsewhere(channel) is null) return (IResult)Problems.NotFound;
                var which = isMail ? NotificationChannel.Mail : Elsewhere(channel)!.Value;
                var wishes = (await session.Streams<NotificationPreferences>().Load(NotificationPreferences.Of(who.Person), stop)).State;
                if (!isMail && !wishes.Channels.Any(one => one.Channel == which)) return edge.Refused(NotificationNo.NotConnected);
                if (await SendingLimits.TakePlace(session, who.Person, which, session.Now) is not null) return edge.Refused(NotificationNo.TooMany);
                if (isMail)
                {
                    var work = session.Begin();
                    work.WantMail(NotificationTestMail.Name, who.Person);
                    return await edge.Commit(work, Answer.Of(new ChannelTested(null), status: 202), stop);
                }
                var text = NotificationWords.Test(NotificationLanguage.Of(wishes.Language ?? who.Here.Locale));
                var error = await chats.Send(session, who.Person, which, new ChatNews(session.NewId(), NotificationKind.System, NotificationPriority.Normal, text, address.Of("/notifications"), session.Now), stop);
                return Answer.Of(new ChannelTested(error));
            })
            .Produces<ChannelTested>().Produces<ChannelTested>(202).ForThePerson().WithSummary("Send yourself a test, and see what comes of it");
    }

    /// <summary>The channel of a name, where it has an address of its own.</summary>
    private static NotificationChannel? Elsewhere(string name) =>
        Enum.GetValues<NotificationChannel>().Where(one => one is not (NotificationChannel.InProduct or NotificationChannel.Mail)).Select(one => (NotificationChannel?)one).FirstOrDefault(one => NotificationLines.Word(one!.Value) == name);

    private static bool IsOf(NotificationChannel channel, Uri url) => channel switch
    {
        NotificationChannel.Slack => url.IdnHost == "hooks.slack.com" && IsUsual(url) && url.AbsolutePath.StartsWith("/services/", StringComparison.Ordinal),
        NotificationChannel.Discord => url.IdnHost is "discord.com" or "discordapp.com" && IsUsual(url) && url.AbsolutePath.StartsWith("/api/webhooks/", StringComparison.Ordinal),
        NotificationChannel.Teams => url.IdnHost.EndsWith(".webhook.office.com", StringComparison.Ordinal) && IsUsual(url),
        _ => true,
    };

    private static bool IsUsual(Uri url) => url is { Scheme: "https", Port: 443 };
}

/// <summary>What came of a test.</summary>
/// <param name="Error">Why it was not taken; null: it was, or a mail is on its way.</param>
internal sealed record ChannelTested(string? Error);
