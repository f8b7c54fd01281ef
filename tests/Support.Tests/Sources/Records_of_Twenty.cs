using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Billing.Support.Tests;

/// <summary>Projects and sites as workspaces tell them, by REST and by GraphQL, and their nudges.</summary>
public class Records_of_Twenty
{
    private const string Empty = """{"data":{"projects":[],"websiteProperties":[]},"totalCount":0,"pageInfo":{"hasNextPage":false,"endCursor":null}}""";
    private const string NoEdges = """{"data":{"projects":{"edges":[],"pageInfo":{"hasNextPage":false,"endCursor":null},"totalCount":0}}}""";
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly DateOnly September = new(2026, 9, 1);

    [Fact]
    public async Task are_read_to_the_last_page_whatever_the_limit_is_cut_to()
    {
        await using var workspace = await PretendedSite.Start(Recorded);
        var found = await Pass(workspace).Read(null, [], [], Stop);
        Assert.Equal((7, 12, 19, 7), (found.Projects.Count, found.Sites.Count, found.Rows, found.Pages));
        Assert.Empty(found.Rejected);
        Assert.Equal(["EUR READY 2200.00", "USD INVOICED 8400.00", "USD PAID 375.50", "USD READY 1250.00"], Worth(found.Projects));
        var fine = found.Projects.Single(project => project.Name == "Rounding sample");
        Assert.Equal((1.234567m, "1.23 USD", new DateOnly(2026, 8, 31)), (fine.Amount, $"{fine.Payable}", fine.CompletedOn));
        Assert.Equal((125m, null), (found.Projects.Single(project => project.Name == "Contact form").Amount, found.Projects.Single(project => project.Name == "Contact form").CompletedOn)); // micros as text
        Assert.Null(found.Projects.Single(project => project.Name == "Shop server move").Amount);
        Assert.Equal("Bearer key-1", Assert.Single(workspace.Shown.Distinct()));
        Assert.Equal("/rest/projects?limit=60&depth=0&order_by=updatedAt[AscNullsFirst],id", workspace.Asked.First(asked => asked.StartsWith("/rest/projects", StringComparison.Ordinal)));
        Assert.Contains("&starting_after=eyJpZCI6IjhhODY0MTcxLWM5NTktNTIxZS1iNWE4LTc3YzIxNmYwNWQ4MiJ9", workspace.Asked.Single(asked => asked.StartsWith("/rest/projects", StringComparison.Ordinal) && asked.Contains("starting_after", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(workspace.Asked, asked => asked.Contains("filter=deletedAt[gte]:\"1970-01-01T00:00:00.000Z\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task have_days_of_the_workspaces_wall_and_fees_in_whole_units()
    {
        await using var workspace = await PretendedSite.Start(Recorded);
        var sites = (await Pass(workspace).Read(null, [], [], Stop)).Sites.ToDictionary(site => site.Name);
        Assert.Equal(new DateOnly(2026, 9, 15), sites["Ember Yoga"].From); // 03:59:59 UTC is still the day before there
        Assert.Equal((new DateOnly(2025, 6, 1), new DateOnly(2026, 9, 10)), (sites["Cedar Cycles"].From, sites["Cedar Cycles"].Until));
        Assert.Equal((99m, 0m, null), (sites["Amber Dental"].Fee, sites["Juniper Charity"].Fee, sites["Iris Florist"].Fee));
        Assert.Equal((null, "INACTIVE"), (sites["Fjord Travel"].From, sites["Fjord Travel"].Status));
        Assert.Equal("5acb3b7e-66b1-5dbb-a757-79a10f6ae254", sites["Amber Dental"].CompanyId);
    }

    [Fact]
    public async Task are_the_same_by_GraphQL()
    {
        await using var workspace = await PretendedSite.Start((request, body) =>
        {
            if (request.Path != "/graphql") return null;
            var (query, after) = (JsonElement.Parse(body).GetProperty("query").GetString()!, JsonElement.Parse(body).GetProperty("variables").GetProperty("after").GetString());
            if (!query.Contains("projects(", StringComparison.Ordinal)) return new(200, NoEdges.Replace("projects", "websiteProperties", StringComparison.Ordinal));
            if (query.Contains("deletedAt: {", StringComparison.Ordinal)) return new(200, NoEdges);
            return PretendedSite.Recorded($"twenty/g-graphql-projects-page{(after is null ? 1 : 2)}.json");
        });
        var found = await new TwentyPass(new TwentyReader(workspace.Calls), Door(workspace), new(), NewYork, byGraph: true).Read(null, [], [], Stop);
        Assert.Equal(["EUR READY 2200.00", "USD INVOICED 8400.00", "USD PAID 375.50", "USD READY 1250.00"], Worth(found.Projects));
        Assert.Empty(found.Rejected);
    }

    [Fact]
    public async Task that_were_put_into_the_bin_say_so_and_that_were_destroyed_are_asked_for_first()
    {
        const string Project = """{"id":"p1","name":"One","projectCategory":"WEBSITE","projectCompletionDate":"2026-09-01","invoiceStatus":"READY","invoiceNumber":"","revenueAmount":{"amountMicros":1000000,"currencyCode":"JPY"},"websitePropertyLinkId":null,"updatedAt":"2026-09-01T00:00:00.000Z","deletedAt":null}""";
        await using var workspace = await PretendedSite.Start(request => request.Path.Value switch
        {
            "/rest/projects" when request.Query["filter"].ToString().Contains("deletedAt", StringComparison.Ordinal) => Page(Project.Replace("p1", "p2", StringComparison.Ordinal).Replace("\"deletedAt\":null", "\"deletedAt\":\"2026-09-02T00:00:00.000Z\"", StringComparison.Ordinal)),
            "/rest/projects" => Page(Project),
            "/rest/projects/p3" => new(404, """{"statusCode":404,"error":"NotFoundException","messages":["Record not found"]}"""),
            "/rest/projects/p4" => new(200, $$$"""{"data":{"project":{{{Project.Replace("p1", "p4", StringComparison.Ordinal)}}}}}"""),
            _ => new(200, Empty),
        });
        var found = await Pass(workspace).Read(null, ["p1", "p2", "p3", "p4"], [], Stop);
        Assert.Equal([("p1", false), ("p2", true), ("p4", false)], found.Projects.Select(project => (project.Id, project.IsDeleted)));
        Assert.Equal(["p3"], found.DestroyedProjects);
        Assert.Equal("1 JPY", $"{found.Projects[0].Payable}"); // a million micros are one unit of any currency
        Assert.Empty((await Pass(workspace).Read(DateTimeOffset.UnixEpoch, ["p9"], [], Stop)).DestroyedProjects); // what changed says nothing of what did not
    }

    [Theory]
    [InlineData("98000000000", "JPY", "98000")]
    [InlineData("\"9007199254740993000001\"", "USD", null)]
    [InlineData("\"9007199254740993\"", "USD", "9007199254.740993")]
    [InlineData("-1500000", "USD", "-1.5")]
    [InlineData("\"\"", "USD", "nothing")]
    [InlineData("null", "USD", "nothing")]
    [InlineData("\"1.5\"", "USD", null)]
    [InlineData("true", "USD", null)]
    [InlineData("1000000", "", null)]
    public void have_amounts_in_micros_exactly(string micros, string currency, string? amount)
    {
        var record = JsonElement.Parse($$$"""{"revenueAmount":{"amountMicros":{{{micros}}},"currencyCode":"{{{currency}}}"}}""");
        if (amount is null) Assert.Throws<BadRecord>(() => TwentyMoney.Read(record, "revenueAmount"));
        else Assert.Equal(amount, TwentyMoney.Read(record, "revenueAmount").Amount?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "nothing");
    }

    [Fact]
    public async Task that_lack_a_field_or_cannot_be_read_are_rejected_and_cost_nobody_anything()
    {
        await using var workspace = await PretendedSite.Start(request => request.Path.Value switch
        {
            "/rest/projects" when request.Query["filter"].Count == 0 => Page("""{"id":"p1","name":"No amount at all","invoiceStatus":"READY"}""", """{"id":"p2","name":"Fine","invoiceStatus":"READY","revenueAmount":null}""", """{"name":"No id","invoiceStatus":"READY","revenueAmount":null}""", """{"id":"p3","name":"Bad day","invoiceStatus":"READY","revenueAmount":null,"projectCompletionDate":"tomorrow"}"""),
            _ => new(200, Empty),
        });
        var found = await Pass(workspace).Read(null, [], [], Stop);
        Assert.Equal("p2", Assert.Single(found.Projects).Id);
        Assert.Equal([("p1", "field-missing"), (null, "id-missing"), ("p3", "not-a-day")], found.Rejected.Select(one => (one.OutsideId, one.Code)));
    }

    [Theory]
    [InlineData("z-401-token-invalid.json", SourceTrouble.CredentialRejected, "does not take this key")]
    [InlineData("z-400-bad-filter.json", SourceTrouble.QueryRefused, "'filter' invalid")]
    [InlineData("z-400-invalid-cursor.json", SourceTrouble.QueryRefused, "Invalid cursor")]
    [InlineData("z-400-singular-object-name.json", SourceTrouble.QueryRefused, "Did you mean 'projects'?")]
    [InlineData("z-429-too-many.json", SourceTrouble.RateLimited, "too often")]
    public async Task stop_a_pass_with_the_reason(string file, string code, string says)
    {
        await using var workspace = await PretendedSite.Start(_ => PretendedSite.Recorded($"twenty/{file}"));
        var stopped = await Assert.ThrowsAsync<SourceStopped>(() => Pass(workspace).Read(null, ["p1"], [], Stop));
        Assert.Equal((code, true), (stopped.Code, stopped.Message.Contains(says, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":{"websiteProperties":[]}}""")]
    [InlineData("""{"data":{"websiteProperties":[]},"pageInfo":{"hasNextPage":true,"endCursor":null}}""")]
    [InlineData("""{"data":{"websiteProperties":[]},"pageInfo":{"hasNextPage":true,"endCursor":"again"}}""")]
    public async Task that_are_not_whole_do_not_count(string answer)
    {
        await using var workspace = await PretendedSite.Start(_ => new(200, answer));
        Assert.Equal(SourceTrouble.IncompleteRead, (await Assert.ThrowsAsync<SourceStopped>(() => Pass(workspace).Read(null, [], [], Stop))).Code);
    }

    [Fact]
    public async Task of_a_page_with_more_than_was_asked_for_do_not_count()
    {
        string[] many = [.. Enumerable.Range(0, TwentyReader.Limit + 1).Select(n => $$"""{"id":"p{{n}}","name":"Fine","invoiceStatus":"READY","revenueAmount":null}""")];
        await using var workspace = await PretendedSite.Start(request => request.Path == "/rest/projects" ? Page(many) : new(200, Empty));
        Assert.Equal(SourceTrouble.IncompleteRead, (await Assert.ThrowsAsync<SourceStopped>(() => Pass(workspace).Read(null, [], [], Stop))).Code);
    }

    [Fact]
    public void by_GraphQL_may_be_an_error_with_status_200()
    {
        Assert.Contains("projectz", Assert.Throws<SourceStopped>(() => TwentyPage.OfGraph(JsonElement.Parse(PretendedSite.Text("twenty/g-graphql-error-200.json")), "projects")).Message, StringComparison.Ordinal);
        Assert.Equal(SourceTrouble.CredentialRejected, Assert.Throws<SourceStopped>(() => TwentyPage.OfGraph(JsonElement.Parse("""{"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}],"data":null}"""), "projects")).Code);
    }

    [Fact]
    public void nudge_with_a_signature_over_the_bytes_as_they_came()
    {
        var now = new DateTimeOffset(2026, 11, 13, 15, 0, 0, TimeSpan.Zero);
        var (body, stamp) = (Encoding.UTF8.GetBytes("""{ "event":"project.updated", "data":{"id":"p1"} }"""), now.AddMinutes(-1).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData("secret-1"u8, Encoding.UTF8.GetBytes($"{stamp}:{Encoding.UTF8.GetString(body)}")));
        Assert.Equal(NudgeFault.None, TwentyWebhook.Judge(stamp, signature, body, "secret-1", now));
        Assert.Equal(NudgeFault.None, TwentyWebhook.Judge(stamp, signature.ToUpperInvariant(), body, "secret-1", now));
        Assert.Equal(NudgeFault.Wrong, TwentyWebhook.Judge(stamp, signature, body, "secret-2", now));
        Assert.Equal(NudgeFault.Wrong, TwentyWebhook.Judge(stamp, signature, Encoding.UTF8.GetBytes("""{"event":"project.updated","data":{"id":"p1"}}"""), "secret-1", now)); // the same JSON, other bytes
        Assert.Equal(NudgeFault.OutOfTime, TwentyWebhook.Judge(stamp, signature, body, "secret-1", now.AddMinutes(5)));
        Assert.Equal(NudgeFault.OutOfTime, TwentyWebhook.Judge("9223372036854775807", signature, body, "secret-1", now));
        foreach (var (time, sign) in ((string?, string?)[])[(null, signature), (stamp, null), ("x", signature), (stamp, "zz"), (stamp, signature[..63] + "g")]) Assert.Equal(NudgeFault.Unreadable, TwentyWebhook.Judge(time, sign, body, "secret-1", now));
    }

    [Theory]
    [InlineData("""{"event":"project.updated","data":{"id":"p1"},"timestamp":"2026-11-13T15:00:00Z"}""", "project", "p1")]
    [InlineData("""{"targetUrl":"https://here.example.test","eventName":"websiteProperty.destroyed","objectMetadata":{"id":"o1","nameSingular":"websiteProperty"},"record":{"id":"s1"},"updatedFields":[]}""", "websiteProperty", "s1")]
    [InlineData("""{"event":"project.deleted"}""", "project", "")]
    public void nudge_in_either_shape(string body, string kind, string record) => Assert.Equal(new TwentyWebhook(kind, record), TwentyWebhook.Read(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void nudge_in_no_other(string body) => Assert.Null(TwentyWebhook.Read(Encoding.UTF8.GetBytes(body)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static TwentyDoor Door(PretendedSite workspace) => new(workspace.Address, "key-1");

    private static TwentyPass Pass(PretendedSite workspace) => new(new TwentyReader(workspace.Calls), Door(workspace), new(), NewYork);

    private static PretendedSite.Answer? Recorded(HttpRequest request)
    {
        if (request.Query["filter"].ToString().Contains("deletedAt", StringComparison.Ordinal)) return new(200, Empty);
        var (plural, after) = (request.Path.Value!.Split('/')[^1], request.Query["starting_after"].ToString());
        for (var page = 1; page <= 3; page++)
            if (after.Length == 0 || (page > 1 && PretendedSite.Text($"twenty/a-{plural}-page{page - 1}.json").Contains($"\"endCursor\": \"{after}\"", StringComparison.Ordinal))) return PretendedSite.Recorded($"twenty/a-{plural}-page{page}.json");
        return PretendedSite.Recorded("twenty/z-400-invalid-cursor.json");
    }

    private static PretendedSite.Answer Page(params string[] records) => new(200, $$$"""{"data":{"projects":[{{{string.Join(',', records)}}}]},"totalCount":{{{records.Length}}},"pageInfo":{"hasNextPage":false,"endCursor":null}}""");

    private static string[] Worth(IEnumerable<TwentyProject> projects) =>
        [.. projects.Where(project => project.CompletedOn is { } day && day >= September && day < September.AddMonths(1) && project.Amount is not null).GroupBy(project => $"{project.Currency} {project.Status}").Select(same => $"{same.Key} {same.Aggregate(Money.Zero(same.First().Currency!.Value), (sum, project) => sum + project.Payable!.Value).ToAmountText()}").Order(StringComparer.Ordinal)];
}
