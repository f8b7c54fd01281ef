using Billing.Usage.Contracts;
using FsCheck;
using FsCheck.Fluent;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class Usage_that_is_metered
{
    private static readonly PlanId Api = new(Id(1)), Big = new(Id(2)), Bare = new(Id(3));
    private static readonly PlanComponent Calls = new("calls", "API calls", ComponentKind.Metered, [], ComponentTiming.Arrears, null, new MeteredTerms("calls", [new MeteredPrice(Eur, new PriceTerms("per-unit", UnitPrice: "0.10"))], new Quantity(100)));

    private static readonly Dictionary<PlanId, Plan> Plans = new() { [Api] = Offered("api", With("Api", 29, 1)), [Big] = Offered("big", With("Big", 99, 2)), [Bare] = Offered("bare", Flat("Bare", 9)) };

    private static readonly SubscriptionGround Ground = new(Plans, ProrationRule.Usual) { Id = new(Id(9)) };
    private static readonly DateTimeOffset Start = At("2025-11-01T09:00:00Z"), Half = At("2025-11-16T12:00:00Z"), December = At("2025-12-01T00:00:00Z"), January = At("2026-01-01T00:00:00Z");

    [Fact]
    public void is_billed_when_its_period_is_over_with_the_next_one()
    {
        var measured = new Measured().With(Start.AddHours(-1), 5000).With(Start, 100).With(December.AddTicks(-1), 40).With(December, 7000);
        var state = CatchUp(Begun(measured), measured, December);
        Assert.Equal("Api: API calls: 140 calls 4.00 EUR, Api 29.00 EUR", Said(state));
        var use = state.Bills[^1].Lines[0].Metered!;
        Assert.Equal((Meadow.ToString(), "calls", Start, December, Euros(4), "4.00"), (use.Subject, use.Meter, use.From, use.To, use.Whole, use.Parts[0].Amount));
    }

    [Fact]
    public void costs_nothing_up_to_what_is_included_and_is_noted_all_the_same()
    {
        var state = CatchUp(Begun(new Measured()), new Measured().With(Half, 100), December);
        Assert.Equal("Api: API calls: 100 calls 0.00 EUR, Api 29.00 EUR", Said(state));
        Assert.Single(SubscriptionFact.Invoice(new(Id(9)), state, state.Bills[^1], Billing.Invoicing.Contracts.InvoiceOutcome.Issue).Charges);
    }

    [Fact]
    public void that_comes_in_late_is_billed_with_the_next_period_as_a_difference()
    {
        var measured = new Measured().With(Half, 150);
        var state = CatchUp(Begun(measured), measured, December);
        measured.With(Half, 60).With(December.AddDays(3), 101);
        state = CatchUp(state, measured, January);
        Assert.Equal("Late usage: Api: API calls: 210 calls 6.00 EUR, Api: API calls: 101 calls 0.10 EUR, Api 29.00 EUR", Said(state));
        Assert.Equal(new Period(Day("2025-11-01"), Day("2025-11-30")), state.Bills[^1].Lines[0].Days);
        // Taken back: what was asked for too much goes back.
        measured.With(Half, -110);
        Assert.StartsWith("Late usage: Api: API calls: 100 calls -11.00 EUR", Said(CatchUp(state, measured, At("2026-02-01T00:00:00Z"))), StringComparison.Ordinal);
    }

    [Fact]
    public void that_comes_in_late_stays_out_where_its_meter_says_so()
    {
        var measured = new Measured { TakesLate = false }.With(Half, 150);
        var state = CatchUp(Begun(measured), measured, December);
        measured.With(Half, 60);
        Assert.Equal("Api: API calls: 0 calls 0.00 EUR, Api 29.00 EUR", Said(CatchUp(state, measured, January)));
    }

    [Fact]
    public void that_counts_less_after_its_freeze_than_was_billed_takes_nothing_back()
    {
        var measured = new Measured().With(Half, 150);
        var state = CatchUp(Begun(measured), measured, December);
        measured.With(Half, -50).Frozen = true; // what was corrected after the freeze drops out of it
        Assert.Equal("Api: API calls: 0 calls 0.00 EUR, Api 29.00 EUR", Said(CatchUp(state, measured, January)));
        measured.With(Half, 110);
        Assert.StartsWith("Late usage: Api: API calls: 210 calls 6.00 EUR", Said(CatchUp(state, measured, January)), StringComparison.Ordinal);
    }

    [Fact]
    public void goes_on_through_a_change_that_leaves_it_as_it_was()
    {
        var measured = new Measured().With(Start.AddDays(2), 80).With(Half.AddDays(2), 40);
        var state = Changed(Begun(measured), measured, "big", Big);
        Assert.Equal("Unused: Api (15 of 30 days) -14.50 EUR, Big (15 of 30 days) 49.50 EUR", Said(state));
        state = Fold(state, measured.Decide(Ground, ground => new ChangeSubscription("api", Effective: Effective.Now).Decide(state, Api, ground, Half.AddDays(1))).Events);
        Assert.Equal("Api: API calls: 120 calls 2.00 EUR, Api 29.00 EUR", Said(CatchUp(state, measured, December)));
    }

    [Fact]
    public void is_billed_up_to_a_change_that_ends_it_and_to_the_end()
    {
        var measured = new Measured().With(Start.AddDays(2), 130).With(Half, 70);
        Assert.StartsWith("Api: API calls: 130 calls 3.00 EUR, Unused: Api (15 of 30 days) -14.50 EUR", Said(Changed(Begun(measured), measured, "bare", Bare)), StringComparison.Ordinal);
        var state = Begun(measured);
        Assert.Equal("Api: API calls: 130 calls 3.00 EUR", Said(Fold(state, measured.Decide(Ground, ground => EndSubscription.Now(state, Unused.Keep, ground, Half)).Events)));
    }

    [Fact]
    public void is_shown_so_far_by_a_preview()
    {
        var (measured, state) = (new Measured().With(Half, 150), Begun(new Measured()));
        var preview = measured.Decide(Ground, ground => SubscriptionPreview.Of(state, [], ground));
        Assert.Equal(("150", Euros(5), Euros(34)), (preview.NextLines[0].Metered!.Quantity, preview.NextLines[0].Amount, preview.NextTotal));
    }

    [Fact]
    public void has_a_meter_and_prices_of_its_own()
    {
        Assert.Equal("half-metered", (Calls with { Metered = null }).Read().Refusal!.Code);
        Assert.Equal("half-metered", (Calls with { Prices = [Euros(1)] }).Read().Refusal!.Code);
        Assert.Equal("bad-prices", (Calls with { Metered = Calls.Metered! with { Prices = [] } }).Read().Refusal!.Code);
        Assert.Equal("price-missing", (With("Api", 29, 1) with { Components = [Calls, new("base", "Api", ComponentKind.Fixed, [new Money(29, Usd)])] }).Read().Refusal!.Code);
        Assert.Equal(ComponentTiming.Arrears, (Calls with { Timing = ComponentTiming.Advance }).Read().Value.Timing);
        Assert.Equal(29m, RecurringRevenue.Monthly(With("Api", 29, 1), Eur, 1));
    }

    /// <summary>Whenever events come in and whatever is changed between, each one is asked for once: the bills add up to the windows.</summary>
    [Fact]
    public void is_asked_for_once_however_late_it_comes_in() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var (chance, measured) = (new Random(seed), new Measured());
        var state = Begun(measured);
        for (var day = 1; day < 150; day++)
        {
            var at = Start.AddDays(day);
            if (chance.Next(3) == 0) measured.With(at.AddDays(-chance.Next(day)), chance.Next(1, 200));
            if (chance.Next(12) == 0)
            {
                var (code, plan) = chance.Next(2) == 0 ? ("big", Big) : ("api", Api);
                state = Fold(state, measured.Decide(Ground, ground => new ChangeSubscription(code, Effective: Effective.Now).Decide(state, plan, ground, at)).Events);
            }
            state = CatchUp(state, measured, at);
        }
        state = CatchUp(state, measured, Start.AddDays(200));
        var lines = state.Bills.SelectMany(bill => bill.Lines).Where(line => line.Metered is not null).ToList();
        var windows = lines.Select(line => (line.Metered!.From, line.Metered.To)).Distinct().Order().ToList();
        Assert.Equal(Start, windows[0].From);
        Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        var due = windows.Sum(window => Math.Max(0, measured.Between(window.From, window.To) - 100) * 0.10m);
        Assert.Equal(due, lines.Sum(line => line.Amount.Amount));
    }).QuickCheckThrowOnFailure();

    private static PlanOffer With(string name, decimal price, int tier) => Flat(name, price, tier) is var flat ? flat with { Components = [.. flat.Components, Calls] } : flat;

    private static Subscription Begun(Measured measured)
    {
        var calendar = new SubscriptionCalendar(Day("2025-11-01"), new(IntervalUnit.Month));
        return CatchUp(Fold(Subscription.Initial, new SubscriptionStarted(Meadow, Api, 1, 1, Eur, "UTC", Start, 0, calendar, "main", false, null)), measured, Start);
    }

    private static Subscription Changed(Subscription state, Measured measured, string code, PlanId plan) =>
        Fold(state, measured.Decide(Ground, ground => new ChangeSubscription(code, Effective: Effective.Now).Decide(state, plan, ground, Half)).Events);

    private static Subscription CatchUp(Subscription state, Measured measured, DateTimeOffset at) => measured.Decide(Ground, ground => Renewal.CatchUp(state, ground, at).After);

    private static string Said(Subscription state) => string.Join(", ", state.Bills[^1].Lines.Select(line => $"{line.Description} {line.Amount}"));
}
