using System.Collections.Concurrent;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Billing.Support.Tests;

/// <summary>Plays a system outside: it answers as a test says.</summary>
internal sealed class PretendedSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<HttpRequest, string, Answer?> _says;

    private PretendedSite(Func<HttpRequest, string, Answer?> says)
    {
        _says = says;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(Serve);
        Calls = new SourceCalls(new OutgoingCalls(new OutgoingRules("127.0.0.0/8")), TimeProvider.System);
    }

    /// <summary>What it was asked, as path and query.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The credentials that it was shown.</summary>
    public ConcurrentQueue<string> Shown { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public SourceCalls Calls { get; }

    /// <param name="says">The answer to a request and its body; null: 404 without JSON.</param>
    public static async Task<PretendedSite> Start(Func<HttpRequest, string, Answer?> says)
    {
        var site = new PretendedSite(says);
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public static Task<PretendedSite> Start(Func<HttpRequest, Answer?> says) => Start((request, _) => says(request));

    /// <summary>An answer that was recorded; the status is in its name.</summary>
    public static Answer Recorded(string file) => new(file.Split('/')[^1] is ['z', '-', .. var status] && int.TryParse(status[..3], out var number) ? number : 200, Text(file));

    /// <summary>What was recorded.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", file));

    public async ValueTask DisposeAsync()
    {
        Calls.Dispose();
        await _app.DisposeAsync();
    }

    private async Task Serve(HttpContext context)
    {
        Asked.Enqueue($"{context.Request.Path}{Uri.UnescapeDataString(context.Request.QueryString.Value ?? "")}");
        Shown.Enqueue(context.Request.Headers.Authorization.ToString());
        using var body = new StreamReader(context.Request.Body);
        var answer = _says(context.Request, await body.ReadToEndAsync(context.RequestAborted)) ?? new Answer(404, "<html>not here</html>");
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
        if (answer.Location is { } elsewhere) context.Response.Headers.Location = elsewhere;
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>What it answers.</summary>
    internal sealed record Answer(int Status, string Body, string? RetryAfter = null, string? Location = null);
}
