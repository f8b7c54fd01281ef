using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Invoicing;

/// <summary>Tells what happened to one thing, field by field.</summary>
/// <param name="fields">What is told.</param>
/// <param name="together">Tells the same thing that happened many times in one commit as one.</param>
/// <typeparam name="T">The aggregate.</typeparam>
internal sealed class StreamHistory<T>(IReadOnlyList<HistoryField<T>> fields, bool together = false) where T : class, IAggregate<T>
{
    /// <summary>Answers what happened, newest first, and how the thing stood after that; 404 when there is, or was then, no such thing of this kind.</summary>
    /// <param name="session">The organisation's.</param>
    /// <param name="id">The thing's.</param>
    /// <param name="at">A version or a moment, as <see cref="PointInTime"/> reads it; null for now.</param>
    /// <param name="page">The thing as its page shows it; null where it has none.</param>
    /// <param name="stop">Ends the reading.</param>
    public Task<IResult> Of<TPage>(Session session, Guid id, string? at, Func<Versioned<T>, Task<TPage?>> page, CancellationToken stop) where TPage : class => Of(session, id, at, (then, _) => page(then), stop);

    /// <summary>The same for a thing whose page shows others beside it.</summary>
    /// <param name="session">The organisation's.</param>
    /// <param name="id">The thing's.</param>
    /// <param name="at">A version or a moment, as <see cref="PointInTime"/> reads it; null for now.</param>
    /// <param name="page">The thing as its page shows it, at the moment (UTC) that is looked at, or null for now; null where it has none.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<IResult> Of<TPage>(Session session, Guid id, string? at, Func<Versioned<T>, DateTimeOffset?, Task<TPage?>> page, CancellationToken stop) where TPage : class
    {
        if (!PointInTime.TryRead(at, out var point)) return PointInTime.Unclear;
        if (!(await session.Streams<T>().Peek(id, stop)).Exists) return Problems.NotFound;
        var (entries, told, then, last) = (new List<PastEvent>(), T.Initial, new Versioned<T>(T.Initial, 0), (StoredEvent?)null);
        void Tell()
        {
            if (last is null) return;
            entries.Add(new PastEvent(last.Version, last.At, last.Recorded.Actor, last.Alias, [.. Changes(told, then.State)]));
            told = then.State;
        }
        await foreach (var happened in session.History(id, 0, stop))
        {
            if (point.IsBefore(happened.Version, happened.At)) break;
            if (!together || last?.At != happened.At || last.Alias != happened.Alias) Tell();
            (then, last) = (new(then.State.Apply(happened.Data), happened.Version), happened);
        }
        Tell();
        if (last is null || await page(then, at is null ? null : point.Moment ?? last.At) is not { } shown) return Problems.NotFound;
        entries.Reverse();
        return Answer.Of(new PastEvents<TPage>(entries, shown), then.Version);
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
