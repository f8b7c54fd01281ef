using static Billing.Host.Sample.SampleScene;

namespace Billing.Host.Sample;

/// <summary>AI services that are used for clients: calls priced by the price book, a budget that is passed now and then, rules that say for whom; clients are charged month by month.</summary>
internal sealed class SampleAi : ISamplePart
{
    private const string Account = "Model server";

    private static readonly string[] Models = ["sample-large", "sample-small", "sample-small", "sample-small"], Teams = ["hotel", "law", "inside"];

    public async Task Play(SampleScene scene, CancellationToken stop)
    {
        if (scene.IsAhead) return;
        if (scene.Month == 0 && scene.Today.Day == 1) await Open(scene, stop);
        if ((await scene.Api.All("/api/ai/accounts", stop)).Find(one => one.Text("name") == Account) is not { ValueKind: System.Text.Json.JsonValueKind.Object } account) return;
        if (scene.Month == 2 && scene.Today.Day == 5) await Allocate(scene, account.Text("id"), stop);
        if (scene.Today.Day == 5 && scene.Month > 2) await scene.Api.Post("/api/ai/rebilling", new { month = Iso(scene.LastMonth)[..7] }, stop);
        await Use(scene, account.Text("id"), stop);
    }

    private static async Task Open(SampleScene scene, CancellationToken stop)
    {
        await scene.Api.Post("/api/ai/accounts", new { provider = "own", name = Account }, stop);
        await scene.Api.Post("/api/ai/prices", new { provider = "own", model = "sample-large", from = Iso(scene.Today), prices = new { input = "3", output = "15" } }, stop);
        await scene.Api.Post("/api/ai/prices", new { provider = "own", model = "sample-small", from = Iso(scene.Today), prices = new { input = "0.5", output = "2" } }, stop);
        await scene.Api.Post("/api/ai/budgets", new { name = "All AI services", amount = new { amount = "300", currency = "USD" } }, stop);
    }

    private static async Task Allocate(SampleScene scene, string account, CancellationToken stop)
    {
        foreach (var (name, user, client, markup) in new[] { ("The hotel's assistant", "hotel@example.test", "Quiet Harbor Hotel", "25"), ("The law firm's search", "law@example.test", "Stone Bridge Law", "40") })
        {
            if (scene.Client(client) is not { } id) continue;
            await scene.Api.Post("/api/ai/allocation-rules", new { name, accountId = account, user, shares = new[] { new { share = "100", clientId = id } } }, stop);
            await scene.Api.Put($"/api/ai/rebilling/terms/{id}", new { markup }, stop);
        }
    }

    private static async Task Use(SampleScene scene, string account, CancellationToken stop)
    {
        var calls = new List<object>();
        foreach (var day in scene.DaysSince(acrossMonths: true))
            foreach (var team in Teams)
            {
                var on = Iso(day);
                var tokens = (200_000 + scene.Dice.Roll(600_000, "tokens", team, on)) * (10 + scene.Month) / 10;
                calls.Add(new { requestId = $"{team}-{on}", account, at = on + "T11:00:00Z", model = scene.Dice.One(Models, "model", team, on), user = team + "@example.test", requests = 20 + scene.Dice.Roll(200, "requests", team, on), tokens = new { input = tokens, output = tokens / 5 } });
            }
        if (calls.Count > 0 && await scene.Api.Post("/api/ai/usage/calls", calls, stop) is { } taken && taken.Items("rejected").Any()) scene.Api.Refused.Add($"{Iso(scene.Today)} calls: {taken.Text("rejected.0")}");
    }
}
