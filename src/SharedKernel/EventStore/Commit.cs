using Npgsql;

namespace Billing.EventStore;

/// <summary>Everything that becomes true together: events, the rows people see at once, messages, records of answers.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Recorded">When and by whom.</param>
/// <param name="Appends">Events by stream; no stream twice.</param>
public sealed record Commit(TenantId Tenant, Recorded Recorded, IReadOnlyList<StreamAppend> Appends)
{
    /// <summary>Messages that go out if, and only if, this commits.</summary>
    public IReadOnlyList<OutgoingMessage> Messages { get; init; } = [];

    /// <summary>The answer to remember under the caller's idempotency key.</summary>
    public RememberedAnswer? Answer { get; init; }

    /// <summary>Further statements of the same transaction, run as the tenant, which is their <c>$1</c>.</summary>
    public IReadOnlyList<Statement> Also { get; init; } = [];

    internal IReadOnlyList<RowChange> Rows { get; init; } = [];

    /// <summary>Everybody's time, by which what is kept for so many days grows old; what is recorded may go by a clock of the organisation's own.</summary>
    internal DateTimeOffset KeptFrom { get => field == default ? Recorded.At : field; init; }

    /// <summary>The messages that this commit marks handled.</summary>
    internal IReadOnlyList<Handling> Handled { get; init; } = [];
}

/// <summary>A statement that writes a table which no event fills, such as credentials: what must be forgettable is not kept in the log.</summary>
/// <param name="Sql">Returns no rows; <c>$1</c> is the tenant.</param>
/// <param name="Values">The parameters after the tenant.</param>
public sealed record Statement(string Sql, params IReadOnlyList<NpgsqlParameter> Values)
{
    internal NpgsqlBatchCommand For(TenantId tenant) => Database.Command(tenant, Sql, [.. Values.Select(value => value.Clone())]);
}

/// <summary>Events to put at the end of one stream.</summary>
/// <param name="StreamType">The aggregate's alias.</param>
/// <param name="StreamId">The stream.</param>
/// <param name="ExpectedVersion">The version the decision was made on; 0 for a new stream.</param>
/// <param name="Events">At least one.</param>
public sealed record StreamAppend(string StreamType, Guid StreamId, long ExpectedVersion, IReadOnlyList<NewEvent> Events);

/// <summary>An event on its way into the log.</summary>
/// <param name="Id">UUID version 7.</param>
/// <param name="Data">The event.</param>
/// <param name="Causation">The message that directly caused it, where that is not what caused its commit.</param>
public readonly record struct NewEvent(Guid Id, object Data, string? Causation = null);

/// <summary>An answer given under an idempotency key.</summary>
/// <param name="Key">The caller's key.</param>
/// <param name="Fingerprint">SHA-256 of method, path and body.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Headers to repeat, as a JSON object.</param>
/// <param name="Body">Body to repeat.</param>
public sealed record RememberedAnswer(string Key, byte[] Fingerprint, int Status, string Headers, byte[] Body);

/// <summary>The stream was not at the version that the decision was made on. Nothing was written and no number was taken.</summary>
public sealed class ConcurrencyException(Guid stream, long expected, Exception? inner = null) : Exception($"Stream {stream} is no longer at version {expected}.", inner)
{
    /// <summary>The stream.</summary>
    public Guid Stream { get; } = stream;

    /// <summary>The version that was expected.</summary>
    public long Expected { get; } = expected;
}

/// <summary>A unique key of a row written with the events is taken. Nothing was written.</summary>
public sealed class RowTakenException(string constraint, Exception inner) : Exception($"{constraint} holds such a row already.", inner)
{
    /// <summary>The constraint or unique index.</summary>
    public string Constraint { get; } = constraint;
}

/// <summary>The connection broke while committing and the outcome could not be looked up in time. Ask again under the same idempotency key.</summary>
public sealed class OutcomeUnknownException(Exception inner) : Exception("The database went away while committing, and it could not yet be asked whether the change is in.", inner);
