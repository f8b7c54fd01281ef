using Npgsql;

namespace Billing.EventStore;

/// <summary>The streams of one aggregate, for one session: load, decide, append.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public sealed class Streams<T>(Session session) where T : class, IAggregate<T>
{
    private const int Tries = 50;

    /// <summary>The session it belongs to.</summary>
    public Session Session { get; } = session;

    /// <summary>The stream's state now; version 0 when there is no such stream.</summary>
    public async Task<Versioned<T>> Load(Guid id, CancellationToken stop)
    {
        if (Session.Looks) return await Look(id, stop);
        var folded = await Session.Store.Load<T>(Session.Tenant, id, fresh: true, stop);
        return new((T)folded.State, folded.Version);
    }

    /// <summary>The state as this node last saw it, without asking the database where it is remembered: for names and defaults beside a decision, not for the decision.</summary>
    public async Task<Versioned<T>> Peek(Guid id, CancellationToken stop)
    {
        if (Session.Looks) return await Look(id, stop);
        var folded = await Session.Store.Load<T>(Session.Tenant, id, fresh: false, stop);
        return new((T)folded.State, folded.Version);
    }

    /// <summary>The stream's events, oldest first; none when there is no such stream of this aggregate.</summary>
    public IAsyncEnumerable<StoredEvent> History(Guid id, CancellationToken stop) => History(id, long.MaxValue, stop);

    /// <summary>The same up to a version.</summary>
    public IAsyncEnumerable<StoredEvent> History(Guid id, long upTo, CancellationToken stop) => Session.Store.ReadStream(Session.Tenant, id, 0, upTo, stop, T.Alias);

    /// <summary>The stream's state as it was: at a version, or at a moment (UTC); version 0 when it did not yet exist.</summary>
    public async Task<Versioned<T>> LoadAt(Guid id, long? version, DateTimeOffset? moment, CancellationToken stop)
    {
        var state = new Versioned<T>(T.Initial, 0);
        await foreach (var happened in History(id, version ?? long.MaxValue, stop))
        {
            if (happened.Version > version || happened.At > moment) break;
            state = new(state.State.Apply(happened.Data), happened.Version);
        }
        return state;
    }

    /// <summary>Many streams as they were, each at its version, in one round trip.</summary>
    public Task<Dictionary<Guid, T>> LoadManyAt(IReadOnlyDictionary<Guid, long> versions, CancellationToken stop) => LoadMany([.. versions.Keys], happened => happened.Version <= versions[happened.StreamId], stop);

    /// <summary>Many streams as they were at a moment (UTC), in one round trip; those that did not yet exist are left out.</summary>
    public Task<Dictionary<Guid, T>> LoadManyAt(IReadOnlyCollection<Guid> ids, DateTimeOffset moment, CancellationToken stop) => LoadMany([.. ids], happened => happened.At <= moment, stop);

    /// <summary>Many streams as the session sees them, in one round trip; those that do not exist are left out.</summary>
    public Task<Dictionary<Guid, T>> LoadMany(IReadOnlyCollection<Guid> ids, CancellationToken stop) => LoadMany([.. ids], _ => true, stop);

    // On the one connection that a moment has: who holds that and waits for another might wait for somebody who does the same.
    private Task<Versioned<T>> Look(Guid id, CancellationToken stop) =>
        Session.Read(EventReading.StreamsOfType, [new NpgsqlParameter<Guid[]> { TypedValue = [id] }, new NpgsqlParameter<string> { TypedValue = T.Alias }], async reader =>
        {
            var state = new Versioned<T>(T.Initial, 0);
            while (await reader.ReadAsync(stop))
            {
                var happened = EventReading.Read(reader, Session.Store.Registry);
                if (Session.Past && happened.At > Session.Now) break;
                state = new(state.State.Apply(happened.Data), happened.Version);
            }
            return state;
        }, stop);

    private Task<Dictionary<Guid, T>> LoadMany(Guid[] ids, Func<StoredEvent, bool> counts, CancellationToken stop) =>
        Session.Read(EventReading.StreamsOfType, [new NpgsqlParameter<Guid[]> { TypedValue = ids }, new NpgsqlParameter<string> { TypedValue = T.Alias }], async reader =>
        {
            var states = new Dictionary<Guid, T>(ids.Length);
            while (await reader.ReadAsync(stop))
            {
                var happened = EventReading.Read(reader, Session.Store.Registry);
                if (counts(happened) && !(Session.Past && happened.At > Session.Now)) states[happened.StreamId] = states.GetValueOrDefault(happened.StreamId, T.Initial).Apply(happened.Data);
            }
            return states;
        }, stop);

    /// <summary>Loads, decides and appends in one go. A lost race is decided anew, unless the caller named the version it had seen.</summary>
    /// <param name="id">The stream.</param>
    /// <param name="decide">Pure: the state to a decision.</param>
    /// <param name="expected">The version the caller has seen; null to decide on whatever is there.</param>
    /// <param name="opens">True when the command starts the stream; otherwise a missing stream is answered as missing.</param>
    /// <param name="answer">Makes the answer that is remembered in the same transaction, from the state after it.</param>
    /// <param name="stop">Ends the wait before the commit is sent; never after.</param>
    public async Task<Outcome<T>> Decide<TEvent>(Guid id, Func<T, Decision<TEvent>> decide, CancellationToken stop, long? expected = null, bool opens = false, Func<Versioned<T>, RememberedAnswer?>? answer = null)
    {
        var fresh = false;
        using var turn = await Session.Store.Turns.Take(Session.Tenant, id, stop);
        for (var attempt = 1; ; attempt++)
        {
            var work = Session.Begin();
            if (opens && !fresh) work.New<T>(id);
            var before = await work.Load<T>(id, stop, fresh);
            var stale = expected is { } seen && seen != before.Version;
            var refused = stale || (!before.Exists && !opens) ? null : work.Decide(id, decide);
            if ((stale || refused is not null || work.IsEmpty) && !fresh)
            {
                fresh = true; // a "no" must not rest on a remembered state: look again
                continue;
            }
            if (!before.Exists && !opens) return Outcome<T>.Missing;
            if (stale) return Outcome<T>.Stale(before);
            if (refused is not null) return Outcome<T>.Refused(before, refused);
            var after = await work.Load<T>(id, stop);
            try
            {
                await work.Commit(answer?.Invoke(after));
                return Outcome<T>.Accepted(after, after.Version > before.Version);
            }
            catch (ConcurrencyException) when (attempt < Tries)
            {
                fresh = true;
            }
        }
    }
}

/// <summary>How a command came out.</summary>
public enum OutcomeKind
{
    /// <summary>Committed, or there was nothing to do.</summary>
    Accepted,

    /// <summary>The decision was no.</summary>
    Refused,

    /// <summary>There is no such stream for this tenant.</summary>
    Missing,

    /// <summary>The caller had seen an older version.</summary>
    Stale,
}

/// <summary>How a command on one stream came out, and the stream as it now is.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Now">The state after it.</param>
/// <param name="Refusal">Why not, when refused.</param>
/// <param name="Happened">Whether any event was appended.</param>
public sealed record Outcome<T>(OutcomeKind Kind, Versioned<T> Now, Refusal? Refusal, bool Happened)
{
    internal static Outcome<T> Missing { get; } = new(OutcomeKind.Missing, default, null, false);

    internal static Outcome<T> Stale(Versioned<T> now) => new(OutcomeKind.Stale, now, null, false);

    internal static Outcome<T> Refused(Versioned<T> now, Refusal refusal) => new(OutcomeKind.Refused, now, refusal, false);

    internal static Outcome<T> Accepted(Versioned<T> now, bool happened) => new(OutcomeKind.Accepted, now, null, happened);
}
