using Billing.EventStore;

namespace Billing.Web;

/// <summary>
/// A mail that is to be written and sent: which, to whom, about what, as ids. It lies in the table of messages, so it holds no address, no name and above
/// all no secret; the <see cref="IMailComposer"/> of its kind finds, or makes, these when the mail is sent.
/// </summary>
/// <param name="Kind">Module in front: <c>identity.password_reset</c>.</param>
/// <param name="For">The reader, or what leads to them, as the composer knows it.</param>
/// <param name="About">What it is about, if that is something else.</param>
/// <param name="WantedAt">When it was wanted, UTC: a composer may find that it is too late for it.</param>
public sealed record MailWanted(string Kind, Guid For, Guid? About, DateTimeOffset WantedAt)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "notifications.mail_wanted";
}

/// <summary>How a slice sends a mail.</summary>
public static class MailWords
{
    /// <summary>Sends a mail if, and only if, the work commits. Once, as far as the mail servers of this world allow; a server that is away is waited for.</summary>
    /// <param name="work">The tenant's whose composer is asked.</param>
    /// <param name="kind">Which; see <see cref="IMailComposer.Kind"/>.</param>
    /// <param name="reader">The reader, or what leads to them.</param>
    /// <param name="about">What it is about, if that is something else.</param>
    /// <param name="due">Not before this moment, UTC; null for at once.</param>
    /// <param name="key">Business key: a second mail under it is not sent.</param>
    public static void WantMail(this Work work, string kind, Guid reader, Guid? about = null, DateTimeOffset? due = null, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.Send(MailWanted.Message, new MailWanted(kind, reader, about, work.At), due, key);
    }
}
