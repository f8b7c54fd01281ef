using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Support.Portal;

/// <summary>An agency says who of its clients' people may come into the portal, and lets go of them.</summary>
public class Those_who_may_come_in : Lobby
{
    private const string Canary = "qanariensis";
    private const string Address = $"{Canary}@acme.example.test";

    [Fact]
    public async Task are_listed_and_arranged_by_their_own_organisation_alone()
    {
        var (acme, birch, cedar) = (await Client(Ours, "Acme"), await Client(Ours, "Birch"), await Client(Theirs, "Cedar"));
        var dora = await Invited(Ours, acme, "dora@acme.example.test");
        await Invited(Ours, birch, "finn@birch.example.test", seesInvoices: true);
        var mira = await Invited(Theirs, cedar, "mira@cedar.example.test");
        Assert.Equal(["dora@acme.example.test", "finn@birch.example.test"], (await Ours.Get("/api/support/portal-users")).Ok()["items"]!.AsArray().Select(one => one.Text("email")).Order(StringComparer.Ordinal));
        Assert.Equal("finn@birch.example.test", (await Ours.Get($"/api/support/portal-users?clientId={birch}&search=finn")).Ok().Text("items.0.email"));
        (await Ours.Post("/api/support/portal-users", new { clientId = acme, name = "Dora again", email = "DORA@acme.example.test" })).Refused("portal-user-known");
        await Invited(Ours, birch, "dora@acme.example.test"); // of another client she is another one

        var line = (await Ours.Get($"/api/support/portal-users/{dora}")).Ok();
        Assert.Equal(("invited", "false"), (line.Text("standing"), line.Text("seesInvoices")));
        Assert.Null(line["enteredAt"]);
        (await Ours.Post($"/api/support/portal-users/{dora}/invite", new { })).Ok();
        foreach (var _ in new[] { 1, 2 }) await Link("dora@acme.example.test");
        Assert.Equal("true", (await Ours.Patch($"/api/support/portal-users/{dora}", new { seesInvoices = true })).Ok().Text("seesInvoices"));
        foreach (var (act, body) in new[] { ("/withdraw", new { }), ("/invite", new { }), ("/forget", new { }) }) (await Ours.Post($"/api/support/portal-users/{mira}{act}", body)).Refused("not-found", 404);
        (await Ours.Get($"/api/support/portal-users/{mira}")).Refused("not-found", 404);
        (await Ours.Patch($"/api/support/portal-users/{mira}", new { seesInvoices = true })).Refused("not-found", 404);
        Assert.Equal("false", (await Theirs.Get($"/api/support/portal-users/{mira}")).Ok().Text("seesInvoices"));

        (await Ours.Post($"/api/support/portal-users/{dora}/withdraw", new { })).Ok();
        (await Ours.Post($"/api/support/portal-users/{dora}/invite", new { })).Refused("portal-user-withdrawn");
        Assert.Equal(dora, Assert.Single((await Ours.Get("/api/support/portal-users?withdrawn=true")).Ok()["items"]!.AsArray())!.Text("id"));
        Assert.NotEqual(dora, await Invited(Ours, acme, "dora@acme.example.test"));
        var past = (await Ours.Get($"/api/history/portal-user/{dora}")).Ok()["items"]!.AsArray().Reverse().Select(one => one.Text("event")[8..]);
        Assert.Equal(["portal_user_invited", "portal_user_invited_again", "portal_invoices_shown", "portal_user_withdrawn"], past);
        (await Theirs.Get($"/api/history/portal-user/{dora}")).Refused("not-found", 404);
        (await Ours.Delete($"/api/clients/{acme}")).Ok();
        (await Ours.Post("/api/support/portal-users", new { clientId = acme, name = "Dora", email = "new@acme.example.test" })).Refused("portal-client-inactive");
    }

