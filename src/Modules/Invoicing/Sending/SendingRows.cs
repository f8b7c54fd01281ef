using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A mail as the page of its invoice or quote finds it; what it says, and to whom, stands in its stream alone.</summary>
internal sealed record SendingRow(Guid Id, Guid? InvoiceId, Guid? QuoteId, DateTimeOffset AskedAt, string AskedBy, DateTimeOffset? Due, string State, DateTimeOffset? EndedAt, long Version, int Repeats);

internal sealed class SendingRows : Projection<SendingRow>
{
    public SendingRows() : base("invoicing.sendings", new RowTable<SendingRow>("invoicing_sendings"), Lifecycle.Inline, inlineStream: Sending.Alias)
    {
        CoversAll<SendingEvent>();
        Uses<SendingAsked>((_, e, at) => Asked(at, e.InvoiceId.Value, null, e.Due));
        Uses<QuoteSendingAsked>((_, e, at) => Asked(at, null, e.QuoteId.Value, e.Due));
        Uses<SendingReworded>((row, _, at) => row! with { Version = at.Version });
        Uses<SendingRepeated>((row, _, at) => row! with { State = Words.Of(SendingState.UnderWay), EndedAt = null, Repeats = row.Repeats + 1, Version = at.Version });
        Uses<SendingWithdrawn>((row, _, at) => Ended(row!, SendingState.Withdrawn, at));
        Uses<InvoiceSent>((row, _, at) => Ended(row!, SendingState.Sent, at));
        Uses<QuoteSent>((row, _, at) => Ended(row!, SendingState.Sent, at));
        Uses<SendingBounced>((row, _, at) => Ended(row!, SendingState.Bounced, at));
        Uses<SendingFailed>((row, _, at) => Ended(row!, SendingState.Failed, at));
    }

    private static SendingRow Asked(StoredEvent at, Guid? invoice, Guid? quote, DateTimeOffset? due) => new(at.StreamId, invoice, quote, at.At, at.Recorded.Actor.Name, due, Words.Of(SendingState.UnderWay), null, at.Version, 0);

    private static SendingRow Ended(SendingRow row, SendingState state, StoredEvent at) => row with { State = Words.Of(state), EndedAt = at.At, Version = at.Version };
}
