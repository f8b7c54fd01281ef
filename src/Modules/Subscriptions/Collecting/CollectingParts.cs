using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Subscriptions;

/// <summary>What cards, collecting and dunning bring to the module.</summary>
internal static class CollectingParts
{
    public static StoreModel AddCollecting(this StoreModel store) => store
        .Project(new CollectionRows())
        .Handle<When_an_invoice_moves>()
        .Handle<When_an_attempt_is_due>()
        .Handle<When_a_payment_is_unwanted>()
        .Handle<When_a_retry_is_due>()
        .Handle<When_a_payment_is_disputed>()
        .Handle<When_a_card_is_there>()
        .Handle<When_an_invoice_asks>()
        .Handle(new When_money_is_given_back())
        .Handle<When_a_refund_is_due>()
        .Handle<When_refunds_are_told>()
        .Handle<When_a_refund_moves>()
        .Handle(new CollectionDays());

    public static IServiceCollection AddCollecting(this IServiceCollection services) => services.AddSingleton<PaymentProviders>().AddSingleton<CollectionWork>().AddSingleton<IFollowsClients, CardsOfDoubles>().AddScoped<CardDesk>();

    public static void MapCollecting(this IEndpointRouteBuilder app)
    {
        PaymentMethods.Map(app);
        ListDunning.Map(app);
        DunningEndpoints.Map(app);
    }
}
