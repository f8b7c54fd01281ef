using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests.Identity;

public class Organisations_and_people : Town
{
    [Fact]
    public async Task join_by_an_invitation_that_is_good_once()
    {
        var ann = await Owner("acme", "ann@example.test");
        var invited = (await ann.Post("/api/users/invitations", new { email = "bob@example.test", role = "member" })).Ok(201);
        Assert.Equal("waiting", (await ann.Get("/api/users/invitations")).Ok().Text("items.0.state"));
        var token = await Secret(InvitationMail.Name);
        Assert.DoesNotContain(token, await Ask("select * from messages") + await Ask("select * from identity_links"), StringComparison.Ordinal);

        var offer = (await Somebody().Get($"/api/auth/invitations/{token}")).Ok();
        Assert.Equal(("The acme", "bob@example.test", "member", "false"), (offer.Text("organisation"), offer.Text("email"), offer.Text("role"), offer.Text("knownPerson")));
        var bob = Somebody();
        (await bob.Post("/api/auth/invitations/accept", new { token, password = "password", firstName = "Bob", lastName = "Example" })).Refused("password-common");
        bob.Keep((await bob.Post("/api/auth/invitations/accept", new { token, password = Password, firstName = "Bob", lastName = "Example" })).Ok());
        (await Somebody().Post("/api/auth/invitations/accept", new { token, password = Password, firstName = "Bob", lastName = "Example" })).Refused("link-invalid", 410);
        Assert.Equal("member", (await bob.Get("/api/auth/me")).Ok().Text("role"));
        Assert.True((await bob.Get("/api/auth/me")).Ok()["person"]!["emailVerified"]!.GetValue<bool>());
        Assert.Equal(["Example", "Owner"], (await bob.Get("/api/users")).Ok()["items"]!.AsArray().Select(one => one.Text("lastName")));
        (await bob.Post("/api/users/invitations", new { email = "cat@example.test", role = "viewer" })).Refused("not-permitted", 403);
        Assert.Contains("people.arrange", await Ask("select data ->> 'permission', data ->> 'path' from mt_events where type = 'identity.permission_refused'"), StringComparison.Ordinal);
        Assert.Empty((await ann.Get("/api/users/invitations")).Ok()["items"]!.AsArray());
        Assert.NotNull(invited.Text("id"));
    }

