using Billing.Web;

namespace Billing.Notifications;

/// <summary>Takes letters away: a mail server does, or in development a page.</summary>
internal interface IPost
{
    /// <summary>Hands one letter over.</summary>
    /// <returns>Readers who were not taken, though others were; the letter has gone to those.</returns>
    /// <exception cref="Billing.EventStore.GivenUpException">It is refused for good.</exception>
    /// <exception cref="PostAwayException">Not now; later perhaps.</exception>
    Task<IReadOnlyList<string>> Send(Letter letter, CancellationToken stop);
}

/// <summary>A mail, ready to go.</summary>
/// <param name="Id">The same at each try, so that the reader's server can tell a second copy.</param>
/// <param name="Kind">Which.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="To">The reader's address.</param>
/// <param name="Name">The reader's name, one line.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">For programs that show only text.</param>
/// <param name="Html">For the others. The logo, if any, is <c>cid:logo</c>.</param>
/// <param name="Sender">On whose behalf.</param>
internal sealed record Letter(Guid Id, string Kind, DateTimeOffset At, string To, string Name, string Subject, string Text, string Html, MailSender? Sender)
{
    /// <summary>Further readers it is addressed to.</summary>
    public IReadOnlyList<string> AlsoTo { get; init; } = [];

    /// <summary>Readers of a copy.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>Where an answer goes; null: to the sender's address.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Files that go with it.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>As a page of its own: the logo, which goes with a sent mail as a file, stands in it.</summary>
    public string Page => Sender is { Logo: { } logo, LogoType: { } type } ? Html.Replace("cid:logo", $"data:{type};base64,{Convert.ToBase64String(logo.Span)}", StringComparison.Ordinal) : Html;

    public override string ToString() => $"{Kind} {Id}";
}

/// <summary>The letter could not be handed over, and may be at another time. Nothing that the server said is repeated: it says addresses.</summary>
internal sealed class PostAwayException(string sentence) : Exception(sentence);
