using Billing.Invoicing.Contracts;

namespace Billing.Subscriptions;

/// <summary>What the collecting of an invoice is decided on besides itself.</summary>
/// <param name="Invoice">As it stands now.</param>
/// <param name="Subscription">What it is for.</param>
/// <param name="Zone">The subscription's.</param>
/// <param name="Card">The client's that is charged; null where there is none.</param>
/// <param name="Plan">What is done about failures.</param>
/// <param name="At">Now, UTC.</param>
internal sealed record CollectionGround(AskedInvoice Invoice, SubscriptionId Subscription, TimeZoneInfo Zone, KeptCard? Card, DunningPlan Plan, DateTimeOffset At)
{
    /// <summary>Whether the money that was taken last is known to the invoice, be it that it asks for more.</summary>
    public bool Knows(Collection collection) => collection.Attempts.LastOrDefault(attempt => attempt.End == AttemptEnd.Succeeded) is { Payment: { } payment } && Invoice.Payments.Contains(payment);

    /// <summary>Whether the invoice still asks for money.</summary>
    public bool Asks => Invoice is { State: AskedState.Issued, Outstanding.IsPositive: true };

    /// <summary>Why the invoice asks for nothing; null when it asks.</summary>
    public CollectionEnd? End => Invoice.State switch
    {
        AskedState.Voided => CollectionEnd.Voided,
        AskedState.Draft => null,
        _ when !Invoice.Outstanding.IsPositive => CollectionEnd.Paid,
        AskedState.GivenUp => CollectionEnd.GivenUp,
        _ => null,
    };
}

/// <summary>Decides when which card is charged. Pure: handlers, pages and tests call the same functions.</summary>
internal static class Collecting
{
    /// <summary>The invoice has moved: it is collected where there is a card, and not any more where it asks for nothing.</summary>
    public static Decision<CollectionEvent> Follow(Collection collection, CollectionGround ground)
    {
        if (!collection.IsBegun)
        {
            if (!ground.Asks || ground.Card is null) return Decision.Nothing;
            return new List<CollectionEvent> { Begun(ground), Begin(collection, ground, ground.Card, AttemptReason.Issued) };
        }
        if (ground.End is not { } end || (collection.Settled && Collection.After(collection.State, new CollectionEnded(end)) == collection.State)) return Decision.Nothing;
        return new CollectionEnded(end);
    }

    /// <summary>The client has a card by now, and nobody began to collect the invoice when it was issued.</summary>
    public static Decision<CollectionEvent> BeginLate(Collection collection, CollectionGround ground) => collection.IsBegun || ground is not { Asks: true, Card: { } card } ? Decision.Nothing
        : new List<CollectionEvent> { Begun(ground), Begin(collection, ground, card, AttemptReason.NewCard) };

    /// <summary>The time for a retry has come.</summary>
    public static Decision<CollectionEvent> Retry(Collection collection, CollectionGround ground)
    {
        if (!(collection.NextAt <= ground.At) || collection.Open is not null) return Decision.Nothing;
        if (!ground.Asks) return Follow(collection, ground);
        if (ground.Card is { } card) return Begin(collection, ground, card, AttemptReason.Schedule);
        var left = new RetryLeftOut(collection.Step);
        return new List<CollectionEvent> { left, Plan(collection.Apply(left), ground) };
    }

    /// <summary>Another card is there: what failed is tried with it at once. Word of a card may come after that card itself has failed: then it is none.</summary>
    public static Decision<CollectionEvent> TryNewCard(Collection collection, CollectionGround ground) =>
        ground is { Asks: true, Card: { } card } && collection is { IsBegun: true, Open: null, State: CollectionState.UnderWay or CollectionState.Retrying or CollectionState.NeedsAction or CollectionState.Exhausted } && collection.Attempts.LastOrDefault(attempt => attempt.End == AttemptEnd.Failed)?.Begun.Card != card.Card.Reference
            ? Begin(collection, ground, card, AttemptReason.NewCard) : Decision.Nothing;

