using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>An id that cannot be mistaken for another kind's: a record struct around one UUID.</summary>
/// <typeparam name="TSelf">The id itself.</typeparam>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The UUID; version 7, so that ids sort by the time they were made.</summary>
    Guid Value { get; }

    /// <summary>Wraps a UUID.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Reads typed ids in addresses.</summary>
public static class TypedId
{
    /// <summary>Reads a UUID as such an id.</summary>
    public static bool TryParse<TId>(string? text, out TId id) where TId : struct, ITypedId<TId>
    {
        var read = Guid.TryParse(text, out var value);
        id = TId.From(value);
        return read;
    }
}

/// <summary>Writes a typed id as its UUID text, as a value and as a dictionary key.</summary>
/// <typeparam name="TId">The id type.</typeparam>
public sealed class TypedIdConverter<TId> : JsonConverter<TId> where TId : struct, ITypedId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value) ? TId.From(value) : throw new JsonException("An id is a UUID such as 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Guid.TryParse(reader.GetString(), out var value) ? TId.From(value) : throw new JsonException("An id is a UUID.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value.ToString());
}
