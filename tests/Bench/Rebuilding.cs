using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>Every projection of the product made anew over a million events while commands go on, and what those notice of it.</summary>
internal sealed class Rebuilding(Scratch scratch, Options options)
{
    private const int Port = 5295;
    private const int Weeks = 200;
    private const int Amounts = 98; // with its start and its first amount a record has a hundred events
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Amounts that replace each other in each record, as the product writes them.</summary>
    private const string Grow = """
        set session_replication_role = replica; -- skips the foreign key, for speed
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers)
        select nextval('mt_events_sequence'), gen_random_uuid(), e.stream_id, e.version + n, jsonb_set(e.data, '{amount,amount}', to_jsonb(n || '.25')), e.type, e.timestamp, e.tenant_id, e.mt_dotnet_type, e.headers
        from generate_series($first, $last) n, mt_events e where e.type = 'facilities.facility_billed' and e.version = 2 order by n, e.seq_id
        """;

    private const string Grown = """
        set session_replication_role = replica;
        update mt_streams s set version = (select max(version) from mt_events e where e.tenant_id = s.tenant_id and e.stream_id = s.id) where s.type = 'facilities.billing_record';
        analyze
        """;

    public async IAsyncEnumerable<Figure> Run()
    {
        var records = options.Turns > 2 ? 10_000 : 1_000;
        await using var database = await scratch.Create("rebuilding");
        var settings = new Dictionary<string, string>(scratch.Settings("rebuilding", Port)) { ["Logging__LogLevel__Default"] = "Error" }; // one key for all
        Task<Served> Serve() => Served.Start(Repository.Host, ["serve"], Port, Scratch.First, settings);
        var ids = new List<string>();
        await using (var before = await Serve())
        {
            await Owner.SignIn(before.Http);
            await Fill(before.Http, records, ids);
        }
        for (var first = 1; first < Amounts; first += 14)
            await Bed.Execute(database, Grow.Replace("$first", $"{first}", StringComparison.Ordinal).Replace("$last", $"{first + 13}", StringComparison.Ordinal));
        await Bed.Execute(database, Grown);
        await Replay(settings, "--all"); // the rows of what came past the product
        var events = await Bed.Ask<long>(database, "select count(*) from mt_events");

        await using var product = await Serve();
        await Owner.SignIn(product.Http);
        await CaughtUp(product.Http);
        using (var warm = new CancellationTokenSource(TimeSpan.FromSeconds(5 * options.Seconds))) await Command(product.Http, ids, warm.Token);
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(10 * options.Seconds));
        var alone = await Command(product.Http, ids, enough.Token);
        using var over = new CancellationTokenSource();
        var going = Command(product.Http, ids, over.Token);
        var begun = Stopwatch.GetTimestamp();
        await Replay(settings, "--all");
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await over.CancelAsync();
        var beside = await going;
        await CaughtUp(product.Http);
        await Replay(settings, "--all", "--compare"); // each row byte by byte, or it does not end well
        yield return new Figure("replaying-live", $"50 commands a second before every projection is made anew over {events:N0} events, the slowest of a hundred", "ms", Score.Of("before", Slowest(alone))) { Beside = [Score.Of("while they are", Slowest(beside))], RatioBar = 0.5 };
        yield return new Figure("replaying-live", "until all of them were", "s", Score.Of("rebuilt", took)) { Beside = [Score.Of("median of a command meanwhile, ms", beside)] };
    }

    private static double Slowest(List<double> times) => times.Order().ElementAt((int)(times.Count * 0.99));

    private static async Task Fill(HttpClient http, int records, List<string> ids)
    {
        var group = await http.Make("/api/facility-groups", new { name = "Weekly", schedule = new { frequency = "weekly", periodRule = "arrears", dayOfWeek = "friday" } });
        for (var facility = 0; facility < records / Weeks; facility++)
        {
            var id = await http.Make("/api/facilities", new { name = $"Facility {facility}", groupId = group });
            var items = Enumerable.Range(0, Weeks).Select(week => Samples.Day.AddDays(-7 * week)).Select(from => new { facilityId = id, from, through = from.AddDays(6), billed = "100.00" });
            var saved = await http.Send("/api/billing-records/bulk", new { items });
            if (saved["accepted"]!.GetValue<int>() != Weeks) throw new InvalidOperationException($"Not all records began: {saved}");
            ids.AddRange(saved["items"]!.AsArray().Select(one => one!["row"]!["id"]!.GetValue<string>()));
        }
    }

    /// <summary>Fifty amounts a second until it is enough; milliseconds from when each was due until it was answered.</summary>
    private static async Task<List<double>> Command(HttpClient http, List<string> ids, CancellationToken enough)
    {
        var (begun, times, going) = (Stopwatch.GetTimestamp(), new ConcurrentBag<double>(), new List<Task>());
        async Task One(int n)
        {
            await http.Send("/api/billing-records", new { id = ids[n * 7 % ids.Count], billed = string.Create(CultureInfo.InvariantCulture, $"{n % 1_000_000}.75") });
            times.Add((Stopwatch.GetElapsedTime(begun) - (Every * n)).TotalMilliseconds);
        }
        for (var n = 0; !enough.IsCancellationRequested; n++)
        {
            if ((Every * n) - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } early) await Task.Delay(early, CancellationToken.None);
            going.Add(One(n));
        }
        await Task.WhenAll(going);
        return [.. times];
    }

    /// <summary>Waits until everything that reads the log has reached its end.</summary>
    private static async Task CaughtUp(HttpClient http)
    {
        for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(50))
        {
            var parts = (await http.GetFromJsonAsync<JsonNode>("/health"))!["parts"]!.AsArray();
            if (!parts.Any(part => part!["lag"] is JsonValue lag && lag.GetValue<long>() > 0)) return;
            if (Stopwatch.GetElapsedTime(since) > Longest) throw new InvalidOperationException($"What reads the log did not reach its end: {parts.ToJsonString()}");
        }
    }

    private static async Task Replay(Dictionary<string, string> settings, params string[] words)
    {
        var (exit, said) = await Served.Run(Repository.Host, ["replay", .. words], settings, Longest);
        if (exit != 0) throw new InvalidOperationException($"replay {string.Join(' ', words)} ended with {exit}: {said}");
    }
}
