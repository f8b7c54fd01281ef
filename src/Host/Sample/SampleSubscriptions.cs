using System.Text.Json;
using static Billing.Host.Sample.SampleScene;

namespace Billing.Host.Sample;

/// <summary>Clients who subscribe, go over to a larger plan, pause, cancel, use coupons; cards that decline and are tried again.</summary>
internal sealed class SampleSubscriptions : ISamplePart
{
    private static readonly (int Month, string Client, object Wish)[] Beginnings =
    [
        (0, "Blue Door Bakery", new { planCode = "pro", trialDays = 0 }), (0, "Lantern Dental", new { planCode = "enterprise", trialDays = 0 }), (1, "Paper Boat Books", new { planCode = "free" }), (2, "Stone Bridge Law", new { planCode = "pro-yearly", trialDays = 0 }),
        (3, "Red Kite Cycling", new { planCode = "pro", trialDays = 14 }), (5, "Silver Birch Clinic", new { planCode = "team", quantity = 6, trialDays = 0 }), (8, "Tall Oak Furniture", new { planCode = "pro", trialDays = 0, coupon = "WELCOME" }),
        (10, "Yellow Barn Farm", new { planCode = "pro", trialDays = 0 }), (12, "Pine Hill School", new { planCode = "team", quantity = 12, trialDays = 0 }), (17, "Morning Star Yoga", new { planCode = "pro", trialDays = 14, coupon = "WELCOME" }),
        (19, "Old Mill Brewery", new { planCode = "pro", trialDays = 0 }), (23, "Copper Kettle Cafe", new { planCode = "pro", trialDays = 14 }),
    ];

    private static readonly (int Month, string Client, Func<SampleApi, string, CancellationToken, Task> Act)[] Later =
    [
        (4, "Blue Door Bakery", (api, id, stop) => api.Patch(id, new { planCode = "enterprise" }, stop)),
        (7, "Red Kite Cycling", (api, id, stop) => api.Post(id + "/pause", new { keepAccess = false }, stop)),
        (9, "Red Kite Cycling", (api, id, stop) => api.Post(id + "/resume", null, stop)),
        (9, "Silver Birch Clinic", (api, id, stop) => api.Patch(id, new { quantity = 9 }, stop)),
        (14, "Paper Boat Books", (api, id, stop) => api.Patch(id, new { planCode = "pro" }, stop)),
        (16, "Lantern Dental", (api, id, stop) => api.Patch(id, new { planCode = "pro", effective = "periodEnd" }, stop)),
        (18, "Tall Oak Furniture", (api, id, stop) => api.Patch(id, new { cancelAtPeriodEnd = true }, stop)),
        (21, "Pine Hill School", (api, id, stop) => api.Patch(id, new { quantity = 15 }, stop)),
    ];

    public async Task Play(SampleScene scene, CancellationToken stop)
    {
        if (scene.Today.Day == 1 && scene.Month == 0) await Offer(scene, stop);
        if (scene.Today.Day == 10)
            foreach (var (_, name, wish) in Beginnings.Where(one => one.Month == scene.Month))
            {
                if (scene.Client(name) is not { } client || await Find(scene, client, stop) is not null) continue;
                var body = JsonSerializer.SerializeToNode(wish)!.AsObject();
                (body["clientId"], body["currency"]) = (client, "USD");
                await scene.Api.Post("/api/subscriptions", body, stop);
            }
        if (scene.Today.Day == 20)
            foreach (var (_, name, act) in Later.Where(one => one.Month == scene.Month))
                if (scene.Client(name) is { } client && await Find(scene, client, stop) is { } id) await act(scene.Api, $"/api/subscriptions/{id}", stop);
    }

    private static readonly int[] RetryDays = [1, 3, 5];

    private static async Task<string?> Find(SampleScene scene, string client, CancellationToken stop) =>
        (await scene.Api.All($"/api/subscriptions?clientId={client}", stop)).FirstOrDefault() is { ValueKind: JsonValueKind.Object } found ? found.Text("id") : null;

    private static async Task Offer(SampleScene scene, CancellationToken stop)
    {
        await scene.Api.Post("/api/plans/seed", null, stop);
        await scene.Api.Post("/api/plans", new
        {
            code = "team", sortOrder = 15,
            terms = new { name = "Team", interval = new { unit = "month" }, components = new[] { new { code = "base", name = "Team", kind = "fixed", prices = Usd("19.00") }, new { code = "seats", name = "Seat", kind = "seats", prices = Usd("9.00") } }, entitlements = new[] { new { name = "users", limit = 50 } }, tier = 1 },
        }, stop);
        await scene.Api.Post("/api/coupons", new { code = "WELCOME", name = "A fifth off for three months", share = "20", periods = 3 }, stop);
        await scene.Api.Put("/api/subscription-settings", new { retryDays = RetryDays, afterRetries = "unpaid" }, stop);
    }

    private static object[] Usd(string amount) => [new { amount, currency = "USD" }];
}
