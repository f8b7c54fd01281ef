using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Billing.Host;

/// <summary>
/// Traces, metrics and logs over OTLP, only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. The exporter reads the rest of its settings
/// (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>…_HEADERS</c>, <c>…_METRICS_ENDPOINT</c>) from the environment by itself.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    private readonly ResourceBuilder _resource = ResourceBuilder.CreateDefault().AddService("billing", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3), serviceInstanceId: Environment.MachineName);
    private readonly TracerProvider _traces;
    private readonly MeterProvider? _metrics;

    private Telemetry(bool metrics)
    {
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(_resource).AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Billing").AddOtlpExporter().Build();
        if (metrics) _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(_resource).AddMeter("Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql", "Billing").AddOtlpExporter().Build();
    }

    public static Telemetry? Start(IConfiguration configuration) =>
        configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } ? new(configuration["OTEL_METRICS_EXPORTER"] != "none") : null;

    public void AddLogs(ILoggingBuilder logs) => logs.AddOpenTelemetry(options =>
    {
        options.SetResourceBuilder(_resource);
        options.IncludeScopes = true;
        options.IncludeFormattedMessage = true;
        options.AddOtlpExporter();
    });

    public void Dispose()
    {
        _traces.Dispose();
        _metrics?.Dispose();
    }
}
