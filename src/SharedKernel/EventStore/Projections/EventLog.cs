using Npgsql;

namespace Billing.EventStore;

/// <summary>An event that a projection could not digest.</summary>
internal sealed record Poison(TenantId Tenant, long Sequence, Exception Why);

/// <summary>Consecutive events of a projection, complete up to a number; then, perhaps, one that cannot be read.</summary>
internal sealed record EventPage(IReadOnlyList<StoredEvent> Events, long UpTo, Poison? Poison)
{
    /// <summary>The same page, ending before an event that could not be digested.</summary>
    public EventPage Before(StoredEvent happened, Exception why) =>
        new([.. Events.TakeWhile(e => e.Sequence < happened.Sequence)], happened.Sequence - 1, new Poison(happened.Tenant, happened.Sequence, why));
}

/// <summary>Reads the log for one projection: the events it uses, and those it must not overlook (forgotten ones, unknown ones of its streams).</summary>
internal sealed class EventLog(Database database, EventRegistry registry, Projection projection)
{
    private const string Page = $"""
        select {EventReading.Columns} from mt_events e
        where seq_id > $1 and seq_id <= $2 and ($6::text[] is null or tenant_id = any ($6))
        and (type = any ($3) or (type <> all ($4) and exists (select from mt_events k where k.tenant_id = e.tenant_id and k.stream_id = e.stream_id and k.type = any ($5))))
        order by seq_id limit $7
        """;

    private readonly string[] _wanted = registry.AliasesOf(projection.Wants);
    private readonly string[] _known = registry.AliasesOf(projection.Knows.Contains);

    /// <summary>The events after one number up to another.</summary>
    public async Task<EventPage> Read(long after, long upTo, int limit, string[]? tenants, CancellationToken stop)
    {
        await using var connection = await database.Daemon.OpenConnectionAsync(stop);
        return await Read(connection, null, after, upTo, limit, tenants, stop);
    }

    public async Task<EventPage> Read(NpgsqlConnection connection, NpgsqlTransaction? transaction, long after, long upTo, int limit, string[]? tenants, CancellationToken stop)
    {
        await using var command = Sql.Command(connection, transaction, Page, Sql.Number(after), Sql.Number(upTo), Sql.Texts(_wanted), Sql.Texts(registry.EveryAlias), Sql.Texts(_known), Sql.Texts(tenants), Sql.Number(limit));
        var events = new List<StoredEvent>(Math.Min(limit, 5_000));
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            try
            {
                events.Add(EventReading.Read(reader, registry));
            }
            catch (Exception why) when (why is not NpgsqlException)
            {
                var sequence = reader.GetInt64(0);
                return new EventPage(events, sequence - 1, new Poison(new TenantId(reader.GetString(2)), sequence, why));
            }
        }
        return new EventPage(events, events.Count == limit ? events[^1].Sequence : upTo, null);
    }

    /// <summary>How many of its events there are up to a number, by tenant.</summary>
    public Task<List<(string Tenant, long Events)>> Count(long upTo, CancellationToken stop) => Sql.List(
        database.Daemon,
        "select tenant_id, count(*) from mt_events where seq_id <= $1 and type = any ($2) group by tenant_id order by tenant_id",
        reader => (reader.GetString(0), reader.GetInt64(1)),
        stop,
        Sql.Number(upTo),
        Sql.Texts(_wanted));
}
