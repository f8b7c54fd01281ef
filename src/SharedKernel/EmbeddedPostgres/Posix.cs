using System.Runtime.InteropServices;

namespace Billing.Postgres;

internal static partial class Posix
{
    public const int Interrupt = 2, Quit = 3, KillNow = 9, Terminate = 15;

    private const int NotPermitted = 1;

    public static bool IsRoot => geteuid() == 0;

    public static void Signal(int pid, int signal) => _ = kill(pid, signal);

    /// <summary>Whether the number is taken, be it by another account's process or by one that ended and waits to be reaped.</summary>
    public static bool Exists(int pid) => kill(pid, 0) == 0 || Marshal.GetLastPInvokeError() == NotPermitted;

    /// <summary>Whether the process runs; one that ended and waits to be reaped does not.</summary>
    public static bool IsRunning(int pid)
    {
        if (!Exists(pid)) return false;
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return !HasProc;
        }
    }

    /// <summary>Whether that process is a server of that data folder (each of them stands in it); true on systems where nobody can tell.</summary>
    public static bool IsServerOf(int pid, string data) => IsRunning(pid) && (!HasProc || StandsIn(pid, data));

    /// <summary>Every process that stands in that folder: a postmaster and its children, also those that outlived it.</summary>
    public static IReadOnlyList<int> ServersOf(string data) => !HasProc ? [] :
        [.. Directory.EnumerateDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), out var pid) ? pid : 0).Where(pid => pid != 0 && StandsIn(pid, data))];

    private static bool HasProc => Directory.Exists("/proc/self");

    private static bool StandsIn(int pid, string folder)
    {
        try
        {
            return new DirectoryInfo($"/proc/{pid}/cwd").LinkTarget == folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc")]
    private static partial uint geteuid();
}
