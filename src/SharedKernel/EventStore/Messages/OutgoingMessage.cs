namespace Billing.EventStore;

/// <summary>A message written with the events: it goes out if they are committed, at least once, and its handler makes that once.</summary>
/// <param name="Type">The message type, module in front.</param>
/// <param name="Body">Its JSON.</param>
/// <param name="Due">Not before this moment, UTC.</param>
/// <param name="Key">Business key: a second message of the type under the same key is not written.</param>
public sealed record OutgoingMessage(string Type, string Body, DateTimeOffset Due, string? Key = null);

/// <summary>Handles one message type. Runs in its own transaction, which also marks the message handled.</summary>
public abstract class MessageHandler
{
    /// <summary>The message type it handles.</summary>
    public abstract string Type { get; }
}
