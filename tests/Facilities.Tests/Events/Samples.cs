using static Billing.Facilities.Tests.Some;

namespace Billing.Facilities.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    private static readonly Dictionary<Type, object> All = new object[]
    {
        new StatusSetDefined("Default", true), new StatusSetRenamed("Ours"), new StatusAdded(Paid, "Paid", "#22C55E", true), new StatusRenamed(Billed, "Sent", false), new StatusRecoloured(Billed, "#FDE047"),
        new StatusDropped(Billed, Paid), new StatusesOrdered([]), new StatusSetRetired(),
        new FacilityGroupOpened("Alabama", Usd), new FacilityGroupRenamed("Georgia"), new ScheduleAgreed(Monthly(15)), new CustomDatesListed(Dates("2025-11-01")), new StatusSetChosen(Statuses), new PaymentTermsAgreed(30),
        new GroupCurrencyChosen(Eur), new ClientLinked(Client), new ClientUnlinked(), new FacilityGroupArchived(), new FacilityGroupWithdrawn(), new FacilityGroupRestored(),
        new FacilityOpened("Meadow Health", Alabama), new FacilityRenamed("Meadow"), new FacilityMoved(Georgia), new FacilityArchived(), new FacilityWithdrawn(), new FacilityRestored(),
        new BillingRecordStarted(Meadow, Usd, Day("2025-10-01"), Day("2025-10-31"), Day("2025-11-01")), new BillingDateMoved(Day("2025-11-02")), new PeriodCorrected(Day("2025-10-02"), Day("2025-10-31")), new FacilityBilled(Dollars(4250)),
        new BilledAmountCleared(), new ReceivedAmountNoted(Dollars(4000)), new ReceivedAmountCleared(), new ReceiptDated(Day("2025-11-13")), new ReceiptDateCleared(), new StatusPicked(Paid), new StatusCleared(),
        new NoteWritten("sent twice"), new NoteCleared(), new BillingRecordWithdrawn(), new BillingRecordRestored(),
        new MonthEndLinked("https://tracker.example.test/"), new MonthEndUnlinked(), new WeekStartChosen(DayOfWeek.Sunday), new DateFormatChosen("dd.MM.yyyy"), new DefaultCurrencyChosen(Eur),
        new ImportTaken("tracker.csv", 876, 1, 6), new ImportUndone(870, 6),
    }.ToDictionary(sample => sample.GetType());

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");
}
