namespace Billing.EventStore;

/// <summary>That something has happened, without what exactly.</summary>
/// <param name="Sequence">The event's number in the log.</param>
/// <param name="Tenant">Whose.</param>
/// <param name="Event">The event's id, UUID version 7.</param>
/// <param name="Alias">Its name today; one stored under an older name has the newer one here.</param>
/// <param name="Stream">The stream's type.</param>
/// <param name="StreamId">The stream.</param>
/// <param name="Version">The event's number in the stream.</param>
/// <param name="At">Time of recording, UTC.</param>
public sealed record Headline(long Sequence, TenantId Tenant, Guid Event, string Alias, string Stream, Guid StreamId, long Version, DateTimeOffset At);
