namespace Billing.Testing;

/// <summary>Where things lie in a clone.</summary>
public static class Repository
{
    /// <summary>The clone's top folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The product, built as the caller was; a release as people start it, compiled ahead of time.</summary>
    public static string Host => Path.Combine(Root, "src", "Host", "bin", Built.Parent!.Name, Built.Parent!.Name == "Release" ? "ready" : Built.Name, "billing.dll");

    private static DirectoryInfo Built => new(AppContext.BaseDirectory);

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Billing.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("This runs inside a clone of the repository.");
    }
}
