using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>A call that is not made, or whose answer is not read on. The message is fit for whoever typed the address.</summary>
/// <param name="sentence">Why.</param>
public sealed class OutgoingRefusedException(string sentence) : HttpRequestException(sentence);

/// <summary>How much of an answer, and how much time, a call may take.</summary>
/// <param name="Bytes">Most bytes of a body.</param>
/// <param name="Time">From the start of the call to the last byte.</param>
/// <param name="Cuts">True: a longer body is cut there. False: it is a failure.</param>
public sealed record OutgoingLimits(int Bytes, TimeSpan Time, bool Cuts = false)
{
    /// <summary>1 MiB and ten seconds.</summary>
    public static OutgoingLimits Usual { get; } = new(1024 * 1024, TimeSpan.FromSeconds(10));
}

/// <summary>
/// Makes clients for addresses that users type: webhooks, identity providers, other people's APIs. The address is judged again when its name has been
/// resolved, on the connection itself, so that a name that answers differently the second time gains nothing. No redirects, no cookies, no proxy of the machine.
/// </summary>
/// <param name="rules">Where it may lead.</param>
/// <param name="resolve">Finds a host's addresses; null asks the machine's DNS.</param>
public sealed class OutgoingCalls(OutgoingRules rules, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>Where it may lead.</summary>
    public OutgoingRules Rules => rules;

    /// <summary>A client to keep; one per purpose.</summary>
    /// <param name="limits">Of each call.</param>
    /// <param name="time">The clock of the limit.</param>
    /// <param name="connections">Most at a time to one host and port.</param>
    public HttpClient Client(OutgoingLimits limits, TimeProvider time, int connections = 8)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(Math.Min(10, limits.Time.TotalSeconds)),
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0, // what is behind the limit is not read for the sake of the line either, a megabyte of each answer that never ends
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = connections,
            ConnectCallback = async (context, stop) => await Dial(context.DnsEndPoint.Host, context.DnsEndPoint.Port, stop, limits.Cuts ? limits.Bytes : null).ConfigureAwait(false),
        };
        return new HttpClient(new GuardedCall(rules, limits, time, sockets)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Opens a line to a host, for whatever is spoken on it.</summary>
    /// <param name="ahead">Bytes that may arrive before they are read, so that an answer without an end is not sent by the megabyte; null leaves it to the machine.</param>
    /// <exception cref="OutgoingRefusedException">Its name leads inside.</exception>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    public async Task<Stream> Dial(string host, int port, CancellationToken stop, int? ahead = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        host = host.Trim('[', ']');
        IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, stop).ConfigureAwait(false);
        // One bad address among good ones is a trick or a mistake; either way nobody is called.
        if (addresses.Length == 0 || addresses.Any(address => !rules.May(host, port, address))) throw new OutgoingRefusedException(OutgoingRules.NotPublic);
        Exception? failed = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            if (ahead is { } bytes) socket.ReceiveBufferSize = bytes; // before the line is up: it decides what the other side may send
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), stop).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e)
            {
                socket.Dispose();
                if (e is not SocketException) throw;
                failed = e;
            }
        }
        throw failed!;
    }
}

/// <summary>What slices that call other people's addresses ask for.</summary>
public static class OutgoingWords
{
    /// <summary>Registers <see cref="OutgoingRules"/> and <see cref="OutgoingCalls"/>.</summary>
    public static IServiceCollection AddOutgoing(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new OutgoingRules($"{configuration["Outgoing:Allow"]},{configuration["Egress:AllowedNetworks"]}"))
        .AddSingleton(provider => new OutgoingCalls(provider.GetRequiredService<OutgoingRules>()));
}
