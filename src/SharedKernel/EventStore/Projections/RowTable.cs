using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>A row to write or, when the row is null, to remove.</summary>
internal sealed record RowChange(RowTable Table, object Key, object? Row);

/// <summary>
/// An ordinary table with typed columns that rows of a projection live in. <c>tenant_id</c> comes first in it and is not part of the row;
/// every other column is a property of the row in snake_case.
/// </summary>
public abstract class RowTable
{
    private protected RowTable(string name, Type row, IReadOnlyList<string> key)
    {
        Name = name;
        var constructor = row.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        Columns = [.. constructor.GetParameters().Select(p => new Column(row.GetProperty(p.Name!)!, key.Contains(Column.Snake(p.Name!))))];
        Make = ConstructorInvoker.Create(constructor);
        KeyColumns = [.. key.Select(k => Columns.Single(c => c.Name == k))];

        var names = string.Join(", ", Columns.Select(c => c.Name));
        var settable = Columns.Where(c => !c.IsKey).ToList();
        var keys = "tenant_id, " + string.Join(", ", key);
        var conflict = $"on conflict ({keys}) do " + (settable.Count == 0 ? "nothing" : $"update set {string.Join(", ", settable.Select(c => $"{c.Name} = excluded.{c.Name}"))}");
        UpsertOne = $"insert into {name} (tenant_id, {names}) values ($1, {string.Join(", ", Columns.Select((_, i) => $"${i + 2}"))}) {conflict}";
        DeleteOne = $"delete from {name} where tenant_id = $1 and {string.Join(" and ", key.Select((k, i) => $"{k} = ${i + 2}"))}";
        ColumnList = names;
        Conflict = conflict;
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The same rows in a table of another name.</summary>
    internal abstract RowTable As(string name);

    internal IReadOnlyList<Column> Columns { get; }

    internal IReadOnlyList<Column> KeyColumns { get; }

    internal string ColumnList { get; }

    internal string Conflict { get; }

    internal string UpsertOne { get; }

    internal string DeleteOne { get; }

    private ConstructorInvoker Make { get; }

    internal NpgsqlBatchCommand Write(TenantId tenant, RowChange change)
    {
        var command = new NpgsqlBatchCommand(change.Row is null ? DeleteOne : UpsertOne) { Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.Value, NpgsqlDbType = NpgsqlDbType.Varchar } } };
        if (change.Row is null)
            for (var i = 0; i < KeyColumns.Count; i++) command.Parameters.Add(KeyColumns[i].Parameter(KeyPart(change.Key, i)));
        else
            foreach (var column in Columns) command.Parameters.Add(column.Parameter(column.Get(change.Row)));
        return command;
    }

    /// <summary>One statement that writes many rows of many tenants.</summary>
    internal NpgsqlBatchCommand UpsertMany(IReadOnlyList<(TenantId Tenant, object Row)> rows)
    {
        var tenants = rows.Select(r => r.Tenant.Value).ToArray();
        var command = new NpgsqlBatchCommand(
            $"insert into {Name} (tenant_id, {ColumnList}) select * from unnest($1, {string.Join(", ", Columns.Select((_, i) => $"${i + 2}"))}) {Conflict}")
        { Parameters = { new NpgsqlParameter<string[]> { TypedValue = tenants, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar } } };
        foreach (var column in Columns) command.Parameters.Add(column.ArrayParameter(rows.Count, i => column.Get(rows[i].Row)));
        return command;
    }

    /// <summary>One statement that removes many rows of many tenants.</summary>
    internal NpgsqlBatchCommand DeleteMany(IReadOnlyList<(TenantId Tenant, object Key)> keys)
    {
        var command = new NpgsqlBatchCommand(
            $"delete from {Name} t using unnest($1, {string.Join(", ", KeyColumns.Select((_, i) => $"${i + 2}"))}) as k (tenant_id, {string.Join(", ", KeyColumns.Select(c => c.Name))}) where {Matches("t", "k")}");
        AddKeys(command, keys);
        return command;
    }

    /// <summary>One statement that reads the rows under many keys; columns: tenant_id, then the row's.</summary>
    internal NpgsqlBatchCommand ReadMany(IReadOnlyList<(TenantId Tenant, object Key)> keys)
    {
        var command = new NpgsqlBatchCommand(
            $"select t.tenant_id, {string.Join(", ", Columns.Select(c => "t." + c.Name))} from {Name} t join unnest($1, {string.Join(", ", KeyColumns.Select((_, i) => $"${i + 2}"))}) as k (tenant_id, {string.Join(", ", KeyColumns.Select(c => c.Name))}) on {Matches("t", "k")}");
        AddKeys(command, keys);
        return command;
    }

    /// <summary>Builds a row from a reader standing on it.</summary>
    internal object ReadRow(NpgsqlDataReader reader, int first)
    {
        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Columns[i].Read(reader, first + i);
        return Make.Invoke(values.AsSpan());
    }

    /// <summary>The key of a row as projections name it: the value itself, or a tuple.</summary>
    internal object KeyOf(object row) => KeyColumns.Count switch
    {
        1 => KeyColumns[0].Get(row)!,
        2 => (KeyColumns[0].Get(row)!, KeyColumns[1].Get(row)!),
        3 => (KeyColumns[0].Get(row)!, KeyColumns[1].Get(row)!, KeyColumns[2].Get(row)!),
        _ => (KeyColumns[0].Get(row)!, KeyColumns[1].Get(row)!, KeyColumns[2].Get(row)!, KeyColumns[3].Get(row)!),
    };

    /// <summary>Brings the keys of projections, typed tuples among them, to one comparable form.</summary>
    internal static object Normal(object key) => key is ITuple { Length: > 1 } tuple
        ? tuple.Length switch
        {
            2 => (Stored(tuple[0]), Stored(tuple[1])),
            3 => (Stored(tuple[0]), Stored(tuple[1]), Stored(tuple[2])),
            _ => (Stored(tuple[0]), Stored(tuple[1]), Stored(tuple[2]), Stored(tuple[3])),
        }
        : Stored(key);

    private static object Stored(object? part) => part is DateTimeOffset moment ? moment.UtcDateTime : part!;

    private static object? KeyPart(object key, int index) => key is ITuple { Length: > 1 } tuple ? tuple[index] : key;

    private string Matches(string table, string keys) => $"{table}.tenant_id = {keys}.tenant_id and " + string.Join(" and ", KeyColumns.Select(c => $"{table}.{c.Name} = {keys}.{c.Name}"));

    private void AddKeys(NpgsqlBatchCommand command, IReadOnlyList<(TenantId Tenant, object Key)> keys)
    {
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. keys.Select(k => k.Tenant.Value)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        for (var c = 0; c < KeyColumns.Count; c++)
        {
            var index = c;
            command.Parameters.Add(KeyColumns[c].ArrayParameter(keys.Count, i => KeyPart(keys[i].Key, index)));
        }
    }
}

/// <summary>A table whose rows are of one record type.</summary>
/// <param name="name">The table's name, module in front: <c>facilities_billing_records</c>.</param>
/// <param name="key">Key columns after <c>tenant_id</c>.</param>
public sealed class RowTable<TRow>(string name, params string[] key) : RowTable(name, typeof(TRow), key.Length == 0 ? ["id"] : key) where TRow : class
{
    internal override RowTable As(string name) => new RowTable<TRow>(name, [.. KeyColumns.Select(c => c.Name)]);
}
