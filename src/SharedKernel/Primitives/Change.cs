using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>
/// What a request says about one field: nothing (absent: leave it as it is), null (clear it), or a value (make it this).
/// Write such a property with <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c>, so that "nothing said" stays unsaid.
/// </summary>
/// <typeparam name="T">The field's type, without a question mark.</typeparam>
[JsonConverter(typeof(ChangeConverterFactory))]
public readonly record struct Change<T> where T : notnull
{
    private readonly T? _value;

    private Change(bool said, bool given, T? value)
    {
        IsSaid = said;
        IsValue = given;
        _value = value;
    }

    /// <summary>The field was not mentioned: it stays as it is.</summary>
    public static Change<T> Unsaid => default;

    /// <summary>The field is emptied.</summary>
    public static Change<T> Cleared => new(true, false, default);

    /// <summary>Whether the field was mentioned at all.</summary>
    public bool IsSaid { get; }

    /// <summary>Whether the field is emptied.</summary>
    public bool IsCleared => IsSaid && !IsValue;

    private bool IsValue { get; }

    /// <summary>The field becomes this value.</summary>
    public static Change<T> To(T value) => new(true, true, value);

    /// <summary>The value it becomes, when there is one.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return IsValue;
    }

    public static implicit operator Change<T>(T value) => To(value);

    public override string ToString() => IsValue ? $"{_value}" : IsSaid ? "cleared" : "unsaid";
}

internal sealed class ChangeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Change<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ChangeConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

internal sealed class ChangeConverter<T> : JsonConverter<Change<T>> where T : notnull
{
    public override bool HandleNull => true;

    public override Change<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? Change<T>.Cleared : Change<T>.To(JsonSerializer.Deserialize<T>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, Change<T> value, JsonSerializerOptions options)
    {
        if (value.TryGet(out var given)) JsonSerializer.Serialize(writer, given, options);
        else writer.WriteNullValue();
    }
}
