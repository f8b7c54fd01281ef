using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>The headers that every answer carries, and the request's id.</summary>
internal sealed class Headers(RequestDelegate next)
{
    // A style attribute may say what only the browser knows, such as where a menu opens; a style sheet comes from a file.
    private const string PagePolicy = "default-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var asked = context.Request.Headers["X-Request-Id"].ToString();
        context.TraceIdentifier = IsId(asked) ? asked : Activity.Current?.TraceId.ToHexString() ?? Guid.CreateVersion7().ToString("n");
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var path = context.Request.Path;
        var api = path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/health", StringComparison.Ordinal) || path == "/openapi.json";
        headers["X-Request-Id"] = context.TraceIdentifier;
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = api ? ApiPolicy : PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        if (headers["Referrer-Policy"].Count == 0) headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (api) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
