using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Billing.Web;

/// <summary>Where people reach the product: links in mails and the way back from a sign-in elsewhere lead here. Never taken from a request's Host header.</summary>
/// <param name="given">What the settings say; null: where the product listens, which only this machine can reach.</param>
/// <param name="server">Knows where the product listens once it does.</param>
public sealed class PublicAddress(Uri? given, IServer? server)
{
    /// <summary>Whether the settings say it. Else links lead where the product listens: no use to anybody elsewhere, and not worth keeping.</summary>
    public bool IsGiven => given is not null;

    /// <summary>The dashboard's address of a path that begins with a slash; what follows # stays in the browser.</summary>
    public Uri Of(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal)) throw new ArgumentException("The path begins with one slash and stays in the product.", nameof(path));
        return new Uri(Root.AbsoluteUri.TrimEnd('/') + path);
    }

    /// <summary>Scheme, host and, behind some proxies, a path.</summary>
    /// <exception cref="InvalidOperationException">Nothing is set, and the product does not listen yet.</exception>
    public Uri Root => given ?? Heard() ?? throw new InvalidOperationException("The product does not listen yet, and Public__Address is not set.");

    private Uri? Heard() => server?.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address => address.Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal))
        .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Port > 0 ? uri : null).FirstOrDefault(uri => uri is not null);
}
