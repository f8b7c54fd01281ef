using Billing.EventStore;

namespace Billing.Identity.Contracts;

/// <summary>Says how much an organisation has of something that its plan may limit. Several modules may keep of the same: their figures add up.</summary>
public interface IEntitledUse
{
    /// <summary>Of what, as <see cref="IEntitlements.Limit"/> calls it.</summary>
    string Name { get; }

    /// <summary>How much it has now, or has had in this calendar month.</summary>
    /// <param name="session">Of the organisation.</param>
    Task<decimal> Used(Session session, CancellationToken stop);
}
