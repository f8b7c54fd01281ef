using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// This node's one long session: it hears the other nodes and holds the locks of the duties that this node does.
/// When it is gone, so are the locks, and everything that was done under them stops.
/// </summary>
internal sealed class NodeSession(EventStore store, IReadOnlyList<Duty> duties, Pulse pulse, TimeProvider time, ILogger log)
{
    /// <summary>First half of all our advisory locks: "BILL".</summary>
    public const int LockSpace = 0x42494C4C;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly Dictionary<Duty, (CancellationTokenSource Stop, Task Done)> _held = [];
    private readonly Dictionary<Duty, long> _givenAway = [];
    private volatile Tuple<int, string[]>? _asked;

    /// <summary>The duties this node does at the moment.</summary>
    public IReadOnlyList<string> Held { get; private set; } = [];

    public static string TryLock(string name) => $"select pg_try_advisory_lock({LockSpace}, {LockOf(name)})";

    public static string Lock(string name) => $"select pg_advisory_lock({LockSpace}, {LockOf(name)})";

    public static string Unlock(string name) => $"select pg_advisory_unlock({LockSpace}, {LockOf(name)})";

    /// <summary>The second half of a lock: the same on every node, so not .NET's own hash.</summary>
    public static int LockOf(string name)
    {
        var hash = 2166136261u;
        foreach (var letter in name) hash = (hash ^ letter) * 16777619u;
        return (int)hash;
    }

    /// <summary>Holds one session for as long as it lives.</summary>
    public async Task Run(CancellationToken stop)
    {
        pulse.Asked += OnAsked;
        await using var connection = await store.Database.OpenDaemonSession(stop);
        try
        {
            connection.Notification += (_, said) => pulse.Heard(said.Payload);
            await Sql.Ask(connection, $"listen {store.Database.Schema}", stop);
            pulse.Committed.Raise(); // whatever was said while nobody listened
            pulse.Sent.Raise();
            for (var (beat, gained) = (0, 0); ; beat++)
            {
                var held = _held.Count;
                foreach (var duty in duties) await Take(connection, duty, stop);
                if (_held.Count > held) gained = beat;
                if (beat < gained + 3 && _held.Count < duties.Count) await Ask(connection, stop);
                if (await Sql.Ask(connection, "select last_seq_id from mt_event_progression where name = 'HighWaterMark'", stop) is long mark) pulse.MarkIs(mark);
                if (await Sql.Ask(connection, "select number from personal_epoch", stop) is long epoch) pulse.EpochIs(epoch);
                await store.Clocks.Look(connection, stop);
                var since = time.GetTimestamp();
                while (Beat - time.GetElapsedTime(since) is { Ticks: > 0 } left && _asked is null) await connection.WaitAsync(left, stop);
                await Share(connection, stop);
            }
        }
        finally
        {
            pulse.Asked -= OnAsked;
            await Task.WhenAll(_held.Values.Select(End));
            _held.Clear();
            Held = [];
        }
    }

    private async Task Take(NpgsqlConnection connection, Duty duty, CancellationToken stop)
    {
        if (_held.ContainsKey(duty)) return;
        if (_givenAway.TryGetValue(duty, out var since) && time.GetElapsedTime(since) < Beat * 3) return;
        if (await Sql.Ask(connection, TryLock(duty.Name), stop) is not true) return;
        var tenure = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _held.Add(duty, (tenure, Task.Run(() => Steady.Run(duty.Name, duty.Run, log, time, tenure.Token), CancellationToken.None)));
        Held = [.. _held.Keys.Select(d => d.Name)];
    }

    /// <summary>Gives a newcomer one of our duties if we have at least two more than he.</summary>
    private async Task Share(NpgsqlConnection connection, CancellationToken stop)
    {
        if (Interlocked.Exchange(ref _asked, null) is not (var has, { } wants) || _held.Count < has + 2) return;
        if (_held.Keys.LastOrDefault(d => wants.Contains(d.Name)) is not { } duty) return;
        await End(_held[duty]);
        _held.Remove(duty);
        _givenAway[duty] = time.GetTimestamp();
        Held = [.. _held.Keys.Select(d => d.Name)];
        await Sql.Ask(connection, Unlock(duty.Name), stop);
    }

    private void OnAsked(int has, string[] wants) => _asked = Tuple.Create(has, wants);

    private static async Task End((CancellationTokenSource Stop, Task Done) held)
    {
        await held.Stop.CancelAsync();
        await held.Done;
        held.Stop.Dispose();
    }

    private async Task Ask(NpgsqlConnection connection, CancellationToken stop) =>
        await Sql.Ask(connection, "select pg_notify($1, $2)", stop, Sql.Text(store.Database.Schema), Sql.Text(Pulse.SayAsk(_held.Count, duties.Where(d => !_held.ContainsKey(d)).Select(d => d.Name))));
}
