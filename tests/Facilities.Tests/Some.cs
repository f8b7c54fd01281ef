using System.Globalization;
using Billing.EventStore;

namespace Billing.Facilities.Tests;

/// <summary>Things that stories are about. Ids are counted, so that a failing story reads the same every time.</summary>
internal static class Some
{
    public static readonly Currency Usd = Currency.Parse("USD");
    public static readonly Currency Eur = Currency.Parse("EUR");
    public static readonly FacilityGroupId Alabama = new(Id(1));
    public static readonly FacilityGroupId Georgia = new(Id(2));
    public static readonly FacilityId Meadow = new(Id(3));
    public static readonly StatusSetId Statuses = new(Id(4));
    public static readonly StatusSetId OtherStatuses = new(Id(5));
    public static readonly StatusId Billed = new(Id(6));
    public static readonly StatusId Paid = new(Id(7));
    public static readonly ClientId Client = new(Id(8));
    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static Func<Guid> NewIds()
    {
        var number = 100;
        return () => Id(number++);
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Money Dollars(decimal amount) => new(amount, Usd);

    public static Schedule Monthly(int day = 1) => Schedule.Of(new ScheduleTerms(Frequency.Monthly, PeriodRule.Arrears) { DayOfMonth = day }).Value;

    public static CustomDates Dates(params string[] dates) => CustomDates.Of(dates.Select(date => CustomDate.Of(Day(date), CustomPeriod.Monthly).Value)).Value;

    public static StatusSet DefaultSet { get; } = Fold(StatusSet.Initial, new StatusSetDefined("Default", true), new StatusAdded(Billed, "Billed", "#FDE047", false), new StatusAdded(Paid, "Paid", "#22C55E", true));

    public static FacilityGroup Group(Schedule? schedule = null, Currency? currency = null) => Fold(FacilityGroup.Initial,
        new FacilityGroupOpened("Alabama", currency ?? Usd), new ScheduleAgreed(schedule ?? Monthly()), new StatusSetChosen(Statuses), new PaymentTermsAgreed(30));

    public static Facilities.Facility Place => Fold(Facilities.Facility.Initial, new FacilityOpened("Meadow Health", Alabama));

    /// <summary>A stream that exists.</summary>
    public static Versioned<T> There<T>(T state) => new(state, 1);

    public static RecordTerms Terms(DecimalMark mark = DecimalMark.Point, DateOrder order = DateOrder.Mdy, FacilityGroup? group = null, Facilities.Facility? place = null) =>
        new(new Placed(Meadow, There(place ?? Place), There(group ?? Group()), DefaultSet), mark, order);

    public static T Fold<T>(T state, params object[] history) where T : class, IAggregate<T> => history.Aggregate(state, (so, happened) => so.Apply(happened));
}
