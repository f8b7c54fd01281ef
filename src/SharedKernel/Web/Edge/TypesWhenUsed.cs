using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Billing.Web;

/// <summary>
/// What JSON knows of the types of bodies and answers, found out when one is first read or written. The framework asks for all of them when the first
/// request comes: reading hundreds of records and their properties by reflection was most of a start.
/// </summary>
/// <param name="api">The options of the framework; copies of them, such as the one that describes the API, get the whole at once.</param>
/// <param name="options">Equal ones, which know each type when it is used.</param>
internal sealed class TypesWhenUsed(JsonSerializerOptions api, JsonSerializerOptions options) : IJsonTypeInfoResolver
{
    private static readonly MethodInfo Later = typeof(TypesWhenUsed).GetMethod(nameof(WhenUsed), BindingFlags.NonPublic | BindingFlags.Instance)!;

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions asking)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (ReferenceEquals(asking, api) && IsOurs(type)) return (JsonTypeInfo)Later.MakeGenericMethod(type).Invoke(this, null)!;
        return options.TypeInfoResolver!.GetTypeInfo(type, asking);
    }

    /// <summary>Records of ours: what may be of another type than it is declared, or is written as one value, is looked at as it is.</summary>
    private static bool IsOurs(Type type) =>
        type is { IsSealed: true, IsClass: true } && type.Assembly.GetName().Name!.StartsWith("Billing.", StringComparison.Ordinal) && !type.IsDefined(typeof(JsonConverterAttribute), inherit: true);

    private JsonTypeInfo<T> WhenUsed<T>() where T : class => JsonMetadataServices.CreateValueInfo<T>(api, new Converter<T>(options));

    private sealed class Converter<T>(JsonSerializerOptions options) : JsonConverter<T> where T : class
    {
        private JsonTypeInfo<T> Known => field ??= (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize(ref reader, Known);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Known);
    }
}
