using System.Text;
using System.Text.Json.Nodes;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests.Identity;

/// <summary>All that an organisation recorded goes into one file, and out of it into another organisation, or another installation.</summary>
public class Taking_an_organisation_along : Town
{
    [Fact]
    public async Task keeps_what_happened_when_and_by_whom()
    {
        var (ann, eve) = (await Settled("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var parcel = await Parcel(ann);
        await using var elsewhere = new OtherTown();
        await elsewhere.InitializeAsync();
        var bob = new Visitor(elsewhere.Product, "203.0.113.77");
        bob.Keep((await bob.Post("/api/auth/register", Registering("home", "bob@example.test"))).Ok(201));
        var taken = (await Import(bob, "acme-moved", parcel)).Ok(201);
        Assert.Equal(("The acme", "ann@example.test", "owner"), (taken.Text("name"), taken.Text("people.0.email"), taken.Text("people.0.role")));
        Assert.Empty((await bob.Get("/api/billing-records")).Ok()["items"]!.AsArray());

        bob.Keep((await bob.Post("/api/auth/switch", new { organisation = "acme-moved" })).Ok());
        foreach (var page in new[] { "/api/billing-records", "/api/facility-groups", "/api/facilities", "/api/status-sets", "/api/settings" }) Assert.Equal((await ann.Get(page)).Ok().ToJsonString(), (await bob.Get(page)).Ok().ToJsonString());
        var record = (await bob.Get("/api/billing-records")).Ok().Text("items.0.id");
        Assert.Equal((await ann.Get($"/api/billing-records/{record}/history")).Ok().ToJsonString(), (await bob.Get($"/api/billing-records/{record}/history")).Ok().ToJsonString());
        Assert.Contains("Ann Owner", (await bob.Get($"/api/billing-records/{record}/history")).Text, StringComparison.Ordinal);
        Assert.Equal(("CHF", "Europe/Zurich", "Zürich"), ((await bob.Get("/api/tenants/me")).Ok().Text("currency"), (await bob.Get("/api/tenants/me")).Ok().Text("timeZone"), (await bob.Get("/api/tenants/me")).Ok().Text("contact.city")));
        (await bob.Post("/api/billing-records", new { id = record, note = "Goes on" })).Ok();
        var store = elsewhere.Product.Services.GetRequiredService<EventStore.EventStore>();
        foreach (var projection in store.Model.Projections) Assert.Empty((await Comparison.Of(store, projection, Stop)).Differences);
        Assert.Empty((await new Verify(store).Run(Stop)).Findings);
        Assert.NotNull(eve);
    }

    [Fact]
    public async Task leaves_secrets_and_other_organisations_where_they_are()
    {
        var (ann, eve) = (await Settled("acme", "ann@example.test"), await Settled("other", "eve@example.test"));
        var key = (await ann.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { "facilities.see" } })).Ok(201).Text("key");
        var said = Parcels.Text(await Parcel(ann));
        Assert.All([Password, key, "bk_live_", "pbkdf2", "identity.", "eve@example.test", ann.Access!, ann.Refresh!], secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        Assert.Contains("Meadow of acme", said, StringComparison.Ordinal);
        Assert.DoesNotContain("of other", said, StringComparison.Ordinal);
        Assert.Equal("(1)", await Ask("select count(*) from mt_events where type = 'identity.organisation_taken_out' and tenant_id = 'main'"));
        var admin = (await eve.Post("/api/users/invitations", new { email = "dan@example.test", role = "admin" })).Ok(201);
        var dan = Somebody();
        dan.Keep((await dan.Post("/api/auth/invitations/accept", new { token = await Secret(Billing.Identity.InvitationMail.Name), password = Password, firstName = "Dan", lastName = "Admin" })).Ok());
        (await dan.Post("/api/tenants/me/export")).Refused("not-permitted", 403);
        Assert.NotNull(admin);
    }

    [Fact]
    public async Task within_one_installation_makes_a_second_one()
    {
        var ann = await Settled("acme", "ann@example.test");
        var parcel = await Parcel(ann);
        (await Import(ann, "acme", parcel)).Refused("slug-taken", 409);
        var copy = (await Import(ann, "acme-copy", parcel)).Ok(201);
        Assert.Equal(["acme", "acme-copy"], (await ann.Get("/api/auth/me")).Ok()["organisations"]!.AsArray().Select(one => one.Text("slug")).Order());
        Assert.Equal(await Ask("select type, count(*) from mt_events where tenant_id = 'main' and type not like 'identity.%' group by 1 order by 1"), await Ask($"select type, count(*) from mt_events where tenant_id = '{copy.Text("id")}' and type not like 'identity.%' group by 1 order by 1"));
        (await ann.Post("/api/auth/switch", new { organisation = "acme-copy" })).Ok();
    }

    [Theory]
    [InlineData("events.ndjson", "\"version\":1,", "\"version\":2,", "not-movable")]
    [InlineData("events.ndjson", "\"type\":\"facilities.", "\"type\":\"facilities.un", "not-movable")]
    [InlineData("events.ndjson", "\"streamType\":\"facilities.", "\"streamType\":\"identity.", "not-movable")]
    [InlineData("events.ndjson", "{\"stream\"", "{stream", "not-movable")]
    [InlineData("events.ndjson", "Meadow", "\\u0000", "not-movable")]
    [InlineData("events.ndjson", "\"kind\":\"person\"", "\"kind\":\"god\"", "not-movable")]
    [InlineData("organisation.json", "billing-organisation-3", "billing-organisation-9", "parcel-of-another-version")]
    [InlineData("organisation.json", "billing-organisation-3", "holiday pictures", "not-a-parcel")]
    [InlineData("documents/", "%PDF", "%QDF", "not-movable")]
    [InlineData("invoicing.papers.ndjson", "\"name\":\"", "\"name\":\"\\r\\nX: ", "not-movable")]
    [InlineData("invoicing.papers.ndjson", "\"file\":\"documents/", "\"file\":\"seal.txt", "not-movable")]
    [InlineData("invoicing.papers.ndjson", "{", "[", "not-movable")]
    [InlineData("organisation.json", "Europe/Zurich", "Mars/Olympus", "bad-time-zone")]
    [InlineData("organisation.json", "The acme", "\\u202eemca", "name-has-hidden-characters")]
    public async Task takes_nothing_of_a_file_that_somebody_bent(string entry, string from, string to, string code)
    {
        var ann = await Settled("acme", "ann@example.test");
        await Invoiced(ann, "acme");
        var before = await Ask("select count(*) from mt_events where type like 'facilities.%'");
        var parcel = await Parcel(ann);
        (await Import(ann, "bent", await Parcels.Bent(parcel, entry, from, to, andSealed: true))).Refused(code);
        Assert.Equal(before, await Ask("select count(*) from mt_events where type like 'facilities.%'"));
        Assert.Single((await ann.Get("/api/auth/me")).Ok()["organisations"]!.AsArray());
        (await Import(ann, "bent", parcel)).Ok(201); // the name is still free
    }

    [Theory]
    [InlineData("events.ndjson", "Meadow", "Marsh!")]
    [InlineData("events.ndjson", "\"100\"", "\"900\"")]
    [InlineData("read-models/facilities_facilities.csv", "Meadow", "Marsh!")]
    [InlineData("events.ndjson", "\n{", " {")]
    [InlineData("organisation.json", "owner", "admin")]
    [InlineData("documents/", "%PDF-1", "%PDF-2")]
    public async Task notices_whatever_was_changed_on_the_way(string entry, string from, string to)
    {
        var ann = await Settled("acme", "ann@example.test");
        await Invoiced(ann, "acme");
        var (parcel, before) = (await Parcel(ann), await Ask("select count(*) from mt_events where type not like 'identity.%'"));
        (await Import(ann, "bent", await Parcels.Bent(parcel, entry, from, to, andSealed: false))).Refused("parcel-altered");
        Assert.Equal(before, await Ask("select count(*) from mt_events where type not like 'identity.%'"));
    }

    [Fact]
    public async Task notices_wherever_the_file_was_cut()
    {
        var ann = await Settled("acme", "ann@example.test");
        var parcel = await Parcel(ann);
        foreach (var length in new[] { 300, parcel.Length / 3, parcel.Length / 2, parcel.Length - 200, parcel.Length - 1 }) (await Import(ann, "cut", parcel[..length])).Refused("parcel-cut");
        (await Import(ann, "cut", await Parcels.Of(new Dictionary<string, byte[]> { ["organisation.json"] = Encoding.UTF8.GetBytes(Label) }))).Refused("parcel-cut");
        (await Import(ann, "new", await Parcels.Of(new Dictionary<string, byte[]> { ["organisation.json"] = Encoding.UTF8.GetBytes(Label), ["events.ndjson"] = [], ["of.tomorrow.ndjson"] = [] }))).Refused("parcel-of-another-version");
        Assert.Single((await ann.Get("/api/auth/me")).Ok()["organisations"]!.AsArray());
    }

    [Fact]
    public async Task brings_the_very_documents_that_were_printed()
    {
        var (ann, eve) = (await Settled("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var invoice = (await Invoiced(ann, "acme"))["invoice"];
        await Invoiced(eve, "other");
        var printed = (await ann.Get($"/api/invoices/{invoice}/pdf")).Body;
        var id = (await Import(ann, "moved", await Parcel(ann))).Ok(201).Text("id");
        ann.Keep((await ann.Post("/api/auth/switch", new { organisation = "moved" })).Ok());
        Assert.Equal(Convert.ToHexString(printed), Convert.ToHexString((await ann.Get($"/api/invoices/{invoice}/pdf")).Body));
        const string Papers = "select document_id, form, client_id, name, hash, encode(sha256(bytes), 'hex') = hash, printed_at from invoicing_kept_papers";
        Assert.Equal(await Ask($"{Papers} where tenant_id = 'main' order by 1, 2"), await Ask($"{Papers} where tenant_id = '{id}' order by 1, 2"));
        Assert.NotEqual("", await Ask($"{Papers} where tenant_id = '{id}'"));
    }

    [Fact]
    public async Task twice_makes_one_and_goes_on_where_it_was_cut_off()
    {
        var (ann, eve) = (await Settled("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var parcel = await Parcel(ann);
        var first = (await Import(ann, "moved", parcel)).Ok(201);
        Assert.Equal(first.ToJsonString(), (await Import(ann, "moved", parcel)).Ok(201).ToJsonString());
        (await Import(eve, "moved", parcel)).Refused("slug-taken", 409);
        Assert.Equal(2, (await ann.Get("/api/auth/me")).Ok()["organisations"]!.AsArray().Count);

        // as if the process had been killed between taking all in and founding the organisation
        var (id, events) = (first.Text("id"), await Ask("select count(*) from mt_events where type not like 'identity.%'"));
        foreach (var gone in new[] { "mt_events where type like 'identity.%' and", "mt_streams where type like 'identity.%' and", "identity_organisations where" })
        {
            await using var connection = await Connect();
            await using var command = new Npgsql.NpgsqlCommand($"delete from {gone} tenant_id = '{id}'", connection);
            Assert.True(await command.ExecuteNonQueryAsync(Stop) > 0);
        }
        await using var next = await Start();
        var again = new Visitor(next, "203.0.113.99");
        again.Keep((await LogIn(again, "ann@example.test", organisation: "acme")).Ok());
        Assert.Equal(first.ToJsonString(), (await Import(again, "moved", parcel)).Ok(201).ToJsonString());
        Assert.Equal(events, await Ask("select count(*) from mt_events where type not like 'identity.%'"));
        again.Keep((await again.Post("/api/auth/switch", new { organisation = "moved" })).Ok());
        Assert.NotEmpty((await again.Get("/api/billing-records")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task takes_nothing_that_is_no_file_of_ours()
    {
        var ann = await Owner();
        foreach (var body in (byte[][])["{}"u8.ToArray(), [], new byte[100_000]]) (await Import(ann, "bent", body)).Refused("not-a-parcel");
        (await Import(ann, "B!", await Parcel(ann))).Refused("bad-slug");
        (await Import(ann, "bent", new byte[(20 << 20) + 1])).Refused("not-a-parcel"); // more than any other file may have
        var line = new byte[64 << 20];
        line.AsSpan().Fill((byte)'a');
        var parts = new Dictionary<string, byte[]> { ["organisation.json"] = Encoding.UTF8.GetBytes(Label), ["events.ndjson"] = line };
        (await Import(ann, "bomb", await Parcels.Of(parts))).Refused("not-movable");
        (await Import(ann, "bomb", await Parcels.Of(parts, manifest => manifest["parts"]![1]!["bytes"] = 65L << 30))).Refused("parcel-too-long");
        (await Import(ann, "bomb", await Parcels.Of(parts, manifest => manifest["parts"]![1]!["bytes"] = 5))).Refused("parcel-altered");
        (await Import(ann, "bomb", await Parcels.Of(parts, manifest => manifest["parts"]![1]!["bytes"] = -5))).Refused("not-a-parcel");
    }

    private static readonly string Label = new JsonObject { ["format"] = "billing-organisation-3", ["takenOutAt"] = "2026-11-01T00:00:00Z", ["slug"] = "bomb", ["testMode"] = null, ["name"] = "Bomb", ["currency"] = "EUR", ["timeZone"] = "UTC", ["locale"] = "en-US", ["people"] = new JsonArray(), ["contact"] = new JsonObject { ["email"] = null, ["phone"] = null, ["line1"] = null, ["line2"] = null, ["city"] = null, ["state"] = null, ["country"] = null, ["postalCode"] = null } }.ToJsonString();

    private async Task<Visitor> Settled(string slug, string email)
    {
        var owner = await Owner(slug, email);
        (await owner.Patch("/api/tenants/me", new { currency = "CHF", timeZone = "Europe/Zurich", contact = new { email = (string?)null, phone = (string?)null, line1 = "Main Street 1", line2 = (string?)null, city = "Zürich", state = (string?)null, country = "CH", postalCode = "8001" } })).Ok();
        var group = (await owner.Post("/api/facility-groups", new { name = "Group of " + slug, schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Ok(201).Text("id");
        var facility = (await owner.Post("/api/facilities", new { name = "Meadow of " + slug, groupId = group })).Ok(201).Text("id");
        foreach (var month in new[] { "2026-08-01", "2026-09-01", "2026-10-01" })
            (await owner.Post("/api/billing-records", new { facilityId = facility, from = month, through = DateOnly.Parse(month, System.Globalization.CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture), billed = "100" })).Ok(201);
        return owner;
    }

    private static async Task<byte[]> Parcel(Visitor owner)
    {
        var parcel = await owner.Post("/api/tenants/me/export");
        Assert.Equal((Parcels.MediaType, 200), (parcel.MediaType, (int)parcel.Status));
        return parcel.Body;
    }

    private static Task<Reply> Import(Visitor who, string slug, byte[] parcel) => who.Send(HttpMethod.Post, $"/api/tenants/import?slug={Uri.EscapeDataString(slug)}", parcel, ("Content-Type", "application/x-tar"));
}

/// <summary>Another installation, with a database of its own.</summary>
internal sealed class OtherTown : Town
{
    public new Running Product => base.Product;
}

/// <summary>Where one's own company works alone, nobody but its owner takes organisations in.</summary>
public class Taking_an_organisation_along_where_one_is_invited : Town
{
    private protected override string SignUp => "Invite";

    [Fact]
    public async Task is_for_the_owner_of_the_first_one()
    {
        var ann = await Owner("acme", "ann@example.test");
        var parcel = await ann.Post("/api/tenants/me/export");
        (await ann.Send(HttpMethod.Post, "/api/tenants/import?slug=second", parcel.Body, ("Content-Type", "application/x-tar"))).Ok(201);
        ann.Keep((await ann.Post("/api/auth/switch", new { organisation = "second" })).Ok());
        (await ann.Send(HttpMethod.Post, "/api/tenants/import?slug=third", parcel.Body, ("Content-Type", "application/x-tar"))).Refused("sign-up-closed", 403);
    }
}
