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

    internal override Task Handle(TakenMessage taken, Work work, EventRegistry registry, CancellationToken stop)
    {
        var body = registry.ReadBody<TBody>(taken.Tenant, taken.Body) ?? throw new JsonException($"The body of {Type} is null.");
        return Handle(new Message<TBody>(taken.Id, taken.Tenant, Type, body, taken.Attempt, taken.Due, taken.CorrelationId, taken.Key), work, stop);
    }
}
