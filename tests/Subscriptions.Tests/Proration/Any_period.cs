using FsCheck;
using FsCheck.Fluent;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

/// <summary>What holds for the periods of every subscription, and for every part of one.</summary>
public class Any_period
{
    private static readonly string[] Zones = ["America/Juneau", "America/Los_Angeles", "America/New_York", "America/Bogota", "Europe/Paris", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland"];

    private static readonly Gen<(SubscriptionCalendar Calendar, TimeZoneInfo Zone)> Calendars =
        from day in Gen.Choose(new DateOnly(2019, 1, 1).DayNumber, new DateOnly(2029, 12, 31).DayNumber)
        from unit in Gen.Elements(Enum.GetValues<IntervalUnit>())
        from count in Gen.Choose(1, 4)
        from anchor in Gen.Elements(BillingAnchor.Anniversary, BillingAnchor.Calendar)
        from billing in Gen.Choose(0, 31)
        from zone in Gen.Elements(Zones)
        select (new SubscriptionCalendar(DateOnly.FromDayNumber(day), new(unit, count), anchor, billing == 0 ? null : new BillingDay(billing)), TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static readonly Gen<ProrationRule> Rules = from unit in Gen.Elements(Enum.GetValues<ProrationUnit>()) from day in Gen.Elements(ChangeDay.New, ChangeDay.Old) select new ProrationRule(unit, day);

    [Fact]
    public void touches_the_next_one_without_gap_or_overlap_in_days_and_in_instants() => Check(Calendars, one =>
    {
        var spans = one.Calendar.InAdvance(one.Calendar.Start.AddDays(1500)).Value;
        return spans[0].From == one.Calendar.Start && spans.Zip(spans.Skip(1)).All(pair => pair.First.To == pair.Second.From && Cut.StartOf(pair.First.To, one.Zone) == Cut.StartOf(pair.Second.From, one.Zone))
            && spans.Skip(1).All(span => span.IsWhole()) && spans.All(span => span.From < span.To);
    });

    [Fact]
    public void is_the_sum_of_its_parts_however_they_are_cut_and_counted() => Check(
        from one in Calendars
        from rule in Rules
        from cuts in Gen.Choose(-3, 400).ListOf()
        select (one.Calendar, one.Zone, rule, cuts), given =>
        {
            var span = given.Calendar.Containing(given.Calendar.Start.AddDays(700));
            var (begins, ends) = (Cut.StartOf(span.Begins, given.Zone), Cut.StartOf(span.Ends, given.Zone));
            List<Cut> points = [begins, .. given.cuts.Order().Select(days => given.rule.At(begins.Instant.AddHours(24 * days + 13), given.Zone)), ends];
            var parts = points.Zip(points.Skip(1)).Select(pair => given.rule.Between((begins, ends), pair.First, pair.Second)).ToList();
            return parts.All(part => part.Part >= 0) && parts.Sum(part => part.Part) == parts[0].Of && given.rule.Between((begins, ends), begins, ends).IsWhole;
        });

    [Fact]
    public void costs_all_in_all_what_it_costs_but_for_a_rounding_of_each_part() => Check(
        from price in Gen.Choose(0, 1_000_000)
        from cut in Gen.Choose(0, 31)
        select (Price: Euros(price / 100m), cut), given =>
        {
            var (begins, ends) = (Cut.StartOf(Day("2025-01-01"), TimeZoneInfo.Utc), Cut.StartOf(Day("2025-02-01"), TimeZoneInfo.Utc));
            var at = Cut.StartOf(Day("2025-01-01").AddDays(given.cut), TimeZoneInfo.Utc);
            var sum = ProrationRule.Usual.Between((begins, ends), begins, at).From(given.Price) + ProrationRule.Usual.Between((begins, ends), at, ends).From(given.Price);
            return Math.Abs((sum - given.Price).Amount) <= 0.01m;
        });

    private static void Check<T>(Gen<T> given, Func<T, bool> holds) => Prop.ForAll(given.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
