namespace Billing.Support;

/// <summary>What an hour costs, from a day on.</summary>
/// <param name="ClientId">Whose hours; null: of every client without a card of its own.</param>
/// <param name="From">The first day on which it holds.</param>
internal sealed record RateCard(Guid? ClientId, DateOnly From, Currency Currency, UnitPrice Promotion, UnitPrice Low, UnitPrice Medium, UnitPrice High)
{
    /// <summary>What holds where nobody wrote a card.</summary>
    public static RateCard Usual(Currency currency) => new(null, DateOnly.MinValue, currency, new(125), new(150), new(175), new(250));

    /// <summary>What an hour of this urgency costs.</summary>
    public UnitPrice Of(Urgency urgency) => urgency switch
    {
        Urgency.Promotion => Promotion,
        Urgency.Medium => Medium,
        Urgency.High => High,
        _ => Low,
    };

    /// <summary>The card for a client's hours of a day: its own latest one, else the organisation's, else the usual one.</summary>
    public static RateCard For(IEnumerable<RateCard> cards, Guid client, DateOnly day, Currency usual) =>
        cards.Where(card => card.From <= day && (card.ClientId is null || card.ClientId == client)).OrderBy(card => card.ClientId is null).ThenByDescending(card => card.From).FirstOrDefault() ?? Usual(usual);
}
