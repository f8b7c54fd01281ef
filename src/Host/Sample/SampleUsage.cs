using System.Globalization;
using static Billing.Host.Sample.SampleScene;

namespace Billing.Host.Sample;

/// <summary>Calls and storage that clients use, more each month, billed by plans with tiers; one pays from a wallet that is topped up.</summary>
internal sealed class SampleUsage : ISamplePart
{
    private static readonly (int Month, string Client, string Plan, int Calls)[] Users = [(0, "Quiet Harbor Hotel", "metered", 400), (2, "Stone Bridge Law", "metered", 150), (6, "White Sail Tours", "metered-eur", 250), (12, "Pine Hill School", "metered", 90)];

    private static readonly object[] Tiers = [new { upTo = "10000", unit = "0.01" }, new { upTo = "50000", unit = "0.006" }, new { upTo = (string?)null, unit = "0.003" }];

    public async Task Play(SampleScene scene, CancellationToken stop)
    {
        if (scene.Today.Day == 1)
        {
            if (scene.Month == 0) await Offer(scene, stop);
            foreach (var (_, client, plan, _) in Users.Where(user => user.Month == scene.Month))
                if (scene.Client(client) is { } id) await scene.Api.Post($"/api/usage-plans/{plan}/clients", new { clientId = id, from = Iso(scene.Today) }, stop);
            if (scene.Month == 3 && scene.Client("Quiet Harbor Hotel") is { } payer) await Prepay(scene, payer, stop);
        }
        await Use(scene, stop);
    }

    private static async Task Offer(SampleScene scene, CancellationToken stop)
    {
        await scene.Api.Post("/api/meters", new { code = "calls", name = "API calls", unit = "calls", rule = new { aggregation = "sum" } }, stop);
        await scene.Api.Post("/api/meters", new { code = "storage", name = "Storage", unit = "GB", rule = new { aggregation = "max" } }, stop);
        foreach (var (code, currency) in new[] { ("metered", "USD"), ("metered-eur", "EUR") })
            await scene.Api.Post("/api/usage-plans", new
            {
                code, currency, startsOn = Iso(scene.Today),
                terms = new { name = "Metered", charges = new object[] { new { code = "base", name = "Base fee", price = new { type = "flat", fee = "25" } }, new { code = "calls", name = "API calls", meter = "calls", price = new { type = "graduated", tiers = Tiers } }, new { code = "storage", name = "Storage", meter = "storage", price = new { type = "per-unit", unitPrice = "0.4" } } } },
            }, stop);
    }

    private static async Task Prepay(SampleScene scene, string client, CancellationToken stop)
    {
        if (await scene.Api.Post("/api/wallets", new { clientId = client, name = "Prepaid", currency = "USD" }, stop) is not { } wallet) return;
        await scene.Api.Post($"/api/wallets/{wallet.Text("id")}/top-ups", new { source = "Welcome", amount = new { amount = "50.00", currency = "USD" } }, stop);
        await scene.Api.Put($"/api/wallets/{wallet.Text("id")}/top-up-rule", new { below = new { amount = "20.00", currency = "USD" }, amount = new { amount = "100.00", currency = "USD" } }, stop);
    }

    private static string Code(string name) => name.ToLowerInvariant().Replace(' ', '-');

    /// <summary>What was used since the day that was played before. The last days of a month are left out: its bill is made before they would be told of.</summary>
    private static async Task Use(SampleScene scene, CancellationToken stop)
    {
        var events = new List<object>();
        foreach (var (since, name, _, calls) in Users.Where(user => user.Month <= scene.Month))
        {
            if (scene.Client(name) is not { } client) continue;
            foreach (var day in scene.DaysSince(acrossMonths: false))
            {
                var on = Iso(day);
                var used = calls * (10 + (scene.Month - since)) / 10 * (60 + scene.Dice.Roll(80, "calls", name, on)) / 100;
                events.Add(new { id = $"calls-{Code(name)}-{on}", meter = "calls", subject = client, value = used.ToString(CultureInfo.InvariantCulture), at = on + "T09:00:00Z" });
            }
            events.Add(new { id = $"storage-{Code(name)}-{Iso(scene.Today)}", meter = "storage", subject = client, value = (20 + (3 * (scene.Month - since)) + scene.Dice.Roll(6, "storage", name, Iso(scene.Today))).ToString(CultureInfo.InvariantCulture), at = Iso(scene.Today) + "T08:00:00Z" });
        }
        if (events.Count > 0 && await scene.Api.Post("/api/usage/events", events, stop) is { } taken && taken.Text("rejectedInAll") is not ("0" or "")) scene.Api.Refused.Add($"{Iso(scene.Today)} usage: {taken}");
    }
}
