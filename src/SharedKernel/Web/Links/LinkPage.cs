using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>What all pages have in common that a secret in their address opens.</summary>
public static class LinkPage
{
    /// <summary>What the part of a path is called that is a secret: such a path stands in no log.</summary>
    public const string Token = "token";

    /// <summary>Says how the answer is to be treated, hides the address from traces, and counts the opening.</summary>
    /// <param name="http">The request.</param>
    /// <param name="pages">Where such pages are, such as <c>/p/</c>.</param>
    /// <param name="policy">What the page may do: one of <see cref="ClientSheet"/>.</param>
    /// <param name="turnstile">Counts.</param>
    /// <returns>Whether this address may open a link now; where not, the answer says when again.</returns>
    public static bool Enters(HttpContext http, string pages, string policy, Turnstile turnstile)
    {
        Activity.Current?.SetTag("url.path", pages + "…"); // the path is a secret, and traces are kept elsewhere
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
        if (turnstile.Pass(http.Connection.RemoteIpAddress)) return true;
        headers.RetryAfter = "60";
        return false;
    }

    /// <summary>The languages that a reader without a known one asks for, as their browser says it.</summary>
    public static string Languages(HttpContext http) => http.Request.Headers.AcceptLanguage.ToString();

    /// <summary>A page.</summary>
    public static IResult Html(string page, int status) => Results.Content(page, "text/html; charset=utf-8", statusCode: status);

    /// <summary>Shows a page of ours instead, so that looking at it again does not press again.</summary>
    public static IResult Back(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
