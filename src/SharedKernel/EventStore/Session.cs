using Npgsql;

namespace Billing.EventStore;

/// <summary>One tenant's view of the store on behalf of one actor.</summary>
public sealed class Session
{
    internal Session(EventStore store, TenantId tenant, Actor actor, string? address, string? requestId, string? correlationId, string? causationId)
    {
        Store = store;
        Tenant = tenant;
        Actor = actor;
        _origin = new Recorded(default, actor, address, requestId, correlationId, causationId);
    }

    private Session(Session other, bool aside, bool everybodys)
    {
        (Store, Tenant, Actor, _origin) = (other.Store, other.Tenant, other.Actor, other._origin);
        (_aside, _everybodys, _reading, _now, Past) = (aside, everybodys, other._reading, other._now, other.Past);
    }

    private Session(Session other, ISessionReading reading, DateTimeOffset now, bool past)
    {
        (Store, Tenant, Actor, _origin, _everybodys) = (other.Store, other.Tenant, other.Actor, other._origin, other._everybodys);
        (_reading, _now, Past) = (reading, now, past);
    }

    private readonly Recorded _origin;
    private readonly bool _aside;
    private readonly bool _everybodys;
    private readonly ISessionReading? _reading;
    private readonly DateTimeOffset? _now;

    /// <summary>Whether it shows how things were, not how they are.</summary>
    internal bool Past { get; }

    /// <summary>Whether it is part of a <see cref="Moment"/>: it reads and decides nothing.</summary>
    internal bool Looks => _reading is not null;

    /// <summary>The same view through a <see cref="Moment"/>.</summary>
    internal Session Looking(ISessionReading reading, DateTimeOffset now, bool past) => new(this, reading, now, past);

    /// <summary>
    /// The same view for what people look at: its readings may be some seconds old, because they go to a replica where there is one. Nothing is decided on them.
    /// </summary>
    public Session Aside => _aside || Looks || Store.Database.Replica is null ? this : new(this, aside: true, _everybodys);

    /// <summary>Whose.</summary>
    public TenantId Tenant { get; }

    /// <summary>On whose behalf.</summary>
    public Actor Actor { get; }

    /// <summary>The store behind it.</summary>
    public EventStore Store { get; }

    /// <summary>Now, in UTC, as events of this session will record it; in test mode, by the organisation's own clock. In the past: then.</summary>
    public DateTimeOffset Now => _now ?? Clock ?? Store.Now();

    /// <summary>
    /// The same view in everybody's time, whatever the organisation's own clock shows: for who may enter, what was signed elsewhere, and how long something
    /// of the product's own is good. Messages sent by it are due in that time, too.
    /// </summary>
    public Session InEverybodysTime => _everybodys ? this : new(this, _aside, everybodys: true);

    /// <summary>Whether the organisation is in test mode, with a clock of its own: nobody outside is to notice what it does.</summary>
    public bool InTestMode => Store.Clocks.Of(Tenant) is not null;

    /// <summary>What the organisation's own clock shows, where this view goes by it; null: it goes by everybody's.</summary>
    internal DateTimeOffset? Clock => _everybodys ? null : Store.Clocks.Of(Tenant);

    /// <summary>A new id, UUID version 7.</summary>
    public Guid NewId() => Guid.CreateVersion7(Store.Time.GetUtcNow());

    /// <summary>The streams of one aggregate.</summary>
    public Streams<T> Streams<T>() where T : class, IAggregate<T> => new(this);

    /// <summary>Starts work on several streams that commits as one.</summary>
    /// <param name="correlationId">Ties its events together; left out: the session's.</param>
    /// <exception cref="InvalidOperationException">It is part of a <see cref="Moment"/>.</exception>
    public Work Begin(string? correlationId = null) => Looks ? throw new InvalidOperationException("Nothing is decided on what was only looked at.") : new(this, _origin with { At = Now, CorrelationId = correlationId ?? _origin.CorrelationId });

    /// <summary>
    /// Waits until it is this command's turn on a stream, for work on several streams that would otherwise race within this process. Dispose it when the work
    /// is committed. Take one at a time: who holds a turn and waits for another may wait for ever.
    /// </summary>
    public async Task<IDisposable> Turn(Guid stream, CancellationToken stop) => await Store.Turns.Take(Tenant, stream, stop);

    /// <summary>Reads rows of this tenant; <c>$1</c> is the tenant.</summary>
    public Task<T> Read<T>(string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop) =>
        _reading is { } reading ? reading.Read(sql, values, read, stop) : _aside ? Store.Database.ReadAside(Tenant, sql, values, read, stop) : Store.Database.Read(Tenant, sql, values, read, stop);

    /// <summary>Asks one thing of this tenant's rows.</summary>
    public Task<T> Read<T>(Question<T> question, CancellationToken stop) => Read((question ?? throw new ArgumentNullException(nameof(question))).Sql, question.Values, question.Read, stop);

    /// <summary>Asks two things of this tenant's rows in one round trip.</summary>
    public async Task<(TOne, TOther)> Read<TOne, TOther>(Question<TOne> one, Question<TOther> other, CancellationToken stop) =>
        Looks ? (await Read(one, stop), await Read(other, stop)) : await Store.Database.Read(Tenant, one, other, stop);

    /// <summary>Writes tables that no event fills, in one transaction of its own; <c>$1</c> of each statement is the tenant.</summary>
    /// <exception cref="InvalidOperationException">It is part of a <see cref="Moment"/>.</exception>
    public async Task Write(params IReadOnlyList<Statement> statements)
    {
        if (Looks) throw new InvalidOperationException("Nothing is written where one only looks.");
        await using var connection = await Store.Database.Web.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Database.SetTenant(Tenant) } };
        foreach (var statement in statements) batch.BatchCommands.Add(statement.For(Tenant));
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Runs one statement that writes tables which no event fills, in one transaction, and reads what it answers; <c>$1</c> is the tenant. It is not called off half-way.</summary>
    public Task<T> WriteAndRead<T>(string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, Task<T>> read) => Store.Database.Read(Tenant, sql, values, read, CancellationToken.None);

    /// <summary>Remembers an answer that had no effect to go with; the first under a key stays.</summary>
    public async Task Remember(RememberedAnswer answer)
    {
        await using var connection = await Store.Database.Web.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Database.SetTenant(Tenant), CommitBatch.Remembering(Tenant, answer, Store.Now(), orElse: "on conflict do nothing") } };
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Events by their numbers in the log, in that order; those that this tenant does not have are left out.</summary>
    public Task<List<StoredEvent>> Events(IEnumerable<long> sequences, CancellationToken stop) =>
        Read(EventReading.Numbered, [Sql.Numbers(sequences)], async reader =>
        {
            var events = new List<StoredEvent>();
            while (await reader.ReadAsync(stop)) events.Add(EventReading.Read(reader, Store.Registry));
            return events;
        }, stop);

    /// <summary>A stream's events after a version, oldest first.</summary>
    public IAsyncEnumerable<StoredEvent> History(Guid streamId, long after = 0, CancellationToken stop = default) => Store.ReadStream(Tenant, streamId, after, long.MaxValue, stop);
}
