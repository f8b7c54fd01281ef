using Billing.EventStore;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>What modules tell people of.</summary>
internal sealed class NotificationWriters(IEnumerable<INotificationWriter> writers)
{
    private readonly Dictionary<Type, INotificationWriter> _writers = writers.ToDictionary(writer => writer.Event);

    /// <summary>Whether people are told of events of a type.</summary>
    public bool Know(Type happened) => _writers.ContainsKey(happened);

    /// <summary>What people are told of an event; null when nobody is.</summary>
    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop) => _writers.TryGetValue(happened.Data.GetType(), out var writer) ? await writer.Write(happened, session, stop) : null;
}
