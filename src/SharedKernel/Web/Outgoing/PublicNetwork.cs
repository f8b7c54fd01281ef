using System.Net;
using System.Net.Sockets;

namespace Billing.Web;

/// <summary>
/// Which addresses belong to the public internet. Everything that IANA's special-purpose registries (RFC 6890 and its kin) set aside is not: private, loopback,
/// link-local with the clouds' metadata, shared (CGNAT), documentation, benchmarking, multicast, reserved, and each form that carries an IPv4 address inside an
/// IPv6 one on a way that some router may follow.
/// </summary>
internal static class PublicNetwork
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32", // a cloud's metadata and DNS under a public number
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Of IPv6 only this is given out at all: loopback, unspecified, NAT64, discard, local, link-local, multicast and the rest lie outside.</summary>
    private static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");

    public static bool Has(IPAddress address)
    {
        var plain = Plain(address);
        if (plain.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)) return false;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6 && !Given.Contains(plain)) return false;
        return !Special.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    /// <summary>An IPv4 address in its mapped form reaches the same machine, so it counts as what it is; a zone says nothing about where it leads.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0 ? new IPAddress(address.GetAddressBytes()) : address;
}
