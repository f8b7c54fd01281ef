using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Billing.Bench;

/// <summary>Postgres's own load generator on the same server, with prepared statements.</summary>
internal sealed partial class PgBench
{
    /// <summary>Past every wall.</summary>
    public const string Owner = "postgres";

    private readonly string _program;
    private readonly Scratch _scratch;

    private PgBench(Scratch scratch, string program, string version)
    {
        (_scratch, _program, Version) = (scratch, program, version);
    }

    public string Version { get; }

    /// <exception cref="FileNotFoundException">It is not installed.</exception>
    public static async Task<PgBench> Find(Scratch scratch)
    {
        var program = Find();
        return new PgBench(scratch, program, (await Answer(program, ["--version"], "")).Trim());
    }

    /// <summary>Runs a script; answers transactions per second. Throws when a single transaction failed.</summary>
    /// <param name="script">pgbench's own language.</param>
    /// <param name="clients">Sessions at once.</param>
    /// <param name="length">How long in seconds, or, with <paramref name="transactions"/>, how many of them each client runs.</param>
    /// <param name="variables">Values the script calls by name.</param>
    /// <param name="role">Who signs in: the role behind the wall, unless said otherwise.</param>
    /// <param name="database">Where.</param>
    /// <param name="transactions">Counts transactions instead of seconds.</param>
    public async Task<double> Run(string script, int clients, int length, IReadOnlyDictionary<string, string> variables, string role = EventStore.Database.WebRole, string database = "bench", bool transactions = false)
    {
        var file = Path.Combine(_scratch.Folder, "script.sql");
        await File.WriteAllTextAsync(file, script);
        List<string> arguments =
        [
            "-h", _scratch.Server.SocketDirectory, "-p", "5432", "-U", role, "-n", "-M", "prepared", "-f", file,
            "-c", Text(clients), "-j", Text(Math.Min(clients, 2)), transactions ? "-t" : "-T", Text(length),
        ];
        foreach (var (name, value) in variables) arguments.AddRange(["-D", $"{name}={value}"]);
        var said = await Answer(_program, [.. arguments, database], "-c search_path=billing");
        if (FailedOf().Match(said).Groups[1].Value != "0") throw new InvalidOperationException($"pgbench had failures:\n{said}");
        return double.Parse(RateOf().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Find()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => d.Length).ThenByDescending(d => d, StringComparer.Ordinal) : Enumerable.Empty<string>();
        IEnumerable<string> folders = [.. versions.Select(v => Path.Combine(v, "bin")), .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')];
        return folders.Select(f => Path.Combine(f, "pgbench")).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("The yardstick pgbench is missing: install it (apt-get install postgresql-contrib, or brew install postgresql).");
    }

    private static async Task<string> Answer(string program, IEnumerable<string> arguments, string options)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGOPTIONS"] = options;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{Path.GetFileName(program)} failed: {await errors}{output}");
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex RateOf();

    [GeneratedRegex(@"number of failed transactions: (\d+)")]
    private static partial Regex FailedOf();
}
