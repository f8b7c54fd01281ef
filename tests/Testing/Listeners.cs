using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Billing.Testing;

/// <summary>How an address answers what it is told.</summary>
public enum Manner
{
    /// <summary>It takes everything at once.</summary>
    Takes,

    /// <summary>It takes everything, every tenth only when it comes again.</summary>
    Stumbles,

    /// <summary>It never answers.</summary>
    Hangs,

    /// <summary>Its answer never ends.</summary>
    GoesOn,

    /// <summary>It resets the line.</summary>
    Resets,

    /// <summary>It answers 500.</summary>
    Fails,
}

/// <summary>Addresses on this machine, each on a port of its own, that are told of what happens in a product, and note what comes.</summary>
public sealed class Listeners : IAsyncDisposable
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<int, Listener> _byPort = [];
    private readonly WebApplication _server;

    private Listeners(WebApplication server) => _server = server;

    /// <summary>All of them, in the order in which they were asked for.</summary>
    public IReadOnlyList<Listener> All { get; private set; } = [];

    /// <summary>Starts one for each manner.</summary>
    public static async Task<Listeners> Start(params IReadOnlyList<Manner> manners)
    {
        ArgumentNullException.ThrowIfNull(manners);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var _ in manners) kestrel.Listen(IPAddress.Loopback, 0);
        });
        var listeners = new Listeners(builder.Build());
        listeners._server.Run(listeners.Hear);
        await listeners._server.StartAsync();
        listeners.All = [.. listeners._server.Urls.Zip(manners, (url, manner) => new Listener(url, manner))];
        foreach (var listener in listeners.All) listeners._byPort.Add(new Uri(listener.Address).Port, listener);
        return listeners;
    }

    /// <summary>Lets go of whoever still waits for an answer, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _over.TrySetResult();
        await _server.DisposeAsync();
    }

    private async Task Hear(HttpContext http)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        var listener = _byPort[http.Connection.LocalPort];
        var taken = listener.Hear(http.Request.Headers["webhook-id"].ToString(), bytes.ToArray());
        switch (listener.Manner)
        {
            case Manner.Hangs:
                await Task.WhenAny(_over.Task, Task.Delay(Timeout.Infinite, http.RequestAborted));
                break;
            case Manner.GoesOn:
                for (var much = new byte[16 * 1024]; !http.RequestAborted.IsCancellationRequested && !_over.Task.IsCompleted;) await http.Response.Body.WriteAsync(much);
                break;
            case Manner.Resets:
                if (http.Features.Get<IConnectionSocketFeature>() is { } line) line.Socket.LingerState = new LingerOption(true, 0);
                http.Abort();
                break;
            default:
                http.Response.StatusCode = taken ? StatusCodes.Status204NoContent : StatusCodes.Status500InternalServerError;
                break;
        }
    }
}

/// <summary>One address, and what it was told so far.</summary>
public sealed class Listener
{
    private readonly Lock _gate = new();
    private readonly List<Heard> _heard = [];
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _taken = [];

    internal Listener(string address, Manner manner) => (Address, Manner) = (address, manner);

    /// <summary>With its port.</summary>
    public string Address { get; }

    /// <summary>How it answers.</summary>
    public Manner Manner { get; }

    /// <summary>How many different events it took.</summary>
    public int Taken
    {
        get
        {
            lock (_gate) return _taken.Count;
        }
    }

    /// <summary>What came so far, in the order in which it came, doubles and what it did not take among it.</summary>
    public IReadOnlyList<Heard> All
    {
        get
        {
            lock (_gate) return [.. _heard];
        }
    }

    /// <summary>Notes what came; whether it is taken.</summary>
    internal bool Hear(string id, byte[] body)
    {
        var now = TimeProvider.System.GetUtcNow();
        var said = JsonElement.Parse(body);
        lock (_gate)
        {
            var taken = Manner is Manner.Takes or Manner.GoesOn || (Manner == Manner.Stumbles && ((_known.Count + 1) % 10 != 0 || _known.Contains(id)));
            _known.Add(id);
            if (taken) _taken.Add(id);
            _heard.Add(new Heard(id, said.GetProperty("id").GetString()!, now - said.GetProperty("timestamp").GetDateTimeOffset(), Convert.ToHexStringLower(SHA256.HashData(body)), taken));
            return taken;
        }
    }
}

/// <summary>One delivery as it came.</summary>
/// <param name="Id">The header by which doubles are told.</param>
/// <param name="Event">The same as its body says it.</param>
/// <param name="Late">How long after the event was recorded, which is shortly before it was committed.</param>
/// <param name="Body">A hash of every byte.</param>
/// <param name="IsTaken">Whether it was answered with a success.</param>
public sealed record Heard(string Id, string Event, TimeSpan Late, string Body, bool IsTaken);
