using System.Diagnostics;
using System.Net.Http.Json;
using Billing.EventStore;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>Twenty addresses are told of each event: as fast as fifteen take it, those alone and beside five that are ill, and then at half that pace.</summary>
internal sealed class Hooking(Scratch scratch, Options options)
{
    private const int Port = 5299;
    private const int Well = 15;
    private const int Weeks = 200;
    private const string Happens = "facilities.billing_record_started";
    private static readonly Manner[] Ill = [Manner.Hangs, Manner.Hangs, Manner.GoesOn, Manner.Resets, Manner.Fails];
    private int _made;
    private string _facility = "";

    public async IAsyncEnumerable<Figure> Run()
    {
        var (burst, steady) = options.Turns > 2 ? (2_000, 10_000) : (400, 1_000);
        await using var database = await scratch.Create("hooks");
        await using var listeners = await Listeners.Start([.. Enumerable.Repeat(Manner.Takes, Well), .. Ill]);
        await using var product = await Served.Start(Repository.Host, ["serve"], Port, Scratch.First, new Dictionary<string, string>(scratch.Settings("hooks", Port)) { ["Logging__LogLevel__Default"] = "Error", ["Egress__AllowedNetworks"] = "127.0.0.0/8" });
        await Owner.SignIn(product.Http);
        var (well, ill) = (listeners.All.Take(Well).ToList(), listeners.All.Skip(Well).ToList());
        var group = await product.Http.Make("/api/facility-groups", new { name = "Weekly", schedule = new { frequency = "weekly", periodRule = "arrears", dayOfWeek = "friday" } });
        var ids = new Dictionary<Listener, string>();
        foreach (var one in listeners.All) ids.Add(one, (await product.Http.Send("/api/webhook-endpoints", new { name = one.Address, url = one.Address, filters = new[] { Happens } }))["endpoint"]!["id"]!.GetValue<string>());

        async Task<double> Deliver(int count, int together, TimeSpan every, bool besideIll)
        {
            foreach (var one in ill) await Switch(product.Http, ids[one], one, besideIll);
            var begun = Stopwatch.GetTimestamp();
            for (var n = 0; n < count; n += together)
            {
                if ((every * (n / together)) - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } early) await Task.Delay(early);
                await Happen(product.Http, group, together);
            }
            await Heard(well);
            return count * Well / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }

        await Deliver(200, 100, TimeSpan.Zero, besideIll: true); // warms up
        var (before, most) = (product.ResidentMegabytes, 0.0);
        using var over = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            for (; !over.IsCancellationRequested; await Task.Delay(100)) most = Math.Max(most, product.ResidentMegabytes);
        });
        var scores = await new Contest(() => false).Run(Math.Min(options.Turns, 3),
        [
            new("beside the ill", () => Deliver(burst, 100, TimeSpan.Zero, besideIll: true)),
            new("alone", () => Deliver(burst, 100, TimeSpan.Zero, besideIll: false)),
        ]);
        yield return new Figure("hooks", $"{Well} addresses told as fast as they take it, beside two that hang, one whose answer never ends, one that resets and one that answers 500", "deliveries/s", scores[0]) { Beside = scores[1..], RatioBar = 0.95 };

        var (pace, first) = (scores[1].Median / Well / 2, _made);
        await Deliver(steady, 10, TimeSpan.FromSeconds(10 / pace), besideIll: true);
        await over.CancelAsync();
        await watching;
        var late = well.SelectMany(one => one.All.Skip(first)).Select(heard => heard.Late.TotalMilliseconds).Order().ToList();
        await Check(database, well, ill);
        yield return new Figure("hooks", $"{steady:N0} events at half that pace, beside the ill: from when one is recorded until it arrives, the slowest of a hundred", "ms", Score.Of("p99", late[(int)(late.Count * 0.99)])) { Beside = [Score.Of("median", late[late.Count / 2])], Bar = 2_000 };
        yield return new Figure("hooks", $"memory that the product's process took on meanwhile, at most", "MB", Score.Of("grown", Math.Max(0, most - before))) { Beside = [Score.Of("before", before)], Bar = 100 };
    }

    private static async Task Switch(HttpClient http, string id, Listener one, bool active)
    {
        using var answer = await http.PutAsJsonAsync(new Uri($"/api/webhook-endpoints/{id}", UriKind.Relative), new { name = one.Address, url = one.Address, filters = new[] { Happens }, active });
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"An address was not switched: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>So many billing records begin, in one commit.</summary>
    private async Task Happen(HttpClient http, string group, int count)
    {
        if (_made % Weeks == 0) _facility = await http.Make("/api/facilities", new { name = $"Facility {_made / Weeks}", groupId = group });
        var items = Enumerable.Range(_made % Weeks, count).Select(week => Samples.Day.AddDays(-7 * week)).Select(from => new { facilityId = _facility, from, through = from.AddDays(6) });
        var saved = await http.Send("/api/billing-records/bulk", new { items });
        if (saved["accepted"]!.GetValue<int>() != count) throw new InvalidOperationException($"Not all records began: {saved}");
        _made += count;
    }

    /// <summary>Waits until all of them took all that happened.</summary>
    private async Task Heard(List<Listener> well)
    {
        for (var (seen, moved) = (0, Stopwatch.GetTimestamp()); ; await Task.Delay(5))
        {
            var least = well.Min(one => one.Taken);
            if (least >= _made) return;
            if (least > seen) (seen, moved) = (least, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(moved).TotalSeconds > 60) throw new InvalidOperationException($"An address that takes everything has heard of {least} events of {_made}, and of none since a minute.");
        }
    }

    /// <summary>Every event in the order of the log for those that are well, and for nobody anything that is not in the log.</summary>
    private static async Task Check(Database database, List<Listener> well, List<Listener> ill)
    {
        var log = (await Bed.Ask<string>(database, $"select string_agg('evt_' || replace(id::text, '-', ''), ' ' order by seq_id) from mt_events where type = '{Happens}'")).Split(' ');
        foreach (var one in well)
            if (!one.All.Select(heard => heard.Id).Distinct().SequenceEqual(log)) throw new InvalidOperationException($"{one.Address} did not hear of every event in the order of the log.");
        var known = log.ToHashSet();
        foreach (var one in ill)
            if (one.All.FirstOrDefault(heard => !known.Contains(heard.Id)) is { } never) throw new InvalidOperationException($"{one.Address} heard of {never.Id}, which is not in the log.");
    }
}
