using Billing.EventStore;
using Microsoft.Extensions.Configuration;

namespace Billing.Subscriptions;

/// <summary>Which provider an organisation's cards are kept at: Stripe, where it is connected with it; the one that takes no money otherwise, and in test mode.</summary>
internal sealed class PaymentProviders(EventStore.EventStore store, StripeConnections connections, StripeApi stripe, IConfiguration configuration)
{
    private readonly TestProvider _test = new();
    private readonly bool _pretends = string.Equals(configuration["Payments:TestCards"], "everybody", StringComparison.OrdinalIgnoreCase);

    /// <summary>The one whose cards are charged now.</summary>
    public IPaymentProvider Of(TenantId tenant) => store.Open(tenant, Actor.System).InTestMode ? _test : connections.AccountOf(tenant) is { } account ? new StripeProvider(stripe, account) : _test;

    /// <summary>
    /// Whether clients may leave a card by themselves. One that takes no money only in test mode, or where who runs the product wants it: a stranger would pay real
    /// invoices with it.
    /// </summary>
    public bool LetClients(Session session) => session.InTestMode || _pretends || Of(session.Tenant).Name != TestProvider.Test;

    /// <summary>The one of a name; null where the organisation is not connected with it any more.</summary>
    public IPaymentProvider? Find(TenantId tenant, string name) => name == TestProvider.Test ? _test : Of(tenant) is { } now && now.Name == name ? now : null;
}
