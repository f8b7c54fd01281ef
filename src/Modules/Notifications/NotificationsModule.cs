using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Notifications;

/// <summary>Tells people by mail, which leaves by the product's server or by one of the organisation's own, and under the bell; programs by webhooks.</summary>
public sealed class NotificationsModule : IModule
{
    public string Name => "notifications";

    public bool InEverybodysTime => true;

    public void AddToStore(StoreModel store) => AddAllButMail(store).Handle<SendMail>();

    /// <summary>What it brings to the store besides the sending of mails, which a test does in its own way.</summary>
    internal static StoreModel AddAllButMail(StoreModel store) => store
        .Events(typeof(NotificationsModule).Assembly)
        .Project(new WebhookEndpointRows())
        .Belongs(WebhookBelongings.Log)
        .Follow<WebhookFollower>()
        .Handle<When_a_replay_is_asked_for>()
        .Handle(new WebhookLogSwept())
        .Belongs(NotificationBelongings.People)
        .Follow<PeopleFollower>()
        .Handle<When_people_are_to_be_told>()
        .Handle<When_a_notification_is_to_go>()
        .Handle(new When_a_digest_is_due())
        .Handle(new NotificationsSwept())
        .Migrate("notifications", typeof(NotificationsModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var settings = MailSettings.Read(configuration);
        services.AddSingleton(settings).AddSingleton<DevelopmentMails>().AddSingleton<IMailPaper, MailPaper>().AddSingleton<IHealthPart, MailHealth>().AddSingleton<PostOffices>().AddSingleton<HearOfBounce>();
        services.AddSingleton<WebhookCatalogue>().AddSingleton<WebhookSecrets>().AddSingleton<WebhookCalls>().AddSingleton<WebhookPayloads>().AddSingleton<WebhookWardens>().AddSingleton<WebhookParts>().AddSingleton<WebhookSender>();
        services.AddSingleton<IMailComposer, WebhookMail>().AddSingleton(new TakenRow("webhook_endpoints_by_name", WebhookNo.NameTaken));
        services.AddSingleton<NotificationWriters>().AddSingleton<ListNotifications>().AddSingleton<Chats>().AddSingleton<NotificationReaders>().AddSingleton<IMailComposer, NotificationMail>().AddSingleton<IMailComposer, NotificationDigestMail>().AddSingleton<IMailComposer, NotificationTestMail>().AddSingleton<INotificationWriter, WebhookNotification>().AddScoped(provider => Addressed.Of(provider.GetRequiredService<Caller>()));
        if (settings.Smtp is { } smtp) services.AddSingleton<IPost>(_ => new SmtpPost(smtp, settings.From));
        else services.AddSingleton<IPost>(provider => provider.GetRequiredService<DevelopmentMails>());
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        ShowDevelopmentMails.Map(app);
        ArrangeMailServer.Map(app);
        TryMailServer.Map(app);
        BouncesPage.Map(app);
        HearOfBounce.Map(app);
        WebhookCatalogue.Map(app);
        ListWebhooks.Map(app);
        OpenWebhook.Map(app);
        ArrangeWebhook.Map(app);
        RotateWebhookSecret.Map(app);
        TestWebhook.Map(app);
        ReplayWebhook.Map(app);
        ListDeliveries.Map(app);
        ResendFailedDeliveries.Map(app);
        ListNotifications.Map(app);
        ReadNotifications.Map(app);
        AgreePreferences.Map(app);
        ConnectChannel.Map(app);
    }
}
