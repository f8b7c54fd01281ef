using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that happened to a billing record.</summary>
internal abstract record BillingRecordEvent;

/// <summary>Somebody noted something about a facility's period for the first time.</summary>
[Event("facilities.billing_record_started")]
internal sealed record BillingRecordStarted(FacilityId FacilityId, Currency Currency, DateOnly From, DateOnly Through, DateOnly BillingDate) : BillingRecordEvent;

[Event("facilities.billing_date_moved")]
internal sealed record BillingDateMoved(DateOnly BillingDate) : BillingRecordEvent;

[Event("facilities.period_corrected")]
internal sealed record PeriodCorrected(DateOnly From, DateOnly Through) : BillingRecordEvent;

[Event("facilities.facility_billed")]
internal sealed record FacilityBilled(Money Amount) : BillingRecordEvent;

[Event("facilities.billed_amount_cleared")]
internal sealed record BilledAmountCleared : BillingRecordEvent;

/// <summary>How much has been received for the period so far, in all.</summary>
[Event("facilities.received_amount_noted")]
internal sealed record ReceivedAmountNoted(Money Amount) : BillingRecordEvent;

[Event("facilities.received_amount_cleared")]
internal sealed record ReceivedAmountCleared : BillingRecordEvent;

[Event("facilities.receipt_dated")]
internal sealed record ReceiptDated(DateOnly ReceivedOn) : BillingRecordEvent;

[Event("facilities.receipt_date_cleared")]
internal sealed record ReceiptDateCleared : BillingRecordEvent;

[Event("facilities.status_picked")]
internal sealed record StatusPicked(StatusId StatusId) : BillingRecordEvent;

[Event("facilities.status_cleared")]
internal sealed record StatusCleared : BillingRecordEvent;

[Event("facilities.note_written")]
internal sealed record NoteWritten(string Text) : BillingRecordEvent;

[Event("facilities.note_cleared")]
internal sealed record NoteCleared : BillingRecordEvent;

[Event("facilities.billing_record_withdrawn")]
internal sealed record BillingRecordWithdrawn : BillingRecordEvent;

[Event("facilities.billing_record_restored")]
internal sealed record BillingRecordRestored : BillingRecordEvent;

/// <summary>What was billed and paid of one facility for one absolute period. It never moves as time passes.</summary>
internal sealed record BillingRecord(
    FacilityId FacilityId, Currency Currency, DateOnly From, DateOnly Through, DateOnly BillingDate,
    Money? Billed, Money? Paid, DateOnly? PaidOn, StatusId? StatusId, string? Note, bool IsWithdrawn) : IAggregate<BillingRecord>
{
    public static string Alias => "facilities.billing_record";

    public static BillingRecord Initial { get; } = new(default, default, default, default, default, null, null, null, null, null, false);

    /// <summary>Whether anything has been noted yet.</summary>
    public bool IsStarted => FacilityId != default;

    public BillingRecord Apply(object happened) => happened switch
    {
        BillingRecordStarted e => this with { FacilityId = e.FacilityId, Currency = e.Currency, From = e.From, Through = e.Through, BillingDate = e.BillingDate },
        BillingDateMoved e => this with { BillingDate = e.BillingDate },
        PeriodCorrected e => this with { From = e.From, Through = e.Through },
        FacilityBilled e => this with { Billed = e.Amount },
        BilledAmountCleared => this with { Billed = null },
        ReceivedAmountNoted e => this with { Paid = e.Amount },
        ReceivedAmountCleared => this with { Paid = null },
        ReceiptDated e => this with { PaidOn = e.ReceivedOn },
        ReceiptDateCleared => this with { PaidOn = null },
        StatusPicked e => this with { StatusId = e.StatusId },
        StatusCleared => this with { StatusId = null },
        NoteWritten e => this with { Note = e.Text },
        NoteCleared => this with { Note = null },
        BillingRecordWithdrawn => this with { IsWithdrawn = true },
        BillingRecordRestored => this with { IsWithdrawn = false },
        _ => throw new UnknownEventException(nameof(BillingRecord), happened),
    };
}
