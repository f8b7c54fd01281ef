using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.Notifications;

/// <summary>What was gathered for somebody is to go.</summary>
internal sealed record DigestDue(Guid Person)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "notifications.digest_due";

    /// <summary>Has it go at a moment, once however much is gathered until then.</summary>
    public static void Plan(Work work, Guid person, DateTimeOffset at) => work.Send(Message, new DigestDue(person), at, $"{person} {at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)}");
}

/// <summary>Makes one mail of what was gathered; where there is no room for it, later.</summary>
internal sealed class When_a_digest_is_due() : MessageHandler<DigestDue>(DigestDue.Message)
{
    private const string Waits = "select 1 from notification_sendings where tenant_id = $1 and person_id = $2 and channel = 'mail' and digest and state = 'waiting' limit 1";

    private const string Gather = "update notification_sendings set state = 'handed', digest_id = $3, attempts = attempts + 1 where tenant_id = $1 and person_id = $2 and channel = 'mail' and digest and state = 'waiting'";

    public override async Task Handle(Message<DigestDue> message, Work work, CancellationToken stop)
    {
        var person = message.Body.Person;
        if (!await work.Session.Read(Waits, [new NpgsqlParameter<Guid> { TypedValue = person }], reader => reader.ReadAsync(stop), stop)) return;
        if (await SendingLimits.TakePlace(work.Session, person, NotificationChannel.Mail, work.At) is { } room)
        {
            DigestDue.Plan(work, person, room);
            return;
        }
        work.WantMail(NotificationDigestMail.Name, person, message.Id, key: message.Id.ToString());
        work.Also(new Statement(Gather, new NpgsqlParameter<Guid> { TypedValue = person }, new NpgsqlParameter<Guid> { TypedValue = message.Id }));
    }
}
