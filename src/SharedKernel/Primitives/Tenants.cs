namespace Billing;

/// <summary>Tenants that are no organisation. A key that begins with <c>billing-</c> is never given to one.</summary>
public static class Tenants
{
    /// <summary>Under which people live: they belong to no organisation.</summary>
    public static TenantId People { get; } = new("billing-people");
}
