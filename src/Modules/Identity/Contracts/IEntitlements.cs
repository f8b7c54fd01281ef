namespace Billing.Identity.Contracts;

/// <summary>What an organisation's plan allows. Unlimited where nobody answers: when the product runs for one's own company.</summary>
public interface IEntitlements
{
    /// <summary>How much of something an organisation may have.</summary>
    /// <param name="organisation">Whose plan.</param>
    /// <param name="name">Of what, such as <c>users</c>, <c>invoices_per_month</c>, <c>api_calls</c> a month, <c>api_requests_per_minute</c>, <c>storage_gb</c>.</param>
    /// <returns>At most so many; null when nothing limits it.</returns>
    long? Limit(TenantId organisation, string name);

    /// <summary>The plan that says so, as people call it; null when there is none.</summary>
    /// <param name="organisation">Whose plan.</param>
    string? Plan(TenantId organisation) => null;
}
