using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Subscriptions;

/// <summary>The cards of a double are those of the client that stays: there they are seen, preferred and removed. The one that stays is charged on its own card, where it has one.</summary>
internal sealed class CardsOfDoubles : IFollowsClients
{
    public async Task Follow(Work work, Guid survivor, Guid @double, CancellationToken stop)
    {
        var (to, from) = (new ClientId(survivor), new ClientId(@double));
        var (stays, goes) = (await work.Load<PayingClient>(PayingClient.Of(to), stop, fresh: true), await work.Load<PayingClient>(PayingClient.Of(from), stop, fresh: true));
        foreach (var card in goes.State.Cards.OrderByDescending(card => card.Id == goes.State.Default))
        {
            if (work.Decide<PayingClient, PayingClientEvent>(PayingClient.Of(to), client => client.Keep(to, card.Id, card.Provider, card.Card, preferred: false)) is not null) break; // it has as many as it may: the others stay where they are
            work.Decide<PayingClient, PayingClientEvent>(PayingClient.Of(from), _ => new CardRemoved(from, card.Id));
        }
        if (stays.State.Default is null && (await work.Load<PayingClient>(PayingClient.Of(to), stop)).State.Default is not null) work.Send(CardIsThere.Message, new CardIsThere(survivor));
    }
}
