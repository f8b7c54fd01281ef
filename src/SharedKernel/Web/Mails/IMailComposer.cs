using Billing.EventStore;

namespace Billing.Web;

/// <summary>Writes the mails of one kind. A module registers one for each kind it sends; it is asked when the mail is about to go out.</summary>
public interface IMailComposer
{
    /// <summary>Which kind; module in front.</summary>
    string Kind { get; }

    /// <summary>
    /// Finds reader and texts, and makes what a link needs: a token made here lies nowhere but in the mail (store its hash). After a failure it is asked
    /// again, so a token made earlier must stay good: the first mail may have arrived all the same.
    /// </summary>
    /// <param name="wanted">Which mail.</param>
    /// <param name="session">The product's own session of the organisation that wanted it.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>The mail; null when it is no longer wanted: taken back, too late, nobody left to read it.</returns>
    Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop);
}
