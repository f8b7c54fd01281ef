using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.Notifications;

/// <summary>What one person was told of one event, as it is kept.</summary>
/// <param name="Sequence">The event's number in the log; null: it is there no longer.</param>
internal sealed record ToldLine(Guid Id, Guid Person, NotificationKind Kind, NotificationPriority Priority, string Permission, string Path, DateTimeOffset HappenedAt, long? Sequence)
{
    /// <summary>What it says, made of the event now.</summary>
    public async Task<NotificationText> Text(NotificationWriters writers, Session session, NotificationLanguage language, CancellationToken stop) =>
        (Sequence is { } number && await session.Events([number], stop) is [var happened] ? (await writers.Write(happened, session, stop))?.In(language) : null) ?? NotificationWords.Gone(language);
}

/// <summary>Reads what people were told.</summary>
internal static class NotificationLines
{
    private const string Columns = "n.id, n.person_id, n.kind, n.priority, n.permission, n.path, n.happened_at, n.seq_id";

    private const string One = $"select {Columns} from notifications n where n.tenant_id = $1 and n.id = $2";

    private const string InDigest = $"select {Columns} from notification_sendings s join notifications n on n.tenant_id = s.tenant_id and n.id = s.notification_id where s.tenant_id = $1 and s.digest_id = $2 order by n.place";

    private const string Tried = "select attempts from notification_sendings where tenant_id = $1 and notification_id = $2 and channel = $3 and state = 'waiting' and not digest";

    /// <summary>How a word stands in the tables, and in JSON.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static async Task<ToldLine?> Find(Session session, Guid id, CancellationToken stop) => (await Read(session, One, id, stop)).FirstOrDefault();

    /// <summary>What went with a digest, in the order in which people were told.</summary>
    public static Task<List<ToldLine>> Of(Session session, Guid digest, CancellationToken stop) => Read(session, InDigest, digest, stop);

    /// <summary>How often something that waits was tried; null: it does not wait.</summary>
    public static Task<int?> Attempts(Session session, NotificationToGo to, CancellationToken stop) => session.Read<int?>(
        Tried, [new NpgsqlParameter<Guid> { TypedValue = to.Notification }, new NpgsqlParameter<string> { TypedValue = Word(to.Channel) }], async reader => await reader.ReadAsync(stop) ? reader.GetInt32(0) : null, stop);

    private static Task<List<ToldLine>> Read(Session session, string sql, Guid id, CancellationToken stop) => session.Read(sql, [new NpgsqlParameter<Guid> { TypedValue = id }], async reader =>
    {
        var lines = new List<ToldLine>();
        while (await reader.ReadAsync(stop))
            lines.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), Enum.Parse<NotificationKind>(reader.GetString(2), ignoreCase: true), Enum.Parse<NotificationPriority>(reader.GetString(3), ignoreCase: true), reader.GetString(4), reader.GetString(5),
                new DateTimeOffset(reader.GetDateTime(6), TimeSpan.Zero), reader.IsDBNull(7) ? null : reader.GetInt64(7)));
        return lines;
    }, stop);
}
