using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that happened to a billing record.</summary>
internal abstract record BillingRecordEvent;

/// <summary>Somebody noted something about a facility's period for the first time.</summary>
/// <param name="FacilityId">Where.</param>
/// <param name="Currency">The group's at that moment; the record keeps it.</param>
/// <param name="From">First day billed for.</param>
/// <param name="Through">Last day billed for, included.</param>
/// <param name="BillingDate">As the schedule had it.</param>
[Event("facilities.billing_record_started"), Announced]
internal sealed record BillingRecordStarted(FacilityId FacilityId, Currency Currency, DateOnly From, DateOnly Through, DateOnly BillingDate) : BillingRecordEvent;

/// <summary>The bill was, or will be, written on another day than the record said.</summary>
/// <param name="BillingDate">The day of the bill.</param>
[Event("facilities.billing_date_moved"), Announced]
internal sealed record BillingDateMoved(DateOnly BillingDate) : BillingRecordEvent;

/// <summary>The bill is for other days than the record said.</summary>
/// <param name="From">First day billed for.</param>
/// <param name="Through">Last day billed for, included.</param>
[Event("facilities.period_corrected")]
internal sealed record PeriodCorrected(DateOnly From, DateOnly Through) : BillingRecordEvent;

/// <summary>How much the facility is billed for the period, in all; a later one replaces it.</summary>
/// <param name="Amount">In the record's currency.</param>
[Event("facilities.facility_billed"), Announced]
internal sealed record FacilityBilled(Money Amount) : BillingRecordEvent;

/// <summary>No billed amount is known for the period any more.</summary>
[Event("facilities.billed_amount_cleared")]
internal sealed record BilledAmountCleared : BillingRecordEvent;

/// <summary>How much has been received for the period so far, in all; a later one replaces it.</summary>
/// <param name="Amount">In the record's currency.</param>
[Event("facilities.received_amount_noted"), Announced]
internal sealed record ReceivedAmountNoted(Money Amount) : BillingRecordEvent;

/// <summary>No received amount is known for the period any more.</summary>
[Event("facilities.received_amount_cleared")]
internal sealed record ReceivedAmountCleared : BillingRecordEvent;

/// <summary>On which day the money came in.</summary>
/// <param name="ReceivedOn">That day.</param>
[Event("facilities.receipt_dated"), Announced]
internal sealed record ReceiptDated(DateOnly ReceivedOn) : BillingRecordEvent;

/// <summary>The day on which money came in is not known any more.</summary>
[Event("facilities.receipt_date_cleared")]
internal sealed record ReceiptDateCleared : BillingRecordEvent;

/// <summary>A person says how far the record is; money neither makes nor changes it.</summary>
/// <param name="StatusId">One of the group's statuses.</param>
[Event("facilities.status_picked"), Announced]
internal sealed record StatusPicked(StatusId StatusId) : BillingRecordEvent;

/// <summary>The record has no status any more.</summary>
[Event("facilities.status_cleared")]
internal sealed record StatusCleared : BillingRecordEvent;

/// <summary>Something worth remembering about the record; replaces the note before.</summary>
/// <param name="Text">The whole note.</param>
[Event("facilities.note_written")]
internal sealed record NoteWritten(string Text) : BillingRecordEvent;

/// <summary>The record has no note any more.</summary>
[Event("facilities.note_cleared")]
internal sealed record NoteCleared : BillingRecordEvent;

/// <summary>The record is out of the grid and of every total; its history stays and it can be restored.</summary>
[Event("facilities.billing_record_withdrawn")]
internal sealed record BillingRecordWithdrawn : BillingRecordEvent;

/// <summary>The record counts again.</summary>
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
