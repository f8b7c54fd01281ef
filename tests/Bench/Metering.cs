using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Billing.EventStore;
using Billing.Testing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Bench;

/// <summary>
/// Usage through HTTP: durable before the answer, de-duplicated, hours kept, the clients on the same cores. Beside it the database alone: binary COPY into a temporary
/// table and an insert with the key, two writers, no hours.
/// </summary>
internal sealed class Metering(Scratch scratch, Options options)
{
    private const int Port = 5296;
    private const int Clients = 8;
    private const int Millions = 20;

    /// <summary>A million events as the intake writes them, spread over the month and 50 subjects.</summary>
    private const string Million = """
        with made as (
            select n, gen_random_uuid() as key, date_trunc('month', now(), 'UTC') + n % 2400 * interval '1 second' as at, s.ids[1 + n % 50] as subject
            from generate_series(1, 1000000) n, (select array_agg(id) as ids from usage_subjects) s),
        keys as (insert into usage_keys select t.no, key, n, at from made, usage_tenants t)
        insert into usage_events (at, taken_at, tenant_no, counted, meter_id, subject_id, key, value, id, dims)
        select at, now(), t.no, true, m.id, subject, key, n % 100 + 0.5, 'grown-$million-' || n, '[]' from made, usage_tenants t, usage_meters m
        """;

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var database = await scratch.Create("metering");
        await using var product = await scratch.Serve("metering", Port);
        await Owner.SignIn(product.Http);
        await product.Http.Send("/api/meters", new { code = "calls", name = "Calls", rule = new { aggregation = "sum" } });

        await Take(product.Http, Clients, 100, "warm", 1);
        var (hundreds, slow) = await Turns(() => Take(product.Http, Clients, 100, Guid.NewGuid().ToString("N")[..8], options.Seconds));
        var (thousands, _) = await Turns(() => Take(product.Http, Clients, 1_000, Guid.NewGuid().ToString("N")[..8], options.Seconds));
        var again = Guid.NewGuid().ToString("N")[..8];
        await Take(product.Http, Clients, 1_000, again, 120, most: 5);
        var (twice, _) = await Turns(() => Take(product.Http, Clients, 1_000, again, options.Seconds, most: 5, forever: true));
        var alone = new List<double>();
        for (var turn = 0; turn < options.Turns; turn++) alone.Add(await Alone(database, options.Seconds));

