using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Billing.Identity;

/// <summary>
/// What ties somebody's way to the provider and back to one browser, for ten minutes, in a cookie of theirs: nobody else's answer from the provider fits it.
/// </summary>
/// <param name="State">Comes back in the address.</param>
/// <param name="Nonce">Comes back in the provider's token.</param>
/// <param name="Verifier">Only who began the way can redeem its code (PKCE).</param>
/// <param name="Slug">The organisation they want to enter.</param>
internal sealed record Trip(string State, string Nonce, string Verifier, string Slug)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public static Trip Begin(string slug) => new(Secret.Make(), Secret.Make(), Secret.Make(), slug);

    /// <summary>S256.</summary>
    public string Challenge => System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public void Keep(HttpContext http) => http.Response.Cookies.Append(NameFor(http.Request), $"{State}.{Nonce}.{Verifier}.{Slug}", Options(http.Request, Lasts));

    /// <summary>The trip of this browser, which ends here: the cookie is taken away whatever comes of it.</summary>
    public static Trip? Return(HttpContext http, string? state)
    {
        var said = http.Request.Cookies[NameFor(http.Request)];
        http.Response.Cookies.Delete(NameFor(http.Request), Options(http.Request, null));
        return said?.Split('.') is [{ Length: 43 } kept, { Length: 43 } nonce, { Length: 43 } verifier, { Length: > 0 and <= 100 } slug] && state is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(state)) ? new(kept, nonce, verifier, slug) : null;
    }

    public override string ToString() => Slug;

    // Lax: the way back is a link from the provider's page, which sends no strict cookie.
    private static CookieOptions Options(HttpRequest request, TimeSpan? lasts) => new() { HttpOnly = true, Secure = !IsPlain(request), SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lasts, IsEssential = true };

    private static string NameFor(HttpRequest request) => IsPlain(request) ? "billing-sso" : "__Host-billing-sso";

    private static bool IsPlain(HttpRequest request) => !request.IsHttps && (request.Host.Host == "localhost" || (IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
