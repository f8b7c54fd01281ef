using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Support.SupportLedger, Billing.Support.SupportLedgerEvent>;

namespace Billing.Support.Tests.Months;

public class A_month_that_is_closed
{
    private static readonly Currency Usd = Currency.Parse("USD");
    private static readonly Guid Client = new("0193e0c0-0000-7000-8000-000000000001");
    private static readonly DateOnly June = new(2025, 6, 1), July = new(2025, 7, 1), Today = new(2025, 11, 19);

    [Fact]
    public void without_anything_is_not_closed() => Given().When(ledger => MonthPlan.Of(Ground(ledger), June).Close(Today)).ThenNothing();

    [Fact]
    public void comes_to_nothing_new_when_it_is_closed_again()
    {
        var first = Close(SupportLedger.Initial, June, [Request(1, 10, "H12")], [], [Site("A", "2025-06-15")]);
        Assert.Equal("552.80", Sum(first));
        Assert.Empty(MonthPlan.Of(Ground(first.After, [Request(1, 10, "H12") with { Close = "x" }], [], [Site("A", "2025-06-15")]), June).Lines);
    }

    [Fact]
    public void leaves_late_requests_what_is_left_of_its_free_hours()
    {
        var first = Close(SupportLedger.Initial, June, [Request(1, 10, "L8")]);
        var late = Close(first.After, July, [Request(2, 2, "H3"), Request(3, 33, "L12")]);
        Assert.Equal(["Hours 2025-07 12 150", "FreeHours 2025-07 10 -150", "Hours 2025-06 3 250", "FreeHours 2025-06 2 -250"], late.Closed.Lines.Select(line => $"{line.Kind} {Billing.Support.Months.Write(line.Month)} {line.Quantity} {line.UnitPrice}"));
        Assert.Equal("550.00", Sum(late));
    }

    [Fact]
    public void does_not_take_what_lies_before_any_close() => Assert.Equal("0.00", Sum(Close(SupportLedger.Initial, July, [Request(1, 2, "H30"), Request(2, 33, "L10")])));

    [Fact]
    public void is_made_up_for_when_a_fee_was_not_known()
    {
        var first = Close(SupportLedger.Initial, June, [], [], [Site("A", "2025-01-01")]);
        var second = Close(first.After, July, [], [], [Site("A", "2025-01-01", 120)]);
        Assert.Equal(["Hosting 120", "HostingCorrection 21"], second.Closed.Lines.Select(line => $"{line.Kind} {line.UnitPrice}"));
        var third = Close(second.After, new(2025, 8, 1), [], [], [Site("A", "2025-01-01", 0)]);
        Assert.Equal(["HostingCorrection -120", "HostingCorrection -120"], third.Closed.Lines.Select(line => $"{line.Kind} {line.UnitPrice}"));
        Assert.Equal(Money.Zero(Usd), third.After.HostingOf(June)!.Net);
    }

    [Fact]
    public void counts_projects_that_were_invoiced_elsewhere_among_the_free_ones_and_does_not_bill_them()
    {
        var plan = MonthPlan.Of(Ground(SupportLedger.Initial, [], [Project("A", 10, 200) with { Elsewhere = true }, Project("B", 20, 300)], []), June);
        Assert.Equal(["Project B 300"], plan.Lines.Select(line => $"{line.Kind} {line.Subject} {line.UnitPrice}"));
    }

    [Fact]
    public void of_two_clients_that_were_merged_is_billed_once()
    {
        var theirs = Close(SupportLedger.Initial, June, [Request(1, 10, "L8")], [], [Site("A", "2025-01-01")]);
        var ours = Close(SupportLedger.Initial, June, [], [], [Site("B", "2025-01-01")]);
        var merged = ours.After.Apply(new LedgerTakenOver([theirs.Closed with { ClientId = new("0193e0c0-0000-7000-8000-000000000002") }]));
        Assert.True(MonthPlan.Of(Ground(merged, [], [], [Site("A", "2025-01-01"), Site("B", "2025-01-01")]), June).IsEmpty);
        Assert.Equal(3, MonthPlan.Of(Ground(merged), June).Number);
    }

