using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Asks somebody to show that an address is theirs.</summary>
internal sealed class VerificationMail(Links links, People people, MailReaders readers) : IMailComposer
{
    public const string Name = "identity.verification";

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(3);

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (await people.Find(new PersonId(wanted.For), stop) is not { Active: true, EmailVerified: false, Email: { } email } person) return null;
        var secret = await links.Make(Tenants.People, LinkKinds.Verify, person.Id.Value, email, session.Now + Lasts);
        return MailTexts.Verification(await readers.Language(person.Id, stop), email, person.Name, secret);
    }
}

/// <summary>Lets somebody choose a new password.</summary>
internal sealed class ResetMail(Links links, People people, MailReaders readers) : IMailComposer
{
    public const string Name = "identity.password_reset";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (session.Now > wanted.WantedAt + Lasts || await people.Find(new PersonId(wanted.For), stop) is not { Active: true, Email: { } email } person) return null;
        var secret = await links.Make(Tenants.People, LinkKinds.Reset, person.Id.Value, email, session.Now + Lasts);
        return MailTexts.PasswordReset(await readers.Language(person.Id, stop), email, person.Name, secret);
    }
}
