using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Billing.Web;

/// <summary>After a body was refused: everything that is wrong with its shape, each with its place, so that a person mends it in one go.</summary>
internal static class JsonFaults
{
    private const int Most = 50;

    public static IReadOnlyList<Fault> Find(ReadOnlyMemory<byte> body, Type type, JsonSerializerOptions options)
    {
        var faults = new List<Fault>();
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Json.MaxDepth, AllowDuplicateProperties = false });
            Visit(document.RootElement, options.GetTypeInfo(type), "", faults);
        }
        catch (JsonException e) when (e.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            faults.Add(new("", "A name occurs twice in one object."));
        }
        return faults;
    }

    private static void Visit(JsonElement value, JsonTypeInfo type, string at, List<Fault> faults)
    {
        if (faults.Count >= Most) return;
        var own = Try(value, type);
        if (own is null) return;
        var before = faults.Count;
        if (Nullable.GetUnderlyingType(type.Type) is { } inner) type = type.Options.GetTypeInfo(inner);
        if (type.Kind == JsonTypeInfoKind.Object && value.ValueKind == JsonValueKind.Object) Members(value, type, at, faults);
        else if (type.Kind == JsonTypeInfoKind.Enumerable && value.ValueKind == JsonValueKind.Array && type.ElementType is { } element)
        {
            foreach (var (index, item) in value.EnumerateArray().Index()) Visit(item, type.Options.GetTypeInfo(element), JsonPointer.Step(at, index), faults);
        }
        else if (type.Kind == JsonTypeInfoKind.Dictionary && value.ValueKind == JsonValueKind.Object && type.ElementType is { } entry)
        {
            foreach (var member in value.EnumerateObject()) Visit(member.Value, type.Options.GetTypeInfo(entry), JsonPointer.Step(at, member.Name), faults);
        }
        if (faults.Count == before) faults.Add(new(at, own.Message.StartsWith("The JSON ", StringComparison.Ordinal) || own.Message.Contains("Path: $", StringComparison.Ordinal) ? Expected(type.Type) : own.Message));
    }

    private static void Members(JsonElement value, JsonTypeInfo type, string at, List<Fault> faults)
    {
        foreach (var member in value.EnumerateObject())
        {
            var place = JsonPointer.Step(at, member.Name);
            if (type.Properties.FirstOrDefault(property => property.Name == member.Name) is not { } property) faults.Add(new(place, "There is no such field."));
            else if (member.Value.ValueKind != JsonValueKind.Null) Visit(member.Value, type.Options.GetTypeInfo(property.PropertyType), place, faults);
            else if ((!property.IsSetNullable && !property.PropertyType.IsValueType) || Try(member.Value, type.Options.GetTypeInfo(property.PropertyType)) is not null) faults.Add(new(place, "This must not be null."));
        }
        foreach (var property in type.Properties)
            if (property.IsRequired && !value.TryGetProperty(property.Name, out _)) faults.Add(new(JsonPointer.Step(at, property.Name), "This is missing."));
    }

    private static JsonException? Try(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
            return null;
        }
        catch (JsonException e)
        {
            return e;
        }
    }

    private static string Expected(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choice => "This must be one of " + string.Join(", ", Enum.GetNames(choice).Select(JsonNamingPolicy.CamelCase.ConvertName)) + ".",
        var t when t == typeof(string) => "This must be text.",
        var t when t == typeof(bool) => "This must be true or false.",
        var t when t == typeof(int) || t == typeof(long) || t == typeof(short) => "This must be a whole number in range.",
        var t when t == typeof(decimal) || t == typeof(double) => "This must be a number in range.",
        var t when t == typeof(DateOnly) => "This must be a date such as 2025-11-14.",
        var t when t == typeof(DateTimeOffset) || t == typeof(DateTime) => "This must be an instant such as 2025-11-14T09:30:00Z.",
        var t when t == typeof(Guid) => "This must be a UUID.",
        var t when t != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(t) => "This must be a list.",
        _ => "This must be an object of the documented form.",
    };
}
