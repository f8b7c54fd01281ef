using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that happened to the cards of a client.</summary>
internal abstract record PayingClientEvent;

/// <summary>A card of a client's is kept at a payment provider; the first one is charged from now on.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Id">Ours.</param>
/// <param name="Provider">Which: test or stripe.</param>
/// <param name="Card">As it is kept there.</param>
[Event("subscriptions.card_kept")]
internal sealed record CardKept(ClientId ClientId, CardId Id, string Provider, CardAtProvider Card) : PayingClientEvent;

/// <summary>From now on this card is the one that is charged.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Id">Which.</param>
[Event("subscriptions.card_preferred")]
internal sealed record CardPreferred(ClientId ClientId, CardId Id) : PayingClientEvent;

/// <summary>A card is not the client's any more, as far as we know.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Id">Which.</param>
[Event("subscriptions.card_removed")]
internal sealed record CardRemoved(ClientId ClientId, CardId Id) : PayingClientEvent;

/// <summary>A card as it is known here.</summary>
internal sealed record KeptCard(CardId Id, string Provider, CardAtProvider Card);

/// <summary>How a client pays by themselves.</summary>
/// <param name="Cards">In the order they came.</param>
/// <param name="Default">The one that is charged; null where there is none.</param>
internal sealed record PayingClient(ValueList<KeptCard> Cards, CardId? Default) : IAggregate<PayingClient>
{
    public const int MostCards = 20;

    public static string Alias => "subscriptions.paying_client";

    public static PayingClient Initial { get; } = new([], null);

    /// <summary>The stream of a client's cards.</summary>
    public static Guid Of(ClientId client) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"paying client {client}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>The card that is charged at a provider; null where there is none.</summary>
    public KeptCard? ChargedAt(string provider) => Cards.FirstOrDefault(card => card.Id == Default && card.Provider == provider);

    /// <summary>What a provider calls the client; null where it does not know them.</summary>
    public string? PayerAt(string provider) => Cards.FirstOrDefault(card => card.Provider == provider)?.Card.Payer;

    /// <summary>Keeps a card; one that is kept already stays as it is.</summary>
    public Decision<PayingClientEvent> Keep(ClientId client, CardId id, string provider, CardAtProvider card, bool preferred)
    {
        List<PayingClientEvent> happened = [];
        var known = Cards.FirstOrDefault(one => (one.Provider, one.Card.Reference) == (provider, card.Reference));
        if (known is null && Cards.Count >= MostCards) return CardNo.TooMany;
        if (known is null) happened.Add(new CardKept(client, id, provider, card));
        var wanted = known?.Id ?? id;
        if (preferred && Default is not null && Default != wanted) happened.Add(new CardPreferred(client, wanted));
        return happened;
    }

    /// <summary>Charges this one from now on.</summary>
    public Decision<PayingClientEvent> Prefer(ClientId client, CardId id) => Default == id ? Decision.Nothing : new CardPreferred(client, id);

    /// <summary>Forgets a card; the one that is charged only when it is the last.</summary>
    public Decision<PayingClientEvent> Remove(ClientId client, CardId id) => Default == id && Cards.Count > 1 ? CardNo.IsDefault : new CardRemoved(client, id);

    /// <summary>Whether there is such a card.</summary>
    public bool Has(CardId id) => Cards.Any(card => card.Id == id);

    public PayingClient Apply(object happened) => happened switch
    {
        CardKept e => this with { Cards = [.. Cards, new(e.Id, e.Provider, e.Card)], Default = Default ?? e.Id },
        CardPreferred e => this with { Default = e.Id },
        CardRemoved e => this with { Cards = [.. Cards.Where(card => card.Id != e.Id)], Default = Default == e.Id ? null : Default },
        _ => throw new UnknownEventException(nameof(PayingClient), happened),
    };
}
