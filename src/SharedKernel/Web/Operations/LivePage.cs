using System.Globalization;
using System.Text.Json;
using Billing.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Billing.Web;

/// <summary>
/// Live updates by server-sent events: each change of the organisation in order, with its number as the event's id. <c>Last-Event-ID</c> goes on where
/// a cut line left off, so nothing is missed.
/// </summary>
public static class LivePage
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Maps <c>/api/live</c>.</summary>
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/live", async (HttpContext context, Organisation here, LiveChanges changes, IHostApplicationLifetime lifetime) =>
        {
            var last = context.Request.Headers["Last-Event-ID"].ToString();
            var after = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : (long?)null;
            if (last.Length > 0 && after is null)
            {
                await Problems.BadRequest(new Fault("", "Last-Event-ID is the id of an event received before.")).ExecuteAsync(context);
                return;
            }
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            try
            {
                await Send(context.Response, changes.Follow(here.Tenant, after, stop.Token), stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // the reader went, or we do; he comes back with the last id he saw
            }
        })
        .RequiresSignIn()
        .Produces(200, contentType: "text/event-stream")
        .WithSummary("Changes as they happen").WithTags("Live");

    private static async Task Send(HttpResponse response, IAsyncEnumerable<LiveChange> changes, CancellationToken stop)
    {
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.WriteAsync(": here\n\n", stop);
        await response.Body.FlushAsync(stop);

        using var left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var next = changes.GetAsyncEnumerator(left.Token);
        while (true)
        {
            var moved = next.MoveNextAsync().AsTask();
            try
            {
                while (await Task.WhenAny(moved, Task.Delay(Heartbeat, stop)) != moved)
                {
                    stop.ThrowIfCancellationRequested();
                    await response.WriteAsync(": still here\n\n", stop);
                    await response.Body.FlushAsync(stop);
                }
            }
            finally
            {
                if (!moved.IsCompleted) await left.CancelAsync();
                await ((Task)moved).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // an enumerator may not be disposed of while it moves
            }
            if (!await moved) return;
            var change = next.Current;
            var data = JsonSerializer.Serialize(new LiveLine(change.Sequence, change.Type, change.Stream, change.Id, change.Version, change.At), Json.Options);
            await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {change.Sequence}\nevent: change\ndata: {data}\n\n"), stop);
            await response.Body.FlushAsync(stop);
        }
    }

    /// <summary>One change as sent.</summary>
    private sealed record LiveLine(long Seq, string Type, string Stream, Guid Id, long Version, DateTimeOffset At);
}
