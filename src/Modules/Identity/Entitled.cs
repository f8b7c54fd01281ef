using System.Globalization;
using Billing.Identity.Contracts;
using Microsoft.Extensions.Configuration;

namespace Billing.Identity;

/// <summary>Nobody sells anything here: everything is allowed, and requests as often as the operator says.</summary>
internal sealed class Entitled(IConfiguration configuration) : IEntitlements
{
    private readonly long? _perMinute = long.TryParse(configuration["Limits:RequestsPerMinute"], NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : null;

    public long? Limit(TenantId organisation, string name) => name == RateLimits.Entitlement ? _perMinute : null;
}
