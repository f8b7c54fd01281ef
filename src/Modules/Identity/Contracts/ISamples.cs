using Billing.EventStore;

namespace Billing.Identity.Contracts;

/// <summary>Which organisations are made up, for people to look at.</summary>
public interface ISamples
{
    /// <summary>Whether an organisation was founded as a sample company.</summary>
    Task<bool> IsSample(TenantId organisation, CancellationToken stop);
}
