using System.Diagnostics;
using Billing.EventStore;
using Npgsql;

namespace Billing.Bench;

/// <summary>An async projection of one row a stream over 200,000 events: made anew, caught up from nothing, and how far behind it is when little happens.</summary>
internal sealed class Replaying(Bed bed, Contest contest, PgBench pgbench, Options options)
{
    private const int Events = 200_000;
    private const int Streams = 10_000;
    private const int Page = 5_000;
    private const int Lags = 40;
    private readonly AccountBalances _balances = new();

    public async IAsyncEnumerable<Figure> Run()
    {
        await Seed();
        var turns = Math.Min(options.Turns, 3);
        var scores = await contest.Run(turns,
        [
            new("rebuild", Rebuild),
            new("catch-up", CatchUp),
            new("pgbench only reads the same pages", async () => Page * await pgbench.Run(SameSql.ReadPages, 1, Events / Page, SameSql.Variables(), PgBench.Owner, bed.Name, transactions: true)),
        ]);
        yield return new Figure("replay", "rebuild a projection over 200,000 events of 10,000 streams", "events/s", scores[0]) { Beside = [scores[2]], Bar = 120_000 };
        yield return new Figure("replay", "catch up with them from nothing", "events/s", scores[1]) { Beside = [scores[2]], Bar = 40_000 };

        var lags = (await Lag()).Order().ToArray();
        yield return new Figure("replay", $"idle: from the answer to a command until the async row is there, median of {Lags}", "ms", Score.Of("median", lags)) { Bar = 50 };
        yield return new Figure("replay", "the slowest of them", "ms", Score.Of("slowest", lags[^1]));
    }

    private async Task<double> Rebuild()
    {
        var begun = Stopwatch.GetTimestamp();
        var result = await new Rebuild(bed.Store).Run(_balances, null, CancellationToken.None);
        var rate = Events / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return (result.Events, result.Rows) == (Events, Streams) ? rate : throw new InvalidOperationException($"The rebuild saw {result.Events} events and made {result.Rows} rows.");
    }

    private async Task<double> CatchUp()
    {
        await bed.Execute($"truncate bench_account_balances; delete from mt_event_progression; insert into mt_event_progression values ('{_balances.ProgressionName}', 0, now())");
        await using var look = await bed.Database.OpenOwner(CancellationToken.None);
        await using var position = new NpgsqlCommand($"select last_seq_id from mt_event_progression where name = '{_balances.ProgressionName}'", look);
        await using var daemon = new Daemon(bed.Store);
        var begun = Stopwatch.GetTimestamp();
        await daemon.StartAsync(CancellationToken.None);
        while ((long)(await position.ExecuteScalarAsync())! < Events)
        {
            if (Stopwatch.GetElapsedTime(begun).TotalSeconds > 60) throw new InvalidOperationException("The projection did not catch up in a minute.");
            await Task.Delay(5);
        }
        return Events / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>One command after another, with time between them, each awaited in the row it makes.</summary>
    private async Task<double[]> Lag()
    {
        await using var daemon = new Daemon(bed.Store);
        await daemon.StartAsync(CancellationToken.None);
        await using var look = await bed.Database.OpenOwner(CancellationToken.None);
        await using var there = new NpgsqlCommand("select exists (select from bench_account_balances where id = $1)", look) { Parameters = { new NpgsqlParameter<Guid>() } };
        var lags = new double[Lags];
        for (var i = -5; i < Lags; i++)
        {
            await Task.Delay(50);
            var session = bed.Session(i & 1);
            var id = session.NewId();
            await session.Streams<Account>().Decide<AccountEvent>(id, _ => Samples.Opened, CancellationToken.None, opens: true);
            var begun = Stopwatch.GetTimestamp();
            there.Parameters[0].Value = id;
            while (!(bool)(await there.ExecuteScalarAsync())!)
                if (Stopwatch.GetElapsedTime(begun).TotalSeconds > 10) throw new InvalidOperationException("An event did not arrive in its projection.");
            if (i >= 0) lags[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds; // the first five warm up
        }
        return lags;
    }

    private Task Seed() => bed.Execute($"""
        set session_replication_role = replica; -- skips the foreign key, for speed
        create temp table s as select (n % 2)::text tenant, gen_random_uuid() id, n from generate_series(1, {Streams}) n;
        insert into mt_streams (tenant_id, id, type, version) select tenant, id, '{Account.Alias}', {Events / Streams} from s;
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers)
        select nextval('mt_events_sequence'), gen_random_uuid(), id, v, case v when 1 then '{SameSql.Opened}'::jsonb else '{SameSql.Data}' end, case v when 1 then 'bench.account_opened' else 'bench.amount_booked' end,
               now(), tenant, 'Billing.Bench.AmountBooked, Billing.Bench', '{SameSql.Headers}'
        from generate_series(1, {Events / Streams}) v, s order by v, n;
        analyze mt_streams, mt_events;
        """);
}