    [Fact]
    public async Task of_several_organisations_choose_one_and_go_over()
    {
        var ann = await Owner("acme", "ann@example.test");
        var eve = await Owner("other", "eve@example.test");
        (await eve.Post("/api/users/invitations", new { email = "ann@example.test", role = "viewer" })).Ok(201);
        var token = await Secret(InvitationMail.Name);
        (await Somebody().Post("/api/auth/invitations/accept", new { token, password = "not her password" })).Refused("wrong-credentials", 401);
        var there = Somebody();
        there.Keep((await there.Post("/api/auth/invitations/accept", new { token, password = Password })).Ok());
        Assert.Equal("viewer", (await there.Get("/api/auth/me")).Ok().Text("role"));
        Assert.Equal(["acme", "other"], (await there.Get("/api/auth/me")).Ok()["organisations"]!.AsArray().Select(one => one.Text("slug")));
        Assert.Equal("other", (await LogIn(Somebody(), "ann@example.test", organisation: "other")).Ok().Text("organisation.slug"));
        (await LogIn(Somebody(), "eve@example.test", organisation: "acme")).Refused("no-organisation", 403);

        var before = there.Access;
        there.Keep((await there.Post("/api/auth/switch", new { organisation = "acme" })).Ok());
        Assert.Equal("owner", (await there.Get("/api/auth/me")).Ok().Text("role"));
        there.Access = before;
        (await there.Get("/api/auth/me")).Refused("sign-in-first", 401);
        (await ann.Post("/api/auth/switch", new { organisation = "nowhere" })).Refused("not-found", 404);
        Assert.Single((await ann.Get("/api/users")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task lose_their_access_with_their_role_at_once()
    {
        var (ann, bob) = (await Owner("acme", "ann@example.test"), await Member("bob@example.test", "admin"));
        var id = (await bob.Get("/api/auth/me")).Ok().Text("person.id");
        (await bob.Get("/api/api-keys")).Ok();
        Assert.Equal(204, (int)(await ann.Patch($"/api/users/{id}", new { role = "viewer" })).Status);
        (await bob.Get("/api/api-keys")).Refused("not-permitted", 403);
        (await bob.Patch($"/api/users/{id}", new { role = "owner" })).Refused("not-permitted", 403);
        Assert.Equal(204, (int)(await ann.Patch($"/api/users/{id}", new { active = false })).Status);
        (await bob.Get("/api/auth/me")).Refused("sign-in-first", 401);
        (await bob.Post("/api/auth/refresh", new { refreshToken = bob.Refresh })).Refused("sign-in-first", 401);
        (await LogIn(Somebody(), "bob@example.test")).Refused("no-organisation", 403);
        Assert.Equal(204, (int)(await ann.Patch($"/api/users/{id}", new { active = true })).Status);
        bob.Keep((await LogIn(Somebody(), "bob@example.test")).Ok());
        Assert.Equal(204, (int)(await bob.Post("/api/users/me/leave")).Status);
        (await bob.Get("/api/auth/me")).Refused("sign-in-first", 401);
        (await ann.Post("/api/users/me/leave")).Refused("last-owner");
    }

    [Fact]
    public async Task lose_it_on_another_node_within_seconds()
    {
        var (ann, bob) = (await Owner("acme", "ann@example.test"), await Member("bob@example.test", "admin"));
        await using var second = await Start(); // not before, or it may send the invitation
        var elsewhere = new Visitor(second, "203.0.113.95") { Access = bob.Access };
        (await elsewhere.Get("/api/api-keys")).Ok(); // it remembers him now
        var id = (await bob.Get("/api/auth/me")).Ok().Text("person.id");
        Assert.Equal(204, (int)(await ann.Patch($"/api/users/{id}", new { role = "viewer" })).Status);
        await Until("his role is the new one there", async () => (await elsewhere.Get("/api/api-keys")).Status == System.Net.HttpStatusCode.Forbidden ? "refused" : null);
        Assert.Equal(204, (int)(await ann.Patch($"/api/users/{id}", new { active = false })).Status);
        await Until("he is out there, too", async () => (await elsewhere.Get("/api/auth/me")).Status == System.Net.HttpStatusCode.Unauthorized ? "out" : null);
        Assert.InRange(Standings.Freshness, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task who_are_deactivated_are_out_of_that_organisation_at_once_and_of_no_other()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        (await ann.Post("/api/users/invitations", new { email = "eve@example.test", role = "admin" })).Ok(201);
        var (here, id) = (Somebody(), (await eve.Get("/api/auth/me")).Ok().Text("person.id"));
        here.Keep((await here.Post("/api/auth/invitations/accept", new { token = await Secret(InvitationMail.Name), password = Password })).Ok());
        (await here.Get("/api/users")).Ok();
        await using var second = await Start();
        var there = new Visitor(second, "203.0.113.96") { Access = here.Access };
        Assert.Equal(204, (int)(await ann.Patch($"/api/users/{id}", new { active = false })).Status);
        foreach (var shutOut in new[] { here, there }) (await shutOut.Get("/api/users")).Refused("sign-in-first", 401);
        (await here.Post("/api/auth/refresh", new { refreshToken = here.Refresh })).Refused("sign-in-first", 401);
        (await LogIn(Somebody(), "eve@example.test", organisation: "acme")).Refused("no-organisation", 403);
        (await eve.Post("/api/auth/switch", new { organisation = "acme" })).Refused("not-found", 404);
        (await eve.Get("/api/users")).Ok();
        Assert.Equal("other", (await LogIn(Somebody(), "eve@example.test")).Ok().Text("organisation.slug"));
    }

    [Fact]
    public async Task of_another_organisation_are_not_to_be_found()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var id = (await ann.Get("/api/auth/me")).Ok().Text("person.id");
        (await eve.Patch($"/api/users/{id}", new { role = "viewer" })).Refused("not-found", 404);
        (await eve.Delete($"/api/users/{id}")).Refused("not-found", 404);
        (await eve.Post("/api/tenants/me/transfer", new { personId = id })).Refused("not-found", 404);
        var key = (await ann.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { "facilities.see" } })).Ok(201);
        (await eve.Delete($"/api/api-keys/{key.Text("id")}")).Refused("not-found", 404);
        var invitation = (await ann.Post("/api/users/invitations", new { email = "bob@example.test", role = "member" })).Ok(201).Text("id");
        (await eve.Delete($"/api/users/invitations/{invitation}")).Refused("not-found", 404);
        (await eve.Post($"/api/users/invitations/{invitation}/resend")).Refused("not-found", 404);
        using var answer = await eve.Raw(HttpMethod.Get, "/api/organisation", null, ("X-Tenant", "main"));
        Assert.DoesNotContain("\"main\"", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task change_what_they_are_called_and_how_they_count()
    {
        var ann = await Owner("acme", "ann@example.test");
        await Owner("other");
        var page = (await ann.Get("/api/tenants/me")).Ok();
        Assert.Equal(("The acme", "EUR", "Europe/Berlin"), (page.Text("name"), page.Text("currency"), page.Text("timeZone")));
        var changed = (await ann.Patch("/api/tenants/me", new { name = "Acme Ltd", currency = "CHF", timeZone = "Europe/Zurich", contact = new { email = "office@example.test", phone = (string?)null, line1 = "Main Street 1", line2 = (string?)null, city = "Zürich", state = (string?)null, country = "CH", postalCode = "8001" } })).Ok();
        Assert.Equal(("Acme Ltd", "CHF", "Zürich"), (changed.Text("name"), changed.Text("currency"), changed.Text("contact.city")));
        Assert.Equal(("Acme Ltd", "CHF", "Europe/Zurich"), await Organisation(ann));
        (await ann.Patch("/api/tenants/me", new { slug = "other" })).Refused("slug-taken");
        (await ann.Patch("/api/tenants/me", new { timeZone = "Mars/Olympus" })).Refused("bad-time-zone");
        (await ann.Patch("/api/tenants/me", new { tenantId = "other" })).Refused("bad-request", 400);
        Assert.Equal("Anne", (await ann.Patch("/api/users/me", new { firstName = "Anne", phone = "+41 44 1234" })).Ok().Text("firstName"));
        (await ann.Patch("/api/users/me", new { email = "owner@other.example.test", password = Password })).Refused("email-taken", 409);
        (await ann.Patch("/api/users/me", new { email = "anne@example.test" })).Refused("wrong-password");
        Assert.Equal("false", (await ann.Patch("/api/users/me", new { email = "anne@example.test", password = Password })).Ok().Text("emailVerified"));
    }

    [Fact]
    public async Task show_a_picture_of_themselves_to_those_they_work_with()
    {
        var (ann, eve, bob) = (await Owner(), await Owner("other"), Somebody());
        (await ann.Post("/api/users/invitations", new { email = "bob@example.test", role = "member" })).Ok(201);
        bob.Keep((await bob.Post("/api/auth/invitations/accept", new { token = await Secret(InvitationMail.Name), password = Password, firstName = "Bob", lastName = "Example" })).Ok());
        var (png, id) = (Png(), (await ann.Get("/api/users/me")).Ok().Text("id"));
        Task<Reply> Put(byte[] bytes, string type) => ann.Send(HttpMethod.Put, "/api/users/me/avatar", bytes, ("Content-Type", type));
        (await ann.Get("/api/users/me/avatar")).Refused("not-found", 404);
        (await bob.Get($"/api/users/{id}/avatar")).Refused("not-found", 404);

        Assert.StartsWith("/api/users/me/avatar?v=", (await Put([.. png, .. "Zürich"u8], "image/png")).Ok().Text("avatar"), StringComparison.Ordinal);
        Assert.Equal(png, (await ann.Get((await ann.Get("/api/auth/me")).Ok().Text("person.avatar"))).Body);
        var card = (await bob.Get("/api/users")).Ok()["items"]!.AsArray().Single(one => one.Text("id") == id);
        var shown = await bob.Get(card.Text("avatar"));
        Assert.Equal(("image/png", Convert.ToHexString(png)), (shown.MediaType, Convert.ToHexString(shown.Body)));
        (await eve.Get($"/api/users/{id}/avatar")).Refused("not-found", 404);
        Assert.Equal("(1)", await Ask("select count(*) from mt_events where type = 'identity.avatar_placed'"));
        (await Put(png, "image/png")).Ok();
        Assert.Equal("(1)", await Ask("select count(*) from mt_events where type = 'identity.avatar_placed'")); // the same once more is nothing new

        (await Put("<svg onload=alert(1)>"u8.ToArray(), "image/webp")).Refused("avatar-not-a-picture");
        (await Put([.. png[..16], 0, 1, 0, 0, 0, 1, 0, 0], "image/png")).Refused("avatar-too-large");
        Assert.Equal(415, (int)(await Put("<svg/>"u8.ToArray(), "image/svg+xml")).Status);
        Assert.Equal(413, (int)(await Put(new byte[(1 << 20) + 1], "image/png")).Status);

        Assert.Equal(204, (int)(await bob.Post("/api/users/me/leave")).Status);
        (await ann.Delete("/api/users/me/avatar")).Ok();
        (await ann.Get("/api/users/me/avatar")).Refused("not-found", 404);
        Assert.Equal("(0)", await Ask("select count(*) from identity_avatars"));
    }

    [Fact]
    public async Task show_a_logo_that_is_a_picture()
    {
        var ann = await Owner();
        var png = Png();
        Task<Reply> Put(byte[] bytes, string type) => ann.Send(HttpMethod.Put, "/api/tenants/me/logo", bytes, ("Content-Type", type));
        Assert.StartsWith("/api/tenants/me/logo?v=", (await Put(png, "image/png")).Ok().Text("logo"), StringComparison.Ordinal);
        var shown = await ann.Get("/api/tenants/me/logo");
        Assert.Equal(("image/png", png.Length), (shown.MediaType, shown.Body.Length));
        (await Put("<svg onload=alert(1)>"u8.ToArray(), "image/png")).Refused("logo-not-a-picture");
        Assert.Equal(415, (int)(await Put("<svg/>"u8.ToArray(), "image/svg+xml")).Status);
        (await Put([.. png, .. new byte[1_500_000]], "image/png")).Ok(); // more than other bodies may have
        (await Put([.. png, .. new byte[2 << 20]], "image/png")).Refused("logo-too-large");
        (await Put([.. png[..41], 9, 9, .. png[43..]], "image/png")).Refused("image-not-readable");
        (await Put([.. png[..16], 0, 1, 0, 0, 0, 1, 0, 0], "image/png")).Refused("logo-too-wide");
        (await (await Owner("other")).Get("/api/tenants/me/logo")).Refused("not-found", 404);
        (await ann.Delete("/api/tenants/me/logo")).Ok();
        (await ann.Get("/api/tenants/me/logo")).Refused("not-found", 404);
    }

    [Fact]
    public async Task ask_for_a_second_factor_before_anything_else()
    {
        var (ann, bob) = (await Owner("acme", "ann@example.test"), await Member("bob@example.test", "manager"));
        (await ann.Patch("/api/tenants/me", new { secondFactorRequired = true })).Ok();
        Assert.Equal("true", (await bob.Get("/api/auth/me")).Ok().Text("mustEnrolSecondFactor"));
        (await bob.Get("/api/facility-groups")).Refused("not-permitted", 403);
        (await bob.Post("/api/auth/totp/begin")).Ok();
    }

    [Fact]
    public async Task are_deleted_after_thirty_days_to_think_again()
    {
        var (ann, bob) = (await Owner("acme", "ann@example.test"), await Member("bob@example.test", "admin"));
        (await bob.Delete("/api/tenants/me", new { slug = "acme" })).Refused("not-permitted", 403);
        (await ann.Delete("/api/tenants/me", new { slug = "acne" })).Refused("other-slug");
        Assert.NotEmpty((await ann.Delete("/api/tenants/me", new { slug = "acme" })).Ok().Text("deleteOn"));
        Assert.Equal("", (await ann.Post("/api/tenants/me/restore")).Ok().Text("deleteOn"));
        (await ann.Get("/api/organisation")).Ok();
    }

    [Fact]
    public async Task are_gone_on_the_day_that_was_said_and_their_name_is_free()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var key = (await ann.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { "facilities.see" } })).Ok(201).Text("key");
        (await ann.Delete("/api/tenants/me", new { slug = "acme" })).Ok();
        Product.Clock.Forward(TimeSpan.FromDays(31));
        var n = 0;
        await Until("the organisation is deleted", async () =>
        {
            Product.Clock.Forward(TimeSpan.FromHours(1)); // the hour's job of an organisation that is young may be planned from now on only
            await Somebody().Post("/api/auth/password/forgot", new { email = $"nobody{++n}@example.test" }); // wakes those who wait for messages: the clock that was put forward does not
            return (await Ask("select count(*) from identity_organisations where slug = 'acme' and not deleted")) == "(0)" ? "" : null;
        });
        (await LogIn(Somebody(), "ann@example.test")).Refused("no-organisation", 403);
        (await new Visitor(Product, "203.0.113.252") { Access = key }.Get("/api/facility-groups")).Refused("sign-in-first", 401);
        (await Somebody().Post("/api/auth/register", Registering("acme", "bob@example.test"))).Ok(201);
        eve.Keep((await LogIn(eve, "eve@example.test")).Ok());
        (await eve.Get("/api/organisation")).Ok();
    }

