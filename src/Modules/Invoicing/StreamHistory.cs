using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Invoicing;

/// <summary>Tells what happened to one thing, field by field.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
internal sealed class StreamHistory<T>(IReadOnlyList<HistoryField<T>> fields) where T : class, IAggregate<T>
{
    /// <summary>Answers what happened, newest first; 404 when there is no such thing of this kind.</summary>
    public async Task<IResult> Of(Session session, Guid id, CancellationToken stop)
    {
        if (!(await session.Streams<T>().Peek(id, stop)).Exists) return Problems.NotFound;
        var entries = new List<PastEvent>();
        var before = T.Initial;
        await foreach (var happened in session.History(id, 0, stop))
        {
            var after = before.Apply(happened.Data);
            entries.Add(new PastEvent(happened.Version, happened.At, happened.Recorded.Actor, happened.Alias, [.. Changes(before, after)]));
            before = after;
        }
        entries.Reverse();
        return Answer.Of(new PastEvents(entries), entries.Count);
    }

    private IEnumerable<PastChange> Changes(T before, T after) =>
        from field in fields
        let was = field.Value(before)
        let @is = field.Value(after)
        where !Equals(was, @is)
        select new PastChange(field.Name, was, @is);
}

/// <summary>A field of a history.</summary>
/// <param name="Name">As in the API.</param>
/// <param name="Value">Of a state; null for none.</param>
internal sealed record HistoryField<T>(string Name, Func<T, object?> Value);

/// <summary>What happened to one thing, newest first.</summary>
internal sealed record PastEvents(IReadOnlyList<PastEvent> Items);

/// <summary>One thing that happened.</summary>
/// <param name="Event">The event's alias.</param>
internal sealed record PastEvent(long Version, DateTimeOffset At, Actor Actor, string Event, IReadOnlyList<PastChange> Changes);

/// <summary>A field with its value before and after.</summary>
internal sealed record PastChange(string Field, object? From, object? To);
