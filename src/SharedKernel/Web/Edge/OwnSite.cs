using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>
/// Keeps other sites' pages out. A browser sends their requests here, too: what changes something must come from a page of this very origin, and a host name
/// that is not ours is not answered, so that no other name can be pointed at a loopback address.
/// </summary>
/// <param name="hosts">Names without port, <c>*.example.test</c> for all below; <c>*</c> for any.</param>
internal sealed class OwnSite(RequestDelegate next, IReadOnlyList<string> hosts)
{
    private readonly Microsoft.Extensions.Primitives.StringSegment[]? _hosts = hosts.Contains("*") ? null : [.. hosts.Select(host => new Microsoft.Extensions.Primitives.StringSegment(host))];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (_hosts is not null && !(request.Host.HasValue && HostString.MatchesAny(request.Host.Value, _hosts))) return Problems.UnknownHost.ExecuteAsync(context);
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || IsOurs(request) ? next(context) : Problems.CrossSite.ExecuteAsync(context);
    }

    /// <summary>Programs send neither header; browsers send both, and no script can change them.</summary>
    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site ? site is "same-origin" or "none"
        : request.Headers.Origin.ToString() is not { Length: > 0 } origin || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Words for the pipeline.</summary>
public static class OwnSiteWords
{
    /// <summary>After <see cref="Edge.UseEdge"/>.</summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="hosts">Host names that are answered; <c>*</c> for any.</param>
    public static IApplicationBuilder UseOwnSite(this IApplicationBuilder app, IReadOnlyList<string> hosts) => app.UseMiddleware<OwnSite>(hosts);
}
