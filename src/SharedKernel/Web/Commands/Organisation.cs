namespace Billing.Web;

/// <summary>The organisation a request acts for, with what its numbers and days depend on.</summary>
/// <param name="Tenant">Its key in every table.</param>
/// <param name="Name">As shown.</param>
/// <param name="TimeZone">Where its day begins.</param>
/// <param name="Locale">BCP 47, such as <c>en-US</c>: how it writes numbers and dates.</param>
/// <param name="Currency">What it bills in unless something says otherwise.</param>
public sealed record Organisation(TenantId Tenant, string Name, TimeZoneInfo TimeZone, string Locale, Currency Currency);
