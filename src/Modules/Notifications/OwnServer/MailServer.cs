using System.Net;
using Billing.EventStore;

namespace Billing.Notifications;

/// <summary>Something that happened to the mail server of an organisation.</summary>
internal abstract record MailServerEvent;

/// <summary>Mails of the organisation leave by a server of its own. The password is in no event.</summary>
/// <param name="Host">The server's name or address.</param>
/// <param name="Port">Its port.</param>
/// <param name="Line">How the line is encrypted.</param>
/// <param name="User">As whom we sign in there; empty: as nobody.</param>
/// <param name="From">The sender's address.</param>
[Event("notifications.mail_server_arranged")]
internal sealed record MailServerArranged(string Host, int Port, SmtpLine Line, string User, string From) : MailServerEvent;

/// <summary>Another password for it is kept.</summary>
[Event("notifications.mail_server_password_kept")]
internal sealed record MailServerPasswordKept : MailServerEvent;

/// <summary>Mails of the organisation leave as the product's do, again.</summary>
[Event("notifications.mail_server_dropped")]
internal sealed record MailServerDropped : MailServerEvent;

/// <summary>The mail server of an organisation; one per tenant. Empty: its mails leave as the product's do.</summary>
internal sealed record MailServer(string Host, int Port, SmtpLine Line, string User, string From) : IAggregate<MailServer>
{
    /// <summary>The one stream of each tenant.</summary>
    public static Guid Id { get; } = new("0193e0c0-0000-7000-8000-00000000000c");

    public static string Alias => "notifications.mail_server";

    public static MailServer Initial { get; } = new("", 0, SmtpLine.StartTls, "", "");

    /// <summary>Whether there is one.</summary>
    public bool IsOn => Host.Length > 0;

    /// <summary>Whether a password for here opens nothing there.</summary>
    public bool IsAnotherDoorThan(MailServer other) => (Host, Port, Line, User) != (other.Host, other.Port, other.Line, other.User);

    /// <summary>As it is spoken to.</summary>
    public SmtpServer With(string? password) => new(Host, Port, Line, User.Length == 0 ? null : new NetworkCredential(User, password));

    /// <summary>Ends it.</summary>
    public Decision<MailServerEvent> Drop() => IsOn ? new MailServerDropped() : Decision.Nothing;

    public MailServer Apply(object happened) => happened switch
    {
        MailServerArranged e => new(e.Host, e.Port, e.Line, e.User, e.From),
        MailServerPasswordKept => this,
        MailServerDropped => Initial,
        _ => throw new UnknownEventException(nameof(MailServer), happened),
    };
}
