using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Identity;

/// <summary>An organisation and its owner come into being in one go, or not at all.</summary>
public class Registering : Town
{
    [Fact]
    public async Task makes_the_first_organisation_its_owner_and_a_session()
    {
        var somebody = Somebody();
        Assert.Equal("first", (await somebody.Get("/api/auth/setup")).Ok()["state"]!.GetValue<string>());
        var tokens = somebody.Keep((await somebody.Post("/api/auth/register", Registering("acme", "ann@example.test"))).Ok(201));
        Assert.Equal("main", tokens.Text("organisation.id")); // what was recorded before anybody could sign in stays theirs
        Assert.Equal("Bearer", tokens.Text("tokenType"));
        Assert.Equal("1800", tokens.Text("expiresIn"));

        var me = (await somebody.Get("/api/auth/me")).Ok();
        Assert.Equal("owner", me.Text("role"));
        Assert.Equal("ann@example.test", me.Text("person.email"));
        Assert.Equal(Web.Permission.All.Select(permission => permission.Name), me["permissions"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("EUR", (await somebody.Get("/api/organisation")).Ok().Text("currency"));
        Assert.Equal("open", (await somebody.Get("/api/auth/setup")).Ok()["state"]!.GetValue<string>());
        Assert.Single((await somebody.Get("/api/status-sets")).Ok()["items"]!.AsArray()); // every module has welcomed it
        Assert.Equal("(identity.organisation_founded)\n(identity.member_joined)\n(identity.signed_in)", await Ask("select type from mt_events where tenant_id = 'main' and type like 'identity.%' order by seq_id"));
        Assert.Equal("(identity.person_registered)\n(identity.password_chosen)", await Ask("select type from mt_events where tenant_id = 'billing-people' order by seq_id"));
        Assert.Equal("(1)", await Ask("select count(distinct xmin::text) from mt_events where type like 'identity.%'"));
    }

    [Fact]
    public async Task gives_later_organisations_a_key_that_nobody_guesses_and_rows_of_their_own()
    {
        await Owner("acme");
        var other = await Owner("other");
        Assert.Matches("^[0-9a-f]{32}$", (await other.Get("/api/auth/me")).Ok().Text("organisation.id"));
        await other.Post("/api/facility-groups", new { name = "Theirs", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } });
        Assert.Equal("Theirs", (await other.Get("/api/facility-groups")).Ok().Text("items.0.name"));
        var ours = Somebody();
        ours.Keep((await LogIn(ours, "owner@acme.example.test")).Ok());
        Assert.Empty((await ours.Get("/api/facility-groups")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task says_what_is_taken_and_leaves_nothing_behind()
    {
        await Owner("acme", "ann@example.test");
        (await Somebody().Post("/api/auth/register", Registering("acme", "bob@example.test"))).Refused("slug-taken", 409);
        (await Somebody().Post("/api/auth/register", Registering("beta", "ANN@example.test"))).Refused("email-taken", 409);
        Assert.Equal("(1,1,1)", await Ask("select (select count(*) from identity_people), (select count(*) from identity_organisations), (select count(*) from identity_passwords)"));
    }

    [Fact]
    public async Task at_one_moment_makes_one_organisation_of_a_slug()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Somebody().Post("/api/auth/register", Registering("acme", $"ann{n}@example.test"))));
        Assert.Equal(1, answers.Count(answer => (int)answer.Status == 201));
        Assert.All(answers.Where(answer => (int)answer.Status != 201), answer => answer.Refused("slug-taken", 409));
        Assert.Equal("(1,1)", await Ask("select (select count(*) from identity_people), (select count(*) from identity_organisations)"));
    }

    [Theory]
    [InlineData("password", "Password1", "password-common")]
    [InlineData("password", "short", "password-length")]
    [InlineData("email", "ann", "bad-email")]
    [InlineData("slug", "A", "bad-slug")]
    [InlineData("timeZone", "Mars/Olympus", "bad-time-zone")]
    [InlineData("locale", "xx-YYYY", "bad-locale")]
    [InlineData("firstName", "\u202eAnn", "name-has-hidden-characters")]
    [InlineData("organisation", " ", "name-missing")]
    public async Task refuses_what_makes_no_sense(string field, string value, string code)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(Registering("acme", "ann@example.test"))!;
        body[field] = value;
        (await Somebody().Post("/api/auth/register", body.ToJsonString())).Refused(code);
        Assert.Equal("(0)", await Ask("select count(*) from identity_people"));
    }

    [Theory]
    [InlineData("tenantId", "\"other\"")]
    [InlineData("role", "\"owner\"")]
    [InlineData("id", "\"0193e0c0-0000-7000-8000-00000000000a\"")]
    [InlineData("version", "1")]
    public async Task refuses_fields_that_it_does_not_have(string field, string value)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(Registering("acme", "ann@example.test"))!;
        body[field] = System.Text.Json.Nodes.JsonNode.Parse(value);
        (await Somebody().Post("/api/auth/register", body.ToJsonString())).Refused("bad-request", 400);
    }
}

/// <summary>Where only the operator's own organisation works, nobody else registers.</summary>
public class Registering_where_one_is_invited : Town
{
    private protected override string SignUp => "Invite";

    [Fact]
    public async Task is_over_once_the_first_is_there()
    {
        var races = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Somebody().Post("/api/auth/register", Registering($"acme-{n}", $"ann{n}@example.test"))));
        Assert.Equal(1, races.Count(answer => (int)answer.Status == 201));
        Assert.All(races.Where(answer => (int)answer.Status != 201), answer => answer.Refused("sign-up-closed", 403));
        (await Somebody().Post("/api/auth/register", Registering("late", "late@example.test"))).Refused("sign-up-closed", 403);
        Assert.Equal("invite", (await Somebody().Get("/api/auth/setup")).Ok().Text("state"));
    }
}

/// <summary>Where sign-up is closed, invitations open the door to people who are known, and to nobody else.</summary>
public class Registering_where_sign_up_is_closed : Town
{
    private protected override string SignUp => "Closed";

    [Fact]
    public async Task is_for_the_first_and_for_nobody_after()
    {
        var ann = await Owner("acme", "ann@example.test");
        (await Somebody().Post("/api/auth/register", Registering("other", "bob@example.test"))).Refused("sign-up-closed", 403);
        Assert.Equal("closed", (await Somebody().Get("/api/auth/setup")).Ok().Text("state"));
        (await ann.Post("/api/users/invitations", new { email = "bob@example.test", role = "member" })).Ok(201);
        var token = await Secret(Billing.Identity.InvitationMail.Name);
        (await Somebody().Post("/api/auth/invitations/accept", new { token, password = Password, firstName = "Bob", lastName = "Example" })).Refused("sign-up-closed", 403);
        Assert.Equal("(1)", await Ask("select count(*) from identity_people"));
    }
}
