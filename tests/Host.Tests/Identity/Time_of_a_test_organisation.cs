using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Identity;

/// <summary>An organisation in test mode lives months in a moment; its neighbour goes by everybody's time.</summary>
public sealed class Time_of_a_test_organisation : Town
{
    private protected override DateTimeOffset? Begins => new(2025, 11, 19, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task is_moved_and_each_period_is_invoiced_on_its_day()
    {
        var (ours, theirs) = (await Owner("acme"), await Owner("other"));
        var begun = (await ours.Post("/api/clock", new { startsAt = "2024-01-31T11:00:00Z" })).Ok();
        Assert.Equal("true 2024-01-31 ", $"{begun.Text("testMode")} {begun.Text("today")} {begun.Text("movingTo")}");
        Assert.Equal("2024-01-31", (await ours.Get("/api/organisation")).Ok().Text("today"));
        Assert.Equal("2025-11-19", (await theirs.Get("/api/organisation")).Ok().Text("today"));
        foreach (var one in (Visitor[])[ours, theirs]) await Subscribe(one);
        await Eventually.Until("the first is invoiced", async () => await Invoiced(ours) == "2024-01-31" && await Invoiced(theirs) == "2025-11-19");

        (await ours.Post("/api/clock/advance", new { to = "2024-03-02T10:00:00Z" })).Ok(202);
        await Eventually.Until("its clock stands", async () => (await ours.Get("/api/clock")).Ok() is var clock && clock.Text("movingTo") == "" && clock.Text("open") == "0");
        Assert.Equal("2024-01-31 2024-02-29", await Invoiced(ours));
        Assert.Equal("2025-11-19", await Invoiced(theirs));
        Assert.Equal("2024-03-02", (await ours.Get("/api/organisation")).Ok().Text("today"));
        Assert.Equal("1", (await ours.Get("/api/invoices?overdue=true")).Ok().Text("count"));
        Assert.Equal("(0)", await Ask("select count(*) from mt_events where timestamp > '2024-03-02T10:00:00Z' and timestamp < '2025-11-19'"));

        (await ours.Post("/api/clock/advance", new { to = "2024-03-02T09:00:00Z" })).Refused("clock-goes-forward");
        (await ours.Post("/api/clock/advance", new { to = "2027-03-03T09:00:00Z" })).Refused("clock-too-far-ahead");
        (await theirs.Post("/api/clock/advance", new { to = "2026-01-01T00:00:00Z" })).Refused("no-clock");
        Assert.Equal("false 2025-11-19", (await theirs.Get("/api/clock")).Ok() is var everybodys ? $"{everybodys.Text("testMode")} {everybodys.Text("today")}" : "");
    }

    [Fact]
    public async Task is_everybodys_once_it_has_numbered_an_invoice()
    {
        var owner = await Owner();
        await Invoiced(owner, "acme");
        (await owner.Post("/api/clock")).Refused("time-is-everybodys");
        (await (await Owner("fresh")).Post("/api/clock", new { startsAt = "1990-01-01T00:00:00Z" })).Refused("clock-too-far");
    }

    [Fact]
    public async Task begins_once_and_its_people_come_and_go_as_ever()
    {
        var owner = await Owner();
        (await owner.Post("/api/clock", new { startsAt = "2024-01-31T11:00:00Z" })).Ok();
        Assert.Equal("2024-01-31", (await owner.Post("/api/clock", new { startsAt = "2026-01-31T11:00:00Z" })).Ok().Text("today"));
        Assert.Equal("(1)", await Ask("select count(*) from mt_events where type = 'identity.test_mode_begun'"));
        (await owner.Post("/api/users/invitations", new { email = "sam@example.test", role = "Member" })).Ok(201);
        var secret = await Secret("identity.invitation");
        (await Somebody().Post("/api/auth/invitations/accept", new { token = secret, password = Password, firstName = "Sam", lastName = "Example" })).Ok();
        Assert.Equal(2, (await owner.Get("/api/users")).Ok()["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task goes_along_and_is_no_reason_to_keep_it()
    {
        var owner = await Owner();
        (await owner.Post("/api/clock", new { startsAt = "2026-01-31T11:00:00Z" })).Ok();
        var parcel = (await owner.Post("/api/tenants/me/export")).Body;
        (await owner.Send(HttpMethod.Post, "/api/tenants/import?slug=copy", parcel, ("Content-Type", "application/x-tar"))).Ok(201);
        owner.Keep((await owner.Post("/api/auth/switch", new { organisation = "copy" })).Ok());
        Assert.Equal("true 2026-01-31", (await owner.Get("/api/clock")).Ok() is var clock ? $"{clock.Text("testMode")} {clock.Text("today")}" : ""); // it stands where it stood
        owner.Keep((await owner.Post("/api/auth/switch", new { organisation = "acme" })).Ok());
        Assert.Equal("2025-11-20", (await owner.Delete("/api/tenants/me", new { slug = "acme" })).Ok().Text("deleteOn")); // by everybody's time
        var key = (await owner.Post("/api/api-keys", new { name = "Tests", scopes = new[] { "invoicing.see" }, expiresAt = "2025-12-01T00:00:00Z" })).Ok(201).Text("key");
        Assert.Equal(200, (int)(await new Visitor(Product, "203.0.113.99") { Access = key }.Get("/api/clients")).Status);
    }

    private static async Task Subscribe(Visitor who)
    {
        (await who.Post("/api/plans/seed")).Ok();
        var client = (await who.Post("/api/clients", new { name = "Meadow Health" })).Ok(201).Text("id");
        (await who.Post("/api/subscriptions", new { clientId = client, planCode = "pro", trialDays = 0 })).Ok(201);
    }

    private static async Task<string> Invoiced(Visitor who) => string.Join(' ', (await who.Get("/api/invoices?sort=issueDate")).Ok()["items"]!.AsArray().Where(one => one.Text("status") == "issued").Select(one => one.Text("issueDate")));
}
