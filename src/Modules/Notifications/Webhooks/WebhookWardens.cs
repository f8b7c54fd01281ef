using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>Stops addresses because of how they answered, and lets the organisation's owners know.</summary>
internal sealed class WebhookWardens(IColleagues colleagues)
{
    private const int Tries = 5;

    /// <summary>Stops one that is not stopped already.</summary>
    public async Task Disable(Session session, Guid endpoint, WebhookTrouble trouble)
    {
        var owners = await colleagues.WhoMay(session.Tenant, Permission.OwnOrganisation, CancellationToken.None);
        for (var race = 1; ; race++)
        {
            var work = session.Begin();
            await work.Load<WebhookEndpoint>(endpoint, CancellationToken.None, fresh: true);
            work.Decide<WebhookEndpoint, WebhookEndpointEvent>(endpoint, now => now.Disable(trouble));
            if (work.IsEmpty) return;
            foreach (var owner in owners) work.WantMail(WebhookMail.Name, owner.Id, endpoint);
            try
            {
                await work.Commit();
                return;
            }
            catch (ConcurrencyException) when (race < Tries)
            {
                // somebody arranged it meanwhile: look again
            }
        }
    }
}

/// <summary>Tells an owner that an address is told of nothing more.</summary>
internal sealed class WebhookMail(IOrganisations organisations, IColleagues colleagues) : IMailComposer
{
    public const string Name = "notifications.webhook_disabled";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (wanted.About is not { } id || await organisations.Find(session.Tenant, stop) is not { } here) return null;
        if ((await session.Streams<WebhookEndpoint>().Load(id, stop)).State is not { State: WebhookState.Disabled, Reason: { } reason } endpoint) return null;
        if ((await colleagues.WhoMay(session.Tenant, Permission.OwnOrganisation, stop)).FirstOrDefault(one => one.Id == wanted.For) is not { } reader) return null;
        return Text(here.Locale, reader, endpoint, reason) with { Sender = new MailSender(here.Name), ToItsPeople = true };
    }

    /// <summary>What it says, in German or English.</summary>
    public static Mail Text(string language, Colleague reader, WebhookEndpoint endpoint, WebhookTrouble reason)
    {
        var (name, host) = (PlainText.Line(endpoint.Name), new Uri(endpoint.Url).Host);
        return language.StartsWith("de", StringComparison.OrdinalIgnoreCase)
            ? new(reader.Email, reader.Name, language, $"Webhook {name} ist abgeschaltet",
            [
                new MailPart.Paragraph(reason == WebhookTrouble.Gone
                    ? $"Guten Tag {reader.Name},\ndie Adresse von {name} hat geantwortet, dass es sie nicht mehr gibt (410). Ihr wird nichts mehr zugestellt."
                    : $"Guten Tag {reader.Name},\ndie Adresse von {name} hat seit fünf Tagen nichts angenommen. Ihr wird nichts mehr zugestellt."),
                new MailPart.Facts([new("Webhook", name), new("Server", host)]),
                new MailPart.Paragraph("Was noch wartet, geht hinaus, sobald Sie ihn wieder einschalten; was seitdem geschehen ist, lässt sich nachholen."),
                new MailPart.Button("Webhooks ansehen", "/webhooks"),
            ])
            : new(reader.Email, reader.Name, language, $"Webhook {name} is switched off",
            [
                new MailPart.Paragraph(reason == WebhookTrouble.Gone
                    ? $"Hello {reader.Name},\nthe address of {name} answered that it is there no longer (410). Nothing more is delivered to it."
                    : $"Hello {reader.Name},\nthe address of {name} has taken nothing for five days. Nothing more is delivered to it."),
                new MailPart.Facts([new("Webhook", name), new("Server", host)]),
                new MailPart.Paragraph("What still waits goes out as soon as you switch it on again; what has happened since can be replayed."),
                new MailPart.Button("See the webhooks", "/webhooks"),
            ]);
    }
}
