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

    /// <summary>
    /// A mail server took the mail. What is decided on the work is true together with the mark that the mail has gone; lose no race here, for then it would go
    /// out again: decide on a stream that nobody else writes meanwhile.
    /// </summary>
    /// <param name="wanted">Which mail.</param>
    /// <param name="refused">Readers whom the server did not take, though it took others.</param>
    /// <param name="work">Commits with the mark.</param>
    /// <param name="stop">Ends the wait.</param>
    Task Sent(MailWanted wanted, IReadOnlyList<string> refused, Work work, CancellationToken stop) => Task.CompletedTask;

    /// <summary>No mail server took the mail, and nobody tries again by themselves.</summary>
    /// <param name="wanted">Which mail.</param>
    /// <param name="forGood">It was refused; otherwise servers were away for too long.</param>
    /// <param name="work">Commits with the mark that it is done with.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether that is noted where people see it; if not, the message becomes a dead letter for an operator.</returns>
    Task<bool> Failed(MailWanted wanted, bool forGood, Work work, CancellationToken stop) => Task.FromResult(false);

    /// <summary>A mail that a server had taken came back, perhaps days later. It may be told of more than once, and about somebody who was no reader of it.</summary>
    /// <param name="wanted">Which mail.</param>
    /// <param name="bounce">Who did not get it, and why.</param>
    /// <param name="work">Commits when this is done.</param>
    /// <param name="stop">Ends the wait.</param>
    Task CameBack(MailWanted wanted, MailBounce bounce, Work work, CancellationToken stop) => Task.CompletedTask;
}
