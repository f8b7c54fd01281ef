using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.Host.Tests;

/// <summary>What an operator finds in the log by the request id that somebody was shown.</summary>
public class The_log
{
    [Fact]
    public async Task names_the_request_that_met_a_bug() => Assert.Equal("Error: POST /api/things failed (request seen-1)", Assert.Single(await Lines(new InvalidOperationException("bug"))));

    [Fact]
    public async Task names_the_request_that_found_no_database() =>
        Assert.Equal("Warning: POST /api/things: the database is away: no route (request seen-1)", Assert.Single(await Lines(new NpgsqlException("no route", new IOException("gone")))));

    private static async Task<List<string>> Lines(Exception thrown)
    {
        var heard = new Heard();
        await using var services = new ServiceCollection().AddLogging(log => log.AddProvider(heard)).AddEdge().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseEdge().Run(_ => throw thrown);
        var context = new DefaultHttpContext { RequestServices = services, Request = { Method = "POST", Path = "/api/things", Headers = { ["X-Request-Id"] = "seen-1" } } };
        await app.Build()(context);
        return heard.Lines;
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
