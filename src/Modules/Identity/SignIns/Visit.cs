using System.Net;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Identity;

/// <summary>Where a request comes from, as sign-ins note it.</summary>
/// <param name="Device">What the browser or program calls itself, without what cannot be seen.</param>
/// <param name="Address">The source address; empty when unknown.</param>
internal sealed record Visit(string Device, string Address)
{
    private const int Longest = 200;

    public static Visit Of(HttpContext http)
    {
        var said = PlainText.Note(http.Request.Headers.UserAgent.ToString(), 8000).TryGet(out var device, out _) ? device.ReplaceLineEndings(" ") : "";
        return new(said.Length > Longest ? said[..Longest] : said, AddressOf(http));
    }

    /// <summary>A store session for a request whose caller is not known, or acts on their own account.</summary>
    public static Session Open(EventStore.EventStore store, HttpContext http, TenantId tenant, Actor actor) => store.Open(tenant, actor, AddressOf(http), http.TraceIdentifier, http.TraceIdentifier);

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is not { } address ? "" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
