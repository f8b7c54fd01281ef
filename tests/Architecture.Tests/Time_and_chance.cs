using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Billing.Architecture.Tests;

/// <summary>Time, ids and randomness arrive as arguments, so that every decision and every projection can be run again.</summary>
public class Time_and_chance
{
    private static readonly HashSet<string> Forbidden =
    [
        "DateTime.get_Now", "DateTime.get_UtcNow", "DateTime.get_Today", "DateTimeOffset.get_Now", "DateTimeOffset.get_UtcNow",
        "Guid.NewGuid", "Guid.CreateVersion7", "Random..ctor", "Random.get_Shared", "Thread.Sleep",
    ];

    [Fact]
    public void arrive_as_arguments_in_modules_and_primitives() =>
        Assert.All(Tree.Modules.Concat(Tree.Kernel.Where(project => project.Name is "Primitives" or "Documents")), project => Assert.Empty(Offences(project.Load().Location)));

    [Fact]
    public void are_seen_when_they_are_grabbed()
    {
        Planted();
        Assert.Superset(new HashSet<string> { "DateTime.get_UtcNow", "Guid.NewGuid" }, Offences(typeof(Time_and_chance).Assembly.Location).ToHashSet());
    }

    private static (DateTime, Guid) Planted() => (DateTime.UtcNow, Guid.NewGuid());

    /// <summary>Whatever an assembly calls stands in its table of member references.</summary>
    private static List<string> Offences(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. from handle in metadata.MemberReferences
                   let member = metadata.GetMemberReference(handle)
                   where member.Parent.Kind == HandleKind.TypeReference
                   let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
                   let name = $"{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}"
                   where metadata.GetString(type.Namespace).StartsWith("System", StringComparison.Ordinal) && Forbidden.Contains(name)
                   select name];
    }
}
