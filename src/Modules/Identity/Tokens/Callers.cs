using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Identity;

/// <summary>Recognises callers by an access token or an API key in <c>Authorization: Bearer</c>, and by nothing else.</summary>
internal sealed class Callers(AccessTokens tokens, Standings standings, ApiKeyRing keys, RateLimits limits, ApiCalls calls, EventStore.EventStore store) : ICallers
{
    private const string Scheme = "Bearer ";

    public async ValueTask<Recognition> Recognise(HttpContext context)
    {
        var said = context.Request.Headers.Authorization.ToString();
        var caller = !said.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? null : await Find(said[Scheme.Length..].Trim(), context);
        if (caller is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.SignInFirst;
        }
        if (limits.Take(caller, context.Response.Headers) is { } tooMany) return tooMany;
        return caller.Role is null && await calls.Take(caller.Organisation.Tenant, context.RequestAborted) is { } used ? used : caller;
    }

    public async Task NoteRefusal(HttpContext context, Caller caller, Permission permission)
    {
        var work = store.Open(caller.Organisation.Tenant, caller.Actor, context.Connection.RemoteIpAddress?.ToString(), context.TraceIdentifier).Begin();
        var id = work.Session.NewId();
        work.New<TurnedAway>(id);
        work.Decide<TurnedAway, TurnedAwayEvent>(id, _ => new PermissionRefused(permission.Name, context.Request.Method, context.Request.Path.Value is { Length: <= 300 } path ? path : context.Request.Path.Value?[..300] ?? ""));
        await work.Commit();
    }

    private async ValueTask<Caller?> Find(string token, HttpContext context)
    {
        if (KeyText.IsKey(token)) return await keys.Of(token, context.RequestAborted);
        return await tokens.Check(token, context.RequestAborted) is { } claims ? await standings.Of(claims, context.RequestAborted) : null;
    }
}
