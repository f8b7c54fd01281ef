using Microsoft.Net.Http.Headers;

namespace Billing.Host;

/// <summary>Serves the dashboard where no endpoint answers. Hashed files are kept for a year, the page is asked for anew each time.</summary>
internal sealed class DashboardFiles(RequestDelegate next, Dashboard dashboard)
{
    public Task InvokeAsync(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value ?? "/");
        if (context.GetEndpoint() is not null || path.StartsWith("/api/", StringComparison.Ordinal) || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) return next(context);
        var file = dashboard.Find(path) ?? (Path.HasExtension(path) ? null : dashboard.Page);
        return file is null ? next(context) : Send(context, file, path.StartsWith("/assets/", StringComparison.Ordinal));
    }

    private static async Task Send(HttpContext context, DashboardFile file, bool hashed)
    {
        var (request, response) = (context.Request, context.Response);
        var accepted = request.Headers.AcceptEncoding.ToString();
        var (encoding, ending) = file.HasBrotli && accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? ("br", ".br") : file.HasGzip && accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? ("gzip", ".gz") : (null, "");
        var tag = $"\"{file.Tag}{ending}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = hashed ? "public, max-age=31536000, immutable" : "no-cache";
        if (file.HasBrotli || file.HasGzip) response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = file.Type;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        var content = new FileInfo(file.Path + ending);
        response.ContentLength = content.Length;
        if (HttpMethods.IsGet(request.Method)) await response.SendFileAsync(content.FullName, context.RequestAborted);
    }
}
