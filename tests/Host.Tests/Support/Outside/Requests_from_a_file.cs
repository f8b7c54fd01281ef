using System.Text;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;

namespace Billing.Host.Tests.Support;

/// <summary>A file of requests is looked at, taken once, and taken back.</summary>
public class Requests_from_a_file : Bureau
{
    private const string Rows = "/api/support/requests/import/rows";

    private static byte[] File(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private static string Sum(JsonNode taken) => $"{taken.Text("accepted")} {taken.Text("unchanged")} {taken["rejected"]!.AsArray().Select(error => error.Text("line")).Distinct().Count()}";

    [Fact]
    public async Task are_shown_taken_once_and_taken_back()
    {
        var (acme, birch) = ((await Ours.Client("Acme")).Text("id"), (await Ours.Client("Birch")).Text("id"));
        await Theirs.Client("Acme");
        var file = File(
            "Date,Time,Client,Type,Category,Description,Urgency,Effort,Hours,Source,Web Address,Open,Outside Id",
            "2025-01-15,09:15,acme,Form Integration,Forms,\"Mend the form, please\",high,large,1.75,email,https://acme.example.test,no,T-1",
            $"2025-01-16,,{birch},,,Still to do,,,,,,yes,",
            "2025-01-16,,Birch,,,Still to do,,,,,,yes,",
            "2025-01-17,,Nobody,,nothing,,urgent,,1e3,post,not a link,perhaps,");
        var seen = (await Ours.Post($"{Rows}?dryRun=true", file)).Ok();
        Assert.Equal("2 1 1", Sum(seen));
        Assert.Equal(
            ["Category unknown-category", "Client import-client-unknown", "Description request-description-missing", "Hours hours-wrong", "Open not-yes-or-no", "Source not-one-of", "Urgency not-one-of", "Web Address web-address-wrong"],
            seen["rejected"]!.AsArray().Select(error => $"{error.Text("column")} {error.Text("code")}").Order(StringComparer.Ordinal));
        Assert.Equal([$"2 {acme} forms high 1.75 false", $"3 {birch} general low  true"], seen["preview"]!.AsArray().Select(line => $"{line.Text("line")} {line.Text("clientId")} {line.Text("category")} {line.Text("urgency")} {line!["hours"]} {line.Text("open")}"));
        Assert.Equal("", await Table("select id from support_requests"));

        var taken = (await Ours.Post(Rows, file)).Ok();
        Assert.Equal("2 1 1", Sum(taken));
        Assert.Equal("(2025-01-15,33300,forms,\"Mend the form, please\",high,large,1.75,email,T-1,f)\n(2025-01-16,0,general,\"Still to do\",low,small,0.25,ticket,t)",
            await Table("select resolved_on, resolved_at, category, description, urgency, effort, hours, source, outside_id, open from support_requests where outside_id = 'T-1'") + "\n" + await Table("select resolved_on, resolved_at, category, description, urgency, effort, hours, source, open from support_requests where outside_id <> 'T-1'"));
        Assert.Equal("0 3 1", Sum((await Ours.Post(Rows, file)).Ok()));
        Assert.Equal("1 0 3", Sum((await Theirs.Post($"{Rows}?dryRun=true", file)).Ok())); // Birch is nobody there

        var back = (await Ours.Post($"/api/support/requests/imports/{taken.Text("importId")}/undo")).Ok();
        Assert.Equal("2 0", $"{back.Text("undone")} {back["kept"]!.AsArray().Count}");
        Assert.Equal("2 1 1", Sum((await Ours.Post(Rows, file)).Ok())); // what was taken back may come again
        Assert.Equal("(active)\n(active)", await Table("select status from support_requests"));
        Assert.Equal(["done", "undone"], (await Ours.Get("/api/support/requests/imports")).Ok()["items"]!.AsArray().Select(one => one.Text("state")));
        Assert.Empty((await Theirs.Get("/api/support/requests/imports")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task come_back_to_be_mended_where_they_cannot_be_taken()
    {
        var acme = (await Ours.Client("Acme")).Text("id");
        await Theirs.Client("Birch");
        var file = File("date,client,description,hours", "2025-01-15,Acme,Mend it,1", "2025-01-16,Birch,\"Move, please\",x", "2025-01-17,,Paint it,1");
        var left = (await Ours.Post($"{Rows}/rejected", file)).Text.Trim('\uFEFF').TrimEnd();
        Assert.Collection(left.Split("\r\n"),
            line => Assert.Equal("date,client,description,hours,Reason", line),
            line => Assert.Matches("^2025-01-16,Birch,\"Move, please\",x,.*client: .*hours: ", line),
            line => Assert.Matches("^2025-01-17,,Paint it,1,.*client: ", line));
        Assert.Equal("2 0 0", Sum((await Ours.Post($"{Rows}?clientId={acme}", Encoding.UTF8.GetBytes(left.Replace("Birch", "Acme", StringComparison.Ordinal).Replace(",x,", ",2,", StringComparison.Ordinal)))).Ok()));
        Assert.Equal("", await Table("select id from support_requests where tenant_id = 'theirs'"));
    }

    [Fact]
    public async Task come_as_an_export_wrote_them_and_are_refused_clearly()
    {
        var client = (await Ours.Client("Acme")).Text("id");
        (await Ours.Post("/api/support/requests", new { clientId = client, resolvedOn = "2025-01-15", resolvedAt = "09:15:00", description = "Mend the form.", urgency = "high", hours = "1.75", outsideId = "T-1" })).Ok(201);
        var export = (await Ours.Get("/api/support/requests/export")).Body;
        Assert.Equal("0 1 0", Sum((await Ours.Post(Rows, export)).Ok()));
        Assert.Equal("0 0 1", Sum((await Theirs.Post(Rows, export)).Ok())); // their clients have other ids
        Assert.Equal("import-client-missing", (await Ours.Post(Rows, File("date,description", "2025-01-15,Mend it"))).Ok().Text("rejected.0.code"));
        Assert.Equal("1 0 0", Sum((await Ours.Post($"{Rows}?clientId={client}", File("description;date", "Mend it;2025-01-15"))).Ok()));
        foreach (var hours in new[] { "1.1234567890123", "1000000000000", "79228162514264337593543950335", "-1", "NaN" })
            Assert.Equal("hours-wrong", (await Ours.Post($"{Rows}?clientId={client}", File("date,description,hours", $"2025-01-15,Not this,{hours}"))).Ok().Text("rejected.0.code"));
        (await Ours.Post(Rows, File("date,text", "2025-01-15,Mend it"))).Refused("request-column-missing");
        (await Ours.Post($"{Rows}?clientId=0193e0c0-0000-7000-8000-0000000000ff", File("date,description", "2025-01-15,Mend it"))).Refused("unknown-client");
        Assert.Equal("(1)", await Table("select count(*) from support_requests where description = 'Mend it'"));
    }
}
