using System.Globalization;
using System.Runtime.InteropServices;

namespace Billing.Bench;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var processor = Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores ({processor}), {memory} GB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}");
    }

    /// <summary>Processes that wanted a core besides ours over the last minute; well over 0 means that others were busy.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    /// <summary>Whether others wanted more of the processors than we did.</summary>
    public static bool IsBusy => double.TryParse(Load(), CultureInfo.InvariantCulture, out var load) && load > 3 * Environment.ProcessorCount;

    private static string? Line(string file, string name) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
}
