using System.Text.Json;
using System.Text.Json.Nodes;

namespace Billing.Support.Tests;

/// <summary>Tickets as sites tell them: what is read, what is rejected, and what stops a pass.</summary>
public class Tickets_of_Fluent_Support
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Fact]
    public async Task are_read_page_by_page_in_the_zone_of_their_site()
    {
        await using var site = await PretendedSite.Start(Recorded);
        var (door, reader) = (Door(site), new FluentReader(site.Calls));
        var looked = await reader.Look(door, Stop);
        Assert.Equal(("America/New_York", false), (looked.Zone, looked.HasPlainAddresses));
        var found = await new FluentPass(reader, door, looked, 1).Whole([], Stop);
        Assert.Equal((12, 11, 3), (found.Rows, found.Tickets.Count, found.Pages));
        Assert.Equal([2008L], found.Elsewhere);
        Assert.Equal((0, 0, 0), (found.Hidden.Count, found.Gone.Count, found.Rejected.Count));
        Assert.Equal([2004L, 2005], found.Tickets.Where(ticket => !ticket.IsClosed).Select(ticket => ticket.Id));
        Assert.Equal(2012, Assert.Single(found.Tickets, ticket => ticket is { IsClosed: true, Closed: null }).Id);
        var late = found.Tickets.Single(ticket => ticket.Id == 2007);
        Assert.Equal((new DateOnly(2026, 9, 30), new TimeOnly(23, 45), "2026-09-30 23:45:00"), (late.Closed!.Day, TimeOnly.FromDateTime(late.Closed.At), late.Closed.AsReceived));
        Assert.Equal(("HL-1009", "Print Shop", "zoe@nordlicht.example", 33L, 6), Shown(found.Tickets.Single(ticket => ticket.Id == 2009)));
        Assert.Equal("Reprint of the autumn leaflet. Please have a look when you can.", found.Tickets.Single(ticket => ticket.Id == 2009).Description);
        Assert.Equal("/wp-json/fluent-support/v2/tickets?per_page=100&page=1&order_by=id&order_type=DESC&filters[mailbox_id]=1&filters[status_type]=all", site.Asked.ElementAt(1));
        Assert.Equal(["", "Basic bWFyZW46YWJjZGVmZ2hpamts"], site.Shown.Distinct());

        static (string, string, string, long?, int) Shown(FluentTicket ticket) => (ticket.Shown, ticket.Product, ticket.CustomerEmail, ticket.Customer, ticket.Responses);
    }

    [Fact]
    public void of_the_older_shape_are_read_and_their_status_decides()
    {
        var tickets = FluentPage.Read(Parse(PretendedSite.Text("fluent/f-old-shape.json"))).Rows.Select(row => FluentTicket.Read(row, NewYork)).ToDictionary(ticket => ticket.Id);
        Assert.Equal((true, 4, "medium", "2201"), (tickets[2201].IsClosed, tickets[2201].Responses, tickets[2201].Priority, tickets[2201].Shown));
        Assert.Equal((false, true), (tickets[2202].IsClosed, tickets[2202].Closed is not null)); // reopened, and the day is still there
        Assert.Equal(("new", ""), (tickets[2203].Status, tickets[2203].Product));
    }

    [Fact]
    public void come_in_lists_with_holes_and_without_a_page_block()
    {
        var holes = FluentPage.Read(Parse("""{"tickets":{"total":"2","last_page":"1","data":{"0":{"id":1},"2":{"id":3}}}}"""));
        Assert.Equal((2, 2, 1), (holes.Rows.Count, holes.Total, holes.Last));
        var bare = FluentPage.Read(Parse("""{"tickets":[{"id":1}]}"""));
        Assert.Equal((1, (int?)null, (int?)null), (bare.Rows.Count, bare.Total, bare.Last));
        Assert.Equal(SourceTrouble.IncompleteRead, Assert.Throws<SourceStopped>(() => FluentPage.Read(Parse("""{"message":"hello"}"""))).Code);
        Assert.Empty(FluentPage.Read(Parse("""{"tickets":{"data":[]}}""")).Rows);
    }

    [Theory]
    [InlineData("id", "\"x\"", "not-a-whole-number")]
    [InlineData("id", "null", "id-missing")]
    [InlineData("status", "null", "status-missing")]
    [InlineData("created_at", "null", "stamp-missing")]
    [InlineData("resolved_at", "\"soon\"", "not-a-stamp")]
    [InlineData("response_count", "\"many\"", "not-a-whole-number")]
    [InlineData("response_count", "-1", "not-a-count")]
    public async Task that_cannot_be_read_are_rejected_and_the_others_are_taken(string field, string value, string code)
    {
        var page = JsonNode.Parse(PretendedSite.Text("fluent/f-old-shape.json"))!;
        page["tickets"]!["data"]![1]![field] = JsonNode.Parse(value);
        await using var site = await PretendedSite.Start(_ => new(200, page.ToJsonString()));
        var found = await new FluentPass(new FluentReader(site.Calls), Door(site), Here, null).Whole([2201, 2203], Stop);
        var bad = Assert.Single(found.Rejected);
        Assert.Equal((2, code), (bad.Number, bad.Code));
        Assert.Equal([2201L, 2203], found.Tickets.Where(ticket => ticket.Id != 2202).Select(ticket => ticket.Id));
        Assert.Equal(3, found.Rows);
    }

    [Fact]
    public async Task that_shift_while_they_are_read_are_all_found()
    {
        // Ten tickets, three to a page. Behind the first page a new one comes in, so that one comes twice; behind the second one goes, so that one is skipped.
        List<long> there = [.. Enumerable.Range(1, 10).Select(n => (long)n)];
        var lists = 0;
        await using var site = await PretendedSite.Start(request =>
        {
            var page = int.Parse(request.Query["page"]!, System.Globalization.CultureInfo.InvariantCulture);
            var answer = Page(there, page, 3);
            if (++lists == 1) there.Add(11);
            if (lists == 2) there.Remove(9);
            return answer;
        });
        var found = await new FluentPass(new FluentReader(site.Calls), Door(site), Here, null).Whole([], Stop);
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], found.Tickets.Select(ticket => ticket.Id));
        Assert.Empty(found.Gone);
    }

    [Fact]
    public async Task that_no_list_tells_of_are_asked_for_by_number_and_only_then_gone()
    {
        await using var site = await PretendedSite.Start(request => request.Path.Value!.Split("/v2")[^1] switch
        {
            "/tickets" => Page([1, 2], 1, 100),
            "/tickets/3" => new(404, """{"code":"not_found","message":"No such ticket"}"""),
            "/tickets/4" => new(422, "\"Ticket not found\""),
            "/tickets/5" => PretendedSite.Recorded("fluent/z-422-restricted-mailbox.json"),
            "/tickets/8" => new(422, "\"You have no access to this ticket\""), // words that nobody knows: not there, or not to be seen
            "/tickets/6" => PretendedSite.Recorded("fluent/z-404-old-single-route.json"),
            "/ticket/6" => new(200, $$"""{"ticket":{{Ticket(6)}},"responses":[],"agent_id":1}"""),
            "/tickets/7" => new(200, $$"""{"ticket":{{Ticket(7, mailbox: 2)}}}"""),
            _ => null,
        });
        var found = await new FluentPass(new FluentReader(site.Calls), Door(site), Here, 1).Whole([1, 2, 3, 4, 5, 6, 7, 8], Stop);
        Assert.Equal([3L, 4], found.Gone);
        Assert.Equal([5L, 8], found.Hidden);
        Assert.Equal([7L], found.Elsewhere);
        Assert.Equal([1L, 2, 6], found.Tickets.Select(ticket => ticket.Id));
    }

    [Fact]
    public async Task of_a_page_with_more_than_was_asked_for_do_not_count()
    {
        await using var site = await PretendedSite.Start(_ => Page([.. Enumerable.Range(1, 101).Select(n => (long)n)], 1, 101));
        Assert.Equal(SourceTrouble.IncompleteRead, (await Assert.ThrowsAsync<SourceStopped>(() => new FluentPass(new FluentReader(site.Calls), Door(site), Here, null).Whole([], Stop))).Code);
    }

    [Fact]
    public async Task that_were_changed_are_read_until_they_are_older_than_the_mark()
    {
        await using var site = await PretendedSite.Start(request => Page([.. Enumerable.Range(1, 30).Select(n => (long)n)], int.Parse(request.Query["page"]!, System.Globalization.CultureInfo.InvariantCulture), 5));
        var found = await new FluentPass(new FluentReader(site.Calls), Door(site), Here, null).Since(new DateTimeOffset(2026, 9, 22, 12, 0, 0, TimeSpan.Zero), Stop);
        Assert.Equal((2, 10), (found.Pages, found.Tickets.Count)); // ticket n was changed on the nth of the month
        Assert.Contains("order_by=updated_at&order_type=DESC", site.Asked.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("z-401-wrong-application-password.json", SourceTrouble.CredentialRejected, "does not take this user name")]
    [InlineData("z-401-not-logged-in.json", SourceTrouble.CredentialRejected, "saw no sign-in")]
    [InlineData("z-403-user-is-no-agent.json", SourceTrouble.NotAnAgent, "no agent")]
    [InlineData("z-200-login-wall.html", SourceTrouble.WebPage, "web page")]
    [InlineData("z-503-maintenance.html", SourceTrouble.Down, "503")]
    [InlineData("z-404-old-single-route.json", SourceTrouble.FeatureNotAvailable, "no Fluent Support")]
    public async Task stop_a_pass_with_the_reason(string file, string code, string says)
    {
        await using var site = await PretendedSite.Start(_ => PretendedSite.Recorded($"fluent/{file}"));
        var stopped = await Assert.ThrowsAsync<SourceStopped>(() => new FluentPass(new FluentReader(site.Calls), Door(site), Here, null).Whole([2001], Stop));
        Assert.Equal((code, true), (stopped.Code, stopped.Message.Contains(says, StringComparison.Ordinal)));
        Assert.Equal(code is SourceTrouble.WebPage or SourceTrouble.Down, stopped.MayPass);
        Assert.Equal(code is SourceTrouble.CredentialRejected or SourceTrouble.NotAnAgent, stopped.IsShutOut);
    }

    [Fact]
    public async Task of_an_agent_without_the_right_say_so_and_a_wait_is_told()
    {
        await using var site = await PretendedSite.Start(request => request.Path.Value!.EndsWith("/me", StringComparison.Ordinal) ? new(200, """{"user_id":1,"permissions":["fst_view_dashboard"]}""") : PretendedSite.Recorded("fluent/z-403-user-is-no-agent.json"));
        Assert.Equal(SourceTrouble.PermissionMissing, (await Assert.ThrowsAsync<SourceStopped>(() => new FluentPass(new FluentReader(site.Calls), Door(site), Here, null).Whole([], Stop))).Code);
        await using var busy = await PretendedSite.Start(_ => new(429, "{}", "120"));
        var stopped = await Assert.ThrowsAsync<SourceStopped>(() => new FluentReader(busy.Calls).Page(Door(busy), Here, null, false, 1, Stop));
        Assert.Equal((SourceTrouble.RateLimited, TimeSpan.FromMinutes(2)), (stopped.Code, stopped.Wait));
    }

    [Fact]
    public async Task of_a_site_without_pretty_addresses_are_asked_for_otherwise()
    {
        await using var site = await PretendedSite.Start(request => request.Query["rest_route"].ToString() switch
        {
            "/" => new(200, """{"namespaces":["fluent-support/v2"],"timezone_string":"","gmt_offset":"5.5"}"""),
            "/fluent-support/v2/tickets" => Page([1], 1, 100),
            _ => null,
        });
        var reader = new FluentReader(site.Calls);
        var looked = await reader.Look(Door(site), Stop);
        Assert.Equal(("UTC+05:30", true), (looked.Zone, looked.HasPlainAddresses));
        Assert.Single((await new FluentPass(reader, Door(site), looked, null).Whole([], Stop)).Tickets);
    }

    [Theory]
    [InlineData("""{"name":"A shop"}""", SourceTrouble.FeatureNotAvailable)]
    [InlineData("""{"namespaces":["wp/v2"],"timezone_string":"Europe/Berlin"}""", SourceTrouble.FeatureNotAvailable)]
    [InlineData("""{"namespaces":["fluent-support/v2"],"timezone_string":"Europe/Berlin","authentication":{}}""", SourceTrouble.CredentialRejected)]
    [InlineData("""{"namespaces":["fluent-support/v2"],"timezone_string":"Mars/Olympus"}""", SourceTrouble.IncompleteRead)]
    public async Task of_a_site_that_cannot_be_asked_say_why(string index, string code)
    {
        await using var site = await PretendedSite.Start(_ => new(200, index));
        Assert.Equal(code, (await Assert.ThrowsAsync<SourceStopped>(() => new FluentReader(site.Calls).Look(Door(site), Stop))).Code);
    }

    [Fact]
    public async Task of_a_site_that_moved_say_where()
    {
        await using var site = await PretendedSite.Start(_ => new(301, "", Location: "https://www.example.test/wp-json/"));
        Assert.Contains("https://www.example.test/wp-json/", (await Assert.ThrowsAsync<SourceStopped>(() => new FluentReader(site.Calls).Look(Door(site), Stop))).Message, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static FluentSite Here { get; } = new("America/New_York", false);

    private static FluentDoor Door(PretendedSite site) => new(site.Address, "maren", "abcd efgh ijkl");

    private static PretendedSite.Answer? Recorded(Microsoft.AspNetCore.Http.HttpRequest request) => request.Path.Value switch
    {
        "/wp-json/" => PretendedSite.Recorded("fluent/z-root-index.json"),
        "/wp-json/fluent-support/v2/tickets" => PretendedSite.Recorded($"fluent/a-tickets-page{request.Query["page"]}.json"),
        _ => null,
    };

    private static PretendedSite.Answer Page(List<long> ids, int page, int size)
    {
        var rows = ids.OrderDescending().Skip((page - 1) * size).Take(size).Select(id => Ticket(id));
        return new(200, $$$"""{"tickets":{"current_page":{{{page}}},"last_page":{{{(ids.Count + size - 1) / size}}},"total":{{{ids.Count}}},"data":[{{{string.Join(',', rows)}}}]}}""");
    }

    private static string Ticket(long id, int mailbox = 1) =>
        $$"""{"id":{{id}},"status":"new","title":"Ticket {{id}}","content":"","mailbox_id":"{{mailbox}}","priority":"normal","response_count":"0","created_at":"2026-09-01T12:00:00+00:00","updated_at":"2026-09-{{Math.Min(id, 30):00}}T12:00:00+00:00","resolved_at":null}""";

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
