using System.Globalization;
using Billing.EventStore;

namespace Billing.Bench;

/// <summary>Load a stream of 20 events, decide, append at that version: the common command. Each writer goes round its own streams.</summary>
internal sealed class Deciding(Bed bed, Contest contest, PgBench pgbench, Options options)
{
    private const int Streams = 1600;
    private int _slices;

    public async IAsyncEnumerable<Figure> Run()
    {
        foreach (var writers in new[] { 8, 32 })
        {
            var each = Streams / writers;
            var slice = 0;
            var scores = await contest.Run(options.Turns,
            [
                new("ours", () => Contest.Drive(writers, options.Time, (writer, count) => Book(slice, writer, count % each))),
                new("pgbench, same SQL: read, then append", () => pgbench.Run(SameSql.LoadAndAppend, writers, options.Seconds, SameSql.Variables(slice, each))),
                new("ours, nothing remembered", () => Contest.Drive(writers, options.Time, (writer, count) =>
                {
                    bed.Store.Cache.Drop(Bed.TenantOf(writer), Account.Alias, SameSql.IdOf(slice, writer, count % each));
                    return Book(slice, writer, count % each);
                })),
            ], async () => await Seed(slice = ++_slices, writers, each));
            yield return new Figure("decide", $"load 20 events, decide, append at that version, {Words.Writers(writers)}", "commands/s", scores[0]) { Beside = scores[1..], RatioBar = 0.75 };
        }
    }

    private async Task Book(int slice, int writer, int stream)
    {
        var outcome = await bed.Session(writer).Streams<Account>().Decide<AccountEvent>(SameSql.IdOf(slice, writer, stream), _ => Samples.Booked, CancellationToken.None);
        if (outcome.Kind != OutcomeKind.Accepted) throw new InvalidOperationException("A command was not accepted.");
    }

    /// <summary>Fresh streams of 20 events for each turn.</summary>
    private Task Seed(int slice, int writers, int each)
    {
        var streams = string.Create(CultureInfo.InvariantCulture, $"select (w % 2)::text tenant, ({SameSql.SlicePart(slice)}::text || ({SameSql.StreamPart(0, 0)} + w * 1000000 + k)::text)::uuid id from generate_series(0, {writers - 1}) w, generate_series(0, {each - 1}) k");
        return bed.Execute($"""
            set session_replication_role = replica; -- skips the foreign key, for speed
            insert into mt_streams (tenant_id, id, type, version) select tenant, id, '{Account.Alias}', 20 from ({streams}) s;
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers)
            select nextval('mt_events_sequence'), gen_random_uuid(), id, v, '{SameSql.Data}', 'bench.amount_booked', now(), tenant, 'Billing.Bench.AmountBooked, Billing.Bench', '{SameSql.Headers}'
            from ({streams}) s, generate_series(1, 20) v;
            analyze mt_streams, mt_events;
            """);
    }
}
