using System.Net;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Billing.Notifications;

/// <summary>
/// A line to a mail server that we open and encrypt ourselves: to the address that was judged, and with TLS from the first byte where the server wants that, which the framework's
/// mail client does not speak. The client talks to a port of this machine, once.
/// </summary>
internal sealed class SmtpTunnel : IAsyncDisposable
{
    private readonly Stream _line;
    private readonly TcpListener _door;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _carrying;

    private SmtpTunnel(Stream line, byte[] greeting)
    {
        _line = line;
        _door = new TcpListener(IPAddress.Loopback, 0);
        _door.Start(1);
        Port = ((IPEndPoint)_door.LocalEndpoint).Port;
        _carrying = Carry(greeting);
    }

    /// <summary>Of 127.0.0.1.</summary>
    public int Port { get; }

    /// <param name="server">Where, and how the line is encrypted.</param>
    /// <param name="dial">Opens the line.</param>
    /// <param name="trusts">Judges the server's certificate; null: as the machine does.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="AuthenticationException">The certificate is not trusted, or is another host's; or the server has no STARTTLS.</exception>
    public static async Task<SmtpTunnel> Open(SmtpServer server, Func<string, int, CancellationToken, Task<Stream>> dial, RemoteCertificateValidationCallback? trusts, CancellationToken stop)
    {
        var line = await dial(server.Host, server.Port, stop);
        try
        {
            var greeting = server.Line == SmtpLine.StartTls ? await StartTls(line, stop) : [];
            if (server.Line == SmtpLine.Plain) return new SmtpTunnel(line, greeting);
            var secure = new SslStream(line, leaveInnerStreamOpen: false, trusts);
            line = secure;
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.Host }, stop);
            return new SmtpTunnel(secure, greeting);
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _door.Stop();
        await _carrying;
        await _line.DisposeAsync();
        _door.Dispose();
        _ended.Dispose();
    }

    /// <summary>Asks for encryption (RFC 3207); the client begins behind it, and is told the greeting that came before it.</summary>
    private static async Task<byte[]> StartTls(Stream line, CancellationToken stop)
    {
        var greeting = await Answer(line, "220", stop);
        await line.WriteAsync("EHLO billing\r\n"u8.ToArray(), stop);
        await Answer(line, "250", stop);
        await line.WriteAsync("STARTTLS\r\n"u8.ToArray(), stop);
        try
        {
            await Answer(line, "220", stop);
        }
        catch (SmtpException none)
        {
            throw new AuthenticationException("The server has no STARTTLS.", none);
        }
        return greeting;
    }

    /// <summary>Reads one answer and not a byte more: what somebody slipped in behind it is no answer of the encrypted line.</summary>
    private static async Task<byte[]> Answer(Stream line, string expected, CancellationToken stop)
    {
        var (said, one, from) = (new MemoryStream(), new byte[1], 0);
        while (said.Length < 64 * 1024)
        {
            if (await line.ReadAsync(one, stop) == 0) throw new SmtpException(SmtpStatusCode.ServiceNotAvailable);
            said.WriteByte(one[0]);
            if (one[0] != '\n') continue;
            var last = Encoding.ASCII.GetString(said.GetBuffer(), from, (int)said.Length - from);
            from = (int)said.Length;
            if (last.Length > 3 && last[3] == '-') continue;
            return last.StartsWith(expected, StringComparison.Ordinal) ? said.ToArray() : throw new SmtpException(SmtpStatusCode.ServiceNotAvailable); // whatever it said, it was about us and not about a mail
        }
        throw new SmtpException(SmtpStatusCode.GeneralFailure);
    }

    private async Task Carry(byte[] greeting)
    {
        try
        {
            using var inner = await _door.AcceptTcpClientAsync(_ended.Token);
            _door.Stop();
            await using var plain = inner.GetStream();
            await plain.WriteAsync(greeting, _ended.Token);
            await Task.WhenAny(plain.CopyToAsync(_line, _ended.Token), _line.CopyToAsync(plain, _ended.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // either side hung up: the mail client says what that means
        }
    }
}
