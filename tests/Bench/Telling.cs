using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>Stripe's events over HTTP: signature judged, kept in the inbox and durable before the answer, handled behind it.</summary>
internal sealed class Telling(Scratch scratch, Options options)
{
    private const int Port = 5298;
    private const int Lines = 16;
    private const string Secret = "whsec_of_the_bench";

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var database = await scratch.Create("telling");
        await using var product = await Served.Start(Repository.Host, ["serve"], Port, Scratch.First, new Dictionary<string, string>(scratch.Settings("telling", Port)) { ["Logging__LogLevel__Default"] = "Error", ["Stripe__WebhookSecret"] = Secret });
        await Owner.SignIn(product.Http);
        var (rates, slowest, all) = (new List<double>(), new List<double>(), (await Tell(product.Http, 1)).Told);
        for (var turn = 0; turn < options.Turns; turn++)
        {
            var (rate, slow, told) = await Tell(product.Http, options.Seconds);
            rates.Add(rate);
            slowest.Add(slow);
            all += told;
        }
        if (await Bed.Ask<long>(database, "select count(*) from stripe_inbox") is var kept && kept != all) throw new InvalidOperationException($"{all} events were acknowledged, and {kept} are kept.");
        yield return new Figure("telling", $"events of Stripe over {Lines} lines, each kept before it is answered", "events/s", Score.Of("told", rates)) { Bar = 500 };
        yield return new Figure("telling", "time to the answer, the slowest of a hundred", "ms", Score.Of("p99", slowest)) { Bar = 1_000 };
    }

    /// <summary>Events per second, the 99th percentile of the time to an answer in ms, and how many there were.</summary>
    private static async Task<(double Rate, double Slowest, int Told)> Tell(HttpClient http, int seconds)
    {
        var run = Guid.NewGuid().ToString("N")[..12];
        var begun = Stopwatch.GetTimestamp();
        var times = (await Task.WhenAll(Enumerable.Range(0, Lines).Select(line => Task.Run(async () =>
        {
            var took = new List<double>();
            for (var n = 0; Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds; n++)
            {
                using var request = Signed($"evt_{run}_{line}_{n}", $"ch_{run}_{line}_{n}");
                var sent = Stopwatch.GetTimestamp();
                using var answer = await http.SendAsync(request);
                if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"An event was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                took.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
            return took;
        })))).SelectMany(t => t).Order().ToList();
        return (times.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds, times[(int)(times.Count * 0.99)], times.Count);
    }

    private static HttpRequestMessage Signed(string id, string charge)
    {
        var at = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = $$"""{"id":"{{id}}","object":"event","api_version":"2025-08-27.basil","created":{{at}},"livemode":false,"type":"charge.succeeded","data":{"object":{"id":"{{charge}}","object":"charge","amount":2900,"amount_refunded":0,"currency":"usd","customer":"cus_1","status":"succeeded","created":{{at}}}}}""";
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{at}.{body}")));
        return new HttpRequestMessage(HttpMethod.Post, new Uri("/api/webhooks/stripe", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json"), Headers = { { "Stripe-Signature", $"t={at},v1={signature}" } } };
    }
}
