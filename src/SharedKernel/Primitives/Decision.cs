namespace Billing;

/// <summary>What a command comes to: events that happened, nothing at all, or a refusal. A value, never an exception.</summary>
/// <typeparam name="TEvent">The union of the stream's events.</typeparam>
public readonly struct Decision<TEvent>
{
    private readonly IReadOnlyList<TEvent>? _events;

    private Decision(IReadOnlyList<TEvent> events) => _events = events;

    private Decision(Refusal refusal) => Refusal = refusal;

    /// <summary>Why the command was refused; null when it was accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What happened, in order; empty when refused or when there was nothing to do.</summary>
    public IReadOnlyList<TEvent> Events => _events ?? [];

    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened]);

    public static implicit operator Decision<TEvent>(List<TEvent> happened) => new(happened);

    public static implicit operator Decision<TEvent>(TEvent[] happened) => new(happened);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new(refusal);

    public static implicit operator Decision<TEvent>(Nothing _) => new([]);
}

/// <summary>The decision that there is nothing to do: the fact is already on record.</summary>
public readonly struct Nothing;

/// <summary>Words for decisions.</summary>
public static class Decision
{
    /// <summary>Accepted, and nothing new happened.</summary>
    public static Nothing Nothing => default;
}
