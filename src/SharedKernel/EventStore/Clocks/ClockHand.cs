using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// Moves the clocks that are on their way, from one due message to the next: each clock stands still until nothing that is due by it is left to handle, so
/// that everything happens in order. Where it stops, nothing is left that was due by then. One node does it.
/// </summary>
internal sealed class ClockHand(EventStore store, Planner planner, Pulse pulse)
{
    public const string Name = "TenantClocks";

    private const string Moving = "select tenant_id from tenant_clocks where target is not null order by tenant_id";

    // Jobs wait for the end of a stride where it goes in strides, which are counted back from its target. It arrives, has all jobs look once more over what is due by then, and only when that is done, too, it stands.
    private const string Step = $"""
        with open as (
            select from messages where tenant_id = $1 and clock_due is not null and handled_at is null and dead_at is null and due < 'infinity' limit 1),
        waiting as (
            select min(clock_due) filter (where key like '{Job.Own}%') as job, min(clock_due) filter (where key is null or key not like '{Job.Own}%') as one
            from messages where tenant_id = $1 and clock_due is not null and handled_at is null and dead_at is null and due = 'infinity'),
        ahead as (
            select c.at as was, c.target, w.one, case when c.stride is null or c.at = c.target then w.job
                else greatest(w.job, c.target - make_interval(secs => (extract(epoch from c.stride) * (ceil(extract(epoch from c.target - c.at) / extract(epoch from c.stride)) - 1))::float8)) end as job
            from tenant_clocks c, waiting w where c.tenant_id = $1 and c.target is not null and not exists (select from open)),
        next as (
            select was, target, job, least(target, one, job) as at, was = target and (least(one, job) is null or least(one, job) > was) as over from ahead),
        moved as (
            update tenant_clocks c set at = greatest(c.at, n.at), target = case when not n.over or c.target > n.target then c.target end
            from next n where c.tenant_id = $1 returning c.at, n.was < n.target and c.at = n.target as arrives, coalesce(n.job <= c.at, false) or c.at = n.target as jobs),
        released as (
            update messages m set due = $2, clock_due = least(m.clock_due, moved.at), key = case when m.clock_due <= moved.at then m.key else '{Job.Own}' || m.id end from moved
            where m.tenant_id = $1 and (m.clock_due <= moved.at and (moved.jobs or m.key is null or m.key not like '{Job.Own}%') or moved.arrives and m.key like '{Job.Own}%') and m.handled_at is null and m.dead_at is null and m.due = 'infinity' returning 1)
        select (select at from moved), (select count(*) from released)
        """;

    // Another node, which had not heard of the last move, may have sent what was due already.
    private const string Overlooked = $"""
        update messages m set due = $1 from tenant_clocks c
        where m.tenant_id = c.tenant_id and m.clock_due is not null and m.clock_due <= c.at and m.due = 'infinity' and m.handled_at is null and m.dead_at is null
            and (c.stride is null or c.target is null or m.key is null or m.key not like '{Job.Own}%')
        """;

    /// <summary>How long it waits before it looks again whether what is due was handled: twice as long each time that it was not.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(4);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public async Task Run(CancellationToken stop)
    {
        var before = new HashSet<TenantId>();
        var (pause, looked) = (Glance, store.Time.GetTimestamp());
        while (!stop.IsCancellationRequested)
        {
            var sent = pulse.Sent.Next;
            var moving = await List(store.Database.Daemon, Moving, reader => new TenantId(reader.GetString(0)), stop);
            if (moving.FindAll(tenant => !before.Contains(tenant)) is { Count: > 0 } setOut) await Prepare(setOut, stop);
            before = [.. moving];
            if (moving.Count == 0 || store.Time.GetElapsedTime(looked) >= Rest)
            {
                await Ask(store.Database.Daemon, Overlooked, stop, Moment(store.Time.GetUtcNow()));
                looked = store.Time.GetTimestamp();
            }
            if (moving.Count == 0)
            {
                await Steady.Pause(Rest, store.Time, stop); // whatever others send
                continue;
            }
            var moved = false;
            foreach (var tenant in moving) moved |= await Move(tenant, stop);
            pause = moved ? Glance : pause < Rest / 2 ? pause * 2 : Rest;
            await Steady.Until(sent, pause, store.Time, stop);
        }
    }

    /// <summary>A clock that sets out has all its jobs ahead of it.</summary>
    private async Task Prepare(List<TenantId> setOut, CancellationToken stop)
    {
        await using (var connection = await store.Database.Daemon.OpenConnectionAsync(stop)) await store.Clocks.Look(connection, stop);
        await planner.Plan([.. setOut.Select(tenant => tenant.Value)], store.Time.GetUtcNow(), stop);
    }

    /// <returns>Whether it went on.</returns>
    private async Task<bool> Move(TenantId tenant, CancellationToken stop)
    {
        await using var connection = await store.Database.Daemon.OpenConnectionAsync(stop);
        await using var command = Command(connection, null, Step, Text(tenant.Value), Moment(store.Time.GetUtcNow()));
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop) || reader.IsDBNull(0)) return false;
        store.Clocks.Heard(tenant, MomentAt(reader, 0));
        if (reader.GetInt64(1) > 0) store.Sent.Raise();
        return true;
    }
}
