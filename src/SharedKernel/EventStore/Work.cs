using System.Runtime.InteropServices;
using Npgsql;

namespace Billing.EventStore;

/// <summary>Decisions on one or several streams, with their messages, that become true together or not at all. Not for two threads.</summary>
public sealed class Work
{
    private readonly Session _session;
    private readonly Recorded _recorded;
    private readonly Dictionary<(string Type, Guid Id), Open> _open = []; // an id of another kind of thing names nothing
    private readonly List<OutgoingMessage> _messages = [];
    private readonly List<Statement> _also = [];
    private readonly List<Guid> _forgotten = [];
    private readonly int _era;

    private readonly List<Handling> _handled = [];
    private readonly Dictionary<object, object?> _answers = [];
    private string? _causation;

    internal Work(Session session, Recorded recorded)
    {
        _session = session;
        _recorded = recorded;
        _era = session.Store.Cache.Era;
    }

    /// <summary>The session it belongs to.</summary>
    public Session Session => _session;

    /// <summary>Whether anything has been decided that is not yet committed.</summary>
    public bool IsEmpty => _messages.Count == 0 && _open.Values.All(o => o.Events.Count == 0);

    /// <summary>The moment its events record, UTC.</summary>
    public DateTimeOffset At => _recorded.At;

    /// <summary>A stream's state, with what this work has decided so far.</summary>
    public async Task<Versioned<T>> Load<T>(Guid id, CancellationToken stop, bool fresh = false) where T : class, IAggregate<T>
    {
        if (!_open.TryGetValue((T.Alias, id), out var open))
        {
            var folded = await _session.Store.Load<T>(_session.Tenant, id, fresh, stop);
            _open.Add((T.Alias, id), open = new Open(folded.Version, folded));
        }
        return new((T)open.Folded.State, open.Folded.Version);
    }

    /// <summary>The streams of a kind that it has loaded, with what it has decided so far: what other statements cannot see yet.</summary>
    public IEnumerable<(Guid Id, T State)> Opened<T>() where T : class, IAggregate<T> => _open.Where(open => open.Key.Type == T.Alias).Select(open => (open.Key.Id, (T)open.Value.Folded.State));

    /// <summary>Asks once, and knows the answer for as long as it lasts: for what several messages on one work depend on and none of them changes.</summary>
    /// <param name="question">What tells the question from others of this work.</param>
    public async Task<T> Once<T>(object question, Func<Task<T>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (!_answers.TryGetValue(question, out var answer)) _answers[question] = answer = await ask();
        return (T)answer!;
    }

    /// <summary>Loads many streams in one round trip.</summary>
    public async Task LoadMany<T>(IReadOnlyCollection<Guid> ids, CancellationToken stop) where T : class, IAggregate<T>
    {
        var store = _session.Store;
        Guid[] wanted = [.. ids.Where(id => !_open.ContainsKey((T.Alias, id))).Distinct()];
        if (wanted.Length == 0) return;
        foreach (var id in wanted) _open.Add((T.Alias, id), new Open(0, store.Empty<T>()));
        await _session.Read(EventReading.StreamsOfType, [new NpgsqlParameter<Guid[]> { TypedValue = wanted }, new NpgsqlParameter<string> { TypedValue = T.Alias }], async reader =>
        {
            while (await reader.ReadAsync(stop))
            {
                var happened = EventReading.Read(reader, store.Registry);
                var open = _open[(T.Alias, happened.StreamId)];
                _open[(T.Alias, happened.StreamId)] = open with { Loaded = happened.Version, Folded = store.Fold<T>(open.Folded, happened) };
            }
            return 0;
        }, stop);
    }

    /// <summary>Prepares a stream that is known not to exist: nothing is read, the commit checks.</summary>
    public void New<T>(Guid id) where T : class, IAggregate<T> => _open.TryAdd((T.Alias, id), new Open(0, _session.Store.Empty<T>()));

    /// <summary>Decides on a stream loaded before; its events are folded at once and committed later.</summary>
    /// <returns>The refusal, or null.</returns>
    public Refusal? Decide<T, TEvent>(Guid id, Func<T, Decision<TEvent>> decide) where T : class, IAggregate<T>
    {
        var decision = decide((T)_open[(T.Alias, id)].Folded.State);
        if (decision.Refusal is { } refusal) return refusal;
        foreach (var happened in decision.Events) Add<T>(id, happened!);
        return null;
    }

    /// <summary>What it decides from now on is caused by a message, and its commit marks that handled.</summary>
    internal void Handle(Handling message)
    {
        _handled.Add(message);
        _causation = message.Id.ToString();
    }

    /// <summary>Sends a message if, and only if, the work commits.</summary>
    public void Send(OutgoingMessage message) => _messages.Add(message with { Id = Guid.CreateVersion7(_recorded.At), Causation = _causation });

    /// <summary>Sends a message if, and only if, the work commits.</summary>
    /// <param name="type">The message type, module in front.</param>
    /// <param name="body">A record; its JSON is stored.</param>
    /// <param name="due">Not before this moment, UTC; null for at once.</param>
    /// <param name="key">Business key: a second message of the type under the same key is not written.</param>
    public void Send<TBody>(string type, TBody body, DateTimeOffset? due = null, string? key = null) =>
        Send(new OutgoingMessage(type, _session.Store.Registry.WriteBody(_session.Tenant, body), due ?? _recorded.At, key));