        var beside = Score.Of("database alone", alone);
        yield return new Figure("metering", $"usage events in batches of 100 from {Clients} clients", "events/s", Score.Of("taken", hundreds)) { Beside = [beside], Bar = 30_000 };
        yield return new Figure("metering", "time to the answer of such a batch, the slowest of a hundred", "ms", Score.Of("p99", slow)) { Bar = 150 };
        yield return new Figure("metering", $"usage events in batches of 1,000 from {Clients} clients", "events/s", Score.Of("taken", thousands)) { Beside = [beside], Bar = 60_000 };
        yield return new Figure("metering", "the same events again: all duplicates", "events/s", Score.Of("seen", twice)) { Bar = 80_000 };
        yield return new Figure("metering", "memory of the product's process after that", "MB", Score.Of("resident", product.ResidentMegabytes));
    }

    /// <summary>The rate after twenty million rows beside the rate on an empty table: the same client, the same meter, the same month.</summary>
    public async IAsyncEnumerable<Figure> Grown()
    {
        await using var database = await scratch.Create("grown");
        await using var product = await scratch.Serve("grown", Port);
        await Owner.SignIn(product.Http);
        await product.Http.Send("/api/meters", new { code = "calls", name = "Calls", rule = new { aggregation = "sum" } });
        Task<(List<double> Rates, List<double> Slowest)> Now() => Turns(() => Take(product.Http, Clients, 1_000, Guid.NewGuid().ToString("N")[..8], options.Seconds));
        await Take(product.Http, Clients, 1_000, "warm", options.Seconds);
        var (empty, _) = await Now();
        for (var million = 0; million < Millions; million++) await Bed.Execute(database, Million.Replace("$million", million.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await Bed.Execute(database, "analyze usage_events, usage_keys, usage_hours");
        await Take(product.Http, Clients, 1_000, "again", options.Seconds);
        var (full, _) = await Now();
        yield return new Figure("grown", $"usage events in batches of 1,000 from {Clients} clients, after {Millions} million rows", "events/s", Score.Of("full", full)) { Beside = [Score.Of("the same at the start", empty)], RatioBar = 0.8 };
    }

    private async Task<(List<double> Rates, List<double> Slowest)> Turns(Func<Task<(double Rate, double Slowest)>> turn)
    {
        var (rates, slowest) = (new List<double>(), new List<double>());
        for (var n = 0; n < options.Turns; n++)
        {
            var (rate, slow) = await turn();
            rates.Add(rate);
            slowest.Add(slow);
        }
        return (rates, slowest);
    }

    /// <summary>Clients that send batch after batch; answers events per second and the 99th percentile of the time to an answer in ms.</summary>
    /// <param name="most">Batches of each client, after which it ends or, <paramref name="forever"/>, begins again.</param>
    private static async Task<(double Rate, double Slowest)> Take(HttpClient http, int clients, int size, string run, int seconds, int most = int.MaxValue, bool forever = false)
    {
        var begun = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var took = new List<double>();
            for (var batch = 0; (forever || batch < most) && Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds; batch++)
            {
                using var content = new ByteArrayContent(Batch(run, client, batch % most, size));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                var sent = Stopwatch.GetTimestamp();
                using var answer = await http.PostAsync(new Uri("/api/usage/events", UriKind.Relative), content);
                var said = await answer.Content.ReadFromJsonAsync<JsonNode>();
                if (!answer.IsSuccessStatusCode || said![forever ? "duplicates" : "accepted"]!.GetValue<int>() != size) throw new InvalidOperationException($"A batch was answered {(int)answer.StatusCode}: {said}");
                took.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
            return took;
        })));
        var passed = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var all = times.SelectMany(t => t).Order().ToList();
        return (all.Count * size / passed, all[(int)(all.Count * 0.99)]);
    }

    private static byte[] Batch(string run, int client, int batch, int size)
    {
        var body = new StringBuilder("[", size * 130);
        var now = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        for (var i = 0; i < size; i++)
            body.Append(i == 0 ? "" : ",").Append("{\"id\":\"").Append(run).Append('-').Append(client).Append('-').Append(batch).Append('-').Append(i).Append("\",\"meter\":\"calls\",\"subject\":\"client-").Append(i % 50).Append("\",\"value\":").Append(i % 100).Append(".5,\"at\":\"").Append(now).Append("\"}");
        return Encoding.UTF8.GetBytes(body.Append(']').ToString());
    }

    private static async Task<double> Alone(Database database, int seconds)
    {
        await Bed.Execute(database, "create table if not exists alone_keys (tenant_no int, key uuid, primary key (tenant_no, key)); create table if not exists alone_events (tenant_no int, key uuid, at timestamptz, subject uuid, value numeric, id varchar)");
        var begun = Stopwatch.GetTimestamp();
        var taken = await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(async () =>
        {
            await using var connection = await database.OpenOwner(CancellationToken.None);
            await using (var table = new NpgsqlCommand("create temp table came (key uuid, at timestamptz, subject uuid, value numeric, id varchar)", connection)) await table.ExecuteNonQueryAsync();
            var subject = Guid.NewGuid();
            for (long events = 0; ; events += 5_000)
            {
                if (Stopwatch.GetElapsedTime(begun).TotalSeconds >= seconds) return events;
                await using var transaction = await connection.BeginTransactionAsync();
                await using (var copy = await connection.BeginBinaryImportAsync("copy came from stdin (format binary)"))
                {
                    for (var i = 0; i < 5_000; i++)
                    {
                        await copy.StartRowAsync();
                        await copy.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid);
                        await copy.WriteAsync(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
                        await copy.WriteAsync(subject, NpgsqlDbType.Uuid);
                        await copy.WriteAsync(1.5m, NpgsqlDbType.Numeric);
                        await copy.WriteAsync("an-event-of-some-length", NpgsqlDbType.Varchar);
                    }
                    await copy.CompleteAsync();
                }
                await using var insert = new NpgsqlCommand("with fresh as (insert into alone_keys select 1, key from came on conflict do nothing returning key) insert into alone_events select 1, key, at, subject, value, id from came join fresh using (key); truncate came", connection, transaction);
                await insert.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }
        })));
        return taken.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
