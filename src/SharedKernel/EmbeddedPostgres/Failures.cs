namespace Billing.Postgres;

/// <summary>One sentence out of what a program said when it failed.</summary>
internal static class Failures
{
    private static readonly string[] Marks = ["FATAL:", "PANIC:", "initdb: error:", "pg_ctl:", "could not", "error:"];

    public static bool IsDiskFull(string said) => said.Contains("No space left on device", StringComparison.OrdinalIgnoreCase) || said.Contains("disk full", StringComparison.OrdinalIgnoreCase) || said.Contains("not enough space", StringComparison.OrdinalIgnoreCase);

    public static PostgresUnavailableException DiskFull(string folder, Exception? inner = null) => new($"The disk is full: free some space below {folder} and start again.", inner);

    public static PostgresUnavailableException Explain(string what, string said, string folder, string log)
    {
        if (IsDiskFull(said)) return DiskFull(folder);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var telling = Marks.Select(mark => lines.FirstOrDefault(line => line.Contains(mark, StringComparison.Ordinal))).FirstOrDefault(line => line is not null) ?? lines.LastOrDefault() ?? "it said nothing";
        return new($"{what}: {telling} (log: {log})");
    }
}
