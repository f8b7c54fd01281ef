using System.Globalization;
using Billing.Postgres;

namespace Billing.Testing;

/// <summary>Clusters of test runs that were killed before they could clean up.</summary>
public static class Leftovers
{
    /// <summary>Begins the name of every such folder; the process id of its owner follows.</summary>
    public const string Prefix = "billing-test-";

    /// <summary>
    /// Where clusters lie: in memory, where the system has a place for that with room to spare, else in the temporary folder. A database is a thousand
    /// files, and to make and delete those for every test took a disk longer than all that the tests asked of Postgres.
    /// </summary>
    public static string Place { get; } = InMemory() ?? Path.GetTempPath();

    /// <summary>Ends and deletes the clusters whose test process is gone.</summary>
    public static void Sweep()
    {
        foreach (var folder in new[] { Place, Path.GetTempPath() }.Distinct().SelectMany(place => Directory.GetDirectories(place, Prefix + "*")))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) || Directory.Exists($"/proc/{pid}")) continue;
            try
            {
                EmbeddedPostgres.EndServersOf(folder);
                Delete(folder);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another account's run, or another process sweeps at the same moment: theirs to clean.
            }
        }
    }

    /// <summary>Takes a cluster's folder away, and what lies elsewhere for it.</summary>
    public static void Delete(string folder)
    {
        if (new DirectoryInfo(Path.Combine(folder, "elsewhere")).LinkTarget is { } elsewhere) Directory.Delete(elsewhere, true);
        Directory.Delete(folder, true);
    }

    private static string? InMemory()
    {
        const string memory = "/dev/shm";
        const long enough = 4L << 30; // with the log, a run's databases take less than 1 GB; a container's usual 64 MB are none
        return Directory.Exists(memory) && new DriveInfo(memory) is { DriveFormat: "tmpfs", AvailableFreeSpace: > enough } ? memory : null;
    }
}
