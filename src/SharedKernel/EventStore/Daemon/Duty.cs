namespace Billing.EventStore;

/// <summary>Something that one node at a time does: keep the high-water mark, or run one projection.</summary>
/// <param name="Name">Names its lock.</param>
/// <param name="Run">Does it until stopped. Losing the lock stops it; should it not hear of that, its checkpoint refuses it.</param>
internal sealed record Duty(string Name, Func<CancellationToken, Task> Run);
