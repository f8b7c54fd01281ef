using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Billing.Web;

/// <summary>
/// Answers 413 before a body is read that says itself that it is too large, and then lets it run out. The server alone would cut the connection,
/// and a browser that is still sending shows a broken line instead of the answer.
/// </summary>
internal sealed class TooLargeBodies(RequestDelegate next)
{
    private const long MostToIgnore = 64 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Task InvokeAsync(HttpContext context) =>
        context.Request.ContentLength is { } length && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { MaxRequestBodySize: { } most, IsReadOnly: false } limit && length > most
            ? Refuse(context, limit, length)
            : next(context);

    private static async Task Refuse(HttpContext context, IHttpMaxRequestBodySizeFeature limit, long length)
    {
        if (length > MostToIgnore) context.Response.Headers.Connection = "close";
        else limit.MaxRequestBodySize = null;
        await Problems.TooLarge.ExecuteAsync(context).ConfigureAwait(false);
        if (length > MostToIgnore) return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        var ignored = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await context.Request.Body.ReadAsync(ignored, patience.Token).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or BadHttpRequestException)
        {
            context.Abort();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(ignored);
        }
    }
}
