namespace Billing.Invoicing;

/// <summary>Writes the letter that goes with a quote.</summary>
internal static class QuoteLetter
{
    /// <param name="quote">Issued.</param>
    /// <param name="client">As it is now.</param>
    /// <param name="sender">The organisation's name.</param>
    /// <param name="own">What the organisation wrote itself; in other languages the usual text is sent.</param>
    public static DocumentLetter Of(Quote quote, Client client, string sender, ValueList<MailText> own)
    {
        var language = quote.Addressee?.Language ?? "en";
        return DocumentLetter.For(client, (own.FirstOrDefault(text => text.Language == language) ?? Usual(language)).With(LetterValues.Of(quote, client, sender, language)));
    }

    /// <summary>What it says where the organisation wrote nothing.</summary>
    public static MailText Usual(string language) => language switch
    {
        "de" => new("de", "Angebot {number} von {sender}", "Guten Tag,\n\nanbei erhalten Sie unser Angebot {number} über {total}. Es gilt bis {until}; eine kurze Antwort genügt, um es anzunehmen.\n\nMit freundlichen Grüßen\n{sender}"),
        "fr" => new("fr", "Devis {number} de {sender}", "Bonjour,\n\nveuillez trouver ci-joint notre devis {number} d’un montant de {total}. Il est valable jusqu’au {until} ; une courte réponse suffit pour l’accepter.\n\nCordialement\n{sender}"),
        "es" => new("es", "Presupuesto {number} de {sender}", "Buenos días:\n\nadjuntamos nuestro presupuesto {number} por {total}. Es válido hasta el {until}; basta una breve respuesta para aceptarlo.\n\nSaludos cordiales\n{sender}"),
        _ => new(language, "Quote {number} from {sender}", "Hello,\n\nplease find attached our quote {number} for {total}. It holds until {until}; a short answer is enough to accept it.\n\nKind regards\n{sender}"),
    };
}
