namespace Billing.Host.Tests.Facilities;

public class Saving_a_record : Office
{
    [Fact]
    public async Task of_a_computed_row_starts_it_and_it_is_found_under_its_period_on_any_later_day()
    {
        var facility = await Ours.Facility(await Ours.Group(day: 15));
        var window = "/api/billing-records?from=2025-10-15&through=2025-11-14";
        var computed = (await Ours.Get(window)).Ok();
        Assert.Equal("1 empty 2025-11-15 ", $"{computed.Text("count")} {computed.Text("items.0.state")} {computed.Text("items.0.billingDate")} {computed.Text("items.0.id")}");

        var saved = await Ours.Record(facility, "2025-10-15", "2025-11-14", new { billed = "$4,250.00" });
        Assert.Equal("4250.00 USD outstanding 2025-11-15", $"{saved.Text("billed.amount")} {saved.Text("billed.currency")} {saved.Text("state")} {saved.Text("billingDate")}");
        var now = (await Ours.Get(window)).Ok();
        Assert.Equal($"1 {saved.Text("id")}", $"{now.Text("count")} {now.Text("items.0.id")}");

        var group = (await Ours.Get("/api/facility-groups")).Ok()["items"]![0]!;
        (await Ours.Put($"/api/facility-groups/{group.Text("id")}", new { name = "Alabama", schedule = new { frequency = "weekly", periodRule = "arrears", dayOfWeek = "friday" } })).Ok();
        var later = (await Ours.Get(window + "&sort=from")).Ok()["items"]!.AsArray().Single(r => r.Text("id") != "");
        Assert.Equal("2025-10-15 2025-11-14 2025-11-15", $"{later.Text("from")} {later.Text("through")} {later.Text("billingDate")}");
    }

    [Fact]
    public async Task names_the_version_seen_in_the_body_too_and_never_another_facility()
    {
        var group = await Ours.Group();
        var (elm, oak) = (await Ours.Facility(group), await Ours.Facility(group, "Oak"));
        var id = (await Ours.Record(elm, "2025-10-01", "2025-10-31", new { billed = "100" })).Text("id");
        (await Ours.Post("/api/billing-records", new { id, paid = "100" })).Ok();

        Assert.Equal("100.00", (await Ours.Post("/api/billing-records", new { id, version = 1, paid = "1" })).Refused("conflict", 409).Text("current.paid.amount"));
        (await Ours.Post("/api/billing-records", new { id, facilityId = oak, note = "x" })).Refused("record-of-another-facility");
        var many = (await Ours.Post("/api/billing-records/bulk", new { items = new object[] { new { id, facilityId = oak, note = "x" }, new { id, facilityId = elm, note = "y" } } })).Ok();
        Assert.Equal("record-of-another-facility y", $"{many.Text("items.0.problem.code")} {many.Text("items.1.row.note")}");
    }

    [Fact]
    public async Task changes_only_what_is_said_and_null_clears()
    {
        var facility = await Ours.Facility(await Ours.Group());
        var first = await Ours.Record(facility, "2025-10-01", "2025-10-31", new { billed = "100", paid = "40", paidOn = "11/14/2025", note = "hello" });
        Assert.Equal("60.00 True 2025-11-14", $"{first.Text("outstanding.amount")} {first["partlyPaid"]!.GetValue<bool>()} {first.Text("paidOn")}");

        var second = await Ours.Record(facility, "2025-10-01", "2025-10-31", new { paidOn = (string?)null, note = "bye" });
        Assert.Equal("100.00 40.00  bye", $"{second.Text("billed.amount")} {second.Text("paid.amount")} {second.Text("paidOn")} {second.Text("note")}");
        Assert.Equal(first.Text("id"), second.Text("id"));

        var events = (await Ours.Get($"/api/billing-records/{first.Text("id")}/history")).Ok()["items"]!.AsArray();
        Assert.Equal(["note_written", "receipt_date_cleared", "note_written", "receipt_dated", "received_amount_noted", "facility_billed", "billing_record_started"], events.Select(e => e.Text("event").Split('.')[1]));
        Assert.Equal("note hello bye", $"{events[0].Text("changes.0.field")} {events[0].Text("changes.0.from")} {events[0].Text("changes.0.to")}");
        Assert.Equal("2025-11-14", (await Ours.Get($"/api/billing-records/{first.Text("id")}?at=5")).Ok().Text("paidOn"));

        var same = await Ours.Record(facility, "2025-10-01", "2025-10-31", new { note = "bye" });
        Assert.Equal(second.Text("version"), same.Text("version"));
    }

