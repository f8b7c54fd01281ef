using System.Reflection;
using System.Xml.Linq;

namespace Billing.Architecture.Tests;

/// <summary>The projects as they lie on the disk. Nothing here is a list that somebody could forget to extend.</summary>
internal static class Tree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every project below src.</summary>
    public static IReadOnlyList<SourceProject> Projects { get; } = [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Where(file => !file.Contains("node_modules", StringComparison.Ordinal)).Select(SourceProject.Read).OrderBy(project => project.Name, StringComparer.Ordinal)];

    public static IReadOnlyList<SourceProject> Modules { get; } = [.. Projects.Where(project => project.Kind == Kind.Module)];

    public static IReadOnlyList<SourceProject> Kernel { get; } = [.. Projects.Where(project => project.Kind == Kind.Kernel)];

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Billing.sln"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}

internal enum Kind
{
    Kernel,
    Module,
    Host,
}

/// <summary>One project and what it refers to.</summary>
internal sealed record SourceProject(string Name, Kind Kind, string Assembly, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public static SourceProject Read(string file)
    {
        var folder = Path.GetRelativePath(Path.Combine(Tree.Root, "src"), Path.GetDirectoryName(file)!).Replace('\\', '/');
        var kind = folder.StartsWith("SharedKernel/", StringComparison.Ordinal) ? Kind.Kernel : folder.StartsWith("Modules/", StringComparison.Ordinal) ? Kind.Module : Kind.Host;
        var project = XDocument.Load(file);
        return new(
            folder.Split('/')[^1],
            kind,
            project.Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(file),
            [.. project.Descendants("ProjectReference").Select(reference => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, reference.Attribute("Include")!.Value.Replace('\\', '/'))))!)!)],
            [.. project.Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value)]);
    }

    /// <summary>Its assembly, which the host brings along; a module that the host does not know is not part of the product.</summary>
    public Assembly Load() => System.Reflection.Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, Assembly + ".dll"));
}
