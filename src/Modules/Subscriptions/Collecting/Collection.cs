using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>How far the collecting of an invoice is.</summary>
internal enum CollectionState
{
    /// <summary>A card is being charged.</summary>
    UnderWay,

    /// <summary>It failed, and is tried again.</summary>
    Retrying,

    /// <summary>It failed, for the bank wants to hear it from the client; it is tried again.</summary>
    NeedsAction,

    /// <summary>It is not tried any more by itself.</summary>
    Exhausted,

    /// <summary>Somebody stopped it.</summary>
    Stopped,

    /// <summary>The invoice is paid.</summary>
    Paid,

    /// <summary>The invoice was voided or written off.</summary>
    Dropped,
}

/// <summary>How an attempt ended.</summary>
internal enum AttemptEnd
{
    /// <summary>The money was taken.</summary>
    Succeeded,

    /// <summary>It was not.</summary>
    Failed,

    /// <summary>It was not made.</summary>
    Dropped,
}

/// <summary>One time that a card was charged.</summary>
/// <param name="End">Null while that is not known.</param>
internal sealed record Attempt(AttemptBegun Begun, AttemptEnd? End = null, string? Payment = null, string? Code = null, bool NeedsAction = false)
{
    public int Number => Begun.Number;
}

/// <summary>Money of a payment that is given back.</summary>
/// <param name="Number">Counted from 1; null for what was given back at the provider.</param>
/// <param name="Reference">What Invoicing calls it; null for what was given back at the provider.</param>
/// <param name="At">When it was decided, UTC; null for what was given back at the provider.</param>
/// <param name="Refund">What the provider calls it; null while that is not known, and where it is not given back.</param>
/// <param name="Code">Why it is not given back, in the provider's words; null where it is.</param>
internal sealed record Refunding(int? Number, string? Reference, string Payment, Money Amount, DateTimeOffset? At, string? Refund = null, string? Code = null)
{
    public bool IsOpen => Refund is null && Code is null;
}

/// <summary>The collecting of one invoice: each attempt is decided here before the provider is asked, and none begins while it is not known what came of the one before.</summary>
/// <param name="InvoiceId">Of none before it began.</param>
/// <param name="Attempts">In order.</param>
/// <param name="Step">How many steps of the schedule were planned.</param>
/// <param name="NextAt">When it is tried again, UTC; null when it is not.</param>
/// <param name="Settled">Whether the invoice is known to ask for nothing any more.</param>
/// <param name="Disputes">What providers call objections of the client's.</param>
internal sealed record Collection(
    Guid InvoiceId, string Number, SubscriptionId SubscriptionId, ClientId ClientId, CollectionState State, ValueList<Attempt> Attempts, int Step, DateTimeOffset? NextAt, bool Settled, ValueList<string> Disputes) : IAggregate<Collection>
{
    public static string Alias => "subscriptions.collection";

    public static Collection Initial { get; } = new(default, "", default, default, CollectionState.UnderWay, [], 0, null, false, []);

    /// <summary>What was given back, and is to be.</summary>
    public ValueList<Refunding> Refunds { get; init; } = [];

    /// <summary>The stream of an invoice's collecting.</summary>
    public static Guid Of(Guid invoice) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"collection {invoice}")).AsSpan(0, 16), bigEndian: true);

    public bool IsBegun => InvoiceId != default;

    /// <summary>The attempt of which it is not known what came of it.</summary>
    public Attempt? Open => Attempts.FirstOrDefault(attempt => attempt.End is null);

    /// <summary>Money was taken that the invoice does not know of yet.</summary>
    public bool IsSettling => State == CollectionState.Paid && !Settled;

    /// <summary>An attempt by its number; null when there is none.</summary>
    public Attempt? Find(int number) => Attempts.FirstOrDefault(attempt => attempt.Number == number);

    /// <summary>The payment that must be withdrawn before another attempt is made: the client might still say yes to it.</summary>
    public Attempt? LeftBehind(int before) => Attempts.LastOrDefault(attempt => attempt.Number < before && attempt is { End: AttemptEnd.Failed, Payment: not null });

    /// <summary>How far it is after something more has happened.</summary>
    public static CollectionState After(CollectionState before, object happened) => happened switch
    {
        CollectionBegun or AttemptBegun => CollectionState.UnderWay,
        AttemptSucceeded => before == CollectionState.Dropped ? before : CollectionState.Paid,
        AttemptFailed e when before == CollectionState.UnderWay => e.NeedsAction ? CollectionState.NeedsAction : CollectionState.Retrying,
        RetryPlanned when before == CollectionState.UnderWay => CollectionState.Retrying,
        CollectionExhausted => CollectionState.Exhausted,
        CollectionStopped => CollectionState.Stopped,
        CollectionEnded e => e.Why == CollectionEnd.Paid ? CollectionState.Paid : CollectionState.Dropped,
        _ => before,
    };

    public Collection Apply(object happened) => Folded(happened) with { State = After(State, happened) };

    private Collection Folded(object happened) => happened switch
    {
        CollectionBegun e => this with { InvoiceId = e.InvoiceId, Number = e.Number, SubscriptionId = e.SubscriptionId, ClientId = e.ClientId },
        AttemptBegun e => this with { Attempts = [.. Attempts, new(e)], NextAt = e.Reason == AttemptReason.Schedule ? null : NextAt, Settled = false },
        AttemptSucceeded e => Ended(e.Number, attempt => attempt with { End = AttemptEnd.Succeeded, Payment = e.Payment, Code = null, NeedsAction = false }) with { NextAt = null },
        AttemptFailed e => Ended(e.Number, attempt => attempt with { End = AttemptEnd.Failed, Payment = e.Payment, Code = e.Code, NeedsAction = e.NeedsAction }),
        AttemptDropped e => Ended(e.Number, attempt => attempt with { End = AttemptEnd.Dropped }),
        RetryPlanned e => this with { Step = e.Step, NextAt = e.At },
        RetryLeftOut => this with { NextAt = null },
        CollectionExhausted or CollectionStopped => this with { NextAt = null },
        CollectionEnded => this with { NextAt = null, Settled = true },
        PaymentDisputed e => this with { Disputes = [.. Disputes, e.Dispute] },
        RefundBegun e => this with { Refunds = [.. Refunds, new(e.Number, e.Reference, e.Payment, e.Amount, e.At)] },
        RefundMade e => this with { Refunds = [.. Refunds.Select(one => one.Number == e.Number ? one with { Refund = e.Refund } : one)] },
        RefundFailed e => this with { Refunds = [.. Refunds.Select(one => one.Number == e.Number ? one with { Refund = null, Code = e.Code } : one)] },
        RefundTold e => this with { Refunds = [.. Refunds, new(null, null, e.Payment, e.Amount, null, e.Refund)] },
        _ => throw new UnknownEventException(nameof(Collection), happened),
    };

    private Collection Ended(int number, Func<Attempt, Attempt> end) => this with { Attempts = [.. Attempts.Select(attempt => attempt.Number == number ? end(attempt) : attempt)] };
}
