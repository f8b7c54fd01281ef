using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace Billing.Faults;

/// <summary>Product and Postgres are killed by turns while usage comes in: what was acknowledged is there exactly once, and the hours say what the events say.</summary>
internal sealed class UsageKills(Options options)
{
    private const int Senders = 6;
    private const int Size = 100;

    public async Task Run(Trial trial)
    {
        var random = new Random(options.Seed + 4);
        await using var site = await Site.Open(options.Port);
        using (var defined = await site.Http.PostAsJsonAsync("/api/meters", new { code = "calls", name = "Calls", rule = new { aggregation = "sum" } })) defined.EnsureSuccessStatusCode();
        using var over = new CancellationTokenSource();
        long acknowledged = 0;
        var sending = Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var batch = 0; !over.IsCancellationRequested; batch++)
            {
                var events = Enumerable.Range(0, Size).Select(i => new { id = $"{sender}-{batch}-{i}", meter = "calls", subject = $"client-{i % 10}", value = 1 }).ToList();
                await Send(site, trial, events);
                Interlocked.Add(ref acknowledged, Size);
                // Some come again, as from a sender that did not hear the answer.
                if (batch % 5 == 0) await Send(site, trial, events);
            }
        })).ToList();
        for (var kill = 0; kill < 2 * options.Share(25); kill++)
        {
            await Task.Delay(random.Next(100, 700));
            var since = Stopwatch.GetTimestamp();
            if (kill % 2 == 0)
            {
                await site.Kill();
                await site.Start();
            }
            else await site.KillServer();
            trial.Faults++;
            trial.Recovered(Stopwatch.GetElapsedTime(since));
        }
        await over.CancelAsync();
        await Task.WhenAll(sending);
        foreach (var (question, what) in ((string, string)[])[("select count(*) from usage_events", "events"), ("select count(*) from usage_keys", "keys"), ("select sum(sum)::bigint from usage_hours", "counted in the hours")])
            if (await site.Ask(question) is var found && found is not long number || number != acknowledged) trial.Lose(string.Create(CultureInfo.InvariantCulture, $"{found} {what} instead of the {acknowledged} that were acknowledged"));
        await new Inspection(site, trial).Commands(); // verify holds the hours against the events
    }

    /// <summary>Sends until it is acknowledged; each event counts once, however often that takes.</summary>
    private static async Task Send(Site site, Trial trial, object events)
    {
        var taken = await Insistent.Post(site, trial, "/api/usage/events", events, once: false);
        if (taken.GetProperty("accepted").GetInt64() + taken.GetProperty("duplicates").GetInt64() != Size) trial.Lose($"of {Size} events became {taken}");
    }
}
