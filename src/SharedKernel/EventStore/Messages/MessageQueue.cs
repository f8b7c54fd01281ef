using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// The table of messages. A row is waiting, taken, handled or dead, never two of these: waiting ones are taken when due, taken ones again
/// when their lease is over, dead ones when somebody asks for it. Leases run by the database's clock, due times by the product's.
/// </summary>
internal sealed class MessageQueue(Database database, string node, TimeSpan lease)
{
    private const string TakeSql = """
        with abandoned as (
            select tenant_id, id from messages where taken_until < clock_timestamp() and (type = any ($1) or due < $3) order by taken_until limit $4 for update skip locked),
        waiting as (
            select tenant_id, id from messages
            where taken_until is null and handled_at is null and dead_at is null and due <= $2 and (type = any ($1) or due < $3)
            order by due limit $4 for update skip locked),
        chosen as (select * from abandoned union all select * from waiting limit $4)
        """ + Taking;

    private const string Taking = """

        update messages m set taken_by = $5, taken_until = clock_timestamp() + $6, attempts = attempts + 1
        from chosen c where m.tenant_id = c.tenant_id and m.id = c.id
        returning m.tenant_id, m.id, m.type, m.body::text, m.attempts, coalesce(m.clock_due, m.due), m.correlation_id, m.key,
            case when m.clock_due is not null then (select at from tenant_clocks t where t.tenant_id = m.tenant_id) end
        """;

    // Among the next that wait, not among all: a queue of thousands of others is not searched for a few. By their ids as an array, so that the key is used whatever the planner knows of the table.
    private const string TakeAlikeSql = """
        with chosen as (
            select m.tenant_id, m.id from messages m
            where m.tenant_id = $1 and m.id = any (array(
                    select near.id from (select tenant_id, id, type, correlation_id from messages where taken_until is null and handled_at is null and dead_at is null and due <= $2 order by due limit 500) near
                    where near.tenant_id = $1 and near.type = $3 and near.correlation_id = $7))
              and m.attempts = 0 and m.taken_until is null and m.handled_at is null and m.dead_at is null and m.due <= $2
            order by m.due, m.id limit $4 for update skip locked)
        """ + Taking;

    private const string NextSql = """
        select (select min(due) from messages where taken_until is null and handled_at is null and dead_at is null and due > $1),
               (select min(taken_until) - clock_timestamp() from messages where taken_until is not null)
        """;

    private const string RenewSql = """
        with mine as (
            select m.tenant_id, m.id from messages m join unnest($1, $2) as k (tenant_id, id) on m.tenant_id = k.tenant_id and m.id = k.id
            where m.taken_by = $3 for update of m skip locked),
        renewed as (update messages m set taken_until = clock_timestamp() + $4 from mine where m.tenant_id = mine.tenant_id and m.id = mine.id)
        select k.tenant_id, k.id from unnest($1, $2) as k (tenant_id, id) left join messages m on m.tenant_id = k.tenant_id and m.id = k.id where m.taken_by is distinct from $3
        """;

    private const string Leave = "update messages set taken_by = null, taken_until = null, ";

    private const string IfOurs = " where tenant_id = $1 and id = $2 and taken_by = $3 and attempts = $4";

    /// <summary>A message of a type that no node has taken up for so long becomes a dead letter.</summary>
    private static readonly TimeSpan Orphaned = TimeSpan.FromMinutes(10);

    public string Node => node;

    /// <summary>Takes due messages, and says how long there will be nothing to take (null: nothing in sight).</summary>
    public async Task<(List<TakenMessage> Taken, TimeSpan? Idle)> Take(IEnumerable<string> types, DateTimeOffset now, int atMost, CancellationToken stop)
    {
        await using var connection = await database.Daemon.OpenConnectionAsync(stop);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Batched(TakeSql, Texts(types), Moment(now), Moment(now - Orphaned), Number(atMost), Text(node), Span(lease)), Batched(NextSql, Moment(now)) },
        };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        var taken = new List<TakenMessage>();
        while (await reader.ReadAsync(stop)) taken.Add(Read(reader));
        await reader.NextResultAsync(stop);
        await reader.ReadAsync(stop);
        TimeSpan? due = reader.IsDBNull(0) ? null : MomentAt(reader, 0) - now;
        TimeSpan? over = reader.IsDBNull(1) ? null : reader.GetTimeSpan(1);
        return (taken, due < over || over is null ? due : over);
    }

    /// <summary>Takes further due messages like one: the same organisation's, type and act that they came from, none of which was tried before.</summary>
    public Task<List<TakenMessage>> TakeAlike(TakenMessage one, DateTimeOffset now, int atMost, CancellationToken stop) => List(
        database.Daemon, TakeAlikeSql, Read, stop, Text(one.Tenant.Value), Moment(now), Text(one.Type), Number(atMost), Text(node), Span(lease), Text(one.CorrelationId));

    private static TakenMessage Read(NpgsqlDataReader reader) =>
        new(new TenantId(reader.GetString(0)), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), MomentAt(reader, 5), TextAt(reader, 6), TextAt(reader, 7), reader.IsDBNull(8) ? null : MomentAt(reader, 8));

    /// <summary>Prolongs the leases of what is still in hand; returns what is no longer ours.</summary>
    public async Task<List<(TenantId, Guid)>> Renew(IReadOnlyCollection<TakenMessage> inHand, CancellationToken stop) => inHand.Count == 0 ? [] : await List(
        database.Daemon, RenewSql, reader => (new TenantId(reader.GetString(0)), reader.GetGuid(1)), stop, Texts(inHand.Select(m => m.Tenant.Value)), Ids(inHand.Select(m => m.Id)), Text(node), Span(lease));

    /// <summary>Lets go of a message that nobody has tried to handle.</summary>
    public Task PutBack(TakenMessage taken) => Change(taken, Leave + "attempts = attempts - 1" + IfOurs);

    /// <summary>Lets go of a message until its next attempt.</summary>
    public Task Retry(TakenMessage taken, DateTimeOffset due, string error) => Change(taken, Leave + "due = $5, error = $6" + IfOurs, Moment(due), Text(error));

    /// <summary>Gives a message up until somebody asks to try it again.</summary>
    public Task Bury(TakenMessage taken, DateTimeOffset at, string error) => Change(taken, Leave + "dead_at = $5, error = $6" + IfOurs, Moment(at), Text(error));

    /// <summary>The statement by which a commit marks its messages handled; where the lease of one was lost it is refused with all that goes with it.</summary>
    // By their ids as an array, too.
    public static NpgsqlBatchCommand Handled(Commit commit) => Batched(
        """
        with handled as (
            update messages m set handled_at = $5, taken_by = null, taken_until = null, error = null from unnest($2, $4) as h (id, attempts)
            where m.tenant_id = $1 and m.id = any ($2) and m.id = h.id and m.taken_by = $3 and m.attempts = h.attempts returning 1)
        select case when (select count(*) from handled) = cardinality($2) then 0::bigint else refuse('BL411', 'message ' || $2[1] || ' is in other hands') end
        """,
        Text(commit.Tenant.Value), Ids(commit.Handled.Select(one => one.Id)), Text(commit.Handled[0].Node), Numbers(commit.Handled.Select(one => one.Attempt)), Moment(commit.KeptFrom));

    private async Task Change(TakenMessage taken, string sql, params NpgsqlParameter[] more) =>
        await Ask(database.Daemon, sql, CancellationToken.None, [Text(taken.Tenant.Value), Id(taken.Id), Text(node), Number(taken.Attempt), .. more]);
}
