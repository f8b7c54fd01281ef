using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Support;

/// <summary>All of support is in the log, and rows follow from it where it is taken.</summary>
public class Support_goes_with_its_organisation : Town
{
    private static async Task<string> Worked(Visitor who)
    {
        var client = (await who.Post("/api/clients", new { name = "Meadow Health" })).Ok(201).Text("id");
        foreach (var day in new[] { "2024-11-04", "2024-11-05", "2024-12-02" }) (await who.Post("/api/support/requests", new { clientId = client, resolvedOn = day, resolvedAt = "09:15:30", description = "Mend the form.", urgency = "high", hours = "6.5" })).Ok(201);
        (await who.Post("/api/support/projects", new { clientId = client, name = "Summer page", category = "website", price = new { amount = "100.00", currency = "EUR" }, completedOn = "2024-11-20", ready = true })).Ok(201);
        (await who.Post("/api/support/sites", new { clientId = client, name = "Acme", start = "2024-11-16" })).Ok(201);
        (await who.Post("/api/support/rate-cards", new { from = "2024-11-05", promotion = "1", low = "2", medium = "3", high = "400" })).Ok();
        (await who.Post($"/api/support/months/2024-11/close", new { clientId = client })).Ok();
        return client;
    }

    private static async Task<string> Pages(Visitor who, string client)
    {
        string[] paths = ["/api/support/requests", "/api/support/requests/statistics", "/api/support/projects", "/api/support/sites", "/api/support/rate-cards", $"/api/support/months/2024-11?clientId={client}", $"/api/support/months/2024-12?clientId={client}"];
        return string.Join('\n', await Task.WhenAll(paths.Select(async path => (await who.Get(path)).Ok().ToJsonString())));
    }

    [Fact]
    public async Task when_it_is_taken_along()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var client = await Worked(ours);
        await Worked(theirs);
        await Eventually.Until("the month is invoiced", async () => (await ours.Get($"/api/support/months/2024-11?clientId={client}")).Ok().Text("closes.0.state") == "made");
        var parcel = (await ours.Post("/api/tenants/me/export")).Body;
        (await ours.Send(HttpMethod.Post, "/api/tenants/import?slug=copy", parcel, ("Content-Type", "application/x-tar"))).Ok(201);
        var before = await Pages(ours, client);
        Assert.Contains("Mend the form.", before, StringComparison.Ordinal);
        Assert.Contains("\"made\"", before, StringComparison.Ordinal);
        ours.Keep((await ours.Post("/api/auth/switch", new { organisation = "copy" })).Ok());
        Assert.Equal(before, await Pages(ours, client));
        Assert.Empty((await ours.Post("/api/support/months/2024-11/close", new { clientId = client })).Ok()["lines"]!.AsArray());
    }
}
