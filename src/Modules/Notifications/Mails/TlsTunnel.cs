using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Billing.Notifications;

/// <summary>A line to a server that wants TLS from the first byte, which the framework's mail client does not speak: that one talks to a port of this machine, once, and we encrypt.</summary>
internal sealed class TlsTunnel : IAsyncDisposable
{
    private readonly TcpClient _outer;
    private readonly SslStream _secure;
    private readonly TcpListener _door;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _carrying;

    private TlsTunnel(TcpClient outer, SslStream secure)
    {
        (_outer, _secure) = (outer, secure);
        _door = new TcpListener(IPAddress.Loopback, 0);
        _door.Start(1);
        Port = ((IPEndPoint)_door.LocalEndpoint).Port;
        _carrying = Carry();
    }

    /// <summary>Of 127.0.0.1.</summary>
    public int Port { get; }

    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not trusted, or is another host's.</exception>
    public static async Task<TlsTunnel> Open(string host, int port, RemoteCertificateValidationCallback? trusts, CancellationToken stop)
    {
        var outer = new TcpClient();
        try
        {
            await outer.ConnectAsync(host, port, stop);
            var secure = new SslStream(outer.GetStream(), leaveInnerStreamOpen: false, trusts);
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, stop);
            return new TlsTunnel(outer, secure);
        }
        catch
        {
            outer.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _door.Stop();
        await _carrying;
        await _secure.DisposeAsync();
        _outer.Dispose();
        _door.Dispose();
        _ended.Dispose();
    }

    private async Task Carry()
    {
        try
        {
            using var inner = await _door.AcceptTcpClientAsync(_ended.Token);
            _door.Stop();
            await using var plain = inner.GetStream();
            await Task.WhenAny(plain.CopyToAsync(_secure, _ended.Token), _secure.CopyToAsync(plain, _ended.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // either side hung up: the mail client says what that means
        }
    }
}
