using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>What composers of mails to one person about notifications have in common.</summary>
internal sealed class NotificationReaders(IOrganisations organisations, IColleagues colleagues, NotificationWriters writers)
{
    /// <summary>The reader of a mail, if they may still read it, and how it is written to them.</summary>
    public async Task<(Organisation Here, Colleague Reader, NotificationLanguage Language)?> Find(Session session, Guid person, Permission permission, CancellationToken stop)
    {
        if (await organisations.Find(session.Tenant, stop) is not { } here || (await colleagues.WhoMay(session.Tenant, permission, stop)).FirstOrDefault(one => one.Id == person) is not { } reader) return null;
        var wishes = (await session.Streams<NotificationPreferences>().Load(NotificationPreferences.Of(person), stop)).State;
        return (here, reader, NotificationLanguage.Of(wishes.Language ?? here.Locale));
    }

    public Task<NotificationText> Text(ToldLine told, Session session, NotificationLanguage language, CancellationToken stop) => told.Text(writers, session, language, stop);

    /// <summary>A mail to somebody of the organisation.</summary>
    public static Mail Mail(Organisation here, Colleague reader, NotificationLanguage language, string subject, params IReadOnlyList<MailPart> parts) =>
        new(reader.Email, reader.Name, language.Code is "fr" or "es" ? language.Code : language.Locale, subject,
            [.. parts, new MailPart.SmallPrint(language.Choose("What you are told of, and how, you choose under Settings, Notifications.", "Worüber und wie Sie benachrichtigt werden, wählen Sie unter Einstellungen, Benachrichtigungen.", "Vous choisissez ce dont vous êtes informé, et comment, sous Paramètres, Notifications.", "Elija de qué se le informa y cómo en Ajustes, Notificaciones."))])
        {
            Sender = new MailSender(here.Name), ToItsPeople = true,
        };

    public static MailPart.Button Open(NotificationLanguage language, string path) => new(language.Choose("Look at it", "Ansehen", "Voir", "Ver"), path);
}

/// <summary>Tells somebody of one event by mail.</summary>
internal sealed class NotificationMail(NotificationReaders readers) : IMailComposer
{
    public const string Name = "notifications.notification";

    private const string Done = "update notification_sendings set state = $3, error = $4, done_at = $5 where tenant_id = $1 and notification_id = $2 and channel = 'mail' and state = 'handed'";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (wanted.About is not { } id || await NotificationLines.Find(session, id, stop) is not { } told) return null;
        if (await readers.Find(session, told.Person, Permission.Named(told.Permission)!, stop) is not var (here, reader, language)) return null;
        var text = await readers.Text(told, session, language, stop);
        return NotificationReaders.Mail(here, reader, language, text.Title, new MailPart.Paragraph(text.Text.Length > 0 ? text.Text : text.Title), NotificationReaders.Open(language, told.Path));
    }

    public Task Sent(MailWanted wanted, IReadOnlyList<string> refused, Work work, CancellationToken stop) => Note(wanted, "sent", null, work);

    public async Task<bool> Failed(MailWanted wanted, bool forGood, Work work, CancellationToken stop)
    {
        await Note(wanted, "failed", NotificationDigestMail.Why(forGood), work);
        return true;
    }

    private static Task Note(MailWanted wanted, string state, string? error, Work work)
    {
        work.Also(new Statement(Done, NotificationDigestMail.Values(wanted.About!.Value, state, error, work.At)));
        return Task.CompletedTask;
    }
}

/// <summary>Tells somebody of what was gathered.</summary>
internal sealed class NotificationDigestMail(NotificationReaders readers) : IMailComposer
{
    public const string Name = "notifications.digest";

    private const int Most = 50;

    private const string Done = "update notification_sendings set state = $3, error = $4, done_at = $5 where tenant_id = $1 and digest_id = $2 and state = 'handed'";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (wanted.About is not { } id || await readers.Find(session, wanted.For, Permission.SeeOrganisation, stop) is not var (here, reader, language)) return null;
        var parts = new List<MailPart>();
        var lines = await NotificationLines.Of(session, id, stop);
        foreach (var told in lines.Take(Most))
        {
            if (await readers.Find(session, told.Person, Permission.Named(told.Permission)!, stop) is null) continue;
            var text = await readers.Text(told, session, language, stop);
            parts.Add(new MailPart.Paragraph(text.Text.Length > 0 ? $"{text.Title}\n{text.Text}" : text.Title));
        }
        if (parts.Count == 0) return null;
        if (lines.Count > Most) parts.Add(new MailPart.Paragraph(language.Choose($"And {lines.Count - Most} more.", $"Und {lines.Count - Most} weitere.", $"Et {lines.Count - Most} de plus.", $"Y {lines.Count - Most} más.")));
        var subject = language.Choose($"{lines.Count} notifications from {here.Name}", $"{lines.Count} Benachrichtigungen von {here.Name}", $"{lines.Count} notifications de {here.Name}", $"{lines.Count} notificaciones de {here.Name}");
        return NotificationReaders.Mail(here, reader, language, lines.Count == 1 ? ((MailPart.Paragraph)parts[0]).Text.Split('\n')[0] : subject, [.. parts, NotificationReaders.Open(language, "/notifications")]);
    }

    public Task Sent(MailWanted wanted, IReadOnlyList<string> refused, Work work, CancellationToken stop) => Note(wanted, "sent", null, work);

    public async Task<bool> Failed(MailWanted wanted, bool forGood, Work work, CancellationToken stop)
    {
        await Note(wanted, "failed", Why(forGood), work);
        return true;
    }

    public static string Why(bool forGood) => forGood ? "The mail server refused it for good." : "No mail server took it for about a day.";

    public static NpgsqlParameter[] Values(Guid about, string state, string? error, DateTimeOffset at) =>
    [
        new NpgsqlParameter<Guid> { TypedValue = about },
        new NpgsqlParameter<string> { TypedValue = state },
        new NpgsqlParameter { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
        new NpgsqlParameter<DateTime> { TypedValue = at.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
    ];

    private static Task Note(MailWanted wanted, string state, string? error, Work work)
    {
        work.Also(new Statement(Done, Values(wanted.About!.Value, state, error, work.At)));
        return Task.CompletedTask;
    }
}

/// <summary>Shows somebody that mails reach them.</summary>
internal sealed class NotificationTestMail(NotificationReaders readers) : IMailComposer
{
    public const string Name = "notifications.test";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (await readers.Find(session, wanted.For, Permission.SeeOrganisation, stop) is not var (here, reader, language)) return null;
        var text = NotificationWords.Test(language);
        return NotificationReaders.Mail(here, reader, language, text.Title, new MailPart.Paragraph(text.Text));
    }
}
