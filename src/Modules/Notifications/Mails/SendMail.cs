using Billing.EventStore;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>Has a wanted mail written by its composer, and sends it. Handing over and the mark that it is done lie as close together as two systems can.</summary>
internal sealed class SendMail(IEnumerable<IMailComposer> composers, PostOffices posts, PublicAddress address) : MessageHandler<MailWanted>(MailWanted.Message)
{
    private readonly Dictionary<string, IMailComposer> _composers = composers.ToDictionary(composer => composer.Kind);

    /// <summary>About a day: a mail server may be away over night.</summary>
    public override int Attempts => 30;

    public override async Task Handle(Message<MailWanted> message, Work work, CancellationToken stop)
    {
        var wanted = message.Body;
        if (!_composers.TryGetValue(wanted.Kind, out var composer)) throw new InvalidOperationException($"No module of this version writes mails of kind {wanted.Kind}.");
        if (await composer.Compose(wanted, work.Session, stop) is not { } mail) return;
        try
        {
            var post = await posts.Of(work.Session.Tenant, mail.ToItsPeople, stop);
            if (work.Session.InTestMode) mail = mail with { Subject = $"[TEST] {mail.Subject}" };
            await composer.Sent(wanted, await post.Send(LetterOf(message.Id, wanted.Kind, work.At, mail, address), stop), work, stop);
        }
        catch (Exception lost) when (lost is GivenUpException || (lost is PostAwayException && message.Attempt >= Attempts))
        {
            if (!await composer.Failed(wanted, forGood: lost is GivenUpException, work, stop)) throw;
        }
    }

    internal static Letter LetterOf(Guid id, string kind, DateTimeOffset at, Mail mail, PublicAddress address)
    {
        var sender = mail.Sender is { } named ? named with { Name = PlainText.Line(named.Name, 100) } : null;
        var letter = new LetterPaper(mail with { Sender = sender }, address);
        return new(id, kind, at, mail.To, PlainText.Line(mail.Name, 100), PlainText.Line(mail.Subject, 150), letter.Text(), letter.Html(), sender) { AlsoTo = mail.AlsoTo, Copies = mail.Copies, ReplyTo = mail.ReplyTo, Attachments = mail.Attachments };
    }
}