    [Theory]
    [InlineData("by themselves")]
    [InlineData("with their client")]
    [InlineData("as somebody who works here, too")]
    public async Task are_forgotten(string how)
    {
        var (client, cedar) = (await Client(Ours, "Acme"), await Client(Theirs, "Cedar"));
        var colleague = Somebody();
        if (how.StartsWith("as", StringComparison.Ordinal))
        {
            (await Ours.Post("/api/users/invitations", new { email = Address, role = "viewer" })).Ok(201);
            colleague.Keep((await colleague.Post("/api/auth/invitations/accept", new { token = await Secret("identity.invitation"), password = Password, firstName = "Dora", lastName = "Example" })).Ok());
        }
        var (guest, other) = (await In(Ours, client, Address), await In(Theirs, cedar, "mira@cedar.example.test"));
        (await Ours.Post("/api/support/portal-users", new { clientId = client, name = "Finn", email = "finn@acme.example.test" }, ("Idempotency-Key", "finn"))).Ok(201);
        Assert.NotEmpty(await Find(Canary)); // the search can find
        switch (how)
        {
            case "by themselves": (await Ours.Post($"/api/support/portal-users/{guest.Id}/forget", new { })).Ok(); break;
            case "with their client":
                (await Ours.Delete($"/api/clients/{client}")).Ok();
                (await Ours.Post($"/api/clients/{client}/forget", new { })).Ok();
                break;
            default: (await colleague.Post("/api/users/me/forget", new { password = Password })).Done(); break;
        }
        Assert.Empty(await Find(Canary));
        var line = (await Ours.Get($"/api/support/portal-users/{guest.Id}")).Ok();
        Assert.Equal(("erased", "erased", "forgotten"), (line.Text("name"), line.Text("email"), line.Text("standing")));
        (await guest.Get("/api/portal/me")).Refused("portal-sign-in-first", 401);
        (await other.Get("/api/portal/me")).Ok();
        Assert.DoesNotContain(Canary, (await Ours.Get($"/api/history/portal-user/{guest.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal("(0)", await Ask($"select count(*) from support_portal_sessions where user_id = '{guest.Id}'"));
    }

    [Fact]
    public async Task go_along_with_their_organisation_and_come_in_there_anew()
    {
        var (client, cedar) = (await Client(Ours, "Acme"), await Client(Theirs, "Cedar"));
        var (guest, other) = (await In(Ours, client, Address, seesInvoices: true), await In(Theirs, cedar, "mira@cedar.example.test"));
        var parcel = (await Ours.Post("/api/tenants/me/export")).Body;
        (await Ours.Send(HttpMethod.Post, "/api/tenants/import?slug=copy", parcel, ("Content-Type", "application/x-tar"))).Ok(201);
        Ours.Keep((await Ours.Post("/api/auth/switch", new { organisation = "copy" })).Ok());
        Assert.Equal((Address, "true"), (await Ours.Get("/api/support/portal-users")).Ok() is var list ? (list.Text("items.0.email"), list.Text("items.0.seesInvoices")) : default);
        Assert.Equal("(1)", await Ask("select count(distinct tenant_id) from support_portal_sessions where user_id = '" + guest.Id + "'")); // what one came in with stays where it is
        (await other.Get("/api/portal/me")).Ok();
    }

    [Fact]
    public async Task are_swept_of_what_lets_nobody_in_any_more()
    {
        var (guest, other) = (await In(Ours, await Client(Ours, "Acme"), Address), await In(Theirs, await Client(Theirs, "Cedar"), "mira@cedar.example.test"));
        Assert.Equal(System.Net.HttpStatusCode.Accepted, (await guest.Post("/api/portal/links", new { email = Address })).Status);
        await Link(Address); // it is made behind the answer, and one that is made after these days is not old
        Product.Clock.Forward(TimeSpan.FromDays(32));
        await Until("all is swept", async () =>
        {
            await RunJob("support.portal_sweep");
            return await Ask("select (select count(*) from support_portal_links), (select count(*) from support_portal_sessions), (select count(*) from support_portal_asking)") == "(0,0,0)" ? "" : null;
        });
        (await other.Get("/api/portal/me")).Refused("portal-sign-in-first", 401);
        Assert.Equal("(active)\n(active)", await Ask("select standing from support_portal_users"));
    }
}
