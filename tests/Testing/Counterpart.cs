using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Billing.Testing;

/// <summary>A program of others, of <c>tests/Counterparts</c>, that the product talks to: it says what happens in lines of JSON.</summary>
public sealed class Counterpart : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly List<JsonElement> _said = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Counterpart(Process process) => _process = process;

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>All that it has said.</summary>
    public IReadOnlyList<JsonElement> Said
    {
        get
        {
            lock (_said) return [.. _said];
        }
    }

    /// <summary>Starts one and waits until it listens.</summary>
    /// <param name="script">Its file.</param>
    /// <param name="settings">What it is told, as JSON.</param>
    public static async Task<Counterpart> Start(string script, object settings)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Counterparts");
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) throw new InvalidOperationException("The packages of tests/Counterparts are missing: ./dev test fetches them, or npm ci there.");
        var start = new ProcessStartInfo("node", [script, JsonSerializer.Serialize(settings)]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var one = new Counterpart(Process.Start(start)!);
        one._process.OutputDataReceived += (_, line) => one.Heard(line.Data);
        one._process.ErrorDataReceived += (_, line) => one._errors.Enqueue(line.Data ?? "");
        one._process.BeginOutputReadLine();
        one._process.BeginErrorReadLine();
        one.Port = (await one.Until("listening", _ => true)).GetProperty("port").GetInt32();
        return one;
    }

    /// <summary>Waits until something has happened, and tells it.</summary>
    /// <exception cref="TimeoutException">It did not within a minute.</exception>
    public async Task<JsonElement> Until(string happened, Func<JsonElement, bool> which)
    {
        var begun = Stopwatch.GetTimestamp();
        for (; ; )
        {
            Task next;
            lock (_said)
            {
                if (_said.FindIndex(said => said.GetProperty("event").GetString() == happened && which(said)) is var found and >= 0) return _said[found];
                next = _next.Task;
            }
            try
            {
                await next.WaitAsync(Patience - Stopwatch.GetElapsedTime(begun));
            }
            catch (Exception e) when (e is TimeoutException or ArgumentOutOfRangeException)
            {
                throw new TimeoutException($"No '{happened}' happened. Said: {string.Join('\n', Said.Select(said => said.ToString()))} {string.Join('\n', _errors)}", e);
            }
        }
    }

    /// <summary>Ends it: its standard input closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        _process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null || !line.StartsWith('{')) return;
        lock (_said)
        {
            _said.Add(JsonDocument.Parse(line).RootElement);
            _next.TrySetResult();
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
