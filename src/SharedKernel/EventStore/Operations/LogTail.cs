using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>An event as somebody sees it who watches the log: as stored, what is personal in it sealed.</summary>
/// <param name="Number">Its number in the log.</param>
/// <param name="Organisation">The key of whose it is.</param>
/// <param name="At">Time of recording, UTC.</param>
/// <param name="Type">The stored alias.</param>
/// <param name="StreamType">The aggregate's alias.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its number in the stream, from 1.</param>
/// <param name="Id">UUID version 7.</param>
/// <param name="ActorKind"><c>person</c>, <c>key</c> or <c>system</c>.</param>
/// <param name="ActorId">Their id within the kind; no name.</param>
/// <param name="CorrelationId">Ties together everything that one outside act set off.</param>
/// <param name="CausationId">The event or message that directly caused it.</param>
/// <param name="Data">The event's JSON.</param>
public sealed record LoggedEvent(
    long Number, string Organisation, DateTimeOffset At, string Type, string StreamType, Guid Stream, long Version, Guid Id, string ActorKind, string ActorId, string? CorrelationId, string? CausationId, JsonElement Data);

/// <summary>Follows the log of all organisations behind the high-water mark, in its order; each event comes once.</summary>
public sealed class LogTail(EventStore store)
{
    private const int FullPage = 500;

    private const string Page = """
        select e.seq_id, e.tenant_id, e.timestamp, e.type, coalesce(s.type, ''), e.stream_id, e.version, e.id,
               coalesce(e.headers #>> '{actor,kind}', 'system'), coalesce(e.headers #>> '{actor,id}', ''), e.correlation_id, e.causation_id, e.data::text
        from mt_events e left join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where e.seq_id > $1 and e.seq_id <= $2 and ($3::text is null or e.tenant_id = $3) and ($4::text is null or e.type like $4) order by e.seq_id limit $5
        """;

    /// <summary>How long a notification may be lost before somebody looks all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Follows until stopped.</summary>
    /// <param name="after">Only events with a higher number; null: those to come.</param>
    /// <param name="tenant">Whose; null: everybody's.</param>
    /// <param name="type">An alias in which <c>*</c> stands for anything; null: all.</param>
    /// <param name="stop">Ends it.</param>
    public async IAsyncEnumerable<LoggedEvent> Follow(long? after, TenantId? tenant, string? type, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var ear = await store.Database.OpenDaemonSession(stop);
        await Ask(ear, $"listen {store.Database.Schema}", stop);
        var like = type?.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal).Replace('*', '%');
        for (var position = after ?? await Mark(stop); ;)
        {
            for (var mark = await Mark(stop); position < mark;)
            {
                var page = await List(store.Database.Daemon, Page, Read, stop, Number(position), Number(mark), Text(tenant?.Value), Text(like), Number(FullPage));
                foreach (var one in page) yield return one;
                position = page.Count == FullPage ? page[^1].Number : mark;
            }
            await ear.WaitAsync(Patience, stop);
        }
    }

    private async Task<long> Mark(CancellationToken stop) => await Ask(store.Database.Daemon, "select last_seq_id from mt_event_progression where name = 'HighWaterMark'", stop) as long? ?? 0;

    private static LoggedEvent Read(NpgsqlDataReader reader)
    {
        using var data = JsonDocument.Parse(reader.GetString(12));
        return new(
            reader.GetInt64(0), reader.GetString(1), MomentAt(reader, 2), reader.GetString(3), reader.GetString(4), reader.GetGuid(5), reader.GetInt64(6), reader.GetGuid(7),
            reader.GetString(8), reader.GetString(9), TextAt(reader, 10), TextAt(reader, 11), data.RootElement.Clone());
    }
}
