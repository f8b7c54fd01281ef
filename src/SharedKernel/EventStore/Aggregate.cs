namespace Billing.EventStore;

/// <summary>What a stream means once its events are folded. An immutable record: nobody mutates what was loaded.</summary>
/// <typeparam name="TSelf">The aggregate itself.</typeparam>
public interface IAggregate<TSelf> where TSelf : class, IAggregate<TSelf>
{
    /// <summary>The stream type stored in <c>mt_streams.type</c>, module in front: <c>facilities.billing_record</c>.</summary>
    static abstract string Alias { get; }

    /// <summary>The state before the first event.</summary>
    static abstract TSelf Initial { get; }

    /// <summary>The state after one more event. Pure; must know every event of its stream.</summary>
    /// <exception cref="UnknownEventException">The event is none of this stream's.</exception>
    TSelf Apply(object happened);
}

/// <summary>A fold or a projection met an event it neither uses nor ignores: a bug, never skipped.</summary>
public sealed class UnknownEventException(string who, object happened)
    : Exception($"{who} neither uses nor ignores {happened?.GetType().Name}. Say which, then replay.");

/// <summary>A stream's state and the version it stands at.</summary>
/// <param name="State">The folded state.</param>
/// <param name="Version">Number of events folded; 0 when the stream does not exist.</param>
public readonly record struct Versioned<T>(T State, long Version)
{
    /// <summary>Whether the stream has any event.</summary>
    public bool Exists => Version > 0;
}
