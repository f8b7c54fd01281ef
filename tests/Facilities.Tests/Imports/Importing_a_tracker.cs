using Billing.Documents;
using static Billing.Facilities.Tests.Tracker;

namespace Billing.Facilities.Tests;

public class Importing_a_tracker
{
    private static readonly ImportPlan Tracked = Plan(Tracker.File);

    [Fact]
    public void takes_every_good_line() => Assert.Equal((883, 876, 1, 6), (Tracked.File.Rows, Tracked.Accepted, Tracked.Unchanged, Tracked.RejectedLines));

    [Fact]
    public void sums_what_was_billed_and_paid() => Assert.Equal([new ImportTotal(Dollars(3_863_848.84m), Dollars(3_734_813.41m))], Tracked.Totals);

    [Fact]
    public void names_the_cell_and_the_reason_of_every_bad_line() => Assert.Equal(
        [
            (52, "Billing Date", "13/45/2025", "not-a-date"),
            (122, "Through Date", "10/01/2025", "ends-before-it-begins"),
            (182, "Billed", "n/a", "not-an-amount"),
            (263, "Group", "", "name-missing"),
            (337, "Status", "Lost", "unknown-status"),
            (404, "Billed", "$10.005", "too-many-decimals"),
        ],
        Tracked.Rejected.Select(e => (e.Line, e.Column!, e.Value, e.Code)));

    [Fact]
    public void offers_the_statuses_there_are() => Assert.Equal(Statuses.Select(s => s.Name), Tracked.Rejected.Single(e => e.Code == "unknown-status").Offers!);

    [Fact]
    public void reports_the_line_that_repeats_another() => Assert.Equal([new RepeatedRow(202, 102)], Tracked.Repeated);

    [Fact]
    public void infers_each_groups_schedule() => Assert.Equal(
        [
            "Alabama Facilities: Monthly on day 1, arrears", "Georgia Facilities: Monthly on day 15, arrears", "Month End Group: Monthly on day 31, arrears", "Weekly Facilities: Weekly on Friday, arrears",
        ],
        Tracked.NewGroups.Select(g => $"{g.Name}: {g.Schedule?.Words}").Order(StringComparer.Ordinal));

    [Fact]
    public void makes_no_facility_for_a_rejected_line()
    {
        Assert.Equal((34, 34), (Tracked.NewFacilities.Count, Tracked.NewGroups.Sum(g => g.Facilities)));
        Assert.DoesNotContain(Tracked.NewFacilities, f => f.Name.StartsWith("Nowhere", StringComparison.Ordinal));
    }

    [Fact]
    public void shows_how_the_file_was_read()
    {
        var file = Tracked.File;
        Assert.Equal(("utf-8", ',', DateOrder.Mdy, DecimalMark.Point, 10), (file.Origin.Encoding, file.Origin.Separator, file.DateOrder, file.Decimal, file.Mapping.Count));
        Assert.Equal((null, null, 0), (file.DatesInDoubt, file.AmountsInDoubt, file.Notes.Count));
    }

    [Fact]
    public void previews_the_first_lines_and_every_rejected_one()
    {
        var preview = ImportPreview.Of(Read(Tracker.File), Tracked, first: 3).ToList();
        Assert.Equal([2, 3, 4, 52, 122, 182, 263, 337, 404], preview.Select(p => p.Line));
        Assert.Equal(("Meadow Health", ImportOutcome.New, ImportOutcome.Rejected), (preview[0].Cells["Facility"], preview[0].Outcome, preview[3].Outcome));
    }

    [Fact]
    public void again_changes_nothing()
    {
        var again = Plan(Tracker.File, After(Tracked));
        Assert.Equal((0, 877, 6, 0, 0), (again.Accepted, again.Unchanged, again.RejectedLines, again.NewGroups.Count, again.NewFacilities.Count));
        Assert.Equal(Tracked.Totals, again.Totals);
    }

    [Fact]
    public void takes_the_schedule_a_person_chose()
    {
        var schedule = Schedule.Of(new ScheduleTerms(Frequency.Monthly, PeriodRule.Arrears) { DayOfMonth = 2 }).Value;
        var chosen = Plan(Tracker.File, options: new ImportOptions { Schedules = new Dictionary<string, Schedule> { ["alabama facilities"] = schedule } });
        Assert.Equal(new { Schedule = (Schedule?)schedule, Chosen = true, Explained = 0 }, chosen.NewGroups.Where(g => g.Name == "Alabama Facilities").Select(g => new { g.Schedule, g.Chosen, g.Explained }).Single());
    }
}
