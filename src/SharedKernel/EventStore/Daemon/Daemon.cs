using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// What a node does behind the requests: a share of the projections, perhaps the high-water mark, and messages. Every node runs one;
/// they share the work among themselves by locks in the database and take over from each other.
/// </summary>
public sealed class Daemon : IHostedService, IAsyncDisposable
{
    private readonly EventStore _store;
    private readonly ILogger _log;
    private readonly NodeSession _session;
    private readonly MessageRunner _messages;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public Daemon(EventStore store, ILogger<Daemon>? log = null, IServiceProvider? services = null, DaemonOptions? options = null)
    {
        _store = store;
        _log = log ?? NullLogger<Daemon>.Instance;
        Pulse = new Pulse(new Signal(), new Signal());
        _messages = new MessageRunner(store, store.Model.BuildHandlers(services), options ?? new DaemonOptions(), Pulse, _log);
        var duties = store.Model.Projections.Select(p => new Duty(p.Name, stop => new ProjectionRunner(store, p, Pulse).Run(stop)))
            .Concat(store.Model.BuildFollowers(services).Select(follower => new Duty(follower.Name, stop => new FollowerRunner(store, follower, Pulse).Run(stop))))
            .Append(new Duty(ClockHand.Name, stop => new ClockHand(store, _messages.Planner, Pulse).Run(stop)))
            .Append(new Duty(AuditKeeper.Name, stop => new AuditKeeper(store, Pulse).Run(stop)))
            .Prepend(new Duty(HighWaterMark.Name, stop => new HighWaterMark(store.Database, Pulse, store.Time).Run(stop)));
        Pulse.Forgot += store.DropCaches;
        Live = new LiveChanges(store, Pulse);
        _session = new NodeSession(store, [.. duties], Pulse, store.Time, _log);
    }

    /// <summary>Names of the duties that this node does at the moment: projections, and what else one node at a time does.</summary>
    public IReadOnlyList<string> Duties => _session.Held;

    /// <summary>What has just happened, for those who watch.</summary>
    public LiveChanges Live { get; }

    internal Pulse Pulse { get; }

    /// <summary>Starts; a database that is away is waited for.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _store.Committed.Raised += Pulse.Committed.Raise;
        _store.Sent.Raised += Pulse.Sent.Raise;
        await Steady.Quietly(Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await Sql.Ask(_store.Database.Daemon, "select pg_sleep(0.01)", cancellationToken)))); // opens connections that then stay
        while (!await LookAtClocks(cancellationToken)) await Steady.Pause(TimeSpan.FromMilliseconds(200), _store.Time, cancellationToken);
        _running = Task.WhenAll(
            Run("The node's session", _session.Run),
            Run("Telling other nodes", new Notifier(_store, _session).Run),
            Run("The message runner", _messages.Run),
            Run("Live changes", Live.Run),
            Run("Forgetting again", new Forgetting(_store).RunOnce));
    }

    /// <summary>Stops; what is in hand is finished or left to another node.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _store.Committed.Raised -= Pulse.Committed.Raise;
        _store.Sent.Raised -= Pulse.Sent.Raise;
        await _stop.CancelAsync();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await StopAsync(CancellationToken.None);
        _stop.Dispose();
    }

    /// <summary>Before the first request: organisations with clocks of their own go by them from the beginning.</summary>
    /// <returns>Whether that is known; while the database is away it is not.</returns>
    private async Task<bool> LookAtClocks(CancellationToken stop)
    {
        try
        {
            await using var connection = await _store.Database.Daemon.OpenConnectionAsync(stop);
            await _store.Clocks.Look(connection, stop);
            return true;
        }
        catch (NpgsqlException away)
        {
            _log.LogWarning(away, "The clocks of organisations in test mode cannot be looked at; it is tried again");
            return false;
        }
    }

    private Task Run(string what, Func<CancellationToken, Task> work) => Task.Run(() => Steady.Run(what, work, _log, _store.Time, _stop.Token));
}
