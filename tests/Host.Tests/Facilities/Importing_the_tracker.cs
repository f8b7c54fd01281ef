namespace Billing.Host.Tests.Facilities;

public class Importing_the_tracker : Office
{
    private const string Rows = "select * from facilities_billing_records where not withdrawn";

    [Fact]
    public async Task gives_876_records_one_repeat_and_six_rejected_lines()
    {
        var dry = (await Ours.Post("/api/facilities/import?dryRun=true", Tracker)).Ok();
        Assert.Equal("0", (await Ours.Get("/api/billing-records?limit=1")).Ok().Text("count"));

        var done = (await Ours.Post("/api/facilities/import", Tracker)).Ok();
        foreach (var answer in new[] { dry, done })
        {
            Assert.Equal(876, answer["accepted"]!.GetValue<int>());
            Assert.Equal(1, answer["unchanged"]!.GetValue<int>());
            Assert.Equal("202 102", $"{answer.Text("repeated.0.line")} {answer.Text("repeated.0.firstLine")}");
            Assert.Equal("3863848.84 3734813.41 USD", $"{answer.Text("totals.0.billed.amount")} {answer.Text("totals.0.paid.amount")} {answer.Text("totals.0.currency")}");
            Assert.Equal(
                ["52 Billing Date not-a-date", "122 Through Date ends-before-it-begins", "182 Billed not-an-amount", "263 Group name-missing", "337 Status unknown-status", "404 Billed too-many-decimals"],
                answer["rejected"]!.AsArray().Select(r => $"{r.Text("line")} {r.Text("column")} {r.Text("code")}"));
            Assert.All(answer["rejected"]!.AsArray(), r => Assert.NotEqual("", r.Text("reason")));
            Assert.Equal(["Alabama Facilities monthly 1", "Georgia Facilities monthly 15", "Month End Group monthly 31", "Weekly Facilities weekly friday"],
                answer["newGroups"]!.AsArray().Select(g => $"{g.Text("name")} {g.Text("schedule.frequency")} {g.Text("schedule.dayOfMonth")}{g.Text("schedule.dayOfWeek")}"));
            Assert.Equal(34, answer["newFacilities"]!.GetValue<int>());
        }

        var list = (await Ours.Get("/api/billing-records?limit=1")).Ok();
        Assert.Equal("876 3863848.84 3734813.41 129035.43", $"{list.Text("count")} {list.Text("totals.0.billed.amount")} {list.Text("totals.0.paid.amount")} {list.Text("totals.0.outstanding.amount")}");
        Assert.Equal("0", (await Theirs.Get("/api/billing-records?limit=1")).Ok().Text("count"));
    }

    [Fact]
    public async Task again_changes_nothing_and_undone_it_is_as_before()
    {
        await Ours.Record(await Ours.Facility(await Ours.Group("Ours before")), "2025-01-01", "2025-01-31", new { billed = "12.00" });
        var (records, groups) = (await Table(Rows), await Table("select * from facilities_groups where standing = 'active'"));
        var import = (await Ours.Post("/api/facilities/import", Tracker)).Ok().Text("importId");
        var after = await Table(Rows);

        var again = (await Ours.Post("/api/facilities/import", Tracker)).Ok();
        Assert.Equal("0 877", $"{again.Text("accepted")} {again.Text("unchanged")}");
        Assert.Equal(after, await Table(Rows));

        var undone = (await Ours.Post($"/api/imports/{import}/undo")).Ok();
        Assert.Equal(876, undone["undone"]!.GetValue<int>());
        Assert.Empty(undone["kept"]!.AsArray());
        Assert.Equal(records, await Table(Rows));
        Assert.Equal(groups, await Table("select * from facilities_groups where standing = 'active'"));
        Assert.Single((await Ours.Get("/api/facilities")).Ok()["items"]!.AsArray());
        (await Ours.Post($"/api/imports/{import}/undo")).Refused("import-undone");

        Assert.Equal(876, (await Ours.Post("/api/facilities/import", Tracker)).Ok()["accepted"]!.GetValue<int>());
    }

