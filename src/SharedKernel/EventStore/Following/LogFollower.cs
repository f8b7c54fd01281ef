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

    /// <summary>A page is written.</summary>
    public virtual void Written()
    {
    }

    /// <summary>What the node that follows does beside it, until it follows no longer. What it does is not fenced: another node may have begun with the same.</summary>
    public virtual Task Beside(CancellationToken stop) => Task.Delay(Timeout.InfiniteTimeSpan, stop);
}
