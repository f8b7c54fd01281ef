using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Billing.Host.Tests.AiCosts;

/// <summary>Hears all that a product writes into its log, with every value and exception, and all that goes into traces while it listens.</summary>
internal sealed class Ears : ILoggerProvider, ILogger
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Billing"];
    private readonly ActivityListener _listener;

    public Ears()
    {
        _listener = new()
        {
            ShouldListenTo = source => Sources.Contains(source.Name),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Spans.Enqueue(string.Join(' ', [span.Source.Name, span.DisplayName, span.StatusDescription, span.TraceStateString, .. span.TagObjects.Concat(span.Events.SelectMany(happened => happened.Tags)).Select(tag => $"{tag.Key}={tag.Value}"), .. span.Baggage.Select(carried => carried.Value)])),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What the log says, line by line.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>What spans say, beginning with who made them.</summary>
    public ConcurrentQueue<string> Spans { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        Lines.Enqueue($"scope {state} {Values(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{logLevel} {formatter(state, exception)} {Values(state)} {exception}");

    public void Dispose() => _listener.Dispose();

    private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}")) : "";
}
