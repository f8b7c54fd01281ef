using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Support.SupportProject, Billing.Support.SupportProjectEvent>;

namespace Billing.Support.Tests.Projects;

public class A_project
{
    private static readonly Currency Usd = Currency.Parse("USD");
    private static readonly Guid Client = new("0193e0c0-0000-7000-8000-000000000001"), Invoice = new("0193e0c0-0000-7000-8000-000000000003");
    private static readonly ProjectPlanned Planned = new(Client, "Summer", "landing-page", new(200, Usd), new(2025, 6, 10), "");
    private static readonly ProjectReadied Ready = new(ToldBy.Person);
    private static readonly ProjectInvoiced Invoiced = new(Invoice, "INV-7");

    [Fact]
    public void takes_its_category_however_it_is_written() => Given().When(_ => new PlanProject(Client, "Summer", "LANDING_PAGE", new(200, Usd), new(2025, 6, 10), true).Decide(Usd)).Then(Planned, Ready);

    [Fact]
    public void has_its_price_in_the_clients_currency() => Given().When(_ => new PlanProject(Client, "Summer", "website", new(200, Usd)).Decide(Currency.Parse("EUR"))).ThenRefused("wrong-client-currency");

    [Fact]
    public void loses_its_day_only_when_that_is_said()
    {
        Given(Planned).When(now => new AmendProject(Name: "Autumn").Decide(now, Usd)).Then(new ProjectRenamed("Autumn", ToldBy.Person));
        Given(Planned).When(now => new AmendProject { CompletedOn = Change<DateOnly>.Cleared }.Decide(now, Usd)).Then(new ProjectDated(null, ToldBy.Person));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void that_was_billed_here_or_elsewhere_is_locked(bool elsewhere) =>
        Given(Planned, Ready, elsewhere ? new ProjectInvoiced(null, "") : new ProjectBilled("x")).When(now => new AmendProject(Name: "Autumn").Decide(now, Usd)).ThenRefused("project-locked");

    [Fact]
    public void follows_its_invoice()
    {
        Given(Planned, Ready).When(now => When_an_invoice_moves.Follow(now, Asked(AskedState.Issued, 200))).Then(Invoiced);
        Given(Planned, Ready).When(now => When_an_invoice_moves.Follow(now, Asked(AskedState.Issued, 0))).Then(Invoiced, new ProjectPaid());
        Given(Planned, Ready, Invoiced).When(now => When_an_invoice_moves.Follow(now, Asked(AskedState.Issued, 50))).ThenNothing();
        Given(Planned, Ready, Invoiced).When(now => When_an_invoice_moves.Follow(now, Asked(AskedState.Issued, 0))).Then(new ProjectPaid());
        Given(Planned, Ready, Invoiced, new ProjectPaid()).When(now => When_an_invoice_moves.Follow(now, Asked(AskedState.Issued, 200))).Then(new ProjectPutBack(ProjectStatus.Invoiced));
        Given(Planned, Ready, Invoiced).When(now => When_an_invoice_moves.Follow(now, Asked(AskedState.Voided, 0))).Then(new ProjectPutBack(ProjectStatus.Ready));
        Given(Planned, Ready).When(now => When_an_invoice_moves.Follow(now, Asked(AskedState.Draft, 0))).ThenNothing();
    }

    [Fact]
    public void is_on_the_invoice_that_its_own_charge_stands_on()
    {
        var (summer, autumn, gift, month) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), new DateOnly(2025, 6, 1));
        MonthLine Line(Guid of) => new(MonthLineKind.Project, month, null, "", Quantity.One, new(200), [of]);
        ClosedProject Closed(Guid of) => new(of, month, "website", new(200, Usd), false);
        var close = new MonthClosed(Client, month, 1, month, Usd, [Line(summer), Line(autumn)], [], [Closed(summer), Closed(autumn), Closed(gift)], []);
        Assert.Equal([autumn, gift], When_an_invoice_moves.On(close, fact => fact == close.Fact(1)));
        Assert.Empty(When_an_invoice_moves.On(close, _ => false));
    }

    [Fact]
    public void that_a_person_put_away_stays_so_when_its_system_has_it_again()
    {
        var told = new ProjectTold(Client, "Summer", "landing-page", new(200, Usd), new(2025, 6, 10), ProjectStatus.NotReady, "");
        Given(Planned, new ProjectArchived(ToldBy.Source)).When(now => told.Again(now, wasLost: true)).Then(new ProjectRestored());
        Given(Planned, new ProjectArchived()).When(now => told.Again(now, wasLost: true)).Then(new ProjectRestored()); // as it was written before it said who
        Given(Planned, new ProjectArchived(ToldBy.Person)).When(now => told.Again(now, wasLost: true)).ThenNothing();
        Given(Planned, new ProjectArchived(ToldBy.Person), new ProjectRestored(), new ProjectArchived(ToldBy.Source)).When(now => told.Again(now, wasLost: true)).Then(new ProjectRestored());
    }

    private static AskedInvoice Asked(AskedState state, decimal outstanding) => new(Invoice, "INV-7", Client, state, new(outstanding, Usd), []);
}
