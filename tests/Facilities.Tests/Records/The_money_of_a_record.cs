using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using static Billing.Facilities.Tests.Some;

namespace Billing.Facilities.Tests;

public class The_money_of_a_record
{
    private static readonly DateOnly Today = Day("2025-11-19");

    [Theory]
    [InlineData(null, null, null, nameof(MoneyState.NoAmount), false)]
    [InlineData("100", null, "100.00", nameof(MoneyState.Outstanding), false)]
    [InlineData("100", "0", "100.00", nameof(MoneyState.Outstanding), false)]
    [InlineData("100", "40", "60.00", nameof(MoneyState.Outstanding), true)]
    [InlineData("100", "100", "0.00", nameof(MoneyState.Paid), false)]
    [InlineData("100", "120", "-20.00", nameof(MoneyState.Overpaid), false)]
    [InlineData(null, "20", "-20.00", nameof(MoneyState.Overpaid), false)]
    [InlineData("0", null, "0.00", nameof(MoneyState.Paid), false)]
    public void stands_as_its_amounts_say(string? billed, string? paid, string? outstanding, string state, bool partly)
    {
        Assert.Equal(outstanding, Derived.Outstanding(Amount(billed), Amount(paid))?.ToAmountText());
        Assert.Equal((state, partly), (Derived.State(Amount(billed), Amount(paid), Today, 0, Today).ToString(), Derived.PartlyPaid(Amount(billed), Amount(paid))));
    }

    [Theory]
    [InlineData("2025-10-20", 30, nameof(MoneyState.Outstanding))] // due today: not overdue
    [InlineData("2025-10-19", 30, nameof(MoneyState.Overdue))]
    [InlineData("2025-11-19", 0, nameof(MoneyState.Outstanding))]
    [InlineData("2025-11-18", 0, nameof(MoneyState.Overdue))]
    [InlineData("2025-12-01", 0, nameof(MoneyState.Outstanding))]
    [InlineData("2999-12-31", 365, nameof(MoneyState.Outstanding))]
    public void is_overdue_after_the_terms_and_not_before(string billingDate, int terms, string state) => Assert.Equal(state, Derived.State(Dollars(1), null, Day(billingDate), terms, Today).ToString());

    [Fact]
    public void that_is_settled_is_never_overdue() => Assert.Equal(MoneyState.Paid, Derived.State(Dollars(1), Dollars(1), Day("2020-01-01"), 0, Today));

    [Theory]
    [InlineData(true, nameof(MoneyState.Outstanding), nameof(Hint.PaidButOpen)), InlineData(true, nameof(MoneyState.Overdue), nameof(Hint.PaidButOpen))]
    [InlineData(false, nameof(MoneyState.Paid), nameof(Hint.OpenButPaid)), InlineData(false, nameof(MoneyState.Overpaid), nameof(Hint.OpenButPaid))]
    [InlineData(true, nameof(MoneyState.Paid), null), InlineData(true, nameof(MoneyState.NoAmount), null), InlineData(false, nameof(MoneyState.Overdue), null), InlineData(false, nameof(MoneyState.NoAmount), null)]
    public void may_contradict_the_status_that_somebody_picked(bool settles, string state, string? hint) =>
        Assert.Equal(hint, Derived.HintOf(new Status(Paid, "Any", "#22C55E", settles), Enum.Parse<MoneyState>(state))?.ToString());

    [Fact]
    public void contradicts_nothing_where_nobody_picked_a_status() => Assert.All(Enum.GetValues<MoneyState>(), state => Assert.Null(Derived.HintOf(null, state)));

    [Fact]
    public void always_adds_up() => Prop.ForAll(Gen.Choose(-100_000, 100_000).Two().ToArbitrary(), Gen.Choose(-400, 400).ToArbitrary(), (cents, days) =>
    {
        var (billed, paid) = (Dollars(cents.Item1 / 100m), Dollars(cents.Item2 / 100m));
        var state = Derived.State(billed, paid, Today.AddDays(days), 30, Today);
        return Derived.Outstanding(billed, paid) == billed - paid
            && (state == MoneyState.Overdue) == (billed > paid && days + 30 < 0)
            && (state == MoneyState.Overpaid) == (paid > billed)
            && (!Derived.PartlyPaid(billed, paid) || state is MoneyState.Outstanding or MoneyState.Overdue);
    }).QuickCheckThrowOnFailure();

    private static Money? Amount(string? text) => text is null ? null : Dollars(decimal.Parse(text, CultureInfo.InvariantCulture));
}
