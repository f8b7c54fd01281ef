using System.Globalization;
using Billing.Web;

namespace Billing.Identity;

/// <summary>What the mails of this module say, in German and English. Paths are the dashboard's; a secret stands behind #, so that it reaches no server's log.</summary>
internal static class MailTexts
{
    public static Mail Verification(string language, string email, string name, string secret) => In(language).IsGerman
        ? new(email, name, language, "Bitte bestätigen Sie Ihre E-Mail-Adresse",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\nbitte bestätigen Sie, dass {email} Ihre Adresse ist."),
            new MailPart.Button("Adresse bestätigen", $"/verify#{secret}"),
            new MailPart.SmallPrint("Der Link gilt drei Tage. Haben Sie sich nicht angemeldet, lassen Sie diese Mail einfach liegen."),
        ])
        : new(email, name, language, "Please confirm your mail address",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\nplease confirm that {email} is your address."),
            new MailPart.Button("Confirm address", $"/verify#{secret}"),
            new MailPart.SmallPrint("The link is good for three days. If you did not register, leave this mail alone."),
        ]);

    public static Mail PasswordReset(string language, string email, string name, string secret) => In(language).IsGerman
        ? new(email, name, language, "Neues Passwort wählen",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\njemand möchte für {email} ein neues Passwort wählen. Waren Sie das, tun Sie es innerhalb einer halben Stunde."),
            new MailPart.Button("Passwort wählen", $"/reset#{secret}"),
            new MailPart.SmallPrint("Waren Sie es nicht, lassen Sie diese Mail liegen: Ihr Passwort bleibt, wie es ist."),
        ])
        : new(email, name, language, "Choose a new password",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\nsomebody asked for a new password for {email}. If that was you, choose it within half an hour."),
            new MailPart.Button("Choose a password", $"/reset#{secret}"),
            new MailPart.SmallPrint("If it was not you, leave this mail alone: your password stays as it is."),
        ]);

    public static Mail Invitation(string language, string email, string name, string organisation, Role role, DateTimeOffset until, string secret) => In(language).IsGerman
        ? new(email, name, language, $"Einladung zu {organisation}",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\n{organisation} lädt Sie ein, mitzuarbeiten."),
            new MailPart.Facts([new("Organisation", organisation), new("Rolle", InGerman(role))]),
            new MailPart.Button("Einladung annehmen", $"/invitation#{secret}"),
            new MailPart.SmallPrint($"Die Einladung gilt bis {Day(language, until)}. Erwarten Sie keine, lassen Sie diese Mail liegen."),
        ])
        : new(email, name, language, $"You are invited to {organisation}",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\n{organisation} asks you to join."),
            new MailPart.Facts([new("Organisation", organisation), new("Role", role.ToString())]),
            new MailPart.Button("Accept the invitation", $"/invitation#{secret}"),
            new MailPart.SmallPrint($"The invitation is good until {Day(language, until)}. If you did not expect it, leave this mail alone."),
        ]);

    public static Mail TrialEnds(string language, string email, string name, string organisation, DateOnly last) => In(language).IsGerman
        ? new(email, name, language, $"Die Probezeit von {organisation} endet bald",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\ndie Probezeit von {organisation} endet am {Day(language, last)}."),
            new MailPart.Button("Organisation ansehen", "/settings/organisation"),
        ])
        : new(email, name, language, $"The trial of {organisation} ends soon",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\nthe trial of {organisation} ends on {Day(language, last)}."),
            new MailPart.Button("See the organisation", "/settings/organisation"),
        ]);

    public static Mail DeletionPlanned(string language, string email, string name, string organisation, DateOnly due) => In(language).IsGerman
        ? new(email, name, language, $"{organisation} wird am {Day(language, due)} gelöscht",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\n{organisation} soll am {Day(language, due)} gelöscht werden. Bis dahin arbeitet alles weiter, und Sie können es zurücknehmen."),
            new MailPart.Button("Löschung zurücknehmen", "/settings/danger"),
            new MailPart.SmallPrint("Diese Mail geht an alle Inhaber der Organisation."),
        ])
        : new(email, name, language, $"{organisation} will be deleted on {Day(language, due)}",
        [
            new MailPart.Paragraph($"{Hello(language, name)}\n{organisation} is to be deleted on {Day(language, due)}. Until then everything works, and you can take that back."),
            new MailPart.Button("Keep the organisation", "/settings/danger"),
            new MailPart.SmallPrint("This mail goes to every owner of the organisation."),
        ]);

    private static string Hello(string language, string name) => (In(language).IsGerman, name.Length > 0) switch
    {
        (true, true) => $"Guten Tag {name},",
        (true, false) => "Guten Tag,",
        (false, true) => $"Hello {name},",
        (false, false) => "Hello,",
    };

    private static string Day(string language, DateTimeOffset moment) => Day(language, DateOnly.FromDateTime(moment.UtcDateTime));

    private static string Day(string language, DateOnly day) => day.ToString("D", In(language).Culture);

    private static string InGerman(Role role) => role switch
    {
        Role.Viewer => "Betrachter",
        Role.Member => "Mitglied",
        Role.Manager => "Manager",
        Role.Admin => "Admin",
        Role.Owner => "Inhaber",
        _ => role.ToString(),
    };

    // Every other language reads English, with its days written as that language's country does only where it is English, too.
    private static (bool IsGerman, CultureInfo Culture) In(string language)
    {
        var (german, english) = (language.StartsWith("de", StringComparison.OrdinalIgnoreCase), language.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return (german, CultureInfo.GetCultureInfo(german || english ? language : "en-GB"));
    }
}
