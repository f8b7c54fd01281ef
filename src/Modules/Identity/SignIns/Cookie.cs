using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Identity;

/// <summary>
/// Where browsers keep the refresh token: in a cookie that no script reads and no other site sends. A client that says <c>X-Billing-Client: browser</c> gets it
/// there and not in the body.
/// </summary>
internal static class Cookie
{
    public const string ClientHeader = OwnCookie.ClientHeader;

    private static readonly OwnCookie Own = new("billing-refresh", "identity");

    public static bool IsBrowser(HttpRequest request) => request.Headers[ClientHeader] == "browser";

    /// <summary>Whether the request brings a refresh token in its cookie.</summary>
    public static bool IsSent(HttpRequest request) => Own.IsSent(request);

    /// <summary>The refresh token of the request: the body's, else the cookie's.</summary>
    /// <returns>The token, or null; or the problem when a page of somebody else's may have sent the cookie.</returns>
    public static (string? Token, Problem? Problem) Read(HttpRequest request, string? body) => body is { Length: > 0 } ? (body, null) : Own.Read(request);

    public static void Set(HttpContext http, string token, DateTimeOffset expires) => Own.Set(http, token, expires);

    public static void Clear(HttpContext http) => Own.Clear(http);
}
