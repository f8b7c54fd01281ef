using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Billing.Host.Tests.Identity;

/// <summary>An organisation goes from one installation to another by the command line, and is there what it was here. It is 2025-11-19.</summary>
public sealed class Leaving_any_time : Town
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private protected override DateTimeOffset? Begins => new(2025, 11, 19, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task makes_the_same_organisation_elsewhere_read_model_by_read_model()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        await Invoiced(eve, "canary");
        await Played(ann);
        var forgotten = (await ann.Post("/api/clients", new { name = "Petra Vergessen" })).Ok(201).Text("id");
        Assert.InRange((int)(await ann.Send(HttpMethod.Delete, $"/api/clients/{forgotten}")).Status, 200, 204);
        (await ann.Post($"/api/clients/{forgotten}/forget")).Ok();
        var drafts = new[] { await Draft(ann), await Draft(ann) };
        (await ann.Post($"/api/invoices/{drafts[0]}/issue", new { })).Ok();

        using var folder = new Folder();
        var (exit, said, complaint) = await Run(["export", "--tenant", "acme-sample", folder.File("first.tar"), "--json"], Settings);
        Assert.True(exit == 0, complaint);
        var packed = JsonNode.Parse(said)!;
        Assert.Equal(await Ask($"select count(*) from mt_events where tenant_id = '{packed.Text("organisation")}' and type not like 'identity.%'"), $"({packed.Text("events")})");
        var first = Parcels.Files(await File.ReadAllBytesAsync(folder.File("first.tar"), Stop));
        Assert.All(first, file => Assert.DoesNotContain("canary", Encoding.UTF8.GetString(file.Value), StringComparison.OrdinalIgnoreCase));
        Assert.All(first, file => Assert.DoesNotContain("Vergessen", Encoding.UTF8.GetString(file.Value), StringComparison.OrdinalIgnoreCase));
        Assert.True(first.Count(file => file.Key.StartsWith("read-models/", StringComparison.Ordinal) && file.Value.Count(b => b == '\n') > 1) > 15);

        await using var elsewhere = new Elsewhere();
        await elsewhere.InitializeAsync();
        var bob = new Visitor(elsewhere.Product, "203.0.113.77");
        bob.Keep((await bob.Post("/api/auth/register", Registering("home", "bob@example.test"))).Ok(201));
        (exit, said, complaint) = await Run(["import", folder.File("first.tar"), "--owner", "bob@example.test", "--json"], elsewhere.Settings);
        Assert.True(exit == 0, complaint);
        Assert.Equal(("acme-sample", packed.Text("events"), $"{first.Keys.Count(name => name.StartsWith("read-models/", StringComparison.Ordinal))}"), (JsonNode.Parse(said).Text("slug"), JsonNode.Parse(said).Text("events"), JsonNode.Parse(said).Text("readModels")));
        Assert.Equal(said, (await Run(["import", folder.File("first.tar"), "--owner=bob@example.test", "--json"], elsewhere.Settings)).Said); // it is there: nothing more happens

        // what it is there, taken out again, is byte by byte what it was here
        Assert.Equal(0, (await Run(["export", "--tenant", "acme-sample", folder.File("second.tar")], elsewhere.Settings)).Exit);
        var second = Parcels.Files(await File.ReadAllBytesAsync(folder.File("second.tar"), Stop));
        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first.Keys.Where(name => name is not ("organisation.json" or "notifications.webhook_deliveries.ndjson")), name => Assert.Equal(Encoding.UTF8.GetString(first[name]), Encoding.UTF8.GetString(second[name])));

        bob.Keep((await bob.Post("/api/auth/switch", new { organisation = "acme-sample" })).Ok());
        foreach (var page in new[] { "/api/clients?limit=200", "/api/invoices?limit=200", "/api/payments", "/api/charges", "/api/subscriptions", "/api/facilities", "/api/billing-records", "/api/support/requests", "/api/ai/usage?month=2025-09", $"/api/invoices/{drafts[0]}", $"/api/invoices/{drafts[0]}/history", "/api/clock" })
            Assert.Equal((await ann.Get(page)).Ok().ToJsonString(), (await bob.Get(page)).Ok().ToJsonString());
        Assert.Equal((await ann.Get($"/api/invoices/{drafts[0]}/pdf")).Body, (await bob.Get($"/api/invoices/{drafts[0]}/pdf")).Body);
        var numbers = new List<string>();
        foreach (var who in new[] { ann, bob }) numbers.Add((await who.Post($"/api/invoices/{drafts[1]}/issue", new { })).Ok().Text("number"));
        Assert.Equal(numbers[0], numbers[1]); // the next one goes on
        Assert.Equal("(0)", await elsewhere.Ask("select count(*) from messages m join mt_events e on e.tenant_id = m.tenant_id and e.id::text = m.key where m.type = 'notifications.people_to_tell' and e.headers ? 'moved'"));
        Assert.Equal($"({packed.Text("events")})", await elsewhere.Ask("select count(*) from mt_events where headers ? 'moved'"));
        Assert.Equal(0, (await Run(["replay", "--all", "--compare"], elsewhere.Settings)).Exit);
        Assert.Equal(0, (await Run(["verify"], elsewhere.Settings)).Exit);
    }

    [Fact]
    public async Task names_whatever_byte_is_another()
    {
        var (ann, other) = (await Owner("acme", "ann@example.test"), await Owner("other"));
        await Invoiced(ann, "acme");
        await Invoiced(other, "other");
        var parcel = (await ann.Post("/api/tenants/me/export")).Body;
        var model = Product.Services.GetRequiredService<StoreModel>();
        Assert.Null(Looked(parcel, model));
        var files = Parcels.Files(parcel).ToDictionary(file => file.Key, file => (From: Parcels.Place(parcel, file.Key), To: Parcels.Place(parcel, file.Key) + file.Value.Length - 1));
        var places = Enumerable.Range(0, parcel.Length / 509).Select(n => n * 509L).Concat(files.Where(file => file.Value.To >= file.Value.From).SelectMany(file => new[] { file.Value.From - 1, file.Value.From, file.Value.To, file.Value.To + 1 })).Append(parcel.Length - 1);
        foreach (var at in places.Where(at => at < parcel.Length))
        {
            var refused = Looked(Parcels.Altered(parcel, at), model);
            Assert.True(refused is { Code: "parcel-altered" or "parcel-cut" or "not-a-parcel" or "parcel-of-another-version" }, $"byte {at}: {refused}");
            if (files.FirstOrDefault(file => at >= file.Value.From && at <= file.Value.To) is not { Key: { } name } hit) continue;
            Assert.True(refused.Code == "parcel-altered" && (string?)refused.Details!["part"] == name, $"byte {at} of {name}: {refused.Sentence}");
            var said = ((string)refused.Details!["place"]!).Split(' ', ',');
            Assert.InRange(at - hit.Value.From, long.Parse(said[2], CultureInfo.InvariantCulture), long.Parse(said[4], CultureInfo.InvariantCulture));
        }
        foreach (var longer in new[] { parcel.Append((byte)0).ToArray(), [.. parcel, .. new byte[512]] }) Assert.Equal("parcel-altered", Looked(longer, model)?.Code);
    }

    [Fact]
    public async Task takes_all_or_nothing_when_it_is_killed_and_goes_on_when_it_is_done_again()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        await Invoiced(ann, "acme");
        using var folder = new Folder();
        await File.WriteAllBytesAsync(folder.File("acme.tar"), (await ann.Post("/api/tenants/me/export")).Body, Stop);
        var before = await Ask("select count(*) from mt_events where type not like 'identity.%'");
        string[] words = ["import", folder.File("acme.tar"), "--owner", "eve@example.test", "--slug", "moved"];
        await using (var connection = await Connect())
        {
            await using var held = await connection.BeginTransactionAsync(Stop);
            await using (var hold = new NpgsqlCommand("lock table invoicing_invoices in share mode", connection, held)) await hold.ExecuteNonQueryAsync(Stop);
            using var killed = The_process.Start(words, Settings);
            await Eventually.Until("it writes, and waits", async () => await Ask("select count(*) from pg_locks where relation = 'invoicing_invoices'::regclass and not granted") != "(0)");
            killed.Kill();
            await killed.WaitForExitAsync(Stop);
            await held.RollbackAsync(Stop);
        }
        await Eventually.Until("the database has noticed", async () => await Ask("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") == "(0)");
        Assert.Equal(before, await Ask("select count(*) from mt_events where type not like 'identity.%'"));
        var (exit, said, complaint) = await Run(words, Settings);
        Assert.True(exit == 0, complaint);
        Assert.Contains("The acme is here as moved, and belongs to eve@example.test", said, StringComparison.Ordinal);
        eve.Keep((await eve.Post("/api/auth/switch", new { organisation = "moved" })).Ok());
        Assert.Equal((await ann.Get("/api/invoices")).Ok().ToJsonString(), (await eve.Get("/api/invoices")).Ok().ToJsonString());
        Assert.Equal("(0)", await Ask("select count(*) from notifications where tenant_id in (select tenant_id from identity_organisations where slug = 'moved')"));
    }

    [Fact]
    public async Task says_what_to_do_when_it_cannot()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        await Invoiced(ann, "acme");
        using var folder = new Folder();
        var parcel = (await ann.Post("/api/tenants/me/export")).Body;
        await File.WriteAllBytesAsync(folder.File("acme.tar"), parcel, Stop);
        await File.WriteAllBytesAsync(folder.File("bent.tar"), await Parcels.Bent(parcel, "read-models/invoicing_clients.csv", "Client of acme", "Client of ours", andSealed: true), Stop);
        await File.WriteAllBytesAsync(folder.File("newer.tar"), await Parcels.Bent(parcel, "organisation.json", "billing-organisation-3", "billing-organisation-9", andSealed: true), Stop);
        foreach (var (words, code, sentence) in new[]
        {
            ($"export --tenant nobody {folder.File("x.tar")}", 2, "There is no organisation nobody"),
            ($"export --tenant acme {folder.File("acme.tar")}", 2, "is there already; name another file."),
            ("export --tenant acme", 2, "export --tenant NAME FILE.tar"),
            ($"import {folder.File("acme.tar")}", 2, "import FILE.tar --owner MAIL-ADDRESS"),
            ($"import {folder.File("none.tar")} --owner eve@example.test", 2, "There is no file"),
            ($"import {folder.File("acme.tar")} --owner nobody@example.test", 1, "Nobody signs in here as nobody@example.test."),
            ($"import {folder.File("acme.tar")} --owner eve@example.test", 1, "slug-taken: "),
            ($"import {folder.File("newer.tar")} --owner eve@example.test --slug newer", 1, "parcel-of-another-version: "),
            ($"import {folder.File("bent.tar")} --owner eve@example.test --slug bent", 1, "name: Client of acme instead of Client of ours"),
        })
        {
            var (exit, said, complaint) = await Run(words.Split(' '), Settings);
            Assert.Equal((code, ""), (exit, said));
            Assert.Contains(sentence, complaint, StringComparison.Ordinal);
        }
        Assert.Single((await eve.Get("/api/auth/me")).Ok()["organisations"]!.AsArray());
        Assert.False(File.Exists(folder.File("x.tar")));
    }

    private static Refusal? Looked(byte[] parcel, StoreModel model) => SentParcel.Open(new MemoryStream(parcel)).TryGet(out var sent, out var refused) ? sent.Check(model, _ => { }) : refused;

    private static async Task Played(Visitor who)
    {
        (await who.Post("/api/tenants/sample", new { startsAt = "2025-09-01T12:00:00Z", seed = 7 })).Ok(201);
        who.Keep((await who.Post("/api/auth/switch", new { organisation = "acme-sample" })).Ok());
        (await who.Post("/api/sample/play", new { until = "2025-10-05" })).Ok(202);
        await Eventually.Until("it was played", async () => !(await who.Get("/api/sample")).Ok()["playing"]!.GetValue<bool>());
        Assert.Equal("2025-10-05 0 ", (await who.Get("/api/sample")).Ok() is var page ? $"{page.Text("reached")} {page.Text("refused")} {page.Text("trouble")}" : "");
    }

    private static async Task<string> Draft(Visitor who)
    {
        var client = (await who.Get("/api/clients")).Ok().Text("items.0.id");
        return (await who.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "A word", unitPrice = "100" } } })).Ok(201).Text("id");
    }

    private static async Task<(int Exit, string Said, string Complaint)> Run(string[] words, (string Name, string Value)[] settings)
    {
        using var process = The_process.Start(words, settings);
        var complaint = process.StandardError.ReadToEndAsync(Stop);
        var said = await process.StandardOutput.ReadToEndAsync(Stop).WaitAsync(Patience, Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, said, await complaint);
    }

    /// <summary>A folder that is gone afterwards.</summary>
    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-test-leaving-");

        public string File(string name) => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }

    /// <summary>Another installation, at the same time.</summary>
    private sealed class Elsewhere : Town
    {
        private protected override DateTimeOffset? Begins => new(2025, 11, 19, 12, 0, 0, TimeSpan.Zero);

        public new Running Product => base.Product;

        public new (string Name, string Value)[] Settings => base.Settings;

        public new Task<string> Ask(string sql) => base.Ask(sql);
    }
}
