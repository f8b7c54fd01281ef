using System.Text.RegularExpressions;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Support.Portal;

/// <summary>Guests see their client's own, and of that no hours, rates, costs, fees or notes: every field that they do not see holds a word or a figure that stands nowhere else.</summary>
public partial class What_guests_see : Lobby
{
    private const string Hidden = "qanary";

    /// <summary>Names of members that would tell what guests do not see.</summary>
    [GeneratedRegex("hour|rate|cost|fee|price|effort|urgency|amount|note|flag|edited|billed|close|charged|outside|version|clientid", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();

    private static readonly string[] Figures = ["7.77", "88.88", "321.09", "654.32", "111.11"];

    private static readonly string[] Pages = ["/api/portal/me", "/api/portal/tickets", "/api/portal/sites", "/api/portal/projects"];

    private static async Task<Dictionary<string, string>> Worked(Visitor of, string name)
    {
        var client = await Client(of, name, new { note = Hidden, emails = new[] { $"{Hidden}@bills.example.test" } });
        (await of.Post("/api/support/rate-cards", new { clientId = client, from = "2024-01-01", promotion = "88.88", low = "88.88", medium = "88.88", high = "88.88" })).Ok();
        var ticket = (await of.Post("/api/support/requests", new { clientId = client, resolvedOn = "2025-01-15", resolvedAt = "09:15:00", type = "Form Integration", category = "forms", description = $"Mend the form of {name}. <script>alert(1)</script>", urgency = "high", effort = "large", hours = "7.77", source = "email", webAddress = $"https://{Hidden}.example.test", outsideId = $"{Hidden}-1" })).Ok(201).Text("id");
        (await of.Patch($"/api/support/requests/{ticket}", new { flagged = true })).Ok();
        (await of.Post("/api/support/requests", new { clientId = client, resolvedOn = "2025-01-16", resolvedAt = "10:00:00", description = $"Still to do for {name}", hours = "7.77", open = true })).Ok(201);
        var away = (await of.Post("/api/support/requests", new { clientId = client, resolvedOn = "2025-01-17", resolvedAt = "10:00:00", description = $"{Hidden} put away" })).Ok(201).Text("id");
        (await of.Post($"/api/support/requests/{away}/archive", new { })).Ok();
        (await of.Post("/api/support/sites", new { clientId = client, name = $"Site of {name}", webAddress = "https://acme.example.test", start = "2024-11-16", fee = new { amount = "321.09", currency = "EUR" }, outsideId = $"{Hidden}-2" })).Ok(201);
        (await of.Post("/api/support/projects", new { clientId = client, name = $"Page of {name}", category = "website", price = new { amount = "654.32", currency = "EUR" }, completedOn = "2024-12-20", ready = true, outsideId = $"{Hidden}-3" })).Ok(201);
        (await of.Post("/api/support/projects", new { clientId = client, name = $"Shop of {name}", category = "website", price = new { amount = "654.32", currency = "EUR" } })).Ok(201);
        var invoice = (await of.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = $"Work for {name}", unitPrice = "111.11" } } })).Ok(201).Text("id");
        var number = (await of.Post($"/api/invoices/{invoice}/issue", new { })).Ok().Text("number");
        (await of.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = $"{Hidden} draft", unitPrice = "88.88" } } })).Ok(201);
        return new() { ["client"] = client, ["ticket"] = ticket, ["invoice"] = invoice, ["number"] = number };
    }

    private static IEnumerable<string> Members(System.Text.Json.Nodes.JsonNode? node) => node switch
    {
        System.Text.Json.Nodes.JsonObject members => members.SelectMany(pair => Members(pair.Value).Prepend(pair.Key)),
        System.Text.Json.Nodes.JsonArray items => items.SelectMany(Members),
        _ => [],
    };

    [Fact]
    public async Task is_their_clients_own_without_hours_rates_costs_fees_and_notes()
    {
        var (acme, birch) = (await Worked(Ours, "Acme"), await Worked(Ours, "Birch"));
        var cedar = await Worked(Theirs, "Cedar");
        await Worked(Theirs, "Dune");
        var guests = new (Guest Guest, string Name, Dictionary<string, string> Own)[]
        {
            (await In(Ours, acme["client"], "dora@acme.example.test"), "Acme", acme), (await In(Ours, birch["client"], "finn@birch.example.test"), "Birch", birch), (await In(Theirs, cedar["client"], "mira@cedar.example.test"), "Cedar", cedar),
        };
        foreach (var (guest, name, own) in guests)
        {
            foreach (var path in Pages.Append($"/api/portal/tickets/{own["ticket"]}"))
            {
                var answer = (await guest.Get(path)).Ok();
                Assert.DoesNotContain(Members(answer), member => Forbidden().IsMatch(member));
                var text = answer.ToJsonString();
                Assert.DoesNotContain(Hidden, text, StringComparison.OrdinalIgnoreCase);
                Assert.All(Figures, figure => Assert.DoesNotContain(figure, text, StringComparison.Ordinal));
                Assert.Contains(name, text, StringComparison.Ordinal);
                Assert.All(new[] { "Acme", "Birch", "Cedar", "Dune" }.Where(other => other != name), other => Assert.DoesNotContain(other, text, StringComparison.Ordinal));
            }
            Assert.Equal([("Still to do", "open"), ("Mend the fo", "resolved")], (await guest.Items("/api/portal/tickets")).Select(one => (one.Text("description")[..11], one.Text("status"))));
            var ticket = (await guest.Get($"/api/portal/tickets/{own["ticket"]}")).Ok();
            Assert.Equal("id on at type category description status source", string.Join(' ', ticket.AsObject().Select(pair => pair.Key)));
            Assert.Equal(("2025-01-15", "09:15:00", "Form Integration", "Forms", "resolved", "email"), (ticket.Text("on"), ticket.Text("at"), ticket.Text("type"), ticket.Text("category"), ticket.Text("status"), ticket.Text("source")));
            Assert.Equal($"Mend the form of {name}. <script>alert(1)</script>", ticket.Text("description")); // plain text, which pages write as such
            var site = Assert.Single(await guest.Items("/api/portal/sites"));
            Assert.Equal(("https://acme.example.test", "2024-11-16", "hosted"), (site.Text("webAddress"), site.Text("hostedSince"), site.Text("state")));
            Assert.Equal([($"Shop of {name}", "inProgress"), ($"Page of {name}", "completed")], (await guest.Items("/api/portal/projects")).Select(one => (one.Text("name"), one.Text("status"))));
        }
        foreach (var foreign in new[] { birch, cedar }) (await guests[0].Guest.Get($"/api/portal/tickets/{foreign["ticket"]}")).Refused("not-found", 404);
    }

    [Fact]
    public async Task are_invoices_only_where_somebody_says_so()
    {
        var (acme, birch, cedar) = (await Worked(Ours, "Acme"), await Worked(Ours, "Birch"), await Worked(Theirs, "Cedar"));
        var (guest, blind) = (await In(Ours, acme["client"], "dora@acme.example.test", seesInvoices: true), await In(Ours, birch["client"], "finn@birch.example.test"));
        foreach (var path in new[] { "/api/portal/invoices", $"/api/portal/invoices/{birch["invoice"]}/pdf" }) (await blind.Get(path)).Refused("portal-invoices-hidden", 403);
        var invoice = Assert.Single(await guest.Items("/api/portal/invoices"))!;
        Assert.Equal("id number issuedOn dueOn total state printed page", string.Join(' ', invoice.AsObject().Select(pair => pair.Key)));
        Assert.Equal((acme["number"], "111.11", "EUR", "open", "true"), (invoice.Text("number"), invoice.Text("total.amount")[..6], invoice.Text("total.currency"), invoice.Text("state"), invoice.Text("printed")));
        Assert.DoesNotContain(Hidden, invoice.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        var paper = await guest.Get($"/api/portal/invoices/{acme["invoice"]}/pdf");
        Assert.Equal((200, "application/pdf", "%PDF"), ((int)paper.Status, paper.MediaType, System.Text.Encoding.ASCII.GetString(paper.Body, 0, 4)));
        foreach (var foreign in new[] { birch, cedar }) (await guest.Get($"/api/portal/invoices/{foreign["invoice"]}/pdf")).Refused("not-found", 404);

        (await Ours.Patch($"/api/support/portal-users/{guest.Id}", new { seesInvoices = false })).Ok();
        (await guest.Get("/api/portal/invoices")).Refused("portal-invoices-hidden", 403);
        (await Ours.Patch($"/api/support/portal-users/{blind.Id}", new { seesInvoices = true })).Ok();
        Assert.Equal(birch["number"], Assert.Single(await blind.Items("/api/portal/invoices"))!.Text("number"));
        Assert.True((await blind.Get("/api/portal/me")).Ok()["seesInvoices"]!.GetValue<bool>());
    }

    [Fact]
    public async Task is_listed_in_pages_and_found()
    {
        var (client, other) = (await Client(Ours, "Acme"), await Client(Theirs, "Cedar"));
        foreach (var (of, whose) in new[] { (Ours, client), (Theirs, other) })
            for (var day = 10; day < 15; day++) (await of.Post("/api/support/requests", new { clientId = whose, resolvedOn = $"2025-01-{day}", resolvedAt = "09:00:00", description = $"Number {day}", open = day == 12 })).Ok(201);
        var guest = await In(Ours, client, "dora@acme.example.test");
        var (seen, next) = (new List<string>(), "");
        while (true)
        {
            var page = (await guest.Get($"/api/portal/tickets?limit=2{next}")).Ok();
            seen.AddRange(page["items"]!.AsArray().Select(one => one.Text("description")));
            if (page["nextCursor"]?.GetValue<string>() is not { } cursor) break;
            next = $"&cursor={Uri.EscapeDataString(cursor)}";
        }
        Assert.Equal(["Number 14", "Number 13", "Number 12", "Number 11", "Number 10"], seen);
        Assert.Equal("Number 12", Assert.Single(await guest.Items("/api/portal/tickets?status=open"))!.Text("description"));
        Assert.Equal(4, (await guest.Items("/api/portal/tickets?status=resolved")).Count);
        Assert.Equal("Number 11", Assert.Single(await guest.Items("/api/portal/tickets?search=number%2011"))!.Text("description"));
        foreach (var wrong in new[] { "tickets?status=secret", "tickets?limit=0", "sites?limit=201", "projects?cursor=none", "tickets/none" }) (await guest.Get($"/api/portal/{wrong}")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task has_the_organisations_mark_at_its_top()
    {
        var (guest, other) = (await In(Ours, await Client(Ours, "Acme"), "dora@acme.example.test"), await In(Theirs, await Client(Theirs, "Cedar"), "mira@cedar.example.test"));
        (await Ours.Send(HttpMethod.Put, "/api/tenants/me/logo", Png(), ("Content-Type", "image/png"))).Ok();
        var mark = await guest.Get("/api/portal/mark");
        Assert.Equal((200, "image/png", 0x89), ((int)mark.Status, mark.MediaType, (int)mark.Body[0]));
        (await other.Get("/api/portal/mark")).Done(); // theirs has none
    }
}
