namespace Billing.Invoicing;

/// <summary>What a reminder says in a language for which the organisation wrote nothing: kinder until the due date than long after it.</summary>
internal static class ReminderWords
{
    private const int FirmFrom = 14;

    public static MailText Usual(int days, string language) => (language, days <= 0 ? 0 : days < FirmFrom ? 1 : 2) switch
    {
        ("de", 0) => new("de", "Rechnung {number} ist bald fällig", "Guten Tag,\n\nunsere Rechnung {number} über {amount} ist am {due} zahlbar. Falls Sie schon gezahlt haben: vielen Dank, dann ist nichts zu tun.\n\nMit freundlichen Grüßen\n{sender}"),
        ("de", 1) => new("de", "Zahlungserinnerung: Rechnung {number}", "Guten Tag,\n\nunsere Rechnung {number} war am {due} zahlbar; {amount} sind noch offen. Sicher ist sie nur übersehen worden. Bitte überweisen Sie den Betrag in den nächsten Tagen. Die Rechnung liegt bei.\n\nMit freundlichen Grüßen\n{sender}"),
        ("de", _) => new("de", "Mahnung: Rechnung {number} ist seit {days} Tagen fällig", "Guten Tag,\n\nunsere Rechnung {number} war am {due} zahlbar und ist seit {days} Tagen überfällig; {amount} sind noch offen. Bitte überweisen Sie den Betrag umgehend, oder schreiben Sie uns, was dem entgegensteht.\n\nMit freundlichen Grüßen\n{sender}"),
        ("fr", 0) => new("fr", "La facture {number} arrive à échéance", "Bonjour,\n\nnotre facture {number} d’un montant de {amount} est à régler au plus tard le {due}. Si vous l’avez déjà réglée, merci : vous n’avez rien à faire.\n\nCordialement\n{sender}"),
        ("fr", 1) => new("fr", "Rappel : facture {number}", "Bonjour,\n\nnotre facture {number} était à régler le {due} ; {amount} restent dus. Il s’agit sans doute d’un oubli. Merci de procéder au règlement dans les prochains jours. La facture est jointe.\n\nCordialement\n{sender}"),
        ("fr", _) => new("fr", "Relance : la facture {number} est échue depuis {days} jours", "Bonjour,\n\nnotre facture {number} était à régler le {due} et est échue depuis {days} jours ; {amount} restent dus. Merci de la régler sans délai, ou de nous écrire ce qui s’y oppose.\n\nCordialement\n{sender}"),
        ("es", 0) => new("es", "La factura {number} vence pronto", "Buenos días:\n\nnuestra factura {number} por {amount} vence el {due}. Si ya la ha pagado, muchas gracias: no tiene que hacer nada.\n\nSaludos cordiales\n{sender}"),
        ("es", 1) => new("es", "Recordatorio: factura {number}", "Buenos días:\n\nnuestra factura {number} venció el {due} y quedan {amount} por pagar. Seguramente se trata de un descuido. Le rogamos que abone el importe en los próximos días. Adjuntamos la factura.\n\nSaludos cordiales\n{sender}"),
        ("es", _) => new("es", "Reclamación: la factura {number} venció hace {days} días", "Buenos días:\n\nnuestra factura {number} venció el {due}, hace {days} días, y quedan {amount} por pagar. Le rogamos que la abone sin demora, o que nos escriba qué lo impide.\n\nSaludos cordiales\n{sender}"),
        (_, 0) => new(language, "Invoice {number} is due soon", "Hello,\n\nour invoice {number} for {amount} is payable by {due}. If you have paid already: thank you, there is nothing to do.\n\nKind regards\n{sender}"),
        (_, 1) => new(language, "Reminder: invoice {number}", "Hello,\n\nour invoice {number} was payable by {due}, and {amount} is still outstanding. It has surely been overlooked. Please pay within the next days. The invoice is attached.\n\nKind regards\n{sender}"),
        _ => new(language, "Overdue: invoice {number} has been due for {days} days", "Hello,\n\nour invoice {number} was payable by {due} and has been overdue for {days} days; {amount} is still outstanding. Please pay at once, or write to us what keeps you from it.\n\nKind regards\n{sender}"),
    };

    /// <summary>What a late fee is called on an invoice.</summary>
    public static string Fee(string language, string number, int days) => language switch
    {
        "de" => FormattableString.Invariant($"Mahngebühr zu Rechnung {number}, {days} Tage überfällig"),
        "fr" => FormattableString.Invariant($"Frais de retard, facture {number}, {days} jours de retard"),
        "es" => FormattableString.Invariant($"Recargo por demora, factura {number}, {days} días de demora"),
        _ => FormattableString.Invariant($"Late fee for invoice {number}, {days} days overdue"),
    };
}
