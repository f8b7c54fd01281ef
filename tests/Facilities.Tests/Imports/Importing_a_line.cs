using System.Text;
using Billing.Documents;
using static Billing.Facilities.Tests.Tracker;

namespace Billing.Facilities.Tests;

public class Importing_a_line
{
    private const string Good = "North,Elm,11/01/2025,10/01/2025,10/31/2025,Paid,\"$1,234.50\",1234.5,11/14/2025,on time\n";

    [Fact]
    public void says_what_its_cells_say()
    {
        var row = Assert.Single(Lines(Good).Rows);
        Assert.Equal(ImportOutcome.New, row.Outcome);
        Assert.Equal(
            new ImportLine(2, "North", "Elm", new Period(Day("2025-10-01"), Day("2025-10-31")))
            {
                BillingDate = Day("2025-11-01"), Status = Statuses[4], Billed = Dollars(1234.5m), Paid = Dollars(1234.5m), PaidOn = Day("2025-11-14"), Note = "on time",
            },
            row.Says);
    }

    [Theory]
    [InlineData(",Elm,11/01/2025,10/01/2025,10/31/2025,,,,,", "Group", "name-missing")]
    [InlineData("North,,11/01/2025,10/01/2025,10/31/2025,,,,,", "Facility", "name-missing")]
    [InlineData("North,E\u202Elm,11/01/2025,10/01/2025,10/31/2025,,,,,", "Facility", "name-has-hidden-characters")]
    [InlineData("North,Elm,02/30/2025,10/01/2025,10/31/2025,,,,,", "Billing Date", "not-a-date")]
    [InlineData("North,Elm,11/01/2025,,10/31/2025,,,,,", "From Date", "not-a-date")]
    [InlineData("North,Elm,11/01/2025,10/31/2025,10/01/2025,,,,,", "Through Date", "ends-before-it-begins")]
    [InlineData("North,Elm,11/01/2025,10/01/2025,10/31/2025,Gone,,,,", "Status", "unknown-status")]
    [InlineData("North,Elm,11/01/2025,10/01/2025,10/31/2025,,n/a,,,", "Billed", "not-an-amount")]
    [InlineData("North,Elm,11/01/2025,10/01/2025,10/31/2025,,,1.005,,", "Paid", "too-many-decimals")]
    [InlineData("North,Elm,11/01/2025,10/01/2025,10/31/2025,,€5,,,", "Billed", "other-currency")]
    [InlineData("North,Elm,11/01/2025,10/01/2025,10/31/2025,,,,31/31/2025,", "Date Paid", "not-a-date")]
    [InlineData("North,Elm,11/01/2025,10/01/2025,10/31/2025,,1,234.50,,,,", null, "row-too-long")]
    public void is_rejected_for_the_cell_at_fault(string line, string? column, string code)
    {
        var plan = Lines($"{line}\nSouth,Oak,11/14/2025,10/14/2025,11/13/2025,,7.25,,,\n");
        Assert.Contains(plan.Rejected, e => (e.Line, e.Column, e.Code) == (2, column, code));
        Assert.Equal(("Oak", 1), (Assert.Single(plan.NewFacilities).Name, plan.RejectedLines));
    }

    [Fact]
    public void is_told_everything_that_is_wrong_with_it_at_once()
    {
        var plan = Lines("North,Elm,x,10/01/2025,10/31/2025,Gone,n/a,,,\n");
        Assert.Equal(["Billing Date", "Status", "Billed"], plan.Rejected.Select(e => e.Column!));
        Assert.Equal((0, 0, 1), (plan.Accepted, plan.Unchanged, plan.RejectedLines));
    }

    [Fact]
    public void that_bills_a_period_again_with_other_values_names_the_first_line()
    {
        var plan = Lines(Good + "\n" + Good.Replace("Paid", "Billed", StringComparison.Ordinal));
        var error = Assert.Single(plan.Rejected);
        Assert.Equal((4, "From Date", "period-taken"), (error.Line, error.Column, error.Code));
        Assert.Contains("Line 2 ", error.Reason, StringComparison.Ordinal);
        Assert.Equal(1, plan.Accepted);
    }

    [Theory]
    [InlineData(Good), InlineData("north, ELM ,11012025,2025-10-01,10/31/2025,paid,1234.50,\"1,234.50\",11142025,on time\n")]
    public void that_says_the_same_again_is_a_repetition(string again)
    {
        var plan = Lines(Good + again);
        Assert.Equal([new RepeatedRow(3, 2)], plan.Repeated);
        Assert.Equal((1, 1, 0, 1), (plan.Accepted, plan.Unchanged, plan.RejectedLines, plan.NewFacilities.Count));
    }

    [Fact]
    public void of_a_date_that_lost_its_zero_in_a_spreadsheet_is_read() => Assert.Equal(Day("2025-02-01"), Assert.Single(Lines("North,Elm,2012025,01012025,01312025,,,,,\n").Rows).Says.BillingDate);

    [Fact]
    public void whose_text_was_neutralised_gets_it_back() => Assert.Equal("=late", Assert.Single(Lines("North,Elm,11/14/2025,10/01/2025,10/31/2025,,,,,'=late\n").Rows).Says.Note);

    [Fact]
    public void that_reads_both_ways_is_read_as_the_organisation_writes_and_said_so()
    {
        const string line = "North,Elm,03/04/2025,03/04/2025,05/04/2025,,1.234,,,\n";
        var plan = Lines(line, options: new ImportOptions { UsualDateOrder = DateOrder.Dmy, UsualDecimal = DecimalMark.Comma });
        Assert.Equal((Day("2025-04-03"), Dollars(1234)), (plan.Rows[0].Says.BillingDate, plan.Rows[0].Says.Billed));
        Assert.Equal(("03/04/2025", "1.234"), (plan.File.DatesInDoubt, plan.File.AmountsInDoubt));
        var chosen = Lines(line, options: new ImportOptions { DateOrder = DateOrder.Mdy, Decimal = DecimalMark.Comma });
        Assert.Equal((Day("2025-03-04"), null), (chosen.Rows[0].Says.BillingDate, chosen.File.DatesInDoubt));
    }

    [Fact]
    public void cannot_be_read_without_the_columns_that_matter()
    {
        var refusal = ImportSheet.Read(Encoding.UTF8.GetBytes("Group,Site,Billed\nNorth,Elm,5\n"), Empty, new ImportOptions()).Refusal!;
        Assert.Equal("missing-columns", refusal.Code);
        Assert.Equal(["From Date", "Through Date"], (string[])refusal.Details!["missing"]!);
    }

    [Fact]
    public void of_a_file_that_is_no_sheet_is_not_reached()
    {
        var refusal = ImportSheet.Read(Encoding.UTF8.GetBytes(Header + "North,\"Elm\n"), Empty, new ImportOptions()).Refusal!;
        Assert.Equal(("open-quote", 2, "Facility"), (refusal.Code, refusal.Details!["line"], refusal.Details["column"]));
    }
}
