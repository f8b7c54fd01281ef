namespace Billing.Web;

/// <summary>What a mail says. How it looks, and how it gets there, is not its composer's business: every text here is plain and is escaped later.</summary>
/// <param name="To">The address of the one who reads it.</param>
/// <param name="Name">Their name; empty when unknown.</param>
/// <param name="Language">BCP 47 of its texts, such as <c>de</c> or <c>en-US</c>.</param>
/// <param name="Subject">One line.</param>
/// <param name="Parts">From top to bottom.</param>
public sealed record Mail(string To, string Name, string Language, string Subject, IReadOnlyList<MailPart> Parts)
{
    /// <summary>On whose behalf it is sent; null: the product's own.</summary>
    public MailSender? Sender { get; init; }

    /// <summary>Whether people of the organisation read it; else its clients do, and these get no mail in test mode.</summary>
    public bool ToItsPeople { get; init; }

    /// <summary>Further addresses it is addressed to.</summary>
    public IReadOnlyList<string> AlsoTo { get; init; } = [];

    /// <summary>Addresses that get a copy; every reader sees them.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>Where an answer goes; null: to the sender's address.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Files that go with it.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Nothing of it: a record's text ends up in logs.</summary>
    public override string ToString() => nameof(Mail);
}

/// <summary>The organisation that a mail speaks for.</summary>
/// <param name="Name">As shown at its top and in the sender's name.</param>
/// <param name="Logo">PNG, JPEG, GIF or WebP shown at its top; null shows the name.</param>
/// <param name="LogoType">The media type of <paramref name="Logo"/>.</param>
public sealed record MailSender(string Name, ReadOnlyMemory<byte>? Logo = null, string? LogoType = null);

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">Of the file; safe to save under.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">The file.</param>
public sealed record MailAttachment(string Name, string Type, ReadOnlyMemory<byte> Bytes);

/// <summary>One piece of a mail.</summary>
public abstract record MailPart
{
    private MailPart()
    {
    }

    /// <summary>A paragraph; a line break stays one.</summary>
    public sealed record Paragraph(string Text) : MailPart;

    /// <summary>A few facts, name and value.</summary>
    public sealed record Facts(IReadOnlyList<KeyValuePair<string, string>> Rows) : MailPart;

    /// <summary>What the mail asks for: a button, and its address in full beneath for those whose program shows none.</summary>
    /// <param name="Label">An imperative.</param>
    /// <param name="Path">Of the dashboard, from the slash on; a secret stands behind #, so that it reaches no server's log.</param>
    public sealed record Button(string Label, string Path) : MailPart
    {
        /// <summary>Without the path, which may end in a secret.</summary>
        public override string ToString() => nameof(Button);
    }

    /// <summary>What matters less, in small type: until when a link is good, what to do if the mail was not expected.</summary>
    public sealed record SmallPrint(string Text) : MailPart;
}
