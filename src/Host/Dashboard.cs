using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Billing.Host;

/// <summary>The built dashboard: every file with its type, its tag and its compressed forms, known once at start.</summary>
internal sealed class Dashboard
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".json"] = "application/json",
        [".svg"] = "image/svg+xml", [".png"] = "image/png", [".ico"] = "image/x-icon", [".woff2"] = "font/woff2", [".txt"] = "text/plain; charset=utf-8",
        [".webmanifest"] = "application/manifest+json", [".map"] = "application/json", [".wasm"] = "application/wasm",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, DashboardFile> _files;

    /// <param name="folder">Where it was built; null: <c>wwwroot</c> beside the program, else <c>src/Dashboard/dist</c> of the clone that the program lies in.</param>
    public Dashboard(string? folder)
    {
        folder ??= Places().FirstOrDefault(place => File.Exists(Path.Combine(place, "index.html")));
        var all = folder is null || !Directory.Exists(folder) ? [] : Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden });
        _files = all.Where(file => Types.ContainsKey(Path.GetExtension(file))).ToFrozenDictionary(file => "/" + Path.GetRelativePath(folder!, file).Replace('\\', '/'), Look);
    }

    /// <summary>The page that every address of the dashboard begins with; null when it was not built.</summary>
    public DashboardFile? Page => Find("/index.html");

    public DashboardFile? Find(string path) => _files.GetValueOrDefault(path);

    private static IEnumerable<string> Places()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "wwwroot");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent) yield return Path.Combine(at.FullName, "src", "Dashboard", "dist");
    }

    private static DashboardFile Look(string file)
    {
        using var stream = File.OpenRead(file);
        var tag = Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
        return new(file, Types[Path.GetExtension(file)], tag, File.Exists(file + ".br"), File.Exists(file + ".gz"));
    }
}

/// <summary>One file of the dashboard.</summary>
internal sealed record DashboardFile(string Path, string Type, string Tag, bool HasBrotli, bool HasGzip);
