using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.Extensions.Configuration;

namespace Billing.Subscriptions;

/// <summary>An organisation's way to Stripe and Stripe's way to it.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Endpoint">Which of our addresses Stripe tells.</param>
/// <param name="Account">Null: it may tell us, we do not ask.</param>
/// <param name="Secrets">What its signatures are made with; two while one is rolled.</param>
internal sealed record StripeConnection(TenantId Tenant, string Endpoint, StripeAccount? Account, IReadOnlyList<string> Secrets);

/// <summary>Which organisation is connected with Stripe: by configuration the operator's own.</summary>
internal sealed class StripeConnections
{
    /// <summary>The address that configuration speaks of.</summary>
    public const string Configured = "configured";

    private readonly StripeConnection? _configured;

    public StripeConnections(IConfiguration configuration, IOrganisations organisations)
    {
        var secrets = (configuration["Stripe:WebhookSecret"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (configuration["Stripe:SecretKey"] is not { Length: > 0 } key) key = null;
        if (key is null && secrets.Length == 0) return;
        var address = StripeAccount.Usual;
        if (configuration["Stripe:Address"] is { Length: > 0 } written && !Uri.TryCreate(written, UriKind.Absolute, out address!)) throw new SettingsException($"Stripe__Address is '{written}'; it must be an address such as {StripeAccount.Usual}");
        if (key is not null && !key.StartsWith("sk_", StringComparison.Ordinal) && !key.StartsWith("rk_", StringComparison.Ordinal)) throw new SettingsException("Stripe__SecretKey must be a secret key (sk_…) or a restricted one (rk_…); publishable keys (pk_…) cannot charge anybody.");
        _configured = new StripeConnection(organisations.Operator, Configured, key is null ? null : new StripeAccount(key, address), secrets);
    }

    /// <summary>All there are.</summary>
    public IReadOnlyList<StripeConnection> All => _configured is { } one ? [one] : [];

    /// <summary>With which an organisation asks Stripe; null where it cannot.</summary>
    public StripeAccount? AccountOf(TenantId tenant) => _configured is { } one && one.Tenant == tenant ? one.Account : null;

    /// <summary>That of an address; null when there is none.</summary>
    public StripeConnection? Find(TenantId tenant, string endpoint) => _configured is { } one && one.Tenant == tenant && one.Endpoint == endpoint ? one : null;
}
