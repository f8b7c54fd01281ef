using Billing.Identity.Contracts;

namespace Billing.Identity;

/// <summary>Nobody sells anything here: everything is allowed.</summary>
internal sealed class Entitled : IEntitlements
{
    public long? Limit(TenantId organisation, string name) => null;
}
