using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>Lets a request through to its endpoint when its caller may call it. What no endpoint claims passes: it becomes a 404.</summary>
internal sealed class AccessControl(RequestDelegate next, ICallers callers, IEnumerable<IGuests> guests)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // An endpoint without a route is the framework's own "not this method", "not this media type".
        var access = context.GetEndpoint() is RouteEndpoint endpoint ? endpoint.Metadata.GetMetadata<Access>() ?? Closed(endpoint) : null;
        if (access is null or { Kind: AccessKind.Anybody })
        {
            await next(context).ConfigureAwait(false);
            return;
        }
        var recognition = access.Kind == AccessKind.Guest ? await guests.Single().Recognise(context).ConfigureAwait(false) : await callers.Recognise(context).ConfigureAwait(false);
        if (recognition.Caller is not { } caller)
        {
            await recognition.Problem!.ExecuteAsync(context).ConfigureAwait(false);
            return;
        }
        context.Features.Set(caller);
        if (access.Permission is { } needed && !caller.May.Contains(needed))
        {
            await callers.NoteRefusal(context, caller, needed).ConfigureAwait(false);
            await Problems.NotPermitted(needed).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }
        await next(context).ConfigureAwait(false);
    }

    /// <exception cref="InvalidOperationException">The endpoint is open to anybody, or this is no request.</exception>
    public static Caller CallerOf(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Caller>() ?? throw new InvalidOperationException("Nobody is known to ask here: the endpoint is open to anybody, or this is no request.");

    private static Access Closed(Endpoint endpoint) => throw new InvalidOperationException($"{endpoint.DisplayName} does not say who may call it: add Requires, RequiresSignIn, RequiresGuest or OpenToAnybody.");
}
