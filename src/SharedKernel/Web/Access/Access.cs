using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>Endpoint metadata: who may call it. An endpoint without is refused to everybody, and a test finds it.</summary>
/// <param name="Kind">Who.</param>
/// <param name="Permission">What they must be permitted; only with <see cref="AccessKind.Permitted"/>.</param>
public sealed record Access(AccessKind Kind, Permission? Permission = null);

/// <summary>Who may call an endpoint.</summary>
public enum AccessKind
{
    /// <summary>Anybody: signing in, health, the dashboard's files.</summary>
    Anybody,

    /// <summary>Whoever is signed in, about themselves.</summary>
    SignedIn,

    /// <summary>Whoever has the permission.</summary>
    Permitted,

    /// <summary>Somebody of a client's who has come into the portal, and nobody else: no person of the organisation, no program.</summary>
    Guest,
}

/// <summary>Words for endpoints, and what of the caller slices may ask for.</summary>
public static class AccessWords
{
    /// <summary>Only those with the permission may call it.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Access(AccessKind.Permitted, permission));

    /// <summary>Whoever is signed in may call it, in whatever role.</summary>
    public static TBuilder RequiresSignIn<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Access(AccessKind.SignedIn));

    /// <summary>Anybody may call it; there is no organisation and no session.</summary>
    public static TBuilder OpenToAnybody<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Access(AccessKind.Anybody));

    /// <summary>Only guests of the portal may call it; see <see cref="IGuests"/>. They have no role and no permission, so that nothing else lets them in.</summary>
    public static TBuilder RequiresGuest<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Access(AccessKind.Guest));

    /// <summary>Registers what slices ask for: <see cref="Caller"/>, its organisation and its actor. Somebody must register <see cref="ICallers"/>.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped(services => AccessControl.CallerOf(services))
        .AddScoped(services => AccessControl.CallerOf(services).Organisation)
        .AddScoped(services => AccessControl.CallerOf(services).Actor);

    /// <summary>After routing, before anything that reads the body: who asks, and may they?</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseMiddleware<AccessControl>();
}
