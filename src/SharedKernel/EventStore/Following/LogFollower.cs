using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// Follows the log behind the high-water mark, on one node at a time: what it writes for a page commits with how far it has come, so that each event counts
/// once, and none of a command that was rolled back. It begins with what happens after its first start.
/// </summary>
/// <param name="name">Module in front; the name of its checkpoint, and never changed.</param>
public abstract class LogFollower(string name)
{
    /// <summary>Module in front.</summary>
    public string Name { get; } = name;

    /// <summary>The name of its progression row.</summary>
    public string ProgressionName => Name + ":All";

    /// <summary>Whether it hears of events of a type.</summary>
    public abstract bool Wants(Type happened);

    /// <summary>What is written for a page of events of any tenants, in the order of the log; the statements run as the daemon.</summary>
    public abstract IReadOnlyList<NpgsqlBatchCommand> Write(IReadOnlyList<Headline> page);

    /// <summary>Whether it writes messages, so that whoever handles them is woken.</summary>
    public virtual bool Sends => false;

    /// <summary>A page is written.</summary>
    public virtual void Written()
    {
    }

    /// <summary>What the node that follows does beside it, until it follows no longer. What it does is not fenced: another node may have begun with the same.</summary>
    public virtual Task Beside(CancellationToken stop) => Task.Delay(Timeout.InfiniteTimeSpan, stop);

    /// <summary>What sends a message for each event, due at once in everybody's time; the event is its business key, so that none is sent twice.</summary>
    /// <param name="type">The message type, module in front.</param>
    /// <param name="about">The events.</param>
    /// <param name="body">JSON.</param>
    /// <param name="now">UTC.</param>
    protected static NpgsqlBatchCommand Message(string type, IReadOnlyCollection<Headline> about, Func<Headline, string> body, DateTimeOffset now) => Sql.Batched(
        """
        insert into messages (tenant_id, id, type, body, key, due, created)
        select m.tenant_id, m.id, $5, m.body::jsonb, m.key, $6, $6 from unnest($1, $2, $3, $4) as m (tenant_id, id, body, key)
        on conflict (tenant_id, type, key) where key is not null do nothing
        """,
        Sql.Texts(about.Select(one => one.Tenant.Value)), Sql.Ids(about.Select(_ => Guid.CreateVersion7(now))), Sql.Texts(about.Select(body)), Sql.Texts(about.Select(one => one.Event.ToString())), Sql.Text(type), Sql.Moment(now));
}
