using Billing.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>Makes the store reachable from slices: a session per request, for the organisation and the person that ask.</summary>
public static class CommandServices
{
    /// <summary>
    /// Registers <see cref="Session"/>, <see cref="Streams{T}"/>, <see cref="Commands{T}"/>. The host registers the <see cref="EventStore.EventStore"/>
    /// and, per request, the <see cref="Organisation"/> and the <see cref="Actor"/>.
    /// </summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped(OpenSession)
        .AddScoped(typeof(Streams<>))
        .AddScoped(typeof(Commands<>))
        .AddScoped<CommandEdge>()
        .AddScoped<RecordKinds>()
        .AddScoped<Explanations>()
        .AddSingleton<WorkProgress>();

    /// <summary>After <see cref="Edge.UseJsonBodies"/>: the same key is answered the same.</summary>
    public static IApplicationBuilder UseIdempotency(this IApplicationBuilder app) => app.UseMiddleware<Idempotency>();

    private static Session OpenSession(IServiceProvider services)
    {
        var context = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
        var session = services.GetRequiredService<EventStore.EventStore>().Open(
            services.GetRequiredService<Organisation>().Tenant,
            services.GetRequiredService<Actor>(),
            context?.Connection.RemoteIpAddress?.ToString(),
            context?.TraceIdentifier);
        return context?.GetEndpoint()?.Metadata.GetMetadata<ModuleName>() is { InEverybodysTime: true } ? session.InEverybodysTime : session;
    }
}
