using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.EventStore;

namespace Billing.Notifications;

/// <summary>What the type of an event's field looks like in JSON: its schema (JSON Schema 2020-12) and a value of it.</summary>
/// <param name="Schema">Without the comments of the field.</param>
/// <param name="Example">A value that is read as the type.</param>
internal sealed record WebhookShape(JsonObject Schema, JsonNode? Example)
{
    private static readonly JsonObject Number = new() { ["type"] = "string", ["pattern"] = @"^-?\d+(\.\d+)?$" };

    private static readonly JsonObject Day = new() { ["type"] = "string", ["format"] = "date" };

    private static readonly Dictionary<Type, Func<WebhookShape>> Plain = new()
    {
        [typeof(string)] = () => Text("Meadow Health"),
        [typeof(bool)] = () => new(new() { ["type"] = "boolean" }, true),
        [typeof(int)] = () => new(new() { ["type"] = "integer" }, 30),
        [typeof(long)] = () => new(new() { ["type"] = "integer" }, 30),
        [typeof(DateOnly)] = () => new(Copy(Day), "2025-11-14"),
        [typeof(DateTimeOffset)] = () => new(new() { ["type"] = "string", ["format"] = "date-time" }, "2025-11-14T09:30:00+00:00"),
        [typeof(DayOfWeek)] = () => new(Words(Enum.GetNames<DayOfWeek>()), "monday"),
        [typeof(Guid)] = () => new(new() { ["type"] = "string", ["format"] = "uuid" }, Id),
        [typeof(PersonalText)] = () => new(
            Required(new() { ["type"] = "object", ["properties"] = new JsonObject { ["subject"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" }, ["text"] = new JsonObject { ["type"] = "string", ["description"] = "Missing: the person was forgotten." } } }, "subject"),
            new JsonObject { ["subject"] = Id, ["text"] = "Ada Byron" }),
        [typeof(Money)] = () => new(Object(("amount", Copy(Number)), ("currency", CurrencyCode())), new JsonObject { ["amount"] = "4250.00", ["currency"] = "USD" }),
        [typeof(Currency)] = () => new(CurrencyCode(), "USD"),
        [typeof(BillingDay)] = () => new(new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 31 }, 31),
        [typeof(Quantity)] = () => new(Copy(Number), "1.5"),
        [typeof(UnitPrice)] = () => new(Copy(Number), "0.0025"),
        [typeof(Percentage)] = () => new(Copy(Number), "7.5"),
        [typeof(Period)] = () => new(Object(("from", Copy(Day)), ("through", Copy(Day))), new JsonObject { ["from"] = "2025-10-01", ["through"] = "2025-10-31" }),
        [typeof(TimeOnly)] = () => new(new() { ["type"] = "string", ["format"] = "time" }, "09:30:00"),
        [typeof(IReadOnlyDictionary<string, string>)] = () => new(new() { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } }, new JsonObject { ["region"] = "eu" }),
    };

    private const string Id = "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";

    /// <summary>Of a field's type.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said yet what it looks like.</exception>
    public static WebhookShape Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.TryGetValue(type, out var plain)) return plain();
        if (type.IsEnum) return new(Words(Enum.GetNames(type)), JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0]));
        if (type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ITypedId<>))) return Plain[typeof(Guid)]();
        if (type.GetInterfaces().Append(type).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) is { } list && Of(list.GetGenericArguments()[0]) is var item)
            return new(new() { ["type"] = "array", ["items"] = item.Schema }, new JsonArray(item.Example));
        if (type.GetMethod("<Clone>$") is null) throw new InvalidOperationException($"No announced event can have a field of type {type.Name} yet: say in {nameof(WebhookShape)} what it looks like.");
        var parts = type.GetConstructors().Select(constructor => constructor.GetParameters()).MaxBy(found => found.Length) ?? [];
        return Of(parts.Select(part => (JsonNamingPolicy.CamelCase.ConvertName(part.Name!), part.ParameterType, MayBeMissing: IsNullable(part), Comment: "")));
    }

    /// <summary>Of an object with these fields.</summary>
    public static WebhookShape Of(IEnumerable<(string Name, Type Type, bool MayBeMissing, string Comment)> fields)
    {
        var (schema, example, required) = (new JsonObject(), new JsonObject(), new List<string>());
        foreach (var (name, type, mayBeMissing, comment) in fields)
        {
            var shape = Of(type);
            if (comment.Length > 0) shape.Schema["description"] = comment;
            (schema[name], example[name]) = (shape.Schema, shape.Example);
            if (!mayBeMissing) required.Add(name);
        }
        return new(Required(new() { ["type"] = "object", ["properties"] = schema }, [.. required]), example);
    }

    private static bool IsNullable(ParameterInfo part) => Nullable.GetUnderlyingType(part.ParameterType) is not null || new NullabilityInfoContext().Create(part).ReadState == NullabilityState.Nullable;

    private static WebhookShape Text(string example) => new(new() { ["type"] = "string" }, example);

    private static JsonObject CurrencyCode() => new() { ["type"] = "string", ["pattern"] = "^[A-Z]{3}$" };

    private static JsonObject Words(IEnumerable<string> names) => new() { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))]) };

    private static JsonObject Object(params (string Name, JsonObject Schema)[] members) =>
        Required(new() { ["type"] = "object", ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))) }, [.. members.Select(member => member.Name)]);

    private static JsonObject Required(JsonObject schema, params string[] names)
    {
        if (names.Length > 0) schema["required"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        return schema;
    }

    private static JsonObject Copy(JsonObject schema) => schema.DeepClone().AsObject();
}
