namespace Billing.Invoicing;

/// <summary>The mail that goes out with a document unless somebody writes another one.</summary>
/// <param name="To">The client's readers.</param>
/// <param name="Cc">Those who get a copy.</param>
/// <param name="Language">The document's.</param>
internal sealed record DocumentLetter(IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject, string Message, string Language)
{
    /// <summary>A letter for a client as it is now: readers may have changed since the document was issued.</summary>
    public static DocumentLetter For(Client client, MailText text) => new(client.Emails, client.CcEmails, text.Subject, text.Message, text.Language);
}
