using Billing.Web;

namespace Billing.Invoicing;

/// <summary>A mail as its readers would see it.</summary>
/// <param name="Text">For programs that show only text.</param>
/// <param name="Html">For the others.</param>
/// <param name="On">The day it is shown for.</param>
/// <param name="Fee">The late fee that comes with it; null for none.</param>
internal sealed record MailPreview(IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject, string Text, string Html, IReadOnlyList<PreviewedFile> Attachments, DateOnly On, Money? Fee)
{
    /// <summary>Stands for the secret of the client link, which is made when the mail goes.</summary>
    public const string LinkPath = "/p/made-when-it-is-sent";

    public static MailPreview Of(Mail mail, IReadOnlyList<string> to, IMailPaper paper, DateOnly on, Money? fee)
    {
        var shown = paper.Show(mail);
        return new(to, mail.Copies, shown.Subject, shown.Text, shown.Html, [.. mail.Attachments.Select(file => new PreviewedFile(file.Name, file.Type, file.Bytes.Length))], on, fee);
    }

    /// <summary>Nothing of it: a record's text ends up in logs.</summary>
    public override string ToString() => nameof(MailPreview);
}

/// <summary>A file that would go with a mail.</summary>
/// <param name="Bytes">Its size.</param>
internal sealed record PreviewedFile(string Name, string Type, int Bytes);
