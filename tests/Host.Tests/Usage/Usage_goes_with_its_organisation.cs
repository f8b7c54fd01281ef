using System.Text;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Usage;

/// <summary>Usage lies beside the log. It goes along when an organisation is taken out, and away when it is deleted; what tells of a client goes when they are forgotten.</summary>
public class Usage_goes_with_its_organisation : Meadow
{
    private static readonly string[] Beside = ["usage_events", "usage_keys", "usage_subjects", "usage_hours", "usage_items", "usage_reports", "usage_backfill_meters"];

    [Fact]
    public async Task when_it_is_taken_along()
    {
        foreach (var who in new[] { Ours, Theirs }) await Used(who);
        var copy = await Copied(Ours, await Parcel(Ours));
        var there = await Entered(copy.Text("slug"));
        foreach (var meter in new[] { "calls", "traffic", "users" }) Assert.Equal(await Page(Ours, $"/api/meters/{meter}/usage?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&by=hour"), await Page(there, $"/api/meters/{meter}/usage?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&by=hour"));
        foreach (var page in new[] { "/api/usage/events?withdrawn=true&sort=takenAt", "/api/usage/metrics?metricType=api_calls", "/api/usage/backfills" }) Assert.Equal(await Page(Ours, page), await Page(there, page));
        Assert.Equal("", await Difference());
        foreach (var table in Beside) Assert.Equal(await Rows(table, "main"), await Rows(table, copy.Text("id")));
        var kept = (await there.Get("/api/usage/backfills?sort=name")).Ok().Text("items.0.id");
        await Undone(there, kept);
        Assert.Equal("1", (await there.Get($"/api/usage/backfills/{kept}")).Ok().Text("withdrawn"));
        Assert.Equal("0", (await Ours.Get($"/api/usage/backfills/{kept}")).Ok().Text("withdrawn"));
        var again = await Send(there, Event("call-1"), Event("call-2", subject: "somebody else"), Event("call-99"));
        Assert.Equal((1, 1, "id-of-another-event"), (again["accepted"]!.GetValue<int>(), again["duplicates"]!.GetValue<int>(), again.Text("rejected.0.code")));
        Assert.Equal("", await Difference());
    }

    [Theory]
    [InlineData("usage.events", "\"value\" : 7.5", "\"value\" : \"NaN\"")]
    [InlineData("usage.events", "\"at\" : \"2026-03-10", "\"at\" : \"1026-03-10")]
    [InlineData("usage.events", "\"meter\" : \"", "\"meter\" : \"0193e0c0-0000-7000-8000-0000000000ff\", \"other\" : \"")]
    [InlineData("usage.events", "\"id\" : \"call-1\"", "\"id\" : \"\"")]
    [InlineData("usage.events", "\"dims\" : \"[", "\"dims\" : \"{")]
    [InlineData("usage.events", "\"content\" : null", "\"content\" : null, \"withdrawn\" : false")]
    [InlineData("usage.events", "\"backfill\" : \"", "\"backfill\" : \"0193e0c0-0000-7000-8000-0000000000ff\", \"other\" : \"")]
    [InlineData("usage.backfill_meters", "\"counted\" : 1", "\"counted\" : 9")]
    [InlineData("usage.backfill_meters", "\"backfill\" : \"", "\"backfill\" : \"0193e0c0-0000-7000-8000-0000000000ff\", \"other\" : \"")]
    [InlineData("usage.reports", "\"from\" : \"2026", "\"from\" : \"2028")]
    [InlineData("usage.reports", "\"value\" : 12.5", "\"value\" : null")]
    public async Task and_a_line_that_makes_no_sense_takes_nothing_in(string part, string from, string to)
    {
        await Used(Ours);
        var (parcel, before) = (await Parcel(Ours), await Counted());
        (await Import(Ours, "bent", await Parcels.Bent(parcel, part + ".ndjson", from, to, andSealed: true))).Refused("not-movable");
        Assert.Equal(before, await Counted());
        (await Import(Ours, "bent", parcel)).Ok(201);
    }

    [Fact]
    public async Task when_it_is_deleted()
    {
        foreach (var who in new[] { Ours, Theirs }) await Used(who);
        await Invoiced(Ours, "ours");
        var theirs = await Total(Theirs, "traffic");
        (await Ours.Delete("/api/tenants/me", new { slug = "ours" })).Ok();
        Product.Clock.Forward(TimeSpan.FromDays(31));
        await Until("nothing of it lies beside the log", async () =>
        {
            Product.Clock.Forward(TimeSpan.FromHours(1)); // the hour's job of an organisation that is young may be planned from now on only
            await RunJob("identity.organisation_days");
            await RunJob("identity.deleted_organisations");
            foreach (var table in Beside)
                if (await Rows(table, "main") != "") return null;
            return await Ask("select 1 from invoicing_kept_papers where tenant_id = 'main'") == "" ? "" : null;
        });
        Assert.Equal("", await Difference());
        Assert.Equal("9", (await Ask("select count(*) from usage_events e join usage_tenants t on t.no = e.tenant_no where t.tenant_id <> 'main'")).Trim('(', ')'));
        Assert.Equal((7.5m, 2), theirs);
    }

