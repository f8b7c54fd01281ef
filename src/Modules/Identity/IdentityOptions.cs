using Billing.Web;
using Microsoft.Extensions.Configuration;

namespace Billing.Identity;

/// <summary>Who may register an organisation.</summary>
internal enum SignUp
{
    /// <summary>Whoever wants to; each organisation begins with a trial.</summary>
    Open,

    /// <summary>Nobody, once the first is there; people join by invitation.</summary>
    Invite,

    /// <summary>Nobody, and only people who are known already join by invitation.</summary>
    Closed,
}

/// <summary>What the settings say about organisations and who may come in.</summary>
/// <param name="SignUp">After the first organisation is there.</param>
/// <param name="FirstTenant">The key that the first organisation takes.</param>
/// <param name="RequestsPerMinute">How many requests a program may make where its organisation's plan says nothing.</param>
internal sealed record IdentityOptions(SignUp SignUp, TenantId FirstTenant, int RequestsPerMinute, string Name, string TimeZone, string Locale, string Currency)
{
    public static IdentityOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Organisation");
        return new(
            Enum.TryParse<SignUp>(configuration["Signup"] ?? nameof(SignUp.Invite), ignoreCase: true, out var signUp) ? signUp : SignUp.Closed,
            new TenantId(section["Key"] ?? "main"),
            configuration.Whole("Limits:RequestsPerMinute", RateLimits.Usual, 1, RateLimits.Most),
            section["Name"] ?? "My organisation", section["TimeZone"] ?? "UTC", section["Locale"] ?? "en-US", section["Currency"] ?? "USD");
    }
}
