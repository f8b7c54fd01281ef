namespace Billing.Postgres;

/// <summary>Postgres cannot be started; the message is one sentence that says why and what to do.</summary>
public sealed class PostgresUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
