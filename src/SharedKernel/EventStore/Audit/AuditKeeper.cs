using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>Keeps the audit trails up to the high-water mark: entries and checkpoint in one transaction, each event once, as a projection's rows.</summary>
internal sealed class AuditKeeper(EventStore store, Pulse pulse)
{
    public const string Name = "audit.trail";

    public const string ProgressionName = Name + ":All";

    private const int FullPage = 5_000;

    private const string Begin = "insert into mt_event_progression (name, last_seq_id, last_updated) values ($1, 0, clock_timestamp()) on conflict do nothing";

    private const string Page = $"""
        select {AuditLink.Columns}, coalesce((select s.type from mt_streams s where s.tenant_id = e.tenant_id and s.id = e.stream_id), ''),
               coalesce(e.headers -> 'actor' ->> 'kind', 'system'), coalesce(e.headers -> 'actor' ->> 'id', '')
        from mt_events e where e.seq_id > $1 and e.seq_id <= $2 order by e.seq_id limit $3
        """;

    private const string Heads = """
        select t.tenant, h.number, h.hash from unnest($1) as t (tenant),
        lateral (select number, hash from audit_trail where tenant_id = t.tenant order by number desc limit 1) as h
        """;

    private const string Enter = """
        insert into audit_trail (tenant_id, number, seq_id, event_id, hash, at, action, entity, entity_id, actor_kind, actor_id)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);
    private readonly AuditLink _link = new();
    private readonly Dictionary<TenantId, (long Number, byte[] Hash)> _heads = [];
    private long _position;

    public async Task Run(CancellationToken stop)
    {
        _heads.Clear();
        await Ask(store.Database.Daemon, Begin, stop, Text(ProgressionName));
        _position = (long)(await Ask(store.Database.Daemon, "select last_seq_id from mt_event_progression where name = $1", stop, Text(ProgressionName)))!;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var (moved, mark) = (pulse.Moved.Next, pulse.Mark);
            while (_position < mark) await Advance(mark, stop);
            await Steady.Until(moved, TimeSpan.FromSeconds(5), store.Time, stop);
            await Steady.Pause(Together, store.Time, stop); // nobody waits for it: what happens together is entered together
        }
    }

    private async Task Advance(long mark, CancellationToken stop)
    {
        await using var connection = await store.Database.Daemon.OpenConnectionAsync(stop);
        var (entries, upTo) = await Link(connection, mark, stop);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select set_config('synchronous_commit', 'off', true)"), // entries and checkpoint are lost together, and made again
                Batched(ProjectionRunner.Move, Text(ProgressionName), Number(_position), Number(upTo)),
                Batched(
                    Enter, Texts(entries.Select(e => e.Tenant.Value)), Numbers(entries.Select(e => e.Number)), Numbers(entries.Select(e => e.Sequence)), Ids(entries.Select(e => e.Event)),
                    new NpgsqlParameter<byte[][]> { TypedValue = [.. entries.Select(e => e.Hash)] }, new NpgsqlParameter<DateTime[]> { TypedValue = [.. entries.Select(e => e.At)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
                    Texts(entries.Select(e => e.Action)), Texts(entries.Select(e => e.Entity)), Ids(entries.Select(e => e.EntityId)), Texts(entries.Select(e => e.ActorKind)), Texts(entries.Select(e => e.ActorId))),
            },
        };
        await batch.ExecuteNonQueryAsync(stop);
        _position = upTo;
    }

    /// <summary>Hashes the next page onto the heads. Should it not be entered after all, <see cref="Run"/> begins anew and reads them again.</summary>
    private async Task<(List<Entry> Entries, long UpTo)> Link(NpgsqlConnection connection, long mark, CancellationToken stop)
    {
        await LearnHeads(connection, mark, stop);
        var entries = new List<Entry>();
        await using var command = Command(connection, null, Page, Number(_position), Number(mark), Number(FullPage));
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var tenant = new TenantId(reader.GetString(2));
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, tenant, out var known);
            if (!known) head = (0, AuditLink.Beginning(tenant));
            head = (head.Number + 1, _link.Hash(head.Hash, reader));
            entries.Add(new(tenant, head.Number, reader.GetInt64(0), reader.GetGuid(1), head.Hash, reader.GetDateTime(8), reader.GetString(5), reader.GetString(11), reader.GetGuid(3), reader.GetString(12), reader.GetString(13)));
        }
        return (entries, entries.Count == FullPage ? entries[^1].Sequence : mark);
    }

    private async Task LearnHeads(NpgsqlConnection connection, long mark, CancellationToken stop)
    {
        const string Next = "select distinct tenant_id from (select tenant_id from mt_events where seq_id > $1 and seq_id <= $2 order by seq_id limit $3) as page";
        List<string> unknown = [];
        await using (var command = Command(connection, null, Next, Number(_position), Number(mark), Number(FullPage)))
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) if (!_heads.ContainsKey(new TenantId(reader.GetString(0)))) unknown.Add(reader.GetString(0));
        if (unknown.Count == 0) return;
        await using var find = Command(connection, null, Heads, Texts(unknown));
        await using var heads = await find.ExecuteReaderAsync(stop);
        while (await heads.ReadAsync(stop)) _heads[new TenantId(heads.GetString(0))] = (heads.GetInt64(1), heads.GetFieldValue<byte[]>(2));
    }

    private sealed record Entry(TenantId Tenant, long Number, long Sequence, Guid Event, byte[] Hash, DateTime At, string Action, string Entity, Guid EntityId, string ActorKind, string ActorId);
}
