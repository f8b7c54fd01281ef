using System.Text.Json;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>The collecting of an invoice as it is found.</summary>
/// <param name="Amount">What was asked of the card last.</param>
/// <param name="State">As <see cref="CollectionState"/>.</param>
/// <param name="Attempts">How often a card was charged.</param>
/// <param name="Code">Why the last one failed, in the provider's words.</param>
/// <param name="NextAt">When it is tried again, UTC; null when it is not.</param>
/// <param name="LastAt">When a card was charged last, UTC.</param>
internal sealed record CollectionRow(
    Guid Id, Guid InvoiceId, string Number, Guid SubscriptionId, Guid ClientId, string Currency, decimal Amount, string State, int Attempts, string? Code, DateTimeOffset? NextAt, DateTimeOffset BegunAt, DateTimeOffset LastAt, bool Disputed, long Version);

internal sealed class CollectionRows : Projection<CollectionRow>
{
    public CollectionRows() : base("subscriptions.collections", new RowTable<CollectionRow>("subscriptions_collections"), Lifecycle.Inline, inlineStream: Collection.Alias)
    {
        CoversAll<CollectionEvent>();
        Uses<CollectionBegun>((_, e, at) => new CollectionRow(at.StreamId, e.InvoiceId, e.Number, e.SubscriptionId.Value, e.ClientId.Value, "", 0, Text(CollectionState.UnderWay), 0, null, null, at.At, at.At, false, at.Version));
        Uses<AttemptBegun>((row, e, at) => Now(row! with { Currency = e.Amount.Currency.Code, Amount = e.Amount.Amount, Attempts = e.Number, LastAt = e.At, NextAt = e.Reason == AttemptReason.Schedule ? null : row.NextAt }, e, at));
        Uses<AttemptSucceeded>((row, e, at) => Now(row! with { Code = null, NextAt = null }, e, at));
        Uses<AttemptFailed>((row, e, at) => Now(row! with { Code = e.Code }, e, at));
        Uses<AttemptDropped>((row, e, at) => Now(row!, e, at));
        Uses<RetryPlanned>((row, e, at) => Now(row! with { NextAt = e.At }, e, at));
        Uses<RetryLeftOut>((row, e, at) => Now(row! with { NextAt = null }, e, at));
        Uses<CollectionExhausted>((row, e, at) => Now(row! with { NextAt = null }, e, at));
        Uses<CollectionStopped>((row, e, at) => Now(row! with { NextAt = null }, e, at));
        Uses<CollectionEnded>((row, e, at) => Now(row! with { NextAt = null }, e, at));
        Uses<PaymentDisputed>((row, e, at) => Now(row! with { Disputed = true }, e, at));
        Uses<RefundBegun>((row, e, at) => Now(row!, e, at));
        Uses<RefundMade>((row, e, at) => Now(row!, e, at));
        Uses<RefundFailed>((row, e, at) => Now(row!, e, at));
        Uses<RefundTold>((row, e, at) => Now(row!, e, at));
    }

    /// <summary>A state as rows have it.</summary>
    public static string Text(CollectionState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static CollectionState Read(string state) => Enum.Parse<CollectionState>(state, ignoreCase: true);

    private static CollectionRow Now(CollectionRow row, CollectionEvent happened, StoredEvent at) => row with { State = Text(Collection.After(Read(row.State), happened)), Version = at.Version };
}
