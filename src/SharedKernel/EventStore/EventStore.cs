using System.Collections.Frozen;
using Npgsql;

namespace Billing.EventStore;

/// <summary>The event log of all modules. Open a <see cref="Session"/> to read or write; there is none without a tenant.</summary>
public sealed class EventStore : IAsyncDisposable
{
    private readonly Lanes _lanes;
    private readonly FrozenDictionary<string, Projection[]> _inline;

    /// <param name="database">Where it is stored.</param>
    /// <param name="model">What the modules brought.</param>
    /// <param name="time">The clock.</param>
    /// <param name="masterKeys">Null: there can be neither personal text nor secrets, and people's names stand open in the log. For tests.</param>
    public EventStore(Database database, StoreModel model, TimeProvider time, MasterKeys? masterKeys = null)
    {
        Database = database;
        Model = model;
        Time = time;
        TenantKeys = new TenantKeys(database, masterKeys);
        Personal = new PersonalKeys(database, TenantKeys);
        Secrets = new Secrets(this);
        Registry = model.BuildRegistry(Personal);
        _inline = model.Projections.Where(p => p.Lifecycle == Lifecycle.Inline).GroupBy(p => p.InlineStream!).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _lanes = new Lanes(database, Registry, Committed.Raise);
    }

    /// <summary>Where it is stored.</summary>
    public Database Database { get; }

    /// <summary>What the modules brought.</summary>
    public StoreModel Model { get; }

    /// <summary>All events by alias.</summary>
    public EventRegistry Registry { get; }

    /// <summary>The organisations' passwords to elsewhere.</summary>
    public Secrets Secrets { get; }

    /// <summary>Raised in this process after each commit, before any notification from the database arrives.</summary>
    public Signal Committed { get; } = new();

    /// <summary>Raised in this process after a commit that sent messages.</summary>
    public Signal Sent { get; } = new();

    internal TimeProvider Time { get; }

    /// <summary>The names of all tables, asked for once: a product that runs gets no more of them.</summary>
    internal IReadOnlySet<string>? Tables { get; set; }

    internal TenantClocks Clocks { get; } = new();

    internal StreamCache Cache { get; } = new();

    internal TenantKeys TenantKeys { get; }

    internal PersonalKeys Personal { get; }

    internal Turns Turns { get; } = new();

    /// <summary>Opens a session for one tenant.</summary>
    /// <exception cref="InvalidOperationException">No tenant is set.</exception>
    public Session Open(TenantId tenant, Actor actor, string? address = null, string? requestId = null, string? correlationId = null, string? causationId = null)
    {
        _ = tenant.Value;
        return new Session(this, tenant, actor, address, requestId, correlationId, causationId);
    }

    /// <summary>Everybody's time, cut to the microseconds that Postgres keeps.</summary>
    internal DateTimeOffset Now() => TestClock.Cut(Time.GetUtcNow());

    internal ReadOnlySpan<Projection> InlineOf(string streamType) => _inline.TryGetValue(streamType, out var projections) ? projections : [];

    internal async Task<long> Commit(Commit commit)
    {
        var bulk = commit.Appends.Count > BulkAppend.From;
        var last = bulk ? await BulkAppend.Run(Database, Registry, commit) : await _lanes.Enqueue(commit);
        if (bulk) Committed.Raise();
        if (commit.Messages.Count > 0) Sent.Raise();
        return last;
    }

    internal async Task Commit(Commit one, Commit other)
    {
        await _lanes.Enqueue(one, other);
        if (one.Messages.Count + other.Messages.Count > 0) Sent.Raise();
    }

    internal Folded Empty<T>() where T : class, IAggregate<T> => new(T.Initial, 0, new object?[InlineOf(T.Alias).Length]);

    internal Folded Fold<T>(Folded folded, StoredEvent happened) where T : class, IAggregate<T>
    {
        var projections = InlineOf(T.Alias);
        var rows = projections.Length == 0 ? folded.Rows : new object?[projections.Length];
        for (var i = 0; i < projections.Length; i++) rows[i] = projections[i].Fold(folded.Rows[i], happened);
        return new Folded(((T)folded.State).Apply(happened.Data), happened.Version, rows);
    }

    internal async Task<Folded> Load<T>(TenantId tenant, Guid id, bool fresh, CancellationToken stop) where T : class, IAggregate<T>
    {
        if (!fresh && Cache.Find(tenant, T.Alias, id) is { } cached) return cached;
        var (folded, era) = (Empty<T>(), Cache.Era);
        await foreach (var happened in ReadStream(tenant, id, 0, long.MaxValue, stop, T.Alias)) folded = Fold<T>(folded, happened);
        if (folded.Version > 0) Cache.Keep(tenant, T.Alias, id, folded, era);
        return folded;
    }

    /// <summary>Somebody was forgotten: drops whatever may still tell of them.</summary>
    internal void DropCaches()
    {
        Personal.Clear();
        TenantKeys.Clear();
        Registry.Names?.Clear();
        Cache.Clear();
    }

    /// <summary>A stream's events after one version up to another. Say where it ends: one who stops listening before is sent the rest all the same.</summary>
    internal async IAsyncEnumerable<StoredEvent> ReadStream(TenantId tenant, Guid id, long after, long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop, string? type = null)
    {
        await using var connection = await Database.Web.OpenConnectionAsync(stop);
        List<NpgsqlParameter> wanted = [new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<long> { TypedValue = upTo }];
        if (type is not null) wanted.Add(new NpgsqlParameter<string> { TypedValue = type });
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Database.SetTenant(tenant), Database.Command(tenant, type is null ? EventReading.Stream : EventReading.StreamOfType, [.. wanted]) },
        };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop)) yield return EventReading.Read(reader, Registry);
    }

    public ValueTask DisposeAsync() => _lanes.DisposeAsync();
}

/// <summary>Wakes everyone who waits for something to happen in this process; a raise while nobody waits is not lost.</summary>
public sealed class Signal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the next raise after this property was read.</summary>
    public Task Next => _next.Task;

    /// <summary>Called with each raise, on the raiser's thread.</summary>
    internal event Action? Raised;

    /// <summary>Wakes all who wait.</summary>
    public void Raise()
    {
        Raised?.Invoke();
        if (_next.Task is { IsCompleted: false }) Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