    [Fact]
    public async Task are_handed_over_to_another_owner()
    {
        var (ann, bob) = (await Owner("acme", "ann@example.test"), await Member("bob@example.test", "viewer"));
        await Owner("other");
        var id = (await bob.Get("/api/auth/me")).Ok().Text("person.id");
        (await bob.Post("/api/tenants/me/transfer", new { personId = id })).Refused("not-permitted", 403);
        Assert.Equal(204, (int)(await ann.Post("/api/tenants/me/transfer", new { personId = id })).Status);
        Assert.Equal(("owner", "admin"), ((await bob.Get("/api/auth/me")).Ok().Text("role"), (await ann.Get("/api/auth/me")).Ok().Text("role")));
        (await ann.Delete("/api/tenants/me", new { slug = "acme" })).Refused("not-permitted", 403);
        Assert.Equal(204, (int)(await ann.Post("/api/users/me/leave")).Status);
    }

    [Fact]
    public async Task are_walled_in_by_the_database_too()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        foreach (var owner in new[] { ann, eve })
        {
            (await owner.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { "facilities.see" } })).Ok(201);
            (await owner.Post("/api/users/invitations", new { email = "dan@example.test", role = "viewer" })).Ok(201);
            await owner.Post("/api/facility-groups", new { name = "Group", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } });
        }
        var tables = (await Ask("select table_name from information_schema.columns where table_schema = 'billing' and column_name = 'tenant_id' order by 1")).Split('\n').Select(name => name.Trim('(', ')')).ToList();
        Assert.True(tables.Count > 25);
        await using var requests = await Product.Services.GetRequiredService<EventStore.EventStore>().Database.Web.OpenConnectionAsync(Stop); // the role that requests run as
        foreach (var table in tables)
        {
            Assert.Equal(0L, await Count($"select count(*) from {table}"));
            Assert.Equal(0L, await Count($"select count(*) from {table} where tenant_id <> 'main'", "main"));
        }
        Assert.NotEqual(0L, await Count("select count(*) from identity_api_keys", "main"));
        Assert.Equal(0L, await Count("with x as (update identity_api_keys set name = 'x' where tenant_id <> 'main' returning 1) select count(*) from x", "main"));

        async Task<long> Count(string sql, string tenant = "")
        {
            await using var transaction = await requests.BeginTransactionAsync(Stop);
            await using var command = new Npgsql.NpgsqlCommand($"select set_config('billing.tenant', '{tenant}', true)", requests);
            await command.ExecuteNonQueryAsync(Stop);
            command.CommandText = sql;
            return (long)(await command.ExecuteScalarAsync(Stop))!;
        }
    }

    private static async Task<(string, string, string)> Organisation(Visitor who)
    {
        var page = (await who.Get("/api/organisation")).Ok();
        return (page.Text("name"), page.Text("currency"), page.Text("timeZone"));
    }

    private async Task<Visitor> Member(string email, string role)
    {
        var owner = Somebody();
        owner.Keep((await LogIn(owner, "ann@example.test")).Ok());
        (await owner.Post("/api/users/invitations", new { email, role })).Ok(201);
        var who = Somebody();
        who.Keep((await who.Post("/api/auth/invitations/accept", new { token = await Secret(InvitationMail.Name), password = Password, firstName = "Bob", lastName = "Example" })).Ok());
        return who;
    }
}