    /// <summary>Somebody wants it tried now. While it is not known what came of the last attempt, there is no other.</summary>
    public static Decision<CollectionEvent> TryNow(Collection collection, CollectionGround ground)
    {
        if (collection.Open is not null) return Decision.Nothing;
        if (!ground.Asks || (collection.IsSettling && !ground.Knows(collection))) return No.NothingOutstanding;
        return ground.Card is { } card ? Begin(collection, ground, card, AttemptReason.ByHand) : CardNo.None;
    }

    /// <summary>Nobody is charged any more for this invoice.</summary>
    public static Decision<CollectionEvent> Stop(Collection collection) => collection.State is CollectionState.Stopped or CollectionState.Paid or CollectionState.Dropped ? Decision.Nothing : new CollectionStopped();

    /// <summary>Takes what is known of an attempt. Told twice, or in another order, it ends alike: a success stands, a failure becomes a success where the client's bank agreed later.</summary>
    /// <param name="today">Where the organisation is.</param>
    public static Decision<CollectionEvent> Learn(Collection collection, int number, ChargeOutcome outcome, CollectionGround ground, DateOnly today)
    {
        if (collection.Find(number) is not { } attempt || attempt.End == AttemptEnd.Succeeded) return Decision.Nothing;
        if (outcome.State == ChargeState.Succeeded) return new AttemptSucceeded(number, outcome.Payment!, today);
        if (outcome.State == ChargeState.Pending || attempt.End is not null) return Decision.Nothing;
        var failed = new AttemptFailed(number, outcome.Payment, outcome.Code ?? "declined", outcome.State == ChargeState.NeedsAction);
        var after = collection.Apply(failed);
        if (after.State is not (CollectionState.Retrying or CollectionState.NeedsAction)) return failed;
        if (ground is { Asks: true, Card: { } card } && card.Card.Reference != attempt.Begun.Card) return new List<CollectionEvent> { failed, Begin(after, ground, card, AttemptReason.NewCard) };
        if (after.NextAt is not null) return failed;
        return new List<CollectionEvent> { failed, Plan(after, ground) };
    }

    /// <summary>The provider knows of no such attempt, and the invoice asks for something else by now: it is not made. For what it asks for now, another one is, where there is a card; else it waits for its next step.</summary>
    public static Decision<CollectionEvent> Drop(Collection collection, int number, CollectionGround ground)
    {
        if (collection.Find(number) is not { End: null }) return Decision.Nothing;
        List<CollectionEvent> happened = [new AttemptDropped(number)];
        var after = collection.Apply(happened[0]);
        if (after.State == CollectionState.UnderWay && ground.Asks)
            happened.Add(ground.Card is { } card ? Begin(after, ground, card, AttemptReason.OtherAmount) : after.NextAt is { } next ? new RetryPlanned(after.Step, next) : Plan(after, ground));
        return happened;
    }

    /// <summary>The client objects to a payment.</summary>
    public static Decision<CollectionEvent> Dispute(Collection collection, string dispute, string payment) =>
        collection.Disputes.Contains(dispute) || collection.Attempts.All(attempt => attempt.Payment != payment) ? Decision.Nothing : new PaymentDisputed(dispute, payment);

    private static CollectionBegun Begun(CollectionGround ground) => new(ground.Invoice.Id, ground.Invoice.Number!, ground.Subscription, new ClientId(ground.Invoice.ClientId));

    private static AttemptBegun Begin(Collection collection, CollectionGround ground, KeptCard card, AttemptReason reason) =>
        new(collection.Attempts.Count + 1, reason, ground.Invoice.Outstanding, card.Provider, card.Card.Payer, card.Card.Reference, card.Card.LastFour, ground.At);

    private static CollectionEvent Plan(Collection collection, CollectionGround ground)
    {
        var step = collection.Step + 1;
        return step <= ground.Plan.RetryDays.Count ? new RetryPlanned(step, ground.Plan.TimeOf(step, ground.At, ground.Zone)) : new CollectionExhausted(ground.Plan.Then);
    }

    private static class No
    {
        public static readonly Refusal NothingOutstanding = new("nothing-to-collect", "This invoice asks for nothing any more, or its payment is on its way.");
    }
}
