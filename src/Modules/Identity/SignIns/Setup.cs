using System.ComponentModel.DataAnnotations;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>What the first page shows: whether somebody can register, and what the form begins with.</summary>
/// <param name="State"><c>first</c>: the first organisation is yet to come; else who may register one.</param>
/// <param name="Defaults">What the form begins with.</param>
/// <param name="Returning">Whether this browser brought a refresh cookie; whether that is still good, only using it tells.</param>
internal sealed record Setup([property: AllowedValues("first", "open", "invite", "closed")] string State, SetupDefaults Defaults, bool Returning)
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/auth/setup", async (Registration registration, IdentityOptions options, HttpContext http, CancellationToken stop) => TypedResults.Ok(new Setup(
                await registration.IsFirst(stop) ? "first" : options.SignUp.ToString().ToLowerInvariant(),
                new(options.Name, options.TimeZone, options.Locale, options.Currency), Cookie.IsSent(http.Request))))
            .OpenToAnybody().WithSummary("Whether an organisation can register");

        app.MapGet("/.well-known/jwks.json", async (SigningKeys keys, HttpContext http, CancellationToken stop) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=300";
                return TypedResults.Ok(new Jwks([.. (await keys.All(stop)).Select(key => key.Public).OrderBy(key => key.Kid, StringComparer.Ordinal)]));
            })
            .OpenToAnybody().WithSummary("The keys that sign access tokens");
    }
}

/// <summary>What a form begins with.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Currency">ISO 4217.</param>
internal sealed record SetupDefaults(string Organisation, string TimeZone, string Locale, string Currency);

/// <summary>A set of public keys (RFC 7517).</summary>
internal sealed record Jwks(IReadOnlyList<Jwk> Keys);
