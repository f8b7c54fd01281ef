using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Billing.EventStore;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>The running product under <c>wrk</c>, beside a bare endpoint on Npgsql that reads or writes the same table; its start and its memory.</summary>
internal sealed class OverHttp(Scratch scratch, Contest contest, Options options)
{
    private const int Port = 5290;
    private const int BarePort = 5291;
    private const int Facilities = 20;
    private const int RecordsEach = 100;

    private Dictionary<string, string> On(string database) => scratch.Settings(database, Port);

    public async IAsyncEnumerable<Figure> Requests()
    {
        if (!Wrk.IsThere)
        {
            Console.WriteLine("No figures over HTTP: wrk is missing (apt-get install wrk, or brew install wrk).");
            yield break;
        }
        await using var database = await scratch.Create("product");
        await using var product = await Product(On("product"));
        await Owner.SignIn(product.Http);
        var token = product.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        var ids = await Seed(product.Http);
        await Bed.Execute(database, "create table bare_notes (id bigint generated always as identity primary key, record uuid not null, note text not null); analyze");
        await using var bare = await StartBare("product");
        Contender[] Pair(string ours, string theirs) =>
        [
            new("ours", () => Wrk.Run(scratch.Folder, Port, options.Seconds, ids, ours, token)),
            new("bare endpoint, one statement", () => Wrk.Run(scratch.Folder, BarePort, options.Seconds, ids, theirs, token)),
        ];

        var one = Pair("wrk.format('GET', '/api/billing-records/' .. id)", "wrk.format('GET', '/one/' .. id)");
        var page = Pair("wrk.format('GET', '/api/billing-records?limit=50')", "wrk.format('GET', '/page')");
        var command = Pair(
            """wrk.format('POST', '/api/billing-records', json, '{"id":"' .. id .. '","note":"Checked ' .. n .. '"}')""",
            """wrk.format('POST', '/note', json, '{"id":"' .. id .. '","text":"Checked ' .. n .. '"}')""");
        foreach (var contender in (Contender[])[.. one, .. page, .. command]) await contender.Turn(); // warms both up

        var scores = await contest.Run(options.Turns, one);
        yield return new Figure("http", "one billing record", "requests/s", scores[0]) { Beside = scores[1..], Bar = 10_000 };
        scores = await contest.Run(options.Turns, page);
        yield return new Figure("http", "a page of 50 billing records with totals", "requests/s", scores[0]) { Beside = scores[1..], Bar = 4_000 };
        scores = await contest.Run(options.Turns, command);
        yield return new Figure("http", "a command: load, decide, append, inline row", "requests/s", scores[0]) { Beside = scores[1..], Bar = 3_000 };
        await Task.Delay(2000);
        yield return new Figure("http", "memory of the product's process after that", "MB", Score.Of("resident", product.ResidentMegabytes)) { Beside = [Score.Of("bare", bare.ResidentMegabytes)] };
    }

    public async IAsyncEnumerable<Figure> Starts()
    {
        await using var database = await scratch.Create("starts");
        var server = On("starts");
        Dictionary<string, string> own = new() { ["Data__Directory"] = Path.Combine(scratch.Folder, "own"), ["PORT"] = server["PORT"] };
        foreach (var settings in new[] { server, own }) await (await Product(settings)).DisposeAsync(); // makes the database
        var scores = await contest.Run(options.Turns,
        [
            new("on a running server", () => Start(() => Product(server))),
            new("with its own Postgres to start first", () => Start(() => Product(own))),
            new("bare endpoint", () => Start(() => StartBare("starts"))),
        ]);
        yield return new Figure("start", "from the start of the process to the first answer with a query, existing database", "ms", scores[0]) { Beside = scores[1..], Bar = 1_000 };
        await using var idle = await Product(own);
        await Task.Delay(3000);
        yield return new Figure("start", "memory of the product's process, idle after its start", "MB", Score.Of("resident", idle.ResidentMegabytes)) { Bar = 160 };
    }

    private static Task<Served> Product(Dictionary<string, string> settings) => Served.Start(Repository.Host, ["serve"], Port, Scratch.First, settings);

    private Task<Served> StartBare(string database) =>
        Served.Start(typeof(Bare).Assembly.Location, ["bare", BarePort.ToString(CultureInfo.InvariantCulture), scratch.Server.ConnectionTo(database)], BarePort, "/page", new Dictionary<string, string>());

    private static async Task<double> Start(Func<Task<Served>> start)
    {
        await using var served = await start();
        return served.UntilFirstAnswer.TotalMilliseconds;
    }

    /// <summary>One group, its facilities, a hundred weeks of records each.</summary>
    private static async Task<List<Guid>> Seed(HttpClient http)
    {
        var group = await Post(http, "/api/facility-groups", new { name = "Weekly", schedule = new { frequency = "weekly", periodRule = "arrears", dayOfWeek = "friday" } });
        var ids = new List<Guid>();
        for (var f = 0; f < Facilities; f++)
        {
            var facility = await Post(http, "/api/facilities", new { name = $"Facility {f}", groupId = group.GetProperty("id").GetGuid() });
            var items = Enumerable.Range(0, RecordsEach).Select(week => new { facilityId = facility.GetProperty("id").GetGuid(), from = Samples.Day.AddDays(-7 * week), through = Samples.Day.AddDays((-7 * week) + 6), billed = "1234.56", note = "Checked" });
            var saved = await Post(http, "/api/billing-records/bulk", new { items });
            ids.AddRange(saved.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("row").GetProperty("id").GetGuid()));
        }
        return ids;
    }

    private static async Task<JsonElement> Post(HttpClient http, string address, object body)
    {
        using var answer = await http.PostAsJsonAsync(address, body);
        var said = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(said) : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}: {said}");
    }
}
