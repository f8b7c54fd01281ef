using System.Collections.Concurrent;
using System.Collections.Frozen;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Support;

/// <summary>Recognises guests by the portal's cookie, and by nothing else. They have no role and no permission: what asks for one is shut to them.</summary>
internal sealed class PortalGuests(PortalDoor door, TimeProvider time) : IGuests
{
    /// <summary>Requests per minute and session: nobody clicks faster.</summary>
    public const int MostPerMinute = 240;

    private const int MostRemembered = 20_000;
    private readonly ConcurrentDictionary<Guid, (long Minute, int Count)> _asked = new();

    /// <summary>Where browsers keep it.</summary>
    public static OwnCookie Cookie { get; } = new("billing-portal", "support");

    private static Problem SignInFirst { get; } = new(401, "portal-sign-in-first", "Have a link mailed to you, and come in by it.") { Module = "support" };

    private static Problem TooMany { get; } = new(429, "too-many-requests", "These are too many requests. Go on in a minute.") { Module = "support", RetryAfter = 60 };

    public async ValueTask<Recognition> Recognise(HttpContext context)
    {
        var (said, foreign) = Cookie.Read(context.Request);
        if (foreign is not null) return foreign;
        if (said is null || await door.Of(new LinkSecret(said), context.RequestAborted) is not { } guest)
        {
            if (said is not null) Cookie.Clear(context);
            return SignInFirst;
        }
        if (!Passes(guest.Session)) return TooMany;
        context.Features.Set(guest);
        return new Caller(guest.Actor, guest.Here, FrozenSet<Permission>.Empty, null);
    }

    /// <summary>The guest of a request; whatever asks for one is called by nobody else.</summary>
    public static PortalGuest Of(IHttpContextAccessor http) => http.HttpContext?.Features.Get<PortalGuest>() ?? throw new InvalidOperationException("No guest is known to ask here: the endpoint does not require one, or this is no request.");

    private bool Passes(Guid session)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (_asked.Count >= MostRemembered) _asked.Clear();
        return _asked.AddOrUpdate(session, (minute, 1), (_, before) => before.Minute == minute ? (minute, before.Count + 1) : (minute, 1)).Count <= MostPerMinute;
    }
}
