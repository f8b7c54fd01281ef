using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Billing.Notifications;

/// <summary>
/// Where mails go without a mail server, on a developer's machine: the last two hundred lie in this process's memory for a page to show. They hold links that
/// open doors, so they are kept and shown only while the product listens to nobody but its own machine; elsewhere the mails wait for a server.
/// </summary>
internal sealed class DevelopmentMails(MailSettings settings, IServer server) : IPost
{
    public const string NoServer = "No mail server is set: see Mail__Smtp and Mail__From.";
    private const int Most = 200;
    private readonly LinkedList<Letter> _letters = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Letter> All
    {
        get
        {
            lock (_letters) return [.. _letters];
        }
    }

    /// <summary>Whether nobody but this machine can be listening; null until the product listens.</summary>
    public bool? IsAtHome => server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses ? settings.Smtp is null && addresses.All(IsLoopback) : null;

    public Task<IReadOnlyList<string>> Send(Letter letter, CancellationToken stop)
    {
        if (IsAtHome is not true) throw new PostAwayException(IsAtHome is null ? "The product does not listen yet." : NoServer);
        lock (_letters)
        {
            if (_letters.FirstOrDefault(known => known.Id == letter.Id) is { } earlier) _letters.Remove(earlier);
            _letters.AddFirst(letter);
            if (_letters.Count > Most) _letters.RemoveLast();
        }
        return Task.FromResult<IReadOnlyList<string>>([]);
    }

    private static bool IsLoopback(string address) =>
        BindingAddress.Parse(address) is { IsUnixPipe: false, IsNamedPipe: false } bound && (bound.Host == "localhost" || (IPAddress.TryParse(bound.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
