using System.Net;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Support.Portal;

/// <summary>A client's people come in by mailed links, are known by a cookie of its own kind, and are out the moment they may not be in any more.</summary>
public class Coming_into_the_portal : Lobby
{
    private const string Dora = "dora@acme.example.test";

    private async Task<string> Asked(Guest guest, string email = Dora)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await guest.Post("/api/portal/links", new { email })).Status);
        return await Link(email);
    }

    [Fact]
    public async Task takes_a_link_that_was_mailed_and_works_once()
    {
        var id = await Invited(Ours, await Client(Ours, "Acme"), Dora);
        var (guest, again) = (new Guest(Somebody()), new Guest(Somebody()));
        var link = await Link(Dora);
        var me = (await guest.Post("/api/portal/session", new { token = link })).Ok();
        Assert.Equal(("Dora Example", Dora, "Acme", "The ours", "de-DE"), (me.Text("name"), me.Text("email"), me.Text("client"), me.Text("organisation"), me.Text("language")));
        Assert.Contains("httponly", guest.Set, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", guest.Set, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(me.ToJsonString(), (await guest.Get("/api/portal/me")).Ok().ToJsonString());
        (await again.Post("/api/portal/session", new { token = link })).Refused("portal-link-spent", 410);
        (await again.Post("/api/portal/session", new { token = "none" })).Refused("portal-link-spent", 410);
        Assert.Equal("active", (await Ours.Get($"/api/support/portal-users/{id}")).Ok().Text("standing"));
        Assert.Equal(64, (await Ask("select hash from support_portal_sessions")).Trim('(', ')').Length); // and its secret is nowhere
        Assert.Empty(await Find(guest.Secret!));
        Assert.Empty(await Find(link));

        var next = await Asked(again, "Dora@ACME.example.test");
        Product.Clock.Forward(TimeSpan.FromMinutes(31));
        (await again.Post("/api/portal/session", new { token = next })).Refused("portal-link-spent", 410);
        (await again.Post("/api/portal/session", new { token = await Asked(again) })).Ok();
    }

    [Fact]
    public async Task lets_one_in_by_a_link_that_twenty_open_at_once()
    {
        await Invited(Ours, await Client(Ours, "Acme"), Dora);
        await Invited(Theirs, await Client(Theirs, "Acme"), "mira@acme.example.test");
        var link = await Link(Dora);
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => new Guest(Somebody()).Post("/api/portal/session", new { token = link })));
        Assert.Equal([(HttpStatusCode.OK, 1), (HttpStatusCode.Gone, 19)], all.CountBy(one => one.Status).Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key));
        Assert.Equal("(1)", await Ask("select count(*) from support_portal_sessions"));
    }

    [Fact]
    public async Task says_of_no_address_whether_it_is_known_and_stops_who_asks_too_often()
    {
        await Invited(Ours, await Client(Ours, "Acme"), Dora);
        await Link(Dora);
        foreach (var email in new[] { Dora, "nobody@acme.example.test" })
        {
            var answers = new List<Reply>();
            for (var i = 0; i < 7; i++) answers.Add(await new Guest(Somebody()).Post("/api/portal/links", new { email }));
            Assert.Equal([202, 202, 202, 202, 202, 429, 429], answers.Select(one => (int)one.Status));
            answers[^1].Refused("too-many-links", 429);
            Assert.All(answers.Take(5), one => Assert.Empty(one.Body));
        }
        Assert.DoesNotContain("acme", await Ask("select bucket from support_portal_asking"), StringComparison.OrdinalIgnoreCase);
        var busy = new Guest(Somebody());
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.Accepted, (await busy.Post("/api/portal/links", new { email = $"nobody{i}@example.test" })).Status);
        (await busy.Post("/api/portal/links", new { email = "nobody20@example.test" })).Refused("too-many-links", 429);
        (await busy.Post("/api/portal/links", new { email = "nobody at home" })).Refused("bad-email");
        Product.Clock.Forward(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Accepted, (await busy.Post("/api/portal/links", new { email = Dora })).Status);
    }

    [Fact]
    public async Task ends_by_itself_when_nothing_is_done_and_at_the_latest_after_half_a_day()
    {
        var (guest, idle) = (await In(Ours, await Client(Ours, "Acme"), Dora), await In(Theirs, await Client(Theirs, "Acme"), "mira@acme.example.test"));
        for (var hours = 0; hours < 11; hours++)
        {
            Product.Clock.Forward(TimeSpan.FromHours(1));
            (await guest.Get("/api/portal/me")).Ok();
            if (hours == 2) (await idle.Get("/api/portal/me")).Refused("portal-sign-in-first", 401);
        }
        Product.Clock.Forward(TimeSpan.FromHours(1));
        (await guest.Get("/api/portal/me")).Refused("portal-sign-in-first", 401);
        Assert.Null(guest.Secret); // the browser is told to drop it
    }

    [Fact]
    public async Task ends_for_who_leaves_and_for_nobody_else()
    {
        var (guest, other) = (await In(Ours, await Client(Ours, "Acme"), Dora), await In(Theirs, await Client(Theirs, "Acme"), "mira@acme.example.test"));
        var secret = guest.Secret;
        (await guest.Send(HttpMethod.Delete, "/api/portal/session")).Done();
        Assert.Null(guest.Secret);
        guest.Secret = secret;
        (await guest.Get("/api/portal/me")).Refused("portal-sign-in-first", 401);
        (await other.Get("/api/portal/me")).Ok();
        Assert.Equal("support.portal_user_invited support.portal_user_entered support.portal_user_left", string.Join(' ', (await Ours.Get($"/api/history/portal-user/{guest.Id}")).Ok()["items"]!.AsArray().Reverse().Select(one => one.Text("event"))));
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("archived")]
    [InlineData("merged")]
    [InlineData("forgotten")]
    public async Task ends_at_once_on_every_node_for_who_may_not_be_in_any_more(string how)
    {
        var (client, stays) = (await Client(Ours, "Acme"), await Client(Ours, "Acme Ltd"));
        var (guest, other) = (await In(Ours, client, Dora), await In(Ours, stays, "mira@acme.example.test"));
        var waiting = await Asked(new Guest(Somebody()));
        await using var node = await Start(); // from here on either may send a mail
        var secret = guest.Secret;
        var elsewhere = new Guest(Somebody(node)) { Secret = secret };
        (await elsewhere.Get("/api/portal/me")).Ok();
        switch (how)
        {
            case "withdrawn": (await Ours.Post($"/api/support/portal-users/{guest.Id}/withdraw", new { })).Ok(); break;
            case "archived": (await Ours.Delete($"/api/clients/{client}")).Ok(); break;
            case "merged": (await Ours.Post($"/api/clients/{client}/merge", new { into = stays })).Ok(); break;
            default: (await Ours.Post($"/api/support/portal-users/{guest.Id}/forget", new { })).Ok(); break;
        }
        (await elsewhere.Get("/api/portal/me")).Refused("portal-sign-in-first", 401);
        (await guest.Get("/api/portal/tickets")).Refused("portal-sign-in-first", 401);
        (await guest.Post("/api/portal/session", new { token = waiting })).Refused("portal-link-spent", 410);
        (await other.Get("/api/portal/me")).Ok();
        if (how == "archived")
        {
            (await Ours.Post($"/api/clients/{client}/restore", new { })).Ok();
            (await new Guest(Somebody()) { Secret = secret }.Get("/api/portal/me")).Refused("portal-sign-in-first", 401); // who was in before has to come in anew
        }
        if (how == "merged") await Until("nobody of the double's is let in", async () => (await Ours.Get($"/api/support/portal-users/{guest.Id}")).Ok().Text("standing") == "withdrawn" ? "" : null);
    }

    [Fact]
    public async Task ends_with_its_organisation()
    {
        var (guest, other) = (await In(Ours, await Client(Ours, "Acme"), Dora), await In(Theirs, await Client(Theirs, "Acme"), Dora));
        await using (var connection = await Connect())
        await using (var deleted = new Npgsql.NpgsqlCommand("update identity_organisations set deleted = true where slug = 'ours'", connection)) Assert.Equal(1, await deleted.ExecuteNonQueryAsync(Stop));
        (await guest.Get("/api/portal/me")).Refused("portal-sign-in-first", 401);
        Assert.Equal("The theirs", (await other.Get("/api/portal/me")).Ok().Text("organisation"));
    }

    [Fact]
    public async Task is_no_other_site_s_to_use()
    {
        var guest = await In(Ours, await Client(Ours, "Acme"), Dora);
        (await guest.Send(HttpMethod.Get, "/api/portal/me", null, ("Accept", "application/json"))).Refused("cross-site", 403);
        (await guest.Send(HttpMethod.Get, "/api/portal/me", null, ("X-Billing-Client", "browser"), ("Sec-Fetch-Site", "cross-site"))).Refused("cross-site", 403);
        (await guest.Send(HttpMethod.Get, "/api/portal/me", null, ("X-Billing-Client", "browser"), ("Origin", "https://elsewhere.example.test"))).Refused("cross-site", 403);
        (await guest.Send(HttpMethod.Delete, "/api/portal/session", null, ("X-Billing-Client", "browser"), ("Origin", "https://elsewhere.example.test"))).Refused("cross-site", 403);
        (await guest.Get("/api/portal/me")).Ok();
    }

    [Fact]
    public async Task brings_who_is_known_to_two_organisations_a_link_for_each()
    {
        await Invited(Ours, await Client(Ours, "Acme"), Dora);
        await Invited(Theirs, await Client(Theirs, "Acme of theirs"), Dora);
        foreach (var _ in new[] { 1, 2 }) await Link(Dora); // their invitations
        Assert.Equal(HttpStatusCode.Accepted, (await new Guest(Somebody()).Post("/api/portal/links", new { email = Dora })).Status);
        var found = new List<string>();
        foreach (var link in new[] { await Link(Dora), await Link(Dora) }) found.Add((await new Guest(Somebody()).Post("/api/portal/session", new { token = link })).Ok().Text("client"));
        Assert.Equal(["Acme", "Acme of theirs"], found.Order(StringComparer.Ordinal));
    }
}
