using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Notifications;

/// <summary>Of what happens in their organisation, under the bell: whoever may see it, once.</summary>
public class People_are_told : Neighbours
{
    [Fact]
    public async Task if_they_may_see_it_and_of_no_other_organisation()
    {
        await using var receiver = await Receiver.Start();
        receiver.Say("/ours", 410);
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var viewer = await Joins(ours, "vic@example.test", "viewer");
        (await ours.Post("/api/webhook-endpoints", new { name = "Ledger", url = receiver.At("/ours"), filters = new[] { "aicosts.budget_opened" } })).Ok(201);
        await Spend(ours, "Models");
        await Hears(ours, 2);
        await Hears(viewer, 1);
        await AllTold();
        Assert.Contains("Models: 50% is spent", await Titles(ours), StringComparison.Ordinal);
        Assert.Contains("Webhook Ledger ist abgeschaltet", await Titles(ours, ""), StringComparison.Ordinal);
        var told = (await Notifications(viewer, "?language=fr"))[0]!;
        Assert.Equal(("Models : 50\u00A0% sont dépensés", "Les coûts de ce budget en novembre 2025 ont atteint 60,00 EUR.", "budget", "normal", "/ai/budgets"), (told.Text("title"), told.Text("text"), told.Text("kind"), told.Text("priority"), told.Text("path")));
        Assert.Equal("Models: se ha gastado el 50\u00A0%", await Titles(viewer, "?language=es"));
        Assert.Empty(await Notifications(theirs));
        Assert.Equal(("2", "1", "0"), (await Unread(ours), await Unread(viewer), await Unread(theirs)));
        Assert.Equal("(2)", await Ask("select count(*) from mt_events where type = 'notifications.people_told' and tenant_id = (select tenant_id from identity_organisations where slug = 'ours')"));

        (await ours.Patch($"/api/users/{(await viewer.Get("/api/auth/me")).Ok().Text("person.id")}", new { role = "manager" })).Done();
        Assert.Equal("1", await Unread(viewer)); // what there was before they might see it they were not told
    }

    [Fact]
    public async Task until_they_have_read_it()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        for (var n = 1; n <= 3; n++)
        {
            await Spend(ours, $"Budget {n}");
            await Hears(ours, n);
        }
        await Spend(theirs, "Elsewhere");
        await Hears(theirs, 1);
        var (all, other) = (await Notifications(ours), (await Notifications(theirs))[0].Text("id"));
        Assert.Equal("Budget 3: 50% is spent\nBudget 2: 50% is spent\nBudget 1: 50% is spent", await Titles(ours));
        var page = (await ours.Get("/api/notifications?limit=2&language=en")).Ok();
        Assert.Equal("Budget 1: 50% is spent", await Titles(ours, $"?language=en&cursor={page.Text("nextCursor")}"));

        Assert.Equal(204, (int)(await ours.Post($"/api/notifications/{all[2].Text("id")}/read")).Status);
        Assert.Equal("Budget 3: 50% is spent\nBudget 2: 50% is spent", await Titles(ours, "?unread=true&language=en"));
        Assert.Equal(204, (int)(await ours.Post("/api/notifications/read", new { through = all[1].Text("id") })).Status);
        Assert.Equal(("Budget 3: 50% is spent", "1"), (await Titles(ours, "?unread=true&language=en"), await Unread(ours)));
        (await ours.Post($"/api/notifications/{other}/read")).Refused("not-found", 404);
        (await ours.Post("/api/notifications/read", new { through = other })).Done();
        Assert.Equal(("1", "1"), (await Unread(ours), await Unread(theirs)));
        (await ours.Post("/api/notifications/read", new { })).Done();
        Assert.Equal(("0", "1"), (await Unread(ours), await Unread(theirs)));
        Assert.Empty(await Notifications(ours, "?kind=overdue"));
        Assert.Equal(3, (await Notifications(ours, "?kind=budget")).Count);
        (await ours.Get("/api/notifications?language=tlh")).Refused("bad-request", 400);

        var key = Somebody();
        key.Access = (await ours.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { "aicosts.see" } })).Ok(201).Text("key");
        (await key.Get("/api/notifications")).Refused("people-only", 403);
    }

    /// <summary>Two nodes, and the one that tells goes away in the middle.</summary>
    [Fact]
    public async Task once_whichever_node_goes_away()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        await using var other = await Start();
        var here = new Visitor(other, "203.0.113.77") { Access = ours.Access };
        var there = new Visitor(other, "203.0.113.78") { Access = theirs.Access };
        for (var n = 0; n < 6; n++) await Spend(n % 2 == 0 ? ours : theirs, $"Budget {n}");
        await Product.DisposeAsync();
        for (var n = 6; n < 8; n++) await Spend(n % 2 == 0 ? here : there, $"Budget {n}");
        await Hears(here, 4);
        await Hears(there, 4);
        await AllTold();
        Assert.Equal("(8,8)", await Ask("select count(*), count(distinct (tenant_id, event_id)) from notifications"));
        Assert.Equal("(8)", await Ask("select count(*) from mt_events where type = 'notifications.people_told'"));
    }

    [Fact]
    public async Task and_nothing_is_left_of_who_leaves_and_all_goes_along_with_who_moves()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var viewer = await Joins(ours, "vic@example.test", "viewer");
        await Spend(ours, "Models");
        await Spend(theirs, "Elsewhere");
        await Hears(viewer, 1);
        await Hears(ours, 1);
        await Hears(theirs, 1);
        (await ours.Post("/api/notifications/read", new { })).Done();
        var before = (await Notifications(ours)).ToJsonString();
        var parcel = (await ours.Post("/api/tenants/me/export")).Body;
        (await ours.Send(HttpMethod.Post, "/api/tenants/import?slug=copy", parcel, ("Content-Type", "application/x-tar"))).Ok(201);
        Assert.Equal(204, (int)(await viewer.Post("/api/users/me/forget", new { password = Password })).Status);
        await Eventually.Until("nothing is left of who left", async () => await Ask("select count(*) from notifications n join identity_organisations o on o.tenant_id = n.tenant_id where o.slug = 'ours'") == "(1)");
        Assert.Equal("1", await Unread(theirs));
        ours.Keep((await ours.Post("/api/auth/switch", new { organisation = "copy" })).Ok());
        Assert.Equal(before, (await Notifications(ours)).ToJsonString());
        await AllTold();
        Assert.Equal(before, (await Notifications(ours)).ToJsonString()); // nobody is told a second time
    }
}
