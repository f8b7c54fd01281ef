using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>One record to which ten thousand things have happened, and how it stood at any moment of its past.</summary>
internal sealed class Sliding(Scratch scratch, Options options)
{
    private const int Port = 5296;
    private const int Events = 10_000;
    private const int Together = 250;

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var database = await scratch.Create("slider");
        await using var product = await scratch.Serve("slider", Port);
        await Owner.SignIn(product.Http);
        var group = await product.Http.Make("/api/facility-groups", new { name = "Weekly", schedule = new { frequency = "weekly", periodRule = "arrears", dayOfWeek = "friday" } });
        var facility = await product.Http.Make("/api/facilities", new { name = "Meadow", groupId = group });
        var record = await product.Http.Make("/api/billing-records", new { facilityId = facility, from = Samples.Day, through = Samples.Day.AddDays(6) });
        var address = $"/api/history/billing-record/{record}";
        var then = new List<(string At, long Version, string Billed)>();
        for (var made = 1; made < Events; made += Together) then.Add(await Happen(product.Http, address, record, made, Math.Min(Together, Events - made)));
        await Bed.Execute(database, "analyze");

        foreach (var (at, version, billed) in Enumerable.Range(0, 5).Select(moment => then[moment * (then.Count - 1) / 4]))
            if (await product.Http.GetFromJsonAsync<JsonNode>($"{address}?at={Uri.EscapeDataString(at)}") is var past && Stands(past!) != (version, billed)) throw new InvalidOperationException($"At {at} it stood at {Stands(past!)} and not, as was answered then, at {(version, billed)}.");

        var (took, random) = (new List<double>(), new Random(1));
        for (var n = -20; n < 100 * options.Turns; n++)
        {
            var at = random.Next(1, Events + 1).ToString(CultureInfo.InvariantCulture);
            var begun = Stopwatch.GetTimestamp();
            var past = (await product.Http.GetFromJsonAsync<JsonNode>($"{address}?at={at}"))!;
            if (n >= 0) took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds); // the first ones warm up
            if (past["version"]!.ToString() != at) throw new InvalidOperationException($"At version {at} it showed version {past["version"]}.");
        }
        var whole = new List<double>();
        for (var n = 0; n < 20 * options.Turns; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            if (Stands((await product.Http.GetFromJsonAsync<JsonNode>($"{address}?at={Events}"))!) != (then[^1].Version, then[^1].Billed)) throw new InvalidOperationException("It does not stand at last as it was saved at last.");
            whole.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        yield return new Figure("slider", $"one record of {Events:N0} events at any of its versions, the slowest of a hundred", "ms", Score.Of("p99", took.Order().ElementAt((int)(took.Count * 0.99)))) { Beside = [Score.Of("median", took)], Bar = 100 };
        yield return new Figure("slider", "the same at the last of them, for which all are folded", "ms", Score.Of("median", whole)) { Beside = [Score.Of("slowest", whole.Max())], Bar = 100 };
    }

    private static (long Version, string Billed) Stands(JsonNode past) => (past["version"]!.GetValue<long>(), past["then"]!["billed"]!["amount"]!.GetValue<string>());

    /// <summary>So many amounts, one replacing the other, in one commit; when that was, and how the record was answered to stand after it.</summary>
    private static async Task<(string At, long Version, string Billed)> Happen(HttpClient http, string address, string record, int made, int count)
    {
        var saved = await http.Send("/api/billing-records/bulk", new { items = Enumerable.Range(made, count).Select(n => new { id = record, billed = string.Create(CultureInfo.InvariantCulture, $"{n}.25") }) });
        if (saved["accepted"]!.GetValue<int>() != count) throw new InvalidOperationException($"Not every amount was saved: {saved}");
        var row = saved["items"]![count - 1]!["row"]!;
        var newest = (await http.GetFromJsonAsync<JsonNode>($"{address}?limit=1"))!["items"]![0]!;
        if (newest["version"]!.GetValue<long>() != made + count) throw new InvalidOperationException($"After {made + count} events the newest is {newest}.");
        return (newest["at"]!.GetValue<string>(), row["version"]!.GetValue<long>(), row["billed"]!["amount"]!.GetValue<string>());
    }
}
