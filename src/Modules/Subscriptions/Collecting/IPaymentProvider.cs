namespace Billing.Subscriptions;

/// <summary>Who keeps cards and takes money from them. No card number ever comes here: whoever enters one does so at the provider, which answers with a token.</summary>
internal interface IPaymentProvider
{
    /// <summary>What it is called in events: <c>test</c> or <c>stripe</c>.</summary>
    string Name { get; }

    /// <summary>Keeps a card for a client.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="token">What the provider calls the card.</param>
    /// <returns>The card; or why the provider does not keep it.</returns>
    Task<Result<CardAtProvider>> Keep(CardOwner owner, string token, CancellationToken stop);

    /// <summary>Makes a page of the provider's where somebody leaves a card; null where it has none, and cards are chosen here.</summary>
    /// <param name="owner">Whose it will be.</param>
    /// <param name="back">Where they come back to.</param>
    /// <param name="cancel">Where they come back to who leave none.</param>
    /// <param name="key">Under which the provider makes one page.</param>
    /// <exception cref="StripeException">The provider is not to be spoken to.</exception>
    Task<CardPage?> AskForCard(CardOwner owner, Uri back, Uri cancel, string key, CancellationToken stop);

    /// <summary>The card that was left on such a page, and is kept with it; null where none was.</summary>
    /// <param name="page">What the provider calls the page.</param>
    /// <param name="payer">What it calls the client.</param>
    /// <exception cref="StripeException">The provider is not to be spoken to.</exception>
    Task<CardAtProvider?> LeftOn(string page, string payer, CancellationToken stop);

    /// <summary>Takes money. The same charging twice is done once.</summary>
    /// <exception cref="StripeException">What came of it is not known, or the provider is not to be spoken to: ask <see cref="Find"/> before anything else is tried.</exception>
    Task<ChargeOutcome> Charge(Charging charging, CancellationToken stop);

    /// <summary>What came of a charging whose answer was lost; null when the provider knows of none.</summary>
    Task<ChargeOutcome?> Find(Charging charging, CancellationToken stop);

    /// <summary>How a payment stands.</summary>
    Task<ChargeOutcome> Look(string payment, CancellationToken stop);

    /// <summary>Sees to it that nobody pays any more by a payment that failed; answers how it stands then: it may have succeeded meanwhile.</summary>
    Task<ChargeOutcome> Withdraw(string payment, CancellationToken stop);

    /// <summary>Gives money of a payment back. The same giving back twice is done once.</summary>
    /// <exception cref="StripeException">What came of it is not known, or the provider is not to be spoken to: ask <see cref="FindRefund"/> before anything else is tried.</exception>
    Task<RefundOutcome> Refund(GivingBack back, CancellationToken stop);

    /// <summary>What came of a giving back whose answer was lost; null when the provider knows of none.</summary>
    Task<RefundOutcome?> FindRefund(GivingBack back, CancellationToken stop);

    /// <summary>What was given back of a payment that nobody here asked for.</summary>
    Task<IReadOnlyList<RefundElsewhere>> RefundsElsewhere(string payment, CancellationToken stop);
}

/// <summary>Money of a payment that is to be given back.</summary>
/// <param name="Collection">Whose payment it is.</param>
/// <param name="Number">Which of its refunds; counted from 1.</param>
/// <param name="Payment">What the provider calls the payment.</param>
/// <param name="Amount">How much.</param>
internal sealed record GivingBack(Guid Collection, int Number, string Payment, Money Amount)
{
    /// <summary>Under which the provider does it once.</summary>
    public string Key => FormattableString.Invariant($"{Collection}/refund/{Number}");
}

/// <summary>What came of a giving back.</summary>
/// <param name="Refund">What the provider calls it; null where it does not give it back.</param>
/// <param name="Code">Why not, in the provider's words; null where it does.</param>
internal sealed record RefundOutcome(string? Refund, string? Code);

/// <summary>Money that somebody gave back at the provider.</summary>
/// <param name="Refund">What the provider calls it.</param>
internal sealed record RefundElsewhere(string Refund, Money Amount);

/// <summary>A page where somebody leaves a card.</summary>
/// <param name="Id">What the provider calls it.</param>
/// <param name="Payer">What it calls the client.</param>
/// <param name="Address">Where it is.</param>
internal sealed record CardPage(string Id, string Payer, Uri Address);

/// <summary>Whose card it is.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Name">As on invoices.</param>
/// <param name="Payer">What the provider calls the client; null where it does not know them yet.</param>
internal sealed record CardOwner(ClientId ClientId, string Name, string? Payer);

/// <summary>A card as a provider keeps it.</summary>
/// <param name="Payer">What the provider calls the client.</param>
/// <param name="Reference">What it calls the card.</param>
/// <param name="Brand">Such as <c>visa</c>.</param>
/// <param name="LastFour">The end of its number.</param>
/// <param name="ExpiryMonth">1 to 12.</param>
/// <param name="ExpiryYear">Four digits.</param>
internal sealed record CardAtProvider(string Payer, string Reference, string Brand, string LastFour, int ExpiryMonth, int ExpiryYear);

/// <summary>Money that is to be taken from a card.</summary>
/// <param name="Collection">Whose attempt it is.</param>
/// <param name="Attempt">Which; counted from 1.</param>
/// <param name="InvoiceId">What is paid.</param>
/// <param name="Number">As printed on it.</param>
/// <param name="Amount">How much.</param>
/// <param name="Payer">What the provider calls the client.</param>
/// <param name="Card">What it calls the card.</param>
/// <param name="At">When it was decided, UTC: the provider knows of nothing earlier.</param>
internal sealed record Charging(Guid Collection, int Attempt, Guid InvoiceId, string Number, Money Amount, string Payer, string Card, DateTimeOffset At)
{
    /// <summary>Under which the provider does it once.</summary>
    public string Key => FormattableString.Invariant($"{InvoiceId}/{Attempt}");
}

/// <summary>How far a payment is.</summary>
internal enum ChargeState
{
    /// <summary>The money was taken.</summary>
    Succeeded,

    /// <summary>It was not, and will not be by itself.</summary>
    Failed,

    /// <summary>The client's bank wants to hear it from the client.</summary>
    NeedsAction,

    /// <summary>The provider does not know yet.</summary>
    Pending,
}

/// <summary>What came of a charging.</summary>
/// <param name="Payment">What the provider calls the payment; null where there is none.</param>
/// <param name="Code">Why it failed, in the provider's words.</param>
internal sealed record ChargeOutcome(ChargeState State, string? Payment, string? Code = null);
