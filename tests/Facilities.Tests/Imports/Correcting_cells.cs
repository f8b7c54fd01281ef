using System.Text;
using Billing.Documents;
using static Billing.Facilities.Tests.Tracker;

namespace Billing.Facilities.Tests;

public class Correcting_cells
{
    private const string Lines = "North,Elm,11/01/2025,10/01/2025,10/31/2025,Paid,n/a,10.00,11/14/2025,late\nNorth,Oak,11/13/2025,10/01/2025,10/31/2025,Lost,5.00,,,\nNorth,Ash,11/01/2025,10/01/2025,10/31/2025,Paid,7.00,,,\n";

    private static readonly byte[] Sheet = Encoding.UTF8.GetBytes(Header + Lines);

    [Fact]
    public void makes_good_lines_of_rejected_ones()
    {
        var plan = Plan(Sheet, options: With((2, "Billed", " 12.50 "), (3, "Status", "Billed")));
        Assert.Empty(plan.Rejected);
        Assert.Equal((3, Dollars(24.5m)), (plan.Accepted, plan.Totals[0].Billed));
        Assert.Equal([new ImportCellCorrected(2, "Billed", "n/a", "12.50"), new ImportCellCorrected(3, "Status", "Lost", "Billed")], plan.Corrected);
    }

    [Fact]
    public void leaves_the_others_rejected_and_says_what_is_still_wrong()
    {
        var plan = Plan(Sheet, options: With((2, "Billed", "12,50.1")));
        Assert.Equal(["2 Billed 12,50.1 not-an-amount", "3 Status Lost unknown-status"], plan.Rejected.Select(e => $"{e.Line} {e.Column} {e.Value} {e.Code}"));
    }

    [Fact]
    public void to_nothing_clears_a_cell_that_may_be_blank()
    {
        var plan = Plan(Sheet, options: With((3, "Status", "")));
        Assert.Null(plan.Rows.Single(row => row.Says.Line == 3).Says.Status);
    }

    [Fact]
    public void does_not_decide_how_the_rest_of_the_file_is_read()
    {
        var plan = Plan(Sheet, options: With((3, "Billing Date", "31/12/2025"), (3, "Status", "Paid")));
        Assert.Contains(plan.Rejected, e => (e.Line, e.Column, e.Code) == (3, "Billing Date", "not-a-date"));
        Assert.Equal((DateOrder.Mdy, Day("2025-11-01")), (plan.File.DateOrder, Assert.Single(plan.Rows).Says.BillingDate));
    }

    [Fact]
    public async Task of_a_workbook_is_read_as_it_is_typed()
    {
        var file = new MemoryStream();
        SheetColumn<(string Name, decimal Amount)>[] columns = [SheetColumn<(string Name, decimal Amount)>.Text("Group", _ => "North"), SheetColumn<(string Name, decimal Amount)>.Text("Facility", r => r.Name), SheetColumn<(string Name, decimal Amount)>.Text("From", _ => "2025-10-01"), SheetColumn<(string Name, decimal Amount)>.Text("To", _ => "2025-10-31"), SheetColumn<(string Name, decimal Amount)>.Number("Billed", r => r.Amount)];
        await SheetWriter.XlsxAsync(file, [SheetTable.Of("T", columns, [("Elm", 10.005m), ("Oak", 1.5m)])], stop: TestContext.Current.CancellationToken);
        var options = With((2, "Billed", "1.010,05")) with { Decimal = DecimalMark.Comma };
        var plan = Plan(file.ToArray(), options: options);
        Assert.Equal([Dollars(1010.05m), Dollars(1.5m)], plan.Rows.Select(row => row.Says.Billed!.Value));
    }

    [Fact]
    public void into_what_stands_there_is_no_correction() => Assert.Empty(Plan(Sheet, options: With((2, "Note", "on time"), (2, "Note", "late"))).Corrected);

    [Theory]
    [InlineData(9, "Billed")]
    [InlineData(1, "Billed")]
    [InlineData(2, "Amount")]
    [InlineData(5, "Billed")]
    public void that_are_not_there_is_refused(int line, string column)
    {
        var torn = Encoding.UTF8.GetBytes(Header + Lines + "North,Elm,11/01/2025,10/01/2025,10/31/2025,,1,234.50,,,,\n");
        Assert.Equal("no-such-cell", ImportSheet.Read(torn, Empty, With((line, column, "1"))).Refusal!.Code);
    }

    [Fact]
    public void of_half_a_file_is_refused() =>
        Assert.Equal("too-many-corrections", ImportSheet.Read(Sheet, Empty, With([.. Enumerable.Repeat((2, "Billed", "1"), Corrections.Most + 1)])).Refusal!.Code);

    [Fact]
    public async Task leaves_only_the_rest_to_download()
    {
        var left = new MemoryStream();
        await RejectedRows.WriteAsync(left, Read(Sheet, options: With((2, "Billed", "12.50"), (3, "Note", "see letter"))), TestContext.Current.CancellationToken);
        var row = Assert.Single(SheetReader.Read(left.ToArray()).Sheet!.Rows);
        Assert.Equal(("Oak", "see letter"), (row[1], row[9]));
    }

    private static ImportOptions With(params (int Line, string Column, string Value)[] cells) => new() { Corrections = [.. cells.Select(cell => new CellCorrection(cell.Line, cell.Column, cell.Value))] };
}
