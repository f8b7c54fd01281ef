using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>The clients that Stripe knows, for a module that takes over what Stripe bills them.</summary>
public interface IOutsideClients
{
    /// <summary>The client that a customer of Stripe's is: the one that bears its id; else the one that it is said to be, which bears its id from then on; else a new one. All of it becomes true with the work.</summary>
    /// <param name="work">What it belongs to.</param>
    /// <param name="customer">As Stripe knows them.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Its id; of the client that stays, where it was a double.</returns>
    Task<Guid> Of(Work work, OutsideCustomer customer, CancellationToken stop);
}

/// <summary>A customer of Stripe's.</summary>
/// <param name="Id">What Stripe calls it.</param>
/// <param name="Name">As people call it; null where Stripe does not know.</param>
/// <param name="Email">Where it is written to; null where Stripe does not know.</param>
/// <param name="Currency">What it is billed in there.</param>
/// <param name="ClientId">The client that it is said to be; null where nobody said so.</param>
public sealed record OutsideCustomer(string Id, string? Name, string? Email, Currency Currency, Guid? ClientId);
