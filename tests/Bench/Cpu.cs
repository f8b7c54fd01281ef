using System.Globalization;

namespace Billing.Bench;

/// <summary>Processor time used so far, which a busy machine blurs less than the clock. Linux only; elsewhere zero.</summary>
internal static class Cpu
{
    private const double TicksPerSecond = 100;

    /// <summary>By us, by the programs we ran to their end, and by the server.</summary>
    public static TimeSpan Used(Scratch scratch)
    {
        if (!Directory.Exists("/proc")) return default;
        var used = Of(Fields("/proc/self")![11..15]);
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) || Fields(folder) is not { } fields) continue;
            if (pid == scratch.Server.ProcessId) used += Of(fields[11..15]); // its own, and that of its children which have ended
            else if (fields[1] == scratch.Server.ProcessId) used += Of(fields[11..13]);
        }
        return used;
    }

    private static TimeSpan Of(long[] ticks) => TimeSpan.FromSeconds(ticks.Sum() / TicksPerSecond);

    /// <summary>What stands behind the program's name in /proc/…/stat: state, parent, …; null when the process has ended.</summary>
    private static long[]? Fields(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return [.. stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Select(f => long.TryParse(f, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
