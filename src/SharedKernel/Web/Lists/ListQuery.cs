using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Web;

/// <summary>A field that a list can be sorted by.</summary>
/// <param name="Expression">SQL that is never null.</param>
/// <param name="Type">Its type, for the cursor.</param>
public sealed record SortField(string Expression, NpgsqlDbType Type);

/// <summary>
/// Builds one page of a list in SQL: typed filters, several sort fields, and a cursor that continues after the last row seen (keyset),
/// so that page 200 costs what page 1 costs and rows neither repeat nor vanish while others write.
/// </summary>
/// <param name="fields">Sort fields by their public name.</param>
/// <param name="tieBreaker">Makes the order total; ascending.</param>
public sealed class ListQuery(IReadOnlyDictionary<string, SortField> fields, SortField tieBreaker)
{
    /// <summary>Most rows on a page.</summary>
    public const int MaxLimit = 200;

    private readonly List<NpgsqlParameter> _values = [];
    private readonly StringBuilder _where = new();
    private readonly List<(SortField Field, bool Descending)> _sort = [];

    /// <summary>Parameters after <c>$1</c>, the tenant.</summary>
    public IReadOnlyList<NpgsqlParameter> Values => _values;

    /// <summary>Conditions so far, each with <c>and</c> in front.</summary>
    public string Where => _where.ToString();

    /// <summary>Adds a parameter; returns its placeholder.</summary>
    public string Value(object value, NpgsqlDbType type)
    {
        _values.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count + 1}");
    }

    /// <summary>Adds a condition with one parameter, written as <c>@</c>; nothing for null.</summary>
    public ListQuery Filter(string condition, object? value, NpgsqlDbType type)
    {
        if (value is not null) _where.Append(" and ").Append(condition.Replace("@", Value(value, type), StringComparison.Ordinal));
        return this;
    }

    /// <summary>Adds a condition as it is.</summary>
    public ListQuery Filter(string condition)
    {
        _where.Append(" and ").Append(condition);
        return this;
    }

    /// <summary>Reads <c>sort=-billed,facility</c>.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Sort(string? sort, string otherwise)
    {
        foreach (var part in (string.IsNullOrWhiteSpace(sort) ? otherwise : sort).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.TrimStart('-', '+');
            if (!fields.TryGetValue(name, out var field)) return Problems.BadRequest(new Fault("?sort", $"There is no field '{name}' to sort by; there are {string.Join(", ", fields.Keys)}."));
            _sort.Add((field, part[0] == '-'));
        }
        _sort.Add((tieBreaker, false));
        return null;
    }

    /// <summary>Continues after the row that a cursor names. Call after <see cref="Sort"/>.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? After(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor)) return null;
        var values = Cursor.Read(cursor);
        if (values is null || values.Length != _sort.Count) return Problems.BadRequest(new Fault("?cursor", "This cursor belongs to another list or sort. Start again without it."));
        var placeholders = values.Select((value, i) => Value(value, NpgsqlDbType.Text) + "::" + TypeName(_sort[i].Field.Type)).ToList();
        var alternatives = _sort.Select((sort, i) => "(" + string.Join(" and ",
            _sort.Take(i).Select((s, j) => $"{s.Field.Expression} = {placeholders[j]}").Append($"{sort.Field.Expression} {(sort.Descending ? "<" : ">")} {placeholders[i]}")) + ")");
        // The alternatives alone say all; only from this bound does Postgres see where in an index the page begins, and does not look at every row before it.
        _where.Append(" and ").Append(_sort[0].Field.Expression).Append(_sort[0].Descending ? " <= " : " >= ").Append(placeholders[0]).Append(" and (").AppendJoin(" or ", alternatives).Append(')');
        return null;
    }

    /// <summary>Columns to select behind the list's own: what the cursor is made of.</summary>
    public string CursorColumns => string.Concat(_sort.Select(s => $", {s.Field.Expression}::text"));

    /// <summary>Order and limit; one row more than asked tells whether there is a next page.</summary>
    public string Tail(int limit) => $" order by {string.Join(", ", _sort.Select(s => s.Field.Expression + (s.Descending ? " desc" : "")))} limit {limit + 1}";

    /// <summary>The cursor after the row that the reader stands on.</summary>
    /// <param name="reader">On the last row of the page.</param>
    /// <param name="first">Ordinal of the first of <see cref="CursorColumns"/>.</param>
    public string CursorAt(NpgsqlDataReader reader, int first) => Cursor.Write(_sort.Select((_, i) => reader.GetString(first + i)));

    private static string TypeName(NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Uuid => "uuid",
        NpgsqlDbType.Date => "date",
        NpgsqlDbType.Numeric => "numeric",
        NpgsqlDbType.Bigint => "bigint",
        NpgsqlDbType.TimestampTz => "timestamptz",
        _ => "text",
    };
}
