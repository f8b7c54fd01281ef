using System.Text.Json.Serialization;

namespace Billing.Facilities;

/// <summary>
/// Something is noted about a facility's period. What is left out stays as it is, null clears it. The record is named by its id, or by facility and period;
/// the first note starts it.
/// </summary>
/// <param name="Id">The record; or</param>
/// <param name="FacilityId">the facility and</param>
/// <param name="From">its period's first and</param>
/// <param name="Through">last day.</param>
/// <param name="Version">The version seen, as <c>If-Match</c> names it; null to save onto whatever is there.</param>
internal sealed record SaveBillingRecord(Guid? Id = null, FacilityId? FacilityId = null, DateOnly? From = null, DateOnly? Through = null, long? Version = null)
{
    /// <summary>When it was billed; cleared: as the schedule has it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> BillingDate { get; init; }

    /// <summary>Corrects the period's first day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> NewFrom { get; init; }

    /// <summary>Corrects the period's last day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> NewThrough { get; init; }

    /// <summary>The status picked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<StatusId> StatusId { get; init; }

    /// <summary>How much was billed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<EnteredMoney> Billed { get; init; }

    /// <summary>How much has been paid so far, in all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<EnteredMoney> Paid { get; init; }

    /// <summary>When it was paid.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> PaidOn { get; init; }

    /// <summary>A note.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> Note { get; init; }

    public Decision<BillingRecordEvent> Decide(BillingRecord record, RecordTerms terms)
    {
        List<BillingRecordEvent> happened = [];
        if (!record.IsStarted)
        {
            if (terms.At.Facility.State.Standing != Standing.Active || terms.At.Group.State.Standing != Standing.Active) return No.Closed;
            if (FacilityId is null || From is not { } from || Through is not { } through) return No.Unnamed;
            if (through < from) return No.EndsEarly;
            if (from.Year < 1900 || through.Year > 2999) return No.OutOfRange;
            var billingDate = terms.BillingDateOf(from, through);
            if (BillingDate.TryGet(out var on) && !terms.Date(on).Into(ref billingDate, out var refused)) return refused!;
            var started = new BillingRecordStarted(terms.At.Id, terms.At.Group.State.Currency, from, through, billingDate);
            happened.Add(started);
            record = record.Apply(started);
        }
        if (record.IsWithdrawn) return No.Withdrawn;
        return Dates(record, terms, happened) ?? Amounts(record, terms, happened) ?? Words(record, terms, happened) ?? (Decision<BillingRecordEvent>)happened;
    }

    private Refusal? Dates(BillingRecord record, RecordTerms terms, List<BillingRecordEvent> happened)
    {
        var (from, through) = (record.From, record.Through);
        if (NewFrom.TryGet(out var newFrom) && !terms.Date(newFrom).Into(ref from, out var refused)) return refused;
        if (NewThrough.TryGet(out var newThrough) && !terms.Date(newThrough).Into(ref through, out refused)) return refused;
        if (through < from) return No.EndsEarly;
        if ((from, through) != (record.From, record.Through)) happened.Add(new PeriodCorrected(from, through));

        var billingDate = BillingDate.IsCleared ? terms.BillingDateOf(from, through) : record.BillingDate;
        if (BillingDate.TryGet(out var on) && !terms.Date(on).Into(ref billingDate, out refused)) return refused;
        if (billingDate != record.BillingDate) happened.Add(new BillingDateMoved(billingDate));
        return null;
    }

