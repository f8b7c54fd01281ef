using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// Destroys keys, and does so again when an old backup has brought them back: each event that came with a forgetting names, in its headers,
/// whom it forgot, and so the log itself is the list.
/// </summary>
public sealed class Forgetting(EventStore store)
{
    internal const string Said = "forgot";

    private const string DestroyOne = """
        with destroyed as (
            insert into personal_keys (tenant_id, subject, key, forgotten_at) values ($1, $2, 1, $3)
            on conflict (tenant_id, subject) do update set under = null, wrapped = null, forgotten_at = coalesce(personal_keys.forgotten_at, excluded.forgotten_at)),
        answers as (delete from idempotency_keys where tenant_id = $1 and position(convert_to($2::text, 'UTF8') in body) > 0),
        messages as (update messages set body = '{}' where tenant_id = $1 and handled_at is not null and position($2::text in body::text) > 0)
        update personal_epoch set number = number + 1 where pg_notify($4, $5)::text = ''
        """;

    private const string DestroyAgain = """
        with forgotten as (
            select distinct e.tenant_id, f.subject::uuid as subject, e.timestamp
            from mt_events e, jsonb_array_elements_text(e.headers -> 'forgotten') as f (subject) where e.headers ? 'forgotten'),
        destroyed as (
            update personal_keys k set under = null, wrapped = null, forgotten_at = f.timestamp
            from forgotten f where k.tenant_id = f.tenant_id and k.subject = f.subject and k.wrapped is not null returning 1),
        counted as (update personal_epoch set number = number + 1 where exists (select from destroyed) and pg_notify($1, $2)::text = '')
        select count(*) from destroyed
        """;

    /// <summary>Destroys again whatever key of a forgotten subject is there; at each start, and by <c>verify</c>.</summary>
    /// <returns>How many there were.</returns>
    public async Task<long> Again(CancellationToken stop)
    {
        var keys = (long)(await Ask(store.Database.Daemon, DestroyAgain, stop, Text(store.Database.Schema), Text(Said)))!;
        if (keys > 0) store.DropCaches();
        return keys;
    }

    internal static Statement Destroy(Database database, Guid subject, DateTimeOffset at) => new(DestroyOne, Id(subject), Moment(at), Text(database.Schema), Text(Said));

    internal async Task RunOnce(CancellationToken stop)
    {
        await Again(stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, store.Time, stop);
    }
}
