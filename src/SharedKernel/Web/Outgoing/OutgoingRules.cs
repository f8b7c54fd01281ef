using System.Net;

namespace Billing.Web;

/// <summary>
/// Where the product may call when an address comes from a user: https on the usual ports of the public internet, and what the operator allows besides.
/// </summary>
public sealed class OutgoingRules
{
    private static readonly int[] UsualPorts = [443, 8443];
    private static readonly string[] LocalSuffixes = [".localhost", ".local", ".internal", ".home.arpa", ".lan"];
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> _networks = [];

    /// <param name="allowed">Separated by commas: hosts (<c>idp.example.test</c>, or with a port <c>idp.example.test:8080</c>), addresses, networks (<c>10.1.0.0/16</c>). These may use http and any port.</param>
    /// <exception cref="SettingsException">An entry is none of these; the message says which.</exception>
    public OutgoingRules(string? allowed = null)
    {
        foreach (var entry in (allowed ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(entry, out var network)) _networks.Add(network);
            else if (IPAddress.TryParse(entry.Trim('[', ']'), out var address)) _networks.Add(new IPNetwork(PublicNetwork.Plain(address), PublicNetwork.Plain(address).GetAddressBytes().Length * 8));
            else if (Uri.TryCreate("http://" + entry, UriKind.Absolute, out var host) && host is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" } && !entry.EndsWith('/')) _hosts.Add(entry.Contains(':', StringComparison.Ordinal) ? $"{host.IdnHost}:{host.Port}" : host.IdnHost);
            else throw new SettingsException($"Outgoing__Allow has '{entry}'; it takes hosts, addresses and networks such as 10.1.0.0/16, separated by commas.");
        }
    }

    /// <summary>Why an address may not be called, in a sentence for whoever typed it; null when it may, as far as can be told before its name is resolved.</summary>
    public string? Against(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http")) return "The address begins with https://.";
        if (address.OriginalString.Length > 2000) return "The address is too long.";
        if (address.UserInfo.Length > 0) return "The address must not contain a user name or password.";
        if (address.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6) || address.IdnHost.Length > 253) return "The address has no host that can be called.";
        if (IsAllowed(address.IdnHost, address.Port)) return null;
        if (address.Scheme != "https") return "The address begins with https://.";
        return Against(address.IdnHost, address.Port, UsualPorts);
    }

    /// <summary>Why nothing of another protocol may be said to a host; null when it may, as far as can be told before its name is resolved.</summary>
    /// <param name="host">A name or an address.</param>
    /// <param name="port">Its port.</param>
    /// <param name="ports">Those that the protocol is spoken on; the first is named to whoever typed another one.</param>
    public string? Against(string host, int port, IReadOnlyList<int> ports)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(ports);
        if (Uri.CheckHostName(host) is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6) || host.Length > 253) return "The address has no host that can be called.";
        if (IsAllowed(host, port)) return null;
        if (!ports.Contains(port)) return $"Port {port} is not called; use {ports[0]}.";
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal)) return PublicNetwork.Has(literal) ? null : NotPublic;
        return IsLocalName(host) ? NotPublic : null;
    }

    /// <summary>Whether a connection to a host may go to an address that its name resolved to.</summary>
    public bool May(string host, int port, IPAddress resolved) => _hosts.Contains(host) || _hosts.Contains($"{host}:{port}") || InAllowedNetwork(resolved) || PublicNetwork.Has(resolved);

    /// <summary>What is said of an address inside.</summary>
    public const string NotPublic = "The address does not lead to the public internet. An operator may allow it (Outgoing__Allow).";

    private bool IsAllowed(string host, int port) =>
        _hosts.Contains(host) || _hosts.Contains($"{host}:{port}") || (IPAddress.TryParse(host.Trim('[', ']'), out var literal) && InAllowedNetwork(literal));

    private bool InAllowedNetwork(IPAddress address)
    {
        var plain = PublicNetwork.Plain(address);
        return _networks.Exists(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    private static bool IsLocalName(string host)
    {
        var name = host.TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || LocalSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) || !name.Contains('.', StringComparison.Ordinal);
    }
}
