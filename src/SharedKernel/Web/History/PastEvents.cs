using Billing.EventStore;

namespace Billing.Web;

/// <summary>What happened to one thing, newest first, and how it stood after that.</summary>
/// <param name="Then">As its page shows it.</param>
public sealed record PastEvents<TPage>(IReadOnlyList<PastEvent> Items, TPage Then);

/// <summary>One thing that happened.</summary>
/// <param name="Version">Of the thing after it.</param>
/// <param name="At">UTC.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Event">The event's alias.</param>
/// <param name="Changes">What became different.</param>
public sealed record PastEvent(long Version, DateTimeOffset At, Actor Actor, string Event, IReadOnlyList<PastChange> Changes);

/// <summary>A field with its value before and after.</summary>
/// <param name="Field">As in the API.</param>
/// <param name="From">Null where there was none.</param>
/// <param name="To">Null where there is none any more.</param>
public sealed record PastChange(string Field, object? From, object? To);
