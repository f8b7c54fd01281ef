using Microsoft.Extensions.Logging.Abstractions;

namespace Billing.EventStore;

/// <summary>
/// For a command that needs the read models as they are after all that has been committed, and does not know whether a node serves: what no node does it does
/// itself, under the same locks, and nothing but that; no message is sent, no job is run.
/// </summary>
public sealed class CatchingUp(EventStore store)
{
    private const string Stands = "select projection from projection_dead_letters where not replay and projection = any ($1) limit 1";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns when mark and projections have come to where the log ended when it began.</summary>
    /// <exception cref="NotMovableException">A projection stands before an event that it cannot digest.</exception>
    public async Task Run(CancellationToken stop)
    {
        var projections = store.Model.Projections.Where(projection => projection.Lifecycle == Lifecycle.Async).ToList();
        var pulse = new Pulse(new Signal(), new Signal());
        var duties = projections.Select(projection => new Duty(projection.Name, ending => new ProjectionRunner(store, projection, pulse).Run(ending)))
            .Prepend(new Duty(HighWaterMark.Name, ending => new HighWaterMark(store.Database, pulse, store.Time).Run(ending))).ToList();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var session = await store.Database.OpenDaemonSession(stop);
        var running = new Dictionary<Duty, Task>();
        try
        {
            var end = (long)(await Sql.Ask(session, "select coalesce(max(seq_id), 0) from mt_events", stop))!;
            while (true)
            {
                foreach (var duty in duties.Where(duty => !running.ContainsKey(duty)))
                    if (await Sql.Ask(session, NodeSession.TryLock(duty.Name), stop) is true) running.Add(duty, Task.Run(() => Steady.Run(duty.Name, duty.Run, NullLogger.Instance, store.Time, ending.Token), CancellationToken.None));
                if (await Sql.Ask(session, "select last_seq_id from mt_event_progression where name = 'HighWaterMark'", stop) is long mark) pulse.MarkIs(mark);
                if (await Sql.Ask(session, "select count(*) from mt_event_progression where name = any ($1) and last_seq_id >= $2", stop, Sql.Texts([HighWaterMark.Name, .. projections.Select(projection => projection.ProgressionName)]), Sql.Number(end)) is long done && done > projections.Count) return;
                if (await Sql.Ask(session, Stands, stop, Sql.Texts(projections.Select(projection => projection.Name))) is string stands) throw new NotMovableException($"The read model {stands} stands before an event that it cannot digest: see 'billing dead-letters'.");
                await Steady.Pause(Pause, store.Time, stop);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(running.Values);
        }
    }
}