    private Refusal? Amounts(BillingRecord record, RecordTerms terms, List<BillingRecordEvent> happened)
    {
        if (Billed.TryGet(out var billed))
        {
            if (!billed.In(record.Currency, terms.Mark).TryGet(out var amount, out var refused)) return refused;
            if (amount != record.Billed) happened.Add(new FacilityBilled(amount));
        }
        else if (Billed.IsCleared && record.Billed is not null) happened.Add(new BilledAmountCleared());

        if (Paid.TryGet(out var paid))
        {
            if (!paid.In(record.Currency, terms.Mark).TryGet(out var amount, out var refused)) return refused;
            if (amount != record.Paid) happened.Add(new ReceivedAmountNoted(amount));
        }
        else if (Paid.IsCleared && record.Paid is not null) happened.Add(new ReceivedAmountCleared());

        if (PaidOn.TryGet(out var on))
        {
            if (!terms.Date(on).TryGet(out var day, out var refused)) return refused;
            if (day != record.PaidOn) happened.Add(new ReceiptDated(day));
        }
        else if (PaidOn.IsCleared && record.PaidOn is not null) happened.Add(new ReceiptDateCleared());
        return null;
    }

    private Refusal? Words(BillingRecord record, RecordTerms terms, List<BillingRecordEvent> happened)
    {
        if (StatusId.TryGet(out var status))
        {
            if (status != record.StatusId && terms.At.Statuses.Find(status) is null) return No.UnknownStatus(terms.At.Statuses);
            if (status != record.StatusId) happened.Add(new StatusPicked(status));
        }
        else if (StatusId.IsCleared && record.StatusId is not null) happened.Add(new StatusCleared());

        if (Note.TryGet(out var text))
        {
            if (!PlainText.Note(text).TryGet(out var note, out var refused)) return refused;
            if (note != (record.Note ?? "")) happened.Add(note.Length == 0 ? new NoteCleared() : new NoteWritten(note));
        }
        else if (Note.IsCleared && record.Note is not null) happened.Add(new NoteCleared());
        return null;
    }

    internal static class No
    {
        public static readonly Refusal Closed = new("facility-archived", "This facility or its group is archived. Restore it first.");
        public static readonly Refusal Unnamed = new("record-not-named", "Name the record by its id, or by facilityId, from and through.");
        public static readonly Refusal EndsEarly = new("ends-before-it-begins", "The period ends before it begins. Check from and through.");
        public static readonly Refusal OutOfRange = new("period-out-of-range", "A period lies in the years 1900 to 2999.");
        public static readonly Refusal Withdrawn = new("record-withdrawn", "This record was withdrawn. Restore it first.");
        public static readonly Refusal UnknownFacility = new("unknown-facility", "There is no such facility. Choose one of yours.");
        public static readonly Refusal AnotherFacility = new("record-of-another-facility", "This record belongs to another facility than the one named. Leave facilityId out, or name the record's own.");
        public static Refusal UnknownStatus(StatusSet set) => new Refusal("unknown-status", $"The group's statuses are {string.Join(", ", set.Statuses.Select(s => s.Name))}.").With("statuses", set.Statuses.Select(s => s.Name).ToArray());
    }
}

/// <summary>What a record's decision depends on besides the record.</summary>
/// <param name="At">The facility, its group and its statuses.</param>
/// <param name="Mark">How amounts are typed.</param>
/// <param name="Order">How dates are typed.</param>
internal sealed record RecordTerms(Placed At, DecimalMark Mark, DateOrder Order)
{
    /// <summary>Reads a typed date.</summary>
    public Result<DateOnly> Date(string text) => DateText.Read(text, Order);

    /// <summary>When the schedule bills that period; a period that is none of its cycles is billed the day after it (arrears) or on its first day.</summary>
    public DateOnly BillingDateOf(DateOnly from, DateOnly through)
    {
        var group = At.Group.State;
        foreach (var cycle in group.Schedule.Beginning(new Period(from, from), from, group.CustomDates))
            if (cycle.Through == through) return cycle.BillingDate;
        return group.Schedule.Rule == PeriodRule.Arrears && through < DateOnly.MaxValue ? through.AddDays(1) : from;
    }
}

internal static class Reading
{
    /// <summary>Puts a read value in its place, or says why there is none.</summary>
    public static bool Into<T>(this Result<T> read, ref T place, out Refusal? refused) where T : notnull
    {
        if (!read.TryGet(out var value, out refused)) return false;
        place = value;
        return true;
    }
}
