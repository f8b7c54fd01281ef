using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Billing.EventStore;

namespace Billing.Web;

/// <summary>A state as fields, written as the API writes them.</summary>
internal static class RecordFields<T> where T : class
{
    private static readonly JsonSerializerOptions Options = new(Json.Options) { IncludeFields = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutWhatIsCalculated } } };

    /// <summary>By name; what is not there is null.</summary>
    public static IReadOnlyDictionary<string, JsonNode?> Of(T state) => JsonSerializer.SerializeToNode(state, Options)!.AsObject().ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);

    /// <summary>What differs between two states; what a record begins with has come from nothing.</summary>
    public static IEnumerable<PastChange> Changes(Versioned<T> from, Versioned<T> to)
    {
        if (from.Version == to.Version) return [];
        var (before, after) = (from.Exists ? Of(from.State) : null, to.Exists ? Of(to.State) : null);
        return from name in (after ?? before!).Keys
               let was = before?[name]
               let @is = after?[name]
               where !JsonNode.DeepEquals(was, @is)
               select new PastChange(name, was, @is);
    }

    private static void WithoutWhatIsCalculated(JsonTypeInfo type)
    {
        if (type.Type != typeof(T)) return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i].AttributeProvider is PropertyInfo { SetMethod: null }) type.Properties.RemoveAt(i);
    }
}
