using System.Diagnostics;
using Billing.EventStore;

namespace Billing.Bench;

/// <summary>100,000 events in commits of a thousand streams, as an import makes them.</summary>
internal sealed class Bulk(Bed bed, Contest contest, PgBench pgbench, Options options)
{
    private const int Events = 100_000;
    private const int Together = 1_000;

    public async IAsyncEnumerable<Figure> Run()
    {
        var scores = await contest.Run(Math.Min(options.Turns, 3),
        [
            new("ours", Import),
            new("pgbench, insert … select from generate_series, by hand", async () => Together * await pgbench.Run(SameSql.BulkByHand, 1, Events / Together, SameSql.Variables(), PgBench.Owner, transactions: true)),
        ]);
        yield return new Figure("bulk", "100,000 events to new streams in commits of 1,000", "events/s", scores[0]) { Beside = scores[1..] };
    }

    private async Task<double> Import()
    {
        var begun = Stopwatch.GetTimestamp();
        for (var done = 0; done < Events; done += Together)
        {
            var session = bed.Session(0);
            var work = session.Begin();
            for (var i = 0; i < Together; i++)
            {
                var id = session.NewId();
                work.New<Account>(id);
                work.Decide<Account, AccountEvent>(id, _ => Samples.Opened);
            }
            await work.Commit();
        }
        return Events / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
