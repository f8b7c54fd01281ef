using System.Globalization;
using Billing.Postgres;

namespace Billing.Testing;

/// <summary>Clusters of test runs that were killed before they could clean up.</summary>
public static class Leftovers
{
    /// <summary>Begins the name of every such folder; the process id of its owner follows.</summary>
    public const string Prefix = "billing-test-";

    /// <summary>Ends and deletes the clusters whose test process is gone.</summary>
    public static void Sweep()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
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
}
