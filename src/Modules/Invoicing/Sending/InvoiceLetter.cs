namespace Billing.Invoicing;

/// <summary>Writes the letter that goes with an invoice.</summary>
internal static class InvoiceLetter
{
    /// <summary>The letter for an issued invoice.</summary>
    /// <param name="invoice">Issued.</param>
    /// <param name="client">As it is now: readers may have changed since.</param>
    /// <param name="sender">The organisation's name.</param>
    /// <param name="own">What the organisation wrote itself; in other languages the usual text is sent.</param>
    public static DocumentLetter Of(Invoice invoice, Client client, string sender, ValueList<MailText> own)
    {
        var language = invoice.Addressee?.Language ?? "en";
        var text = (own.FirstOrDefault(text => text.Language == language) ?? Usual(language)).With(LetterValues.Of(invoice, client, sender, language));
        return DocumentLetter.For(client, text);
    }

    /// <summary>What it says where the organisation wrote nothing.</summary>
    public static MailText Usual(string language) => language switch
    {
        "de" => new("de", "Rechnung {number} von {sender}", "Guten Tag,\n\nanbei erhalten Sie die Rechnung {number} über {total}, zahlbar bis {due}.\n\nMit freundlichen Grüßen\n{sender}"),
        "fr" => new("fr", "Facture {number} de {sender}", "Bonjour,\n\nveuillez trouver ci-joint la facture {number} d’un montant de {total}, à régler au plus tard le {due}.\n\nCordialement\n{sender}"),
        "es" => new("es", "Factura {number} de {sender}", "Buenos días:\n\nadjuntamos la factura {number} por {total}, a pagar hasta el {due}.\n\nSaludos cordiales\n{sender}"),
        _ => new(language, "Invoice {number} from {sender}", "Hello,\n\nplease find attached invoice {number} for {total}, payable by {due}.\n\nKind regards\n{sender}"),
    };
}
