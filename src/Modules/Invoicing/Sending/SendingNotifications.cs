using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Tells people that a mail with a document did not go out.</summary>
internal sealed class SendingFailedNotification : INotificationWriter
{
    public Type Event => typeof(SendingFailed);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var document = await MailedDocument.Of(happened.StreamId, session, stop);
        return document.Notification(language => language.Choose<NotificationText>(
            new($"{document.In(language)} was not sent", "No mail server took the mail. Look at the addresses and send it again."),
            new($"{document.In(language)} wurde nicht gesendet", "Kein Mailserver hat die Mail angenommen. Prüfen Sie die Adressen und senden Sie sie noch einmal."),
            new($"{document.In(language)} n’a pas été envoyé", "Aucun serveur n’a accepté le courriel. Vérifiez les adresses et renvoyez-le."),
            new($"{document.In(language)} no se ha enviado", "Ningún servidor aceptó el correo. Revise las direcciones y envíelo de nuevo.")));
    }
}

/// <summary>Tells people that a mail with a document came back.</summary>
internal sealed class SendingBouncedNotification : INotificationWriter
{
    public Type Event => typeof(SendingBounced);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var document = await MailedDocument.Of(happened.StreamId, session, stop);
        return document.Notification(language => language.Choose<NotificationText>(
            new($"{document.In(language)} came back", "A reader did not get the mail. Look at the address and send it again."),
            new($"{document.In(language)} ist zurückgekommen", "Ein Empfänger hat die Mail nicht erhalten. Prüfen Sie die Adresse und senden Sie sie noch einmal."),
            new($"{document.In(language)} est revenu", "Un destinataire n’a pas reçu le courriel. Vérifiez l’adresse et renvoyez-le."),
            new($"{document.In(language)} ha vuelto", "Un destinatario no recibió el correo. Revise la dirección y envíelo de nuevo.")));
    }
}

/// <summary>A document that was mailed, as notices call it.</summary>
internal sealed record MailedDocument(bool IsInvoice, Guid Id, string? Number)
{
    public static async Task<MailedDocument> Of(Guid sending, Session session, CancellationToken stop)
    {
        var state = (await session.Streams<Sending>().Load(sending, stop)).State;
        return state.InvoiceId != default
            ? new(true, state.InvoiceId.Value, (await session.Streams<Invoice>().Load(state.InvoiceId.Value, stop)).State.Number)
            : new(false, state.QuoteId.Value, (await session.Streams<Quote>().Load(state.QuoteId.Value, stop)).State.Number);
    }

    public string In(NotificationLanguage language) => IsInvoice
        ? language.Choose($"Mail with invoice {Number}", $"Mail mit Rechnung {Number}", $"Le courriel avec la facture {Number}", $"El correo con la factura {Number}")
        : language.Choose($"Mail with quote {Number}", $"Mail mit Angebot {Number}", $"Le courriel avec le devis {Number}", $"El correo con el presupuesto {Number}");

    public Notification Notification(Func<NotificationLanguage, NotificationText> text) => new(NotificationKind.System, NotificationPriority.Normal, Permission.SeeInvoicing, $"/{(IsInvoice ? "invoices" : "quotes")}/{Id}", text);
}
