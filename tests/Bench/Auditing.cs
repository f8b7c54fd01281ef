using System.Diagnostics;
using Billing.EventStore;

namespace Billing.Bench;

/// <summary>100,000 entries of the audit trail held against the log, hash upon hash.</summary>
internal sealed class Auditing(Scratch scratch, Contest contest, Options options)
{
    private const int Events = 100_000;
    private const int Streams = 5_000;

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var bed = await scratch.Bed("audit");
        await bed.Execute($"""
            set session_replication_role = replica; -- skips the foreign key, for speed
            create temp table s as select (n % 2)::text tenant, gen_random_uuid() id, n from generate_series(1, {Streams}) n;
            insert into mt_streams (tenant_id, id, type, version) select tenant, id, '{Account.Alias}', {Events / Streams} from s;
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers)
            select nextval('mt_events_sequence'), gen_random_uuid(), id, v, case v when 1 then '{SameSql.Opened}'::jsonb else '{SameSql.Data}' end, case v when 1 then 'bench.account_opened' else 'bench.amount_booked' end,
                   now(), tenant, 'Billing.Bench.AmountBooked, Billing.Bench', '{SameSql.Headers}'
            from generate_series(1, {Events / Streams}) v, s order by v, n;
            analyze mt_streams, mt_events;
            """);
        var begun = Stopwatch.GetTimestamp();
        await using (var daemon = new Daemon(bed.Store))
        {
            await daemon.StartAsync(CancellationToken.None);
            while (await bed.Ask<long>("select count(*) from audit_trail") < Events)
            {
                if (Stopwatch.GetElapsedTime(begun).TotalSeconds > 120) throw new InvalidOperationException("The trail was not there in two minutes.");
                await Task.Delay(50);
            }
        }
        yield return new Figure("audit", "100,000 events entered into the trail, from nothing", "s", Score.Of("entered", Stopwatch.GetElapsedTime(begun).TotalSeconds));
        var scores = await contest.Run(Math.Min(options.Turns, 3), [new("verified", () => Verify(bed))]);
        yield return new Figure("audit", "100,000 entries verified", "s", scores[0]) { Bar = 6 };
        await bed.Execute("update mt_events set headers = headers || '{\"request\": \"forged\"}' where seq_id = 54321");
        if ((await new AuditTrail(bed.Store).Verify(null, null, CancellationToken.None)).Findings is not [{ Sequence: 54321 }]) throw new InvalidOperationException("What was changed was not found.");
    }

    private static async Task<double> Verify(Bed bed)
    {
        var begun = Stopwatch.GetTimestamp();
        var found = await new AuditTrail(bed.Store).Verify(null, null, CancellationToken.None);
        return (found.Entries, found.Findings.Count) == (Events, 0) ? Stopwatch.GetElapsedTime(begun).TotalSeconds : throw new InvalidOperationException($"{found.Entries} entries and {found.Findings.Count} findings.");
    }
}