    [Fact]
    public async Task and_forgets_what_is_said_of_a_client_who_is_forgotten()
    {
        var client = (await Ours.Post("/api/clients", new { name = "Client" })).Ok(201).Text("id");
        foreach (var who in new[] { Ours, Theirs }) await Send(who, Event("a", "traffic", client, 3, properties: new { region = "eu", by = "qanariensis" }), Event("b", "traffic", "another", 4, properties: new { by = "somebody" }));
        var before = await Total(Ours, "traffic");
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        (await Ours.Post($"/api/clients/{client}/forget")).Ok();
        Assert.Equal("(\"ours, another\")\n(\"theirs, another\")\n(\"theirs, client\")", await Ask($"select case t.tenant_id when 'main' then 'ours' else 'theirs' end || ', ' || case s.name when '{client}' then 'client' else s.name end from usage_events e join usage_tenants t on t.no = e.tenant_no join usage_subjects s on s.tenant_no = e.tenant_no and s.id = e.subject_id where e.properties is not null order by 1"));
        Assert.Equal(before, await Total(Ours, "traffic"));
        Assert.Equal("", await Difference());
    }

    /// <summary>Events that count, one that was withdrawn, one that was amended, one that counts somebody once, a report, a back-fill, and one that was undone, an id of which came again.</summary>
    private static async Task Used(Visitor who)
    {
        await Define(who, "users", new { aggregation = "uniqueCount", property = "user" });
        await Send(who, Event("call-1"), Event("call-2", at: "2026-03-10T12:30:00.123456Z"), Event("sum-1", "traffic", value: 7, properties: new { region = "eu", model = "Zürich \"1\"" }), Event("user-1", "users", properties: new { user = "u1" }));
        (await who.Post("/api/usage/events/withdraw", new { id = "call-2", reason = "sent twice" })).Ok();
        (await who.Post("/api/usage/events/amend", new { id = "sum-1", reason = "read wrongly", value = "7.5" })).Ok();
        (await who.Post("/api/usage", new { metricType = "api_calls", metricName = "requests", value = "12.5", periodStart = "2026-03-01T00:00:00Z", periodEnd = "2026-03-02T00:00:00Z", metadata = new { region = "eu" } })).Ok(201);
        await Backfilled(who, "A kept one", Event("bf-1", value: 2, at: "2026-03-12T12:00:00Z"));
        await Undone(who, await Backfilled(who, "An undone one", Event("bf-2"), Event("bf-3", "traffic", value: 11)));
        await Send(who, Event("bf-3", "traffic", value: 0));
    }

    private static async Task<string> Backfilled(Visitor who, string name, params object[] events)
    {
        var id = (await who.Post("/api/usage/backfills", new { name })).Ok(201).Text("id");
        (await who.Post($"/api/usage/backfills/{id}/events", events)).Ok();
        return id;
    }

    private static async Task Undone(Visitor who, string id)
    {
        (await who.Post($"/api/usage/backfills/{id}/undo", new { reason = "Wrong month" })).Ok(202);
        await Until("the back-fill is undone", async () => (await who.Get($"/api/usage/backfills/{id}")).Ok().Text("state") == "undone" ? "" : null);
    }

    private async Task<Visitor> Entered(string slug)
    {
        var there = Somebody();
        there.Keep((await LogIn(there, "owner@ours.example.test", organisation: slug)).Ok());
        return there;
    }

    private static async Task<JsonNode> Copied(Visitor who, byte[] parcel) => (await Import(who, "copy", parcel)).Ok(201);

    private static async Task<byte[]> Parcel(Visitor owner) => (await owner.Post("/api/tenants/me/export")).Body;

    private static Task<Reply> Import(Visitor who, string slug, byte[] parcel) => who.Send(HttpMethod.Post, $"/api/tenants/import?slug={slug}", parcel, ("Content-Type", "application/x-tar"));

    /// <summary>What a page says, but for when the events came in.</summary>
    private static async Task<string> Page(Visitor who, string path) => (await who.Get(path)).Ok().ToJsonString();

    private Task<string> Rows(string table, string tenant) => Ask($"select (to_jsonb(r) - 'tenant_no')::text from {table} r join usage_tenants t on t.no = r.tenant_no where t.tenant_id = '{tenant}' order by 1");

    private async Task<string> Counted()
    {
        var counted = new StringBuilder(await Ask("select count(*) from mt_events where type not like 'identity.%'"));
        foreach (var table in Beside) counted.Append(await Ask($"select count(*) from {table}"));
        return counted.ToString();
    }
}
