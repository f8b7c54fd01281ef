using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>
/// Groq's metrics of an organisation on the Enterprise plan: how many tokens went by in a second, averaged over five minutes, by model and project. Tokens are those rates
/// times their five minutes, so they are an estimate, and so is what the price book makes of them. What came from a cache is not told apart.
/// </summary>
internal sealed class GroqReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private const int Step = 300;

    private static readonly AiReport Metrics = new("metrics", 1, 7) { Estimated = AiEstimate.Tokens };

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Metrics];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop) => (await Ask(to, "/labels", stop)).List("data");

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var (input, output, requests) = (await Sums(to, "model_project_id:tokens_in:rate5m", window, stop), await Sums(to, "model_project_id:tokens_out:rate5m", window, stop), await Sums(to, "model_project_id_status_code:requests:rate5m", window, stop));
        var used = input.Keys.Union(output.Keys).Where(one => Whole(input, one) + Whole(output, one) > 0).ToLookup(one => one.Day);
        List<AiBucket> days = [];
        for (var day = window.From; day < window.Until; day = day.AddDays(1))
            days.Add(AiBucket.Day(day, [.. used[day].OrderBy(one => one.Model, StringComparer.Ordinal).ThenBy(one => one.Project, StringComparer.Ordinal)
                .Select(one => AiRecord.Usage(new(one.Model, one.Project), new TokenKinds(Input: Whole(input, one), Output: Whole(output, one)), requests.ContainsKey(one) ? Whole(requests, one) : null))]));
        return new AiPage(days, null);
    }

    /// <summary>Rates times their time, by day, model and project. A rate is that of the five minutes before its moment.</summary>
    private async Task<Dictionary<(DateOnly Day, string? Model, string? Project), decimal>> Sums(AiConnection to, string series, AiWindow window, CancellationToken stop)
    {
        var told = await Ask(to, string.Create(CultureInfo.InvariantCulture, $"/query_range?query={Uri.EscapeDataString(series)}&start={window.Begins.ToUnixTimeSeconds() + Step}&end={window.Ends.ToUnixTimeSeconds()}&step={Step}"), stop);
        var sums = new Dictionary<(DateOnly, string?, string?), decimal>();
        foreach (var line in told.Part("data").List("result"))
        {
            var of = line.Part("metric");
            if (of.Text("status_code") is { } status && !status.StartsWith('2')) continue; // what was turned away used nothing
            foreach (var point in line.List("values"))
            {
                if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() != 2 || point[0].Exact() is not { } at || point[1].Exact() is not { } rate || rate < 0) throw new AiReadStopped(AiTrouble.IncompleteRead, $"A rate of {series} is none.");
                var day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)at - 1).UtcDateTime);
                if (day < window.From || day >= window.Until) continue;
                var one = (day, of.Text("model"), of.Text("project_id"));
                sums[one] = sums.GetValueOrDefault(one) + (rate * Step);
            }
        }
        return sums;
    }

    private async Task<JsonElement> Ask(AiConnection to, string path, CancellationToken stop)
    {
        var told = await calls.Get(to.At($"/v1/metrics/prometheus/api/v1{path}"), headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key), stop);
        return told.Text("status") == "success" && !told.Flag("isPartial") ? told : throw new AiReadStopped(AiTrouble.IncompleteRead, "The provider's metrics are not whole.");
    }

    private static long Whole<T>(Dictionary<T, decimal> sums, T one) where T : notnull => (long)decimal.Round(sums.GetValueOrDefault(one), MidpointRounding.AwayFromZero);
}