    [Theory]
    [InlineData("""{"billed":"n/a"}""", "not-an-amount")]
    [InlineData("""{"billed":"10.005"}""", "too-many-decimals")]
    [InlineData("""{"billed":{"amount":"1.00","currency":"EUR"}}""", "other-currency")]
    [InlineData("""{"paidOn":"13/45/2025"}""", "not-a-date")]
    [InlineData("""{"statusId":"0193e0c0-0000-7000-8000-00000000dead"}""", "unknown-status")]
    [InlineData("""{"newThrough":"2025-09-01"}""", "ends-before-it-begins")]
    public async Task that_cannot_be_is_refused_and_nothing_is_stored(string change, string code)
    {
        var facility = await Ours.Facility(await Ours.Group());
        var body = System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject();
        (body["facilityId"], body["from"], body["through"]) = (facility, "2025-10-01", "2025-10-31");
        (await Ours.Post("/api/billing-records", body.ToJsonString())).Refused(code);
        Assert.Equal("0", (await Ours.Get("/api/billing-records")).Ok().Text("count"));
    }

    [Fact]
    public async Task on_a_stale_version_shows_what_stands()
    {
        var facility = await Ours.Facility(await Ours.Group());
        var first = await Ours.Record(facility, "2025-10-01", "2025-10-31", new { billed = "100" });
        await Ours.Record(facility, "2025-10-01", "2025-10-31", new { billed = "120" });

        var stale = await Ours.Post("/api/billing-records", new { id = first.Text("id"), billed = "130" }, ("If-Match", "\"2\""));
        Assert.Equal("120.00", stale.Refused("conflict", 409).Text("current.billed.amount"));
        Assert.Equal("\"4\"", (await Ours.Post("/api/billing-records", new { id = first.Text("id"), billed = "130" }, ("If-Match", "\"3\""))).ETag);
    }

    [Fact]
    public async Task twenty_times_at_once_under_one_key_has_one_effect_and_one_answer()
    {
        var facility = await Ours.Facility(await Ours.Group());
        var body = new { facilityId = facility, from = "2025-10-01", through = "2025-10-31", billed = "100" };
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ours.Post("/api/billing-records", body, ("Idempotency-Key", "once"))));

        Assert.Single(all.Select(a => $"{a.Status} {a.Text} {a.ETag}").Distinct());
        Assert.Equal(2, (await Ours.Get($"/api/billing-records/{all[0].Json.Text("id")}/history")).Ok()["items"]!.AsArray().Count);
        (await Ours.Post("/api/billing-records", new { facilityId = facility, from = "2025-10-01", through = "2025-10-31", billed = "101" }, ("Idempotency-Key", "once"))).Refused("idempotency-key-reused");
        (await Theirs.Post("/api/billing-records", body, ("Idempotency-Key", "once"))).Refused("unknown-facility");
    }

    [Fact]
    public async Task at_once_by_twenty_people_makes_one_record()
    {
        var facility = await Ours.Facility(await Ours.Group());
        var all = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => Ours.Post("/api/billing-records", new { facilityId = facility, from = "2025-10-01", through = "2025-10-31", billed = $"{n}" })));
        Assert.Single(all.Select(a => { Assert.True((int)a.Status is 200 or 201, a.Text); return a.Json.Text("id"); }).Distinct());
        Assert.Equal("1", (await Ours.Get("/api/billing-records")).Ok().Text("count"));
    }

    [Fact]
    public async Task in_bulk_keeps_the_good_ones()
    {
        var facility = await Ours.Facility(await Ours.Group());
        var known = await Ours.Record(facility, "2025-09-01", "2025-09-30", new { billed = "5" });
        var many = (await Ours.Post("/api/billing-records/bulk", new
        {
            items = new object[]
            {
                new { facilityId = facility, from = "2025-10-01", through = "2025-10-31", billed = "10" },
                new { facilityId = facility, from = "2025-11-01", through = "2025-11-30", billed = "n/a" },
                new { id = known.Text("id"), version = 1, billed = "6" },
                new { id = known.Text("id"), version = 2, billed = "7" },
                new { id = Guid.NewGuid(), billed = "7" },
            },
        })).Ok();
        Assert.Equal("2 3", $"{many.Text("accepted")} {many.Text("refused")}");
        Assert.Equal([" not-an-amount", " conflict", "7.00 ", " not-found"], many["items"]!.AsArray().Skip(1).Select(i => $"{(i!["row"] is { } row ? row.Text("billed.amount") : "")} {(i["problem"] is { } problem ? problem.Text("code") : "")}"));
        (await Ours.Post("/api/billing-records/bulk", new { items = Enumerable.Repeat(new { id = known.Text("id") }, 501) })).Refused("bad-request", 400);
    }

    [Fact]
    public async Task withdrawn_it_leaves_the_grid_and_can_come_back()
    {
        var facility = await Ours.Facility(await Ours.Group());
        var id = (await Ours.Record(facility, "2025-10-01", "2025-10-31", new { billed = "10" })).Text("id");
        (await Ours.Delete($"/api/billing-records/{id}")).Ok();
        Assert.Equal("0", (await Ours.Get("/api/billing-records")).Ok().Text("count"));
        (await Ours.Post("/api/billing-records", new { id, billed = "11" })).Refused("record-withdrawn");
        (await Ours.Post($"/api/billing-records/{id}/restore")).Ok();
        Assert.Equal("10.00", (await Ours.Get("/api/billing-records")).Ok().Text("items.0.billed.amount"));
    }
}
