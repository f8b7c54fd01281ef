using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.AiCosts;

/// <summary>Records and the price book lie beside the log, and go along when an organisation is taken out.</summary>
public class Ai_costs_go_with_their_organisation : Town
{
    private static async Task Used(Visitor who)
    {
        var account = (await who.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");
        (await who.Post("/api/ai/prices", new { provider = "own", model = "llama*", from = "2026-01-01", prices = new { input = "1", output = "2" }, batch = new { factor = "0.5" } })).Ok(201);
        (await who.Post("/api/ai/usage/manual", new { account, date = "2026-01-31", cost = new { amount = "1.2345", currency = "EUR" }, note = "Power" })).Ok(201);
        Assert.Equal("1", (await who.Post("/api/ai/usage/calls", new[] { new { requestId = "r-1", account, at = "2026-01-30T12:00:00Z", model = "llama-4", tokens = new { input = 1000, output = 100 } } })).Ok().Text("accepted"));
    }

    private static async Task<string> Pages(Visitor who) => string.Join('\n', (await who.Get("/api/ai/usage/records")).Ok().ToJsonString(), (await who.Get("/api/ai/prices")).Ok().ToJsonString(), (await who.Get("/api/ai/usage?month=2026-01")).Ok().ToJsonString());

    private static Task<Reply> Import(Visitor who, string slug, byte[] parcel) => who.Send(HttpMethod.Post, $"/api/tenants/import?slug={slug}", parcel, ("Content-Type", "application/x-tar"));

    [Fact]
    public async Task when_it_is_taken_along()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        await Used(ours);
        await Used(theirs);
        var parcel = (await ours.Post("/api/tenants/me/export")).Body;
        (await Import(ours, "copy", parcel)).Ok(201);
        var before = await Pages(ours);
        Assert.Contains("0.0012", before, StringComparison.Ordinal);
        ours.Keep((await ours.Post("/api/auth/switch", new { organisation = "copy" })).Ok());
        Assert.Equal(before, await Pages(ours));
        (await Import(ours, "bent", await Parcels.Bent(parcel, "aicosts.usage.ndjson", "\"account_id\": \"", "\"account_id\": \"0193e0c0-0000-7000-8000-0000000000ff\", \"other\": \"", andSealed: true))).Refused("not-movable");
    }
}