    [Fact]
    public async Task undone_keeps_what_people_changed_since_and_restores_what_it_had_changed()
    {
        var sheet = "Group,Facility,Billing Date,From Date,Through Date,Status,Billed,Paid\nG,One,2025-02-01,2025-01-01,2025-01-31,Billed,100.00,\nG,Two,2025-02-01,2025-01-01,2025-01-31,Billed,200.00,\n"u8.ToArray();
        (await Ours.Post("/api/facilities/import", sheet)).Ok();
        var second = (await Ours.Post("/api/facilities/import", System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(sheet).Replace("Billed,100.00", "Paid,100.00", StringComparison.Ordinal).Replace("200.00", "250.00", StringComparison.Ordinal)))).Ok();
        Assert.Equal("2 0", $"{second.Text("accepted")} {second.Text("unchanged")}");
        var two = (await Ours.Get("/api/billing-records?search=Two")).Ok().Text("items.0.id");
        (await Ours.Post("/api/billing-records", new { id = two, note = "by hand" })).Ok();

        var undone = (await Ours.Post($"/api/imports/{second.Text("importId")}/undo")).Ok();
        Assert.Equal("1 Two", $"{undone.Text("undone")} {undone.Text("kept.0.facility")}");
        var rows = (await Ours.Get("/api/billing-records?sort=facility")).Ok()["items"]!;
        var statuses = (await Ours.Get("/api/status-sets")).Ok()["items"]![0]!["statuses"]!.AsArray();
        Assert.Equal("Billed", statuses.Single(s => s.Text("id") == rows.Text("0.statusId")).Text("name"));
        Assert.Equal("250.00 by hand", $"{rows.Text("1.billed.amount")} {rows.Text("1.note")}");
    }

    [Fact]
    public async Task twice_at_once_takes_it_once()
    {
        var both = await Task.WhenAll(Ours.Post("/api/facilities/import", Tracker), Ours.Post("/api/facilities/import", Tracker));
        Assert.Equal(876, both.Sum(b => b.Ok()["accepted"]!.GetValue<int>()));
        Assert.Equal("876", (await Ours.Get("/api/billing-records?limit=1")).Ok().Text("count"));
    }

    [Fact]
    public async Task of_twenty_thousand_lines_takes_them_all_and_tells_how_far_it_is()
    {
        var sheet = new System.Text.StringBuilder("Group,Facility,Billing Date,From Date,Through Date,Status,Billed,Paid,Date Paid,Note\n");
        for (var facility = 0; facility < 200; facility++)
            for (var month = 0; month < 100; month++)
            {
                var from = new DateOnly(2015, 1, 1).AddMonths(month);
                sheet.Append(System.Globalization.CultureInfo.InvariantCulture, $"Big,Facility {facility},{from.AddMonths(1):yyyy-MM-dd},{from:yyyy-MM-dd},{from.AddMonths(1).AddDays(-1):yyyy-MM-dd},Paid,{facility + 1}.10,{facility + 1}.10,{from.AddMonths(2):yyyy-MM-dd},n\n");
            }
        var import = Guid.CreateVersion7();
        var running = Ours.Post($"/api/facilities/import?importId={import}", System.Text.Encoding.UTF8.GetBytes(sheet.ToString()));
        var seen = new HashSet<string>();
        while (!running.IsCompleted)
        {
            var at = await Ours.Get($"/api/imports/{import}");
            if ((int)at.Status == 200) seen.Add(at.Json.Text("state"));
        }
        Assert.Equal(20_000, (await running).Ok()["accepted"]!.GetValue<int>());
        Assert.Contains("running", seen);
        Assert.Equal("done 1", $"{(await Ours.Get($"/api/imports/{import}")).Ok().Text("state")} {(await Ours.Get($"/api/imports/{import}")).Ok().Text("progress")}");
        Assert.Equal("20000", (await Ours.Get("/api/billing-records?limit=1")).Ok().Text("count"));
    }
}
