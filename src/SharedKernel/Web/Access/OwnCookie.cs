using System.Net;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>
/// A cookie that lets somebody in: no script reads it, no other site sends it, and it counts for nothing unless the request shows that a page of ours made it,
/// by a header <c>X-Billing-Client</c>, which no form and no link can send.
/// </summary>
/// <param name="name">Without its prefix.</param>
/// <param name="module">In whose name a request of another site's is refused.</param>
public sealed class OwnCookie(string name, string module)
{
    /// <summary>The header that pages of ours send.</summary>
    public const string ClientHeader = "X-Billing-Client";

    private readonly Problem _crossSite = new(403, "cross-site", "Requests with the sign-in cookie come from our own pages, with the header X-Billing-Client: browser.") { Module = module };

    /// <summary>Its name where it is kept to this very host, over TLS.</summary>
    public string Secure { get; } = "__Host-" + name;

    /// <summary>Its name where a browser would drop a secure one: on plain http, to this very machine.</summary>
    public string Loopback => name;

    /// <summary>Whether the request brings it.</summary>
    public bool IsSent(HttpRequest request) => (request ?? throw new ArgumentNullException(nameof(request))).Cookies[NameFor(request)] is { Length: > 0 };

    /// <summary>What the request brings.</summary>
    /// <returns>The text, or null for none; or the problem when a page of somebody else's may have sent it.</returns>
    public (string? Text, Problem? Problem) Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Cookies[NameFor(request)] is not { Length: > 0 } text) return (null, null);
        return IsOurs(request) ? (text, null) : (null, _crossSite);
    }

    /// <summary>Gives it to the browser.</summary>
    /// <param name="http">The request that is answered.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="expires">When the browser drops it.</param>
    public void Set(HttpContext http, string text, DateTimeOffset expires)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Append(NameFor(http.Request), text, Options(http.Request, expires));
    }

    /// <summary>Takes it from the browser.</summary>
    public void Clear(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Delete(NameFor(http.Request), Options(http.Request, null));
    }

    private static bool IsOurs(HttpRequest request)
    {
        if (!request.Headers.ContainsKey(ClientHeader)) return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("same-origin" or "none")) return false;
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == $"{request.Scheme}://{request.Host}";
    }

    private CookieOptions Options(HttpRequest request, DateTimeOffset? expires) => new() { HttpOnly = true, Secure = NameFor(request) == Secure, SameSite = SameSiteMode.Strict, Path = "/", Expires = expires, IsEssential = true };

    private string NameFor(HttpRequest request) => !request.IsHttps && IsLoopback(request.Host.Host) ? Loopback : Secure;

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
