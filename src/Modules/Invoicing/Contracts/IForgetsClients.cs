using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>A module that knows people of a client's lets go of them when the client is forgotten.</summary>
public interface IForgetsClients
{
    /// <summary>Decides to forget them, if the work commits.</summary>
    /// <param name="work">Which forgets the client.</param>
    /// <param name="client">Whose people they are.</param>
    /// <param name="stop">Ends the wait.</param>
    Task Forget(Work work, Guid client, CancellationToken stop);
}
