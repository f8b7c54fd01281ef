using System.Text.Json;

namespace Billing.EventStore;

/// <summary>A message as its handler gets it.</summary>
/// <param name="Id">UUID version 7, given when it was sent.</param>
/// <param name="Tenant">Whose.</param>
/// <param name="Type">The message type, module in front.</param>
/// <param name="Body">What it says.</param>
/// <param name="Attempt">1 at the first try.</param>
/// <param name="Due">The moment it was due, UTC; for a retry, the retry's.</param>
/// <param name="CorrelationId">Ties together everything that one outside act set off.</param>
/// <param name="Key">The business key it was sent under, if any.</param>
public sealed record Message<TBody>(Guid Id, TenantId Tenant, string Type, TBody Body, int Attempt, DateTimeOffset Due, string? CorrelationId, string? Key);

/// <summary>Handles one message type. See <see cref="MessageHandler{TBody}"/>.</summary>
public abstract class MessageHandler
{
    private protected MessageHandler(string type) => Type = type;

    /// <summary>The message type it handles.</summary>
    public string Type { get; }

    /// <summary>How often it is tried before it becomes a dead letter.</summary>
    public virtual int Attempts => 10;

    /// <summary>The pause after a failed attempt, before jitter: 1 s, 4 s, 16 s … at most an hour, unless said otherwise.</summary>
    public virtual TimeSpan PauseAfter(int attempt) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(4, attempt - 1)));

    /// <summary>Half a second after the first attempt, then twice as long each time, at most a minute: for what somebody waits for, and whose reason may soon be over.</summary>
    protected static TimeSpan AtMostAMinute(int attempt) => TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, attempt - 2)));

    /// <summary>
    /// At most so many waiting messages of one organisation, sent by the same act, are handled on one work and commit as one, in the order in which they were due.
    /// What fails together is tried alone. 1: each by itself. Such a handler does not commit.
    /// </summary>
    public virtual int Together => 1;

    /// <summary>Our turn on what its messages write and others do, too; held until they are committed. None unless said otherwise.</summary>
    /// <param name="session">Of the messages' organisation.</param>
    protected internal virtual Task<IDisposable?> Turn(Session session, CancellationToken stop) => Task.FromResult<IDisposable?>(null);

    internal abstract Task Prepare(IReadOnlyList<TakenMessage> taken, Work work, EventRegistry registry, CancellationToken stop);

    internal abstract Task Handle(TakenMessage taken, Work work, EventRegistry registry, CancellationToken stop);
}

/// <summary>
/// Handles messages of one type. It may come more than once after a crash, so be idempotent by business key: what is decided on the given
/// <see cref="Work"/> commits together with the mark that the message is handled, and is then done exactly once.
/// </summary>
/// <param name="type">The message type, module in front.</param>
public abstract class MessageHandler<TBody>(string type) : MessageHandler(type)
{
    /// <summary>Does what the message asks for. Throwing means: try again later; <see cref="GivenUpException"/>: never.</summary>
    /// <param name="message">The message.</param>
    /// <param name="work">Work of the message's tenant. Its commit marks the message handled; what is not yet committed on return is committed then.</param>
    /// <param name="stop">Ends when the node stops or another node has taken the message over.</param>
    public abstract Task Handle(Message<TBody> message, Work work, CancellationToken stop);

    /// <summary>Loads in one round trip what several messages are about to ask for one by one.</summary>
    protected virtual Task Prepare(IReadOnlyList<TBody> bodies, Work work, CancellationToken stop) => Task.CompletedTask;

    internal override Task Prepare(IReadOnlyList<TakenMessage> taken, Work work, EventRegistry registry, CancellationToken stop) => Prepare([.. taken.Select(one => BodyOf(one, registry))], work, stop);

    internal override Task Handle(TakenMessage taken, Work work, EventRegistry registry, CancellationToken stop) =>
        Handle(new Message<TBody>(taken.Id, taken.Tenant, Type, BodyOf(taken, registry), taken.Attempt, taken.Due, taken.CorrelationId, taken.Key), work, stop);

    private TBody BodyOf(TakenMessage taken, EventRegistry registry) => registry.ReadBody<TBody>(taken.Tenant, taken.Body) ?? throw new JsonException($"The body of {Type} is null.");
}
