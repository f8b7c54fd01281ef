using System.Collections.Concurrent;
using Billing.EventStore;
using Billing.Identity;
using Billing.Identity.Contracts;
using Billing.Notifications;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Billing.Host.Tests.Identity;

/// <summary>Takes the mails that the product sends.</summary>
internal sealed class Post(long? requestsPerMinute = null, HashingCost? cost = null, ILoggerProvider? hearing = null) : IModule, IEntitlements
{
    private readonly NotificationsModule _notifications = new();

    public ConcurrentQueue<(string Kind, Mail Mail)> Sent { get; } = new();

    public string Name => "post";

    public void AddToStore(StoreModel store) => NotificationsModule.AddAllButMail(store).Handle<Sending>();

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        _notifications.AddServices(services, configuration);
        services.AddSingleton(this).AddSingleton<IEntitlements>(this);
        if (cost is not null) services.AddSingleton(cost);
        if (hearing is not null) services.AddSingleton(hearing);
    }

    /// <summary>What every organisation's plan allows, by name.</summary>
    public ConcurrentDictionary<string, long> Limits { get; } = new();

    public long? Limit(TenantId organisation, string name) => name == "api_requests_per_minute" ? requestsPerMinute : Limits.TryGetValue(name, out var limit) ? limit : null;

    public void MapEndpoints(IEndpointRouteBuilder app) => _notifications.MapEndpoints(app);

    private sealed class Sending(IEnumerable<IMailComposer> composers, Post post) : MessageHandler<MailWanted>(MailWanted.Message)
    {
        public override async Task Handle(Message<MailWanted> message, Work work, CancellationToken stop)
        {
            if (await composers.Single(composer => composer.Kind == message.Body.Kind).Compose(message.Body, work.Session, stop) is { } mail) post.Sent.Enqueue((message.Body.Kind, mail));
        }
    }
}
