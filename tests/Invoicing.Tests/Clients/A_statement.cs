using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class A_statement
{
    [Fact]
    public void tells_what_was_owed_after_each_line()
    {
        var account = Assert.Single(ClientStatement.Sorted([Line("2025-11-20", "payment", -400), Line("2025-11-01", "invoice", 300), Line("2025-11-10", "invoice", 500), Line("2025-11-10", "creditNote", -50)]));
        Assert.Equal([(300m, 300m), (500m, 800m), (-50m, 750m), (-400m, 350m)], account.Lines.Select(line => (line.Amount.Amount, line.Balance.Amount)));
        Assert.Equal(Euros(350), account.Balance);
    }

    [Fact]
    public void bills_before_it_is_paid_on_the_same_day() => Assert.Equal(["invoice", "creditNote", "payment", "payOut"],
        ClientStatement.Sorted([Line("2025-11-01", "payOut", 1), Line("2025-11-01", "payment", -1), Line("2025-11-01", "creditNote", -1), Line("2025-11-01", "invoice", 1)])[0].Lines.Select(line => line.Kind));

    [Fact]
    public void never_adds_two_currencies() => Assert.Equal([Euros(1), new Money(2, Usd)], ClientStatement.Sorted([Line("2025-11-01", "invoice", 1), Line("2025-11-01", "invoice", 2) with { Amount = new Money(2, Usd) }]).Select(account => account.Balance));

    [Fact]
    public void of_nothing_has_no_account() => Assert.Empty(ClientStatement.Sorted([]));

    private static StatementLine Line(string date, string kind, decimal amount) => new(Day(date), kind, Id(30), "R", null, Euros(amount));
}
