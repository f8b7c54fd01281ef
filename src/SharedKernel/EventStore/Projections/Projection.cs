namespace Billing.EventStore;

/// <summary>When a projection's rows are written.</summary>
public enum Lifecycle
{
    /// <summary>In the transaction of the events: there when the click is answered. One row per stream.</summary>
    Inline,

    /// <summary>Behind the high-water mark, each event once.</summary>
    Async,
}

/// <summary>A read model's rule: for each event it says "uses" or "ignores", and rows follow from events alone.</summary>
public abstract class Projection
{
    private protected Projection(string name, int version, Lifecycle lifecycle)
    {
        Name = name;
        Version = version;
        Lifecycle = lifecycle;
    }

    /// <summary>Its name, module in front: <c>facilities.billing_records</c>.</summary>
    public string Name { get; }

    /// <summary>Raised when the rule changes; the rows are then rebuilt beside the old ones.</summary>
    public int Version { get; }

    /// <summary>Inline or async.</summary>
    public Lifecycle Lifecycle { get; }

    /// <summary>The name of its progression row: <c>Name:All</c>, from version 2 <c>Name:V2:All</c>.</summary>
    public string ProgressionName => Version == 1 ? $"{Name}:All" : $"{Name}:V{Version}:All";

    /// <summary>Event types it has said "uses" or "ignores" of.</summary>
    public abstract IReadOnlyCollection<Type> Knows { get; }

    /// <summary>The unions of events it must know whole.</summary>
    public abstract IReadOnlyCollection<Type> Covers { get; }

    /// <summary>Whether rows follow from an event type; false for ignored ones and for those it does not know.</summary>
    public abstract bool Uses(Type happened);

    /// <summary>Whether it must be told of an event type: it uses it, or ought to know it and does not.</summary>
    internal bool Wants(Type happened) => Uses(happened) || (!Knows.Contains(happened) && Covers.Any(union => union.IsAssignableFrom(happened)));

    internal abstract RowTable RowTable { get; }

    /// <summary>The stream type whose append writes its row; null for an async one.</summary>
    public string? InlineStream { get; private protected init; }

    /// <summary>The key of the row an event belongs to; null when it touches none.</summary>
    internal abstract object? KeyOf(StoredEvent happened);

    /// <summary>The row after one more event; null when there is none (any more).</summary>
    internal abstract object? Fold(object? row, StoredEvent happened);
}

/// <summary>A projection onto rows of one type. Pure: time, ids and money come from the event, never from the clock or another table.</summary>
/// <typeparam name="TRow">A record whose properties are the table's columns in snake_case.</typeparam>
public abstract class Projection<TRow> : Projection where TRow : class
{
    private readonly Dictionary<Type, (Func<StoredEvent, object?> Key, Func<TRow?, StoredEvent, TRow?> Fold)?> _rules = [];
    private readonly HashSet<Type> _covers = [];
    private readonly RowTable<TRow> _table;

    /// <param name="name">Module in front.</param>
    /// <param name="table">The table.</param>
    /// <param name="lifecycle">Inline or async.</param>
    /// <param name="version">Raised when the rule changes.</param>
    /// <param name="inlineStream">For an inline projection, the aggregate alias whose append writes the row.</param>
    protected Projection(string name, RowTable<TRow> table, Lifecycle lifecycle, int version = 1, string? inlineStream = null) : base(name, version, lifecycle)
    {
        if (lifecycle == Lifecycle.Inline && inlineStream is null) throw new ArgumentException("An inline projection names its stream.", nameof(inlineStream));
        _table = table;
        InlineStream = inlineStream;
    }

    public override IReadOnlyCollection<Type> Knows => _rules.Keys;

    public override IReadOnlyCollection<Type> Covers => _covers;

    public override bool Uses(Type happened) => _rules.TryGetValue(happened, out var rule) && rule is not null;

    internal override RowTable RowTable => _table;

    internal override object? KeyOf(StoredEvent happened) => RuleFor(happened) is { } rule ? rule.Key(happened) : null;

    internal override object? Fold(object? row, StoredEvent happened) => RuleFor(happened) is { } rule ? rule.Fold((TRow?)row, happened) : row;

    /// <summary>Promises to know every event of a union.</summary>
    protected void CoversAll<TUnion>() => _covers.Add(typeof(TUnion));

    /// <summary>The row keyed by the stream's id follows from this event.</summary>
    protected void Uses<TEvent>(Func<TRow?, TEvent, StoredEvent, TRow?> fold) where TEvent : class => Uses(static (_, stored) => stored.StreamId, fold);

    /// <summary>The row under the given key (a value, or a tuple in the order of the table's key columns) follows from this event.</summary>
    protected void Uses<TEvent>(Func<TEvent, StoredEvent, object?> key, Func<TRow?, TEvent, StoredEvent, TRow?> fold) where TEvent : class =>
        _rules.Add(typeof(TEvent), (stored => key((TEvent)stored.Data, stored), (row, stored) => fold(row, (TEvent)stored.Data, stored)));

    /// <summary>This event changes nothing here, on purpose.</summary>
    protected void Ignores<TEvent>() where TEvent : class => _rules.Add(typeof(TEvent), null);

    private (Func<StoredEvent, object?> Key, Func<TRow?, StoredEvent, TRow?> Fold)? RuleFor(StoredEvent happened) =>
        _rules.TryGetValue(happened.Data.GetType(), out var rule) ? rule : throw new UnknownEventException(Name, happened.Data);
}
