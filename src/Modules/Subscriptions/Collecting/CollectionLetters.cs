using Billing.Invoicing.Contracts;

namespace Billing.Subscriptions;

/// <summary>What clients are told when their card could not be charged.</summary>
internal static class CollectionLetters
{
    /// <summary>The mail about what happened; null where there is nothing to tell.</summary>
    /// <param name="zone">The subscription's: whose day it is tried again on.</param>
    public static MailAboutInvoice? Of(Collection now, IReadOnlyList<CollectionEvent> happened, TimeZoneInfo zone)
    {
        var failed = happened.OfType<AttemptFailed>().FirstOrDefault();
        if (failed is null && !happened.OfType<CollectionExhausted>().Any()) return null;
        if (happened[^1] is AttemptBegun) return null; // another card is charged already
        var attempt = failed is null ? now.Attempts[^1] : now.Find(failed.Number)!;
        var card = attempt.Begun.LastFour;
        DateOnly? day = now.NextAt is { } next ? LocalDay.Of(next, zone) : null;
        var texts = day is null ? Last(card) : failed!.NeedsAction ? Asks(card) : Again(card);
        return new MailAboutInvoice(now.InvoiceId, day is null ? $"collection exhausted {attempt.Number}" : $"attempt failed {attempt.Number}", day, texts);
    }

    private static NoticeText[] Again(string card) =>
    [
        new("en", "Payment of invoice {number} failed", $"Hello,\n\nwe could not collect {{amount}} for invoice {{number}} from your card ending in {card}. We will try again on {{day}}.\n\nIf you have another card, please let us know; you can also pay the invoice by transfer.\n\nKind regards\n{{sender}}"),
        new("de", "Zahlung der Rechnung {number} fehlgeschlagen", $"Guten Tag,\n\nwir konnten {{amount}} für die Rechnung {{number}} nicht von Ihrer Karte mit der Endung {card} einziehen. Wir versuchen es am {{day}} noch einmal.\n\nWenn Sie eine andere Karte haben, teilen Sie uns das bitte mit; Sie können die Rechnung auch überweisen.\n\nMit freundlichen Grüßen\n{{sender}}"),
        new("fr", "Échec du paiement de la facture {number}", $"Bonjour,\n\nnous n’avons pas pu prélever {{amount}} pour la facture {{number}} sur votre carte se terminant par {card}. Nous réessaierons le {{day}}.\n\nSi vous avez une autre carte, merci de nous le dire ; vous pouvez aussi payer par virement.\n\nCordialement\n{{sender}}"),
        new("es", "No se pudo cobrar la factura {number}", $"Buenos días:\n\nno hemos podido cobrar {{amount}} por la factura {{number}} de su tarjeta terminada en {card}. Lo intentaremos de nuevo el {{day}}.\n\nSi tiene otra tarjeta, díganoslo; también puede pagar por transferencia.\n\nSaludos cordiales\n{{sender}}"),
    ];

    private static NoticeText[] Asks(string card) =>
    [
        new("en", "Your bank asks you to confirm invoice {number}", $"Hello,\n\nyour bank wants you to confirm the payment of {{amount}} for invoice {{number}} from your card ending in {card}. Please get in touch with us, or pay the invoice by transfer; otherwise we will try again on {{day}}.\n\nKind regards\n{{sender}}"),
        new("de", "Ihre Bank bittet um Bestätigung der Rechnung {number}", $"Guten Tag,\n\nIhre Bank möchte, dass Sie die Zahlung von {{amount}} für die Rechnung {{number}} von Ihrer Karte mit der Endung {card} bestätigen. Bitte melden Sie sich bei uns, oder überweisen Sie den Betrag; sonst versuchen wir es am {{day}} noch einmal.\n\nMit freundlichen Grüßen\n{{sender}}"),
        new("fr", "Votre banque demande de confirmer la facture {number}", $"Bonjour,\n\nvotre banque vous demande de confirmer le paiement de {{amount}} pour la facture {{number}} avec votre carte se terminant par {card}. Merci de nous contacter ou de payer par virement ; sinon nous réessaierons le {{day}}.\n\nCordialement\n{{sender}}"),
        new("es", "Su banco le pide que confirme la factura {number}", $"Buenos días:\n\nsu banco le pide que confirme el pago de {{amount}} por la factura {{number}} con su tarjeta terminada en {card}. Póngase en contacto con nosotros o pague por transferencia; si no, lo intentaremos de nuevo el {{day}}.\n\nSaludos cordiales\n{{sender}}"),
    ];

    private static NoticeText[] Last(string card) =>
    [
        new("en", "Invoice {number} could not be collected", $"Hello,\n\nwe could not collect {{amount}} for invoice {{number}} from your card ending in {card}, and will not try again by ourselves. Please pay the invoice, or give us another card.\n\nKind regards\n{{sender}}"),
        new("de", "Rechnung {number} konnte nicht eingezogen werden", $"Guten Tag,\n\nwir konnten {{amount}} für die Rechnung {{number}} nicht von Ihrer Karte mit der Endung {card} einziehen und versuchen es von uns aus nicht mehr. Bitte bezahlen Sie die Rechnung, oder nennen Sie uns eine andere Karte.\n\nMit freundlichen Grüßen\n{{sender}}"),
        new("fr", "La facture {number} n’a pas pu être prélevée", $"Bonjour,\n\nnous n’avons pas pu prélever {{amount}} pour la facture {{number}} sur votre carte se terminant par {card}, et nous ne réessaierons plus. Merci de payer la facture ou de nous indiquer une autre carte.\n\nCordialement\n{{sender}}"),
        new("es", "No se pudo cobrar la factura {number}", $"Buenos días:\n\nno hemos podido cobrar {{amount}} por la factura {{number}} de su tarjeta terminada en {card} y no lo intentaremos más. Por favor, pague la factura o indíquenos otra tarjeta.\n\nSaludos cordiales\n{{sender}}"),
    ];
}
