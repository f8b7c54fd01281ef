using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.EventStore;

/// <summary>Takes due messages and runs their handlers, so many at a time; prolongs their leases meanwhile; tries failed ones again, later and later.</summary>
internal sealed class MessageRunner
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);
    private readonly EventStore _store;
    private readonly MessageQueue _queue;
    private readonly FrozenDictionary<string, MessageHandler> _handlers;
    private readonly ConcurrentDictionary<(TenantId, Guid), Hand> _inHand = [];
    private readonly DaemonOptions _options;
    private readonly Pulse _pulse;
    private readonly ILogger _log;
    private int _busy;

    public MessageRunner(EventStore store, IEnumerable<MessageHandler> handlers, DaemonOptions options, Pulse pulse, ILogger log)
    {
        (_store, _options, _pulse, _log) = (store, options, pulse, log);
        _queue = new MessageQueue(store.Database, options.Node, options.Lease);
        _handlers = handlers.GroupBy(h => h.Type).ToFrozenDictionary(g => g.Key, g => g.Count() == 1 ? g.First() : throw new InvalidOperationException($"Messages of type {g.Key} have several handlers: {string.Join(", ", g.Select(h => h.GetType().Name))}."));
        Planner = new Planner(store.Database, store.Clocks, [.. _handlers.Values.OfType<Job>()]);
    }

    /// <summary>Plans the jobs among what it handles.</summary>
    public Planner Planner { get; }

    public async Task Run(CancellationToken stop)
    {
        await Task.WhenAll(
            Steady.Run("Taking messages", Take, _log, _store.Time, stop),
            Steady.Run("Prolonging leases", Renew, _log, _store.Time, stop));
        await Task.WhenAll(_inHand.Values.Select(m => m.Done));
    }

    private async Task Take(CancellationToken stop)
    {
        var planned = default(DateTimeOffset);
        while (!stop.IsCancellationRequested)
        {
            var (sent, now) = (_pulse.Sent.Next, _store.Time.GetUtcNow());
            if (now - planned > TimeSpan.FromMinutes(1))
            {
                await Planner.Plan(now, stop);
                planned = now;
            }
            var free = _options.Handlers - Volatile.Read(ref _busy);
            if (free == 0)
            {
                await Steady.Quietly(Task.WhenAny(_inHand.Values.Select(m => m.Done)).WaitAsync(LongestSleep, _store.Time, stop));
                continue;
            }
            var (taken, idle) = await _queue.Take(_handlers.Keys, now, free, stop);
            foreach (var message in taken) Begin(message, taken.Count == free, stop);
            if (taken.Count == free) continue;
            var sleep = idle is { } quiet && quiet < LongestSleep ? quiet : LongestSleep;
            await Steady.Until(sent, sleep > TimeSpan.FromMilliseconds(1) ? sleep : TimeSpan.FromMilliseconds(1), _store.Time, stop);
        }
    }

    /// <param name="crowded">Whether more waits than there are hands.</param>
    private void Begin(TakenMessage message, bool crowded, CancellationToken stop)
    {
        if (message.Clock is { } clock) _store.Clocks.Heard(message.Tenant, clock);
        var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var done = new TaskCompletionSource();
        Hand hand = new(message, ending, done.Task);
        Interlocked.Increment(ref _busy);
        _inHand[(message.Tenant, message.Id)] = hand;
        _ = Task.Run(async () =>
        {
            List<TakenMessage> group = [message];
            try
            {
                if (crowded) group.AddRange((await Alike(message, ending.Token)).OrderBy(other => other.Due).ThenBy(other => other.Id));
                foreach (var other in group.Skip(1)) _inHand[(other.Tenant, other.Id)] = hand with { Message = other };
                await Handle(group, ending);
            }
            finally
            {
                Interlocked.Decrement(ref _busy);
                foreach (var one in group) LetGo(one, ending);
                ending.Dispose();
                done.SetResult();
                _pulse.Sent.Raise(); // a hand is free, or a retry has a time
            }
        }, CancellationToken.None);
    }

    /// <summary>What can be handled together with a message; nothing where that is the one that fails.</summary>
    private async Task<List<TakenMessage>> Alike(TakenMessage message, CancellationToken stop)
    {
        if (message is not { Attempt: 1, CorrelationId: not null } || _handlers.GetValueOrDefault(message.Type) is not { Together: > 1 and var most }) return [];
        try
        {
            return await _queue.TakeAlike(message, _store.Time.GetUtcNow(), most - 1, stop);
        }
        catch (Exception failed) when (failed is NpgsqlException or OperationCanceledException)
        {
            return []; // what was taken all the same comes back at the end of its lease
        }
    }

    private async Task Renew(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Steady.Pause(_options.Lease / 4, _store.Time, stop);
            foreach (var lost in await _queue.Renew([.. _inHand.Values.Select(m => m.Message)], stop))
                if (_inHand.TryGetValue(lost, out var gone)) await Steady.Quietly(gone.Stop.CancelAsync());
        }
    }

    /// <summary>Never throws: what cannot be written down is left to the end of the lease.</summary>
    private async Task Handle(List<TakenMessage> group, CancellationTokenSource ending)
    {
        var stop = ending.Token;
        if (group.Count > 1 && await Try(group, stop) is null) return;
        foreach (var message in group)
        {
            await Steady.Quietly(Settle(message, await Try([message], stop), stop));
            LetGo(message, ending); // its lease is over: it must not look as if it were lost
        }
    }

    /// <summary>A message is in this hand no more; in another one of this node it may be already.</summary>
    private void LetGo(TakenMessage message, CancellationTokenSource ending)
    {
        if (_inHand.TryGetValue((message.Tenant, message.Id), out var hand) && hand.Stop == ending) _inHand.TryRemove(new((message.Tenant, message.Id), hand));
    }

    /// <summary>Handles messages on one work.</summary>
    /// <returns>Why none of them is handled; null when all are.</returns>
    private async Task<Exception?> Try(List<TakenMessage> group, CancellationToken stop)
    {
        var first = group[0];
        if (!_handlers.TryGetValue(first.Type, out var handler)) return new InvalidOperationException($"No handler of this version takes messages of type {first.Type}.");
        if (first.Attempt > handler.Attempts) return new TimeoutException($"Taken {handler.Attempts} times and never finished.");
        var session = _store.Open(first.Tenant, Actor.System, correlationId: first.CorrelationId ?? first.Id.ToString(), causationId: first.Id.ToString());
        if (first.Clock is null) session = session.InEverybodysTime; // it was sent in that time
        for (var race = 1; ; race++)
        {
            try
            {
                using var turn = await handler.Turn(session, stop);
                var work = session.Begin();
                if (group.Count > 1) await handler.Prepare(group, work, _store.Registry, stop);
                foreach (var message in group)
                {
                    work.Handle(new Handling(message.Id, _queue.Node, message.Attempt));
                    await handler.Handle(message, work, _store.Registry, stop);
                }
                await work.Commit();
                return null;
            }
            catch (ConcurrencyException) when (race < 10)
            {
                // a lost race is no failure: look again and decide anew
            }
            catch (Exception failed)
            {
                return failed;
            }
        }
    }

    private async Task Settle(TakenMessage message, Exception? failed, CancellationToken stop)
    {
        if (failed is null or PostgresException { SqlState: "BL411" }) return;
        if (stop.IsCancellationRequested)
        {
            await _queue.PutBack(message);
            return;
        }
        var now = _store.Time.GetUtcNow();
        var handler = _handlers.GetValueOrDefault(message.Type);
        if (handler is null || message.Attempt >= handler.Attempts || failed is GivenUpException)
        {
            _log.LogError(failed, "Message {Type} {Id} of {Tenant} is given up after {Attempt} attempts", message.Type, message.Id, message.Tenant, message.Attempt);
            await _queue.Bury(message, now, failed.ToString());
            return;
        }
        var pause = handler.PauseAfter(message.Attempt) * (0.8 + (0.4 * _options.Random.NextDouble()));
        _log.LogWarning(failed, "Message {Type} {Id} of {Tenant} failed at attempt {Attempt} and is tried again in {Pause}", message.Type, message.Id, message.Tenant, message.Attempt, pause);
        await _queue.Retry(message, now + pause, failed.ToString());
    }

    /// <summary>A message that is handled, by itself or with others.</summary>
    private sealed record Hand(TakenMessage Message, CancellationTokenSource Stop, Task Done);
}
