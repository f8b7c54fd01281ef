using System.Text.Json;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>Tells everybody of the organisation who may see it and wants it.</summary>
internal sealed class When_people_are_to_be_told(NotificationWriters writers, IColleagues colleagues, IOrganisations organisations) : MessageHandler<PeopleToTell>(PeopleToTell.Message)
{
    private const string Tell = """
        insert into notifications (tenant_id, id, person_id, event_id, seq_id, stream_id, version, kind, priority, permission, path, in_product, happened_at, told_at)
        select $1, t.id, t.person, $3, $4, $5, $6, $7, $8, $9, $10, t."inProduct", $11, $12 from jsonb_to_recordset($2) as t (id uuid, person uuid, "inProduct" boolean)
        on conflict (tenant_id, person_id, event_id) do nothing
        """;

    private const string Wait = "insert into notification_sendings (tenant_id, notification_id, channel, person_id, state, digest, due_at) values ($1, $2, $3, $4, 'waiting', $5, $6) on conflict do nothing";

    public override async Task Handle(Message<PeopleToTell> message, Work work, CancellationToken stop)
    {
        var session = work.Session;
        if (await session.Events([message.Body.Sequence], stop) is not [var happened]) return; // its organisation is gone
        if (await writers.Write(happened, session, stop) is not { } notification) return;
        if ((await work.Load<Telling>(happened.Id, stop, fresh: true)).Exists) return;
        var people = await colleagues.WhoMay(session.Tenant, notification.Sees, stop);
        if (people.Count == 0 || await organisations.Find(session.Tenant, stop) is not { } here) return;
        await work.LoadMany<NotificationPreferences>([.. people.Select(one => NotificationPreferences.Of(one.Id))], stop);
        List<Reached> reached = [];
        foreach (var person in people)
        {
            var wishes = (await work.Load<NotificationPreferences>(NotificationPreferences.Of(person.Id), stop)).State;
            NotificationChannel[] channels = [.. Enum.GetValues<NotificationChannel>().Where(channel => wishes.Want(notification.Kind, notification.Priority, channel))];
            if (channels.Length > 0) reached.Add(new(session.NewId(), person.Id, wishes, channels));
        }
        if (reached.Count == 0) return;
        work.Decide<Telling, TellingEvent>(happened.Id, _ => new PeopleTold(notification.Kind, notification.Priority, [.. reached.Select(one => one.Person)]));
        var rows = reached.Select(one => new { id = one.Id, person = one.Person, inProduct = one.Channels.Contains(NotificationChannel.InProduct) });
        work.Also(new Statement(
            Tell,
            new NpgsqlParameter { Value = JsonSerializer.Serialize(rows), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new NpgsqlParameter<Guid> { TypedValue = happened.Id },
            new NpgsqlParameter<long> { TypedValue = happened.Sequence },
            new NpgsqlParameter<Guid> { TypedValue = happened.StreamId },
            new NpgsqlParameter<long> { TypedValue = happened.Version },
            new NpgsqlParameter<string> { TypedValue = NotificationLines.Word(notification.Kind) },
            new NpgsqlParameter<string> { TypedValue = NotificationLines.Word(notification.Priority) },
            new NpgsqlParameter<string> { TypedValue = notification.Sees.Name },
            new NpgsqlParameter<string> { TypedValue = notification.Path },
            Moment(happened.At),
            Moment(session.InEverybodysTime.Now)));
        foreach (var one in reached)
            foreach (var channel in one.Channels.Where(channel => channel != NotificationChannel.InProduct)) Send(work, one, channel, notification, here.TimeZone);
    }

    /// <summary>Has it go by one channel: at once, or with the next digest where mails are gathered and it can wait.</summary>
    private static void Send(Work work, Reached to, NotificationChannel channel, Notification notification, TimeZoneInfo house)
    {
        var digest = channel == NotificationChannel.Mail && notification.Priority < NotificationPriority.High && to.Wishes.Digest is { } gathered ? PersonalHours.NextDigest(gathered, work.At, to.Wishes.Zone(house)) : (DateTimeOffset?)null;
        if (digest is { } at) DigestDue.Plan(work, to.Person, at);
        else When_a_notification_is_to_go.Send(work, new NotificationToGo(to.Id, channel));
        work.Also(new Statement(
            Wait,
            new NpgsqlParameter<Guid> { TypedValue = to.Id },
            new NpgsqlParameter<string> { TypedValue = NotificationLines.Word(channel) },
            new NpgsqlParameter<Guid> { TypedValue = to.Person },
            new NpgsqlParameter<bool> { TypedValue = digest is not null },
            Moment(digest ?? work.At)));
    }

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) => new() { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    /// <summary>Somebody who is told, and by what.</summary>
    private sealed record Reached(Guid Id, Guid Person, NotificationPreferences Wishes, NotificationChannel[] Channels);
}
