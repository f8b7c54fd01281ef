using System.Text;
using Billing.Documents;
using static Billing.Facilities.Tests.Tracker;

namespace Billing.Facilities.Tests;

public class The_rejected_rows
{
    [Fact]
    public async Task carry_their_reasons()
    {
        var sheet = SheetReader.Read(await Rejected(Tracker.File)).Sheet!;
        Assert.Equal([.. Header.TrimEnd().Split(','), "Reason"], sheet.Columns);
        Assert.Equal(6, sheet.Rows.Count);
        Assert.Equal(["13/45/2025", "2025-10-01"], sheet.Rows[0].Cells.Skip(2).Take(2));
        Assert.StartsWith("Billing Date: “13/45/2025” is not a date", sheet.Rows[0][10], StringComparison.Ordinal);
    }

    [Fact]
    public async Task put_right_are_taken_and_add_up()
    {
        var first = Plan(Tracker.File);
        var text = Encoding.UTF8.GetString(await Rejected(Tracker.File));
        var put = text.Replace("13/45/2025", "11/01/2025", StringComparison.Ordinal).Replace("n/a", "100.00", StringComparison.Ordinal).Replace("10.005", "10.00", StringComparison.Ordinal)
            .Replace("Lost", "Paid", StringComparison.Ordinal).Replace("\n,Willow Court", "\nGeorgia Facilities,Willow Court", StringComparison.Ordinal).Replace("2025-10-31,2025-10-01", "2025-09-01,2025-09-05", StringComparison.Ordinal);
        var second = Plan(Encoding.UTF8.GetBytes(put), After(first));
        Assert.Equal((6, 0, 0), (second.Accepted, second.Unchanged, second.RejectedLines));
        Assert.Equal([new ImportTotal(Dollars(330), Dollars(0))], second.Totals);
    }

    [Fact]
    public async Task of_a_file_with_commas_and_the_day_first_read_the_same_alone()
    {
        var file = Encoding.UTF8.GetBytes("Group;Facility;From Date;Through Date;Billed;Note\nA;B;03.04.2025;14.04.2025;-1.234,50;=x\nA;C;03.04.2025;14.04.2025;oops;-y\nA;D;05.04.2025;14.04.2025;5,25;z\n");
        var rejected = await Rejected(file);
        var text = Encoding.UTF8.GetString(rejected);
        Assert.Contains("A;C;2025-04-03;2025-04-14;oops;'-y;", text, StringComparison.Ordinal);
        var again = Plan(Encoding.UTF8.GetBytes(text.Replace("oops", "-1.234,50", StringComparison.Ordinal)));
        Assert.Equal((Dollars(-1234.5m), "-y", Day("2025-04-03")), (again.Rows[0].Says.Billed, again.Rows[0].Says.Note, again.Rows[0].Says.Period.From));
    }

    [Fact]
    public async Task of_a_torn_line_keep_every_cell_and_are_not_taken_unmended()
    {
        var torn = await Rejected(Encoding.UTF8.GetBytes(Header + "North,Elm,,10/01/2025,10/31/2025,,1,234.50,,,\nNorth,Elm,,09/01/2025,09/30/2025,,5,,,\nNorth,Elm,,08/01/2025,08/31/2025,,5,,,\n"));
        var row = Assert.Single(SheetReader.Read(torn).Sheet!.Rows);
        Assert.Equal(("North | Elm |  | 10/01/2025 | 10/31/2025 |  | 1 | 234.50 |  |  | ", ""), (row[0], row[1]));
        Assert.Equal((0, 1), (Plan(torn).Accepted, Plan(torn).RejectedLines));
    }

    [Fact]
    public async Task of_a_second_round_have_one_reason_only()
    {
        var twice = await Rejected(await Rejected(Tracker.File));
        var sheet = SheetReader.Read(twice).Sheet!;
        Assert.Equal((11, 6), (sheet.Columns.Count, sheet.Rows.Count));
        Assert.Equal(1, sheet.Rows[0][10].Split("Billing Date:").Length - 1);
    }

    private static async Task<byte[]> Rejected(byte[] file)
    {
        var bytes = new MemoryStream();
        await RejectedRows.WriteAsync(bytes, Read(file), TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
