namespace Billing.EventStore;

/// <summary>Who did it: a person, an API key, the product itself.</summary>
/// <param name="Kind"><c>person</c>, <c>key</c> or <c>system</c>.</param>
/// <param name="Id">Their id within the kind.</param>
/// <param name="Name">How they were called at the time. A person's is sealed in the log with a key of theirs, and reads as erased once they are forgotten.</param>
public sealed record Actor(string Kind, string Id, string Name)
{
    /// <summary>The product itself: schedules, reactions, imports at start.</summary>
    public static Actor System { get; } = new("system", "billing", "Billing");
}

/// <summary>When and by whom something is recorded.</summary>
/// <param name="At">Time of recording, UTC, whole microseconds.</param>
/// <param name="Actor">Who.</param>
/// <param name="Address">Source address, where there is one.</param>
/// <param name="RequestId">The request that caused it, where there is one.</param>
/// <param name="CorrelationId">Ties together everything that one outside act set off.</param>
/// <param name="CausationId">The event or message that directly caused this one.</param>
public sealed record Recorded(DateTimeOffset At, Actor Actor, string? Address = null, string? RequestId = null, string? CorrelationId = null, string? CausationId = null)
{
    /// <summary>Whose keys this destroyed: what must be done again should a restored backup bring them back.</summary>
    public IReadOnlyList<Guid> Forgotten { get; init; } = [];

    /// <summary>Whether it is written into this log as something that happened in another: who follows the log passes over it, for it was told there.</summary>
    public bool Moved { get; init; }
}

/// <summary>One fact in the log.</summary>
public sealed class StoredEvent
{
    private readonly string? _headers;
    private readonly ActorNames? _names;
    private Recorded? _recorded;

    internal StoredEvent(long sequence, Guid id, TenantId tenant, Guid streamId, long version, string alias, object data, DateTimeOffset at, string? headers, string? correlation, string? causation, ActorNames? names)
    {
        (Sequence, Id, Tenant, StreamId, Version, Alias, Data, At) = (sequence, id, tenant, streamId, version, alias, data, at);
        (_headers, _names, CorrelationId, CausationId) = (headers, names, correlation, causation);
    }

    internal StoredEvent(Guid id, TenantId tenant, Guid streamId, long version, string alias, object data, Recorded recorded)
        : this(0, id, tenant, streamId, version, alias, data, recorded.At, null, recorded.CorrelationId, recorded.CausationId, null) => _recorded = recorded;

    /// <summary>Its global number; 0 while it is being appended.</summary>
    public long Sequence { get; }

    /// <summary>UUID version 7.</summary>
    public Guid Id { get; }

    /// <summary>Whose.</summary>
    public TenantId Tenant { get; }

    /// <summary>The stream.</summary>
    public Guid StreamId { get; }

    /// <summary>Its number in the stream, from 1.</summary>
    public long Version { get; }

    /// <summary>The stored type name.</summary>
    public string Alias { get; }

    /// <summary>The event itself, in today's shape.</summary>
    public object Data { get; }

    /// <summary>Time of recording, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Ties together everything that one outside act set off.</summary>
    public string? CorrelationId { get; }

    /// <summary>The event or message that directly caused this one.</summary>
    public string? CausationId { get; }

    /// <summary>When and by whom, read from the headers when first asked.</summary>
    public Recorded Recorded => _recorded ??= Headers.Read(_headers, At, CorrelationId, CausationId, _names);
}
