using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>A module that keeps something of clients gives it to the one that stays when a double is merged into it.</summary>
public interface IFollowsClients
{
    /// <summary>Gives the client that stays what the module keeps of its double, if the work commits. It may be told more than once.</summary>
    /// <param name="work">Of the organisation.</param>
    /// <param name="survivor">The client that stays.</param>
    /// <param name="double">The one that went.</param>
    /// <param name="stop">Ends the wait.</param>
    Task Follow(Work work, Guid survivor, Guid @double, CancellationToken stop);
}
