using Billing.EventStore;
using Billing.Web;

namespace Billing.Support;

/// <summary>Tells people that a system outside does not let us in any more.</summary>
internal sealed class SourceShutNotification : INotificationWriter
{
    public Type Event => typeof(SourceShut);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var name = PlainText.Line((await session.Streams<SourceConnection>().Load(happened.StreamId, stop)).State.Name);
        return new(NotificationKind.SyncTrouble, NotificationPriority.High, Permission.SeeSupport, $"/support/connections/{happened.StreamId}", language => language.Choose<NotificationText>(
            new($"{name} does not let us in any more", "Nothing is read there until another credential is entered."),
            new($"{name} lässt uns nicht mehr hinein", "Dort wird nichts gelesen, bis ein anderer Zugang hinterlegt ist."),
            new($"{name} ne nous laisse plus entrer", "Rien n’y est lu tant qu’un autre accès n’est pas saisi."),
            new($"{name} ya no nos deja entrar", "Allí no se lee nada hasta que se introduzca otra credencial.")));
    }
}
