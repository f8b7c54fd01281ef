using Billing.Web;

namespace Billing.Notifications;

/// <summary>Shows mails as <see cref="SendMail"/> would send them.</summary>
internal sealed class MailPaper(PublicAddress address) : IMailPaper
{
    public ShownMail Show(Mail mail)
    {
        var letter = SendMail.LetterOf(Guid.Empty, "", default, mail, address);
        return new(letter.Subject, letter.Text, letter.Page);
    }
}
