using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Support;

/// <summary>Tells somebody of a client's that they may come into the portal; its link is good for a day, and once.</summary>
internal sealed class PortalInvitationMail(PortalDoor door, PortalMark mark) : IMailComposer
{
    public const string Name = "support.portal_invitation";

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop) =>
        await door.Guest(session.Tenant, wanted.For, stop) is { } guest ? PortalMailTexts.Invitation(guest, await door.Make(guest, Lasts)) with { Sender = await mark.Sender(guest.Here, stop) } : null;
}

/// <summary>Brings somebody the link by which they come in; it is good for half an hour, and once.</summary>
internal sealed class PortalLinkMail(PortalDoor door, PortalMark mark, TimeProvider time) : IMailComposer
{
    public const string Name = "support.portal_link";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public string Kind => Name;

    // Whoever waited this long asks anew; an address that nobody knows has nobody to compose for.
    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop) =>
        time.GetUtcNow() <= wanted.WantedAt + Lasts && await door.Guest(session.Tenant, wanted.For, stop) is { } guest ? PortalMailTexts.Link(guest, await door.Make(guest, Lasts)) with { Sender = await mark.Sender(guest.Here, stop) } : null;
}

/// <summary>What these mails say, in German and English. The secret stands behind #, so that it reaches no server's log and nothing that follows links.</summary>
internal static class PortalMailTexts
{
    public static Mail Invitation(PortalGuest guest, LinkSecret secret)
    {
        var (language, german) = In(guest);
        var (here, client) = (PlainText.Line(guest.Here.Name), PlainText.Line(guest.Client.Name));
        return german
            ? new(guest.Email, guest.Name, language, $"Ihr Kundenportal bei {here}",
            [
                new MailPart.Paragraph($"Guten Tag {guest.Name},\n{here} zeigt Ihnen im Kundenportal, was für {client} angefragt, betrieben und gebaut wird."),
                new MailPart.Button("Portal öffnen", $"/portal#{secret.Text}"),
                new MailPart.SmallPrint("Der Link gilt einen Tag und nur einmal. Später lassen Sie sich auf der Seite des Portals einen neuen schicken. Erwarten Sie keine Einladung, lassen Sie diese Mail liegen."),
            ])
            : new(guest.Email, guest.Name, language, $"Your client portal at {here}",
            [
                new MailPart.Paragraph($"Hello {guest.Name},\nin the client portal {here} shows you what is asked for, hosted and built for {client}."),
                new MailPart.Button("Open the portal", $"/portal#{secret.Text}"),
                new MailPart.SmallPrint("The link is good for a day, and once. Later on, have a new one mailed to you on the portal's page. If you did not expect an invitation, leave this mail alone."),
            ]);
    }

    public static Mail Link(PortalGuest guest, LinkSecret secret)
    {
        var (language, german) = In(guest);
        var (here, client) = (PlainText.Line(guest.Here.Name), PlainText.Line(guest.Client.Name));
        return german
            ? new(guest.Email, guest.Name, language, $"Ihr Link zum Kundenportal von {here}",
            [
                new MailPart.Paragraph($"Guten Tag {guest.Name},\nmit diesem Link kommen Sie in das Kundenportal von {here} für {client}."),
                new MailPart.Button("Anmelden", $"/portal#{secret.Text}"),
                new MailPart.SmallPrint("Der Link gilt eine halbe Stunde und nur einmal. Haben Sie ihn nicht angefordert, lassen Sie diese Mail liegen."),
            ])
            : new(guest.Email, guest.Name, language, $"Your link to the client portal of {here}",
            [
                new MailPart.Paragraph($"Hello {guest.Name},\nby this link you come into the client portal of {here} for {client}."),
                new MailPart.Button("Sign in", $"/portal#{secret.Text}"),
                new MailPart.SmallPrint("The link is good for half an hour, and once. If you did not ask for it, leave this mail alone."),
            ]);
    }

    // The client's own language where it is said, else the organisation's.
    private static (string Language, bool German) In(PortalGuest guest)
    {
        var language = guest.Client.Language is { Length: > 0 } own ? own : guest.Here.Locale;
        return (language, language.StartsWith("de", StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>The organisation's mark, for its mails and at the top of the portal.</summary>
internal sealed class PortalMark(IEnumerable<ILetterheads> letterheads)
{
    /// <summary>Picture and media type; null when there is none.</summary>
    public async Task<(byte[] Bytes, string Type)?> Of(TenantId organisation, CancellationToken stop)
    {
        foreach (var known in letterheads)
            if (await known.Of(organisation, stop) is { Logo: { Length: > 0 } picture }) return (picture, picture[0] == 0x89 ? "image/png" : "image/jpeg");
        return null;
    }

    /// <summary>The organisation as a sender.</summary>
    public async Task<MailSender> Sender(Organisation here, CancellationToken stop) => await Of(here.Tenant, stop) is var (bytes, type) ? new MailSender(here.Name, bytes, type) : new MailSender(here.Name);
}
