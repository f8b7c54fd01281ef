using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Billing.Host.Tests.AiCosts;

/// <summary>Plays a provider of AI services: answers that were recorded, in their order for each path and page, or whatever a test wants to be said.</summary>
internal sealed class PretendedProvider : IAsyncDisposable
{
    /// <summary>Whose credential ends so has used nothing, whatever is played.</summary>
    public const string Others = "-others";

    private const string Empty = """{"data":[],"has_more":false,"next_page":null}""";
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<Answer> _answers = [];
    private Func<HttpRequest, Answer?>? _says;

    private PretendedProvider()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(Serve);
    }

    /// <summary>What it was asked, as method, path and query.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The credentials that it was shown.</summary>
    public ConcurrentQueue<string> Shown { get; } = new();

    public string Address => _app.Urls.First();

    public static async Task<PretendedProvider> Start()
    {
        var provider = new PretendedProvider();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>From now on it answers as a provider did in a run; what was not recorded it does not have. Nothing was recorded of the day that a reading begins with.</summary>
    public void Play(string provider, string run)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Ai", provider);
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        lock (_lock)
        {
            _says = null;
            _answers.Clear();
            foreach (var exchange in manifest["exchanges"]!.AsArray().Where(one => one!["run"]!.GetValue<string>() == run))
                _answers.Add(new Answer(
                    exchange!["status"]!.GetValue<int>(), File.ReadAllText(Path.Combine(folder, exchange["response_body_file"]!.GetValue<string>())), exchange["path"]!.GetValue<string>(), exchange["query"]!["page"]?.GetValue<string>(),
                    exchange["path"]!.GetValue<string>().EndsWith("claude_code", StringComparison.Ordinal) ? exchange["query"]!["starting_at"]!.GetValue<string>() : null,
                    exchange["response_headers"]!.AsObject().FirstOrDefault(header => header.Key.Equals("retry-after", StringComparison.OrdinalIgnoreCase)).Value?.GetValue<string>()));
        }
    }

    /// <summary>From now on it answers as a test says; null: it does not have that.</summary>
    public void Say(Func<HttpRequest, Answer?> says)
    {
        lock (_lock) _says = says;
    }

    /// <summary>From now on it has nothing to tell.</summary>
    public void SayNothing() => Say(_ => new Answer(200, Empty));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        Asked.Enqueue($"{context.Request.Method} {context.Request.Path}{Uri.UnescapeDataString(context.Request.QueryString.Value ?? "")}");
        Shown.Enqueue(context.Request.Headers.Authorization.ToString() is { Length: > 0 } bearer ? bearer : context.Request.Headers["x-api-key"].ToString());
        var answer = Find(context.Request) ?? new Answer(404, """{"error":{"message":"There is no such thing here."}}""");
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        if (answer.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private Answer? Find(HttpRequest request)
    {
        lock (_lock)
        {
            if (_says is { } says) return says(request);
            if (request.Headers.Authorization.ToString().EndsWith(Others, StringComparison.Ordinal)) return new Answer(200, Empty);
            var page = request.Query["page"].FirstOrDefault();
            var found = _answers.Find(one => one.Path == request.Path && one.Page == page && (one.Day is null || one.Day == request.Query["starting_at"]));
            if (found is not null) _answers.Remove(found);
            return found;
        }
    }

    /// <summary>What it answers.</summary>
    /// <param name="Path">Of a recorded one.</param>
    /// <param name="Page">The cursor it was asked with.</param>
    /// <param name="Day">Where a day is asked for at a time, which.</param>
    internal sealed record Answer(int Status, string Body, string? Path = null, string? Page = null, string? Day = null, string? RetryAfter = null);
}
