using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>What is asked of usage over HTTP: a month of a client with a million events, whether it may use more, how soon an event shows, and what other plans would have cost.</summary>
internal sealed class Asking(Scratch scratch, Options options)
{
    private const int Port = 5297;
    private const int Batch = 10_000;
    private const int Events = 1_000_000;

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var database = await scratch.Create("asking");
        await using var product = await scratch.Serve("asking", Port);
        await Owner.SignIn(product.Http);
        await product.Http.Send("/api/meters", new { code = "calls", name = "Calls", rule = new { aggregation = "sum" } });
        var client = await product.Http.Make("/api/clients", new { name = "A large client" });
        var now = DateTime.UtcNow;
        var month = new DateTime(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(-1);
        for (var batch = 0; batch < Events / Batch; batch++) await Fill(product.Http, client, month, batch);
        await Bed.Execute(database, "analyze");

        var (from, to) = (Day(month), Day(month.AddMonths(1)));
        var usage = $"/api/meters/calls/usage?subject={client}&from={from}&to={to}";
        var read = await Times(product.Http, usage, 20 * options.Turns);
        yield return new Figure("asking", $"a month of one client with {Events:N0} events", "ms", Score.Of("median", read)) { Beside = [Score.Of("slowest of a hundred", Slowest(read))], Bar = 100 };

        using (var agreed = await product.Http.PutAsJsonAsync(new Uri("/api/usage-limits", UriKind.Relative), new { subject = client, meter = "calls", limit = "1000000000", kind = "hard" })) agreed.EnsureSuccessStatusCode();
        for (var n = 0; n < 50; n++) await Use(product.Http, client, $"now-{n}");
        var entitled = await Times(product.Http, $"/api/entitlements/calls?subject={client}", 200 * options.Turns);
        yield return new Figure("asking", "whether it may use more under a hard limit, the slowest of a hundred", "ms", Score.Of("p99", Slowest(entitled))) { Beside = [Score.Of("median", entitled)], Bar = 5 };

        var seen = new List<double>();
        for (var n = 0; n < 10 * options.Turns; n++) seen.Add(await UntilSeen(product.Http, client, n));
        yield return new Figure("asking", "from sending an event until the balance shows it", "ms", Score.Of("seen", seen)) { Bar = 1_000 };

        yield return await Compared(product.Http, client, month, "what another plan would have asked for them, by the kept hours", new { type = "per-unit", unitPrice = "0.0125" });
        yield return await Compared(product.Http, client, month, "the same with a price that looks at each event", new { type = "percentage", rate = "2.9", fixedPerEvent = "0.01", minPerEvent = "0.02" });
    }

    private async Task<Figure> Compared(HttpClient http, string client, DateTime month, string work, object price)
    {
        var took = new List<double>();
        for (var turn = 0; turn < Math.Min(options.Turns, 3); turn++)
        {
            var begun = Stopwatch.GetTimestamp();
            await http.Send("/api/pricing/what-if", new { from = Day(month), to = Day(month.AddMonths(1).AddDays(-1)), clients = new[] { client }, terms = new { name = "Other", charges = new[] { new { name = "Calls", meter = "calls", price } } } });
            took.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
        return new Figure("asking", work, "s", Score.Of("compared", took)) { Bar = 10 };
    }

    private static async Task Fill(HttpClient http, string client, DateTime month, int batch)
    {
        var body = new StringBuilder("[", Batch * 150);
        for (var i = 0; i < Batch; i++)
        {
            var number = (batch * Batch) + i;
            body.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""{"id":"fill-{{number}}","meter":"calls","subject":"{{client}}","value":{{number % 1000}}.25,"at":"{{month.AddSeconds(number * 2.4):O}}"}""");
        }
        using var content = new StringContent(body.Append(']').ToString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await http.PostAsync(new Uri("/api/usage/events", UriKind.Relative), content);
        var said = await answer.Content.ReadFromJsonAsync<JsonNode>();
        if (!answer.IsSuccessStatusCode || said!["accepted"]!.GetValue<int>() != Batch) throw new InvalidOperationException($"A batch was answered {(int)answer.StatusCode}: {said}");
    }

    private static Task<JsonNode> Use(HttpClient http, string client, string id) => http.Send("/api/usage/events", new { id, meter = "calls", subject = client, value = 1, at = DateTime.UtcNow });

    private static async Task<double> UntilSeen(HttpClient http, string client, int n)
    {
        var address = new Uri($"/api/entitlements/calls?subject={client}", UriKind.Relative);
        async Task<string> Used() => (await http.GetFromJsonAsync<JsonNode>(address))!["used"]!.GetValue<string>();
        var before = await Used();
        var begun = Stopwatch.GetTimestamp();
        await Use(http, client, $"seen-{n}");
        while (await Used() == before)
            if (Stopwatch.GetElapsedTime(begun).TotalSeconds > 10) throw new InvalidOperationException("An event that was taken does not show.");
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static async Task<List<double>> Times(HttpClient http, string path, int times)
    {
        var took = new List<double>();
        for (var n = -20; n < times; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            if (n >= 0) took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds); // the first ones warm up
        }
        return took;
    }

    private static double Slowest(List<double> times) => times.Order().ElementAt((int)(times.Count * 0.99));

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
