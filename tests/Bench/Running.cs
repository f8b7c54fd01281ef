using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>A billing run over the product as it is served: clients with five charges each become drafts, the drafts are approved, invoices come out.</summary>
internal sealed class Running(Scratch scratch, Options options)
{
    private const int Port = 5294;
    private const int Charges = 5;

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var database = await scratch.Create("runs");
        await using var product = await scratch.Serve("runs", Port);
        await Owner.SignIn(product.Http);
        var clients = new string[options.Turns > 2 ? 1_000 : 400];
        await Each(clients.Length, async n => clients[n] = await product.Http.Make("/api/clients", new { name = $"Client {n:0000}", emails = new[] { $"bills{n}@example.test" } }));
        var (drafted, issued, all) = (new List<double>(), new List<double>(), new List<double>());
        for (var turn = 0; turn < Math.Min(options.Turns, 3); turn++)
        {
            var first = new DateOnly(2030, 1, 1).AddMonths(turn);
            await Each(clients.Length * Charges, n => product.Http.Make("/api/charges", new { clientId = clients[n / Charges], description = $"Visit {n % Charges}", unitPrice = "12.34", quantity = "1.5" }));
            var begun = Stopwatch.GetTimestamp();
            var run = await product.Http.Make("/api/billing-runs", new { period = new { from = first, through = first.AddMonths(1).AddDays(-1) } });
            var drafting = await Reached(product.Http, "toApprove", clients.Length, begun);
            var approved = Stopwatch.GetTimestamp();
            await product.Http.Send($"/api/billing-runs/{run}/approve", new { });
            var issuing = await Reached(product.Http, "done", clients.Length, approved);
            drafted.Add(clients.Length / drafting);
            issued.Add(clients.Length / issuing);
            all.Add(clients.Length / (drafting + issuing));
        }
        yield return new Figure("runs", $"{clients.Length:N0} clients × {Charges} charges: drafts made", "drafts/s", Score.Of("drafted", drafted));
        yield return new Figure("runs", $"{clients.Length:N0} drafts of {Charges} lines approved: invoices issued", "invoices/s", Score.Of("issued", issued)) { Bar = 200 };
        yield return new Figure("runs", "from open charges to issued invoices", "invoices/s", Score.Of("both", all));
    }

    /// <summary>Seconds until the latest run is so far with so many.</summary>
    private static async Task<double> Reached(HttpClient http, string state, int clients, long since)
    {
        for (; ; await Task.Delay(20))
        {
            var latest = (await http.GetFromJsonAsync<JsonNode>(new Uri("/api/billing-runs?limit=1", UriKind.Relative)))!["items"]![0]!;
            var took = Stopwatch.GetElapsedTime(since).TotalSeconds;
            if (latest["state"]!.GetValue<string>() == state)
                return latest["counts"]![state == "done" ? "issued" : "drafted"]!.GetValue<int>() == clients ? took : throw new InvalidOperationException($"The run is {state}, but not for everybody: {latest}");
            if (took > 120) throw new InvalidOperationException($"The run was not {state} in two minutes: {latest}");
        }
    }

    private static Task Each(int count, Func<int, Task> what) => Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) => await what(n));
}
