using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Which provider an organisation's cards are kept at: Stripe, where it is connected with it; the one that takes no money otherwise, and in test mode.</summary>
internal sealed class PaymentProviders(EventStore.EventStore store, StripeConnections connections, StripeApi stripe)
{
    private readonly TestProvider _test = new();

    /// <summary>The one whose cards are charged now.</summary>
    public IPaymentProvider Of(TenantId tenant) => store.Open(tenant, Actor.System).InTestMode ? _test : connections.All.FirstOrDefault(one => one.Tenant == tenant)?.Account is { } account ? new StripeProvider(stripe, account) : _test;

    /// <summary>The one of a name; null where the organisation is not connected with it any more.</summary>
    public IPaymentProvider? Find(TenantId tenant, string name) => name == TestProvider.Test ? _test : Of(tenant) is { } now && now.Name == name ? now : null;
}
