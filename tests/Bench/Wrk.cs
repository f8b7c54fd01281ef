using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Billing.Bench;

/// <summary>The load generator <c>wrk</c>, beside the server on the same cores.</summary>
internal static partial class Wrk
{
    private const int Connections = 32;

    public static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(f => File.Exists(Path.Combine(f, "wrk")));

    /// <summary>Asks for so long; answers requests per second. Throws when a single answer was not a success.</summary>
    /// <param name="folder">For its script.</param>
    /// <param name="port">Where the server listens.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="ids">The script picks one at random as <c>id</c>.</param>
    /// <param name="request">A Lua expression: one request.</param>
    /// <param name="token">Sent as bearer with each.</param>
    public static async Task<double> Run(string folder, int port, int seconds, IEnumerable<Guid> ids, string request, string token)
    {
        var script = Path.Combine(folder, "script.lua");
        await File.WriteAllTextAsync(script, $$"""
            local ids = { {{string.Join(", ", ids.Select(id => $"\"{id}\""))}} }
            wrk.headers["Authorization"] = "Bearer {{token}}"
            local json = { ["Content-Type"] = "application/json", ["Authorization"] = wrk.headers["Authorization"] }
            local n = 0
            request = function()
                n = n + 1
                local id = ids[math.random(#ids)]
                return {{request}}
            end
            """);
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", $"-c{Connections}", $"-d{seconds}s", "-s", script, $"http://127.0.0.1:{port}"]) { RedirectStandardOutput = true })!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal)) throw new InvalidOperationException($"wrk saw failures:\n{said}");
        return double.Parse(RateOf().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex RateOf();
}
