using System.Text;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests.Identity;

/// <summary>Who wants to be forgotten is: a word of theirs that stands nowhere else is looked for in every column of every table, and in what one takes out.</summary>
public class Forgetting_people : Town
{
    private const string Canary = "qanariensis";
    private const string Address = $"{Canary}@example.test";

    [Fact]
    public async Task leaves_no_word_of_them_anywhere_and_all_that_they_did()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var canary = await Settled(ann, eve);
        Assert.NotEmpty(await Find(Canary)); // the search can find
        var done = await Ask("select seq_id, type, stream_id from mt_events where tenant_id <> 'billing-people' order by seq_id");
        Assert.Equal(204, (int)(await canary.Post("/api/users/me/forget", new { password = Password }, Key())).Status);

        await Gone();
        foreach (var owner in new[] { ann, eve })
        {
            foreach (var page in new[] { "/api/users", "/api/users/invitations", "/api/audit", "/api/audit/export", "/api/activity", "/api/tenants/me", "/api/messages/dead-letters", "/api/billing-records", "/api/api-keys" }) Assert.DoesNotContain(Canary, (await owner.Get(page)).Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Canary, await Parcel(owner), StringComparison.OrdinalIgnoreCase);
        }
        Assert.StartsWith(done, await Ask("select seq_id, type, stream_id from mt_events where tenant_id <> 'billing-people' order by seq_id"), StringComparison.Ordinal);
        await Called(ann); // a program that was not told
        Assert.Equal("(1)\n(2)", await Ask("select count(*) from ai_usage where person like 'forgotten-%' group by tenant_id, person order by 1"));
        Assert.DoesNotContain("ai_usage.person", await Find(Canary));
        Assert.Contains("erased", (await ann.Get("/api/audit")).Ok().ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("(erased,\"\",,,forgotten)", await Ask("select first_name, last_name, email, avatar, standing from identity_people where standing <> 'active'"));
        Assert.Equal("(0)", await Ask("select count(*) from identity_avatars"));
        await TheEventsSayTheSame();
    }

