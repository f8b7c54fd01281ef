using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>Something that was given up and waits for somebody to look at it.</summary>
/// <param name="Id">What to say to replay it: a message's UUID, or <c>projection@sequence</c>.</param>
/// <param name="Tenant">Whose.</param>
/// <param name="Kind"><c>message</c> or <c>projection</c>.</param>
/// <param name="Type">The message's type, or the alias of the event.</param>
/// <param name="FailedAt">When it failed last, UTC.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why it failed last.</param>
/// <param name="Body">The message's or the event's JSON.</param>
public sealed record DeadLetter(string Id, TenantId Tenant, string Kind, string Type, DateTimeOffset FailedAt, int Attempts, string Error, string Body);

/// <summary>Messages and events that could not be handled: to be looked at and tried again.</summary>
public sealed class DeadLetters(EventStore store)
{
    private const string All = """
        select id::text, tenant_id, 'message' as kind, type, dead_at as failed_at, attempts, coalesce(error, '') as error, body::text as body
        from messages where dead_at is not null and ($1::text is null or tenant_id = $1)
        union all
        select l.projection || '@' || l.seq_id, l.tenant_id, 'projection', e.type, l.failed_at, l.attempts, l.error, e.data::text
        from projection_dead_letters l join mt_events e on e.seq_id = l.seq_id and e.tenant_id = l.tenant_id where not l.replay and ($1::text is null or l.tenant_id = $1)
        """;

    private const string Page = $"select * from ({All}) letters where $2::timestamptz is null or failed_at < $2 order by failed_at desc, id limit $3";

    private const string One = $"select * from ({All}) letters where id = $2";

    private const string ReplayMessage = "update messages set dead_at = null, error = null, attempts = 0, due = $3 where id::text = $2 and dead_at is not null and ($1::text is null or tenant_id = $1) returning 'sent'";

    private const string ReplayEvent = "update projection_dead_letters set replay = true where projection || '@' || seq_id = $2 and ($1::text is null or tenant_id = $1) returning 'resume'";

    /// <summary>The newest first.</summary>
    /// <param name="tenant">Whose; null for all, which only the command line may ask.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="before">Only those that failed before this moment: <see cref="DeadLetter.FailedAt"/> of the last one seen.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<IReadOnlyList<DeadLetter>> List(TenantId? tenant, int limit, DateTimeOffset? before, CancellationToken stop) => await Sql.List(
        store.Database.Daemon, Page, Read, stop, Text(tenant?.Value), before is { } moment ? Moment(moment) : new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz }, Number(limit));

    /// <summary>One of them; null when there is none under that id.</summary>
    public async Task<DeadLetter?> Find(TenantId? tenant, string id, CancellationToken stop) =>
        (await Sql.List(store.Database.Daemon, One, Read, stop, Text(tenant?.Value), Text(id))).FirstOrDefault();

    /// <summary>Has it tried again at once, by whichever node; false when there is none under that id.</summary>
    public async Task<bool> Replay(TenantId? tenant, string id, CancellationToken stop)
    {
        NpgsqlParameter[] which = [Text(tenant?.Value), Text(id)];
        var said = id.Contains('@', StringComparison.Ordinal)
            ? await Ask(store.Database.Daemon, ReplayEvent, stop, which)
            : await Ask(store.Database.Daemon, ReplayMessage, stop, [.. which, Moment(store.Time.GetUtcNow())]);
        if (said is not string wake) return false;
        await Ask(store.Database.Daemon, "select pg_notify($1, $2)", stop, Text(store.Database.Schema), Text(wake));
        return true;
    }

    private static DeadLetter Read(NpgsqlDataReader reader) => new(
        reader.GetString(0), new TenantId(reader.GetString(1)), reader.GetString(2), reader.GetString(3), MomentAt(reader, 4), reader.GetInt32(5), reader.GetString(6), reader.GetString(7));
}
