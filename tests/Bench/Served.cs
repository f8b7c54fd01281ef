using System.Diagnostics;
using System.Globalization;

namespace Billing.Bench;

/// <summary>A program that answers HTTP, started and stopped as an operator would.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private Served(Process process, HttpClient http) => (_process, Http) = (process, http);

    /// <summary>Speaks to it.</summary>
    public HttpClient Http { get; }

    /// <summary>From the start of its process to the first answer of the given address.</summary>
    public TimeSpan UntilFirstAnswer { get; private set; }

    /// <summary>Megabytes of memory it holds at this moment; 0 where that cannot be told.</summary>
    public double ResidentMegabytes =>
        File.Exists($"/proc/{_process.Id}/status") ? double.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024 : 0;

    /// <param name="program">The dll.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="first">An address whose answer takes a query.</param>
    /// <param name="environment">Its settings.</param>
    public static async Task<Served> Start(string program, string[] arguments, int port, string first, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var begun = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var said = new List<string>();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var served = new Served(process, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience });
        while (!await served.Answers(first))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > Patience) throw new InvalidOperationException($"{program} did not answer {first}: {string.Join('\n', said)}");
            await Task.Delay(2);
        }
        served.UntilFirstAnswer = Stopwatch.GetElapsedTime(begun);
        return served;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        _process.Dispose();
    }

    private async Task<bool> Answers(string address)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(address, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
