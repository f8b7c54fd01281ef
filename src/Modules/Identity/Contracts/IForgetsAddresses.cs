using Billing.EventStore;

namespace Billing.Identity.Contracts;

/// <summary>A module keeps what others tell of people, whom it knows by nothing but their mail address. When somebody is forgotten it lets go of the address, and of no more.</summary>
public interface IForgetsAddresses
{
    /// <summary>Lets go of them, durable before it is done. Doing it again is harmless.</summary>
    /// <param name="session">Of an organisation that the person belongs or belonged to.</param>
    /// <param name="addresses">All that one person ever had, in whatever case.</param>
    Task Forget(Session session, IReadOnlyCollection<string> addresses);
}
