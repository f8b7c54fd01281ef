using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Asks somebody to show that an address is theirs.</summary>
internal sealed class VerificationMail(Links links, People people) : IMailComposer
{
    public const string Name = "identity.verification";

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(3);

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (await people.Find(new PersonId(wanted.For), stop) is not { Active: true, EmailVerified: false, Email: { } email } person) return null;
        var secret = await links.Make(Tenants.People, LinkKinds.Verify, person.Id.Value, email, session.Now + Lasts);
        return new(email, person.Name, "en", "Please confirm your mail address",
        [
            new MailPart.Paragraph($"Hello {person.Name}, please confirm that {email} is your address."),
            new MailPart.Button("Confirm address", $"/verify-email#{secret}"),
            new MailPart.SmallPrint("If you did not register, leave this mail alone."),
        ]);
    }
}

/// <summary>Lets somebody choose a new password.</summary>
internal sealed class ResetMail(Links links, People people) : IMailComposer
{
    public const string Name = "identity.password_reset";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (session.Now > wanted.WantedAt + Lasts || await people.Find(new PersonId(wanted.For), stop) is not { Active: true, Email: { } email } person) return null;
        var secret = await links.Make(Tenants.People, LinkKinds.Reset, person.Id.Value, email, session.Now + Lasts);
        return new(email, person.Name, "en", "Choose a new password",
        [
            new MailPart.Paragraph($"Hello {person.Name}, somebody asked for a new password for {email}. If that was you, choose it within half an hour."),
            new MailPart.Button("Choose a new password", $"/reset-password#{secret}"),
            new MailPart.SmallPrint("If it was not you, leave this mail alone: your password stays as it is."),
        ]);
    }
}
