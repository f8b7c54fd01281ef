using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Notifications;

/// <summary>Tells people by mail, which leaves by the product's server or by one of the organisation's own, and programs by webhooks.</summary>
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
        .Migrate("notifications", typeof(NotificationsModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var settings = MailSettings.Read(configuration);
        services.AddSingleton(settings).AddSingleton<DevelopmentMails>().AddSingleton<IMailPaper, MailPaper>().AddSingleton<IHealthPart, MailHealth>().AddSingleton<PostOffices>().AddSingleton<HearOfBounce>();
        services.AddSingleton<WebhookCatalogue>().AddSingleton<WebhookSecrets>().AddSingleton<WebhookCalls>().AddSingleton<WebhookPayloads>().AddSingleton<WebhookWardens>().AddSingleton<WebhookParts>().AddSingleton<WebhookSender>();
        services.AddSingleton<IMailComposer, WebhookMail>().AddSingleton(new TakenRow("webhook_endpoints_by_name", WebhookNo.NameTaken));
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
    }
}
