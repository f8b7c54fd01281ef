using Billing.Web;

namespace Billing.Host;

/// <summary>RFC 9116: whom to tell about a hole.</summary>
internal static class SecurityText
{
    public static void Map(IEndpointRouteBuilder app, string contact) => app
        .MapGet("/.well-known/security.txt", (TimeProvider time) => TypedResults.Text($"Contact: {contact}\nExpires: {time.GetUtcNow().AddDays(180):yyyy-MM-ddT00:00:00Z}\nPreferred-Languages: en, de\n"))
        .ExcludeFromDescription().OpenToAnybody();
}
