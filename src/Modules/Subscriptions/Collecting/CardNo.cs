namespace Billing.Subscriptions;

/// <summary>Why a card is not kept, or not charged.</summary>
internal static class CardNo
{
    public static readonly Refusal UnknownToken = new("unknown-card-token", "The payment provider knows no such card, or it is somebody else's. Enter the card anew.");
    public static readonly Refusal NoCard = new("not-a-card", "Only cards are charged by themselves. Enter a card.");
    public static readonly Refusal TooMany = new("too-many-cards", $"A client has at most {PayingClient.MostCards} cards. Remove one first.");
    public static readonly Refusal IsDefault = new("card-is-default", "This card is the one that is charged. Make another one the default first.");
    public static readonly Refusal None = new("no-payment-method", "The client has no card that could be charged. Add one first.");
    public static readonly Refusal NotToRepeat = new("refund-not-failed", "Only what the provider would not give back can be tried again, and once each time that it would not.");
    public static readonly Refusal ProviderAway = new("provider-away", "The payment provider does not answer just now. Try again shortly; nothing was charged.");

    public static Refusal Declined(string code) => new Refusal("card-declined", $"The bank declined this card ({PlainText.Shown(code)}). Enter another one.").With("declineCode", code);
}