    /// <summary>Runs a statement in the transaction of the events; without any event decided the work does not commit.</summary>
    public void Also(Statement statement) => _also.Add(statement);

    /// <summary>
    /// Forgets somebody, if and only if the work commits: their key in this tenant is destroyed with the event that says so, and from then on every
    /// <see cref="PersonalText"/> about them reads as erased. Rows that show it are rewritten by the module's own event, on each stream whose row does.
    /// </summary>
    /// <param name="subject">Of the personal text.</param>
    public void Forget(Guid subject)
    {
        _forgotten.Add(subject);
        Also(Forgetting.Destroy(_session.Store.Database, subject, At));
        foreach (var erase in _session.Store.Model.Belongings.SelectMany(belonging => belonging.Forget)) Also(new Statement(erase, new NpgsqlParameter<Guid> { TypedValue = subject }));
    }

    /// <summary>Commits everything decided.</summary>
    /// <param name="answer">The answer to remember with it.</param>
    /// <returns>The number of the last event; 0 when nothing happened.</returns>
    /// <exception cref="ConcurrencyException">Another has appended to one of the streams; nothing was written.</exception>
    /// <exception cref="RowTakenException">A unique key of a row is taken; nothing was written.</exception>
    public async Task<long> Commit(RememberedAnswer? answer = null)
    {
        if (IsEmpty && answer is null && _handled.Count == 0 && _forgotten.Count == 0) return 0;
        try
        {
            var last = await _session.Store.Commit(ToCommit(answer));
            Committed();
            return last;
        }
        catch
        {
            Forget();
            throw;
        }
    }

    /// <summary>Commits this work and that of another tenant as one: both are true, or neither.</summary>
    /// <exception cref="ConcurrencyException">Another has appended to one of the streams; nothing was written.</exception>
    /// <exception cref="RowTakenException">A unique key of a row is taken; nothing was written.</exception>
    public async Task CommitWith(Work other)
    {
        ArgumentNullException.ThrowIfNull(other);
        try
        {
            await _session.Store.Commit(ToCommit(null), other.ToCommit(null));
            Committed();
            other.Committed();
        }
        catch
        {
            Forget();
            other.Forget();
            throw;
        }
    }

    private IEnumerable<KeyValuePair<(string Type, Guid Id), Open>> Touched => _open.Where(o => o.Value.Events.Count > 0);

    private Commit ToCommit(RememberedAnswer? answer) => _forgotten.Count > 0 && !Touched.Any() ? throw new InvalidOperationException("To forget somebody takes an event that says so.") : new Commit(_session.Tenant, _recorded with { Forgotten = [.. _forgotten] }, [.. Touched.Select(o => new StreamAppend(o.Key.Type, o.Key.Id, o.Value.Loaded, o.Value.Events))])
    {
        Also = [.. _also],
        Messages = _session.Clock is { } clock ? [.. _messages.Select(message => message.InEverybodysTime ? message : message.By(clock, _session.Store.Now()))] : [.. _messages],
        KeptFrom = _session.Store.Now(),
        Answer = answer,
        Handled = [.. _handled],
        Rows = [.. Touched.SelectMany(o => RowsOf(o.Key.Type, o.Key.Id, o.Value))],
    };

    private void Committed()
    {
        foreach (var ((type, id), open) in Touched.ToList())
        {
            _session.Store.Cache.Keep(_session.Tenant, type, id, open.Folded, _era);
            _open[(type, id)] = open with { Loaded = open.Folded.Version, Events = [] };
        }
        _also.Clear();
        _messages.Clear();
        _handled.Clear();
        if (_forgotten.Count > 0) _session.Store.DropCaches();
        _forgotten.Clear();
    }

    private void Forget()
    {
        foreach (var ((type, id), _) in Touched) _session.Store.Cache.Drop(_session.Tenant, type, id);
    }

    private void Add<T>(Guid id, object happened) where T : class, IAggregate<T>
    {
        ref var open = ref CollectionsMarshal.GetValueRefOrNullRef(_open, (T.Alias, id));
        var store = _session.Store;
        var fresh = new NewEvent(Guid.CreateVersion7(_recorded.At), happened, _causation);
        var stored = new StoredEvent(fresh.Id, _session.Tenant, id, open.Folded.Version + 1, store.Registry.AliasOf(happened.GetType()), happened, _causation is null ? _recorded : _recorded with { CausationId = _causation });
        open = open with { Folded = store.Fold<T>(open.Folded, stored), Events = [.. open.Events, fresh] };
    }

    private IEnumerable<RowChange> RowsOf(string type, Guid id, Open open)
    {
        for (var i = 0; i < open.Folded.Rows.Length; i++)
            yield return new RowChange(_session.Store.InlineOf(type)[i].RowTable, id, open.Folded.Rows[i]);
    }

    private sealed record Open(long Loaded, Folded Folded)
    {
        public IReadOnlyList<NewEvent> Events { get; init; } = [];
    }
}
