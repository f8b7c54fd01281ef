using Billing.Web;
using FsCheck;
using FsCheck.Fluent;

namespace Billing.Support.Tests.Months;

/// <summary>Whatever was done for a client in a month, what explains its lines adds up to them, and to the month.</summary>
public class Explaining_any_month
{
    private static readonly Currency Usd = Currency.Parse("USD");
    private static readonly DateOnly June = new(2025, 6, 1);

    private static readonly Gen<BillableHours> Requests =
        from minutes in Gen.Choose(0, 600)
        from urgency in Gen.Elements(Enum.GetValues<Urgency>())
        from rate in Gen.Elements(150m, 175.555m, 250m)
        select new BillableHours(Guid.Empty, June, TimeOnly.MinValue, urgency, new(decimal.Round(minutes / 60m, 4)), new(rate));

    private static readonly Gen<SiteMonth> Sites =
        from start in Gen.Choose(-10, 29)
        from fee in Gen.Elements(99m, 99.99m, 50m, 0m)
        select new HostedSite(Guid.Empty, "Acme", June.AddDays(start), null, [new HostingFee(June, new Money(fee, Usd))]).Of(June);

    [Fact]
    public void adds_up_line_by_line() => Prop.ForAll(Requests.ListOf().ToArbitrary(), Sites.ListOf().ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (requests, sites, free) =>
    {
        var hosted = sites.Select((site, i) => site with { Id = Id(i), Free = i % 3 == 0 }).ToList();
        var shared = FreeHours.Share(requests.Select((one, i) => one with { Id = Id(1_000 + i) }), new(free / 4m), FreeHoursOrder.Earliest);
        var ground = new LineGround([.. shared.Select(one => new ClosedRequest(one.Of.Id, June, one.Of.Urgency, one.Of.Hours, one.Of.Rate, one.Free))], hosted);
        var explained = new ExplainedLines(Usd, ground, null);
        return MonthLines.OfHours(June, shared).Concat(MonthLines.OfHosting(June, hosted)).All(line => explained.Of(line) is var node && node.Amount == (ExactAmount)line.Amount(Usd) && AddsUp(node));
    }).QuickCheckThrowOnFailure();

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static bool AddsUp(Explained node) => node.Name != ExplainedAs.NotExplained
        && (node.Parts.Count == 0 || node.Amount == ExactAmount.Sum(node.Amount.Currency, node.Parts.Select(part => part.Amount))) && node.Parts.All(AddsUp);
}
