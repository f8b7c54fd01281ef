using System.Text;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Identity.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests.Identity;

/// <summary>An organisation whose day of deletion has come is gone: not a word of it stands in any column of any table, and nobody else's row is another.</summary>
public class Removing_organisations : Town
{
    private const string Canary = "qanariensis";

    /// <summary>What changes while time is put forward, whoever it belongs to.</summary>
    private static readonly string[] Restless = ["messages", "idempotency_keys", "audit_trail", "mt_streams", "mt_events"];

    private EventStore.EventStore Store => Product.Services.GetRequiredService<EventStore.EventStore>();

    [Fact]
    public async Task leaves_no_word_of_them_anywhere_and_the_others_as_they_were()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        await Settled(ann, Canary);
        await Settled(eve, "somebody");
        var (acme, other) = ((await ann.Get("/api/tenants/me")).Ok().Text("id"), (await eve.Get("/api/tenants/me")).Ok().Text("id"));
        var number = (await Ask($"select no from usage_tenants where tenant_id = '{acme}'")).Trim('(', ')');
        await Deleted(ann, "acme");
        var (log, before) = (await Log(other), await Rows(other));
        var trail = await Ask($"select number, encode(hash, 'hex') from audit_trail where tenant_id = '{acme}' order by number desc limit 1");
        Assert.True((await Find(Canary)).Count > 15); // the search can find
        Assert.True((await Filled(acme)).Count > 25);

