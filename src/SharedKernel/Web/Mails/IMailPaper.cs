namespace Billing.Web;

/// <summary>Shows a mail as its reader will see it; nothing is sent.</summary>
public interface IMailPaper
{
    /// <summary>The mail on the paper that every mail is written on.</summary>
    ShownMail Show(Mail mail);
}

/// <summary>A mail as its reader will see it.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">For programs that show only text.</param>
/// <param name="Html">For the others; the logo stands in it.</param>
public sealed record ShownMail(string Subject, string Text, string Html)
{
    /// <summary>Nothing of it: a record's text ends up in logs.</summary>
    public override string ToString() => nameof(ShownMail);
}
