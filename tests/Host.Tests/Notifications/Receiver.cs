using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Billing.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Billing.Host.Tests.Notifications;

/// <summary>A server that is told of what happens: it notes what comes, path by path, and answers as the path, or whoever tests, says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Told>> _told = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _server;

    private Receiver(WebApplication server) => _server = server;

    public string Address => _server.Urls.First();

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver._server.Urls.Add("http://127.0.0.1:0");
        receiver._server.Run(receiver.Hear);
        await receiver._server.StartAsync();
        return receiver;
    }

    public string At(string path) => Address + path;

    /// <summary>What came to a path so far.</summary>
    public IReadOnlyList<Told> To(string path) => _told.TryGetValue(path, out var told) ? [.. told] : [];

    /// <summary>The types of what came to a path, without their module.</summary>
    public string Types(string path) => string.Join(' ', To(path).Select(told => told.Type.Split('.')[1]));

    /// <summary>How a path answers from now on.</summary>
    public void Say(string path, int status, string body = "", params (string Name, string Value)[] headers) => _answers[path] = async http =>
    {
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers) http.Response.Headers[name] = value;
        await http.Response.WriteAsync(body);
    };

    /// <summary>How a path answers, by how often it was asked before.</summary>
    public void Answer(string path, Func<int, Task<int>> status)
    {
        var asked = -1;
        _answers[path] = async http => http.Response.StatusCode = await status(Interlocked.Increment(ref asked));
    }

    /// <summary>A path that never answers.</summary>
    public void Hang(string path) => _answers[path] = http => Task.WhenAny(_over.Task, Task.Delay(Timeout.Infinite, http.RequestAborted));

    /// <summary>A path that cuts the line.</summary>
    public void Reset(string path) => _answers[path] = http =>
    {
        http.Abort();
        return Task.CompletedTask;
    };

    /// <summary>A path whose answer never ends.</summary>
    public void GoOn(string path) => _answers[path] = async http =>
    {
        while (!http.RequestAborted.IsCancellationRequested) await http.Response.WriteAsync(new string('x', 16 * 1024));
    };

    public async ValueTask DisposeAsync()
    {
        _over.TrySetResult();
        await _server.DisposeAsync();
    }

    private async Task Hear(HttpContext http)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes);
        _told.GetOrAdd(http.Request.Path, _ => new()).Enqueue(new Told(http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), bytes.ToArray()));
        if (_answers.TryGetValue(http.Request.Path, out var answer)) await answer(http);
    }
}

/// <summary>What a receiver was told.</summary>
internal sealed record Told(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Id => Headers["webhook-id"];

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Type => Json["type"]!.GetValue<string>();

    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Headers["webhook-timestamp"], CultureInfo.InvariantCulture));

    /// <summary>Whether it is signed with a shared secret.</summary>
    public bool IsSignedWith(string secret) => WebhookSignature.IsGood(Id, Headers["webhook-timestamp"], Headers["webhook-signature"], Body, secret, At);
}
