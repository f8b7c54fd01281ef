using Billing.EventStore;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>Tells people that an address is told of nothing more.</summary>
internal sealed class WebhookNotification : INotificationWriter
{
    public Type Event => typeof(WebhookDisabled);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var e = (WebhookDisabled)happened.Data;
        var name = PlainText.Line((await session.Streams<WebhookEndpoint>().Load(happened.StreamId, stop)).State.Name);
        return new(NotificationKind.WebhookTrouble, NotificationPriority.High, Permission.ArrangeWebhooks, $"/webhooks/{happened.StreamId}", language => e.Reason switch
        {
            WebhookTrouble.Gone => language.Choose<NotificationText>(
                new($"Webhook {name} is switched off", "Its address answered that it is there no longer (410)."),
                new($"Webhook {name} ist abgeschaltet", "Seine Adresse hat geantwortet, dass es sie nicht mehr gibt (410)."),
                new($"Le webhook {name} est désactivé", "Son adresse a répondu qu’elle n’existe plus (410)."),
                new($"El webhook {name} está desactivado", "Su dirección respondió que ya no existe (410).")),
            _ => language.Choose<NotificationText>(
                new($"Webhook {name} is switched off", "Its address has taken nothing for five days."),
                new($"Webhook {name} ist abgeschaltet", "Seine Adresse hat seit fünf Tagen nichts angenommen."),
                new($"Le webhook {name} est désactivé", "Son adresse n’a rien accepté depuis cinq jours."),
                new($"El webhook {name} está desactivado", "Su dirección no ha aceptado nada en cinco días.")),
        });
    }
}
