using System.Text.RegularExpressions;
using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// A statement on read models, and the same statement on other rows of theirs: each table that it names is hidden behind a common table expression of its name, into
/// which the rows go as arrays. Nothing is written for it, not even a temporary table, whose name a prepared statement could miss.
/// </summary>
internal sealed partial class PastStatement
{
    private const string Tables = "select c.relname::text from pg_class c where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p', 'v', 'm', 'f')";

    /// <summary>The log is the past itself.</summary>
    private static readonly string[] Told = ["mt_events", "mt_streams"];

    private readonly string _sql;
    private readonly List<(Projection Projection, IReadOnlyList<Column> Columns)> _tables;
    private readonly List<(string Table, string Then)> _tellers;

    private PastStatement(string sql, List<(Projection, IReadOnlyList<Column>)> tables, List<(string, string)> tellers) => (_sql, _tables, _tellers) = (sql, tables, tellers);

    /// <summary>Those whose tables it names.</summary>
    public IEnumerable<Projection> Projections => _tables.Select(table => table.Projection);

    /// <exception cref="UntoldPastException">It names a table whose past nothing tells.</exception>
    public static async Task<PastStatement> Of(EventStore store, string sql, CancellationToken stop)
    {
        var words = Word().Matches(sql).Select(word => word.Value).ToHashSet(StringComparer.Ordinal);
        var projections = store.Model.Projections.Where(projection => words.Contains(projection.RowTable.Name)).ToList();
        var all = store.Tables ??= (await List(store.Database.Daemon, Tables, reader => reader.GetString(0), stop, Text(store.Database.Schema))).ToHashSet(StringComparer.Ordinal);
        var tellers = store.Model.PastTellers;
        if (words.FirstOrDefault(word => all.Contains(word) && !Told.Contains(word) && !tellers.ContainsKey(word) && !projections.Exists(projection => projection.RowTable.Name == word)) is { } untold) throw new UntoldPastException(untold);
        var whole = Star().IsMatch(sql);
        return new PastStatement(
            sql, [.. projections.Select(projection => (projection, (IReadOnlyList<Column>)[.. projection.RowTable.Columns.Where(column => whole || column.IsKey || words.Contains(column.Name))]))],
            [.. tellers.Where(teller => teller.Value is not null && words.Contains(teller.Key)).Select(teller => (teller.Key, teller.Value!))]);
    }

    /// <summary>The statement on these rows; <c>$1</c> is the tenant, then come the statement's own values.</summary>
    /// <param name="rows">Of the projections whose tables it names.</param>
    /// <param name="values">The statement's own.</param>
    /// <param name="until">The instant that is looked at; null: tables that tell their past are read as they stand.</param>
    public (string Sql, IReadOnlyList<NpgsqlParameter> Values) On(IReadOnlyDictionary<Projection, RowSet> rows, IReadOnlyList<NpgsqlParameter> values, DateTimeOffset? until)
    {
        var (hidden, all) = (new List<string>(), new List<NpgsqlParameter>(values));
        foreach (var (projection, columns) in _tables)
        {
            var there = rows[projection].Rows.Values.Where(row => row is not null).ToList();
            var (names, places) = (string.Join(", ", columns.Select(column => column.Name)), string.Join(", ", columns.Select((_, i) => $"${all.Count + 2 + i}")));
            hidden.Add($"{projection.RowTable.Name} as (select $1::varchar as tenant_id, rows_then.* from unnest({places}) as rows_then ({names}))");
            all.AddRange(columns.Select(column => column.ArrayParameter(there.Count, i => column.Get(there[i]!))));
        }
        if (until is { } then && _tellers.Count > 0)
        {
            all.Add(Moment(then));
            hidden.AddRange(_tellers.Select(teller => $"{teller.Table} as ({teller.Then.Replace("@then", $"${all.Count + 1}", StringComparison.Ordinal)})"));
        }
        return hidden.Count == 0 ? (_sql, values) : ($"with {string.Join(", ", hidden)} select * from ({_sql}) as told_then", all);
    }

    [GeneratedRegex("[a-z_][a-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\.\*|select\s+\*")]
    private static partial Regex Star();
}
