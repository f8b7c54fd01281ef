using System.Reflection;
using System.Reflection.Metadata;

namespace Billing.EventStore;

/// <summary>Finds the types of an assembly that carry an attribute by its tables alone: to load each of its thousands of types and ask would take longer than all else of a start.</summary>
internal static class MarkedTypes
{
    /// <summary>In the order of the assembly.</summary>
    public static unsafe IEnumerable<Type> Of(Assembly assembly, Type attribute)
    {
        if (!assembly.TryGetRawMetadata(out var start, out var length)) return assembly.GetTypes().Where(type => type.IsDefined(attribute, inherit: false));
        var tables = new MetadataReader(start, length);
        var found = new List<Type>();
        foreach (var handle in tables.TypeDefinitions)
        {
            var type = tables.GetTypeDefinition(handle);
            foreach (var one in type.GetCustomAttributes())
            {
                if (!Is(tables, tables.GetCustomAttribute(one).Constructor, attribute)) continue;
                found.Add(assembly.GetType(NameOf(tables, type), throwOnError: true)!);
                break;
            }
        }
        return found;
    }

    private static bool Is(MetadataReader tables, EntityHandle constructor, Type attribute)
    {
        var (space, name) = constructor.Kind switch
        {
            HandleKind.MemberReference when tables.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent => There(tables.GetTypeReference((TypeReferenceHandle)parent)),
            HandleKind.MethodDefinition => Here(tables.GetTypeDefinition(tables.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType())),
            _ => default,
        };
        return !name.IsNil && tables.StringComparer.Equals(name, attribute.Name) && tables.StringComparer.Equals(space, attribute.Namespace!);

        static (StringHandle Space, StringHandle Name) There(TypeReference type) => (type.Namespace, type.Name);
        static (StringHandle Space, StringHandle Name) Here(TypeDefinition type) => (type.Namespace, type.Name);
    }

    private static string NameOf(MetadataReader tables, TypeDefinition type)
    {
        var name = tables.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil) return $"{NameOf(tables, tables.GetTypeDefinition(type.GetDeclaringType()))}+{name}";
        return type.Namespace.IsNil ? name : $"{tables.GetString(type.Namespace)}.{name}";
    }
}
