using System.Diagnostics;

namespace Billing.Postgres;

/// <summary>The system account that runs Postgres. Postgres refuses to run as root, so root lends it another: the owner of the data, else <c>postgres</c>, else <c>nobody</c>.</summary>
/// <param name="Name">Null: the account we run as.</param>
internal sealed record Account(string? Name)
{
    public static readonly Account Mine = new((string?)null);

    public static Account For(string data)
    {
        if (!Posix.IsRoot) return Mine;
        if (File.Exists(Path.Combine(data, "PG_VERSION")))
        {
            var (exit, owner) = Mine.Run("stat", OperatingSystem.IsMacOS() ? ["-f", "%Su", data] : ["-L", "-c", "%U", data]);
            if (exit == 0 && owner.Trim() is { Length: > 0 } name and not ("root" or "UNKNOWN")) return new(name);
        }
        return Mine.Run("id", "-u", "postgres").Exit == 0 ? new("postgres") : new("nobody");
    }

    /// <summary>Whether this account can read the programs and enter the folder.</summary>
    public bool Reaches(string program, string folder) => Name is null || Run("/bin/sh", "-c", "test -x \"$1\" && cd \"$2\"", "sh", program, folder).Exit == 0;

    /// <summary>Hands the folder and all in it to this account, closed to everybody else.</summary>
    public void Own(string folder)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Name is not null) Mine.Run("chown", "-R", Name, folder);
    }

    /// <summary>Runs a program to its end as this account; answers its exit code and all that it said.</summary>
    public (int Exit, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        if (Name is not null && OperatingSystem.IsLinux()) start.UserName = Name;
        start.Environment["LC_ALL"] = "C";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (127, e.Message);
        }
    }
}
