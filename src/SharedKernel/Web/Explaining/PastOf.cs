using Billing.EventStore;

namespace Billing.Web;

/// <summary>An event, with what explanations name it by.</summary>
/// <param name="Data">The event itself.</param>
/// <param name="Event">What is told of it.</param>
public sealed record Happened(object Data, ExplainedEvent Event);

/// <summary>What happened to a thing, in order; nothing for an id that is none of its kind.</summary>
/// <param name="State">After all of it.</param>
/// <param name="Events">The first one first.</param>
public sealed record PastOf<T>(T State, IReadOnlyList<Happened> Events) where T : class, IAggregate<T>
{
    /// <summary>The latest event of a kind; null where there was none.</summary>
    public ExplainedEvent? Last<TEvent>() => Events.LastOrDefault(one => one.Data is TEvent)?.Event;
}

/// <summary>Reads what happened to a thing.</summary>
public static class PastReading
{
    /// <summary>All that happened to it, and how it stands after that.</summary>
    /// <param name="session">The organisation's.</param>
    /// <param name="id">The thing's.</param>
    /// <param name="kind">As the module registered its record; null where it did not.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<PastOf<T>> Past<T>(this Session session, Guid id, string? kind, CancellationToken stop) where T : class, IAggregate<T>
    {
        ArgumentNullException.ThrowIfNull(session);
        var (state, events) = (T.Initial, new List<Happened>());
        await foreach (var happened in session.Streams<T>().History(id, stop))
        {
            state = state.Apply(happened.Data);
            events.Add(new Happened(happened.Data, ExplainedEvent.Of(happened, kind)));
        }
        return new PastOf<T>(state, events);
    }
}
