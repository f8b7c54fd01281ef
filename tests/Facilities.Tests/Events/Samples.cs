using System.Reflection;
using Billing.EventStore;
using static Billing.Facilities.Tests.Some;

namespace Billing.Facilities.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["BillingRecordEvent", "FacilityEvent", "FacilityGroupEvent", "FacilitySettingsEvent", "ImportEvent", "StatusSetEvent"];

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new StatusSetDefined("Default", true), new StatusSetRenamed("Ours"), new StatusAdded(Paid, "Paid", "#22C55E", true), new StatusRenamed(Billed, "Sent", false), new StatusRecoloured(Billed, "#FDE047"),
        new StatusDropped(Billed, Paid), new StatusesOrdered([]), new StatusSetRetired(),
        new FacilityGroupOpened("Alabama", Usd), new FacilityGroupRenamed("Georgia"), new ScheduleAgreed(Monthly(15)), new CustomDatesListed(Dates("2025-11-01")), new StatusSetChosen(Statuses), new PaymentTermsAgreed(30),
        new GroupCurrencyChosen(Eur), new ClientLinked(Client), new ClientUnlinked(), new FacilityGroupArchived(), new FacilityGroupWithdrawn(), new FacilityGroupRestored(),
        new FacilityOpened("Meadow Health", Alabama), new FacilityRenamed("Meadow"), new FacilityMoved(Georgia), new FacilityArchived(), new FacilityWithdrawn(), new FacilityRestored(),
        new BillingRecordStarted(Meadow, Usd, Day("2025-10-01"), Day("2025-10-31"), Day("2025-11-01")), new BillingDateMoved(Day("2025-11-02")), new PeriodCorrected(Day("2025-10-02"), Day("2025-10-31")), new FacilityBilled(Dollars(4250)),
        new BilledAmountCleared(), new ReceivedAmountNoted(Dollars(4000)), new ReceivedAmountCleared(), new ReceiptDated(Day("2025-11-13")), new ReceiptDateCleared(), new StatusPicked(Paid), new StatusCleared(),
        new NoteWritten("\"Zürich\" & <Söhne>\nsent twice"), new NoteCleared(), new BillingRecordWithdrawn(), new BillingRecordRestored(),
        new MonthEndLinked("https://tracker.example.test/"), new MonthEndUnlinked(), new WeekStartChosen(DayOfWeek.Sunday), new DateFormatChosen("dd.MM.yyyy"), new DefaultCurrencyChosen(Eur),
        new ImportCellCorrected(182, "Billed", "n/a", "100.00"), new ImportTaken("tracker.csv", 876, 1, 6), new ImportUndone(870, 6),
    }.ToDictionary(sample => sample.GetType());

    private static readonly (string Variant, object Sample)[] Shapes =
    [
        ("weekly", Agreed(Frequency.Weekly, PeriodRule.Current, terms => terms with { DayOfWeek = DayOfWeek.Friday })),
        ("every_two_weeks", Agreed(Frequency.EveryTwoWeeks, PeriodRule.Arrears, terms => terms with { DayOfWeek = DayOfWeek.Friday, Anchor = Day("2025-11-14") })),
        ("semi_monthly", Agreed(Frequency.SemiMonthly, PeriodRule.Arrears, terms => terms with { Days = [1, 16] })),
        ("every_two_months", Agreed(Frequency.EveryTwoMonths, PeriodRule.Current, terms => terms with { DayOfMonth = 1, Anchor = Day("2025-11-01") })),
        ("quarterly", Agreed(Frequency.Quarterly, PeriodRule.Arrears, terms => terms with { DayOfMonth = 15, Anchor = Day("2025-11-01") })),
        ("yearly", Agreed(Frequency.Yearly, PeriodRule.Arrears, terms => terms with { DayOfMonth = 31, Anchor = Day("2025-11-01") })),
        ("custom", Agreed(Frequency.Custom, PeriodRule.Arrears, terms => terms)),
        ("all", new CustomDatesListed(CustomDates.Of([
            CustomDate.Of(Day("2025-12-01"), CustomPeriod.Monthly).Value, CustomDate.Of(Day("2025-11-15"), CustomPeriod.Weekly).Value, CustomDate.Of(Day("2025-11-01"), CustomPeriod.TwoWeekly).Value,
            CustomDate.Of(Day("2025-10-16"), CustomPeriod.SemiMonthly).Value, CustomDate.Of(Day("2025-10-01"), CustomPeriod.Explicit, Day("2025-08-10"), Day("2025-09-20")).Value]).Value)),
        ("unused", new StatusDropped(Billed, null)),
        ("two", new StatusesOrdered([Paid, Billed])),
        ("no_decimals", new FacilityBilled(new Money(4250, Currency.Parse("JPY")))),
        ("negative", new FacilityBilled(Dollars(-0.5m))),
    ];

    /// <summary>What stands in Data/events, by file name: each event once, and again for each shape that a field of it takes.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } =
        All.Values.Select(sample => (Name: AliasOf(sample), sample)).Concat(Shapes.Select(shape => (Name: $"{AliasOf(shape.Sample)}.{shape.Variant}", shape.Sample))).ToDictionary(pinned => pinned.Name, pinned => pinned.Item2);

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");

    private static string AliasOf(object sample) => sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias;

    private static ScheduleAgreed Agreed(Frequency frequency, PeriodRule rule, Func<ScheduleTerms, ScheduleTerms> with) => new(Schedule.Of(with(new ScheduleTerms(frequency, rule))).Value);
}
