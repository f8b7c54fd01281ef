using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A mail as an invoice's page finds it; what it says, and to whom, stands in its stream alone.</summary>
internal sealed record SendingRow(Guid Id, Guid InvoiceId, DateTimeOffset AskedAt, string AskedBy, DateTimeOffset? Due, string State, DateTimeOffset? EndedAt, long Version);

internal sealed class SendingRows : Projection<SendingRow>
{
    public SendingRows() : base("invoicing.sendings", new RowTable<SendingRow>("invoicing_sendings"), Lifecycle.Inline, inlineStream: Sending.Alias)
    {
        CoversAll<SendingEvent>();
        Uses<SendingAsked>((_, e, at) => new SendingRow(at.StreamId, e.InvoiceId.Value, at.At, at.Recorded.Actor.Name, e.Due, Words.Of(SendingState.UnderWay), null, at.Version));
        Uses<SendingReworded>((row, _, at) => row! with { Version = at.Version });
        Uses<SendingWithdrawn>((row, _, at) => Ended(row!, SendingState.Withdrawn, at));
        Uses<InvoiceSent>((row, _, at) => Ended(row!, SendingState.Sent, at));
        Uses<SendingFailed>((row, _, at) => Ended(row!, SendingState.Failed, at));
    }

    private static SendingRow Ended(SendingRow row, SendingState state, StoredEvent at) => row with { State = Words.Of(state), EndedAt = at.At, Version = at.Version };
}
