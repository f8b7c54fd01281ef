namespace Billing.EventStore;

/// <summary>A message written with the events: it goes out if they are committed, at least once, and its handler makes that once.</summary>
/// <param name="Type">The message type, module in front.</param>
/// <param name="Body">Its JSON.</param>
/// <param name="Due">Not before this moment, UTC.</param>
/// <param name="Key">Business key: a second message of the type under the same key is not written (for the 30 days that handled messages are kept).</param>
public sealed record OutgoingMessage(string Type, string Body, DateTimeOffset Due, string? Key = null)
{
    internal Guid Id { get; init; }

    /// <summary>The message that directly caused it, where that is not what caused its commit.</summary>
    internal string? Causation { get; init; }

    /// <summary>The moment by the organisation's own clock, where it has one; until that has come, the message is due never.</summary>
    internal DateTimeOffset? ClockDue { get; init; }

    /// <summary>Whether it is due in everybody's time, whatever the organisation's own clock shows.</summary>
    internal bool InEverybodysTime { get; init; }

    /// <summary>The same message for an organisation whose own clock shows a moment.</summary>
    internal OutgoingMessage By(DateTimeOffset clock, DateTimeOffset now) => this with { ClockDue = Due, Due = Due <= clock ? now : DateTimeOffset.MaxValue };
}

/// <summary>A message in this node's hands: until its lease ends it is nobody else's. <c>Clock</c>: what its organisation's own clock shows, where it has one.</summary>
internal sealed record TakenMessage(TenantId Tenant, Guid Id, string Type, string Body, int Attempt, DateTimeOffset Due, string? CorrelationId, string? Key, DateTimeOffset? Clock = null);

/// <summary>Which message a commit marks handled, and by what right.</summary>
internal sealed record Handling(Guid Id, string Node, int Attempt);