    [Fact]
    public async Task ends_all_that_they_could_come_in_with()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var canary = await Settled(ann, eve);
        (await canary.Post("/api/users/me/forget", new { password = "another one it is" })).Refused("wrong-password");
        Assert.Equal(204, (int)(await canary.Post("/api/users/me/forget", new { password = Password })).Status);
        (await canary.Get("/api/auth/me")).Refused("sign-in-first", 401);
        (await canary.Post("/api/auth/refresh", new { refreshToken = canary.Refresh })).Refused("sign-in-first", 401);
        (await LogIn(Somebody(), Address)).Refused("wrong-credentials", 401);
        Assert.Equal("(0,0,0)", await Ask("select (select count(*) from identity_passwords p where not exists (select from identity_people i where i.id = p.person_id and i.standing = 'active')), (select count(*) from identity_sessions s where not exists (select from identity_people i where i.id = s.person_id and i.standing = 'active')), (select count(*) from identity_second_factors)"));
        Assert.Single((await ann.Get("/api/users")).Ok()["items"]!.AsArray());
        Assert.Single((await eve.Get("/api/users")).Ok()["items"]!.AsArray());
        var again = Somebody(); // the address is free, and whoever has it now is somebody else
        again.Keep((await again.Post("/api/auth/register", Registering("gamma", Address))).Ok(201));
        Assert.Single((await again.Get("/api/auth/me")).Ok()["organisations"]!.AsArray());
    }

    [Fact]
    public async Task is_an_owners_to_do_for_those_who_belong_to_nobody_else()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        await Settled(ann, eve);
        var id = (await ann.Get("/api/users")).Ok()["items"]!.AsArray().Single(one => one.Text("email") == Address).Text("id");
        (await ann.Post($"/api/users/{id}/forget", new { email = "ann@example.test" })).Refused("other-address");
        (await ann.Post($"/api/users/{id}/forget", new { email = Address })).Refused("belongs-elsewhere");
        Assert.Equal(204, (int)(await eve.Delete($"/api/users/{id}")).Status);
        Assert.Equal(204, (int)(await ann.Delete($"/api/users/{id}")).Status);
        (await (await Owner("third")).Post($"/api/users/{id}/forget", new { email = Address })).Refused("not-found", 404);
        Assert.Equal(204, (int)(await ann.Post($"/api/users/{id}/forget", new { email = Address.ToUpperInvariant() })).Status); // who has left is known to have been there
        await Gone();
        (await ann.Post($"/api/users/{id}/forget", new { email = Address })).Refused("not-found", 404);
    }

    [Fact]
    public async Task leaves_no_organisation_without_an_owner()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        (await ann.Post("/api/users/me/forget", new { password = Password })).Refused("last-owner");
        var id = (await ann.Get("/api/auth/me")).Ok().Text("person.id");
        (await eve.Post($"/api/users/{id}/forget", new { email = "ann@example.test" })).Refused("not-found", 404);
        (await LogIn(Somebody(), "ann@example.test")).Ok();
    }

    /// <summary>Somebody who was invited twice over, works in both organisations, has a second factor, another name and telephone, and an invitation that waits.</summary>
    private async Task<Visitor> Settled(Visitor ann, Visitor eve)
    {
        var canary = Somebody();
        (await ann.Post("/api/users/invitations", new { email = Address, role = "manager" }, Key())).Ok(201);
        canary.Keep((await canary.Post("/api/auth/invitations/accept", new { token = await Secret(InvitationMail.Name), password = Password, firstName = Canary, lastName = "Bird" }, Key())).Ok());
        (await canary.Patch("/api/users/me", new { lastName = "Of " + Canary, phone = "+34 " + Canary })).Ok();
        (await canary.Send(HttpMethod.Put, "/api/users/me/avatar", Png(), ("Content-Type", "image/png"))).Ok();
        (await eve.Post("/api/users/invitations", new { email = Address.ToUpperInvariant(), role = "admin" }, Key())).Ok(201);
        canary.Keep((await canary.Post("/api/auth/invitations/accept", new { token = await Secret(InvitationMail.Name), password = Password })).Ok());
        (await canary.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { "facilities.see" } })).Ok(201);
        canary.Keep((await canary.Post("/api/auth/switch", new { organisation = "acme" })).Ok());
        var group = (await canary.Post("/api/facility-groups", new { name = "Alabama", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } }, Key())).Ok(201).Text("id");
        var facility = (await canary.Post("/api/facilities", new { name = "Meadow", groupId = group }, Key())).Ok(201).Text("id");
        (await canary.Post("/api/billing-records", new { facilityId = facility, from = "2026-10-01", through = "2026-10-31", billed = "100" }, Key())).Ok(201);
        (await canary.Post("/api/api-keys", new { name = "Forbidden", scopes = new[] { "facilities.see" } })).Refused("not-permitted", 403);
        (await LogIn(Somebody(), Address, "not the password")).Refused("wrong-credentials", 401);
        (await Somebody().Post("/api/auth/password/forgot", new { email = Address })).Text.ToString();
        await Secret(ResetMail.Name);
        foreach (var owner in new[] { ann, eve }) await Called(owner);
        var third = await Owner("third-of-all", "dan@example.test");
        (await third.Post("/api/users/invitations", new { email = Address, role = "viewer" }, Key())).Ok(201);
        await Secret(InvitationMail.Name);
        return canary;
    }

    /// <summary>A program tells of a call of an AI service that they made.</summary>
    private static async Task Called(Visitor owner)
    {
        var account = (await owner.Get("/api/ai/accounts")).Ok()["items"]!.AsArray() is [var one] ? one.Text("id") : (await owner.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");
        (await owner.Post("/api/ai/usage/calls", new[] { new { requestId = Guid.NewGuid().ToString(), account, at = "2025-01-30T12:00:00Z", model = "llama", tokens = new { input = 1000 }, user = Address } })).Ok();
    }

    private static (string, string) Key() => ("Idempotency-Key", Guid.NewGuid().ToString());

    /// <summary>What they were called is nowhere, once the rows that showed it are made anew.</summary>
    private async Task Gone()
    {
        var found = new List<string>();
        try
        {
            await Until("no word of them is left", async () => (found = await Find(Canary)).Count == 0 ? "" : null);
        }
        catch (TimeoutException)
        {
            Assert.Empty(found);
        }
    }

    /// <summary>All that an organisation takes out, as text.</summary>
    private static async Task<string> Parcel(Visitor owner)
    {
        var parcel = await owner.Post("/api/tenants/me/export");
        Assert.Equal((Parcels.MediaType, 200), (parcel.MediaType, (int)parcel.Status));
        return Parcels.Text(parcel.Body);
    }

    /// <summary>A rebuild gives the same rows, "erased" and all.</summary>
    private async Task TheEventsSayTheSame()
    {
        var store = Product.Services.GetRequiredService<EventStore.EventStore>();
        var before = await Rows();
        foreach (var projection in store.Model.Projections)
        {
            Assert.Empty((await Comparison.Of(store, projection, Stop)).Differences);
            await new Rebuild(store).Run(projection, null, Stop);
        }
        Assert.Equal(before, await Rows());
    }

    private async Task<string> Rows()
    {
        var rows = new StringBuilder();
        foreach (var table in (await Ask("select table_name from information_schema.tables where table_schema = 'billing' and (table_name like 'facilities_%' or table_name like 'identity_%') order by 1")).Split('\n').Select(name => name.Trim('(', ')')))
            rows.AppendLine(table).AppendLine(await Ask($"select * from {table} order by {table}::text"));
        return rows.ToString();
    }
}
