using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class Recurring_revenue
{
    private static readonly PlanId[] Ids = [.. Enumerable.Range(0, 5).Select(n => new PlanId(Id(10 + n)))];

    private static readonly Dictionary<PlanId, Plan> Plans = new()
    {
        [Ids[0]] = Offered("pro", Flat("Pro", 29)), [Ids[1]] = Offered("pro-yearly", Flat("Pro, yearly", 290, unit: IntervalUnit.Year)), [Ids[2]] = Offered("enterprise", Flat("Enterprise", 99)), [Ids[3]] = Offered("team", Seated(7)),
        [Ids[4]] = Offered("weekly", Flat("Weekly", 3, unit: IntervalUnit.Week)),
    };

    private static readonly DateTimeOffset Start = At("2024-01-01T00:00:00Z");

    [Fact]
    public void of_a_month_a_year_and_an_enterprise_is_152_17()
    {
        var revenue = Of([Life(1, 1, 0), Life(2, 2, 1), Life(3, 3, 2)]);
        Assert.Equal((152.1667m, Euros(152.17m), 3), (revenue.At(Start), Money.Round(revenue.At(Start), Eur), revenue.ClientsAt(Start)));
    }

    [Fact] public void counts_seats_and_weeks() => Assert.Equal((35m, 13m), (RecurringRevenue.Monthly(Plans[Ids[3]].Terms(1), Eur, 5), RecurringRevenue.Monthly(Plans[Ids[4]].Terms(1), Eur, 1)));

    [Fact]
    public void counts_what_stripe_bills_by_what_it_asks_for_there()
    {
        var mirrored = new MirroredLife(Id(7), Id(1001), "EUR", null, Start, null, [new(Start.AddDays(10), new UnitPrice(58)), new(Start.AddDays(20), default)]);
        var revenue = new WholeRevenue([Life(1, 1, 0)], Plans, [mirrored, mirrored with { Currency = "USD" }]).In(Eur);
        Assert.Equal((29m, 87m, 29m), (revenue.At(Start.AddDays(9)), revenue.At(Start.AddDays(10)), revenue.At(Start.AddDays(20))));
    }

    [Fact] public void leaves_out_what_is_tried() => Assert.Equal((0m, 29m), Of([Life(1, 1, 0) with { Steps = [new(Start.AddDays(14), Ids[0].Value, 1, 1, true)] }]) is var one ? (one.At(Start.AddDays(13)), one.At(Start.AddDays(14))) : default);

    [Fact]
    public void moves_by_clients_who_come_grow_shrink_go_and_come_again()
    {
        var life = Life(1, 1, 0);
        foreach (var (day, plan, counts) in new[] { (10, 2, true), (20, 0, true), (30, 0, false), (40, 0, true) }) life = life.With(new(Start.AddDays(day), Ids[plan].Value, 1, 1, counts));
        var moved = Of([life]).Between([Start.AddDays(-1), Start.AddDays(5), Start.AddDays(15), Start.AddDays(25), Start.AddDays(35), Start.AddDays(45)]).Select(one => one.Movements).ToList();
        Assert.Equal(
            [RevenueMovements.None with { New = new(29) }, RevenueMovements.None with { Expansion = new(70) }, RevenueMovements.None with { Contraction = new(-70) }, RevenueMovements.None with { Churn = new(-29) }, RevenueMovements.None with { Reactivation = new(29) }],
            moved);
    }

    [Fact]
    public void knows_who_moved_it_and_by_which_subscriptions()
    {
        var grown = Life(2, 1, 2) with { Steps = [new(Start.AddDays(10), Ids[2].Value, 1, 1, true)] };
        var moves = Of([Life(1, 1, 0), grown, Life(3, 3, 0).Counting(false, Start.AddDays(12))]).Moves([Start.AddDays(-1), Start.AddDays(5), Start.AddDays(15)]).Skip(1).ToList();
        Assert.Equal([RevenueMovement.New, RevenueMovement.New], moves[0].Select(move => move.Movement!.Value));
        Assert.Equal([(Id(1001), 29m, 128m, RevenueMovement.Expansion, Id(2)), (Id(1003), 29m, 0m, RevenueMovement.Churn, Id(3))], moves[1].Select(move => (move.Client, move.Before, move.After, move.Movement!.Value, move.Subscriptions.Single())));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void moves_each_day_of_two_years_by_what_changed_it(int seed)
    {
        var chance = new Random(seed);
        List<SubscriptionLife> lives = [];
        for (var n = 0; n < 120; n++)
        {
            var at = Start.AddHours(chance.Next(24 * 700));
            var life = Life(n, chance.Next(60), chance.Next(5)) with { TrialEnds = at, Steps = [new(at, Ids[chance.Next(5)].Value, 1, 1 + chance.Next(4), true)] };
            for (var step = 0; step < chance.Next(12); step++)
            {
                at = at.AddHours(1 + chance.Next(24 * 60));
                life = life.With(new(at, Ids[chance.Next(5)].Value, 1, 1 + chance.Next(4), chance.Next(3) > 0));
            }
            lives.Add(life);
        }
        var revenue = Of(lives);
        var borders = Enumerable.Range(0, 732).Select(day => Start.AddDays(day)).ToList();
        var days = revenue.Between(borders).ToList();
        Assert.Equal(731, days.Count);
        for (var day = 0; day < days.Count; day++)
        {
            Assert.Equal(revenue.At(borders[day + 1]) - revenue.At(borders[day]), days[day].Movements.Sum());
            Assert.Equal(revenue.At(borders[day + 1]), days[day].After);
        }
        Assert.All(new Func<RevenueMovements, UnitPrice>[] { one => one.New, one => one.Expansion, one => one.Contraction, one => one.Churn, one => one.Reactivation }, kind => Assert.Contains(days, day => kind(day.Movements).Value != 0));
        Assert.Equal(days, Of(Enumerable.Reverse(lives)).Between(borders)); // whatever the order in which they are read
    }

    [Fact]
    public void is_lost_with_clients_who_go()
    {
        List<SubscriptionLife> lives = [Life(1, 1, 0), Life(2, 2, 2), Life(3, 3, 0) with { Tried = true, TrialEnds = Start.AddDays(40), CanceledAt = Start.AddDays(35), Steps = [] }, Life(4, 4, 0) with { Tried = true, TrialEnds = Start.AddDays(45), Steps = [new(Start.AddDays(45), Ids[0].Value, 1, 1, true)] }];
        lives[0] = lives[0].Counting(false, Start.AddDays(40));
        var whole = new WholeRevenue(lives, Plans, []);
        var churn = ChurnPage.Of([.. whole.TrialsIn(Eur)], whole.In(Eur), Eur, [Start.AddDays(30), Start.AddDays(60)]);
        Assert.Equal((2, 1, Euros(128), Euros(128), new Percentage(50), new Percentage(22.66m)), (churn.ClientsBefore, churn.ClientsLost, churn.MrrBefore, churn.MrrAfter, churn.LogoChurn, churn.RevenueChurn));
        Assert.Equal((Euros(64), Euros(128), 2, 1, new Percentage(50)), (churn.RevenuePerClient, churn.LifetimeValue, churn.TrialsEnded, churn.TrialsPaid, churn.TrialConversion));
    }

    [Fact]
    public void counts_trials_at_stripe_of_its_currency()
    {
        var tried = new MirroredLife(Id(7), Id(1001), "EUR", Start.AddDays(14), Start, Start.AddDays(9), []);
        Assert.Equal([new TriedLife(Start.AddDays(14), Start.AddDays(9))], new WholeRevenue([], Plans, [tried, tried with { TrialEnds = null }, tried with { Currency = "USD" }]).TrialsIn(Eur));
    }

    [Fact]
    public void comes_in_whole_again_from_the_period_on_that_a_coupon_is_missing_from()
    {
        var life = (Life(1, 1, 0) with { Version = 3, TimeZone = "America/New_York" }).Less([new LifeCoupon("TEN", Euros(10), null)], Start.AddDays(1));
        var span = new SubscriptionCalendar(Day("2024-02-01"), new(IntervalUnit.Month)).Containing(Day("2024-02-01"));
        var line = new SubscriptionLine("base", "Pro", Quantity.One, new UnitPrice(29), Euros(29), span.Days(), null);
        Assert.Equal(life, life.Billed(new PeriodBilled(span, [line, line with { Component = "coupon:TEN" }])));
        var revenue = Of([life.Billed(new PeriodBilled(span, [line]))]);
        Assert.Equal((19m, 29m), (revenue.At(At("2024-02-01T04:59:59Z")), revenue.At(At("2024-02-01T05:00:00Z")))); // midnight in New York, whenever it was billed
        var resumed = life.Counting(false, Start.AddDays(5)).Counting(true, At("2024-02-01T15:00:00Z"));
        Assert.Equal((0m, 29m), Of([resumed.Billed(new PeriodBilled(span, [line]))]) is var one ? (one.At(At("2024-02-01T14:59:59Z")), one.At(At("2024-02-01T15:00:00Z"))) : default);
    }

    private static RecurringRevenue Of(IEnumerable<SubscriptionLife> lives) => new(lives, Plans, Eur);

    private static SubscriptionLife Life(int id, int client, int plan) => new(Id(id), Id(1000 + client), "EUR", Start, false, null, [new(Start, Ids[plan].Value, 1, 1, true)], 1, "UTC");
}
