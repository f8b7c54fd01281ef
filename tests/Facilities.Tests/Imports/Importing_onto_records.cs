using static Billing.Facilities.Tests.Tracker;

namespace Billing.Facilities.Tests;

public class Importing_onto_records
{
    private static readonly Currency Eur = Currency.Parse("EUR");
    private static readonly KnownGroup North = new(FacilityGroupId.From(Guid.NewGuid()), "North", Eur, [new Status(StatusId.From(Guid.NewGuid()), "Sent", "#FDE047", false)]);
    private static readonly KnownFacility Elm = new(FacilityId.From(Guid.NewGuid()), North.Id, "Elm");
    private static readonly Period October = new(Day("2025-10-01"), Day("2025-10-31"));
    private static readonly KnownRecord There = new(Guid.NewGuid(), 3, Day("2025-11-01"), North.Statuses[0].Id, new Money(5, Eur), null, null, "kept");

    [Theory]
    [InlineData("sent,5.00,,,kept", "Unchanged", ""), InlineData(",,,,", "Unchanged", ""), InlineData("Sent,5,5,11/14/2025,kept", "Changed", "paid,paidOn"), InlineData(",6,,,new", "Changed", "billed,note")]
    public void changes_only_what_a_line_says_otherwise(string cells, string outcome, string changes)
    {
        var plan = Lines($"NORTH,elm,11/01/2025,10/01/2025,10/31/2025,{cells}\n", Ground());
        var row = Assert.Single(plan.Rows);
        Assert.Equal((outcome, changes, "North", "Elm"), (row.Outcome.ToString(), string.Join(',', row.Changes), row.Says.Group, row.Says.Facility));
        Assert.Equal((0, 0), (plan.NewGroups.Count, plan.NewFacilities.Count));
    }

    [Fact]
    public void takes_another_period_of_a_known_facility_as_new()
    {
        var plan = Lines("North,Elm,12/01/2025,11/01/2025,11/30/2025,,5,,,\n", Ground());
        Assert.Equal((ImportOutcome.New, Elm), (Assert.Single(plan.Rows).Outcome, plan.Rows[0].Says.KnownFacility));
        Assert.Equal([new ImportTotal(new Money(5, Eur), Money.Zero(Eur))], plan.Totals);
    }

    [Fact]
    public void counts_each_currency_for_itself()
    {
        var plan = Lines("North,Elm,12/01/2025,11/01/2025,11/30/2025,,5.25,,,\nSouth,Oak,12/14/2025,11/14/2025,12/13/2025,,7,2,,\n", Ground());
        Assert.Equal([new ImportTotal(new Money(5.25m, Eur), Money.Zero(Eur)), new ImportTotal(Dollars(7), Dollars(2))], plan.Totals);
        Assert.Equal(("South", "Oak"), (Assert.Single(plan.NewGroups).Name, Assert.Single(plan.NewFacilities).Name));
    }

    [Fact]
    public void offers_the_statuses_of_that_group() => Assert.Equal(["Sent"], Assert.Single(Lines("North,Elm,11/14/2025,10/01/2025,10/31/2025,Paid,,,,\n", Ground()).Rejected).Offers!);

    [Fact]
    public void asks_to_restore_what_is_archived()
    {
        Assert.Equal("group-archived", Assert.Single(Lines("North,Fir,11/14/2025,10/01/2025,10/31/2025,,,,,\n", Ground(group: Standing.Archived)).Rejected).Code);
        Assert.Equal("facility-archived", Assert.Single(Lines("North,Elm,11/14/2025,10/01/2025,10/31/2025,,,,,\n", Ground(facility: Standing.Archived)).Rejected).Code);
    }

    [Fact]
    public void makes_anew_what_was_withdrawn()
    {
        var plan = Lines("North,Elm,11/14/2025,10/01/2025,10/31/2025,,,,,\n", Ground(group: Standing.Withdrawn));
        Assert.Equal((1, 1, 1), (plan.NewGroups.Count, plan.NewFacilities.Count, plan.Accepted));
    }

    private static ImportGround Ground(Standing group = Standing.Active, Standing facility = Standing.Active) =>
        new([North with { Standing = group }], [Elm with { Standing = facility }], Statuses, Usd, (id, period) => (id, period) == (Elm.Id, October) ? There : null);
}
