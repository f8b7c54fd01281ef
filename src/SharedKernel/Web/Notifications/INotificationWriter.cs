using Billing.EventStore;

namespace Billing.Web;

/// <summary>Says what people are told when something happened. A module registers one for each event of its own that people are told of.</summary>
public interface INotificationWriter
{
    /// <summary>The event's type.</summary>
    Type Event { get; }

    /// <summary>Says what people are told of one such event. Asked when it has happened, and whenever somebody looks at it again.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="session">The product's own session of its organisation.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>The notice; null when nobody is told: that depends on the event alone.</returns>
    Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop);
}
