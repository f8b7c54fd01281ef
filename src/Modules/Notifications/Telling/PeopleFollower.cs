using System.Globalization;
using System.Reflection;
using Billing.EventStore;
using Npgsql;

namespace Billing.Notifications;

/// <summary>Sees to it that people are told of each event that they are told of, once and in the order of the log; and that nothing is left of those who leave.</summary>
internal sealed class PeopleFollower(NotificationWriters writers, TimeProvider time) : LogFollower(Checkpoint)
{
    public const string Checkpoint = "notifications.people";

    /// <summary>Somebody belongs to an organisation no longer; people who are forgotten leave first.</summary>
    private const string MemberLeft = "identity.member_left";

    private const string Leave = $"""
        with gone as (select tenant_id, (data ->> 'personId')::uuid as person_id from mt_events where seq_id = any ($1)),
        sendings as (delete from notification_sendings s using gone g where s.tenant_id = g.tenant_id and s.person_id = g.person_id),
        lanes as (delete from notification_lanes l using gone g where l.tenant_id = g.tenant_id and l.person_id = g.person_id),
        addresses as (delete from secrets a using gone g where a.tenant_id = g.tenant_id and a.record = '{Chats.RecordPrefix}' || g.person_id)
        delete from notifications n using gone g where n.tenant_id = g.tenant_id and n.person_id = g.person_id
        """;

    public override bool Sends => true;

    public override bool Wants(Type happened) => writers.Know(happened) || happened.GetCustomAttribute<EventAttribute>()!.Alias == MemberLeft;

    public override IReadOnlyList<NpgsqlBatchCommand> Write(IReadOnlyList<Headline> page)
    {
        var (left, news) = (page.Where(one => one.Alias == MemberLeft).Select(one => one.Sequence).ToArray(), page.Where(one => one.Alias != MemberLeft).ToList());
        var written = new List<NpgsqlBatchCommand>();
        if (news.Count > 0) written.Add(Message(PeopleToTell.Message, news, one => string.Create(CultureInfo.InvariantCulture, $"{{\"sequence\":{one.Sequence}}}"), time.GetUtcNow()));
        if (left.Length > 0) written.Add(new NpgsqlBatchCommand(Leave) { Parameters = { new NpgsqlParameter<long[]> { TypedValue = left } } });
        return written;
    }
}

/// <summary>People may have to be told of an event.</summary>
/// <param name="Sequence">Its number in the log.</param>
internal sealed record PeopleToTell(long Sequence)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "notifications.people_to_tell";
}
