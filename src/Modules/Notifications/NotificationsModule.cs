using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Notifications;

/// <summary>Tells people: so far by mail, which leaves by the product's server or by one of the organisation's own.</summary>
public sealed class NotificationsModule : IModule
{
    public string Name => "notifications";

    public bool InEverybodysTime => true;

    public void AddToStore(StoreModel store) => store.Events(typeof(MailServer).Assembly).Handle<SendMail>();

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var settings = MailSettings.Read(configuration);
        services.AddSingleton(settings).AddSingleton<DevelopmentMails>().AddSingleton<IMailPaper, MailPaper>().AddSingleton<IHealthPart, MailHealth>().AddSingleton<PostOffices>().AddSingleton<HearOfBounce>();
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
    }
}