    [Fact]
    public void is_not_worked_out_across_currencies()
    {
        Assert.Equal("project-in-another-currency", Ground(SupportLedger.Initial, [], [Project("A", 10, 200) with { Price = new(200, Currency.Parse("EUR")) }], []).Check([June])!.Code);
        Assert.Equal("site-in-another-currency", Ground(SupportLedger.Initial, [], [], [Site("A", "2025-06-15") with { Fees = [new(June, new(9, Currency.Parse("EUR")))] }]).Check([June])!.Code);
        Assert.Null(Ground(SupportLedger.Initial, [Request(1, 3, "H1")], [Project("A", 10, 200)], [Site("A", "2025-06-15")]).Check([June]));
    }

    [Fact]
    public void shows_of_each_request_what_it_adds_to_its_line()
    {
        // 33.33 an hour: each quarter of an hour would be 8.33, four of them 33.32.
        var rates = SupportTerms.Initial.Apply(new RatesAgreed(null, June, Usd, new(10), new(33.33m), new(40), new(50)));
        var ground = Ground(SupportLedger.Initial, [.. Enumerable.Range(1, 44).Select(id => Request(id, 3, "L0.25"))]) with { Terms = rates };
        var requests = MonthPage.Of(new BilledClient(Client, "Acme", Usd, true), ground, June, new Dictionary<Guid, RequestCard>(), [], new Dictionary<string, WantedInvoiceAnswer>()).Requests;
        Assert.Equal("366.63 333.30 33.33", $"{requests.Gross.ToAmountText()} {requests.Savings.ToAmountText()} {requests.Net.ToAmountText()}");
        Assert.Equal((requests.Gross, requests.Savings, requests.Net), (Sum(one => one.Gross), Sum(one => one.Savings), Sum(one => one.Net)));
        Assert.Equal((requests.Gross, requests.Net), (Assert.Single(requests.Tiers).Gross, requests.Tiers[0].Net));
        Assert.All(requests.Items, one => Assert.InRange(one.Gross.Amount, 8.33m, 8.34m));
        Money Sum(Func<RequestFigure, Money> of) => requests.Items.Select(of).Aggregate(Money.Zero(Usd), (sum, one) => sum + one);
    }

    [Fact]
    public void stands_on_an_invoice_in_the_clients_language()
    {
        var line = new MonthLine(MonthLineKind.Hours, June, Urgency.High, "", new(1), new(250), []);
        Assert.Equal(("Support in June 2025, emergency (p1)", "Support im Juni 2025, Notfall (p1)"), (LineWords.Of(line, null), LineWords.Of(line, "de")));
        Assert.All(Enum.GetValues<MonthLineKind>(), kind => Assert.NotEqual(LineWords.Of(line with { Kind = kind, Subject = "Acme" }, "en"), LineWords.Of(line with { Kind = kind, Subject = "Acme" }, "de")));
    }

    private static (MonthClosed Closed, SupportLedger After) Close(SupportLedger ledger, DateOnly month, IReadOnlyList<MonthRequest>? requests = null, IReadOnlyList<MonthProject>? projects = null, IReadOnlyList<HostedSite>? sites = null)
    {
        var closed = Assert.IsType<MonthClosed>(Assert.Single(MonthPlan.Of(Ground(ledger, requests, projects, sites), month).Close(Today).Events));
        return (closed, ledger.Apply(closed));
    }

    private static MonthGround Ground(SupportLedger ledger, IReadOnlyList<MonthRequest>? requests = null, IReadOnlyList<MonthProject>? projects = null, IReadOnlyList<HostedSite>? sites = null) =>
        new(Client, Usd, requests ?? [], projects ?? [], sites ?? [], SupportTerms.Initial, ledger);

    private static string Sum((MonthClosed Closed, SupportLedger After) close) => close.Closed.Lines.Aggregate(Money.Zero(Usd), (sum, line) => sum + line.Amount(Usd)).ToAmountText();

    /// <param name="day">Counted from the first of June.</param>
    private static MonthRequest Request(int id, int day, string text) =>
        new(new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), June.AddDays(day - 1), new(9, 0), Enum.GetValues<Urgency>().Single(one => one.ToString()[0] == text[0]), new(decimal.Parse(text[1..], System.Globalization.CultureInfo.InvariantCulture)), null);

    private static MonthProject Project(string name, int day, decimal price) => new(Guid.NewGuid(), name, ProjectCategories.LandingPage, new(2025, 6, day), new(price, Usd), null, false);

    private static HostedSite Site(string name, string start, decimal fee = 99) => new(new Guid(name[0], 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]), name, DateOnly.ParseExact(start, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), null, [new(new(2025, 1, 1), new(fee, Usd))]);
}
