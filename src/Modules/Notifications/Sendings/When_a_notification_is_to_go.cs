using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>A notification is to go out by a channel.</summary>
internal sealed record NotificationToGo(Guid Notification, NotificationChannel Channel)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "notifications.notification_to_go";
}

/// <summary>Lets it go when its reader may be disturbed and there is room; three tries where somebody must answer, and then it has failed.</summary>
internal sealed class When_a_notification_is_to_go(NotificationWriters writers, IColleagues colleagues, IOrganisations organisations, Chats chats, PublicAddress address) : MessageHandler<NotificationToGo>(NotificationToGo.Message)
{
    private const int Tries = 3;

    private const string Put = "update notification_sendings set state = $4, due_at = $5, attempts = $6, error = $7, done_at = $8 where tenant_id = $1 and notification_id = $2 and channel = $3 and state = 'waiting'";

    private const string Forget = "delete from notification_sendings where tenant_id = $1 and notification_id = $2 and channel = $3";

    public override async Task Handle(Message<NotificationToGo> message, Work work, CancellationToken stop)
    {
        var (session, now, to) = (work.Session, work.At, message.Body);
        if (await NotificationLines.Find(session, to.Notification, stop) is not { } told || await NotificationLines.Attempts(session, to, stop) is not { } attempts) return;
        if (!(await colleagues.WhoMay(session.Tenant, Permission.Named(told.Permission)!, stop)).Any(one => one.Id == told.Person) || await organisations.Find(session.Tenant, stop) is not { } here)
        {
            work.Also(new Statement(Forget, new NpgsqlParameter<Guid> { TypedValue = to.Notification }, new NpgsqlParameter<string> { TypedValue = NotificationLines.Word(to.Channel) }));
            return;
        }
        var wishes = (await session.Streams<NotificationPreferences>().Load(NotificationPreferences.Of(told.Person), stop)).State;
        if (wishes.Quiet is { } quiet && !(quiet.ExceptHigh && told.Priority == NotificationPriority.High) && PersonalHours.QuietUntil(quiet, now, wishes.Zone(here.TimeZone)) is { } morning)
        {
            Later(work, to, morning, attempts, null);
            return;
        }
        if (await SendingLimits.TakePlace(session, told.Person, to.Channel, now) is { } room)
        {
            Later(work, to, room, attempts, null);
            return;
        }
        if (to.Channel == NotificationChannel.Mail)
        {
            work.WantMail(NotificationMail.Name, told.Person, to.Notification, key: to.Notification.ToString());
            work.Also(State(to, "handed", now, attempts + 1, null, null));
            return;
        }
        var text = await told.Text(writers, session, NotificationLanguage.Of(wishes.Language ?? here.Locale), stop);
        if (session.InTestMode) text = text with { Title = $"[TEST] {text.Title}" };
        var error = await chats.Send(session, told.Person, to.Channel, new ChatNews(to.Notification, told.Kind, told.Priority, text, address.Of(told.Path), told.HappenedAt), stop);
        if (error is null) work.Also(State(to, "sent", now, attempts + 1, null, now));
        else if (attempts + 1 >= Tries) work.Also(State(to, "failed", now, attempts + 1, error, now));
        else Later(work, to, now + TimeSpan.FromMinutes(attempts == 0 ? 1 : 10), attempts + 1, error);
    }

    /// <summary>What lets something go by a channel, at once or when its time has come.</summary>
    public static void Send(Work work, NotificationToGo to, DateTimeOffset? due = null) => work.Send(NotificationToGo.Message, to, due);

    private static void Later(Work work, NotificationToGo to, DateTimeOffset due, int attempts, string? error)
    {
        Send(work, to, due);
        work.Also(State(to, "waiting", due, attempts, error, null));
    }

    private static Statement State(NotificationToGo to, string state, DateTimeOffset due, int attempts, string? error, DateTimeOffset? done) => new(
        Put,
        new NpgsqlParameter<Guid> { TypedValue = to.Notification },
        new NpgsqlParameter<string> { TypedValue = NotificationLines.Word(to.Channel) },
        new NpgsqlParameter<string> { TypedValue = state },
        new NpgsqlParameter<DateTime> { TypedValue = due.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        new NpgsqlParameter<int> { TypedValue = attempts },
        new NpgsqlParameter { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
        new NpgsqlParameter { Value = (object?)done?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
}
