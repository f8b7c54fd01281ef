using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>A billing record as the grid lists it.</summary>
internal sealed record BillingRecordRow(
    Guid Id, Guid FacilityId, string Currency, DateOnly BillingDate, DateOnly PeriodFrom, DateOnly PeriodThrough, Guid? StatusId,
    decimal? Billed, decimal? Paid, DateOnly? PaidOn, string? Note, bool Withdrawn, Guid? ImportId, long Version, DateTimeOffset EditedAt, string EditedBy);

internal sealed class BillingRecordRows : Projection<BillingRecordRow>
{
    public BillingRecordRows() : base("facilities.billing_records", new RowTable<BillingRecordRow>("facilities_billing_records"), Lifecycle.Inline, inlineStream: BillingRecord.Alias)
    {
        CoversAll<BillingRecordEvent>();
        Uses<BillingRecordStarted>((_, e, at) => new BillingRecordRow(
            at.StreamId, e.FacilityId.Value, e.Currency.Code, e.BillingDate, e.From, e.Through, null, null, null, null, null, false, Imports.IdIn(at), at.Version, at.At, at.Recorded.Actor.Name));
        Uses<BillingDateMoved>((row, e, at) => Edited(row! with { BillingDate = e.BillingDate }, at));
        Uses<PeriodCorrected>((row, e, at) => Edited(row! with { PeriodFrom = e.From, PeriodThrough = e.Through }, at));
        Uses<FacilityBilled>((row, e, at) => Edited(row! with { Billed = e.Amount.Amount }, at));
        Uses<BilledAmountCleared>((row, _, at) => Edited(row! with { Billed = null }, at));
        Uses<ReceivedAmountNoted>((row, e, at) => Edited(row! with { Paid = e.Amount.Amount }, at));
        Uses<ReceivedAmountCleared>((row, _, at) => Edited(row! with { Paid = null }, at));
        Uses<ReceiptDated>((row, e, at) => Edited(row! with { PaidOn = e.ReceivedOn }, at));
        Uses<ReceiptDateCleared>((row, _, at) => Edited(row! with { PaidOn = null }, at));
        Uses<StatusPicked>((row, e, at) => Edited(row! with { StatusId = e.StatusId.Value }, at));
        Uses<StatusCleared>((row, _, at) => Edited(row! with { StatusId = null }, at));
        Uses<NoteWritten>((row, e, at) => Edited(row! with { Note = e.Text }, at));
        Uses<NoteCleared>((row, _, at) => Edited(row! with { Note = null }, at));
        Uses<BillingRecordWithdrawn>((row, _, at) => Edited(row! with { Withdrawn = true }, at));
        Uses<BillingRecordRestored>((row, _, at) => Edited(row! with { Withdrawn = false }, at));
    }

    private static BillingRecordRow Edited(BillingRecordRow row, StoredEvent at) =>
        row with { Version = at.Version, EditedAt = at.At, EditedBy = at.Recorded.Actor.Name, ImportId = Imports.IdIn(at) ?? row.ImportId };
}
