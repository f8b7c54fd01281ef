namespace Billing.Support.Tests.Figures;

public class Projects_of_a_month
{
    private static readonly Currency Usd = Currency.Parse("USD");

    [Fact]
    public void are_free_by_their_day()
    {
        var shared = Share([Project("B", "landing-page", 20, 300), Project("A", "landing-page", 10, 200)]);
        Assert.Equal(200m, Savings(shared));
        Assert.Equal([(10, true), (20, false)], shared.Select(one => (one.On.Day, one.Free)));
    }

    [Fact]
    public void are_free_up_to_as_many_as_their_category_has() => Assert.Equal(250m, Savings(Share([.. Enumerable.Range(1, 6).Select(i => Project($"Form {i}", "basic-form", i, 50))])));

    [Fact]
    public void of_one_day_go_by_name() => Assert.Equal(["alpha"], Share([Project("Beta", "multi-form", 3, 10), Project("alpha", "multi-form", 3, 20)]).Where(one => one.Free).Select(one => one.Name));

    [Fact]
    public void of_other_categories_cost_what_they_cost() => Assert.Equal(0m, Savings(Share([Project("Site", "website", 1, 5000), Project("Shop", "our own", 2, 100)])));

    [Fact]
    public void that_earlier_invoices_gave_away_leave_fewer() =>
        Assert.Equal(50m, Savings(ProjectMonth.Share([Project("A", "basic-form", 1, 50), Project("B", "basic-form", 2, 60)], FreeAllowance.Usual, new Dictionary<string, int> { ["basic-form"] = 4 })));

    [Fact]
    public void that_are_free_stand_on_the_invoice_with_their_price_and_what_is_taken_off() =>
        Assert.Equal(["Project A 200", "FreeProject A -200", "Project B 300"], MonthLines.OfProjects(new(2025, 6, 1), Share([Project("A", "landing-page", 10, 200), Project("B", "landing-page", 20, 300)])).Select(line => $"{line.Kind} {line.Subject} {line.UnitPrice}"));

    private static IReadOnlyList<ProjectMonth> Share(IEnumerable<ProjectMonth> projects) => ProjectMonth.Share(projects, FreeAllowance.Usual, new Dictionary<string, int>());

    private static decimal Savings(IEnumerable<ProjectMonth> projects) => projects.Sum(one => one.Price.Amount - one.Net.Amount);

    private static ProjectMonth Project(string name, string category, int day, decimal price) => new(Guid.NewGuid(), name, category, new(2025, 6, day), new(price, Usd), false);
}
