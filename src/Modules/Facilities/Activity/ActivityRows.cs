using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>One thing that happened, as the activity feed lists it.</summary>
internal sealed record ActivityRow(Guid Id, long Sequence, DateTimeOffset At, string ActorKind, string ActorId, string ActorName, string Type, Guid StreamId, [Jsonb] IReadOnlyDictionary<string, string> Facts);

/// <summary>Everything that happened in Facilities, one row an event. Async: nobody waits for it.</summary>
internal sealed class ActivityRows : Projection<ActivityRow>
{
    public ActivityRows() : base("facilities.activity", new RowTable<ActivityRow>("facilities_activity"), Lifecycle.Async)
    {
        CoversAll<StatusSetEvent>();
        CoversAll<FacilityGroupEvent>();
        CoversAll<FacilityEvent>();
        CoversAll<BillingRecordEvent>();
        CoversAll<ImportEvent>();
        CoversAll<FacilitySettingsEvent>();

        Lists<StatusSetDefined>(e => [("name", e.Name)]);
        Lists<StatusSetRenamed>(e => [("name", e.Name)]);
        Lists<StatusAdded>(e => [("name", e.Name)]);
        Lists<StatusRenamed>(e => [("name", e.Name)]);
        Lists<StatusRecoloured>(e => [("color", e.Color)]);
        Lists<StatusDropped>();
        Lists<StatusesOrdered>();
        Lists<StatusSetRetired>();

        Lists<FacilityGroupOpened>(e => [("name", e.Name)]);
        Lists<FacilityGroupRenamed>(e => [("name", e.Name)]);
        Lists<ScheduleAgreed>(e => [("schedule", e.Schedule.Words)]);
        Lists<CustomDatesListed>(e => [("dates", e.Dates.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        Lists<StatusSetChosen>();
        Lists<PaymentTermsAgreed>(e => [("days", e.Days.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        Lists<GroupCurrencyChosen>(e => [("currency", e.Currency.Code)]);
        Lists<ClientLinked>();
        Lists<ClientUnlinked>();
        Lists<FacilityGroupArchived>();
        Lists<FacilityGroupWithdrawn>();
        Lists<FacilityGroupRestored>();

        Lists<FacilityOpened>(e => [("name", e.Name)]);
        Lists<FacilityRenamed>(e => [("name", e.Name)]);
        Lists<FacilityMoved>();
        Lists<FacilityArchived>();
        Lists<FacilityWithdrawn>();
        Lists<FacilityRestored>();

        Lists<BillingRecordStarted>(e => [("facilityId", e.FacilityId.ToString()), ("from", DateText.Write(e.From)), ("through", DateText.Write(e.Through))]);
        Lists<BillingDateMoved>(e => [("billingDate", DateText.Write(e.BillingDate))]);
        Lists<PeriodCorrected>(e => [("from", DateText.Write(e.From)), ("through", DateText.Write(e.Through))]);
        Lists<FacilityBilled>(e => [("amount", e.Amount.ToString())]);
        Lists<BilledAmountCleared>();
        Lists<ReceivedAmountNoted>(e => [("amount", e.Amount.ToString())]);
        Lists<ReceivedAmountCleared>();
        Lists<ReceiptDated>(e => [("receivedOn", DateText.Write(e.ReceivedOn))]);
        Lists<ReceiptDateCleared>();
        Lists<StatusPicked>(e => [("statusId", e.StatusId.ToString())]);
        Lists<StatusCleared>();
        Lists<NoteWritten>(e => [("note", e.Text)]);
        Lists<NoteCleared>();
        Lists<BillingRecordWithdrawn>();
        Lists<BillingRecordRestored>();

        Lists<ImportCellCorrected>(e => [("line", e.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("column", e.Column)]);
        Lists<ImportTaken>(e => [("fileName", e.FileName), ("accepted", e.Accepted.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        Lists<ImportUndone>(e => [("undone", e.Undone.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

        Lists<MonthEndLinked>(e => [("url", e.Url)]);
        Lists<MonthEndUnlinked>();
        Lists<WeekStartChosen>();
        Lists<DateFormatChosen>(e => [("format", e.Format)]);
        Lists<DefaultCurrencyChosen>(e => [("currency", e.Currency.Code)]);
    }

    private void Lists<TEvent>(Func<TEvent, (string Name, string Value)[]>? facts = null) where TEvent : class => Uses<TEvent>(
        static (_, at) => at.Id,
        (_, e, at) => new ActivityRow(at.Id, at.Sequence, at.At, at.Recorded.Actor.Kind, at.Recorded.Actor.Id, at.Recorded.Actor.Name, at.Alias, at.StreamId, facts?.Invoke(e).ToDictionary(f => f.Name, f => f.Value) ?? new Dictionary<string, string>()));
}
