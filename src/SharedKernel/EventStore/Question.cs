using Npgsql;

namespace Billing.EventStore;

/// <summary>One reading statement and how its answer is understood: several of them travel together, across modules too.</summary>
/// <param name="Sql">The statement; <c>$1</c> is the tenant.</param>
/// <param name="Values">The parameters after the tenant.</param>
/// <param name="Read">Called with the reader on the statement's result.</param>
public sealed record Question<T>(string Sql, IReadOnlyList<NpgsqlParameter> Values, Func<NpgsqlDataReader, Task<T>> Read);
