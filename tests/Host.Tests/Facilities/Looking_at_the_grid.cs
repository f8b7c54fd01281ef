using System.Globalization;

namespace Billing.Host.Tests.Facilities;

public class Looking_at_the_grid : Office
{
    [Fact]
    public async Task pages_through_everything_once_in_any_order()
    {
        (await Ours.Post("/api/facilities/import", Tracker)).Ok();
        foreach (var sort in new[] { "", "facility,from", "-billed,facility", "outstanding,-from", "status,-paidOn", "note,group,-paid" })
        {
            var ids = new List<string>();
            for (var cursor = ""; ;)
            {
                var page = (await Ours.Get($"/api/billing-records?limit=200&sort={sort}{(cursor == "" ? "" : "&cursor=" + cursor)}")).Ok();
                ids.AddRange(page["items"]!.AsArray().Select(r => r.Text("id")));
                if ((cursor = page.Text("nextCursor")) == "") break;
            }
            Assert.Equal(876, ids.Count);
            Assert.Equal(876, ids.Distinct().Count());
        }
        var billed = (await Ours.Get("/api/billing-records?limit=200&sort=-billed")).Ok()["items"]!.AsArray().Select(r => decimal.Parse(r.Text("billed.amount"), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(billed.OrderDescending(), billed);
    }

    [Fact]
    public async Task filters_by_state_status_amount_and_words_with_totals_of_exactly_those()
    {
        var group = await Ours.Group(terms: 30);
        var (late, due, paid, over) = (await Ours.Facility(group, "Late"), await Ours.Facility(group, "Due today"), await Ours.Facility(group, "Paid"), await Ours.Facility(group, "Over"));
        await Ours.Record(late, "2025-09-01", "2025-09-30", new { billingDate = "2025-10-19", billed = "100.00" });
        await Ours.Record(due, "2025-09-01", "2025-09-30", new { billingDate = "2025-10-20", billed = "50.00", paid = "20.00" });
        await Ours.Record(paid, "2025-09-01", "2025-09-30", new { billed = "10.00", paid = "10.00" });
        await Ours.Record(over, "2025-09-01", "2025-09-30", new { billed = "10.00", paid = "12.50", note = "thanks 100%" });

        Assert.Equal("Late:overdue Due today:outstanding Paid:paid Over:overpaid", await Names("sort=-outstanding"));
        Assert.Equal("Late:overdue", await Names("state=overdue"));
        Assert.Equal("Due today:outstanding Late:overdue", await Names("state=outstanding&sort=facility"));
        Assert.Equal("Over:overpaid Paid:paid", await Names("state=paid&sort=facility"));
        Assert.Equal("Over:overpaid", await Names("search=100%25"));
        Assert.Equal("Due today:outstanding", await Names("minAmount=20&maxAmount=60"));
        Assert.Equal("Due today:outstanding Late:overdue Over:overpaid Paid:paid", await Names("statusId=none&sort=facility"));

        var totals = (await Ours.Get("/api/billing-records?state=outstanding")).Ok()["totals"]![0]!;
        Assert.Equal("150.00 20.00 130.00 100.00 2", $"{totals.Text("billed.amount")} {totals.Text("paid.amount")} {totals.Text("outstanding.amount")} {totals.Text("overdue.amount")} {totals.Text("records")}");
        var shown = (await Ours.Get("/api/facility-groups")).Ok()["items"]![0]!;
        Assert.Equal("4 127.50 100.00", $"{shown.Text("facilities")} {shown.Text("open.amount")} {shown.Text("overdue.amount")}");

        async Task<string> Names(string query) => string.Join(' ', (await Ours.Get("/api/billing-records?" + query)).Ok()["items"]!.AsArray().Select(r => $"{r.Text("facilityName")}:{r.Text("state")}"));
    }

    [Fact]
    public async Task filters_fit_every_column_alike_for_saved_rows_and_for_a_window()
    {
        var group = await Ours.Group(terms: 30);
        var (a, b, c) = (await Ours.Facility(group, "A"), await Ours.Facility(group, "B"), await Ours.Facility(group, "C"));
        await Ours.Record(a, "2025-09-01", "2025-09-30", new { billingDate = "2025-10-01", billed = "100.00", paid = "60.00", paidOn = "2025-10-20", note = "Call 100%" });
        await Ours.Record(b, "2025-09-01", "2025-09-30", new { billingDate = "2025-10-05", billed = "50.00" });
        await Ours.Record(c, "2025-09-01", "2025-09-30", new { billingDate = "2025-10-09", billed = "10.00", paid = "10.00", paidOn = "2025-10-25" });

        foreach (var window in new[] { "", "&from=2025-09-01&through=2025-09-30" })
        {
            Assert.Equal("A C", await Names("minPaid=10&maxPaid=60"));
            Assert.Equal("B", await Names("minOutstanding=45&maxOutstanding=50"));
            Assert.Equal("B C", await Names("billedFrom=2025-10-05"));
            Assert.Equal("A B", await Names("billedThrough=2025-10-05"));
            Assert.Equal("A", await Names("paidFrom=2025-10-01&paidThrough=2025-10-20"));
            Assert.Equal("A", await Names("note=call%20100%25"));
            Assert.Equal("B", await Names("blank=paid&blank=paidOn"));
            Assert.Equal("A", await Names("filled=note"));
            async Task<string> Names(string query) => string.Join(' ', (await Ours.Get($"/api/billing-records?sort=facility&{query}{window}")).Ok()["items"]!.AsArray().Select(r => r.Text("facilityName")));
        }
        Assert.Equal("?blank", (await Ours.Get("/api/billing-records?blank=facility")).Json.Text("errors.0.pointer"));
    }

    [Fact]
    public async Task finds_withdrawn_records_only_when_asked_and_restores_them()
    {
        var group = await Ours.Group();
        var facility = await Ours.Facility(group, "A");
        var kept = (await Ours.Record(facility, "2025-08-01", "2025-08-31", new { billed = "1" })).Text("id");
        var gone = (await Ours.Record(facility, "2025-09-01", "2025-09-30", new { billed = "2" })).Text("id");
        Assert.True((int)(await Ours.Delete($"/api/billing-records/{gone}")).Status < 300);

        Assert.Equal(kept, await Ids(""));
        foreach (var query in new[] { "state=withdrawn", "state=withdrawn&from=2025-09-01&through=2025-09-30" })
        {
            Assert.Equal(gone, await Ids(query));
            Assert.Equal("", await Ids(query, Theirs));
        }
        (await Ours.Post($"/api/billing-records/{gone}/restore", new { })).Ok();
        Assert.Equal("", await Ids("state=withdrawn"));

        async Task<string> Ids(string query, Api? of = null) => string.Join(' ', (await (of ?? Ours).Get("/api/billing-records?" + query)).Ok()["items"]!.AsArray().Select(r => r.Text("id")));
    }

    [Fact]
    public async Task of_a_window_has_one_row_per_facility_and_cycle()
    {
        var weekly = (await Ours.Post("/api/facility-groups", new { name = "Weekly", schedule = new { frequency = "weekly", periodRule = "arrears", dayOfWeek = "friday" } })).Ok(201).Text("id");
        var monthly = await Ours.Group("Monthly");
        var (a, b) = (await Ours.Facility(weekly, "A"), await Ours.Facility(monthly, "B"));
        await Ours.Record(a, "2025-11-07", "2025-11-13", new { billed = "7" });

        var rows = (await Ours.Get("/api/billing-records?from=2025-11-01&through=2025-11-30&sort=facility,from")).Ok()["items"]!.AsArray().Select(r => $"{r.Text("facilityName")} {r.Text("from")}…{r.Text("through")} {r.Text("state")}");
        Assert.Equal(["A 2025-11-07…2025-11-13 overdue", "A 2025-11-14…2025-11-20 empty", "A 2025-11-21…2025-11-27 empty", "A 2025-11-28…2025-12-04 empty", "B 2025-11-01…2025-11-30 empty"], rows);
        var empty = (await Ours.Get("/api/billing-records?state=empty")).Ok()["items"]!.AsArray().Select(r => $"{r.Text("facilityName")} {r.Text("from")}");
        Assert.Equal(["B 2025-10-01"], empty);
        Assert.NotEqual(b, a);
    }

    [Fact]
    public async Task exports_what_it_shows_and_takes_it_back_unchanged()
    {
        (await Ours.Post("/api/facilities/import", Tracker)).Ok();
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var file = (await Ours.Get($"/api/billing-records/export?format={format}")).Body;
            var again = (await Ours.Post("/api/facilities/import?dryRun=true", file)).Ok();
            Assert.Equal("0 876 3863848.84", $"{again.Text("accepted")} {again.Text("unchanged")} {again.Text("totals.0.billed.amount")}");
        }
        var some = (await Ours.Get("/api/billing-records/export?format=json&state=overdue")).Json.AsArray();
        Assert.Equal((await Ours.Get("/api/billing-records?state=overdue")).Ok().Text("count"), some.Count.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task of_custom_dates_follows_the_list()
    {
        var group = (await Ours.Post("/api/facility-groups", new { name = "Custom", schedule = new { frequency = "custom", periodRule = "arrears" } })).Ok(201).Text("id");
        (await Ours.Put($"/api/custom-dates/{group}", new
        {
            items = new object[]
            {
                new { date = "2025-12-01", period = "monthly" }, new { date = "2025-11-15", period = "weekly" }, new { date = "2025-11-01", period = "twoWeekly" },
                new { date = "2025-10-16", period = "semiMonthly" }, new { date = "2025-10-01", period = "explicit", from = "2025-08-10", through = "2025-09-20" },
            },
        })).Ok();
        var cycles = (await Ours.Get($"/api/facility-groups/{group}/cycles?past=5&future=5")).Ok()["items"]!.AsArray().Select(c => $"{c.Text("index")} {c.Text("billingDate")} ({c.Text("from")}…{c.Text("through")})");
        Assert.Equal(
            ["-3 2025-10-01 (2025-08-10…2025-09-20)", "-2 2025-10-16 (2025-10-01…2025-10-15)", "-1 2025-11-01 (2025-10-18…2025-10-31)", "0 2025-11-15 (2025-11-08…2025-11-14)", "1 2025-12-01 (2025-11-01…2025-11-30)"],
            cycles);
    }
}
