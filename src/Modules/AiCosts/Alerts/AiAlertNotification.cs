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
            AiAlertKind.Unpriced or AiAlertKind.BalanceLow => NotificationKind.System,
            AiAlertKind.CredentialRejected or AiAlertKind.SyncStale or AiAlertKind.ServiceDown => NotificationKind.SyncTrouble,
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
        if (kind is not { } which || await AiAlertRules.Find(session, e.Rule ?? AiAlertRules.IdOf(e.Kind), stop) is not { IsOn: true, Rule: { Audience: { } audience } rule }) return null;
        var name = e.Account is { } account ? PlainText.Line((await session.Streams<AiAccount>().Load(account, stop)).State.Name) : "";
        var path = e.Kind switch { AiAlertKind.Anomaly => "/ai/alerts", AiAlertKind.Unpriced => "/ai/prices", _ => $"/ai/accounts/{e.Account}" };
        return new(which, AiNotifications.Priority(e.Level), audience, path, language => Text(e, rule, name, language));
    }

    private static NotificationText Text(AiAlertRaised e, AiAlertRule rule, string name, NotificationLanguage language) => (e.Kind, e.Day is { } day ? language.Day(day) : "") switch
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
        (AiAlertKind.BalanceLow, _) when rule.Amount is { } least && language.Amount(least) is var amount => language.Choose<NotificationText>(
            new($"{name}: little is left", $"Less than {amount} is left at the provider. Pay in before calls are turned away."),
            new($"{name}: Es ist wenig übrig", $"Beim Anbieter sind weniger als {amount} übrig. Zahlen Sie ein, bevor Aufrufe abgewiesen werden."),
            new($"{name} : il reste peu", $"Il reste moins de {amount} chez le fournisseur. Versez avant que des appels soient refusés."),
            new($"{name}: queda poco", $"Quedan menos de {amount} en el proveedor. Ingrese antes de que se rechacen llamadas.")),
        (AiAlertKind.BalanceLow, _) => language.Choose<NotificationText>(
            new($"{name}: nothing is left", "What was paid to the provider is used up. Pay in so that calls are not turned away."),
            new($"{name}: Es ist nichts übrig", "Was beim Anbieter eingezahlt wurde, ist aufgebraucht. Zahlen Sie ein, damit Aufrufe nicht abgewiesen werden."),
            new($"{name} : il ne reste rien", "Ce qui a été versé au fournisseur est épuisé. Versez pour que les appels ne soient pas refusés."),
            new($"{name}: no queda nada", "Lo ingresado en el proveedor está agotado. Ingrese para que no se rechacen llamadas.")),
        (AiAlertKind.ServiceDown, _) => language.Choose<NotificationText>(
            new($"{name}: the provider does not answer", $"It has not answered for {rule.Minutes} minutes or longer when it was asked for this account."),
            new($"{name}: Der Anbieter antwortet nicht", $"Er hat auf Anfragen für dieses Konto seit {rule.Minutes} Minuten oder länger nicht geantwortet."),
            new($"{name} : le fournisseur ne répond pas", $"Il ne répond plus depuis {rule.Minutes} minutes ou plus aux demandes pour ce compte."),
            new($"{name}: el proveedor no responde", $"No responde desde hace {rule.Minutes} minutos o más a las consultas de esta cuenta.")),
        _ => language.Choose<NotificationText>(
            new($"{name}: not read for a while", $"This account has not been read to its end for {rule.Hours} hours or longer, so its costs are behind."),
            new($"{name}: seit einer Weile nicht gelesen", $"Dieses Konto wurde seit {rule.Hours} Stunden oder länger nicht zu Ende gelesen; seine Kosten sind nicht auf dem Stand."),
            new($"{name} : non lu depuis un moment", $"Ce compte n’a pas été lu jusqu’au bout depuis {rule.Hours} heures ou plus ; ses coûts ne sont pas à jour."),
            new($"{name}: sin leer desde hace tiempo", $"Esta cuenta no se ha leído hasta el final desde hace {rule.Hours} horas o más; sus costes no están al día.")),
    };
}
