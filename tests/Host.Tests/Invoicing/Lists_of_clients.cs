using System.Text;
using Billing.Host.Tests.Facilities;
using Billing.Web;

namespace Billing.Host.Tests.Invoicing;

public class Lists_of_clients : Bureau
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes("Name,E-mails,CRM ID,Terms,Country\nMeadow Health,bills@meadow.example.test,C-1,14,DE\nPark,,C-2,,\nSea,,,soon,\n");

    [Fact]
    public async Task are_looked_at_taken_over_once_and_taken_back()
    {
        var known = (await Ours.Client("Meadow", new { crmId = "C-1", phone = "1" })).Text("id");
        await Theirs.Client("Meadow", new { crmId = "C-1" });
        var dry = (await Ours.Post("/api/clients/import?dryRun=true", File)).Ok();
        Assert.Equal("2 1 0 4 Terms soon terms-out-of-range changed new rejected", $"{dry.Text("accepted")} {dry.Text("added")} {dry.Text("unchanged")} {dry.Text("rejected.0.line")} {dry.Text("rejected.0.column")} {dry.Text("rejected.0.value")} {dry.Text("rejected.0.code")} {string.Join(' ', dry["preview"]!.AsArray().Select(line => line.Text("outcome")))}");
        Assert.Equal("Meadow", (await Ours.Get($"/api/clients/{known}")).Ok().Text("name"));

        var taken = (await Ours.Post("/api/clients/import", File, ("Idempotency-Key", "once"))).Ok();
        Assert.Equal(taken.Text("importId"), (await Ours.Post("/api/clients/import", File, ("Idempotency-Key", "once"))).Ok().Text("importId"));
        Assert.Equal("0 2", (await Ours.Post("/api/clients/import", File)).Ok() is var again ? $"{again.Text("accepted")} {again.Text("unchanged")}" : "");
        var meadow = (await Ours.Get($"/api/clients/{known}")).Ok();
        Assert.Equal("Meadow Health bills@meadow.example.test 1 14 DE", $"{meadow.Text("name")} {meadow.Text("emails.0")} {meadow.Text("phone")} {meadow.Text("termsDays")} {meadow.Text("address.country")}");

        (await Theirs.Post($"/api/client-imports/{taken.Text("importId")}/undo")).Refused("not-found", 404);
        Assert.Empty((await Theirs.Get("/api/client-imports")).Ok()["items"]!.AsArray());
        Assert.Equal("import.csv done 2 0 1".Replace("import.csv", "clients", StringComparison.Ordinal), (await Ours.Get("/api/client-imports")).Ok() is var list ? $"{list.Text("items.0.fileName")} {list.Text("items.0.state")} {list.Text("items.0.accepted")} {list.Text("items.0.unchanged")} {list.Text("items.0.rejected")}" : "");
        Assert.Equal("2", (await Ours.Post($"/api/client-imports/{taken.Text("importId")}/undo")).Ok().Text("undone"));
        (await Ours.Post($"/api/client-imports/{taken.Text("importId")}/undo")).Refused("import-undone");
        Assert.Equal("Meadow", string.Join(' ', (await Ours.Get("/api/clients")).Ok()["items"]!.AsArray().Select(row => row.Text("name"))));
        Assert.Equal("2", (await Ours.Post("/api/clients/import", File)).Ok().Text("accepted"));
        Assert.Equal("Meadow Health, Park", string.Join(", ", (await Ours.Get("/api/clients")).Ok()["items"]!.AsArray().Select(row => row.Text("name"))));
        Assert.Equal("(theirs,Meadow)", await Table("select tenant_id, name from invoicing_clients where tenant_id = 'theirs'"));
    }

    [Fact]
    public async Task of_any_length_say_how_far_they_have_come()
    {
        var (id, stop) = (Guid.CreateVersion7(), TestContext.Current.CancellationToken);
        var long_ = Encoding.UTF8.GetBytes("Name\n" + string.Join('\n', Enumerable.Range(1, 5_000).Select(n => $"Client {n:d5}")));
        (await Ours.Get($"/api/client-imports/{id}")).Refused("not-found", 404);
        var taking = Ours.Post($"/api/clients/import?importId={id}", long_);
        var seen = new List<double>();
        while (!taking.IsCompleted)
        {
            var look = await Ours.Get($"/api/client-imports/{id}");
            if ((int)look.Status == 200 && look.Ok().Text("state") == "running") seen.Add(look.Ok()["progress"]!.GetValue<double>());
            await Task.WhenAny(taking, Task.Delay(10, stop));
        }
        Assert.Equal("5000", (await taking).Ok().Text("accepted"));
        Assert.NotEmpty(seen);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal("done 1 5000", (await Ours.Get($"/api/client-imports/{id}")).Ok() is var run ? $"{run.Text("state")} {run.Text("progress")} {run.Text("accepted")}" : "");
        (await Theirs.Get($"/api/client-imports/{id}")).Refused("not-found", 404);
        (await Ours.Post($"/api/clients/import?importId={id}", File)).Refused("import-taken");
    }

    [Fact]
    public async Task keep_what_somebody_changed_or_billed_since_when_taken_back()
    {
        var taken = (await Ours.Post("/api/clients/import", Encoding.UTF8.GetBytes("Name\nA\nB\nC\n"))).Ok().Text("importId");
        var ids = (await Ours.Get("/api/clients")).Ok()["items"]!.AsArray().ToDictionary(row => row.Text("name"), row => row.Text("id"));
        (await Ours.Put($"/api/clients/{ids["A"]}", new { phone = "1" })).Ok();
        await Ours.Charge(ids["B"]);
        var undone = (await Ours.Post($"/api/client-imports/{taken}/undo")).Ok();
        Assert.Equal("1 A B", $"{undone.Text("undone")} {string.Join(' ', undone["kept"]!.AsArray().Select(kept => kept.Text("name")).Order())}");
    }

    [Fact]
    public async Task go_out_and_come_in_again_without_a_change()
    {
        await Ours.Client("Meadow; \"Health\"", new { emails = new[] { "bills@meadow.example.test", "more@meadow.example.test" }, note = "=1+1\nsecond line", taxTreatment = "reverseCharge", language = "de", reminders = false });
        await Ours.Client("Orchard");
        await Theirs.Client("Not ours");
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var file = await Ours.Get($"/api/clients/export?format={format}");
            Assert.Equal(200, (int)file.Status);
            var dry = (await Ours.Post("/api/clients/import?dryRun=true", file.Body)).Ok();
            Assert.Equal("0 2 0", $"{dry.Text("accepted")} {dry.Text("unchanged")} {dry["rejected"]!.AsArray().Count}");
            Assert.Equal("2", (await Theirs.Post("/api/clients/import?dryRun=true", file.Body)).Ok().Text("added"));
        }
        Assert.Equal("Meadow; \"Health\" Orchard", string.Join(' ', (await Ours.Get("/api/clients/export?format=json")).Json.AsArray().Select(row => row.Text("name"))));
        (await Ours.Get("/api/clients/export?format=pdf")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task are_for_those_who_may()
    {
        (await Ours.As(Role.Member).Post("/api/clients/import", File)).Refused("not-permitted", 403);
        (await Ours.As(Role.Viewer).Get("/api/client-imports")).Ok();
        Assert.Equal(200, (int)(await Ours.As(Role.Viewer).Get("/api/clients/export")).Status);
        (await Ours.Post("/api/clients/import", new byte[] { 1, 2, 0, 3 })).Refused("not-a-sheet");
        var rejected = await Ours.Post("/api/clients/import/rejected", File);
        Assert.Equal("Name,E-mails,CRM ID,Terms,Country,Reason\r\nSea,,,soon,,Terms: Payment terms are 0 to 365 days.", rejected.Text.Trim('\uFEFF').TrimEnd());
    }
}
