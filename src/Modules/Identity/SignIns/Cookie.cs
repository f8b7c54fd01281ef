using System.Net;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Identity;

/// <summary>
/// Where browsers keep the refresh token: in a cookie that no script reads and no other site sends. A client that says <c>X-Billing-Client: browser</c> gets it
/// there and not in the body.
/// </summary>
internal static class Cookie
{
    public const string Secure = "__Host-billing-refresh";

    /// <summary>Where a browser would drop a secure one: on plain http, to this very machine.</summary>
    public const string Loopback = "billing-refresh";

    public const string ClientHeader = "X-Billing-Client";

    private static readonly Problem CrossSite = new(403, "cross-site", "Requests with the sign-in cookie come from our own pages, with the header X-Billing-Client: browser.") { Module = "identity" };

    public static bool IsBrowser(HttpRequest request) => request.Headers[ClientHeader] == "browser";

    /// <summary>Whether the request brings a refresh token in its cookie.</summary>
    public static bool IsSent(HttpRequest request) => request.Cookies[NameFor(request)] is { Length: > 0 };

    /// <summary>The refresh token of the request: the body's, else the cookie's.</summary>
    /// <returns>The token, or null; or the problem when a page of somebody else's may have sent the cookie.</returns>
    public static (string? Token, Problem? Problem) Read(HttpRequest request, string? body)
    {
        if (body is { Length: > 0 }) return (body, null);
        if (request.Cookies[NameFor(request)] is not { Length: > 0 } token) return (null, null);
        return IsOurs(request) ? (token, null) : (null, CrossSite);
    }

    public static void Set(HttpContext http, string token, DateTimeOffset expires) => http.Response.Cookies.Append(NameFor(http.Request), token, Options(http.Request, expires));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Options(http.Request, null));

    private static bool IsOurs(HttpRequest request)
    {
        if (!request.Headers.ContainsKey(ClientHeader)) return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("same-origin" or "none")) return false;
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == $"{request.Scheme}://{request.Host}";
    }

    private static CookieOptions Options(HttpRequest request, DateTimeOffset? expires) => new() { HttpOnly = true, Secure = NameFor(request) == Secure, SameSite = SameSiteMode.Strict, Path = "/", Expires = expires, IsEssential = true };

    private static string NameFor(HttpRequest request) => !request.IsHttps && IsLoopback(request.Host.Host) ? Loopback : Secure;

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
