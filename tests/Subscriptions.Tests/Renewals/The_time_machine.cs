using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

/// <summary>Four hundred days, day by day, in eight zones: each period is billed once, whatever clocks and months do.</summary>
public class The_time_machine
{
    private const int Days = 400;

    public static IEnumerable<TheoryDataRow<string>> Zones => new[] { "America/Juneau", "America/Los_Angeles", "America/New_York", "America/Bogota", "Europe/Paris", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland" }.Select(zone => new TheoryDataRow<string>(zone));

    [Theory, MemberData(nameof(Zones))]
    public void bills_each_period_once(string zone)
    {
        foreach (var unit in new[] { IntervalUnit.Month, IntervalUnit.Year })
            foreach (var anchor in new[] { 28, 29, 30, 31 })
                foreach (var trial in new[] { 0, 14 })
                    for (var start = At("2025-01-01T00:30:00Z"); start < At("2025-02-01T00:00:00Z"); start = start.AddHours(24 * 5 + 7))
                        Run(zone, unit, anchor, trial, start, step: 24);
    }

    [Theory, MemberData(nameof(Zones))]
    public void catches_up_period_by_period_when_it_is_late(string zone)
    {
        foreach (var anchor in new[] { 28, 29, 30, 31 }) Run(zone, IntervalUnit.Month, anchor, 0, At("2025-01-31T18:00:00Z"), step: 24 * 97);
    }

    [Theory, MemberData(nameof(Zones))]
    public void changes_on_every_day_of_a_month_and_bills_each_day_once(string zone)
    {
        var ground = Ground(IntervalUnit.Month);
        for (var change = 0; change < 40; change++)
        {
            var start = At("2025-01-31T18:00:00Z");
            var subscription = Start(zone, ground, start, 0, 31);
            var at = start.AddHours(24 * change + 5);
            subscription = Fold(subscription, Renewal.CatchUp(subscription, ground, at).Happened);
            subscription = Fold(subscription, new ChangeSubscription("team", null, Effective.Now).Decide(subscription, new(Id(2)), ground, at).Events);
            subscription = Fold(subscription, Renewal.CatchUp(subscription, ground, start.AddDays(90)).Happened);
            var lines = subscription.Bills.SelectMany(bill => bill.Lines).ToList();
            // Of each day exactly one price is left: charges less what was credited.
            var first = lines.Min(line => line.Days.From);
            for (var day = first; day < subscription.NextFrom; day = day.AddDays(1))
                Assert.Equal(1, lines.Where(line => line.Days.Contains(day)).Sum(line => Math.Sign(line.Amount.Amount)));
        }
    }

    private static void Run(string zone, IntervalUnit unit, int anchor, int trial, DateTimeOffset start, int step)
    {
        var ground = Ground(unit);
        var subscription = Start(zone, ground, start, trial, anchor);
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        for (var at = start; at <= start.AddDays(Days); at = at.AddHours(step))
        {
            subscription = Fold(subscription, Renewal.CatchUp(subscription, ground, at).Happened);
            Assert.Empty(Renewal.Next(subscription, ground, at)); // told twice, nothing more
            Assert.True(subscription.DueAt > at);
        }
        var spans = subscription.Bills.Select(bill => bill.Lines.Single().Days).ToList();
        Assert.Equal(LocalDay.Of(start, place).AddDays(trial), spans[0].From);
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.Through.AddDays(1), pair.Second.From));
        Assert.Equal(subscription.NextFrom.AddDays(-1), spans[^1].Through);
        Assert.All(spans.Skip(1), span => Assert.Equal(Math.Min(anchor, DateTime.DaysInMonth(span.From.Year, span.From.Month)), span.From.Day));
        Assert.All(subscription.Bills.Skip(1), bill => Assert.Equal(Euros(29), bill.Amount(Eur)));
    }

    private static SubscriptionGround Ground(IntervalUnit unit) => new(new Dictionary<PlanId, Plan> { [new(Id(1))] = Offered("pro", Flat("Pro", 29, 0, unit)), [new(Id(2))] = Offered("team", Flat("Team", 99, 1, unit)) }, ProrationRule.Usual);

    private static Subscription Start(string zone, SubscriptionGround ground, DateTimeOffset start, int trial, int anchor) =>
        Fold(Subscription.Initial, new StartSubscription(Meadow, "pro", StartAt: start, TrialDays: trial, AnchorDay: anchor).Decide(new(Id(1)), ground.Plans[new(Id(1))], Client, zone, start).Events);
}
