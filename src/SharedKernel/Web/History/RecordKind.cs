using Billing.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>
/// A kind of record whose past people may read, such as <c>wallet</c>. A module registers one for each aggregate; its state is told field by field, as the
/// API writes it, and folded from the record's events each time it is asked for.
/// </summary>
public abstract class RecordKind
{
    private protected RecordKind(string name, Permission needed, string alias) => (Name, Needed, Alias) = (name, needed, alias);

    /// <summary>In addresses: lower case, words joined by hyphens.</summary>
    public string Name { get; }

    /// <summary>What one must be permitted to read it.</summary>
    public Permission Needed { get; }

    /// <summary>The aggregate's.</summary>
    public string Alias { get; }

    /// <summary>What happened to a record until a point in time, newest first, and how it stood then.</summary>
    /// <param name="session">The organisation's.</param>
    /// <param name="id">The record's.</param>
    /// <param name="until">The last moment that counts.</param>
    /// <param name="before">Only what happened before this version is listed; null for all.</param>
    /// <param name="rows">At most so many entries.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <returns>Null when there is, or was then, no such record of this kind.</returns>
    internal abstract Task<RecordPast?> Past(Session session, Guid id, PointInTime until, long? before, int rows, CancellationToken stop);

    /// <summary>What differs between two moments, whichever is the earlier.</summary>
    /// <returns>Null when the record did not exist at the later one.</returns>
    internal abstract Task<RecordDifference?> Difference(Session session, Guid id, PointInTime from, PointInTime to, CancellationToken stop);
}

internal sealed class RecordKind<T>(string name, Permission needed) : RecordKind(name, needed, T.Alias) where T : class, IAggregate<T>
{
    internal override async Task<RecordPast?> Past(Session session, Guid id, PointInTime until, long? before, int rows, CancellationToken stop)
    {
        // Folding is cheap and telling is not, so only what is listed is told.
        var (listed, older, now) = (new Queue<(T Before, StoredEvent Happened, T After)>(), false, new Versioned<T>(T.Initial, 0));
        await foreach (var happened in session.Streams<T>().History(id, until.Version ?? long.MaxValue, stop))
        {
            if (until.IsBefore(happened.Version, happened.At)) break;
            var after = now.State.Apply(happened.Data);
            if (before is null || happened.Version < before)
            {
                listed.Enqueue((now.State, happened, after));
                if (listed.Count > rows)
                {
                    listed.Dequeue();
                    older = true;
                }
            }
            now = new(after, happened.Version);
        }
        if (!now.Exists) return null;
        return new RecordPast([.. listed.Reverse().Select(Told)], RecordFields<T>.Of(now.State), now.Version, older ? listed.Peek().Happened.Version : null);
    }

    internal override async Task<RecordDifference?> Difference(Session session, Guid id, PointInTime from, PointInTime to, CancellationToken stop)
    {
        var (first, second) = (new Versioned<T>(T.Initial, 0), new Versioned<T>(T.Initial, 0));
        var now = first;
        await foreach (var happened in session.Streams<T>().History(id, Math.Max(from.Version ?? long.MaxValue, to.Version ?? long.MaxValue), stop))
        {
            now = new(now.State.Apply(happened.Data), happened.Version);
            if (!from.IsBefore(happened.Version, happened.At)) first = now;
            if (!to.IsBefore(happened.Version, happened.At)) second = now;
        }
        return first.Exists || second.Exists ? new RecordDifference(first.Version, second.Version, [.. RecordFields<T>.Changes(first, second)]) : null;
    }

    private static PastEvent Told((T Before, StoredEvent Happened, T After) step) => new(
        step.Happened.Version, step.Happened.At, step.Happened.Recorded.Actor, step.Happened.Alias,
        [.. RecordFields<T>.Changes(new(step.Before, step.Happened.Version - 1), new(step.After, step.Happened.Version))]);
}

/// <summary>Words for modules.</summary>
public static class RecordKindWords
{
    /// <summary>Lets people read the past of a kind of record under <c>/api/history</c>.</summary>
    /// <param name="services">The product's.</param>
    /// <param name="name">In addresses.</param>
    /// <param name="needed">What one must be permitted to read it.</param>
    /// <typeparam name="T">Its aggregate: all that is set in it, not what is calculated from that, is told. It holds no secret.</typeparam>
    public static IServiceCollection AddRecord<T>(this IServiceCollection services, string name, Permission needed) where T : class, IAggregate<T> => services.AddSingleton<RecordKind>(new RecordKind<T>(name, needed));
}
