using System.IO.Compression;
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
        var said = await Text(await Parcel(ann));
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
    [InlineData("organisation.json", "billing-organisation-1", "billing-organisation-9", "not-a-parcel")]
    [InlineData("organisation.json", "Europe/Zurich", "Mars/Olympus", "bad-time-zone")]
    [InlineData("organisation.json", "The acme", "\\u202eemca", "name-has-hidden-characters")]
    public async Task takes_nothing_of_a_file_that_somebody_bent(string entry, string from, string to, string code)
    {
        var ann = await Settled("acme", "ann@example.test");
        var before = await Ask("select count(*) from mt_events where type like 'facilities.%'");
        var parcel = await Parcel(ann);
        (await Import(ann, "bent", await Bent(parcel, entry, from, to))).Refused(code);
        Assert.Equal(before, await Ask("select count(*) from mt_events where type like 'facilities.%'"));
        Assert.Single((await ann.Get("/api/auth/me")).Ok()["organisations"]!.AsArray());
        (await Import(ann, "bent", parcel)).Ok(201); // the name is still free
    }

    [Fact]
    public async Task takes_nothing_that_is_no_file_of_ours()
    {
        var ann = await Owner();
        foreach (var body in (byte[][])["{}"u8.ToArray(), [], [0x50, 0x4B, 3, 4, 0, 0, 0], new byte[100_000]]) (await Import(ann, "bent", body)).Refused("not-a-parcel");
        (await Import(ann, "B!", await Parcel(ann))).Refused("bad-slug");
        Assert.Equal(413, (int)(await Import(ann, "bent", new byte[(20 << 20) + 1])).Status);
        (await Import(ann, "bomb", await Bomb())).Refused("not-movable");
    }

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
        Assert.Equal(("application/zip", 200), (parcel.MediaType, (int)parcel.Status));
        return parcel.Body;
    }

    private static Task<Reply> Import(Visitor who, string slug, byte[] parcel) => who.Send(HttpMethod.Post, $"/api/tenants/import?slug={Uri.EscapeDataString(slug)}", parcel, ("Content-Type", "application/zip"));

    private static async Task<string> Text(byte[] parcel)
    {
        var text = new StringBuilder();
        await using var zip = new ZipArchive(new MemoryStream(parcel));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Stop));
            text.AppendLine(await reader.ReadToEndAsync(Stop));
        }
        return text.ToString();
    }

    private static async Task<byte[]> Bent(byte[] parcel, string name, string from, string to)
    {
        using var bent = new MemoryStream();
        await bent.WriteAsync(parcel, Stop);
        await using (var zip = new ZipArchive(bent, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(await entry.OpenAsync(Stop))) text = await reader.ReadToEndAsync(Stop);
            Assert.Contains(from, text, StringComparison.Ordinal);
            entry.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Stop));
            await writer.WriteAsync(text.Replace(from, to, StringComparison.Ordinal));
        }
        return bent.ToArray();
    }

    /// <summary>A small file that says one very long line.</summary>
    private static async Task<byte[]> Bomb()
    {
        using var bomb = new MemoryStream();
        await using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var label = new StreamWriter(await zip.CreateEntry("organisation.json").OpenAsync(Stop)))
                await label.WriteAsync(new JsonObject { ["format"] = "billing-organisation-1", ["takenOutAt"] = "2026-11-01T00:00:00Z", ["name"] = "Bomb", ["currency"] = "EUR", ["timeZone"] = "UTC", ["locale"] = "en-US", ["people"] = new JsonArray(), ["contact"] = new JsonObject { ["email"] = null, ["phone"] = null, ["line1"] = null, ["line2"] = null, ["city"] = null, ["state"] = null, ["country"] = null, ["postalCode"] = null } }.ToJsonString());
            await using var line = await zip.CreateEntry("events.ndjson").OpenAsync(Stop);
            for (var n = 0; n < 64; n++) await line.WriteAsync(new byte[1 << 20].Select(_ => (byte)'a').ToArray(), Stop);
        }
        return bomb.ToArray();
    }
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
        (await ann.Send(HttpMethod.Post, "/api/tenants/import?slug=second", parcel.Body, ("Content-Type", "application/zip"))).Ok(201);
        ann.Keep((await ann.Post("/api/auth/switch", new { organisation = "second" })).Ok());
        (await ann.Send(HttpMethod.Post, "/api/tenants/import?slug=third", parcel.Body, ("Content-Type", "application/zip"))).Refused("sign-up-closed", 403);
    }
}
