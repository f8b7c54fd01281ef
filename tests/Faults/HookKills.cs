using System.Globalization;
using System.Text.Json;
using Billing.Testing;

namespace Billing.Faults;

/// <summary>The product is killed while clerks work and twenty addresses are told of it: those that are well hear of every event, of nothing that was rolled back, and twice only under the old id; those that take everything at once hear in the order of the log.</summary>
internal sealed class HookKills(Options options)
{
    private static readonly Manner[] Manners =
    [
        .. Enumerable.Repeat(Manner.Takes, 12), .. Enumerable.Repeat(Manner.Stumbles, 3), Manner.Hangs, Manner.Hangs, Manner.GoesOn, Manner.Resets, Manner.Fails,
    ];

    /// <summary>What stumbled comes again after five seconds, what a dead node was at when its lock is free.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task Run(Trial trial)
    {
        var random = new Random(options.Seed + 9);
        await using var listeners = await Listeners.Start(Manners);
        await using var site = await Site.Open(options.Port);
        var (office, inspection) = (new Office(site, trial, random), new Inspection(site, trial));
        foreach (var one in listeners.All) await Insistent.Post(site, trial, "/api/webhook-endpoints", new { name = one.Address, url = one.Address });
        var types = JsonElement.Parse(await site.Http.GetStringAsync(new Uri("/api/event-types", UriKind.Relative))).GetProperty("items").EnumerateArray().Select(type => $"'{type.GetProperty("type").GetString()}'");
        var announced = $"from mt_events where type in ({string.Join(", ", types)})";
        var before = (long)(await site.Ask("select max(seq_id) from mt_events"))!;

        await office.During(async () =>
        {
            for (var kill = 0; kill < options.Kills; kill++)
            {
                var billing = Bill(site, trial, kill);
                await Task.Delay(random.Next(300, 1_500));
                await site.Kill();
                trial.Faults++;
                await site.Start();
                trial.Recovered(site.Product.UntilFirstAnswer);
                await billing;
            }
        });

        var log = await Ids(site, $"{announced} and seq_id > {before}");
        var known = (await Ids(site, announced)).ToHashSet();
        var well = listeners.All.Where(one => one.Manner is Manner.Takes or Manner.Stumbles).ToList();
        foreach (var one in well) await Hears(one, log, trial);
        foreach (var one in listeners.All) Judge(one, log, known, trial);
        foreach (var said in listeners.All.SelectMany(one => one.All).GroupBy(heard => heard.Id).Where(heard => heard.DistinctBy(one => one.Body).Count() > 1)) trial.Lose($"{said.Key} was told in different words");
        if (listeners.All.Any(one => one.All.Count == 0)) trial.Lose("an address was never told of anything, not even in vain");
        await inspection.Run();
        await inspection.Commands();
    }

    /// <summary>Two hundred weeks of a facility of their own at once, beside what the clerks do: two announced events each.</summary>
    private static async Task Bill(Site site, Trial trial, int round)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"All at once {round}");
        var facility = (await Insistent.Post(site, trial, "/api/facilities", new { name, groupId = site.Group })).GetProperty("id").GetGuid();
        site.Ledger.Facilities[facility] = name;
        var items = Enumerable.Range(0, 200).Select(week => (From: new DateOnly(2024, 1, 1).AddDays(7 * week), Billed: string.Create(CultureInfo.InvariantCulture, $"{week + 1}.25"), Note: string.Create(CultureInfo.InvariantCulture, $"{name}, {week}"))).ToList();
        var saved = await Insistent.Post(site, trial, "/api/billing-records/bulk", new { items = items.Select(item => new { facilityId = facility, item.From, through = item.From.AddDays(6), item.Billed, item.Note }) });
        foreach (var (item, row) in items.Zip(saved.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("row"))))
            site.Ledger.Records[row.GetProperty("id").GetGuid()] = new Entry(row.GetProperty("id").GetGuid(), facility, item.From, row.GetProperty("version").GetInt64(), item.Billed, item.Note);
    }

    private static async Task<List<string>> Ids(Site site, string which) =>
        [.. ((string)(await site.Ask($"select string_agg('evt_' || replace(id::text, '-', ''), ' ' order by seq_id) {which}"))!).Split(' ')];

    /// <summary>Waits until it took every event of the log.</summary>
    private static async Task Hears(Listener one, List<string> log, Trial trial)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(100))
        {
            var taken = one.All.Where(heard => heard.IsTaken).Select(heard => heard.Id).ToHashSet();
            if (log.TrueForAll(taken.Contains)) return;
            if (TimeProvider.System.GetElapsedTime(since) < Patience) continue;
            trial.Lose(string.Create(CultureInfo.InvariantCulture, $"{one.Address}, which {one.Manner}, did not take {log.Count(id => !taken.Contains(id))} of {log.Count} events, first {log.First(id => !taken.Contains(id))}"));
            return;
        }
    }

    private static void Judge(Listener one, List<string> log, HashSet<string> known, Trial trial)
    {
        foreach (var heard in one.All)
        {
            if (!known.Contains(heard.Id)) trial.Lose($"{one.Address} heard of {heard.Id}, which is not in the log");
            if (heard.Id != heard.Event) trial.Lose($"{one.Address} heard of {heard.Event} under the id {heard.Id}");
        }
        var wanted = log.ToHashSet();
        var first = one.All.Select(heard => heard.Id).Distinct().Where(wanted.Contains);
        if (one.Manner == Manner.Takes && !first.SequenceEqual(log)) trial.Lose($"{one.Address} did not hear of the events in the order of the log");
    }
}
