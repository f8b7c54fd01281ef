using System.Reflection;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>Marks a row's property that is stored as jsonb.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class JsonbAttribute : Attribute;

/// <summary>One typed column of a read model and the property behind it.</summary>
internal sealed class Column
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly PropertyInfo _property;
    private readonly Type _type;
    private readonly bool _jsonb;

    public Column(PropertyInfo property, bool isKey)
    {
        _property = property;
        _type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        _jsonb = property.IsDefined(typeof(JsonbAttribute)) || property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name == property.Name && p.IsDefined(typeof(JsonbAttribute)));
        IsKey = isKey;
        Name = Snake(property.Name);
        DbType = _jsonb ? NpgsqlDbType.Jsonb : DbTypeOf(_type);
    }

    public string Name { get; }

    public bool IsKey { get; }

    public NpgsqlDbType DbType { get; }


    public object? Get(object row) => ToDb(_property.GetValue(row));

    public NpgsqlParameter Parameter(object? value) => new() { Value = ToDb(value) ?? DBNull.Value, NpgsqlDbType = DbType };

    public NpgsqlParameter ArrayParameter(int count, Func<int, object?> value)
    {
        var element = _jsonb || DbType is NpgsqlDbType.Varchar ? typeof(string) : Stored(_type);
        var array = Array.CreateInstance(element.IsValueType ? typeof(Nullable<>).MakeGenericType(element) : element, count);
        for (var i = 0; i < count; i++) array.SetValue(ToDb(value(i)), i);
        return new NpgsqlParameter { Value = array, NpgsqlDbType = NpgsqlDbType.Array | DbType };
    }

    public object? Read(NpgsqlDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal)) return null;
        if (_jsonb) return JsonSerializer.Deserialize(reader.GetString(ordinal), _property.PropertyType, Json);
        if (_type == typeof(DateTimeOffset)) return new DateTimeOffset(reader.GetDateTime(ordinal), TimeSpan.Zero);
        if (_type == typeof(Guid)) return reader.GetGuid(ordinal);
        if (_type == typeof(string)) return reader.GetString(ordinal);
        if (_type == typeof(int)) return reader.GetInt32(ordinal);
        if (_type == typeof(long)) return reader.GetInt64(ordinal);
        if (_type == typeof(bool)) return reader.GetBoolean(ordinal);
        if (_type == typeof(decimal)) return reader.GetDecimal(ordinal);
        return reader.GetFieldValue<DateOnly>(ordinal);
    }

    public async Task Copy(NpgsqlBinaryImporter importer, object? value, CancellationToken stop)
    {
        switch (ToDb(value))
        {
            case null: await importer.WriteNullAsync(stop); break;
            case Guid id: await importer.WriteAsync(id, DbType, stop); break;
            case long number: await importer.WriteAsync(number, DbType, stop); break;
            case int number: await importer.WriteAsync(number, DbType, stop); break;
            case decimal number: await importer.WriteAsync(number, DbType, stop); break;
            case bool flag: await importer.WriteAsync(flag, DbType, stop); break;
            case DateOnly day: await importer.WriteAsync(day, DbType, stop); break;
            case DateTime moment: await importer.WriteAsync(moment, DbType, stop); break;
            case string text: await importer.WriteAsync(text, DbType, stop); break;
            case { } other: throw new NotSupportedException($"{Name}: {other.GetType()}");
        }
    }

    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }
        return snake.ToString();
    }

    private static Type Stored(Type type) => type == typeof(DateTimeOffset) ? typeof(DateTime) : type;

    private object? ToDb(object? value) => value switch
    {
        null => null,
        DateTimeOffset moment => moment.UtcDateTime,
        string when _jsonb && _type == typeof(string) => value,
        _ when _jsonb && value is not string => JsonSerializer.Serialize(value, _property.PropertyType, Json),
        _ => value,
    };

    private static NpgsqlDbType DbTypeOf(Type type) =>
        type == typeof(Guid) ? NpgsqlDbType.Uuid
        : type == typeof(string) ? NpgsqlDbType.Varchar
        : type == typeof(int) ? NpgsqlDbType.Integer
        : type == typeof(long) ? NpgsqlDbType.Bigint
        : type == typeof(bool) ? NpgsqlDbType.Boolean
        : type == typeof(decimal) ? NpgsqlDbType.Numeric
        : type == typeof(DateOnly) ? NpgsqlDbType.Date
        : type == typeof(DateTimeOffset) ? NpgsqlDbType.TimestampTz
        : throw new NotSupportedException($"A read model's column cannot be a {type.Name}; use an id, text, number, date, moment or [Jsonb].");
}
