using Billing.EventStore;
using Billing.Web;

namespace Billing.AiCosts;

/// <summary>Tells people of what they should look at; budgets speak for themselves.</summary>
internal sealed class AiAlertNotification : INotificationWriter
{
    public Type Event => typeof(AiAlertRaised);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var e = (AiAlertRaised)happened.Data;
        var kind = e.Kind switch
        {
            AiAlertKind.Budget => (NotificationKind?)null,
            AiAlertKind.Anomaly => NotificationKind.Anomaly,
            AiAlertKind.Unpriced => NotificationKind.System,
            AiAlertKind.CredentialRejected or AiAlertKind.SyncStale => NotificationKind.SyncTrouble,
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
        if (kind is not { } which) return null;
        var name = e.Account is { } account ? PlainText.Line((await session.Streams<AiAccount>().Load(account, stop)).State.Name) : "";
        var path = e.Kind switch { AiAlertKind.Anomaly => "/ai/alerts", AiAlertKind.Unpriced => "/ai/prices", _ => $"/ai/accounts/{e.Account}" };
        return new(which, AiNotifications.Priority(e.Level), Permission.SeeAiCosts, path, language => Text(e, name, language));
    }

    private static NotificationText Text(AiAlertRaised e, string name, NotificationLanguage language) => (e.Kind, e.Day is { } day ? language.Day(day) : "") switch
    {
        (AiAlertKind.Anomaly, var on) => language.Choose<NotificationText>(
            new($"{name}: unusual costs on {on}", "This account cost much more or much less on that day than before."),
            new($"{name}: ungewöhnliche Kosten am {on}", "Dieses Konto hat an diesem Tag viel mehr oder viel weniger gekostet als zuvor."),
            new($"{name} : coûts inhabituels le {on}", "Ce compte a coûté ce jour-là beaucoup plus ou beaucoup moins qu’auparavant."),
            new($"{name}: costes inusuales el {on}", "Esta cuenta costó ese día mucho más o mucho menos que antes.")),
        (AiAlertKind.Unpriced, _) => language.Choose<NotificationText>(
            new($"{name}: usage without a price", "The price book says nothing of some of this account’s usage, so its costs are not known."),
            new($"{name}: Nutzung ohne Preis", "Das Preisbuch sagt über einen Teil der Nutzung dieses Kontos nichts; ihre Kosten sind nicht bekannt."),
            new($"{name} : utilisation sans prix", "Le catalogue de prix ne dit rien d’une partie de l’utilisation de ce compte ; son coût est inconnu."),
            new($"{name}: uso sin precio", "La lista de precios no dice nada de parte del uso de esta cuenta; su coste no se conoce.")),
        (AiAlertKind.CredentialRejected, _) => language.Choose<NotificationText>(
            new($"{name}: the credential is not taken any more", "The provider turned it away. Enter another one so that this account can be read."),
            new($"{name}: Der Zugang wird nicht mehr angenommen", "Der Anbieter hat ihn abgewiesen. Hinterlegen Sie einen anderen, damit dieses Konto gelesen werden kann."),
            new($"{name} : l’accès n’est plus accepté", "Le fournisseur l’a refusé. Saisissez-en un autre pour que ce compte puisse être lu."),
            new($"{name}: ya no se acepta la credencial", "El proveedor la ha rechazado. Introduzca otra para que esta cuenta pueda leerse.")),
        _ => language.Choose<NotificationText>(
            new($"{name}: not read for a while", "This account has not been read to its end for two days or longer, so its costs are behind."),
            new($"{name}: seit einer Weile nicht gelesen", "Dieses Konto wurde seit zwei Tagen oder länger nicht zu Ende gelesen; seine Kosten sind nicht auf dem Stand."),
            new($"{name} : non lu depuis un moment", "Ce compte n’a pas été lu jusqu’au bout depuis deux jours ou plus ; ses coûts ne sont pas à jour."),
            new($"{name}: sin leer desde hace tiempo", "Esta cuenta no se ha leído hasta el final desde hace dos días o más; sus costes no están al día.")),
    };
}
