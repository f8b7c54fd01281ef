using System.Diagnostics;
using System.Globalization;

namespace Billing.Testing;

/// <summary>A program that answers HTTP, started and stopped as an operator would, or killed.</summary>
public sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private bool _isOver;
    private readonly string _program;
    private readonly List<string> _said = [];
    private readonly long _begun;

    private Served(Process process, string program, int port, long begun)
    {
        (_process, _program, _begun) = (process, program, begun);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience };
    }

    /// <summary>Speaks to it.</summary>
    public HttpClient Http { get; }

    /// <summary>From the start of its process to the first answer of the given address.</summary>
    public TimeSpan UntilFirstAnswer { get; private set; }

    /// <summary>What it said to standard error.</summary>
    public string Said
    {
        get
        {
            lock (_said) return string.Join('\n', _said);
        }
    }

    /// <summary>Whether its process has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Megabytes of memory it holds at this moment; 0 where that cannot be told.</summary>
    public double ResidentMegabytes =>
        File.Exists($"/proc/{_process.Id}/status") ? double.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024 : 0;

    /// <summary>Starts a program and waits until it answers.</summary>
    /// <param name="program">The dll.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="first">An address whose answer takes a query.</param>
    /// <param name="environment">Its settings.</param>
    public static async Task<Served> Start(string program, string[] arguments, int port, string first, IReadOnlyDictionary<string, string> environment)
    {
        var served = Begin(program, arguments, port, environment);
        await served.UntilItAnswers(first);
        return served;
    }

    /// <summary>Starts a program and waits for nothing.</summary>
    public static Served Begin(string program, string[] arguments, int port, IReadOnlyDictionary<string, string> environment)
    {
        var begun = Stopwatch.GetTimestamp();
        var process = Launch(program, arguments, environment);
        var served = new Served(process, program, port, begun);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => served.Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return served;
    }

    /// <summary>Runs a program to its end; answers its exit code and all that it said.</summary>
    /// <param name="program">The dll.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="environment">Its settings.</param>
    /// <param name="longest">How long it may take; null for a minute.</param>
    public static async Task<(int Exit, string Said)> Run(string program, string[] arguments, IReadOnlyDictionary<string, string> environment, TimeSpan? longest = null)
    {
        using var process = Launch(program, arguments, environment);
        using var patience = new CancellationTokenSource(longest ?? Patience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, output + await errors);
    }

    /// <summary>Waits for the first success of an address.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not answer within a minute.</exception>
    public async Task UntilItAnswers(string address)
    {
        while (!await Answers(address))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(_begun) > Patience) throw new InvalidOperationException($"{_program} did not answer {address}: {Said}");
            await Task.Delay(2);
        }
        UntilFirstAnswer = Stopwatch.GetElapsedTime(_begun);
    }

    /// <summary>Waits for its end.</summary>
    public async Task UntilItEnds()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Ends its process with SIGKILL, as a crash would; what it started lives on.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await UntilItEnds();
        await DisposeAsync();
    }

    /// <summary>Asks it to stop and waits until it has; nothing where it was killed before.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isOver) return;
        _isOver = true;
        Http.Dispose();
        if (!_process.HasExited)
            using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await UntilItEnds();
        _process.Dispose();
    }

    private static Process Launch(string program, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private async Task<bool> Answers(string address)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(address, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or System.Net.Sockets.SocketException)
        {
            return false; // the bare one comes when the line is cut between its opening and the first byte
        }
    }

    private void Heard(string? line)
    {
        lock (_said) _said.Add(line ?? "");
    }
}
