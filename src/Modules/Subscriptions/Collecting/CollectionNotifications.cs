using Billing.EventStore;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>Tells people that a card gave nothing.</summary>
internal sealed class AttemptFailedNotification : INotificationWriter
{
    public Type Event => typeof(AttemptFailed);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var e = (AttemptFailed)happened.Data;
        var collection = (await session.Streams<Collection>().Load(happened.StreamId, stop)).State;
        var amount = collection.Attempts.FirstOrDefault(attempt => attempt.Number == e.Number)?.Begun.Amount;
        return CollectionNotifications.Of(collection, NotificationPriority.Normal, language =>
        {
            var much = amount is { } asked ? language.Amount(asked) : "";
            return language.Choose<NotificationText>(
                new($"Payment of invoice {collection.Number} failed", e.NeedsAction ? $"The client’s bank wants to hear from the client before it pays {much}." : $"The card did not pay {much}."),
                new($"Zahlung der Rechnung {collection.Number} ist fehlgeschlagen", e.NeedsAction ? $"Die Bank des Kunden möchte von ihm hören, bevor sie {much} zahlt." : $"Die Karte hat {much} nicht gezahlt."),
                new($"Le paiement de la facture {collection.Number} a échoué", e.NeedsAction ? $"La banque du client attend sa confirmation avant de payer {much}." : $"La carte n’a pas payé {much}."),
                new($"El pago de la factura {collection.Number} ha fallado", e.NeedsAction ? $"El banco del cliente espera su confirmación antes de pagar {much}." : $"La tarjeta no ha pagado {much}."));
        });
    }
}

/// <summary>Tells people that nobody tries a card any more.</summary>
internal sealed class CollectionExhaustedNotification : INotificationWriter
{
    public Type Event => typeof(CollectionExhausted);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var collection = (await session.Streams<Collection>().Load(happened.StreamId, stop)).State;
        return CollectionNotifications.Of(collection, NotificationPriority.High, language => language.Choose<NotificationText>(
            new($"Invoice {collection.Number} is still unpaid after every attempt", "The card is not tried again by itself. Talk to the client."),
            new($"Rechnung {collection.Number} ist nach allen Versuchen unbezahlt", "Die Karte wird von selbst nicht mehr belastet. Sprechen Sie mit dem Kunden."),
            new($"La facture {collection.Number} reste impayée après toutes les tentatives", "La carte n’est plus débitée automatiquement. Parlez-en au client."),
            new($"La factura {collection.Number} sigue impagada tras todos los intentos", "La tarjeta ya no se cobra automáticamente. Hable con el cliente.")));
    }
}

/// <summary>Tells people that a client objects to a payment.</summary>
internal sealed class PaymentDisputedNotification : INotificationWriter
{
    public Type Event => typeof(PaymentDisputed);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var collection = (await session.Streams<Collection>().Load(happened.StreamId, stop)).State;
        return CollectionNotifications.Of(collection, NotificationPriority.High, language => language.Choose<NotificationText>(
            new($"Payment of invoice {collection.Number} is disputed", "The client objects to it at their bank. Answer at the payment provider before its deadline."),
            new($"Zahlung der Rechnung {collection.Number} wird angefochten", "Der Kunde widerspricht ihr bei seiner Bank. Antworten Sie beim Zahlungsanbieter vor Ablauf der Frist."),
            new($"Le paiement de la facture {collection.Number} est contesté", "Le client le conteste auprès de sa banque. Répondez chez le prestataire avant l’échéance."),
            new($"El pago de la factura {collection.Number} está en disputa", "El cliente lo impugna ante su banco. Responda al proveedor de pagos antes del plazo.")));
    }
}

internal static class CollectionNotifications
{
    public static Notification Of(Collection collection, NotificationPriority priority, Func<NotificationLanguage, NotificationText> text) => new(NotificationKind.PaymentFailed, priority, Permission.SeeSubscriptions, $"/invoices/{collection.InvoiceId}", text);
}