        await Removed();
        Assert.Empty(await Filled(acme));
        foreach (var table in (await Ask("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_no' where c.relnamespace = 'billing'::regnamespace and c.relkind in ('r', 'p')")).Split('\n').Select(name => name.Trim('(', ')')))
            Assert.Equal("(0)", await Ask($"select count(*) from {table} where tenant_no = {number}"));
        Assert.Empty(await Find(Canary));
        Assert.Equal(before, await Rows(other));
        Assert.StartsWith(log, await Log(other), StringComparison.Ordinal);
        Assert.Equal(trail, await Ask($"select entries, hash from identity_removals where organisation = '{acme}' and ended_at is not null"));
        await KeepsItsPromises();
    }

    [Fact]
    public async Task lets_their_owner_be_and_gives_their_key_to_nobody()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        Assert.Equal("main", (await ann.Get("/api/tenants/me")).Ok().Text("id")); // the first one's, which comes with more than others have
        await Deleted(ann, "acme");
        await Removed();
        (await ann.Get("/api/tenants/me")).Refused("sign-in-first", 401);
        (await LogIn(Somebody(), "ann@example.test")).Refused("no-organisation", 403);
        Assert.Equal("open", (await Somebody().Get("/api/auth/setup")).Ok().Text("state"));
        var bob = Somebody();
        bob.Keep((await bob.Post("/api/auth/register", Registering("acme", "bob@example.test"))).Ok(201));
        Assert.NotEqual("main", (await bob.Get("/api/tenants/me")).Ok().Text("id"));
        Assert.Empty((await bob.Get("/api/clients")).Ok()["items"]!.AsArray());
        eve.Keep((await LogIn(eve, "eve@example.test")).Ok());
        (await eve.Get("/api/tenants/me")).Ok();
    }

    [Fact]
    public async Task makes_room_for_the_same_file_under_another_key()
    {
        var ann = await Owner("acme", "ann@example.test");
        var parcel = (await ann.Post("/api/tenants/me/export")).Body;
        var first = (await TakenIn(ann, parcel)).Text("id");
        ann.Keep((await ann.Post("/api/auth/switch", new { organisation = "copy" })).Ok());
        await Deleted(ann, "copy");
        await Removed();
        ann.Keep((await LogIn(ann, "ann@example.test")).Ok());
        Assert.NotEqual(first, (await TakenIn(ann, parcel)).Text("id"));
        Assert.Equal([(first, true)], (await Product.Services.GetRequiredService<IRemovals>().All(Stop)).Select(gone => (gone.Organisation.Value, gone.EndedAt is not null)));
    }

    [Fact]
    public async Task looks_into_every_table_there_is()
    {
        var named = Store.Model.Belongings.SelectMany(belonging => belonging.Drop).Select(drop => drop.Table);
        var unnamed = (await Ask("""
            select c.relname from pg_class c where c.relnamespace = 'billing'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) order by 1
            """)).Split('\n').Select(name => name.Trim('(', ')')).Except(named);
        Assert.Equal(["migrations", "mt_event_progression", "mt_high_water_skips", "personal_epoch"], unnamed); // nobody's; a table that joins them is named by a Belonging, or has a tenant_id
    }

    /// <summary>An organisation with a word of its own in all that people can write, in each module.</summary>
    private async Task Settled(Visitor owner, string word)
    {
        (await owner.Patch("/api/tenants/me", new { name = "The " + word, contact = new { email = word + "@example.test", phone = "+34 " + word, line1 = word + " Street 1", line2 = (string?)null, city = word, state = (string?)null, country = "ES", postalCode = "10115" } })).Ok();
        (await owner.Send(HttpMethod.Put, "/api/tenants/me/logo", Png(), ("Content-Type", "image/png"))).Ok();
        (await owner.Post("/api/users/invitations", new { email = $"invited@{word}.example.test", role = "manager" }, Key())).Ok(201);
        (await owner.Post("/api/api-keys", new { name = "Nightly " + word, scopes = new[] { "facilities.see" } })).Ok(201);
        var group = (await owner.Post("/api/facility-groups", new { name = "Group " + word, schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } }, Key())).Ok(201).Text("id");
        var facility = (await owner.Post("/api/facilities", new { name = "Meadow " + word, groupId = group }, Key())).Ok(201).Text("id");
        (await owner.Post("/api/billing-records", new { facilityId = facility, from = "2026-10-01", through = "2026-10-31", billed = "100", note = "As " + word + " said" }, Key())).Ok(201);
        await Invoiced(owner, word);
        (await owner.Post("/api/meters", new { code = "calls", name = "Calls of " + word, rule = new { aggregation = "count" } })).Ok(201);
        (await owner.Post("/api/usage/events", new[] { new { id = "call-" + word, meter = "calls", subject = "subject " + word, value = 1, at = "2026-10-10T12:00:00Z", properties = new { by = word } } })).Ok();
        (await owner.Post("/api/usage", new { metricType = "api_calls", metricName = "requests " + word, value = "12.5", periodStart = "2026-10-01T00:00:00Z", periodEnd = "2026-10-02T00:00:00Z" })).Ok(201);
        var tenant = new TenantId((await owner.Get("/api/tenants/me")).Ok().Text("id"));
        var session = Store.Open(tenant, Actor.System);
        await session.Write(Store.Secrets.Put(tenant, "identity.single_sign_on", "clientSecret", word, session.Now));
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> TakenIn(Visitor who, byte[] parcel) => (await who.Send(HttpMethod.Post, "/api/tenants/import?slug=copy", parcel, ("Content-Type", "application/x-tar"))).Ok(201);

    private async Task Deleted(Visitor owner, string slug)
    {
        (await owner.Delete("/api/tenants/me", new { slug })).Ok();
        Product.Clock.Forward(TimeSpan.FromDays(31));
        await Until("the organisation is deleted", async () =>
        {
            Product.Clock.Forward(TimeSpan.FromMinutes(2)); // the hour's job of an organisation that is young may be planned from now on only
            await RunJob("identity.organisation_days");
            return await Ask("select count(*) from identity_organisations where deleted") == "(1)" ? "" : null;
        });
        await Until("what the days brought is done", async () => await Ask($"select count(*) from messages where handled_at is null and dead_at is null and due <= '{Product.Clock.GetUtcNow():O}'") == "(0)" ? "" : null);
        await Until("all is entered in the trails", async () => await Ask("select (select count(*) from mt_events) - (select count(*) from audit_trail)") == "(0)" ? "" : null);
    }

    private async Task Removed()
    {
        Product.Clock.Forward(TimeSpan.FromMinutes(61));
        await Until("the organisation is removed", async () =>
        {
            await RunJob("identity.deleted_organisations");
            return await Ask("select count(*) from identity_removals where ended_at is not null") == "(1)" ? "" : null;
        });
    }

    /// <summary>The tables that hold rows of an organisation.</summary>
    private async Task<List<string>> Filled(string tenant)
    {
        var filled = new List<string>();
        foreach (var table in await Tables())
            if (await Ask($"select count(*) from {table} where tenant_id = '{tenant}'") != "(0)") filled.Add(table);
        return filled;
    }

    private async Task<string> Rows(string tenant)
    {
        var rows = new StringBuilder();
        foreach (var table in (await Tables()).Except(Restless)) rows.AppendLine(table).AppendLine(await Ask($"select * from {table} where tenant_id = '{tenant}' order by {table}::text"));
        return rows.ToString();
    }

    private Task<string> Log(string tenant) => Ask($"select e.*, t.number, t.hash from mt_events e join audit_trail t on t.seq_id = e.seq_id where e.tenant_id = '{tenant}' order by e.seq_id");

    private async Task<IEnumerable<string>> Tables() => (await Ask("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relnamespace = 'billing'::regnamespace and c.relkind in ('r', 'p') order by 1")).Split('\n').Select(name => name.Trim('(', ')'));

    private async Task KeepsItsPromises()
    {
        Assert.Empty((await new Verify(Store).Run(Stop)).Findings);
        Assert.Empty((await new AuditTrail(Store).Verify(null, null, Stop)).Findings);
        foreach (var projection in Store.Model.Projections) Assert.Empty((await Comparison.Of(Store, projection, Stop)).Differences);
    }

    private static (string, string) Key() => ("Idempotency-Key", Guid.NewGuid().ToString());
}
