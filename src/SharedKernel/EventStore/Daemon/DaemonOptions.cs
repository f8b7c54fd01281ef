using System.Globalization;

namespace Billing.EventStore;

/// <summary>How a node works behind the requests.</summary>
public sealed record DaemonOptions
{
    /// <summary>The node's name in leases; unique for each start of each node.</summary>
    public string Node { get; init; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}");

    /// <summary>Most messages handled at one time.</summary>
    public int Handlers { get; init; } = 4;

    /// <summary>How long a message stays taken when its node is not heard of again. Prolonged while the handler runs.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Where the jitter of retries comes from.</summary>
    public Random Random { get; init; } = Random.Shared;
}
