using Billing.Web;

namespace Billing.Notifications;

/// <summary>What the module itself says in notifications.</summary>
internal static class NotificationWords
{
    /// <summary>Of a test.</summary>
    public static NotificationText Test(NotificationLanguage language) => language.Choose<NotificationText>(
        new("A test of your notifications", "What you choose to be told of reaches you here."),
        new("Ein Test Ihrer Benachrichtigungen", "Was Sie gewählt haben, erreicht Sie hier."),
        new("Un test de vos notifications", "Ce que vous avez choisi vous parvient ici."),
        new("Una prueba de sus notificaciones", "Lo que ha elegido le llega aquí."));

    /// <summary>Of an event that can be read no longer.</summary>
    public static NotificationText Gone(NotificationLanguage language) => language.Choose<NotificationText>(
        new("Something that is no longer on record", ""),
        new("Etwas, das nicht mehr aufgezeichnet ist", ""),
        new("Quelque chose qui n’est plus enregistré", ""),
        new("Algo que ya no está registrado", ""));
}
