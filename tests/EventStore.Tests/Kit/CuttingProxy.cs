using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>Where the connection breaks.</summary>
public enum Cut
{
    None,

    /// <summary>The server never hears of the commit.</summary>
    BeforeTheRequest,

    /// <summary>The server hears half of it.</summary>
    WithinTheRequest,

    /// <summary>The server commits while the connection is already gone.</summary>
    AfterTheRequest,

    /// <summary>The server has committed and its answer is lost.</summary>
    BeforeTheAnswer,
}

/// <summary>Stands between the store and Postgres and cuts connections over which a certain word is sent.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    /// <summary>How each request ends: the message Sync of PostgreSQL's protocol.</summary>
    private static readonly byte[] Sync = [(byte)'S', 0, 0, 0, 4];

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _folder = Directory.CreateTempSubdirectory("cut-").FullName;
    private readonly EndPoint _server;
    private readonly byte[] _word;
    private readonly Func<Cut> _next;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public CuttingProxy(string connectionString, string word, Func<Cut> next)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        _server = settings.Host!.StartsWith('/') ? new UnixDomainSocketEndPoint($"{settings.Host}/.s.PGSQL.{settings.Port}") : new DnsEndPoint(settings.Host, settings.Port);
        (_word, _next) = (Encoding.UTF8.GetBytes(word), next);
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, ".s.PGSQL.5432")));
        _listener.Listen();
        (settings.Host, settings.Port) = (_folder, 5432);
        ConnectionString = settings.ConnectionString;
        _accepting = Accept();
    }

    public string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
        Directory.Delete(_folder, true);
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await _listener.AcceptAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // closed
        }
    }

    private async Task Serve(Socket client)
    {
        using var server = _server is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            try
            {
                await server.ConnectAsync(_server, _stop.Token);
                var answerLost = new TaskCompletionSource();
                await await Task.WhenAny(Requests(client, server, answerLost), Answers(server, client, answerLost));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // one side is gone, and with it the other
            }
        }
    }

    private async Task Requests(Socket client, Socket server, TaskCompletionSource loseAnswer)
    {
        var buffer = new byte[1 << 16];
        while (await client.ReceiveAsync(buffer, _stop.Token) is > 0 and var count)
        {
            var cut = buffer.AsSpan(0, count).IndexOf(_word) >= 0 ? _next() : Cut.None;
            if (cut == Cut.BeforeTheRequest) return;
            if (cut == Cut.BeforeTheAnswer) loseAnswer.SetResult();
            await server.SendAsync(buffer.AsMemory(0, cut == Cut.WithinTheRequest ? count / 2 : count), _stop.Token);
            // A busy machine may bring a request in pieces; after it is after the last of them.
            while (cut == Cut.AfterTheRequest && !buffer.AsSpan(0, count).EndsWith(Sync) && (count = await client.ReceiveAsync(buffer, _stop.Token)) > 0) await server.SendAsync(buffer.AsMemory(0, count), _stop.Token);
            if (cut == Cut.WithinTheRequest) return;
            if (cut != Cut.AfterTheRequest) continue;
            // Said to be the end in order: a socket that is closed while somebody waits to receive from it is reset, and the server may lose what it has not read.
            loseAnswer.SetResult();
            client.Dispose();
            server.Shutdown(SocketShutdown.Send);
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }
    }

    private async Task Answers(Socket server, Socket client, TaskCompletionSource loseAnswer)
    {
        var buffer = new byte[1 << 16];
        while (await server.ReceiveAsync(buffer, _stop.Token) is > 0 and var count)
        {
            if (loseAnswer.Task.IsCompleted) return;
            await client.SendAsync(buffer.AsMemory(0, count), _stop.Token);
        }
    }
}
